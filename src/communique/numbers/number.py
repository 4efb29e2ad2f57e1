"""What the grammar returns."""

from __future__ import annotations

from typing import Literal

Form = Literal["digits", "words", "mixed", "noun", "fraction", "roman"]


class Number:
    """A number in the text.

    ``form`` says how it is written: ``digits`` ("1 600"), ``words`` ("trois cents"), ``mixed``
    ("1,2 million", "15 M" before "€"), ``noun`` ("une centaine", "milliers"), ``fraction`` ("deux tiers",
    "½"), ``roman`` ("XXIe"). ``scale`` is the factor of its last scale word or letter (1e6 in
    "30 millions"), which a number before it may share ("entre 20 et 30 millions"). ``indefinite``: a bare
    plural ("milliers", "centaines"), whose ``value`` is only that of the noun.
    """

    __slots__ = ("end", "form", "indefinite", "ordinal", "scale", "start", "value")

    def __init__(
        self,
        start: int,
        end: int,
        value: float,
        ordinal: bool = False,
        form: Form = "digits",
        scale: float = 1.0,
        indefinite: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.ordinal = ordinal
        self.form = form
        self.scale = scale
        self.indefinite = indefinite

    def _parts(self) -> tuple[object, ...]:
        return self.start, self.end, self.value, self.ordinal, self.form, self.scale, self.indefinite

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        kind = " ordinal" if self.ordinal else ""
        return f"Number({self.start}, {self.end}, {self.value}{kind}, {self.form!r})"
