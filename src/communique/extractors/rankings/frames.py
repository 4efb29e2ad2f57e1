"""Lists of positions and what introduces them: the ranking, the edition, the subject are told once, above."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from communique.document import Document, plain_shadow
from communique.extractors.rankings.names import RankingName, ranking_sources
from communique.extractors.rankings.patterns import lazy

_RANKING_SOURCES = ranking_sources()


class Frame(NamedTuple):
    """The lines ``[start, end)``, the words that introduce them, the ranking and the edition told there.

    ``led``: introduced by a sentence that ends in a colon, not by a heading alone.
    """

    start: int
    end: int
    intro: tuple[int, int]
    name: str | None
    year: int | None
    led: bool


_MAX_LINES = 60
_MAX_INTRO = 500
_LONGEST_LINE = 240
MARK = r"[^\S\n]*(?:(?:[-–—•*·➡▪◦‣>✔✅🏆🥇🥈🥉■→►]\ufe0f?|\+(?=\s))\s*)*"
_COLON = lazy(r"(?:\s?:|\s?…\.?|\.{3,})\s*$")
_TELLS = lazy(
    r"\b(?:class(?!e?\s+de\b|es\b)\w*|palmares|plac(?:e|ent|ait|aient|ant|ee?s?)\b|positionn\w*|rang(?:s|e|"
    r"ent|ee?s?)?\b|"
    r"attribu\w*|accord(?:e|ent|ait)\b|decern\w*|obtien\w*|obtenu\w*|occup\w*|figur\w*|arriv(?:e|ent|ait|"
    r"aient|ee?s?)\b|"
    r"pointe(?:nt)?\b|termin\w*|fini(?:t|ssent|ssait|s|e|es)?\b|remport\w*|decroch\w*|distingu\w*|"
    r"resultats?\b|performances?\b|"
    r"podiums?\b|ranking|barometre|scores?\b|progress\w*|recompens\w*|ressort\w*|hiss\w*|situ(?:e|ent|ait|"
    r"ee?s?)\b)"
)
_HEADING = lazy(
    r"\b(?:classements?|palmares|resultats?|podiums?|rangs?|positions?|performances?|rankings?|"
    r"distinctions?)\b"
)
_RANK = (
    r"(?:(?:l[ae]s?|au|a\s+l[ae]|en|une?|son|sa|dans\s+l[ae]s?)\s+)?"
    r"(?:\d{1,4}\s?(?:e|er|ere|re|eme|nde?|°)s?\b|premi(?:er|ere)s?\b|seconde?s?\b|\w+iemes?\b|rangs?\s|"
    r"top\s|n[o°]\s?\d|numero\s|"
    r"en\s+tete\b|parmi\s+les\b|tranche\s|sur\s+le\s+podium|derni(?:er|ere)\b|medaill)"
)
_ITEM = lazy(rf"{MARK}(?:{_RANK}|\d)")
_LABELLED = lazy(rf"{MARK}[^:\n]{{2,70}}?\s?:\s+{_RANK}")
_LONGEST_LABEL = 110  # with its mark
_RANKED = lazy(rf"{MARK}(?:[^:\n]{{2,70}}?\s?:\s+)?{_RANK}")
_MARKED = lazy(r"[^\S\n]*(?:[-–—•*·➡▪◦‣>✔✅🏆🥇🥈🥉■→►]|\+\s)")
# "Où se situe le CHU ?", "Comment sommes-nous classés ?": a heading that asks for positions
_ASKS = lazy(
    r"\W*(?:a\squel(?:le)?\s(?:place|rang)|ou|comment|quel(?:le)?s?)\b[^?.;:]{0,80}\b(?:situ\w+|class\w+|plac\w+|"
    r"rangs?|positionn\w+)\b[^?.;:]{0,60}\?\s*$"
)
# "classement européen de l'activité physique": the list that a heading is of, whatever it carries elsewhere
_WIDE = lazy(
    r"(?:classement|palmares|barometre)\s(?:mondial|europeen|national|regional|international|africain)\sd"
)
# "classe l'école en 2021 :", "Pour 2023, …", "édition 2024", "le classement 2022"; not "2020-2021".
_YEAR = lazy(
    r"\b(?:en|pour|edition|millesime|classements?|palmares|barometre|resultats?|rankings?|cuvee|vague)\s+"
    r"((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)"
)
_AGENT = lazy(
    r"(?:(?P<noun>[Ll]e\s(?:magazine|quotidien|mensuel|journal|cabinet|site|portail)|[Ll]a\srevue|"
    r"[Ll][’'](?:hebdomadaire|institut|agence))"
    r"\s(?:[a-zà-ÿ]+\s)?)?[«“]?\s?(?P<name>(?:[Ll][ea]\s|[Ll][’'])?[A-ZÉ][\w’'&.-]*(?:\s(?:de\s|du\s|"
    r"&\s)?[A-ZÉ][\w’'&.-]*){0,4}(?:\s\([A-Z]\w+\))?)"
    r"\s?[»”]?(?:,[^,:;\n]{2,120},)?\s(?:(?:nous|la|le|les|l[’'])\s?)?(?:a\s|ont\s)?"
    r"(?P<verb>class|plac|positionn|situ|hiss|rang|attribu|accord|décern|distingu)\w*\b(?P<whom>(?:\s(?:en|"
    r"pour)\s[\d-]{4,9})?\s"
    r"(?:[Ll][ea]\s|[Ll][’']|à\s|au\s|[A-ZÉ]))?"
)
_BY = lazy(
    r"\b(?:class|plac|positionn|situ|distingu|rang|"
    r"not)ée?s?\s(?:[^:;\n]{0,40}?\s)?par\s(?P<noun>le\s(?:magazine|quotidien|journal|cabinet|"
    r"site)\s|la\srevue\s|l[’'](?:hebdomadaire|institut)\s)?[«“]?\s?(?P<name>(?:[Ll]e\s|[Ll]a\s|"
    r"[Ll][’'])?[A-ZÉ][\w’'&.-]*"
    r"(?:\s(?:de\s|du\s|&\s)?[A-ZÉ][\w’'&.-]*){0,3})"
)


_NO_MORE = lazy(r"[\w-]+\s(?:19|20)\d\d")  # "son palmarès 2024": whose it is names it


def find_frames(doc: Document, names: Sequence[RankingName]) -> list[Frame]:
    """The lists of the article that tell positions, in order of the lines that introduce them.

    >>> doc = Document("Le magazine Capital classe l’école en 2021 :\\n• 2e en France\\n• 5e en Europe")
    >>> [(f.start, f.end, f.name, f.year) for f in find_frames(doc, [])]
    [(45, 74, 'Capital', 2021)]
    """
    plain, out, at = doc.plain, list[Frame](), 0
    while at < len(plain):
        end = plain.find("\n", at)
        end = len(plain) if end < 0 else end
        if end - at > 2 and (items := _items(doc, end)) is not None:
            frame = _frame(doc, names, at, end, items)
            if frame is not None:
                out.append(frame)
        at = end + 1
    return out


def _is_item(plain: str, start: int, end: int) -> bool:
    """Whether a line begins with a rank, or with a label and a rank."""
    if _ITEM.match(plain, start, end):
        return True
    colon = plain.find(":", start, min(end, start + _LONGEST_LABEL))
    return colon >= 0 and _LABELLED.match(plain, start, end) is not None


def _items(doc: Document, above: int) -> tuple[int, int] | None:
    """The lines after ``above`` that go on as a list; None unless it tells positions."""
    plain, at, blank = doc.plain, above + 1, 0
    first, last, marked, ranked = -1, -1, False, False
    for _ in range(_MAX_LINES):
        if at >= len(plain):
            break
        end = plain.find("\n", at)
        end = len(plain) if end < 0 else end
        if not plain[at:end].strip():
            blank += 1
            if blank > 1:
                break
        elif first < 0:
            if end - at > _LONGEST_LINE or not _is_item(plain, at, end):
                break
            first, last, marked, blank = at, end, _MARKED.match(plain, at) is not None, 0
            ranked = _RANKED.match(plain, at, end) is not None
        elif end - at < _LONGEST_LINE and (_is_item(plain, at, end) or (marked and _MARKED.match(plain, at))):
            last, blank = end, 0
            ranked = ranked or _RANKED.match(plain, at, end) is not None
        elif marked and not blank and doc.text[at].islower():
            last = end
        else:
            break
        at = end + 1
    return (first, last) if ranked else None


def _frame(
    doc: Document, names: Sequence[RankingName], start: int, end: int, items: tuple[int, int]
) -> Frame | None:
    """What the line ``[start, end)`` says of the list below it, if it introduces one."""
    led = _COLON.search(doc.plain, max(start, end - 8), end) is not None
    if led:
        sentence = doc.sentence_at(len(doc.plain[:end].rstrip()) - 1)
        start = max(sentence.start if sentence is not None else start, end - _MAX_INTRO)
    at = bisect_left(names, start, key=lambda n: n.start)
    inside = [
        n
        for n in names[at : at + 4]
        if n.end <= end and (n.carries or (not led and _WIDE.match(plain_shadow(n.value))))
    ]
    text, plain = doc.text[start:end], doc.plain[start:end]
    alone = text.strip() if plain.strip().rstrip(" :") in _RANKING_SOURCES else None
    if not led:
        heading = len(text) < 120 and text.rstrip()[-1:] not in {".", "!", "?", ",", ";"}
        asked = len(text) < 120 and _ASKS.match(plain) is not None
        told_of = heading and (inside or alone or _HEADING.search(plain))
        if not (asked or told_of) or _RANKED.match(plain):
            return None
    elif not (_TELLS.search(plain) or inside or alone):
        return None
    told = inside[-1] if inside else None
    name, year = (told.value, told.year) if told is not None else (alone, None)
    agent = _AGENT.search(text) or _BY.search(text)
    if agent is not None and _is_publisher(agent, doc, names):
        # "S, connu pour son classement, classe …": what the aside names is not the list.
        told = next((n for n in inside[::-1] if not agent.start() <= n.start - start < agent.end()), None)
        year = told.year if told is not None else None
        name = told.value if told is not None and not _NO_MORE.fullmatch(told.value) else agent.group("name")
    years = {int(y) for y in _YEAR.findall(plain)}
    return Frame(*items, (start, end), name, years.pop() if len(years) == 1 else year, led)


def _is_publisher(agent: re.Match[str], doc: Document, names: Sequence[RankingName]) -> bool:
    """Whether who places others publishes a ranking, which is then called by its name."""
    groups = agent.groupdict()
    if "verb" not in groups or groups["noun"] is not None:
        return True
    plain = plain_shadow(agent.group("name"))
    if groups["verb"] in {"class", "attribu"} and groups["whom"] is not None:
        return True
    return plain in _RANKING_SOURCES or any(plain_shadow(n.value) == plain for n in names[:50])
