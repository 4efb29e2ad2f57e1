"""Incises: « …, explique X, … » inside the marks, « … », a déclaré X after them."""

from __future__ import annotations

from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import cues_of, read_cues
from communique.extractors.quotations.extents import is_finite
from communique.extractors.quotations.names import has_verb, is_name, is_plural_term, word_count
from communique.extractors.quotations.noun_phrases import STRONG
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.relatives import on_body
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.unlisted import somebody, unlisted_verb
from communique.extractors.quotations.verb_groups import HAVE
from communique.extractors.quotations.verbs import FINITE, PARTICIPLE, form
from communique.extractors.quotations.words import in_class, listed, role_nouns

_ROLE_NOUNS = role_nouns()
_DETERMINERS = in_class("determiners")
_NAME_HEADS = listed("name_heads.txt")
_PREPOSITIONS = in_class("prepositions")

_BEFORE_VERB = in_class("auxiliaries") | in_class("adverbs") | {"s'", "se", "lui", "leur"}
_PRESENTED = frozenset({"c'", "voilà", "voici", "tel", "telle"})  # "c'est le message de X"
_INDEFINITE = frozenset({"un", "une", "des", "de", "d'"})
_HAS = frozenset({"a-t-il", "a-t-elle", "ont-ils", "ont-elles", "avait-il", "avait-elle"})
_STATED = 7  # words of a sentence that is nobody's title
_APART = 40  # chunks of such a sentence
_BEFORE_TITLE = frozenset({"du", "de", "d'", "le", "la", "l'", "au", "à", "dans"})
_MANY = ("les ", "des ", "ses ", "ces ", "leurs ", "plusieurs ")
_NO_OR_ANY = frozenset({"aucun", "aucune", "nul", "nulle", "tout", "toute", "trop", "très", "peu"})
_QUANTITIES = frozenset(
    {"environ", "près", "plus", "moins", "plusieurs", "quelque", "quelques", "beaucoup", "entre", "presque",
     "deux", "trois", "quatre", "cinq"}
)  # fmt: skip
_SKIPPED = frozenset({",", ".", "!", "?", "…", "»", '"', "”", "›", "'", "’"})


def incise_inside(p: Place) -> Attribution | None:
    """« Nous sommes, explique X, prêts »: the incise is cut out of the words."""
    if not any(sign in p.words for sign in (",", "?", "!", "…", "-t-")):
        return None
    row = p.scene.chunks(p.quote.start, p.quote.end, inside=True).chunks
    for cue in read_cues(row, p.text):
        subject = cue.subject
        if cue.order != "VS" or cue.first == 0 or subject is None or not cue.governs("i"):
            continue
        one = subject.kind == "on" and (cue.verb is None or cue.verb.strength == "declarative")
        if subject.kind not in STRONG | {"name", "unnamed"} and not (one and _one_says(row, cue)):
            continue
        if row[cue.first - 1].kind not in ",?!…—–" and not _comma_lost(row, cue):
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
        return Attribution(rule, (cue.start, cue.end), on_body(row[cue.first :], subject), parts=tuple(parts))
    return None


def _one_says(row: list[Chunk], cue: Cue) -> bool:
    """ "indique-t-on à la mairie", "peut-on lire": no "nous" or "je"."""
    return row[cue.first].low.endswith("-on") or row[cue.first].low == "on"


def told_apart(p: Place) -> Attribution | None:
    """« … ». A-t-il indiqué.; « … » ¶ affirme Jeanne Petit: an incise in a sentence of its own."""
    if not p.closes_row or p.number + 1 >= len(p.scene.starts):
        return None
    tokens = p.scene.doc.tokens
    opening = tokens.at(p.scene.starts[p.number + 1])
    first = tokens.lower[opening] if opening < len(tokens) else ""
    if "-" not in first and first not in HAVE and form(first) is None:
        return None
    row = p.scene.row(p.number + 1)
    if not row.chunks or len(row.chunks) > _APART or any(c.kind == "Q" for c in row.chunks):
        return None
    cue = next(iter(cues_of(p.scene, p.number + 1)), None)
    if cue is None or cue.first or cue.order != "VS" or cue.subject is None or not cue.governs("i"):
        return None
    if cue.subject.kind not in STRONG | {"name", "unnamed"} or row.chunks[-1].kind == "?":
        return None
    if "\n" in p.text[p.quote.close : row.start] and not (p.opens_row and p.text[row.start].islower()):
        return None
    return Attribution("incise-apart", (cue.start, cue.end), cue.subject)


def _comma_lost(row: list[Chunk], cue: Cue) -> bool:
    """ "« Je suis de leur côté a-t-elle ajouté. Voilà tout »": it ends a sentence."""
    said = cue.subject is not None and cue.subject.kind == "pronoun" and row[cue.first].low in _HAS
    return said and cue.after < len(row) and row[cue.after].kind in ".," and row[cue.first - 1].kind == "w"


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
                or (following.kind == "w" and following.low in _ROLE_NOUNS)
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
    ascribed = j < len(p.chunks) and p.chunks[j].low == "comme" and p.k > 0
    ascribed = ascribed and p.chunks[p.k - 1].low in _INDEFINITE  # "un « Far West », comme le dit X"
    if not p.opens_row and not ascribed and _is_thing(p):
        return None  # "… le programme « X », explique la directrice": the incise is the whole sentence's
    comma = j > p.k + 1 or p.words.rstrip()[-1] in "!?…,"
    for cue in p.cues:
        if cue.first < j:
            continue
        at = j + (p.chunks[j].kind == ":")
        told = cue.kind == "noun" and cue.first == at + 1 and p.chunks[at].low in ("le", "la", "l'")
        if told and p.opens_row:  # "« … » : le message de X est clair"
            return Attribution("noun-after", (cue.start, cue.end), cue.subject)
        starts = cue.first == j or (cue.first <= j + 6 and _leads(p.chunks, j, cue.first))
        if not starts:
            break
        if cue.kind in ("source", "viewpoint"):
            by_whom = cue.subject is not None and cue.subject.kind in ("person", "inst", "pronoun", "name")
            if cue.kind == "viewpoint" and not (comma or p.opens_row or by_whom):
                return None  # "la mobilité « douce » pour ses agents"
            last = cue.kind == "source" or not has_verb(p.text[cue.end : _relative(p.chunks, cue.after)])
            found = Attribution(f"{cue.kind}-after", (cue.start, cue.end), cue.subject)
            return found if cue.first == j and last else None
        if cue.kind == "noun" and p.chunks[j].low in _PRESENTED and p.opens_row:
            return Attribution("noun-after", (cue.start, cue.end), cue.subject)
        if cue.order == "VS" and cue.kind == "verb" and cue.subject is not None:
            named = cue.subject.kind in ("person", "pronoun", "name")
            # "X a annoncé une réforme, "mais il faut dix ans" rappelle le député."
            named = named or (p.k > 0 and p.chunks[p.k - 1].kind in ",:" and has_verb(p.words))
            if not (comma or named or p.opens_row) or (not comma and _acts(p, cue)):
                return None
            if not comma and not p.opens_row and cue.subject.kind == "unnamed":
                return None
            rule = "incise-inversion" if cue.subject.kind in ("pronoun", "on") else "incise"
            return Attribution(rule, (cue.start, cue.end), on_body(p.chunks, somebody(p, cue.subject)))
        likened = p.chunks[j].low == "comme" and cue.kind == "verb" and cue.order == "SV"
        if likened and comma and not p.opens_row and cue.subject is not None and cue.subject.kind in STRONG:
            return Attribution("as-told", (cue.start, cue.end), cue.subject)  # ", comme elle l'expliquait"
        if cue.kind == "verb" and cue.order == "SV" and p.opens_row and comma and cue.subject is not None:
            after_quote = cue.subject.start >= p.quote.close
            return Attribution("verb-after", (cue.start, cue.end), cue.subject) if after_quote else None
        break
    spoken = p.opens_row or (comma and (has_verb(p.words) or _inverted(p, j)))
    return unlisted_verb(p, j) if spoken else None


def _is_thing(p: Place) -> bool:
    """A name or a term by its form, or the title of a paper: "les révélations du « Temps »"."""
    if _is_sentence(p):
        return False
    opens = p.k == 2 and p.chunks[0].low in ("un", "une") and len(p.chunks) > 3
    if opens and p.chunks[3].kind == "," and p.words.islower() and word_count(p.words) == 1:
        return False  # "Un projet « ambitieux », selon X": nothing but the marked word is said
    titled = p.k > 0 and p.words[0].isupper() and p.chunks[p.k - 1].low in _BEFORE_TITLE
    if titled and word_count(p.words) <= 3 and not has_verb(p.words):
        return True
    return is_name(p.chunks, p.k, p.words) or is_plural_term(p.chunks, p.k, p.words)


def _is_sentence(p: Place) -> bool:
    """A heading that the page sets before the words, then a comma: "Jusqu'à dix ans de prison « … », dit"."""
    words, before = p.words, p.chunks[p.k - 1].low if p.k else ""
    comma = p.k + 1 < len(p.chunks) and p.chunks[p.k + 1].kind == ","
    named = before in _NAME_HEADS or before.removesuffix("s") in _NAME_HEADS
    if not words[0].isupper() or not comma or named or word_count(words) < _STATED:
        return False
    return has_verb(words) or any(is_finite(w) for w in words.lower().split())


def _acts(p: Place, cue: Cue) -> bool:
    """ "« Les Voix du fleuve » appelle la Région à agir": marked words that are the subject of the verb."""
    if not p.words[0].isupper() or has_verb(p.words) or cue.subject is None or cue.subject.kind == "pronoun":
        return False
    told = p.text[cue.subject.start : cue.subject.end].lower()
    last = p.text[cue.start : cue.end]
    if told.startswith(_MANY) and not last.endswith(("nt", "é", "ée")):
        return True
    return cue.after < len(p.chunks) and p.chunks[cue.after].low in ("à", "a", "de", "d'", "que", "qu'")


def told_by_unknown(p: Place) -> Attribution | None:
    """« … », a indiqué à Radio Rive Untel Machin: a reporting verb after the words, of whom is unclear."""
    j = p.k + 1
    announced = p.k > 0 and p.chunks[p.k - 1].kind == ":"
    if not (p.opens_row or announced) or j + 2 >= len(p.chunks) or p.chunks[j].kind != ",":
        return None
    first = j + 1
    verb = first
    while verb < min(len(p.chunks), first + 4) and p.chunks[verb].low in _BEFORE_VERB:
        verb += 1
    found = form(p.chunks[verb].low) if verb < len(p.chunks) and p.chunks[verb].kind == "w" else None
    if found is None or "i" not in found.verb.frames:
        return None
    compound = verb > first and bool(found.moods & PARTICIPLE)
    if not compound and not (verb == first and found.moods & FINITE):
        return None
    return Attribution("incise-unknown", (p.chunks[first].start, p.chunks[verb].end))


def _inverted(p: Place, j: int) -> bool:
    """ "« une ruine », souffle-t-il": the pronoun after its verb says that somebody speaks."""
    verb = next((c for c in p.chunks[j : j + 3] if "-" in c.low), None)
    return verb is not None and verb.low.endswith(("-il", "-elle", "-ils", "-elles"))


def _relative(chunks: list[Chunk], i: int) -> int:
    """Where what is told of a speaker by the way begins ("pour X, qui a …"), else the end."""
    told = i + 1 < len(chunks) and chunks[i].kind == "," and chunks[i + 1].low in ("qui", "dont", "où")
    return chunks[i].start if told else chunks[-1].end


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


def told_at_end(p: Place) -> Attribution | None:
    """Le trafic reprendra, avec un « retour progressif à la normale », jeudi, selon X / a indiqué X."""
    cue = next((c for c in p.cues if c.first > p.k + 1 and (_ends_with(p, c) or _beside_marks(p, c))), None)
    if cue is None or any(c.kind in ":;?!" for c in p.chunks[p.k + 1 : cue.first]):
        return None
    return Attribution("told-at-end", (cue.start, cue.end), cue.subject) if _fragment(p, cue) else None


def _ends_with(p: Place, cue: Cue) -> bool:
    """Whether a reporting word makes the incise that a sentence ends with."""
    if cue.subject is None or cue.subject.kind not in STRONG | {"name", "unnamed"}:
        return False
    if cue.kind != "source" and (cue.kind != "verb" or cue.order != "VS" or not cue.governs("i")):
        return False
    rest = p.chunks[cue.after :]
    inverted = cue.subject.kind == "pronoun"  # "…, avait-il affirmé lors de son procès"
    told = not rest or inverted or rest[0].kind in ",.;(" or _on_an_occasion(p, rest)
    return p.chunks[cue.first - 1].kind in ",—–" and told


def _tells_how_many(words: list[str]) -> bool:
    """ "environ 80 tombes", "une dizaine": a number of some sort."""
    if words[0] in ("un", "une", "des"):
        return words[1].endswith(("aine", "aines", "ier", "iers", "ion", "ions"))
    return words[0] in _QUANTITIES


def _on_an_occasion(p: Place, rest: list[Chunk]) -> bool:
    """ "…, avait cinglé le procureur | à l'audience du 8 octobre.": when and where it was said, no more."""
    plain = all(c.kind in "wPI.,()" for c in rest) and rest[0].low in _PREPOSITIONS
    return plain and not has_verb(p.text[rest[0].start : rest[-1].end])


def _beside_marks(p: Place, cue: Cue) -> bool:
    """ "… sont « en attente » dans un « climat lourd », a dit X à": the incise after later marks."""
    if cue.order != "VS" or cue.kind != "verb" or cue.subject is None or not cue.governs("i"):
        return False
    comma = (
        cue.first > p.k + 3 and p.chunks[cue.first - 1].kind == "," and p.chunks[cue.first - 2].kind == "Q"
    )
    told = any(c.first > p.k and c.first < cue.first for c in p.cues)
    return comma and not told and cue.subject.kind in STRONG | {"name", "unnamed"}


def _fragment(p: Place, cue: Cue) -> bool:
    """Whether marked words in the middle of a sentence are somebody's by their form, and no term."""
    words, count = p.words, word_count(p.words)
    if has_verb(words) or is_finite(words.split(maxsplit=1)[0].lower()):
        return count > 2 or (count > 1 and (words.islower() or p.opens_row))
    following = p.chunks[p.k + 1].low if p.k + 1 < len(p.chunks) else ""
    if p.opens_row and count > 1 and following in ("de", "d'", "du", "des"):
        return _tells_how_many(words.lower().split())  # "« Environ 80 tombes » du cimetière …"
    if p.k + 1 < len(p.chunks) and p.opens_row and p.chunks[p.k + 1].kind == "," and count > 2:
        return words.split(maxsplit=1)[0].lower() in _PREPOSITIONS  # "« Entre 20 h et minuit », un homme …"
    if p.opens_row or p.k == 0 or words[0].isupper() or _is_thing(p):
        return False
    low = words.lower().split()
    if low[0] in _DETERMINERS or low[0].startswith("l'") or any(is_adverb(w) for w in low):
        return True
    before = p.chunks[p.k - 1].low
    judged = cue.verb is not None and cue.verb.strength != "declarative"  # but "offrira un « pass culture »"
    own = low[0] in _NO_OR_ANY or low[0] in _PREPOSITIONS or (judged and before in ("un", "une", "d'"))
    if own and count == 2 and cue.order == "VS" and words.islower() and p.scene.times_marked(words) == 1:
        return True  # "Il n'y aurait « aucune raison » de partir", "un « réflexe malsain »"
    return count >= 4 or (count == 3 and before not in _DETERMINERS)
