"""Speech told by its source: "selon X, …", "…, d'après X", "X, pour qui …"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.appositions import past_apposition
from communique.extractors.quotations.clauses import Sentence, clause_begin, clause_end, set_beside, so_much
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.extents import skip_parenthesis
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import STRONG, head_index
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import forms
from communique.extractors.quotations.words import in_class, listed, org_nouns, role_nouns
from communique.mentions import QuotationMention

_PREPOSITIONS = in_class("prepositions")
_ADVERBS = in_class("adverbs")
_ORDINALS = in_class("ordinals")
_FORMS = forms()
_PLEADING = in_class("pleading")
_ROLE_NOUNS, _ORG_NOUNS = role_nouns(), org_nouns()
_JUDGING_WORDS = listed("judging_words.txt")
_RELATIVES = in_class("relatives")

_WITHIN = 6  # chunks of "qui compte désormais"
_NAMED_SOURCES = frozenset({"person", "inst", "role", "org", "document", "unnamed"})
_SHORT = 6  # chunks of "Notre pays rejoindrait donc,"
_SUBORDINATING = frozenset(
    {"tant", "si", "s'", "quand", "lorsque", "lorsqu'", "bien", "alors", "puisque", "tandis"}
)
_STUDIES = frozenset({"étude", "enquête", "rapport", "sondage", "note", "article", "communiqué", "bilan"})
_PRESENTING = 4  # chunks of "c'est", "il s'agirait"
_GOES_ON = frozenset(
    {
        "depuis",
        "à",
        "au",
        "en",
        "dans",
        "pour",
        "contre",
        "sur",
        "avec",
        "dès",
        "jusqu'",
        "jusque",
        "malgré",
        "lors",
    }
)
_LONG_APPOSITION = 16  # chunks of "l'ancien patron des pompiers devenu secrétaire d'État à la Pêche"
_ARTICLES = frozenset({"le", "la", "l'", "les", "un", "une"})
_CLAUSE_OPENERS = _ARTICLES | frozenset(
    {"il", "elle", "ils", "elles", "on", "nous", "c'", "ce", "cet", "cette", "ces", "cela", "son", "sa",
     "ses", "leur", "leurs", "des"}
)  # fmt: skip
_ALL = frozenset({"tous", "toutes", "tout", "toute", "chaque", "aucun", "aucune", "plusieurs", "ces"})
_CLAUSE = 6  # words that cannot but hold a verb, whether a list knows it or not


def source_first(s: Sentence, cue: Cue) -> QuotationMention | None:
    """Selon X, …; d'après une étude de X, …; à en croire X, …; pour X, …"""
    if cue.kind not in ("source", "viewpoint") or not (_opens(s, cue.first) or _second_clause(s, cue)):
        return None
    if _lends_voice(s, cue) or cue.subject is None or cue.subject.kind == "other":
        return None
    following = s.chunks[cue.after : cue.after + 2]
    if cue.kind == "viewpoint" and [c.low for c in following] == ["comme", "pour"]:
        return None  # "Pour celles-ci comme pour les voitures, un seuil est fixé"
    start = after_source(s, cue)
    if start is None or (cue.kind == "viewpoint" and not _is_view(s, cue, start)):
        return None
    if s.chunks[start].low == "on" and s.chunks[min(start + 2, len(s.chunks) - 1)].low in ("que", "qu'"):
        start += 3  # "De source judiciaire, on apprend que …"
        if start >= len(s.chunks):
            return None
    end = clause_end(s, cue, start)
    titled = s.chunks[start].low in ("du", "de", "des", "d'") and end > start
    if titled and not has_verb(s.text[s.chunks[start].start : s.chunks[end - 1].end]):
        return None  # "Selon le ministre de l'Économie, du Plan et de la Pêche"
    if end < len(s.chunks) and s.chunks[end].kind == ":":
        return None  # the words after the colon are the reported ones
    if s.chunks[start].low in _SUBORDINATING and any(c.kind == "Q" for c in s.chunks[end : end + 2]):
        return None  # "Pour lui, tant que rien ne bouge, « … »"
    if (teller := _teller(s, cue, start)) is not None:
        return s.mention(teller, [(start, teller.first - 1)], "incise")
    return s.mention(cue, [(start, end)], cue.kind)


def _teller(s: Sentence, cue: Cue, start: int) -> Cue | None:
    """ "Selon un premier bilan, trois toits sont tombés, a indiqué la maire.": she says so by a document."""
    if cue.subject is None or cue.subject.kind != "document":
        return None
    for other in s.cues:
        told = other.kind == "verb" and other.order == "VS" and other.governs("i") and other.first > start + 2
        if told and s.chunks[other.first - 1].kind == "," and other.subject is not None:
            return other if other.subject.kind in STRONG else None
    return None


def _lends_voice(s: Sentence, cue: Cue) -> bool:
    """ "Par la voix de son directeur, la Ville assure que …": the verb says who speaks."""
    return s.chunks[cue.first].low == "par" and any(o.kind == "verb" for o in s.cues)


def _second_clause(s: Sentence, cue: Cue) -> bool:
    """ "Un agent a tiré, mais selon X, | la balle venait du toit": a clause of its own after the first."""
    chunks, i = s.chunks, cue.first - 1
    if cue.kind != "source" or i < _PRESENTING:
        return False
    comma = chunks[i].kind == ","
    i -= comma
    if chunks[i].low not in ("mais", "or", "car") and not (chunks[i].low == "et" and comma):
        return False
    start = after_source(s, cue)
    if start is None or not (chunks[start].low in _CLAUSE_OPENERS or chunks[start].kind in "PI"):
        return False
    begin = clause_begin(chunks, i, s.text)
    told = begin < i and has_verb(s.text[chunks[begin].start : chunks[i].start])
    return told and has_verb(s.text[chunks[start].start : chunks[-1].end])


def _opens(s: Sentence, first: int) -> bool:
    """At the beginning of a clause, a linking word apart ("Mais, selon X, …")."""
    chunks = s.chunks
    before = [c for c in chunks[max(0, first - 3) : first] if c.kind != ","]
    if first and chunks[first - 1].kind in "wPI" and s.text[chunks[first].start].isupper():
        return True  # a heading, and "Selon X, …" on the same line
    begin = clause_begin(chunks, first, s.text)
    if begin < first <= begin + 6 and chunks[first - 1].kind == "," and chunks[begin].kind == "w":
        fronted = chunks[begin].low in _PREPOSITIONS or chunks[begin].low in _ADVERBS
        alone = begin + 2 == first and chunks[begin].low in ("rien", "tout")  # "Rien, selon X, ne change"
        fronted = fronted and s.chunks[begin + 1].low not in ("de", "d'", "que")  # "Plus de mille, selon X"
        fronted = fronted and not alone and chunks[begin].low != "avec"  # "Avec 300 membres, selon X, …"
        if fronted and not any(c.kind in "P,Q" for c in chunks[begin : first - 1]):
            # "En moyenne, selon X, …", but "Tout indique, selon X, que …"
            return not any(c.low in _FORMS for c in chunks[begin + 1 : first - 1])
    while before and before[-1].low in ("mais", "et", "or", "car", "donc", "toujours", "ainsi", "enfin", "*"):
        before.pop()
    if len(before) > 1 and before[-1].low == "que" and before[-2].low in ("même", "alors", "tandis"):
        return True  # "alors même que, selon X, …"
    return not before or before[-1].kind in ";:•–—-*!?."


def after_source(s: Sentence, cue: Cue) -> int | None:
    """The chunk where the clause begins: past the name and what is set beside it."""
    if _unparted(s, cue):
        return cue.after
    i = cue.after
    limit = min(len(s.chunks), i + 16)
    while i < limit and s.chunks[i].kind not in ",:;.":
        if s.chunks[i].kind == "(":
            while i < limit and s.chunks[i].kind != ")":
                i += 1
        i += 1
    while i < len(s.chunks) and s.chunks[i].kind == ",":
        following = s.chunks[i + 1] if i + 1 < len(s.chunks) else None
        if following is None:
            return None
        comma = next((j for j in range(i + 1, len(s.chunks)) if _is_comma(s.chunks, i + 1, j)), None)
        if following.low in ("également", "aussi", "notamment", "désormais") and i + 2 < len(s.chunks):
            following = s.chunks[i + 2]
        if comma is None or not (
            set_beside(s, following)
            or _affiliated(s, cue, i + 1, comma)
            or _described_there(s, i + 1, comma)
            or _in_office(s, cue, i + 1, comma)
        ):
            return i + 1
        i = comma
    return None


def _unparted(s: Sentence, cue: Cue) -> bool:
    """ "Selon le président Petit | tous les dossiers seront examinés": a clause without its comma."""
    chunks, i = s.chunks, cue.after
    if cue.subject is None or cue.subject.kind not in _NAMED_SOURCES or i + 2 >= len(chunks):
        return False
    if chunks[i].low not in _CLAUSE_OPENERS and chunks[i].low not in _ALL:
        return False
    if chunks[i + 1].low in _ROLE_NOUNS or chunks[i + 1].low in _ORG_NOUNS:
        return False
    stop = next((j for j in range(i, len(chunks)) if chunks[j].kind not in "wPI"), len(chunks))
    return has_verb(s.text[chunks[i].start : chunks[stop - 1].end])


def _affiliated(s: Sentence, cue: Cue, i: int, comma: int) -> bool:
    """ "Selon Jeanne Petit, du Laboratoire de physique (LAM), …": nothing but the body she belongs to."""
    if cue.subject is None or cue.subject.kind not in ("person", "role", "unnamed"):
        return False
    if s.chunks[i].low not in ("de", "d'", "du", "des", "à", "au", "aux"):
        return False
    j = i + 1 + (i + 1 < comma and s.chunks[i + 1].low in ("la", "l'", "le"))
    if j >= comma or s.chunks[j].kind != "I":
        return False
    return skip_parenthesis(s.chunks, j + 1) == comma


def _in_office(s: Sentence, cue: Cue, i: int, comma: int) -> bool:
    """ "D'après Jean Petit, le ministre de la Pêche, dans quatre cas, les filets …": somebody's function."""
    if cue.subject is None or cue.subject.kind != "person" or s.chunks[i].low not in ("le", "la", "l'"):
        return False
    if i + 1 >= comma or s.chunks[i + 1].low not in _ROLE_NOUNS or comma - i > _LONG_APPOSITION:
        return False
    told = has_verb(s.text[s.chunks[i].start : s.chunks[comma - 1].end])
    after = s.chunks[comma + 1] if comma + 1 < len(s.chunks) else s.chunks[comma]
    opens = after.kind in "PI" or after.low in _CLAUSE_OPENERS or after.low in _PREPOSITIONS
    return opens and not told and has_verb(s.text[s.chunks[comma].start : s.chunks[-1].end])


def _described_there(s: Sentence, i: int, comma: int) -> bool:
    """ "Selon l'Audiar, l'agence d'urbanisme, la métropole gagne …": who it is, then a clause."""
    if s.chunks[i].low not in _ARTICLES or comma + 2 >= len(s.chunks) or comma - i > _LONG_APPOSITION:
        return False
    noun = s.chunks[head_index(s.chunks, i, comma)].low  # "l'ancien patron"
    if noun not in _ROLE_NOUNS and noun not in _ORG_NOUNS:
        return False
    if s.chunks[comma + 1].low not in _CLAUSE_OPENERS or has_verb(
        s.text[s.chunks[i].start : s.chunks[comma - 1].end]
    ):
        return False
    # "Selon l'Insee, les prix, les salaires et les loyers montent": a list goes on to its "et".
    stop = next(
        (
            j
            for j in range(comma + 1, len(s.chunks))
            if s.chunks[j].kind in ",;:." or s.chunks[j].low in ("et", "ou")
        ),
        len(s.chunks),
    )
    return stop > comma + 1 and has_verb(s.text[s.chunks[comma + 1].start : s.chunks[stop - 1].end])


def _is_comma(chunks: Sequence[Chunk], start: int, j: int) -> bool:
    depth = sum((c.kind == "(") - (c.kind == ")") for c in chunks[start:j]) if j - start < 40 else 0
    return chunks[j].kind == "," and depth <= 0


def _is_view(s: Sentence, cue: Cue, start: int) -> bool:
    """ "Pour X, …" says an opinion when X is a person, or when the clause judges."""
    subject = cue.subject
    clause = s.chunks[start:]
    words = s.text[s.chunks[start].start : s.chunks[-1].end] if clause else ""
    lows = [c.low for c in clause[:4]]
    if lows[:1] == ["il"] and "fallu" in lows:
        return False  # "Pour le second, il aura fallu un an"
    if lows[:2] == ["c'", "est"] and lows[-1] in _ORDINALS:
        return False  # "Pour X, c'est la troisième participation"
    if subject is None or not (has_verb(words) or any(c.low in _FORMS for c in clause)):
        return False
    somebody = not s.text[subject.start : subject.end].endswith(("s", "-ci"))  # "Pour celles-ci, le seuil …"
    if subject.kind == "person" or (subject.kind == "pronoun" and somebody):
        return True
    if subject.kind == "role":
        return s.text[subject.start : subject.end].split()[0].lower() in ("le", "la", "son", "sa") or (
            s.text[subject.start : subject.end].lower().startswith(("l'", "l’"))
        )
    said = s.text[subject.start : subject.end].lower().replace("’", "'").replace("'", "' ").split()
    if subject.start in s.scene.associations or (len(said) == 2 and said[1] in _PLEADING):
        return True
    return any(c.low in _JUDGING_WORDS for c in clause[:14])


def source_last(s: Sentence, cue: Cue) -> QuotationMention | None:
    """…, selon X.; …, d'après une étude de X."""
    if cue.subject is None or cue.subject.kind == "other":
        return None
    if cue.kind != "source" or cue.first == 0 or _opens(s, cue.first) or _lends_voice(s, cue):
        return None
    if _second_clause(s, cue):
        return None
    if _told_by_another(s, cue):
        return None
    if (told := _of_relative(s, cue)) is not None:
        return s.mention(cue, [told], "source-after")
    begin = clause_begin(s.chunks, cue.first, s.text)
    before = cue.first
    rest = [c for c in s.chunks[cue.after :] if c.kind in "wPIQ"]
    comma = s.chunks[before - 1].kind == ","
    stop = cue.after < len(s.chunks) and s.chunks[cue.after].kind in ",.;:)"
    if not comma and rest and not stop:
        return None
    if cue.subject.kind == "pronoun" and cue.after < len(s.chunks) and s.chunks[cue.after].kind == "Q":
        return None  # "il regrette une crise, selon lui « évitable »": only that is reported
    if begin >= before or _depth(s.chunks, cue.first):
        return None
    words = s.text[s.chunks[begin].start : s.chunks[before - 1].end]
    ends = not (comma and stop and s.chunks[cue.after].kind == ",")
    asked = any(c.low in ("si", "s'") for c in s.chunks[: begin - 1])  # "Reste à savoir si …: deux ici"
    if ends and begin > 2 and s.chunks[begin - 1].kind == ":" and not asked and not has_verb(words):
        begin = clause_begin(
            s.chunks, begin - 1, s.text
        )  # "Neuf gares sont à sec : huit ici et une là, selon X"
        words = s.text[s.chunks[begin].start : s.chunks[before - 1].end]
    if s.chunks[-1].kind != "." and _described(s, begin, before):
        return None
    after = cue.after + 1 if comma and stop and s.chunks[cue.after].kind == "," else len(s.chunks)
    goes_on = after < len(s.chunks) and has_verb(s.text[s.chunks[after].start : s.chunks[-1].end])
    counted = asked and s.chunks[begin].low[:1].isdigit()
    if not has_verb(words) and not goes_on and not counted and not _whole_sentence(s, begin, before):
        return None
    if s.chunks[before - 1].kind == "w" and s.chunks[before - 1].low in ("que", "qu'", "et", "est", "qui"):
        return None
    aside = comma and stop and s.chunks[cue.after].kind == ","
    if aside and (_within_relative(s, begin, before) or _beside_figure(s, begin, before)):
        return None
    governed = aside and after < len(s.chunks) and s.chunks[after].low in ("de", "d'", "que", "qu'")
    waits = governed and _waits(s, begin, before - 1, after)
    if governed and before - begin > _PRESENTING and not waits:
        return None  # "…, coupable, selon eux, de fermer les yeux"
    parts = [(begin, before)]
    described = after < len(s.chunks) and not waits
    described = described and (set_beside(s, s.chunks[after]) or s.chunks[after].low in _RELATIVES)
    if described and not has_verb(words) and (main := past_apposition(s, after)) is not None:
        parts.append((main, clause_end(s, cue, main)))  # "Ces erreurs, selon X, directrice, résultent"
    if after < len(s.chunks) and not described:
        it = s.chunks[begin].low in ("il", "elle") and s.chunks[begin + 1].low in ("s'", "est", "serait")
        presenting = it or s.chunks[begin].low in ("c'", "ce", "voilà", "voici")
        presented = presenting and before - begin <= _PRESENTING and comma and has_verb(words)
        if presented:  # "C'est, selon X, la plus grosse levée de l'année"
            parts = [(after, clause_end(s, cue, after))]
        elif (
            goes_on
            or waits
            or s.chunks[after].low in _GOES_ON
            or before - begin <= _PRESENTING
            or _object(s, begin, before, after)
            or _finite(s.chunks[before - 1 - comma].low)
        ):
            parts.append((after, clause_end(s, cue, after)))
    return s.mention(cue, parts, "source-after")


def _told_by_another(s: Sentence, cue: Cue) -> bool:
    """ "Il a été blessé, selon lui par un tir, | a-t-on appris de source policière |": told in its turn."""
    if (
        s.chunks[cue.first].low in ("de", "d'")
        and cue.first
        and s.chunks[cue.first - 1].low.endswith("ppris")
    ):
        return True  # "a-t-on appris de source policière"
    for other in s.cues:
        incise = other.kind == "verb" and other.order == "VS" and other.first > cue.after
        if incise and other.subject is not None and s.chunks[other.first - 1].kind == ",":
            by_one = other.subject.kind == "on" and (other.verb is None or other.governs("i"))
            return by_one or (other.governs("i") and other.subject.kind in STRONG and _last(s, other))
    return False


def _last(s: Sentence, cue: Cue) -> bool:
    """Whether the sentence ends with an incise, what tells where and when it was said apart."""
    rest = s.chunks[cue.after :]
    return not any(c.kind in ",;:Q" for c in rest)


def _waits(s: Sentence, begin: int, end: int, after: int) -> bool:
    """ "La fatigue est telle, selon lui, que …", "ne permet plus, selon lui, de …": one clause."""
    if any(c.kind not in "wPI" for c in s.chunks[begin:end]):
        return False
    last = s.chunks[end - 1].low
    verb = last in ("pas", "plus", "jamais", "guère") or last in _FORMS or has_verb(last, first_only=True)
    return verb or (s.chunks[after].low in ("que", "qu'") and so_much(s.chunks, begin, end))


def _object(s: Sentence, begin: int, before: int, after: int) -> bool:
    """ "Le pays rejoindrait donc, selon la ligue, | le taux moyen |": what a short clause still waits for."""
    if before - begin > _SHORT or after + 1 >= len(s.chunks) or s.chunks[after].low not in _ARTICLES:
        return False
    noun = s.chunks[after + 1].low
    return noun not in _ROLE_NOUNS and noun not in _ORG_NOUNS


def _of_relative(s: Sentence, cue: Cue) -> tuple[int, int] | None:
    """ "les élus, qui selon lui | défendent la loi |", "rappelons qu'ici, selon X, | rien ne change |"."""
    chunks, comma = s.chunks, s.chunks[cue.first - 1].kind == ","
    last, start = cue.first - 1 - comma, cue.after
    start += comma and start < len(chunks) and chunks[start].kind == ","
    if start + 2 >= len(chunks):
        return None
    if chunks[last].low == "qui" and not comma and chunks[start].kind != ",":
        return start, clause_end(s, cue, start)
    if chunks[last].low == "qui" and comma and last and chunks[last - 1].kind == "," and start > cue.after:
        end = clause_end(s, cue, start)  # "Le port, qui, selon X, | perd des emplois |, va rouvrir"
        return start, next((j for j in range(start + 1, end) if chunks[j].kind == ","), end)
    que = next((j for j in range(last, max(0, last - _WITHIN), -1) if chunks[j].low in ("que", "qu'")), None)
    if que is None or que > 2 or not comma or start == cue.after or has_verb(_words(s, que + 1, last + 1)):
        return None
    return start, clause_end(s, cue, start)


def _words(s: Sentence, a: int, b: int) -> str:
    return s.text[s.chunks[a].start : s.chunks[b - 1].end] if a < b else ""


def _within_relative(s: Sentence, begin: int, before: int) -> bool:
    """ "un club qui compte, selon la Ligue, 300 membres", "celui qui, selon lui, convenait"."""
    near = range(before - 2, max(begin, before - _WITHIN), -1)
    return any(s.chunks[j].low in ("qui", "dont", "où") for j in near)


def _beside_figure(s: Sentence, begin: int, before: int) -> bool:
    """ "Avec 300 membres, selon la Ligue, le club …": the source is that of the figure alone."""
    return s.chunks[begin].low == "avec" and not has_verb(
        s.text[s.chunks[begin].start : s.chunks[before - 1].end]
    )


def _described(s: Sentence, begin: int, before: int) -> bool:
    """ "2e école où il fait bon étudier selon les élèves": a noun phrase, whose one verb is of a relative."""
    for j in range(begin, before):
        if s.chunks[j].low in ("où", "dont", "qui", "que", "qu'"):
            return j > begin and not has_verb(s.text[s.chunks[begin].start : s.chunks[j - 1].end])
    return False


def _whole_sentence(s: Sentence, begin: int, before: int) -> bool:
    """ "Le niveau baisse, selon X.": a sentence of a paragraph that opens with a noun phrase has a verb."""
    section = s.scene.doc.section_at(s.chunks[0].start)
    if (
        begin
        or section is None
        or section.kind not in ("paragraph", "standfirst")
        or s.chunks[-1].kind != "."
    ):
        return False
    if any(c.low in ("se", "s'", "ne", "n'") for c in s.chunks[:before]):
        return True
    if any(c.kind == "verb" and c.first < before for c in s.cues):
        return True  # "Une majorité d'élus souhaite que rien ne change, selon un sondage."
    share = s.chunks[0].low in ("un", "une") and any(c.low == "sur" for c in s.chunks[2:4])
    if share and before > _PRESENTING + 1:  # "Un élève sur cinq décroche, selon X."
        return True
    return s.chunks[0].low in ("le", "la", "l'", "les", "ces", "ce", "cette", "cet") and before >= _PRESENTING


def _finite(low: str) -> bool:
    """ "Ces récits confirment, selon lui, | le besoin |": a verb that waits for the rest of its clause."""
    return low in in_class("auxiliaries") or has_verb(low, first_only=True)


def _depth(chunks: Sequence[Chunk], i: int) -> bool:
    return sum((c.kind == "(") - (c.kind == ")") for c in chunks[:i]) > 0


def relative_view(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X, pour qui la dérive reste mesurable, …; X, selon qui …"""
    if cue.kind != "relative" or cue.first == 0:
        return None
    apart = s.chunks[cue.first - 1].kind == "," or s.chunks[cue.first - 1].low in ("et", "mais")
    studied = any(c.low in _STUDIES for c in s.chunks[max(0, cue.first - 4) : cue.first])
    if cue.first > 2 and [c.low for c in s.chunks[cue.first - 2 : cue.first]] == ["qui", "et"]:
        return None  # "ceux avec qui et pour qui elle est faite"
    if not apart and not (studied and s.chunks[cue.first].low == "selon"):
        return None  # but "une étude chiffrée selon laquelle 80 % des abus …"
    start, end = cue.after, clause_end(s, cue, cue.after)
    if not has_verb(s.text[s.chunks[0].start : s.chunks[cue.first - 1].start]):
        commas = (j for j in range(start + 1, end - 1) if s.chunks[j].kind == ",")
        main = (j for j in commas if has_verb(s.chunks[j + 1].low, first_only=True))
        end = next(main, end)  # "X, pour qui …, demande …"
    if start >= end:
        return None
    short = sum(c.kind in "wPI" for c in s.chunks[start:end]) < _CLAUSE
    if short and not has_verb(s.text[s.chunks[start].start : s.chunks[end - 1].end]):
        return None
    return s.mention(cue, [(start, end)], "relative")
