"""Tokens as they are spelt: what rules ask of a form is asked once, not in every text that has it."""

from __future__ import annotations

from collections.abc import Callable


class Spelling:
    """A token's form, one object for all texts: its shadows, and which callers know it (as bits)."""

    __slots__ = ("asked", "called", "capital", "lower", "plain", "shouted", "text")

    def __init__(self, text: str, lower: str, plain: str) -> None:
        self.text, self.lower, self.plain = text, lower, plain
        self.capital = text[0].isupper()
        self.shouted = text.isupper()
        self.asked = 0
        self.called = 0


class Chunk:
    """What stands between two spaces, "l'école,": its tokens, and where in it they begin and end."""

    __slots__ = ("ends", "forms", "lower", "only", "starts")

    def __init__(self, lower: str) -> None:
        self.lower = lower
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.forms: list[Spelling] = []
        self.only: Spelling | None = None  # where the whole is one token

    def add(self, start: int, end: int, form: Spelling) -> None:
        """A further token."""
        self.starts.append(start)
        self.ends.append(end)
        self.forms.append(form)
        self.only = form if end - start == len(self.lower) else None


_known: dict[str, Spelling] = {}
_chunks: dict[str, Chunk] = {}
_MOST_KNOWN = 1 << 15


def known_spellings() -> dict[str, Spelling]:
    """The forms met, by their text; emptied before they grow too many."""
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    return _known


def known_chunks() -> dict[str, Chunk]:
    """The chunks met, by their text; emptied before they grow too many."""
    if len(_chunks) > _MOST_KNOWN:
        _chunks.clear()
    return _chunks


_bits: list[Caller | Kinds] = []  # what each bit is of


class Caller:
    """What calls a rule: a question about a token's form, whose answer is kept with the form.

    >>> long = Caller(lambda form: len(form.text) > 5)
    >>> long.of([Spelling("Un", "un", "un"), Spelling("communiqué", "communiqué", "communique")])
    [1]
    """

    __slots__ = ("bit", "test")

    def __init__(self, test: Callable[[Spelling], bool]) -> None:
        self.test = test
        self.bit = 1 << len(_bits)
        _bits.append(self)

    def of(self, forms: list[Spelling]) -> list[int]:
        """The indices of the forms for which the answer is yes."""
        bit, out = self.bit, []
        for i, form in enumerate(forms):
            if form.called & bit or (not form.asked & bit and self._calls(form)):
                out.append(i)
        return out

    def _calls(self, form: Spelling) -> bool:
        form.asked |= self.bit
        if self.test(form):
            form.called |= self.bit
            return True
        return False


class Kinds:
    """What sorts of word a form is, as the bits of a number, asked once of each form.

    >>> sorts = Kinds(lambda form: form.text.isdigit() + 2 * (len(form.text) > 2), 2)
    >>> [sorts.of(Spelling(w, w, w)) for w in ("12", "du", "2024")]
    [1, 0, 3]
    """

    __slots__ = ("bit", "mask", "shift", "test")

    def __init__(self, test: Callable[[Spelling], int], sorts: int) -> None:
        self.test = test
        self.bit = 1 << len(_bits)
        self.shift, self.mask = len(_bits) + 1, (1 << sorts) - 1
        _bits.extend([self] * (sorts + 1))

    def of(self, form: Spelling) -> int:
        """The sorts of a form."""
        if not form.asked & self.bit:
            form.asked |= self.bit
            form.called |= self.test(form) << self.shift
        return form.called >> self.shift & self.mask

    def of_all(self, forms: list[Spelling]) -> list[int]:
        """The sorts of each form."""
        bit, shift, mask = self.bit, self.shift, self.mask
        return [form.called >> shift & mask if form.asked & bit else self.of(form) for form in forms]
