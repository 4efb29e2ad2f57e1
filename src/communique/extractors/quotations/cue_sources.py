"""Sources and viewpoints ("selon X", "pour X", "à en croire X") and nouns of speech ("réplique de X")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.extents import skip_parenthesis
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import INDEFINITE, STRONG, Subject, named, read_np
from communique.extractors.quotations.relatives import antecedent
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class, listed, role_nouns

_SPEECH_NOUNS = listed("speech_nouns.txt")
_SOURCE_NOUNS = listed("source_nouns.txt")
_NAME_HEADS = listed("name_heads.txt")
_ROLE_NOUNS = role_nouns()

_GROUPS = ("onnaires", "ologues", "ogènes", "baromètre", "questionnaire")  # "selon les démissionnaires"


_POSSESSIVES = frozenset({"leur", "leurs", "son", "sa", "ses", "votre", "vos", "notre"})
_MARKED = 45  # characters of a medium or of "« sources policières concordantes »"
_CLAUSE = 7  # chunks of ", le ministre Jean Petit « est … »"
_CONSULTING = in_class("consulting")
_RELATIVE = 8  # chunks of "que publie mardi l'Insee"
# The pronoun or possessive that a phrase holds: "à l'entendre", "à son avis".
_HELD = frozenset({"l'", "les", "son", "ses", "leur", "leurs"})


def source(r: Reading, i: int) -> Cue | None:
    """ "selon X", "d'après X", "selon lesquels", "selon une étude"."""
    low = r.row[i].low
    first = i
    if low == "après" and i and r.row[i - 1].low == "d'":
        first = i - 1
    elif low not in ("selon", "dixit"):
        return None
    start, end = r.row[first].start, r.row[i].end
    following = r.row[i + 1] if i + 1 < len(r.row) else None
    if following is not None and following.low in ("lequel", "laquelle", "lesquels", "lesquelles", "qui"):
        subject = antecedent(r.row, r.begin, first, r.text)
        return Cue(start, end, first, i + 2, "relative", None, subject)
    subject = (
        speaker_np(r, i + 1) or _marked_source(r, i + 1) or _lone_name(r, i + 1) or _quoted_source(r, i + 1)
    )
    if subject is None:
        return None
    subject = without_next(r, i + 1, subject)
    return Cue(start, end, first, subject.after, "source", None, subject)


def without_next(r: Reading, i: int, found: Subject) -> Subject:
    """ "Selon le maire, | Jean Petit viendra": the subject of the clause is not set beside the source."""
    if found.kind != "person" or found.also or found.after >= len(r.row) or r.row[found.after].kind != "w":
        return found
    comma = next((k for k in range(found.after - 1, i, -1) if r.row[k].kind == ","), 0)
    if not comma or r.row[comma + 1].start != found.start or r.row[found.after].low in ("et", "ou"):
        return found
    return read_np(r.row, i, r.text, comma) or found


def _marked_source(r: Reading, i: int) -> Subject | None:
    """ "selon « Le Matin »", "selon des « sources policières concordantes »": a source set in marks."""
    j = i + (i + 1 < len(r.row) and r.row[i].low in ("des", "les", "une"))
    if j >= len(r.row) or r.row[j].kind != "Q" or r.row[j].end - r.row[j].start > _MARKED:
        return None
    words = r.text[r.row[j].start : r.row[j].end].strip("«»“”\"' \u00a0\u202f")
    first = words.split()[:1]
    if not first or not (words[0].isupper() if j == i else first[0] in _SOURCE_NOUNS) or has_verb(words):
        return None
    start = r.text.index(words, r.row[j].start)
    if j > i:
        return Subject("unnamed", r.row[i].start, r.row[j].end, j + 1)
    return Subject("inst", start, start + len(words), j + 1)


def _quoted_source(r: Reading, i: int) -> Subject | None:
    """ "Selon cet arrêté, consulté par la presse, | « … »": whatever marked words are read from."""
    found = read_np(r.row, i, r.text)
    if found is None or found.kind != "other":
        return None
    for k in range(found.after, min(found.after + _RELATIVE, len(r.row) - 1)):
        if r.row[k].kind == "," and r.row[k + 1].kind == "Q":
            return found
        if r.row[k].kind not in "w,PI":
            break
    return None


def _lone_name(r: Reading, i: int) -> Subject | None:
    """ "selon Aurélie.": one capitalised word that no list knows, a sign after it."""
    if i >= len(r.row) or r.row[i].kind != "w" or not r.text[r.row[i].start].isupper():
        return None
    alone = len(r.row[i].low) > 2 and (i + 1 >= len(r.row) or r.row[i + 1].kind in ",.;)")
    return Subject("name", r.row[i].start, r.row[i].end, i + 1) if alone else None


def viewpoint(r: Reading, i: int) -> Cue | None:
    """ "pour X, …", "pour qui « … »", "aux yeux de X, …"."""
    low = r.row[i].low
    if low == "pour" and i + 1 < len(r.row):
        start, end = r.row[i].start, r.row[i].end
        following = r.row[i + 1]
        if following.low in ("qui", "laquelle", "lequel", "lesquels", "lesquelles"):
            subject = antecedent(r.row, r.begin, i, r.text)
            if following.low != "qui" and _of_a_thing(r, i):
                return None  # "un pigment du laboratoire de X, pour lequel il faut du bleu"
            return Cue(start, end, i, i + 2, "relative", None, subject)
        if following.low in ("notre", "nos", "votre", "vos"):
            return None  # "Pour notre association, c'est une date importante"
        opens = i == r.begin or r.row[i - 1].kind in (",", "Q") or r.row[i - 1].low in ("mais", "et", "car")
        subject = read_np(r.row, i + 1, r.text) if opens else None
        # "Pour la Belgique, la réduction est insuffisante" says whom it concerns
        names = () if following.low in ("la", "le", "l'") else ("name",)
        kinds = ("person", "inst", "role", "org", "pronoun", *names)
        governed = subject is not None and r.row[i - 1].kind == "Q" and i != r.begin
        if governed and subject is not None and _goes_on_with(r, subject.after):
            return None  # "« encore temps » pour X d'« annuler la hausse »"
        if subject is not None and subject.kind == "person" and following.low in ("un", "une"):
            comma = next((k for k in range(i + 2, subject.after) if r.row[k].kind == ","), 0)
            if comma and subject.after < len(r.row) and r.row[subject.after].kind == "Q":
                subject = read_np(r.row, i + 1, r.text, comma)  # "Pour un proche, Jean Petit « fatigue »"
        if subject is not None:
            subject = without_next(r, i + 1, subject)
        far = _CLAUSE if subject is not None and subject.kind == "unnamed" else 4
        marked = any(c.kind == "Q" for c in r.row[subject.after : subject.after + far]) if subject else False
        these = subject is not None and subject.kind == "unnamed" and following.low == "ces" and i == r.begin
        if subject is not None and (
            subject.kind in kinds or (marked and subject.kind in ("unnamed", "name")) or these
        ):
            return Cue(start, end, i, subject.after, "viewpoint", None, subject)
    return None


def _of_a_thing(r: Reading, i: int) -> bool:
    """Whether what stands right before ", pour lequel" is neither somebody nor a body."""
    if i < r.begin + 2 or r.row[i - 1].kind != "," or r.row[i - 2].kind != "w":
        return False
    comma = next((k for k in range(i - 2, r.begin - 1, -1) if r.row[k].kind == ","), r.begin - 1)
    found = read_np(r.row, comma + 1, r.text)
    return found is None or found.kind == "other"


def _goes_on_with(r: Reading, i: int) -> bool:
    return i < len(r.row) and r.row[i].low in ("de", "d'", "à")


def phrase(r: Reading, i: int) -> Cue | None:
    """ "à en croire X", "à l'entendre", "aux yeux de X", "de l'avis de X", "aux dires de X"."""
    for words, takes in phrases().get(r.row[i].low, ()):
        after = i + len(words)
        if after > len(r.row) or any(r.row[i + n].low != word for n, word in enumerate(words)):
            continue
        start, end = r.row[i].start, r.row[after - 1].end
        if not takes:
            at = next((k for k in range(i, after) if r.row[k].low in _HELD), None)
            subject = Subject("unnamed", r.row[i + 1].start, end, after)  # "de source syndicale"
            if at is not None:
                subject = Subject("pronoun", r.row[at].start, r.row[at].end, after)
            return Cue(start, end, i, after, "source", None, subject)
        found = read_np(r.row, after - 1, r.text) if words[-1] in ("du", "des") else speaker_np(r, after)
        return Cue(start, end, i, found.after, "source", None, found) if found is not None else None
    return None


def noun(r: Reading, i: int) -> Cue | None:
    """ "Réplique de Mme X :", "le mot d'ordre du syndicat :", "Commentaire de la directrice :"."""
    if i + 2 >= len(r.row):
        return None
    order = r.row[i].low == "mot" and tuple(c.low for c in r.row[i + 1 : i + 3]) == ("d'", "ordre")
    if order:
        i += 2
    elif r.row[i].low not in _SPEECH_NOUNS:
        return None
    if i + 2 >= len(r.row):
        return None
    if r.row[i + 1].low not in ("de", "du", "des", "d'"):
        return None
    at = i + 1 if r.row[i + 1].low in ("du", "des") else i + 2
    subject = read_np(r.row, at, r.text)
    if subject is None or subject.kind not in STRONG | {"name", "unnamed"}:
        return None
    return Cue(r.row[i].start, r.row[i].end, i, subject.after, "noun", None, subject)


def speaker_np(r: Reading, i: int) -> Subject | None:
    """After "selon": somebody, a body or a document; not "selon les régions", "selon la méthode"."""
    found = read_np(r.row, i, r.text)
    if found is None or r.row[i].low in ("chaque", "quel", "quelle"):
        return None  # "varie selon chaque patient"
    if found.kind == "org" and r.row[i].low in _POSSESSIVES and r.row[i - 1].low == "selon":
        return None  # "selon leur formation, les élèves peuvent …"
    if found.kind in ("person", "inst", "role", "org", "pronoun", "name"):
        return found
    one = i + 1 < len(r.row) and r.row[i].low == "l'" and r.row[i + 1].low in ("un", "une")
    if found.kind == "unnamed" and (one or r.row[i].low in INDEFINITE):
        return found
    if found.kind == "other" and (name := name_beside(r.row, found.after)) is not None:
        return name
    nouns = r.row[i : min(i + 4, found.after)]
    if r.row[i].low == "nos":
        return None  # "selon nos informations": who writes
    document = any(c.low in _SOURCE_NOUNS or c.low.endswith(_GROUPS) for c in nouns)
    opens = r.row[i - 1].low == "après" and i - 2 == r.begin  # "D'après le questionnaire rempli hier, …"
    work = any(c.low in _NAME_HEADS for c in nouns[:2])  # "D'après le roman de X, la pièce …"
    document = document or (opens and found.kind == "other" and not work)
    people = r.row[i].low in ("les", "des", "ces", "ses", "leurs") and any(
        c.low in _ROLE_NOUNS and _ROLE_NOUNS[c.low].plural for c in nouns[1:3]
    )
    document = document or people
    if not document:
        return None
    return _published(r, found)._replace(kind="document")


def _published(r: Reading, found: Subject) -> Subject:
    """ "selon le rapport | que publie mardi l'Insee |": who published it, told in a relative clause."""
    i = found.after
    if i >= len(r.row) or r.row[i].low not in ("que", "qu'"):
        return found
    for j in range(i + 1, min(i + _RELATIVE, len(r.row))):
        if r.row[j].kind in "PI" and any(c.low in _CONSULTING for c in r.row[j + 1 : j + _RELATIVE]):
            return found  # "un courriel que l'AFP a pu consulter": of somebody else
        if r.row[j].kind == "I":
            return found._replace(end=r.row[j].end, after=skip_parenthesis(r.row, j + 1))
        if r.row[j].kind != "w":
            break
    return found


def name_beside(row: Sequence[Chunk], i: int) -> Subject | None:
    """ "selon la municipale en charge de l'enfance | , Jeanne Petit, |": whose function no list knows."""
    signs = i + 2 < len(row) and row[i].kind == "," and row[i + 2].kind in ",.("
    return named(row, i + 1) if signs and row[i + 1].kind == "P" else None


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """The phrases that name a source, by first word: their words, and whether a noun phrase follows."""
    out: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for line in sorted(listed("source_phrases.txt")):
        phrase_, _, takes = line.partition(" | ")
        words = tuple(phrase_.replace("'", "' ").split())
        spellings = {words, ("a", *words[1:])} if words[0] == "à" else {words}  # "A en croire"
        spellings |= {(*w[:-1], "d'") for w in spellings if w[-1] == "de"}
        for spelt in sorted(spellings):
            out.setdefault(spelt[0], []).append((spelt, takes != "-"))
    return out
