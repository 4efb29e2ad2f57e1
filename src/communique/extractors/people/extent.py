"""How far a name goes: which of the capitalised words after a first name are its surname."""

from __future__ import annotations

import re

from communique.document import Document, line_start, plain_shadow
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head
from communique.extractors.people.runs import Word
from communique.gazetteer import bodies
from communique.lexicon import words as entries

_CIVILITIES = lexicon.civilities()
_NOT_SURNAMES = lexicon.not_surnames()
_NAMED_AFTER = lexicon.named_after()

LONGEST = 6  # words in a name
LONGEST_LINE = 200  # characters of a line that tell whether it is written in capitals
_LANDS = entries(lexicon.ROOM, "lands.txt")
_CITIES = entries(lexicon.ROOM, "cities.txt")
_PARTICLES = entries(lexicon.ROOM, "particles.txt")
_ENTERING = frozenset(("le", "la", "de", "du", "van", "el", "al", "ben"))
_SURNAMES_TOO = frozenset(("maitre", "docteur", "pere", "monsieur", "madame"))
_SURNAMES = lexicon.surnames_abroad()
_GIVEN_HERE = lexicon.first_names()
_SHORTEST_GIVEN = 4  # "Lan", "Ben" stand inside names
_OF_SEVERAL = entries(lexicon.ROOM, "first_of_several.txt")
_UNSURE = lexicon.unsure_first_names()
_RARE = lexicon.rare_first_names()
_SHORTEST = 4  # letters of a surname in capitals that no list knows
_VOWEL = re.compile(r"[aeiouy]")
_PAIR = re.compile(r"\b([A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?) ([A-ZÀ-Ý]{3,})\b")
_CONVENTION = "surnames in capitals"
_VAN, _DE = frozenset(("van", "von", "vander")), frozenset(("de", "den", "der", "het"))
_OPENERS, _CLOSERS = ("«", "“", '"'), ("»", "”", '"')
_NOT_INSIDE = frozenset(("des", "de l'", "l'", "la", "le"))
_OF_LANDS = ("du", "des", "de la", "de l'", "de l’", "d'", "d’", "de")


def end_of_name(doc: Document, words: list[Word], i: int) -> int:
    """Index after the last word of the name that begins at word ``i`` of a run."""
    j = i + 1
    while j < len(words) and j - i < LONGEST and (_inside(words, i, j) or not _foreign(doc, words[j])):
        if j - i > 1 and _closes(doc, words, i, j):
            break
        j += 1
    while j - 1 > i and words[j - 1].initial:
        j -= 1
    return j


def _inside(words: list[Word], i: int, j: int) -> bool:
    """Does a form of address belong to the name here: "Henri Maître", "Jean M. Petit"?"""
    if _after_van(words, j):
        return True
    return middle_initial(words, j) or (j == len(words) - 1 == i + 1 and words[j].plain in _SURNAMES_TOO)


def _after_van(words: list[Word], j: int) -> bool:
    """ "Dirk Van de *Ville*", "Dirk Van De *Ville*": part of the name, whatever it is elsewhere."""
    return words[j - 1].plain in _VAN or (j > 1 and words[j - 1].plain in _DE and words[j - 2].plain in _VAN)


def middle_initial(words: list[Word], j: int) -> bool:
    """Is word ``j`` an initial between a first name and a surname?"""
    if not 0 < j < len(words) - 1 or not words[j].initial or words[j - 1].end + 1 != words[j].start:
        return False
    before, after = words[j - 1], words[j + 1]
    given = not before.initial and lexicon.is_first_name(before.plain)
    return given and not after.initial and not lexicon.is_first_name(after.plain)


def _foreign(doc: Document, word: Word) -> bool:
    """A word that is part of no name, or a form of address that begins another."""
    if word.plain in _CIVILITIES:
        return True
    if word.plain in _PARTICLES and doc.text[word.start + 1 : word.end].islower():
        return False  # "Moussa Ag Tarzit"
    return word.plain in _NOT_SURNAMES and not (word.lead < word.start and word.plain in _LANDS)


def _closes(doc: Document, words: list[Word], i: int, j: int) -> bool:
    """Is the name from ``i`` whole before word ``j``, as a surname has been read?"""
    word, text = words[j], doc.text
    lead = doc.lower[word.lead : word.start].strip()
    if _after_van(words, j):
        return False
    if word.initial or lead in _NOT_INSIDE:
        return word.initial is False or j - i > 2
    whole, shouted, before = (capitals(text, w) for w in (words[i], word, words[j - 1]))
    if not whole and shouted != before:
        # an acronym after a name, a new name after a surname in capitals; not "Mame Ndéo SENE"
        return before or not _surname_in_capitals(doc, words, i, j)
    if lead in _OF_LANDS and j - i > 1 and word.plain in lexicon.places():
        return not lexicon.is_first_name(words[j - 1].plain)  # "Vivian Loss Sanmar du Brésil"
    if lead:
        return (word.plain in _NAMED_AFTER and word.plain not in _LANDS) or _of_body(doc, words, j)
    if _next_name(words, i, j):
        return True
    title = is_head(doc.lower[word.start : word.end]) and not lexicon.is_first_name(word.plain)
    return title and words[j - 1].plain not in _ENTERING and words[j - 1].plain not in _PARTICLES


def _next_name(words: list[Word], i: int, j: int) -> bool:
    """ "Anne Torvel *Paul Morvan*": a second first name and surname, what parted them lost."""
    if j - i != 2 or len(words) != j + 2 or words[j + 1].initial or words[j + 1].lead < words[j + 1].start:
        return False
    return (
        words[j].plain in _GIVEN_HERE
        and len(words[j].plain) >= _SHORTEST_GIVEN
        and words[i].plain not in _OF_SEVERAL
        and words[j].plain not in _OF_SEVERAL
        and words[j].plain not in _UNSURE
        and not lexicon.is_first_name(words[j - 1].plain)
        and words[j + 1].plain not in _NOT_SURNAMES
        and words[j - 1].plain not in _PARTICLES
        and words[j].plain not in _SURNAMES
        and len(words[j - 1].plain) >= _SHORTEST
    )


def _surname_in_capitals(doc: Document, words: list[Word], i: int, j: int) -> bool:
    """ "Mamadou Lamine *BALDÉ*", "Sidi Mohamed *OULD TAH*": a surname, no acronym."""
    surname = words[j].plain
    if words[j].lead < words[j].start or surname in _NOT_SURNAMES:
        return False
    if surname in _SURNAMES or surname in _PARTICLES:
        return True
    if surname in bodies() and any(b.words == (surname,) for b in bodies().likely(surname, None)):
        return False
    if len(surname) < _SHORTEST or _VOWEL.search(surname) is None or surname in _NAMED_AFTER:
        return False
    given = all(lexicon.is_first_name(w.plain) or w.plain in _RARE for w in words[i + 1 : j])
    return given or (words[j - 1].plain not in _SURNAMES and _writes_surnames_in_capitals(doc))


def _writes_surnames_in_capitals(doc: Document) -> bool:
    """Does the article write "Awa SECK" somewhere?"""
    known = doc.kept.get(_CONVENTION)
    if known is None:
        pairs = (m for m in _PAIR.finditer(doc.text) if m[2].casefold() not in bodies())
        known = any(lexicon.is_first_name(plain_shadow(m[1].lower())) for m in pairs)
        doc.kept[_CONVENTION] = known
    return known is True


def _of_body(doc: Document, words: list[Word], j: int) -> bool:
    """ "NAME *de la Philharmonie*", "d'Emmaüs", "de Brest Métropole": does word ``j`` begin a body?"""
    word = words[j]
    if word.plain in lexicon.heads_of_bodies():
        return True
    if lexicon.is_first_name(words[j - 1].plain):
        return False  # "Anne Marie de Michelin"
    if word.plain in _CITIES and doc.lower[word.lead : word.start].strip() == "de":
        return True
    following = words[j + 1] if j + 1 < len(words) else None
    if following and following.lead == following.start and following.start == word.end + 1:
        title = following.plain in _CIVILITIES or is_head(doc.lower[following.start : following.end])
        if following.plain in _NOT_SURNAMES and not title:
            return True
    if word.plain not in bodies():
        return False
    second = following.plain if following else None
    name = (word.plain, second)
    return any(not b.weak and b.words in (name[:1], name) for b in bodies().likely(word.plain, second))


def capitals(text: str, word: Word) -> bool:
    """Is the word written in capitals, its elided particle aside ("d’HAUTERIVES")?"""
    surface = text[word.start : word.end]
    return not word.initial and len(surface) > 1 and surface.rpartition("’")[2].rpartition("'")[2].isupper()


def shouted_line(doc: Document, at: int) -> bool:
    """Is the line written in capitals?"""
    start = line_start(doc.text, at)
    end = doc.text.find("\n", at)
    line = doc.text[start : min(end if end >= 0 else len(doc.text), start + LONGEST_LINE)]
    return sum(c.isupper() for c in line) > 2 * sum(c.islower() for c in line)


def in_marks(doc: Document, start: int, end: int) -> bool:
    """Do quotation marks hold a name and nothing else, after a noun in small letters: a title, a nickname?"""
    before, after = doc.text[max(0, start - 2) : start].strip(), doc.text[end : end + 2].strip()
    if before not in _OPENERS or after not in _CLOSERS:
        return False
    i = doc.tokens.before(start) - 1
    return i >= 0 and doc.tokens.text[i].islower() and not is_head(doc.tokens.lower[i])
