"""Names of rankings that no French noun announces: known ones, English titles, "Top 100 …", "FW500"."""

from __future__ import annotations

import re
from functools import cache

from communique.document import Document, matches_at, plain_shadow, starts_of
from communique.extractors.rankings.patterns import lazy
from communique.lexicon import lines
from communique.spellings import Caller, Spelling

Span = tuple[int, int]

_ACRONYM = lazy(r"[™®]?\s\([A-Z][\w-]{1,10}(?:\s[A-Z]\w{1,9})?\)")
_REGION = lazy(
    r"[™®]?(?:\s(?:AtWork|France|EMEA|Belgium|Belgique|Luxembourg|Switzerland|Suisse|Europe|Canada|Africa|Afrique|Maroc|Tunisie|"
    r"[A-ZÀ-Þ][\w&-]{2,20}(?=\s(?:19|20)\d\d)))?"
)
_ENGLISH_LINKS = frozenset({"of", "the", "for", "in", "and", "by", "&", "to", "+", "'", "s", "™", "®"})
_FIRST_ONLY = frozenset(
    {"l'", "d'", "qu'", "le", "la", "les", "the", "au", "du", "aux", "des", "dans", "selon", "pour", "en"}
)
_ROUND = frozenset(
    str(n) for n in (10, 20, 25, 30, 40, 50, 75, 80, 100, 120, 150, 200, 250, 300, 400, 500, 1000, 2000, 5000)
)
# What stands before the name of a list: "la 3e place des", "dans le", "la liste", "aux".
_BEFORE = lazy(
    r"\b(?:au|aux|du|des|(?:de\s)?(?:ses|leurs)|dans\s(?:l[ae]s?|son|ce)|dans\sl'|de\sl'|de\sla|liste|le|les|la|parmi\sles|"
    r"selon\sl[ae]s?|et|classement|palmares|base|publie\s(?:aussi\s|egalement\s)?un)\s?(?:magazine\s|prestigieux\s|celebre\s|fameux\s|\d{1,3}e\s(?:liste\s)?)?[«“\"]?\s?$"
)
_PLACED = lazy(
    r"\b(?:\d{1,4}(?:er|re|e|eme)s?|premiere?s?|seconde?s?|[a-z]+iemes?|place|rang|position|class[a-z]*|"
    r"palmares|podium|top|laureate?s?|parmi|figure|entree?|liste|n°\s?\d+|rejoint|integre|distingu[a-z]*|edition|situ[a-z]*|propuls[a-z]*|"
    r"demeure|devient|reste)\b"
)
_AFTER = lazy(
    r"(?:\sd(?:e|u|')\s?[\w&'\s-]{2,30})?[\s»”\",]{0,3}(?:(?:19|20)\d\d\b|(?:publie|etabli|devoile|decerne|realise|elabore|dresse)e?s?\s|,?\s?ou\s)"
)
_TOP = lazy(
    r"\bTop\s?(?:\d{2,4})(?=\s(?P<next>[A-ZÀ-Þ\d]|(?:de|du|des)\s(?:la\s)?[A-ZÀ-Þ]))|"
    r"\bTop\s?\d{2,4}\s(?P<group>des\s[a-zà-ÿ-]+(?:\s[a-zà-ÿ-]+){0,4})(?=\s(?P<of>(?:de|du|d[’'])\s?[A-ZÀ-Þ]))"
)
# "le Top 50 des caves françaises | que publie la revue"
_PUBLISHED_TOP = lazy(
    r"(?P<name>Top\s?\d{2,4}\s(?:des?|du|de\sla)\s[a-zà-ÿ]+(?:\s[a-zà-ÿ]+){0,4}?(?:\s(?:19|20)\d\d)?)"
    r",?\s(?:que\s(?:publi|dress|établi|réalis)|(?:publi|établi|dress|réalis|dévoil)(?:é|e)\s)"
)
_IN_TOP = lazy(
    r"(?:\d(?:er|re|e|eme)|ieme|premiere?|places?|rang|position|podium|marche|n°\s?\d+|tete|classee?s?)\s(?:du|au|de\sce|dans\sle)"
    r"\s(?:prestigieux\s|celebre\s)?$"
)
_CAPITALS = lazy(
    r"(?:\s(?:19|20)\d\d)?(?:\s(?:de|du|des)\s(?:la\s)?)?(?:\s?(?:[A-ZÀ-Þ\d][\w&$’'.-]*|of|the|for|in|and|&)){1,6}"
)
_CODED = lazy(
    r"\s(?:(?:place|rang|position)\s)?(?:mondiale?\s|europeen(?:ne)?\s)?(?:du|au|aux|des|de\sl[’']|de\sla|de(?=\sL))\s?(?:[«“]\s?)?"
    r"(?P<name>[A-Z][A-Za-z]{0,9}\s?\d{2,4}(?=[\s.,;:)]|$)|"
    r"(?:L[ae]\s)?[A-ZÀ-Þ][\w&’'-]*(?:\s&?\s?[A-ZÀ-Þ][\w&’'-]*){0,6}(?:\s(?P<year>(?:19|20)\d\d)(?!\d))?)"
)


def acronym(doc: Document, end: int) -> int:
    """Where a name ends, with the letters in brackets after it."""
    m = _ACRONYM.match(doc.text, end)
    return m.end() if m else end


@cache
def _known_words() -> frozenset[str]:
    """What a known name begins with."""
    return frozenset(_known_names())


@cache
def _known_names() -> dict[str, list[str]]:
    """Names by their first token, the longest first."""
    out: dict[str, list[str]] = {}
    for name in sorted(
        {plain_shadow(n) for n in lines(__package__, "known_rankings.txt")}, key=len, reverse=True
    ):
        first = re.match(r"[\w-]+", name)
        if first:
            out.setdefault(first.group(), []).append(name)
    return out


# "publié par le magazine Times Higher Education": who publishes, not what.
_PUBLISHED_BY = lazy(
    r"\b(?:par|selon|magazine|hebdomadaire|cabinet|quotidien|institut|agence)\s(?:l[ae]s?\s|l')?"
    r"(?:(?:magazine|hebdomadaire|cabinet|quotidien|mensuel|journal|societe|institut|agence|revue|site)\s)?"
    r"(?:\w{5,14}\s)?(?:[«“]\s?)?$"
)


_VARIANT = lazy(r":\s[A-ZÀ-Þ]\w+(?=\s(?:19|20)\d\d|[,.)])")  # "QS Global MBA Rankings: Europe 2025"


def known(doc: Document) -> list[Span]:
    """Names of the list: "QS World University Rankings"; a publisher's own name after "par" is none.

    >>> doc = Document("Classé 3e au Green500, publié par Times Higher Education (THE).")
    >>> [doc.text[slice(*s)] for s in known(doc)]
    ['Green500']
    """
    names, tokens, out = _known_names(), doc.tokens, []
    for i in doc.places_of(_known_words()):
        plain, start = tokens.plain[i], tokens.start[i]
        around = re.sub(r"\s", " ", doc.plain[start : start + 70])
        size = next(
            (len(n) for n in names[plain] if around.startswith(n) and not around[len(n) :][:1].isalnum()), 0
        )
        if not doc.text[start].isupper() and around[:size] not in _common_names():
            continue
        marked = any(c.isupper() or c.isdigit() for c in doc.text[start + 1 : start + size])
        if not size or not (marked or size > 9):
            continue
        name = around[:size]
        if name in _PUBLISHERS and _PUBLISHED_BY.search(doc.plain, max(0, start - 60), start):
            continue
        end = _REGION.match(doc.text, start + size).end()  # type: ignore[union-attr]
        variant = _VARIANT.match(doc.text, end)
        out.append((start, acronym(doc, variant.end() if variant else end)))
    return out


@cache
def _common_names() -> frozenset[str]:
    """Names of the list that are written without a capital: "indice mondial de l'innovation"."""
    entries = lines(__package__, "known_rankings.txt")
    return frozenset(plain_shadow(n) for n in entries if n[0].islower())


_PUBLISHERS = frozenset({"times higher education (the)", "times higher education", "universum"})


@cache
def _english() -> dict[str, bool]:
    """Words of English titles; True for those that need nothing beside."""
    return {w.rstrip("*"): w.endswith("*") for w in lines(__package__, "english.txt")}


@cache
def _english_or_round() -> frozenset[str]:
    return _ROUND.union(_english())


def english(doc: Document) -> list[Span]:
    """Titles in English by a word of theirs: "Ocean FAIR Index", "Technology Fast 500".

    >>> doc = Document("La banque est 87e du Top African Banks et l'école 3e au Global Campus Index.")
    >>> [doc.text[slice(*s)] for s in english(doc)]
    ['Top African Banks', 'Global Campus Index']
    """
    tokens, words, out, reached = doc.tokens, _english(), list[Span](), -1
    for i in doc.places_of(_english_or_round()):
        if i <= reached or not _opens(doc.text[tokens.start[i]]):
            continue
        first = _leftmost(doc, i, reached)
        last = _rightmost(doc, i)
        reached = last
        surfaces = tokens.text[first : last + 1]
        inside = tokens.plain[first : last + 1]
        content = [s for s in surfaces if s[0].isalpha() and s[0].isupper() and len(s) > 1]
        strong = sum(words.get(p, False) for p in inside)
        weak = sum(p in words or p in _ROUND for p in inside)
        if content == ["Top"]:
            continue
        shouted = all(s.isupper() for s in content)
        if len(inside) < 2 or not content or (shouted and (not strong or len(content) > 4)):
            continue
        span = (tokens.start[first], acronym(doc, tokens.end[last]))
        beside = _beside(doc, *span) or _is_marked_edition(doc, *span)
        plain_title = len(content) == 2 and (beside or not content[0].isupper())
        by_itself = strong > 0 and (len(content) > 2 or plain_title)
        if by_itself or (weak and beside and (weak > 1 or len(content) > 1 or inside[-1] in _ROUND)):
            out.append(span)
    return out


_MARKED_EDITION = lazy(r"[«“\"]\s?[^«»“”\"\n]{4,70}\s(?:19|20)\d\d\s?[»”\"]")


def _is_marked_edition(doc: Document, start: int, end: int) -> bool:
    """Whether a title stands between marks with the year of its edition: « World's Best Hospitals 2025 »."""
    opening = start - 2 if doc.text[start - 1 : start].isspace() else start - 1
    m = _MARKED_EDITION.match(doc.text, opening) if opening >= 0 else None
    return m is not None and end <= m.end() <= end + 8


def _opens(letter: str) -> bool:
    return letter.isupper() or letter.isdigit()


def _beside(doc: Document, start: int, end: int) -> bool:
    """Whether a position, a list or a publication is told just before or after a title."""
    before = doc.plain[max(0, start - 25) : start]
    if not _BEFORE.search(before):
        return False
    if _AFTER.match(doc.plain, end):
        return True
    sentence = doc.sentence_at(start)
    left = max(sentence.start if sentence else 0, start - 70)
    right = min(sentence.end if sentence else end, end + 50)
    return (_PLACED.search(doc.plain, left, start) or _PLACED.search(doc.plain, end, right)) is not None


def _leftmost(doc: Document, i: int, stop: int) -> int:
    """The first token of the capitalised run that holds token ``i``."""
    tokens, first, j = doc.tokens, i, i - 1
    while j > stop and i - j < 7 and _glued(doc, j):
        surface, plain = tokens.text[j], tokens.plain[j]
        if surface == "THE" or (
            surface[0].isupper() and plain not in _FIRST_ONLY and not surface.endswith(("’", "'"))
        ):
            first = j
        elif not (plain in _ENGLISH_LINKS or surface.isdigit()):
            break
        j -= 1
    return first


def _rightmost(doc: Document, i: int) -> int:
    """The last token of the capitalised run that holds token ``i``."""
    tokens, last, j = doc.tokens, i, i + 1
    while j < len(tokens) and j - i < 9 and _glued(doc, j - 1):
        surface, plain = tokens.text[j], tokens.plain[j]
        proper = surface[0].isupper() and plain not in _FIRST_ONLY
        if (
            proper
            or surface.isdigit()
            or surface in {"™", "®"}
            or (surface == "s" and tokens.plain[j - 1] == "'")
        ):
            last = j
        elif plain not in _ENGLISH_LINKS:
            break
        j += 1
    return last


def _glued(doc: Document, i: int) -> bool:
    """Whether at most one space or line end parts token ``i`` from the next."""
    end, start = doc.tokens.end[i], doc.tokens.start[i + 1]
    gap = doc.text[end:start]
    return gap in {"", " ", "\u00a0", "\u202f"} or (
        gap == "\n" and doc.section_at(end - 1) is doc.section_at(start)
    )


def tops(doc: Document) -> list[Span]:
    """Lists called by how many they hold: "Top 100 African Banks", "Top 100 2024 de Wine Spectator".

    >>> doc = Document("Le domaine est n° 3 du Top 100 de Wine Spectator.")
    >>> [doc.text[slice(*s)] for s in tops(doc)]
    ['Top 100 de Wine Spectator']
    """
    out = []
    starts = starts_of(doc.plain, ("top",))
    out += [m.span("name") for m in matches_at(_PUBLISHED_TOP, doc.text, starts)]
    for m in matches_at(_TOP, doc.text, starts):
        rest = _CAPITALS.match(doc.text, m.end())
        if rest is None:
            continue
        # "le Top 50 de France" is a band; a position is in "la 3e place du Top 50 de Capital".
        words = [w for w in rest.group().split() if w[0].isupper()]
        direct = len(words) > 1 and m.group("next") is not None and m.group("next")[0] != "d"
        before = _BEFORE if direct else _IN_TOP
        if before.search(doc.plain, max(0, m.start() - 40), m.start()):
            out.append((m.start(), m.start() + len(doc.text[m.start() : rest.end()].rstrip(" .,"))))
    return out


def coded(doc: Document) -> list[Span]:
    """A list by its own name right after a rank: "46e du FW500", "13e de l'ILGA Rainbow Map 2025".

    Without a year, three capitals in a row at least: "3e du Stade Brestois" is a place in a team.
    """
    out = []
    for n in doc.numbers:
        m = _CODED.match(doc.text, n.end) if n.ordinal else None
        if m is None:
            continue
        words = m.group("name").split()
        plain = plain_shadow(words[0])
        if any(w[-1].isdigit() and not _YEARLY.fullmatch(w) for w in words):
            listed = True
        else:
            listed = len(words) > 2 and plain not in words_of_bodies()
        if listed:
            out.append(m.span("name"))
    return out


_YEARLY = lazy(r"(?:19|20)\d\d")


@cache
def words_of_bodies() -> frozenset[str]:
    """First words of bodies and places, which a rank may stand in: "la 3e de l'Université Paris Cité"."""
    return frozenset(lines(__package__, "bodies.txt"))


# "l'enquête Médialocales", "l'indice DESI", "la liste « One Hundred Ports »", "l'édition 2024 du « … »"
_SURVEY = lazy(
    r"(?<!\w)(?P<head>(?:enquete|etude|indice|liste|index|challenge|concours)\s)"
    r"(?:(?:annuelle?|mondiale?|internationale?|nationale?|panafricaine?|europeen(?:ne)?|"
    r"regionale?)\s)?(?P<name>[«“\"]\s?[^«»“”\"\n]{2,70}?\s?[»”\"]|[a-z][\w&-]{2,20}(?:\s[a-z][\w&-]*){0,4}(?:\s\d{1,4}){0,2})"
)
_SURVEYS = ("enquete", "etude", "indice", "liste", "index", "challenge", "concours")
_PROPER = lazy(
    r"(?:[A-ZÀ-Þ]|[a-z]-?[A-Z])[\w&-]{2,20}(?:\s[A-ZÀ-Þ][\w&-]*){0,4}(?:\s\([^()\n]{3,60}\))?(?:\s\d{1,4}){0,2}"
)
IN_MARKS = lazy(r"[«“\"]\s?(?P<name>[A-ZÀ-Þ\d][^«»“”\"\n]{1,70}?)\s?[»”\"]")
_NUMBERED = lazy(r"\b\d{1,4}(?:er|re|e|eme)s?\b|premier|deuxieme|place|rang|podium|en\stete|\btop\b")


_LETTERS = lazy(r"\b[A-Z][A-Z\d]{2,}\b|\d")  # "la liste HPCG", not "la liste Ensemble"
# "selon l'enquête X": who says so, not a list that is known by its name
_ASCRIBED = lazy(r"\b(?:selon|d'apres)\s(?:l'|une?\s|la\s)$")
_ISSUED = lazy(
    r"\b(?:recens|retien|recueilli|repose|interrog|paru|publie|devoile|rendue?\spubli|mene|classe|place)"
)
# "a dévoilé son enquête Visitor Figures 2024": a title of several words with its year, by who publishes it
_OWN_TITLE = lazy(r"(?:[A-Z][\w&-]+\s){2,5}(?:19|20)\d\d\b")
_THEIR = lazy(r"\b(?:publi|devoil|present|diffus|edit|sort|rend|met|mis)\w*\s[^.;:]{0,30}\bson\s$")
_PARTNERS = lazy(r"\s(?:&|et)\s[A-ZÀ-Þ]")  # "l'étude Weydert & Kinnen": lawyers
_FIGURES = lazy(r"(?:cac|sbf|dax|dow|nikkei|nasdaq|euro\s?stoxx|stoxx|ftse|msci|s&p|ipc|insee)(?![a-z])")


def surveys(doc: Document) -> list[Span]:
    """A survey, an index or a list by its proper name, where the sentence tells a position or an edition.

    >>> doc = Document("La station est en tête dans l'enquête Médialocales.")
    >>> [doc.text[slice(*s)] for s in surveys(doc)]
    ['enquête Médialocales']
    """
    out = []
    for m in matches_at(_SURVEY, doc.plain, starts_of(doc.plain, _SURVEYS)):
        at = m.start("name")
        sentence = doc.sentence_at(m.start())
        left, right = (sentence.start, sentence.end) if sentence else (0, len(doc.text))
        head = m.group("head").strip()
        if _FIGURES.match(doc.plain, at) or (
            head in {"enquete", "etude"} and _ASCRIBED.search(doc.plain, max(0, m.start() - 12), m.start())
        ):
            continue
        index = head in {"indice", "index"}
        told = _NUMBERED.search(doc.plain, max(left, m.start() - 200), min(right, m.end() + 200))
        dated = _OWN_TITLE.match(doc.text, at) and _THEIR.search(
            doc.plain, max(left, m.start() - 60), m.start()
        )
        if not (index or told or dated or _ISSUED.search(doc.plain, at, min(right, m.end() + 90))):
            continue
        event = head in {"concours", "challenge"}
        if (quoted := IN_MARKS.match(doc.text, at)) and not event:
            out.append(quoted.span("name"))
        elif (proper := _PROPER.match(doc.text, at)) and (
            (not event or doc.plain[m.start() - 3 : m.start()] in {"au ", "du "})
            and (head != "liste" or _LETTERS.search(doc.text, at, proper.end()))
            and doc.tokens.plain[doc.tokens.at(at)] not in _FIRST_ONLY
            and not (head == "etude" and _PARTNERS.match(doc.text, proper.end()))
        ):
            out.append((m.start(), proper.end()))
    return out


_LETTERED = lazy(r"[A-Z](?<![\w-][A-Z])[A-Za-z]{1,9}(?:40|50|100|120|200|250|500|1000|2000|5000)(?![\w%€])")


def _may_be_lettered(form: Spelling) -> bool:
    return form.capital and "0" in form.text


_WITH_ROUND = Caller(_may_be_lettered)


def lettered(doc: Document) -> list[Span]:
    """Letters and how many are listed, in one word: "au Green500", "la liste FW500"; "un A320" is none.

    >>> doc = Document("Au Norm500, la machine est 12e.")
    >>> [doc.text[slice(*s)] for s in lettered(doc)]
    ['Norm500']
    """
    starts = doc.tokens.start
    return [
        m.span()
        for m in matches_at(_LETTERED, doc.text, [starts[i] for i in _WITH_ROUND.of(doc.forms)])
        if _BEFORE.search(doc.plain, max(0, m.start() - 25), m.start())
        and not _FIGURES.match(doc.plain, m.start())
    ]


FINDERS = (known, lettered, english, tops, coded, surveys)
