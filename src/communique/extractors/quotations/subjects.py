"""Where the subject of a reporting verb stands: before it, or past what is set between the two."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.apposed import speaks_for_another
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.relatives import antecedent
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class

_ADVERBS = in_class("adverbs")
_PREPOSITIONS = in_class("prepositions")
_DAY_PARTS = in_class("day_parts")
_SUBJECT_PRONOUNS = in_class("subject_pronouns")
_FRONTED_CLAUSE = 40  # chunks of a participle and its complements before the clause
_CLITICS = in_class("clitics")

_DETERMINERS = in_class("determiners")
_PRENOMINAL = in_class("prenominal")
_COORDINATION = frozenset({"et", "mais", "puis", "ou"})
_OPENERS = frozenset(
    {"et", "mais", "si", "lorsque", "lorsqu'", "comme", "dont", "où", "que", "qu'", "or", "car", "enfin",
     "ainsi"}
)  # fmt: skip
_LINKS = frozenset(
    {"si", "lorsque", "lorsqu'", "comme", "dont", "où", "et", "mais", "que", "qu'",
     "car", "quand", "quoi", "puis", "ou", "tandis", "alors", "or"}
)  # fmt: skip
_SUBORDINATE = frozenset({"que", "qu'", "dont", "où"})
_TIMES_OF_DAY = _DAY_PARTS | {"week-end", "semaine", "mois", "année"}
_OF_ONE = frozenset({"ment", "dément", "sent", "ressent", "consent", "pressent", "souvent", "comment"})
_PAST = ("é", "ée", "és", "ées")
_COMPLEMENT = 10
_ASIDE = 9  # chunks of ", dans un courrier du 9 janvier,"
_WHOSE = frozenset({"son", "sa", "leur", "le", "la", "l'"})
_IMPERSONAL = frozenset({"faut", "convient", "suffit", "reste", "fallait", "faudra", "importe", "y"})
_FRONTED = frozenset({"au", "aux", "du"})


def subject_before(row: Sequence[Chunk], begin: int, verb: int, text: str) -> Subject | None:
    """The subject of the verb at chunk ``verb``, within the clause that begins at ``begin``."""
    for k in range(verb - 1, max(begin, verb - _ASIDE) - 1, -1):
        if row[k].kind == "(":
            begin = k + 1  # "sa majorité (le ministre Jean Petit parle de « … »)"
        if row[k].kind in "()":
            break
    j = _before_verb(row, begin, verb)
    if j <= begin:
        return None
    last = row[j - 1]
    if last.kind == "w":
        if last.low in _SUBJECT_PRONOUNS | {"lui"}:
            return read_np(row, j - 1, text)
        if last.low == "qui":
            return antecedent(row, begin, j - 1, text)
        if last.low in _COORDINATION:
            return None
    segments = _segments(row, begin, j)
    plural = len(segments) > 3 and row[verb].low.endswith("nt")
    if plural and (joint := _joint(row, segments, text, j)) is not None:
        return joint
    start, stop = segments[-1]
    found = _adjacent(row, start, stop, text)
    if found is not None and found.kind == "person" and not found.also and found.after < stop:
        found = found._replace(kind="other") if _of_several(row[verb].low) else found
    if start == stop and len(segments) > 3 and (beside := _name_beside(row, *segments[-2], text)) is not None:
        opening = segments[-3][0]
        spokesman = read_np(row, opening, text, segments[-3][1]) if speaks_for_another(row, opening) else None
        return beside if spokesman is None or spokesman.kind != "unnamed" else spokesman
    if found is not None and found.kind == "unnamed" and len(segments) == 2:
        name = read_np(row, segments[0][0], text, segments[0][1])
        if name is not None and name.kind == "person" and name.after == segments[0][1] and _one(row, start):
            return name  # "Cédric Petit, l'un des contestataires explique"
    if found is not None and (found.kind != "other" or len(segments) == 1):
        return found
    if found is not None and found.after >= stop and row[start].low in ("mais", "or", "car"):
        return found  # "X a promis une aide, mais l'expérience montre que"
    if start == stop and len(segments) > 3 and row[segments[-3][0]].low in ("et", "mais"):
        apposed = read_np(row, segments[-2][0], text, segments[-2][1])
        if apposed is not None and apposed.kind == "inst" and apposed.after >= segments[-2][1]:
            return apposed  # ", et le premier hébergeur du pays, OVH, annonce"
    if start == stop and len(segments) > 2 and (of_que := _after_que(row, *segments[-3], text)) is not None:
        body = read_np(row, segments[-2][0], text, segments[-2][1]) if of_que.kind == "org" else None
        if body is not None and body.kind == "inst" and body.after >= segments[-2][1]:
            return body  # "au point que son parti, Untel (droite), annonce"
        return _name_beside(row, *segments[-2], text) or of_que
    first = first_subject(row, segments[:-1], text, j)
    if first is not None and first.kind == "person" and not first.also and _of_several(row[verb].low):
        return first._replace(kind="other")  # "Pour Jean Petit, 30 % seulement pensent que"
    if first is None or first.kind == "other":
        first = _lone(row, start, stop, text) or first
    nearer = found is not None and found.after >= stop and first is not None and first.kind == "other"
    return found if nearer else first or found  # "Un peu plus tôt, des informations révélaient que"


def lent_voice(row: Sequence[Chunk], begin: int, verb: int) -> Subject | None:
    """ "L'Union, à travers sa présidente, Jeanne Petit, salue": the person who speaks for a body."""
    via = next((j for j in range(begin, verb) if row[j].low in ("travers", "via")), None)
    if via is None or (row[via].low == "travers" and row[via - 1].low != "à"):
        return None
    if via + 1 >= verb or row[via + 1].low not in _WHOSE:
        return None
    person = next((j for j in range(via + 2, min(verb, via + _COMPLEMENT)) if row[j].kind == "P"), None)
    return Subject("person", row[person].start, row[person].end, person + 1) if person is not None else None


def _of_several(low: str) -> bool:
    """Whether a verb form can only have several people as its subject: "pensent", "ont"."""
    several = low.endswith("ent") and not low.endswith("ient") and low not in _OF_ONE
    return several or low in ("ont", "sont")


def _one(row: Sequence[Chunk], i: int) -> bool:
    return row[i].low in ("un", "une") or (row[i].low == "l'" and row[i + 1].low in ("un", "une"))


def _joint(
    row: Sequence[Chunk], segments: Sequence[tuple[int, int]], text: str, limit: int
) -> Subject | None:
    """ "Le maire, | Jean Petit, | et la préfète, | Jeanne Durand, | ont dit": two, each with a function."""
    second = next((k for k in range(1, len(segments)) if row[segments[k][0]].low == "et"), None)
    if second is None or second + 1 >= len(segments):
        return None
    first = first_subject(row, segments[:second], text, segments[second][0])
    other = first_subject(row, segments[second:], text, limit)
    if first is None or other is None or first.kind not in STRONG or other.kind not in STRONG:
        return None
    return first._replace(also=((other.start, other.end),), after=other.after)


def _lone(row: Sequence[Chunk], start: int, stop: int, text: str) -> Subject | None:
    """ "…, Valmeca annonce", "— Stefano a déjà annoncé": one capitalised word that no list knows."""
    if stop - start != 1 or start == 0 or row[start].kind != "w":
        return None
    chunk = row[start]
    name = text[chunk.start].isupper() and len(chunk.low) > 3 and noun_kind(chunk.low) == "other"
    closed = is_adverb(chunk.low) or any(chunk.low in in_class(c) for c in ("determiners", "prepositions"))
    return Subject("name", chunk.start, chunk.end, stop) if name and not closed else None


def _after_que(row: Sequence[Chunk], start: int, stop: int, text: str) -> Subject | None:
    """ "Un objectif que | Jeanne Petit |, analyste, juge": the subject of the relative, set off by commas."""
    que = next((k for k in range(stop - 1, start, -1) if row[k].low in ("que", "qu'")), None)
    found = read_np(row, que + 1, text, stop) if que is not None else None
    return found if found is not None and found.kind in STRONG and found.after >= stop else None


def _name_beside(row: Sequence[Chunk], start: int, stop: int, text: str) -> Subject | None:
    """ "…, et notre marraine, | la comédienne Jeanne Petit |, a dit": who is named right before the verb."""
    found = read_np(row, start, text, stop)
    return found if found is not None and found.kind == "person" and found.after >= stop else None


def first_subject(
    row: Sequence[Chunk], segments: Sequence[tuple[int, int]], text: str, limit: int
) -> Subject | None:
    """The noun phrase that a sentence opens with, what is fronted apart; one that can speak comes first."""
    best: Subject | None = None
    for a, b in segments:
        while a < b and (row[a].kind not in "wPI" or row[a].low in _OPENERS or _links(row, a, b)):
            a += 1
        if a + 2 < b and row[a].low == "tout" and row[a + 1].low == "comme":
            a += 2  # "Tout comme Jeanne Petit, …"
        if best is not None and a > 0 and row[a - 1].low in _SUBORDINATE:
            continue  # "Un rapport, que le journal a pu consulter, conclut"
        if a + 1 < b and row[a].low == "il" and row[a + 1].low in _IMPERSONAL:
            continue  # "Il faut se souvenir qu'à Paris, les pays pauvres avaient dit"
        found = read_np(row, a, text, limit) if a < b else None
        if found is not None and row[a].low in _FRONTED and (len(segments) > 1 or b < limit):
            continue  # "Au Sénat, X accuse …"
        if found is not None and found.kind in STRONG | {"unnamed", "name", "on"}:
            return found
        best = best or found
    return best


def opening_subject(row: Sequence[Chunk], begin: int, end: int, text: str) -> Subject | None:
    """The subject of the clause that a coordinated verb ("… et annonce") goes on with."""
    return first_subject(row, _segments(row, begin, end), text, end)


def _before_verb(row: Sequence[Chunk], begin: int, verb: int) -> int:
    """Back over clitics, negation, adverbs and a short aside (", lui,", ", de son côté,")."""
    j = verb
    while j > begin:
        chunk = row[j - 1]
        if chunk.low in ("lui", "eux") and j - 1 == begin:
            return j  # "Lui parle de « … »"
        if chunk.kind == "w" and chunk.low in _CLITICS and chunk.low not in ("l'", "le", "la", "les"):
            verb_low = row[verb].low
            if (chunk.low == "nous" and verb_low.endswith("ons")) or (
                chunk.low == "vous" and verb_low.endswith("ez")
            ):
                return j
            if chunk.low == "lui" and j - 2 >= begin and row[j - 2].kind in ",PIw" and verb == j:
                pass
            j -= 1
        elif chunk.kind == "w" and is_adverb(chunk.low) and not _noun_in_ment(row, j - 1):
            j -= 1
        elif chunk.kind == ")" and (opening := _opening(row, begin, j - 1)) is not None:
            j = opening
        elif chunk.kind == "," and (comma := _aside(row, begin, j - 1)) is not None:
            j = comma
        elif chunk.kind in "–—" and (dash := _dashed(row, begin, j - 1)) is not None:
            j = dash
        else:
            return j
    return j


def _noun_in_ment(row: Sequence[Chunk], i: int) -> bool:
    """ "son renouvellement suppose que": a noun, since a determiner stands before it."""
    if not row[i].low.endswith("ment") or i == 0:
        return False
    before = row[i - 2] if i > 1 and row[i - 1].low in _PRENOMINAL else row[i - 1]
    return before.low in _DETERMINERS


def _opening(row: Sequence[Chunk], begin: int, closing: int) -> int | None:
    for k in range(closing - 1, max(begin, closing - 14) - 1, -1):
        if row[k].kind == "(":
            return k
    return None


def _dashed(row: Sequence[Chunk], begin: int, closing: int) -> int | None:
    """ "L'expertise – 212 pages – conclut": what dashes set apart."""
    for k in range(closing - 1, max(begin, closing - 10), -1):
        if row[k].kind == row[closing].kind:
            return k
        if row[k].kind not in "wPI":
            return None
    return None


def _aside(row: Sequence[Chunk], begin: int, comma: int) -> int | None:
    for k in range(comma - 1, max(begin, comma - 9), -1):
        if row[k].kind == ",":
            first = row[k + 1]
            aside = (
                first.low in _PREPOSITIONS
                or first.low in _ADVERBS
                or first.low in ("lui", "elle", "eux", "elles", "quant")
                or (first.low in ("ce", "cette", "le") and row[k + 2].low in _TIMES_OF_DAY)
                or (
                    first.low.endswith(_PAST) and row[k - 1].kind in "PI)" and noun_kind(first.low) == "other"
                )
            )
            return k if aside and k > begin else None
    return None


def _segments(row: Sequence[Chunk], begin: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas, those in parentheses not counted."""
    out, start, depth = [], begin, 0
    for k in range(begin, end):
        kind = row[k].kind
        depth += (kind == "(") - (kind == ")")
        if kind in (",", "—", "–", "-", "|") and depth <= 0:
            out.append((start, k))
            start = k + 1
    out.append((start, end))
    return out


def _adjacent(row: Sequence[Chunk], start: int, stop: int, text: str) -> Subject | None:
    """A noun phrase of the last segment that runs up to the verb: the one nearest to it."""
    best: Subject | None = None
    while start < stop and (row[start].kind not in "wPI" or _links(row, start, stop)):
        start += 1
    for k in range(start, stop):
        if (
            k != start
            and not (row[k - 1].kind == "w" and row[k - 1].low in _LINKS)
            and row[k - 1].kind != "Q"
        ):
            # A title without a sign, then the sentence: "Séisme au Chili Le quotidien Untel annonce".
            again = row[k].low in ("le", "la", "les", "l'") and text[row[k].start].isupper()
            restart = read_np(row, k, text, stop) if again and row[k].kind == "w" else None
            if restart is not None and restart.after >= stop and restart.kind in STRONG:
                best = restart
            continue
        found = read_np(row, k, text, stop)
        if found is None or (best is not None and (found.start, found.end) in best.also):
            continue
        joined = (
            best is not None and row[k - 1].low == "et" and best.after == k - 1 and best.kind == found.kind
        )
        if joined and best is not None:
            best = best._replace(also=(*best.also, (found.start, found.end)), after=found.after)
        elif found.after >= stop or best is None or found.kind in STRONG:
            best = found
    return best


def _links(row: Sequence[Chunk], i: int, stop: int) -> bool:
    """ "Toutefois Jean Petit estime", "Aussi la cour écrit": an adverb right before a name or an article."""
    if row[i].kind != "w" or i + 1 >= stop or not is_adverb(row[i].low):
        return False
    return row[i + 1].kind in "PI" or (i == 0 and row[i + 1].low in ("le", "la", "l'", "les"))


def main_subject(row: Sequence[Chunk], i: int, text: str) -> Subject | None:
    """ "Disant comprendre « la colère », | il | a assuré": the subject of the clause after it."""
    for j in range(i, min(len(row) - 1, i + _FRONTED_CLAUSE)):
        if row[j].kind == ",":
            found = read_np(row, j + 1, text)
            if found is not None and found.kind in STRONG:
                return found
        elif row[j].kind not in "wPIQ":
            return None
    return None
