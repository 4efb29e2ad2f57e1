"""Where a line end was lost: "la Fondation Torvel *Retrouvez* les œuvres"."""

from __future__ import annotations

from communique.document import Document
from communique.gazetteer import places, registry_key
from communique.lexicon import words
from communique.spellings import Caller, Spelling

_ROOM = "communique.extractors"
_OPENERS = words(_ROOM, "line_openers.txt")
_ARTICLES = words(_ROOM, "line_articles.txt")
_LABELS = words(_ROOM, "line_labels.txt")
_BEFORE_NAMES = words(_ROOM, "nouns_before_names.txt")
_PLACES = places()
_SHORT = 3  # letters of a preposition
_CREDITS = words(_ROOM, "line_credits.txt")
_NUMBER = frozenset(("n", "no", "nos", "numero", "numeros"))
_CALLING = _OPENERS | _ARTICLES | _LABELS | _NUMBER | _CREDITS
_OF = frozenset(("de", "d'", "du", "des", "la", "le", "les", "l'"))
_ADJECTIVES = (
    "ais",
    "al",
    "ale",
    "ales",
    "aux",
    "ien",
    "enne",
    "eenne",
    "een",
    "ique",
    "iques",
    "ois",
    "aire",
)
_FREE = frozenset(
    ("libre", "gratuit", "gratuite", "gratuits", "gratuites", "payant", "plein", "unique", "obligatoire")
)
_AFTER_A = frozenset(
    ("la", "l'", "partir", "travers", "noter", "cette", "ce", "savoir", "son", "sa", "ses", "chaque")
)
_KEPT = "lost_lines"
_LABEL = 4  # tokens of "Mise en scène :"
_CREDIT = 10  # tokens of "Composition musicale et arrangements :"
_LONGEST = 6  # tokens of a name that is repeated


def _may_open(form: Spelling) -> bool:
    return form.capital and _stem(form.plain) in _CALLING


def _stem(word: str) -> str:
    """« Enseignant·es » is "enseignant"."""
    return word.partition("·")[0] if "·" in word else word


_OPENING = Caller(_may_open)


def lost_lines(doc: Document) -> frozenset[int]:
    """The tokens at which a line begins, although nothing parts them from the name before.

    >>> doc = Document("Rendez-vous au Parlement européen Bien que la session soit close, on vous attend.")
    >>> [doc.tokens.text[i] for i in lost_lines(doc)]
    ['Bien']
    """
    known = doc.kept.get(_KEPT)
    if isinstance(known, frozenset):
        return known
    lines = _Lines(doc)
    opened = [i for i in _OPENING.of(doc.forms) if lines.opens(i)]
    for k in doc.places.get(":", ()):
        opened += lines.role_label(k)
    for k in doc.places.get("le", ()):
        opened += lines.dateline(k)
    found = frozenset(opened + lines.repeats())
    doc.kept[_KEPT] = found
    return found


def _of_people(form: Spelling) -> bool:
    """Whether a word is a function's, in either gender: "lauréate", "programmateur"."""
    roles = words("communique.extractors.people", "role_heads.txt")
    word = form.lower
    return not roles.isdisjoint((word, word.removesuffix("e"), word.removesuffix("rice") + "eur"))


class _Lines:
    """The tokens of a text, and what stands between them."""

    def __init__(self, doc: Document) -> None:
        self.forms = doc.forms
        self.text, self.start, self.end = doc.text, doc.tokens.start, doc.tokens.end

    def beside(self, i: int) -> bool:
        """Whether but spaces part token ``i`` from the word before."""
        if not 0 < i < len(self.forms):
            return False
        gap = self.text[self.end[i - 1] : self.start[i]]
        return gap == " " or (0 < len(gap) < 4 and gap.isspace() and "\n" not in gap)

    def opens(self, i: int) -> bool:
        """Whether the opener at token ``i`` follows a name and goes on in small letters."""
        if not self.beside(i) or i + 1 >= len(self.forms):
            return False
        if self.forms[i].plain in _NUMBER:
            after = self.forms[i + 1]
            return after.text[0] in "°º" or after.text.isdigit() or after.plain in ("special", "double")
        named = self.named(i)
        if not named:
            return False
        form, word = self.forms[i], _stem(self.forms[i].plain)
        if len(form.text) > 1 and form.text[1:2].isupper():
            return False
        if word in _LABELS and (self.labels(i) or self.forms[i + 1].plain in _FREE):
            return True
        if word in _CREDITS and self.credited(i):
            return True
        if word in _OPENERS:
            return self.goes_on(i) and self.forms[i - 1].plain not in _BEFORE_NAMES
        return word in _ARTICLES and named > 1 and (word == "avec" or self.phrase(i))

    def named(self, i: int) -> int:
        """How many words of a name stand before token ``i``: two are as good as more."""
        before = self.forms[i - 1]
        if not before.text[0].isalnum():
            return 0
        k = i - 1
        if not before.capital:
            adjective = before.plain.endswith(_ADJECTIVES) or before.text.isdigit()
            if not adjective or k < 1 or not self.beside(k) or not self.forms[k - 1].capital:
                return 0
            k -= 1
        if self.forms[k].plain in _CALLING or self.forms[k].plain in _BEFORE_NAMES:
            return 0
        if k < i - 1:
            return 2
        return 2 if self.whole(k) else 1

    def whole(self, k: int) -> bool:
        """Whether the capitalised word at token ``k`` ends a name: an acronym, or more than one word."""
        form = self.forms[k]
        if len(form.text) > 2 and form.text.isupper():
            return True
        while k > 0 and self.forms[k - 1].plain in _OF:
            k -= 1
        if k < 1 or not (self.beside(k) or self.text[self.start[k] - 1] in "'’"):
            return False
        before = self.forms[k - 1]
        return before.capital and before.text[0].isalpha() and before.plain not in _BEFORE_NAMES

    def goes_on(self, i: int) -> bool:
        """« *Quel* programme », « *L'*équipe », « *Retrouvez* ! »."""
        after = self.forms[i + 1]
        if self.forms[i].text[-1] in "'’":
            return True
        if after.text in "!:…":
            return True
        return self.beside(i + 1) and not after.capital and after.text[0].isalnum()

    def phrase(self, i: int) -> bool:
        """Whether an article at token ``i`` brings a noun in small letters, or a day."""
        after = self.forms[i + 1]
        if self.forms[i].text[-1] in "'’":
            return after.text[0].islower()
        if not self.beside(i + 1):
            return False
        if self.forms[i].plain == "a":
            return after.plain in _AFTER_A or (self.forms[i].lower == "à" and after.text.islower())
        if after.text[0].isdigit():
            return self.forms[i].plain in ("le", "les", "du", "des")
        return after.text.islower() and len(after.text) > 3 and after.text[0].isalpha()

    def labels(self, i: int) -> bool:
        """« *Adresse* : », « *Mise* en scène : »."""
        for k in range(i + 1, min(i + _LABEL, len(self.forms))):
            if self.forms[k].text == ":":
                return True
            if self.forms[k].capital or not self.beside(k) or not self.forms[k].text[0].isalpha():
                return False
        return False

    def role_label(self, k: int) -> list[int]:
        """« Université Torvel *Lauréat* : Paul Petit »: a function alone before the colon at token ``k``."""
        i = k - 1
        if i < 1 or not self.forms[i].capital or self.forms[i].text.isupper() or not self.beside(i):
            return []
        if self.forms[i - 1].text.isupper() or self.named(i) < 2 or not _of_people(self.forms[i]):
            return []  # "la CGT Cheminots : …"
        return [i]

    def dateline(self, k: int) -> list[int]:
        """« Syndicat des torves *Torvel*, le 12 mai »: the line of a place and a day, told by its « le »."""
        i = k - 2
        if i < 1 or k + 1 >= len(self.forms) or self.forms[k - 1].text != "," or not self.beside(i):
            return []
        day = self.forms[k + 1].text
        if (
            not (day.isdigit() or day == "1er")
            or not self.forms[i].capital
            or not self.forms[i].text.istitle()
        ):
            return []
        return [i] if registry_key(self.forms[i].text) in _PLACES and self.after_name(i) else []

    def after_name(self, i: int) -> bool:
        """Whether a word of a name or of its complement, and no preposition, stands before token ``i``."""
        before = self.forms[i - 1]
        return before.text[0].isalpha() and len(before.text) > _SHORT and before.plain not in _CALLING

    def credited(self, i: int) -> bool:
        """« Musique : Anne Petit *Création* lumière : Paul Grand »: a list of credits, its lines lost."""
        for k in range(i + 1, min(i + _CREDIT, len(self.forms))):
            if self.forms[k].text == ":":
                return any(self.forms[n].text == ":" for n in range(max(0, i - _CREDIT), i))
            if not self.forms[k].text[0].isalpha():
                return False
        return False

    def repeats(self) -> list[int]:
        """« Marée Haute *Marée* Haute est »: a heading's name, and the sentence that takes it up."""
        found = []
        last: dict[str, int] = {}
        for i, form in enumerate(self.forms):
            if form.capital:
                k = last.get(form.text, -_LONGEST)
                if i - k < _LONGEST and self.beside(i) and self.same(k, i):
                    found.append(i)
                last[form.text] = i
        return found

    def same(self, k: int, i: int) -> bool:
        """Whether the words from token ``k`` to ``i`` come again, and small letters after them."""
        size, forms = i - k, self.forms
        if i + size >= len(forms) or not (size > 1 or k == 0 or self.heads(k)):
            return False
        for n in range(size):
            if forms[k + n].text != forms[i + n].text or not (n == 0 or self.joined(i + n)):
                return False
        after = forms[i + size]
        return after.text[0].islower() and (size > 1 or len(forms[k].text) > 2)

    def joined(self, i: int) -> bool:
        """Whether token ``i`` stands beside or against the one before."""
        return self.beside(i) or self.end[i - 1] == self.start[i]

    def heads(self, k: int) -> bool:
        """Whether token ``k`` opens a line or a phrase."""
        if "\n" in self.text[self.end[k - 1] : self.start[k]]:
            return True
        return not self.forms[k - 1].text[0].isalnum()
