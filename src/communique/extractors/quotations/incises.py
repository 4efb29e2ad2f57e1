"""Incises: « …, explique X, … » inside the marks, « … », a déclaré X after them."""

from __future__ import annotations

from communique.document import lower_shadow
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import read_cues
from communique.extractors.quotations.names import has_verb, is_name
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.subjects import on_body, skip_adverbials
from communique.extractors.quotations.words import in_class, listed, role_nouns

_PRESENTED = frozenset({"c'", "voilà", "voici", "tel", "telle"})  # "c'est le message de X"
_HELPERS = frozenset({"veut", "tient", "aime", "croit", "peut", "préfère", "doit", "voulait", "tenait", "aimait"})
_HELPING = frozenset({"fait", "laissé", "tenu", "voulu", "cessé", "cru", "pu", "souhaité", "osé", "préféré", "dû"})
_BEFORE_INFINITIVE = frozenset({"à", "de", "d'", "le", "l'", "se", "s'", "y", "en", "bien"})
_PARTICIPLES = ("é", "ée", "és", "i", "ie", "u", "ue", "is", "it", "ert")
_FINITE = ("e", "t", "d", "a", "ent", "c", "é", "i", "u", "is", "er", "re", "ir")
_CLOSED = (
    "determiners", "prepositions", "relatives", "adverbs", "auxiliaries", "subject_pronouns", "modals",
)  # fmt: skip
_SKIPPED = frozenset({",", ".", "!", "?", "…", "»", '"', "”", "›", "'", "’"})


def incise_inside(p: Place) -> Attribution | None:
    """« Nous sommes, explique X, prêts »: the incise is cut out of the words."""
    if "," not in p.words and "?" not in p.words and "!" not in p.words and "…" not in p.words:
        return None
    row = p.scene.chunks(p.quote.start, p.quote.end, inside=True).chunks
    for cue in read_cues(row, p.text):
        subject = cue.subject
        if cue.order != "VS" or cue.first == 0 or subject is None or not cue.governs("i"):
            continue
        if subject.kind not in STRONG | {"name", "unnamed"} or row[cue.first - 1].kind not in ",?!…—–":
            continue
        if subject.kind == "pronoun" and row[cue.first].low == "dit-il" and p.quote.depth:
            continue
        end = incise_end(row, cue, p.scene)
        before = row[cue.first - 1]
        first = before.start if before.kind in ",—–" else before.end
        parts = [(p.quote.start, _trim(p.text, p.quote.start, first))]
        if end < len(row) and any(c.kind in "wPI" for c in row[end:]):
            parts.append((row[end].start, p.quote.end))
        rule = "incise-inside-inversion" if subject.kind == "pronoun" else "incise-inside"
        return Attribution(rule, (cue.start, cue.end), subject, parts=tuple(parts))
    return None


def incise_end(row: list[Chunk], cue: Cue, scene: Scene) -> int:
    """The chunk after an incise: past its subject, the roles beside the name, up to "," or "."."""
    e = cue.after
    while e < len(row):
        kind = row[e].kind
        if kind in ".!?…;:":
            return e + 1
        if kind in (",", "—", "–"):
            following = row[e + 1] if e + 1 < len(row) else None
            apposed = following is not None and (
                following.start in scene.role_starts
                or (following.kind == "w" and following.low in role_nouns())
            )
            if not apposed:
                return e + 1
        e += 1
    return e


def incise_after(p: Place) -> Attribution | None:
    """« … », précise-t-elle / a déclaré X / explique la directrice / selon X."""
    j = p.k + 1
    while j < len(p.chunks) and p.chunks[j].kind in _SKIPPED:
        if p.chunks[j].kind == "." and j + 1 < len(p.chunks) and p.chunks[j + 1].kind not in ("w", "P", "I"):
            return None
        j += 1
    if not p.opens_row and is_name(p.chunks, p.k, p.words):
        return None  # "… le programme « X », explique la directrice": the incise is the whole sentence's
    comma = j > p.k + 1 or p.words.rstrip()[-1] in "!?…,"
    for cue in p.cues:
        if cue.first < j:
            continue
        told = cue.kind == "noun" and cue.first == j + 1 and p.chunks[j].low in ("le", "la", "l'")
        if told and p.opens_row:  # "« … » : le message de X est clair"
            return Attribution("noun-after", (cue.start, cue.end), cue.subject)
        starts = cue.first == j or (cue.first <= j + 6 and _leads(p.chunks, j, cue.first))
        if not starts:
            break
        if cue.kind in ("source", "viewpoint"):
            last = cue.kind == "source" or not has_verb(p.text[cue.end : p.chunks[-1].end])
            found = Attribution(f"{cue.kind}-after", (cue.start, cue.end), cue.subject)
            return found if cue.first == j and last else None
        if cue.kind == "noun" and p.chunks[j].low in _PRESENTED and p.opens_row:
            return Attribution("noun-after", (cue.start, cue.end), cue.subject)
        if cue.order == "VS" and cue.kind == "verb" and cue.subject is not None:
            named = cue.subject.kind in ("person", "pronoun", "name")
            if not (comma or named or p.opens_row):
                return None
            if not comma and not p.opens_row and cue.subject.kind == "unnamed":
                return None
            rule = "incise-inversion" if cue.subject.kind in ("pronoun", "on") else "incise"
            return Attribution(rule, (cue.start, cue.end), on_body(p.chunks, _somebody(p, cue.subject)))
        if cue.kind == "verb" and cue.order == "SV" and p.opens_row and comma and cue.subject is not None:
            after_quote = cue.subject.start >= p.quote.close
            return Attribution("verb-after", (cue.start, cue.end), cue.subject) if after_quote else None
        break
    spoken = p.opens_row or (comma and has_verb(p.words))
    return _unlisted_verb(p, j) if spoken else None


def _somebody(p: Place, subject: Subject) -> Subject:
    """ "murmure le greffier-chef": right after the marks a noun that no list knows is somebody, or a text."""
    said = lower_shadow(p.text[subject.start : subject.end]).replace("'", "' ").split()
    if subject.kind != "other" or said[0] not in ("le", "la", "l'", "un", "une") or len(said) < 2:
        return subject
    if said[1].removesuffix("s") in listed("text_nouns.txt"):
        return subject
    return subject._replace(kind="unnamed" if said[0].startswith("un") else "role")


def _unlisted_verb(p: Place, j: int) -> Attribution | None:
    """« … », rugit le coach; « … », l'a coupé X; « … », a-t-il cinglé: any verb right after the marks reports."""
    chunks, n = p.chunks, len(p.chunks)
    verb = j
    while verb < min(n, j + 3) and chunks[verb].low in in_class("clitics"):
        verb += 1
    if verb >= n or chunks[verb].kind != "w" or not p.text[chunks[verb].start].islower():
        return None
    low = chunks[verb].low
    head, _, tail = low.partition("-")
    subject = None
    if tail:
        pronoun = tail.removeprefix("t-")
        if pronoun not in ("il", "elle", "ils", "elles", "on"):
            return None
        kind = "on" if pronoun == "on" else "pronoun"
        subject = Subject(kind, chunks[verb].end - len(pronoun), chunks[verb].end, verb + 1)
    after = verb + 1
    if head in in_class("auxiliaries"):
        while after < min(n, verb + 8) and not _participle(chunks[after]):
            after += 1
        if after >= min(n, verb + 8) or (head in ("est", "sont") and verb == j):
            return None
        after = _past_infinitive(chunks, after + 1)
    elif (subject is not None and head in _HELPERS) or (subject is None and low in _HELPERS):
        while after < min(n, verb + 5) and chunks[after].low in _BEFORE_INFINITIVE:
            after += 1
        if after >= n or chunks[after].kind != "w" or not chunks[after].low.endswith(("er", "ir", "re")):
            return None
        after += 1
    elif any(low in in_class(c) for c in _CLOSED) or low in ("et", "ou", "comme", "que", "si"):
        return None
    if subject is None:
        subject = _after_verb(p, after, verb)
    if subject is None:
        return None
    end = chunks[after - 1].start + len(head) if tail and after == verb + 1 else chunks[after - 1].end
    return Attribution("incise-unlisted", (chunks[j].start, end), subject)


def _past_infinitive(chunks: list[Chunk], after: int) -> int:
    """ "a-t-elle fait | remarquer", "a-t-il tenu | à rappeler": what the participle only helps."""
    if chunks[after - 1].low not in _HELPING:
        return after
    i = after
    while i < min(len(chunks), after + 3) and chunks[i].low in _BEFORE_INFINITIVE:
        i += 1
    if i < len(chunks) and chunks[i].kind == "w" and chunks[i].low.endswith(("er", "ir", "re")):
        return i + 1
    return after


def _participle(chunk: Chunk) -> bool:
    return chunk.kind == "w" and chunk.low.endswith(_PARTICIPLES) and chunk.low not in in_class("adverbs")


def _after_verb(p: Place, after: int, verb: int) -> Subject | None:
    """The subject that an unlisted verb is followed by: a person, or somebody named by a function."""
    chunk = p.chunks[after] if after < len(p.chunks) else None
    if chunk is not None and chunk.kind == "P":
        return Subject("person", chunk.start, chunk.end, after + 1)
    at = skip_adverbials(p.chunks, after)
    if at >= len(p.chunks) or not p.chunks[verb].low.endswith(_FINITE):
        return None
    found = read_np(p.chunks, at, p.text)
    if found is None or found.kind not in ("person", "inst", "role", "unnamed", "name"):
        return None
    return found if p.chunks[at].kind in "PI" or p.chunks[at].low in in_class("determiners") else None


def _leads(chunks: list[Chunk], j: int, first: int) -> bool:
    """What may stand between the marks and the verb: "pour sa part", "comme", "ainsi que l'", a name."""
    return all(c.kind in "w,PI" for c in chunks[j:first]) and (
        chunks[j].low in ("comme", "pour", "de", "ainsi", "nous")
        or chunks[j].low in _PRESENTED
        or chunks[j].kind in "PI"
    )


def _trim(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end
