"""Structured, grounded records from French press releases and institutional news."""

__version__ = "0.1.0"
