"""Clauses told by an incise without marks: « Le match aura lieu, assure le club. »"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.document import line_start
from communique.extractors.quotations.appositions import past_apposition
from communique.extractors.quotations.clauses import Sentence, clause_begin, clause_end, set_beside, so_much
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cue_verbs import ends_with_teller
from communique.extractors.quotations.extents import noun_kind, setting
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import STRONG, Subject
from communique.extractors.quotations.one_says import of_source, one_says, teller
from communique.extractors.quotations.relatives import on_body
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class
from communique.mentions import QuotationMention

OCCASION = 26  # chunks of "lors de la signature de l'accord de partenariat entre les deux villes"
PROVING = frozenset({"montrer", "démontrer", "prouver"})
_RELATIVES = in_class("relatives")
TELLING = STRONG | {"name", "document", "unnamed"}
_FRONTED = in_class("participles_fronted")
_AUXILIARIES = in_class("auxiliaries")
_ADDRESSING = in_class("addressing")
_OPENING = frozenset({"ne", "n'", "se", "s'", "il", "elle", "ils", "elles", "on", "nous"})
_APART = _RELATIVES | {"si", "s'", "quand", "lorsque", "lorsqu'", "comme", "puisque"}
_OBJECTS = frozenset({"le", "la", "l'", "les", "un", "une", "des", "son", "sa", "ses"})
_BEFORE_OBJECT = in_class("prepositions") | {"madame", "monsieur", "mme", "m"}
_OF_THINGS = in_class("of_things")
_TIMES = in_class("day_words")
_PARTICIPLES = ("é", "és", "ée", "ées", "is", "ises", "us", "ues")
_BRIEF = 6  # chunks of a subject whose verb comes after an incise
_SETTING = 10  # chunks of "dans un communiqué diffusé hier soir"


def bare_incise(s: Sentence, cue: Cue) -> QuotationMention | None:
    """L'établissement, rappelle-t-il, a terminé l'année en déficit."""
    if cue.order != "VS" or cue.kind != "verb" or cue.subject is None or cue.first == 0:
        return None
    sourced = of_source(s, cue)
    cue = cue._replace(subject=teller(s, cue) or on_body(s.chunks[cue.first :], cue.subject))
    if cue.subject is None or not (cue.governs("i") or cue.governs("q")):
        return None
    if cue.verb is not None and cue.verb.lemma in PROVING:
        return None
    if cue.subject.kind != "pronoun" and cue.verb is not None and cue.verb.lemma in _ADDRESSING:
        if not _main_verb(s, clause_begin(s.chunks, cue.first, s.text), cue.first - 1):
            return None  # "Une élue, Jeanne Petit, interpelle le ministre"
    elif cue.subject.kind == "pronoun" and _takes_object(s.chunks, cue.after):
        return None
    if cue.subject.kind not in TELLING and not sourced and not one_says(s, cue):
        return None
    if s.chunks[-1].kind == "?":
        return None
    between = [c for c in s.chunks[cue.first : cue.after] if cue.end <= c.start < cue.subject.start]
    far = any(
        b.low in ("le", "la", "l'", "un", "une")
        and a.low not in _BEFORE_OBJECT
        and noun_kind(c.low) == "other"
        for a, b, c in zip(between, between[1:], between[2:], strict=False)
    )
    if far and not _main_verb(s, clause_begin(s.chunks, cue.first, s.text), cue.first - 1):
        return None  # "L'élu, Jean Petit, a demandé mardi le retour du caporal Durand"
    if s.chunks[cue.first - 1].kind not in ",—–":
        return _unparted(s, cue)
    if cue.subject.kind in ("document", "unnamed") and (
        cue.verb is None or cue.verb.strength == "evaluative"
    ):
        return None  # "Une habitante, qui …, accuse les associations"
    if cue.first == 1:
        return _line_before(s, cue)
    begin = clause_begin(s.chunks, cue.first, s.text)
    if cue.first > 2 and s.chunks[cue.first - 2].low == "qui" and cue.after < len(s.chunks):
        return s.mention(cue, [(cue.after + 1, clause_end(s, cue, cue.after + 1))], "incise")
    parts = [(begin, cue.first - 1)]
    i = _past_setting(s.chunks, cue.after)
    if any(c.kind == "Q" for c in s.chunks[i : i + 2]):
        return None  # "Il y a là, juge X, « … »": the marked words are the reported ones
    marked = s.chunks[cue.first - 2] if cue.first > 1 else s.chunks[0]  # "la taxe, « un vol », a-t-il dit, …"
    of_marked = marked.kind == "Q" and any(a < marked.end and b > marked.start for a, b in s.taken)
    if i < len(s.chunks) and s.chunks[i].kind in ",—–" and not of_marked:
        following = s.chunks[i + 1] if i + 1 < len(s.chunks) else None
        beside = following is None or set_beside(s, following) or following.low in _RELATIVES
        beside = beside or (following is not None and following.low in ("sans", "avant"))
        if beside and following is not None and following.low in ("que", "qu'"):
            beside = not so_much(s.chunks, begin, cue.first - 1)  # "si brutale, raconte X, que …"
        goes_on = following is not None and (
            following.low in _OPENING or has_verb(s.text[following.start : s.chunks[-1].end])
        )
        # ", ajoutant que", ", d'après lequel"
        en = following is not None and following.low == "en"  # ", en soulignant que"
        beside = beside or any(o.kind in ("gerund", "relative") and o.first == i + 1 + en for o in s.cues)
        beside = beside or (following is not None and setting(s.chunks, i + 1, len(s.chunks)))
        main = past_apposition(s, i + 1) if beside and cue.first - 1 - begin < _BRIEF else None
        if main is not None:  # "Ce constat, a noté X, directeur de Y, rejoint le nôtre"
            parts.append((main, clause_end(s, cue, main)))
        elif not beside and (goes_on or (_bare(cue.subject) and i == cue.after and not sourced)):
            parts.append((i + 1, clause_end(s, cue, i + 1)))
    found = s.mention(cue, parts, "incise")
    if found is not None and _dialogue(s.text, found.start):
        return replace(found, kind="direct")
    return found


def _unparted(s: Sentence, cue: Cue) -> QuotationMention | None:
    """ "Autant d'agents seront requis | a confirmé le maire.": an incise that lost its comma."""
    left = s.chunks[cue.first - 1]
    ends = cue.after >= len(s.chunks) or s.chunks[cue.after].kind == "."
    begin = clause_begin(s.chunks, cue.first, s.text)
    if cue.end == s.chunks[cue.first].end and cue.verb is not None and cue.verb.lemma in _OF_THINGS:
        told = ends_with_teller(s.chunks, cue.first, cue.first + 1, s.text) and cue.first - begin > _BRIEF
        if told and _main_verb(s, begin, cue.first):
            return s.mention(cue, [(begin, cue.first)], "incise")  # "La route coûtera cher | explique un élu"
    if left.kind != "w" or not ends or not left.low.endswith(_PARTICIPLES):
        return None
    return s.mention(cue, [(begin, cue.first)], "incise") if _main_verb(s, begin, cue.first) else None


def _bare(subject: Subject) -> bool:
    """ "dit-il", "a-t-on ajouté": nothing tells where the incise ends but its comma."""
    return subject.kind in ("pronoun", "on")


def _main_verb(s: Sentence, begin: int, end: int) -> bool:
    """Whether a finite verb stands there outside relative clauses, conditions and brackets."""
    apart = depth = False
    if [c.low for c in s.chunks[begin : begin + 3]] == ["c'", "est", "pourquoi"]:
        begin += 3
    for j in range(begin, end):
        chunk = s.chunks[j]
        if chunk.kind in "()":
            depth = chunk.kind == "("
        elif chunk.kind == ",":
            apart = False
        elif chunk.low in _APART:
            apart = True
        elif chunk.kind == "w" and not apart and not depth and _finite(chunk.low):
            apposed = j > begin and s.chunks[j - 1].kind == "," and chunk.low in _FRONTED
            if not apposed:  # "La ministre, présente à Nîmes, a salué X"
                return True
    return False


def _finite(low: str) -> bool:
    return low in _AUXILIARIES or has_verb(low, first_only=True)


def _takes_object(chunks: Sequence[Chunk], i: int) -> bool:
    """ "évoque-t-il | la figure de l'écrivain |": what an inverted verb takes; "dit-il le lendemain"."""
    if i + 1 >= len(chunks) or chunks[i].low not in _OBJECTS or chunks[i + 1].kind != "w":
        return False
    return not any(c.low in _TIMES for c in chunks[i + 1 : i + 3])


def _line_before(s: Sentence, cue: Cue) -> QuotationMention | None:
    """A line of somebody's words that lost its marks, and on the next ", a-t-elle expliqué"."""
    if not s.number or cue.subject is None or cue.subject.kind not in TELLING:
        return None
    row, text = s.scene.row(s.number - 1), s.text
    gap = text[row.end : s.chunks[0].start]
    if gap.strip() or gap.count("\n") != 1 or any(c.kind == "Q" for c in row.chunks):
        return None
    if not text[row.end - 1].isalnum() or not has_verb(text[row.start : row.end]):
        return None
    return QuotationMention(
        start=row.start, end=row.end, kind="indirect", parts=((row.start, row.end),),
        speaker=(cue.subject.start, cue.subject.end), also=cue.subject.also, cue=(cue.start, cue.end),
        rule="clause/incise-apart",
    )  # fmt: skip


def _past_setting(chunks: Sequence[Chunk], i: int) -> int:
    """ "ironise-t-elle | dans un communiqué |,": past what tells where or when it was said."""
    if i >= len(chunks) or chunks[i].kind != "w" or chunks[i].low not in in_class("prepositions"):
        return i
    comma = next((j for j in range(i, min(i + _SETTING, len(chunks))) if chunks[j].kind not in "wPI"), i)
    return comma if chunks[comma].kind == "," else i


def _dialogue(text: str, start: int) -> bool:
    """A line that a dash opens is somebody's words as they were said."""
    line = line_start(text, start)
    return start - line < 4 and text[line:start].strip() == "—"
