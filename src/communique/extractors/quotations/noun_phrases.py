"""Noun phrases that can name a speaker, read from rows of chunks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.document import plain_shadow
from communique.extractors.people.lexicon import gender as first_name_gender
from communique.extractors.people.lexicon import is_inhabitant
from communique.extractors.quotations.apposed import SPEAKING_FOR, aged, apposed, apposed_body, of_another
from communique.extractors.quotations.extents import (
    OF,
    TERM,
    extent,
    may_be_verb,
    noun_kind,
    skip_parenthesis,
)
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import forms
from communique.extractors.quotations.words import in_class, listed, org_nouns, role_nouns

_SUBJECT_PRONOUNS = in_class("subject_pronouns")
_DETERMINERS = in_class("determiners")
_SEATS = in_class("seats")
_COUNTRIES = in_class("countries")
_PREPOSITIONS = in_class("prepositions")
_ROLE_NOUNS = role_nouns()
_PRENOMINAL = in_class("prenominal")
_ORG_NOUNS = org_nouns()
_TELLING_NOUNS = listed("telling_nouns.txt")
_ORDINALS = in_class("ordinals")
_TRADERS = in_class("traders")
_PARTISANS = in_class("partisans")
_FORMS = forms()

INDEFINITE = frozenset(
    {"un", "une", "un·e", "des", "plusieurs", "certains", "certaines", "quelques", "deux", "d'autres"}
)

_TIMES = frozenset(
    {
        "jours",
        "semaines",
        "mois",
        "années",
        "ans",
        "temps",
        "heures",
        "minutes",
        "saisons",
        "semaine",
        "année",
    }
)
_PLURAL = frozenset({"les", "des", "ces", "ses", "leurs"})
_FEW = frozenset({"deux", "trois", "quatre", "cinq", "six", "dix", "nombreux", "nombreuses", "autres"})
_SITES = frozenset({"site", "blog", "portail", "podcast", "titre", "syndicat", "compte", "publication"})
_FELLOWS = frozenset({"confrères", "consœurs", "confrère", "consœur"})


_BEFORE_BODY = OF | {"le", "la", "l'", "les"}

_OF_SOMEBODY = frozenset({"le", "la", "l'", "ce", "cet", "cette"})
_OF_THIS = _OF_SOMEBODY | {"son", "sa", "leur", "notre"}

_NUMBERS = frozenset(
    {"quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "quinze", "vingt"}
)
_PLIERS = ("eurs", "euses", "istes", "ants", "antes", "iens", "iennes", "iers", "ières")  # "un des vendeurs"
_SOME = frozenset({"certains", "certaines", "plusieurs"})

_PAGES = frozenset({"page", "fil", "profil", "événement", "pages"})
_PLATFORMS = frozenset({"facebook", "twitter", "instagram", "telegram", "whatsapp", "tiktok", "youtube", "x"})
_ADDRESS = frozenset({"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle"})


# What stands between "de" and the noun for several people or documents.
_MANY = in_class("of_many")
_QUANTITIES = frozenset({"beaucoup", "nombre", "quantité", "énormément"})
_BEFORE_MANY = frozenset(
    {"et", "mais", "que", "qu'", "selon", "après", "par", "pour", "car", "dont", "où", "si", "bon"}
)
_BEFORE_TERM = INDEFINITE | _PLURAL | {"le", "la", "ce", "cette"}
_POWERS = in_class("powers")
_GROUPED = in_class("grouped")
_SOME_PEOPLE = in_class("some_people")
_NOBODY = in_class("nobody")
_PERSONS = frozenset({"personnes", "gens", "individus", "familles", "foyers"})
_OTHERS = in_class("others_than")
_HIMSELF = frozenset({"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"})

STRONG = frozenset({"person", "inst", "role", "org", "pronoun"})


class Subject(NamedTuple):
    """Who speaks, as far as the sentence says: a span, what it is, the chunk after it.

    ``kind``: person, inst, role ("la directrice"), org ("l'école"), document ("l'étude"), pronoun, unnamed
    ("un élu"), name (capitalised words), other,
    on ("on", "nous"). ``also``: the spans of further speakers ("déclarent A et B").
    """

    kind: str
    start: int
    end: int
    after: int
    also: tuple[tuple[int, int], ...] = ()


def read_np(row: Sequence[Chunk], i: int, text: str, limit: int = 1 << 30) -> Subject | None:
    """The noun phrase that begins at chunk ``i`` and ends before ``limit``, an apposed name included.

    "la maire, Jeanne Petit" is Jeanne Petit.
    """
    if i >= min(len(row), limit):
        return None
    chunk = row[i]
    beside = row[i + 1] if i + 1 < min(len(row), limit) else None
    if beside is not None and beside.kind == "P" and _first_name(chunk, text):
        return named(row, i + 1)  # "selon Nicolas | Petit": a first name that is read apart
    if chunk.kind in "PI":
        return _office_holder(row, i) or named(row, i)
    if chunk.kind != "w":
        return None
    if chunk.low in _SUBJECT_PRONOUNS or chunk.low in _HIMSELF:
        kind = "on" if chunk.low in ("on", "je", "j'", "nous", "vous", "tu") else "pronoun"
        return Subject(kind, chunk.start, chunk.end, i + 1)
    if chunk.low in ("celui", "celle") and i + 1 < len(row) and row[i + 1].low == "qui":
        return Subject("pronoun", chunk.start, chunk.end, i + 1)
    if chunk.low in ("lui", "eux") or (i == 0 and chunk.low in ("lequel", "laquelle")):
        return Subject("pronoun", chunk.start, chunk.end, i + 1)
    if chunk.low in ("de", "d'") and beside is not None and beside.low in _MANY:
        return _many(row, i, i + 2, min(limit, len(row)))
    if chunk.low in _QUANTITIES and beside is not None and beside.low in ("de", "d'"):
        return _many(row, i, i + 2, min(limit, len(row)))
    if chunk.low in ("tous", "toutes") and beside is not None and beside.low in ("les", "ces", "nos"):
        return _many(row, i, i + 2, min(limit, len(row)))
    last = i + (chunk.low == "d'")  # "d'aucuns", "d'autres"
    if last + 1 == limit < len(row) and row[last].low in _SOME_PEOPLE:
        return Subject("unnamed", chunk.start, row[last].end, limit)
    if chunk.low in _DETERMINERS:
        return _determined(row, i, text, min(limit, len(row)))
    if _counts_people(row, i):
        return _determined(row, i, text, min(limit, len(row)))  # "cinq détaillants", "37 élus"
    if chunk.low in _ADDRESS and i + 1 < len(row) and row[i + 1].low in ("le", "la", "l'"):
        return _determined(row, i + 1, text, min(limit, len(row)))  # "Madame la maire, Jeanne Petit"
    if chunk.low in _SEATS and text[chunk.start].isupper() and (i == 0 or row[i - 1].kind == ","):
        return Subject("name", chunk.start, chunk.end, i + 1)
    if text[chunk.start].isupper() and i + 1 < len(row) and row[i + 1].kind == "w":
        nxt = row[i + 1]
        if text[nxt.start].isupper() and chunk.low not in _PREPOSITIONS and nxt.low not in _DETERMINERS:
            end = i + 2
            while end < len(row) and row[end].kind == "w" and text[row[end].start].isupper():
                end += 1
            return Subject("name", chunk.start, row[end - 1].end, end)
    return None


def _many(row: Sequence[Chunk], i: int, head: int, limit: int) -> Subject | None:
    """ "de nombreux élus", "beaucoup d'élus", "tous les élus": some or all of them, not "la mort de …"."""
    before = row[i - 1] if i else None
    if before is not None and before.kind in "wPI" and before.low not in _BEFORE_MANY:
        form = _FORMS.get(before.low)
        if form is None and not before.low.endswith(("ent", "ont", "é", "i", "u")):
            return None
    if head >= limit or row[head].kind != "w":
        return None
    kind = noun_kind(row[head].low)
    if kind == "other" and row[head].low in _POWERS:
        kind = "org"  # "d'autres pays ont annoncé que"
    if kind == "other" and row[head].low not in _TELLING_NOUNS:
        return None
    end = extent(row, head + 1, limit)
    return Subject("document" if kind == "other" else "unnamed", row[i].start, row[end - 1].end, end)


def _first_name(chunk: Chunk, text: str) -> bool:
    """Whether a word or a one-word name right before a person's can only be theirs."""
    if chunk.kind not in "wI" or not text[chunk.start].isupper() or " " in text[chunk.start : chunk.end]:
        return False
    return first_name_gender(plain_shadow(text[chunk.start : chunk.end])) is not None


def _counts_people(row: Sequence[Chunk], i: int) -> bool:
    """ "cinq élus", "37 maires", "une quinzaine" apart: a number right before a noun in the plural."""
    number = row[i].low in _NUMBERS or (row[i].low.isdigit() and row[i].low != "1" and len(row[i].low) < 4)
    if not number or i + 1 >= len(row) or row[i + 1].kind != "w":
        return False
    return noun_kind(row[i + 1].low) == "role" or row[i + 1].low.endswith(_PLIERS)


def named(row: Sequence[Chunk], i: int) -> Subject:
    chunk = row[i]
    kind = "person" if chunk.kind == "P" else "inst"
    after = skip_parenthesis(row, i + 1)
    also: list[tuple[int, int]] = []
    while (
        after + 1 < len(row)
        and row[after].low in ("et", ",")
        and (j := _past_article(row, after + 1)) < len(row)
        and row[j].kind == chunk.kind
        and (row[after].low == "et" or (j + 1 < len(row) and row[j + 1].low == "et"))
    ):
        also.append((row[j].start, row[j].end))
        after = skip_parenthesis(row, j + 1)
    return Subject(kind, chunk.start, chunk.end, after, tuple(also))


def _office_holder(row: Sequence[Chunk], i: int) -> Subject | None:
    """ "la Défenseure des droits, Jeanne Petit,": an authority that is one person, with her name."""
    office = row[i].kind == "I" and row[i].low in _ROLE_NOUNS and i + 2 < len(row)
    return named(row, i + 2) if office and row[i + 1].kind == "," and row[i + 2].kind == "P" else None


def _past_article(row: Sequence[Chunk], i: int) -> int:
    return i + 1 if row[i].low in ("le", "la", "l'", "les") and i + 1 < len(row) else i


def head_index(row: Sequence[Chunk], i: int, limit: int) -> int:
    """From a determiner to the head of its noun phrase, past "ancien", "propre"…"""
    j = i + 1
    if row[i].low in _PLURAL and j + 1 < limit and row[j].low in _FEW and row[j + 1].kind == "w":
        j += 1  # "les deux suspects"
    while j < len(row) and row[j].kind == "w" and row[j].low in _PRENOMINAL and j < i + 4:
        if j + 1 >= limit or row[j + 1].kind not in "wPI":
            break
        j += 1
    return j


def _determined(row: Sequence[Chunk], i: int, text: str, limit: int) -> Subject | None:
    j = head_index(row, i, limit)
    if j >= limit:  # "certains", "plusieurs" alone before their verb
        return Subject("unnamed", row[i].start, row[i].end, i + 1) if row[i].low in _SOME else None
    det, head = row[i], row[j]
    if det.low in _SOME and j == i + 1 and head.kind == "w" and may_be_verb(head.low):
        return Subject("unnamed", det.start, det.end, i + 1)  # "certains estiment que"
    if head.kind in "PI":
        return _office_holder(row, j) or named(row, j)
    if head.kind == "Q" and head.end - head.start < TERM and det.low in _BEFORE_TERM:
        end = extent(row, j + 1, limit)
        return Subject("unnamed", det.start, row[end - 1].end, end)  # "certains « gilets rouges »"
    if head.kind != "w":
        return None
    if det.low == "l'" and head.low in ("un", "une"):
        return _one_of(row, i, j + 1, limit)
    if det.low in ("un", "une") and head.low in ("des", "de") and j == i + 1:
        return _one_of(row, i, j, limit)  # "un des auteurs"
    if head.low in ("dernier", "dernière", "derniers", "dernières") and det.low.startswith("ce"):
        if j + 1 < len(row) and row[j + 1].low in _TIMES:
            return Subject("other", det.start, row[j + 1].end, j + 2)  # "ces derniers jours"
        return Subject("pronoun", det.start, head.end, j + 1)
    if head.low in _GROUPED and (several := _grouped(row, i, j, limit)) is not None:
        return several
    if head.low == "autres" and j > i + 1 and j + 1 < len(row) and may_be_verb(row[j + 1].low):
        return Subject("unnamed", det.start, head.end, j + 1)  # "les quatre autres ont dit que"
    kind = noun_kind(head.low)
    if head.low == "tête" and [c.low for c in row[j + 1 : j + 3]] == ["de", "liste"]:
        kind = "role"
    if kind == "other" and head.low in _TELLING_NOUNS:
        kind = "document"
    if kind == "other" and text[head.start].isupper() and det.low in _OF_SOMEBODY:
        following = row[j + 1] if j + 1 < len(row) else None
        alone = following is None or following.kind not in "wPI" or text[following.start].islower()
        from_there = is_inhabitant(head.low.split("-")[-1]) or head.low.endswith(("ard", "arde"))
        from_there = from_there or head.low in _PARTISANS  # "glisse la Verte"
        if alone and from_there:  # "rigole la Neuchâteloise"
            return Subject("role", det.start, head.end, j + 1)
    country = kind == "other" and head.low in _COUNTRIES and det.low in _OF_SOMEBODY
    if country and text[head.start].isupper() and not (j + 1 < len(row) and text[row[j + 1].start].isupper()):
        return Subject("name", det.start, head.end, j + 1)  # "la France a annoncé que"
    own = (
        kind == "other"
        and text[head.start].isupper()
        and det.low in ("le", "la", "l'")
        and (len(head.low) > 3 or (len(head.low) == 3 and text[head.start : head.end].isupper()))
    )
    capital = kind == "other" and det.low in ("un", "une") and text[head.start].isupper()
    if capital and j + 1 < len(row) and row[j + 1].kind == "w" and text[row[j + 1].start].isupper():
        return Subject("name", head.start, row[j + 1].end, j + 2)  # "ajoute un Jean Petit très remonté"
    if head.low in _ORDINALS and (j + 1 >= limit or row[j + 1].kind != "w"):
        return Subject("role", det.start, head.end, j + 1)
    if head.low in _FELLOWS and det.low in ("nos", "notre"):
        of = next((k for k in range(j + 1, min(j + 5, len(row))) if row[k].kind == "I"), None)
        if of is not None:
            return named(row, of)  # "nos confrères de Ouest-France"
    page = head.low in _PAGES or (head.low in ("groupe", "compte") and det.low in INDEFINITE)
    if page and j + 1 < len(row) and row[j + 1].low in _PLATFORMS:
        end = extent(row, j + 1, limit)
        return Subject("unnamed", det.start, row[max(end, j + 2) - 1].end, max(end, j + 2))
    if kind != "role" and j + 1 < len(row) and row[j + 1].kind == "I":
        return named(row, j + 1)  # "l'association Générations futures"
    end = extent(row, j + 1, limit)
    if kind == "other" and aged(row, end):
        kind = "role"  # "le milieu de terrain, 24 ans,"
    if end < limit and row[end].kind == "P" and row[end - 1].low not in OF:
        others = det.low in INDEFINITE or head.low in _OTHERS
        if not others or not of_another(row, j, end):
            return named(row, end)
        end += 1  # "un proche du président Jean Petit", "l'entourage du président Jean Petit"
    carries = kind == "org" or head.low in _SITES
    if carries and row[end - 1].kind == "I" and end - 2 > j and row[end - 2].low not in _BEFORE_BODY:
        return named(row, end - 1)  # "le géant du luxe Untel"
    close = skip_parenthesis(row, end)
    if end < close < limit and row[close].kind == "P":
        return named(row, close)  # "le président de la Fédération des pêcheurs (FDP) Jean Petit"
    speaks_for = head.low in SPEAKING_FOR and det.low in INDEFINITE
    of_him = speaks_for and any(of_another(row, j, k + 1) for k in range(j + 2, close))
    sourced = kind == "document" or head.low == "source"  # "Selon une source policière, Jean Petit, 33 ans,"
    beside = (kind != "other" or capital) and not of_him and not sourced
    if beside and (name := apposed(row, close, limit)) is not None:
        return named(row, name)
    trades = kind == "org" or head.low in _ORG_NOUNS or head.low in _TRADERS
    if trades and det.low in _OF_THIS and (body := apposed_body(row, close, limit)) is not None:
        return named(row, body)
    counted = det.low in _NUMBERS or det.low.isdigit()
    if counted and kind == "other" and head.low.endswith(_PLIERS):
        kind = "role"  # "cinq détaillants"
    if kind in ("role", "org") and (
        det.low in INDEFINITE or counted or (kind == "org" and det.low in _PLURAL)
    ):
        kind = "unnamed"
    elif det.low in ("notre", "nos", "votre", "vos", "mon", "ma", "mes") and kind == "org":
        kind = "other"
    if own and kind == "other" and head.low not in _NOBODY:
        kind = "name"  # "la Maison-Rouge a indiqué que"
    return Subject(kind, det.start, row[end - 1].end, close)


def _grouped(row: Sequence[Chunk], i: int, head: int, limit: int) -> Subject | None:
    """ "une dizaine d'élus", "un grand nombre d'agriculteurs", "une poignée de riverains"."""
    if head + 2 >= limit or row[i].low not in ("un", "une", "la", "le", "l'"):
        return None
    people = head + 1 + (row[head + 1].low in ("de", "d'", "des"))
    people += row[people].low == "les"
    if people == head + 1 or people >= limit or not _of_people(row[people].low):
        return None
    end = extent(row, people + 1, limit)
    return Subject("unnamed", row[i].start, row[end - 1].end, end)


def _one_of(row: Sequence[Chunk], i: int, of: int, limit: int) -> Subject:
    """ "l'un d'eux", "une des organisatrices", "l'un de ses avocats, Jean Petit": the name set beside it."""
    plain = Subject("unnamed", row[i].start, row[of - 1].end, of)
    if of >= limit or row[of].low not in OF or row[of].kind != "w":
        return plain
    end = extent(row, of + 1, limit)
    if row[i].low != "l'" and not any(_of_people(c.low) for c in row[of + 1 : of + 4]):
        return plain._replace(kind="other", end=row[end - 1].end, after=end)  # "un des défis"
    if end < limit and row[end].kind == "P":
        return named(row, end)
    if (name := apposed(row, end, limit)) is not None:
        return named(row, name)
    return plain._replace(end=row[end - 1].end, after=end)


def _of_people(low: str) -> bool:
    return noun_kind(low) != "other" or low.endswith(_PLIERS) or low in _PERSONS
