"""What is set beside a noun: a name between commas, an age."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.extents import OF, may_be_verb, noun_kind, skip_parenthesis
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class

SPEAKING_FOR = frozenset(
    {"porte-parole", "proche", "collaborateur", "collaboratrice", "conseiller", "conseillère"}
)
_OFFICE = 10  # chunks of "conseillère du ministre délégué à la Mer"
_TITLE = 6  # chunks of "en balistique près la cour"


def of_another(row: Sequence[Chunk], head: int, end: int) -> bool:
    """ "un proche | du président | Jean Petit": the name goes with the noun of the complement."""
    return (
        end - head > 2
        and noun_kind(row[end - 1].low) == "role"
        and row[end - 2].low in ("du", "de", "l'", "la")
    )


def speaks_for_another(row: Sequence[Chunk], i: int) -> bool:
    """ "un conseiller de la ministre, Jeanne Petit,": the name goes with whom the first one works for."""
    if row[i].low not in ("un", "une", "des", "plusieurs") or i + 3 >= len(row):
        return False
    head = next((j for j in range(i + 1, i + 3) if row[j].low in SPEAKING_FOR), None)
    if head is None:
        return False
    comma = next((j for j in range(head, min(head + _OFFICE, len(row))) if row[j].kind == ","), head)
    return any(of_another(row, head, k + 1) for k in range(head + 2, comma))


def aged(row: Sequence[Chunk], i: int) -> bool:
    """ "le milieu de terrain, 24 ans,": an age set beside."""
    return i + 2 < len(row) and row[i].kind == "," and row[i + 1].low.isdigit() and row[i + 2].low == "ans"


def apposed(row: Sequence[Chunk], comma: int, limit: int) -> int | None:
    """The name set beside a role: ", Jeanne Petit", ", la Dre Jeanne Petit," but not a further subject."""
    if comma + 1 >= limit or row[comma].kind != ",":
        return None
    i = comma + 1
    if (
        row[i].low in ("le", "la", "l'")
        and i + 2 < limit
        and row[i + 1].kind == "I"
        and row[i + 2].kind == ","
    ):
        return i + 1  # "leur premier client, la Ville de X,"
    if row[i].low in ("le", "la", "l'") and i + 1 < limit and noun_kind(row[i + 1].low) == "org":
        for j in range(
            i + 2, min(limit - 2, i + 8)
        ):  # "le président d'Untel, la fédération locale, Jean Petit,"
            if row[j].kind == ",":
                return j + 1 if row[j + 1].kind == "P" and row[j + 2].kind == "," else None
    if row[i].kind == "w" and row[i].low in ("le", "la", "l'"):
        i += 1
        first = i
        while i < min(limit, comma + 6) and row[i].kind == "w" and row[i].low not in OF:
            i += 1
        role = any(noun_kind(c.low) == "role" or c.low in in_class("prenominal") for c in row[first:i])
        if (
            role and i < limit and row[i].low in OF and noun_kind(row[i - 1].low) == "role"
        ):  # ", l'expert en balistique Jean Petit,"
            last = next((k for k in range(i, min(limit, i + _TITLE)) if row[k].kind not in "wI"), i)
            told = any(may_be_verb(c.low) or c.low.endswith(("é", "ant")) for c in row[i:last])
            i = i if told else last
        if i > first and not role:
            return None
        if i + 1 < min(limit, len(row)) and row[i + 1].kind not in ",.;(»":
            return None
    return i if i < limit and row[i].kind == "P" else None


def apposed_body(row: Sequence[Chunk], comma: int, limit: int) -> int | None:
    """ "L'exploitant, Vents du Sud, dénonce": the body set beside what it is or does, between commas."""
    if comma + 1 >= limit or row[comma].kind != "," or row[comma + 1].kind != "I":
        return None
    after = skip_parenthesis(row, comma + 2)
    return comma + 1 if after < len(row) and row[after].kind == "," else None
