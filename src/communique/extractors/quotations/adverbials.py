"""What stands between a verb and its subject: adverbs, dates, places, asides."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class

_ADVERBS = in_class("adverbs")
_PREPOSITIONS = in_class("prepositions")
_DAY_PARTS = in_class("day_parts")
_SUBJECT_PRONOUNS = in_class("subject_pronouns")
_LINKS = frozenset(
    {"si", "lorsque", "lorsqu'", "comme", "dont", "où", "et", "mais", "que", "qu'",
     "car", "quand", "quoi", "puis", "ou", "tandis", "alors", "or"}
)  # fmt: skip
_COMPLEMENT = 10
_ASIDE = 9  # chunks of ", dans un courrier du 9 janvier,"
_DETERMINERS = in_class("determiners")
_MONTHS = in_class("months")
_LAST_TIMES = frozenset({"jours", "semaines", "mois", "années", "temps", "heures"})
_TIMES = frozenset({"deux", "trois", "plusieurs", "maintes", "dix", "cent", "mille"})


def is_adverb(low: str) -> bool:
    """Whether a word is an adverb by list or ending: "récemment", but not "établissement"."""
    if low in _ADVERBS:
        return True
    return (
        low.endswith("ment") and len(low) > 5 and noun_kind(low) == "other" and not low.endswith("issement")
    )


def skip_adverbials(row: Sequence[Chunk], i: int) -> int:
    """Past what stands between a verb and its subject: "toutefois", "au micro", ", très ému,"."""
    for _ in range(4):
        if i >= len(row):
            return i
        chunk = row[i]
        if chunk.kind == "w" and is_adverb(chunk.low):
            i += 1
            while i < len(row) and row[i].kind == "w" and _dates(row[i].low):
                i += 1
        elif chunk.low in ("le", "ce") and (j := _past_date(row, i)) is not None:
            i = j
        elif chunk.low == "ces" and i + 2 < len(row) and row[i + 2].low in _LAST_TIMES:
            i += 3  # "a répété | ces derniers jours | la maire"
        elif chunk.low in _TIMES and i + 1 < len(row) and row[i + 1].low == "fois":
            i += 2  # "trois fois"
        elif chunk.low == "quant" and i + 2 < len(row):
            i += 3
        elif chunk.low == "en" and (j := _past_gerund(row, i)) is not None:
            i = j
        elif chunk.kind == "w" and chunk.low in _PREPOSITIONS:
            i = _past_complement(row, i)
        elif (
            chunk.kind == ","
            and (j := _comma_within(row, i + 1, _ASIDE)) is not None
            and row[i + 1].kind == "w"
        ):
            following = row[i + 1].low
            if following in ("le", "ce") and _past_date(row, i + 1) == j:
                i = j + 1  # "expliquait | , le 4 décembre, | le responsable"
                continue
            if any(c.low in ("avant", "après") for c in row[i + 2 : min(i + 5, j)]):
                i = j + 1  # "a dit | , quelques heures après le vote, | le maire"
                continue
            determined = following in _DETERMINERS and following not in _PREPOSITIONS
            if noun_kind(following) != "other" or determined:
                return i
            i = j + 1
        else:
            return i
    return i


def _dates(low: str) -> bool:
    return low.isdigit() or low in _MONTHS or low in _DAY_PARTS


def _past_date(row: Sequence[Chunk], i: int) -> int | None:
    """ "le 3 mai 2024", "ce mardi matin": the chunk after it; "ce dernier" is somebody."""
    j = i + 1
    while j < min(len(row), i + 6) and row[j].kind == "w" and _dates(row[j].low):
        j += 1
    return j if j > i + 1 and not row[i + 1].low.startswith("derni") else None


def _past_gerund(row: Sequence[Chunk], i: int) -> int | None:
    """ "a expliqué | en présidant les travaux, | Jeanne Petit": what was done meanwhile."""
    if i + 1 >= len(row) or not row[i + 1].low.endswith("ant"):
        return None
    j = _comma_within(row, i + 2, _ASIDE)
    follows = row[j + 1] if j is not None and j + 1 < len(row) else None
    named = follows is not None and (follows.kind == "P" or follows.low in ("le", "la", "l'"))
    return j + 1 if named and j is not None else None


def _past_complement(row: Sequence[Chunk], i: int) -> int:
    """ "à ses côtés", "lors d'une conférence de presse", "au micro de RTL": up to what can be a subject."""
    j = i + 1
    while j < min(len(row), i + _COMPLEMENT) and row[j].kind in "wI":
        low = row[j].low
        before = row[j - 1]
        if low in ("que", "qu'"):
            break  # "indique en outre que"
        if row[j].kind == "I" and j + 3 < len(row) and row[j + 1].kind == "(" and row[j + 3].kind == ")":
            j += 4  # "à l'Agence France-Presse (AFP) | le procureur"
            break
        if before.kind == "I" and low not in _PREPOSITIONS:
            break  # "auprès de l'AFP Jean Petit"
        if row[j].kind == "I" and j > i + 2 and before.kind == "w" and _follows(row, j + 1):
            j += 1
            continue  # "sur son compte TikTok le Dr Petit"
        linked = before.low in _PREPOSITIONS or before.low in _DETERMINERS
        if linked and before.kind == "w":
            j += 1
            continue
        if row[j].kind == "I" or (low in _DETERMINERS and low not in ("du", "des", "au", "aux")):
            break
        if low in _SUBJECT_PRONOUNS or low in _LINKS:
            break
        j += 1
    return j


def _follows(row: Sequence[Chunk], i: int) -> bool:
    """Whether a subject begins right there: a person, or a function with its article."""
    if i + 1 >= len(row):
        return False
    determined = row[i].low in ("le", "la", "l'") and row[i + 1].kind in "wP"
    return row[i].kind == "P" or (
        determined and (row[i + 1].kind == "P" or noun_kind(row[i + 1].low) == "role")
    )


def _comma_within(row: Sequence[Chunk], i: int, far: int) -> int | None:
    for j in range(i, min(i + far, len(row))):
        if row[j].kind == ",":
            return j
        if row[j].kind not in "wI":
            return None
    return None
