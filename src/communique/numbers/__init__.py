"""French numbers, once: digits, words, mixed forms, fractions, ordinals.

Counts, rankings and dates share this grammar: :func:`find_numbers` reads a text, :func:`parse_number` a
phrase.
"""

from __future__ import annotations

from communique.numbers.find import CALLING, find_numbers
from communique.numbers.number import Number
from communique.numbers.phrase import parse_number

__all__ = ["CALLING", "Number", "find_numbers", "parse_number"]
