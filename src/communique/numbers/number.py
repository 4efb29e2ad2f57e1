"""What the grammar returns."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["digits", "words", "mixed", "noun", "fraction", "roman"]


class Number(NamedTuple):
    """A number in the text.

    ``form`` says how it is written: ``digits`` ("1 600"), ``words`` ("trois cents"), ``mixed``
    ("1,2 million", "15 M" before "€"), ``noun`` ("une centaine", "milliers"), ``fraction`` ("deux tiers",
    "½"), ``roman`` ("XXIe"). ``scale`` is the factor of its last scale word or letter (1e6 in
    "30 millions"), which a number before it may share ("entre 20 et 30 millions"). ``indefinite``: a bare
    plural ("milliers", "centaines"), whose ``value`` is only that of the noun.
    """

    start: int
    end: int
    value: float
    ordinal: bool = False
    form: Form = "digits"
    scale: float = 1.0
    indefinite: bool = False
