"""Later namings of people already found: surname alone, the name in capitals, initials in an interview."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from communique.document import Document, matches_at, plain_shadow, starts_of
from communique.extractors.people import context, lexicon
from communique.extractors.people.extent import in_marks
from communique.extractors.people.heads import is_known_head
from communique.extractors.people.namesakes import is_namesake
from communique.gazetteer import places, registry_key
from communique.lexicon import words as entries
from communique.mentions import PersonMention

_PLACES = places()

_OPENING_WORDS = lexicon.opening_words()
_SPEECH_VERBS = lexicon.speech_verbs()
_CIVILITIES = lexicon.civilities()

_SURNAMES = lexicon.surnames_abroad()
_PARTICLES = entries(lexicon.ROOM, "particles.txt") | {"de", "la", "le", "du", "des", "d'"}
_INITIALS = re.compile(r"[^\S\n]*[*_–—-]{0,3}[^\S\n]?((?:[^\W\d_]\.[ -]?){2,5})(?=[^\S\n]?[:*–—])")
# the last token of a name in lower case without accents
_WORD = re.compile(r"\w+(?:[-‐‑]\w+)*")
_SHORTEST = 3
_KNOWN: dict[str, list[str]] = {}  # by their last word
for _form in sorted(entries(lexicon.ROOM, "known_surnames.txt")):
    _KNOWN.setdefault(_form.rpartition(" ")[2], []).append(_form)
_GOVERNING = entries(lexicon.ROOM, "governing.txt")
_ADVERBS = frozenset(("deja", "aussi", "encore", "jadis"))
_RANKS = ("general", "cardinal", "marechal", "president")
_FIRMS = entries(lexicon.ROOM, "firms_of_families.txt")


def repeated_names(doc: Document, people: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Namings that only the article itself explains; their ``name`` is the full one.

    >>> doc = Document("Assia Tria ouvre le débat. Tria sourit.")
    >>> first = PersonMention(start=0, end=10, name="Assia Tria", rule="first_name")
    >>> [doc.text[m.start : m.end] for m in repeated_names(doc, [first])]
    ['Tria']
    """
    taken = sorted((m.start, m.end) for m in people)
    known: dict[str, str] = {}
    for m in people:
        if " " in m.name:
            known.setdefault(plain_shadow(m.name), m.name)
    found: list[PersonMention] = [*_by_first_name(doc, people, taken)]
    alone = _given_names(known)
    for plain, name in known.items():
        forms = [("capitals", list(_occurrences(doc, plain)))]
        short = surname(plain)
        if len(short) >= _SHORTEST and short != plain:
            spans = list(_occurrences(doc, short))
            if not any(_names_firm(doc, start) for start, _ in spans):
                forms.append(("surname", spans))
            if (last := _last_of_several(short)) is not None:
                forms.append(("surname", list(_occurrences(doc, last))))
        if len(pair := plain.split(" ")) == 2:
            forms.append(("surname_first", list(_occurrences(doc, f"{pair[1]} {pair[0]}"))))
        if (given := plain.partition(" ")[0]) in alone:
            forms.append(("given_name", list(_occurrences(doc, given))))
        for rule, spans in forms:
            for start, end in spans:
                if rule == "given_name" and not _goes_by_it(doc, start, end):
                    continue
                if not _overlaps(taken, start, end) and _stands_alone(doc, start, end):
                    found.append(PersonMention(start=start, end=end, name=name, rule=rule))
    chosen: list[tuple[int, int]] = []
    for m in sorted(found, key=lambda m: (m.start, m.start - m.end)):
        if not chosen or m.start >= chosen[-1][1]:
            chosen.append((m.start, m.end))
            yield m
    yield from _known(doc, [*taken, *chosen])
    yield from _initials(doc, sorted(set(known.values())), taken)


def _by_first_name(
    doc: Document, people: Sequence[PersonMention], taken: Sequence[tuple[int, int]]
) -> Iterator[PersonMention]:
    """ "Karim, 24 ans, attend. Karim dit": whom the article only calls by a first name, again."""
    for name in dict.fromkeys(m.name for m in people if m.rule == "given_name" and " " not in m.name):
        for start, end in _occurrences(doc, plain_shadow(name)):
            alone = _goes_by_it(doc, start, end) or registry_key(plain_shadow(name)) not in _PLACES
            if alone and _stands_alone(doc, start, end) and not _overlaps(taken, start, end):
                yield PersonMention(start=start, end=end, name=name, rule="given_name")


def _given_names(known: Iterable[str]) -> set[str]:
    """First names by which one person alone of the article may be called, no place's or surname's."""
    firsts: dict[str, int] = {}
    for plain in known:
        first = plain.partition(" ")[0]
        firsts[first] = firsts.get(first, 0) + 1
    families = {word for plain in known for word in plain.split(" ")[1:]}
    return {
        first
        for first, count in firsts.items()
        if count == 1
        and len(first) >= _SHORTEST
        and first not in families
        and lexicon.is_first_name(first)
        and registry_key(first) not in _PLACES
    }


def _known(doc: Document, taken: Sequence[tuple[int, int]]) -> Iterator[PersonMention]:
    """ "les promesses de Macron": somebody whom the press calls by a surname alone, named no fuller here."""
    taken = sorted(taken)
    for last in sorted(_KNOWN.keys() & doc.places.keys()):
        for form in _KNOWN[last]:
            spans = list(_occurrences(doc, form))
            if any(doc.lower[max(0, start - 4) : start].endswith((" en ", "\nen ")) for start, _ in spans):
                continue  # "en Hollande"
            for start, end in spans:
                if not _governed(doc, start) or in_marks(doc, start, end) or _second_namesake(doc, start):
                    continue
                if not _overlaps(taken, start, end) and _stands_alone(doc, start, end):
                    name = doc.text[start:end]
                    yield PersonMention(start=start, end=end, name=name, rule="known_surname")


def _governed(doc: Document, start: int) -> bool:
    """Is what begins at ``start`` no complement of a noun, as in "la loi Macron"?"""
    i = doc.tokens.before(start)
    if i < 0 or not doc.tokens.text[i][0].isalpha():
        return True
    i -= i > 0 and doc.tokens.plain[i] in _ADVERBS  # "disait déjà Maslow"
    before = doc.tokens.plain[i]
    if before in lexicon.bearers_of_surnames() or before in _RANKS:  # not "avenue du Général de Gaulle"
        return doc.tokens.text[i].islower() and not is_namesake(doc, doc.tokens.start[i])
    if before in _GOVERNING or before in _SPEECH_VERBS:
        return True
    return before.endswith(("er", "ir")) and not before.endswith("ier")  # "écouter"


def _second_namesake(doc: Document, start: int) -> bool:
    """ "les prix Haydn et *Beethoven*": the second of two things named after people."""
    i = doc.tokens.before(start)
    joined = i > 1 and doc.tokens.plain[i] in ("et", "ou", ",") and doc.tokens.text[i - 1][0].isupper()
    return joined and is_namesake(doc, doc.tokens.start[i - 1])


def _names_firm(doc: Document, start: int) -> bool:
    """ "Groupe Solvéa", founded by Roger Solvéa: the surname alone is rather the firm's."""
    i = doc.tokens.before(start)
    return i >= 0 and doc.tokens.plain[i] in _FIRMS and "\n" not in doc.text[doc.tokens.end[i] : start]


def _goes_by_it(doc: Document, start: int, end: int) -> bool:
    """« Toutefois, Étienne met en garde »: the subject of a clause, at its beginning, no capital after it."""
    tokens = doc.tokens
    i, j = tokens.before(start), tokens.at(end)
    opens = i < 0 or tokens.text[i] in ",.;:!?»”" or "\n" in doc.text[tokens.end[i] : start]
    if not (opens or tokens.plain[i] in ("que", "qu'", "et", "avec", "par")):
        return False
    if j + 1 < len(tokens) and tokens.text[j] == "(" and is_known_head(tokens.lower[j + 1]):
        return True  # "Sont élus : Isabelle (présidente)"
    if j + 1 < len(tokens) and tokens.text[j] == "," and tokens.plain[j + 1] in ("lui", "elle", "quant"):
        return True  # "Sébastien, lui, était absent"
    return j < len(tokens) and tokens.text[j][:1].islower() and doc.text[end : tokens.start[j]] == " "


def surname(name: str) -> str:
    """A name without its first names: ``surname("hubert de la motte")`` is ``"de la motte"``."""
    words = name.split(" ")
    if (
        words[-1]
        and lexicon.is_first_name(words[-1])
        and not lexicon.is_first_name(words[0])
        and len(words) == 2
    ):
        return words[0]
    i = 1
    while i < len(words) - 1 and lexicon.is_first_name(words[i]):
        i += 1
    return " ".join(words[i:])


def _last_of_several(short: str) -> str | None:
    """The family name of "Mamadou Bhoye *Diallo*", where the word before it is in no list of first names."""
    before, _, last = short.rpartition(" ")
    if (
        not before
        or last not in _SURNAMES
        or before.rpartition(" ")[2] in _PARTICLES
        or len(last) < _SHORTEST
    ):
        return None
    return last


def _occurrences(doc: Document, form: str) -> Iterator[tuple[int, int]]:
    """Whole-word occurrences of ``form`` in the unaccented text, capitalised in the article."""
    plain, text = doc.plain, doc.text
    words = _WORD.findall(form)
    for i in doc.places.get(words[-1], ()) if words and form.endswith(words[-1]) else ():
        end = doc.tokens.end[i]
        at = end - len(form)
        if at < 0 or not plain.startswith(form, at) or not any(c.isupper() for c in text[at:end]):
            continue
        before, after = plain[at - 1 : at], plain[end : end + 1]
        if after.isalpha() and text[end].isupper() and text[end - 1].islower():
            after = ""  # two words that the page glued together
        if not (before.isalnum() or before in ("-", "@", ".", "/") or after.isalnum() or after in ("-", "@")):
            yield at, end


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_left(taken, (end,))
    return i > 0 and taken[i - 1][1] > start


def _stands_alone(doc: Document, start: int, end: int) -> bool:
    """Neither part of a longer name ("Fondation Tria", "Paul Tria") nor a thing named after the person."""
    tokens = doc.tokens
    if is_namesake(doc, start) or context.article_before(doc, start):
        return False
    i, j = tokens.before(start), tokens.at(end)
    if doc.text[start:end].isupper():
        return True
    if i >= 0 and tokens.text[i][:1].isupper() and "\n" not in doc.text[tokens.end[i] : start]:
        before = tokens.plain[i]
        office = " " in doc.plain[start:end] and context.ends_title(doc, start)
        if not office and before not in _OPENING_WORDS and before not in _CIVILITIES:
            return False  # unless "le ministre de la Santé NAME"
    if j >= len(tokens) or tokens.start[j] == end:
        return True
    return not tokens.text[j][:1].isupper() or "\n" in doc.text[end : tokens.start[j]]


def _initials(
    doc: Document, names: Sequence[str], taken: Sequence[tuple[int, int]]
) -> Iterator[PersonMention]:
    """The speakers of an interview: "F. V. D. : …" when one person has these initials."""
    lines = [0, *(end + 1 for end in starts_of(doc.text, ("\n",)))]
    for found in matches_at(_INITIALS, doc.text, lines):
        letters = [c for c in doc.plain[found.start(1) : found.end(1)] if c.isalpha()]
        owners = [n for n in names if letters in (_letters(n, " "), _letters(n.replace("-", " "), " "))]
        end = found.end(1) - len(found[1]) + len(found[1].rstrip(" -"))
        if len(owners) == 1 and not _overlaps(taken, found.start(1), end):
            yield PersonMention(start=found.start(1), end=end, name=owners[0], rule="initials")


def _letters(name: str, separator: str) -> list[str]:
    return [w[0] for w in plain_shadow(name).split(separator) if w]
