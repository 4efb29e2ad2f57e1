"""Whom "on" and "qui" stand for in their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.apposed import apposed
from communique.extractors.quotations.extents import extent, noun_kind
from communique.extractors.quotations.noun_phrases import Subject, named, read_np
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class

_NAMING = ("person", "inst", "role", "org", "pronoun", "unnamed", "name")
_BESIDE_QUI = 10  # chunks of a noun phrase before "qui"
_READ_IN = 4  # chunks between "on" and the medium in "peut-on lire dans les colonnes de"
_ASKED = 8  # chunks of "a-t-on appris, jeudi, auprès de"
_ONE = frozenset({"la", "le", "l'", "du"})
_COUNTRIES = in_class("countries")
_TITLED = 6  # chunks of "le ministre des Affaires étrangères de la"
_ADDRESSED = frozenset({"vous", "tu", "je", "j'"})
_AT_OR_OF = frozenset({"chez", "à", "au", "aux", "de", "du", "des", "d'", "côté"})
_WHERE = frozenset({"chez", "à", "au", "aux", "côté", "a", "dans"})


def on_body(row: Sequence[Chunk], subject: Subject | None) -> Subject | None:
    """ "Chez X, on dit …", "confirme-t-on à l'ARS": "on" is the body named in the same sentence, if any."""
    if subject is None or subject.kind != "on":
        return subject
    at = next((j for j, c in enumerate(row) if c.start >= subject.start), len(row))
    if at < len(row) and row[at].low in _ADDRESSED:
        return subject  # "vous avez affirmé lors du conseil"
    where = [j for j in range(max(0, at - 2), at) if row[j].low == "où"]  # "au CNRS, où l'on précise"
    told = at < len(row) and row[at].low == "il"  # "il nous a été répondu": by a body named before
    for j, chunk in enumerate(row[: where[0]] if where else row[:at] if told else row):
        if chunk.kind != "I" or j == 0 or (where and j < where[0] - 3):
            continue
        before = row[j - 1].low
        if before in ("l'", "la", "le", "les") and j > 1:
            before = row[j - 2].low
        if j < at and not where and not told and not _fronted(row, j):
            continue  # "le sacre du Stade, a-t-on appris auprès du parquet"
        read = before == "dans" and at < j <= at + _READ_IN  # "peut-on lire dans X"
        if (
            before in ("chez", "à", "au", "aux", "de", "du", "des", "d'", "côté")
            or read
            or (before == "a" and j < 4)
        ):
            return Subject("inst", chunk.start, chunk.end, j + 1)
    return _asked(row, at) or subject


def _asked(row: Sequence[Chunk], on: int) -> Subject | None:
    """ "a-t-on appris auprès de la procureure", "… auprès de Jeanne Petit": the person who was asked."""
    beside = next((j for j in range(on + 1, min(on + _ASKED, len(row))) if row[j].low == "auprès"), None)
    if beside is None or beside + 2 >= len(row):
        return None
    i = beside + 1 + (row[beside + 1].low in ("de", "d'"))
    if row[i].kind == "P":
        return named(row, i)
    if i + 1 >= len(row) or row[i].low not in _ONE or noun_kind(row[i + 1].low) != "role":
        return None
    end = extent(row, i + 2, len(row))
    if end < len(row) and row[end].kind == "P":
        return named(row, end)
    name = apposed(row, end, len(row))
    return named(row, name) if name is not None else Subject("role", row[i].start, row[end - 1].end, end)


def _fronted(row: Sequence[Chunk], body: int) -> bool:
    """ "À l'ARS, on …", "et du côté de la Ville, on …": a body that its clause opens with."""
    begin = next((j + 1 for j in range(body - 1, -1, -1) if row[j].kind in ",;:–—Q"), 0)
    opening = [c.low for c in row[begin : begin + 3]]
    return body - begin < _BESIDE_QUI and any(low in _WHERE for low in opening)


def antecedent(row: Sequence[Chunk], begin: int, qui: int, text: str) -> Subject | None:
    """Whom "qui" stands for: the nearest person before it, else a role noun or an institution."""
    for k in range(qui - 1, max(begin, qui - _BESIDE_QUI) - 1, -1):
        if row[k].kind not in "w" or row[k - 1].low in ("un", "une"):
            break
        beside = read_np(row, k, text, qui) if row[k].low in ("les", "des", "plusieurs", "certains") else None
        if beside is not None and beside.after == qui and beside.kind in ("role", "unnamed"):
            return beside  # "accueilli par les manifestants qui criaient"
    land = row[qui - 2] if qui > begin + 2 and row[qui - 1].kind == "," else None
    if land is not None and land.low in _COUNTRIES and text[land.start].isupper():
        near = row[max(begin, qui - 2 - _TITLED) : qui - 2]
        if not any(c.kind == "P" or noun_kind(c.low) == "role" for c in near):
            return Subject("name", land.start, land.end, qui - 1)  # "visé par Israël, qui affirme"
    for k in range(qui - 1, begin - 1, -1):
        if row[k].kind == "P":
            return named(row, k)
    best = None
    for k in range(qui - 1, begin - 1, -1):
        found = read_np(row, k, text)
        if found is not None and found.kind in _NAMING and found.kind not in ("pronoun", "name"):
            if (
                found.kind == "inst"
                and "à" in [c.low for c in row[max(begin, k - 2) : k]][-1 - (row[k].kind == "I") :]
            ):
                continue  # "a déclaré à l'AFP Momo, 51 ans, qui dénonce"
            if found.kind == "role":
                return found
            if found.kind == "org" and k > begin + 1 and row[k - 1].kind == "," and row[k - 2].kind == "I":
                return named(row, k - 2)  # "X, l'association voisine, pour laquelle"
            best = best or found
    return best
