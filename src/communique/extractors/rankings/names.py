"""Names of rankings: "classement de Shanghai", "palmarès 2024 du Point", "QS World University Rankings"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from communique.document import Document, fold_name, matches_at, plain_shadow, starts_of
from communique.extractors.rankings import titles
from communique.extractors.rankings.patterns import lazy, placing_verbs, small_words
from communique.lexicon import lines, words


class RankingName(NamedTuple):
    """A naming of a ranking; ``year`` is the edition that the naming carries."""

    start: int
    end: int
    value: str
    year: int | None
    carries: bool = True


_HEAD = lazy(
    r"\b(?:classement|palmares|barometre|hit-parade|box-office|tableau des medailles|"
    r"tableau d'honneur|ranking|(?:euro|afro|latino)barometre)\b"
)
_HEADS = (
    "classement", "palmares", "barometre", "hit-parade", "box-office", "tableau d", "ranking",
    "eurobarometre", "afrobarometre", "latinobarometre",
)  # fmt: skip
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORDINAL = lazy(r"\d+(?:er|e|re|nd|nde|eme)s?")
# "QS WUR 2026 : l'école" names an edition; in "2022 : 611e" the year is a label.
_YEAR_AFTER = lazy(
    r"[™®]?[^\S\n](?:(?:de\s|d')(?P<month>\w{3,9})\s)?(?:19|20)\d\d"
    r"(?!\d|[-–/]\d|\s?:\s?(?:\d|top|entre|tranche|parmi|l[ae]\s\d|au\s\d|premi|deuxi))"
)
# "au palmarès X, édition 2025"
_EDITION_AFTER = lazy(
    r"[\s»”\"]{0,2},?\s?\(?(?:dans\s(?:son|sa|l')\s?|en\ssa\s)?(?:edition|millesime|cuvee|version|cru)\s+((?:19|20)\d\d)(?!\d)"
)
_EDITION = lazy(
    r"\b(?:edition|millesime|cuvee|vague|livraison|version|mouture|cru|resultats|liste)\s+((?:19|20)\d\d)\s+(?:du\s+|de\s+la\s+|"
    r"de\s+l'|de\s+|des\s+|d')?"
    r"(?:(?:classement|palmares)\s+)?(?:[«“\"]\s?)?$"
)
# Words that end a name; links, kept only between two words of it; adjectives that name nothing by themselves.
_STOP, _LINKS, _VAGUE = (words(__package__, f"name_{kind}.txt") for kind in ("stops", "links", "vague"))
_MONTHS = small_words("months")
_STEPS = frozenset({"places", "rangs", "points", "positions", "crans"})
_NOT_NAMED = small_words("not_named")
_SEVERAL = frozenset({"les", "des", "ces", "ses", "leurs", "aux", "plusieurs", "deux", "trois", "tous"})
_LONGEST = 18
# The acronym in brackets after a name in marks: « QS World University Rankings » (QS WUR)
_ALIAS = lazy(r"\s?[»”\"]?\s?\(\s?")


def find_names(doc: Document) -> list[RankingName]:
    """Namings of rankings in order, without overlap.

    >>> [n.value for n in find_names(Document("Elle est 3e du classement de Shanghai, publié hier."))]
    ['classement de Shanghai']
    """
    found = sorted(
        [*_titled(doc), *_headed(doc), *_events(doc), *_of_another(doc)], key=lambda n: (n.start, -n.end)
    )
    kept: list[RankingName] = []
    for name in found:
        if kept and name.start > kept[-1].end and _OF_PUBLISHER.fullmatch(doc.text, kept[-1].end, name.start):
            kept[-1] = _make(doc, kept[-1].start, name.end)
        elif not kept or name.start >= kept[-1].end:
            alias = kept and _ALIAS.fullmatch(doc.text, kept[-1].end, name.start)
            if not alias or doc.text[name.end : name.end + 1] != ")":
                kept.append(name)
        elif name.end > kept[-1].end:
            kept[-1] = _make(doc, kept[-1].start, name.end)
    return kept


def _titled(doc: Document) -> list[RankingName]:
    """Names that no French noun announces."""
    return [_make(doc, *span) for find in titles.FINDERS for span in find(doc)]


# "classement 2023 des universités les plus internationales | du | Times Higher Education (THE)"
_OF_PUBLISHER = lazy(r"\s(?:du|de|de\sla|de\sl[’']|d[’'])\s?")


def _make(doc: Document, start: int, end: int) -> RankingName:
    if (m := _YEAR_AFTER.match(doc.plain, end)) and (m.group("month") is None or m.group("month") in _MONTHS):
        end = m.end()
    year = _YEAR.search(doc.text, start, end)
    edition = _EDITION.search(doc.plain, max(0, start - 50), start)
    value = fold_name(doc.text[start:end])
    edition = edition or _EDITION_AFTER.match(doc.plain, end)
    stated = int(year.group()) if year else int(edition.group(1)) if edition else None
    aside = (
        _ASIDE.match(value)
        or _IN_ANOTHER.match(doc.plain, end)
        or _COMPARED.search(doc.plain, max(0, start - 70), start)
    )
    return RankingName(start, end, value, stated, not aside)


def _headed(doc: Document) -> list[RankingName]:
    """A head noun with its complement: "classement 2023 des Masters in Management du Financial Times"."""
    out = []
    for m in matches_at(_HEAD, doc.plain, starts_of(doc.plain, _HEADS)):
        i = doc.tokens.at(m.start())
        before = doc.tokens.plain[i - 1] if i else ""
        if doc.tokens.start[i] != m.start() or before in _NOT_NAMED:
            continue
        if m.group() == "palmares" and before in _SEVERAL:
            continue
        if whole := _in_marks(doc, m.start()):
            out.append(_make(doc, *whole))
        elif len(m.group()) > len("barometre") and m.group().endswith("barometre"):
            out.append(_make(doc, *m.span()))
        elif m.group().startswith("tableau"):
            span = _complement(doc, i) if m.group().endswith("honneur") else None
            out.append(_make(doc, *(span or m.span())))
        elif span := _complement(doc, i):
            out.append(_make(doc, *span))
    return out


# Named where it is told, never the ranking of what follows.
_ASIDE = lazy(
    r"[Tt]ableau(?! d[’'])|\w+ par |(?:[Cc]lassement|CLASSEMENT)\s+(?:[a-zà-ÿ]+\s+){0,2}"
    r"(?:d[eu]s?\s+(?:la\s+)?|de\s+l[’']|d[’'])[a-zà-ÿ](?![^\n]*[A-ZÀ-Þ\d])"
)
# "Classement de Pau au baromètre"
_IN_ANOTHER = lazy(r"\s+(?:au|dans\s+l[ea]|du)\s+(?:meme\s+)?(?:barometre|palmares|classement|ranking)\b")
# "l'un des trois classements les plus suivis, avec le classement du Times et le classement de Shanghai"
_COMPARED = lazy(
    r"\b(?:avec|outre|hormis|contrairement\s+au|"
    r"a\s+cote\s+du)\s+(?:l[ae]s?\s+)?(?:[^.;:,\n]{1,50}\set\s(?:l[ae]\s)?)?$"
)
_EVENT = lazy(
    r"(?:Coupe|Grand Prix|Grand prix|Concours|Prix|Troph[ée]es?|Championnats?|Challenge|Olympiades|"
    r"Course|R[ée]gate|Rallye|Marathon|Trail|Tournoi|Open|Crit[ée]rium|Hackathon)(?=\s\w)"
    r"|\b(?:grand prix|prix|troph[ée]es?|challenge|tournoi)(?=\s[A-ZÀ-Þ])"
)
_EVENTS = (
    "coupe", "grand prix", "concours", "prix", "trophee", "championnat", "challenge", "olympiades", "course",
    "regate", "rallye", "marathon", "trail", "tournoi", "open", "criterium", "hackathon",
)  # fmt: skip
_POSITION_OF = lazy(
    r"(?:\d(?:er|re|e|[eè]me|°)|\w+i[eè]me|premi[eè]re?|\b(?:[àa] l?a?|une|e|dans les|\d+)\s(?:place|"
    r"rang)s?|podium|\d)(?:\s[\w,]+)"
    r"{0,3}(?:\s(?:dans|en)\s(?:la\s)?cat[ée]gorie\s[^.;,]{1,40})?\s(?:du|de la|des|au|[àa] la|aux)\s$"
)
_ANOTHER = lazy(
    r"\b(?:dans|[Ss]elon|par|d[’']après|au|en)\s(?P<name>celui\s(?:du|de\sl['’]|de\sla|de|"
    r"d['’])\s?[A-ZÉ][\w'’&-]*(?:\s[A-ZÉ][\w'’&-]*)"
    r"{0,3})"
)


def _events(doc: Document) -> list[RankingName]:
    """A competition whose place is told: "la deuxième place de la Coupe de France de robotique"."""
    out = []
    for m in matches_at(_EVENT, doc.text, starts_of(doc.plain, _EVENTS)):
        if _POSITION_OF.search(doc.lower[max(0, m.start() - 90) : m.start()]):
            span = _complement(doc, doc.tokens.at(m.start()))
            if span:
                out.append(_make(doc, *span)._replace(carries=False))
    return out


def _of_another(doc: Document) -> list[RankingName]:
    """Find "celui du Parisien" after another ranking was named in the sentence."""
    return [
        _make(doc, *m.span("name"))
        for m in (_ANOTHER.finditer(doc.text) if "celui" in doc.plain else ())
        if _HEAD.search(doc.plain, max(0, m.start() - 160), m.start())
    ]


def _complement(doc: Document, head: int) -> tuple[int, int] | None:
    """From the head noun at token ``head`` to the end of the name; None when nothing names the ranking.

    Lower-case words count right after the head ("palmarès annuel") and after "de" ("des tarifs bancaires");
    a long capitalised complement after another one is the publisher, not the name.
    """
    tokens, text = doc.tokens, doc.text
    foreign = tokens.plain[head] in {"ranking"}
    end, named, complements, lowers, link, adjectives = tokens.end[head], False, 0, 0, "", False
    shouting = text[tokens.start[head] : tokens.end[head]].isupper()
    limit = min(head + _LONGEST, len(tokens))
    i = head + 1
    while i < limit:
        surface, plain = tokens.text[i], tokens.plain[i]
        gap = text[tokens.end[i - 1] : tokens.start[i]]
        if surface in {"™", "®"} and not gap:
            end, i = tokens.end[i], i + 1
            continue
        if (
            gap.count("\n") > 1
            or ("\n" in gap and (surface[0].isdigit() or _is_caption(doc, head, i)))
            or _says_more(doc, head, i, link)
        ):
            break
        if (
            plain in _STOP
            and not (plain == "par" and i == head + 1)
            and (surface.islower() or shouting or not surface[0].isupper())
        ):
            break
        if plain == "par" and i == head + 1 and i + 1 < len(tokens):
            if tokens.text[i + 1][0].islower():
                return tokens.start[head], tokens.end[i + 1]
            return _known_source(doc, i + 1)  # "son premier classement par QS": the source names it
        if plain in {"«", "“", '"'} and (end == tokens.end[i - 1] or (link.startswith("d") and not lowers)):
            title = _quoted(doc, i)
            if title is None or end == tokens.end[i - 1] == tokens.end[head]:
                return title
            return tokens.start[head], _TITLE_END.match(text, title[1]).end()  # type: ignore[union-attr]
        if plain == "(":
            closed = titles.acronym(doc, end)
            end = closed if named else end
            break
        if _YEAR.fullmatch(plain):
            if link == "en":
                break
            end, named = tokens.end[i], True
        elif plain in _MONTHS or (
            surface[0].isdigit() and tokens.plain[i + 1 : i + 2] and tokens.plain[i + 1] in _STEPS
        ):
            break
        elif lowers and not link and plain in {"les", "la", "le"} and _superlative(doc, i):
            end, i = tokens.end[i + 2], i + 3
            continue
        elif plain in _LINKS:
            following = tokens.plain[i + 1] if i + 1 < len(tokens) else ""
            if plain == "l'" and following in {"an", "annee"}:
                break
            if plain == "et" and (
                shouting
                or following in placing_verbs()
                or _HEAD.match(doc.plain, tokens.start[min(i + 2, len(tokens) - 1)])
                or (tokens.plain[i + 2 : i + 3] and tokens.plain[i + 2] in _LINKS)
            ):
                break
            if plain.startswith("d") and not link:
                if named and (complements or adjectives) and _long_capitalised(doc, i):
                    break
                complements, lowers = complements + 1, 0
            link = link if link.startswith("d") else plain
            i += 1
            continue
        elif (
            surface[0].isupper()
            or (surface[0].isdigit() and i > head + 1 and not _ORDINAL.fullmatch(plain))
            or surface[0] in "&+$"
        ):
            end, named = tokens.end[i], True
        elif not link and not complements and _told_of(doc, head, i):
            break
        elif (
            surface[0].isalpha()
            and lowers < 2
            and not foreign
            and (complements or i <= head + 2)
            and link not in {"en", "a", "aux"}
        ):
            lowers += 1
            adjectives = adjectives or not complements
            end = tokens.end[i]
            named = named or plain not in _VAGUE
        elif (
            surface in "'’" and tokens.plain[i + 1 : i + 2] == ["s"] and tokens.start[i] == tokens.end[i - 1]
        ):
            end, i = tokens.end[i + 1], i + 2  # "palmarès Maclean's"
            continue
        elif (
            surface in ".$"
            and tokens.start[i] == tokens.end[i - 1]
            and tokens.end[i] < len(text)
            and text[tokens.end[i]].isalpha()
        ):
            end = tokens.end[i]
        else:
            break
        link = ""
        i += 1
    if not named:
        return None
    tail = _CLAUSE_TAIL.match(doc.plain, end)
    return tokens.start[head], tail.end() if tail else end


# "des villes | où il fait bon vivre", "des entreprises | à plus forte croissance"
_CLAUSE_TAIL = lazy(
    r"\s(?:ou\s(?:il\s(?:fait|faut)|l'on|on)\s[a-z]+(?:\s(?:le\s(?:mieux|plus)|vivre|etudier|travailler|entreprendre)){0,2}|"
    r"a\s(?:la\s)?(?:plus\s)?(?:forte|haute)\s[a-z]+|preferee?s\sdes\s[a-z]+)\b"
)
_OBJECT = frozenset(
    {
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "en",
        "a",
        "au",
        "aux",
        "plus",
        "aussi",
        "sur",
        "dans",
        "que",
        "ainsi",
    }
)


def _told_of(doc: Document, head: int, i: int) -> bool:
    """Whether the word after the head is the verb of what it does: "le palmarès passe en revue"."""
    tokens = doc.tokens
    word, following = tokens.plain[i], tokens.plain[i + 1 : i + 2]
    if (
        i != head + 1
        or tokens.text[head][0].isupper()
        or not tokens.text[i][0].islower()
        or _ADJECTIVE.fullmatch(word)
    ):
        return False
    return (
        bool(following)
        and (following[0] in _OBJECT or following[0][0].isdigit())
        and word.endswith(("e", "it", "ent"))
    )


def _is_caption(doc: Document, head: int, i: int) -> bool:
    """Whether token ``i`` opens the head of a table below the line that the ranking's noun opens."""
    line_end = doc.text.find("\n", doc.tokens.start[i])
    line = doc.text[doc.tokens.start[i] : line_end if line_end >= 0 else len(doc.text)]
    return "\t" in line or "|" in line or "  " in line.strip()


def _superlative(doc: Document, i: int) -> bool:
    """Whether "les plus internationales" stands at token ``i``."""
    words = doc.tokens.plain[i + 1 : i + 3]
    return len(words) == 2 and words[0] in {"plus", "mieux", "moins"} and words[1].isalpha()


_IN_MARKS = lazy(r"[^«»“”\"\n]{9,90}(?=[»”\"])")


def _in_marks(doc: Document, start: int) -> tuple[int, int] | None:
    """The title that opens with a head at ``start``: « Palmarès des villes où il fait bon vivre »."""
    if start < 2 or not doc.text[start].isupper() or not _OPENING.search(doc.text, start - 2, start):
        return None
    m = _IN_MARKS.match(doc.text, start)
    if m is None or len(m.group().split()) > 12:
        return None
    return start, start + len(m.group().rstrip())


_OPENING = lazy(r"[«“\"]\s?$")
_TITLE_END = lazy(r"\s?[»”\"]?")


def _known_source(doc: Document, i: int) -> tuple[int, int] | None:
    """The known publisher named at token ``i``, the longest of its words that a list holds."""
    tokens = doc.tokens
    for last in range(min(i + 3, len(tokens) - 1), i - 1, -1):
        if doc.plain[tokens.start[i] : tokens.end[last]] in ranking_sources():
            return tokens.start[i], tokens.end[last]
    return None


def _long_capitalised(doc: Document, i: int) -> bool:
    """Whether the complement that opens at token ``i`` is the long name of a publisher."""
    tokens, caps, n = doc.tokens, 0, 0
    for j in range(i, min(i + 9, len(tokens))):
        ends = j > i and _line_ends(doc, j) > 1
        if ends or not (tokens.text[j][0].isalnum()) or tokens.plain[j] in _STOP:
            break
        caps += tokens.text[j][0].isupper()
        n += tokens.plain[j] not in _LINKS
    return caps > 0 and n > 2


# Adjectives that may go on a name: "palmarès Trends wallon"; other words there are most often verbs.
_ADJECTIVE = lazy(
    r"\w+(?:ales?|al|aux|iques?|ais(?:es?)?|ois(?:es?)?|iens?|iennes?|ifs?|ives?|els?|elles?|aires?|eurs?|"
    r"ains?|aines?)"
)


@cache
def ranking_sources() -> frozenset[str]:
    """Publishers of rankings, without accents: ``"challenges" in ranking_sources()``."""
    return frozenset(plain_shadow(s) for s in lines(__package__, "sources.txt"))


@cache
def _source_pairs() -> frozenset[tuple[str, str]]:
    """Words that stand side by side in a publisher's name: ("usine", "nouvelle")."""
    sources = (plain_shadow(s).replace("'", "' ").split() for s in lines(__package__, "sources.txt"))
    return frozenset(pair for source in sources for pair in pairwise(source))


def _says_more(doc: Document, head: int, i: int, link: str) -> bool:
    """Whether a word after a capitalised one is no part of the name: "le baromètre Trendence interroge"."""
    tokens = doc.tokens
    before, word = tokens.text[i - 1], tokens.plain[i]
    whole = before[0].isupper() or (tokens.plain[i - 2], tokens.plain[i - 1]) in _source_pairs()
    if i - 1 == head or link or not (whole and tokens.text[i][0].islower()) or word in _LINKS:
        return False
    return not (_ADJECTIVE.fullmatch(word) or (tokens.plain[i - 1], word) in _source_pairs())


def _line_ends(doc: Document, i: int) -> int:
    """How many line ends part token ``i`` from the one before."""
    return doc.text.count("\n", doc.tokens.end[i - 1], doc.tokens.start[i])


def _quoted(doc: Document, i: int) -> tuple[int, int] | None:
    """The name between the quotation marks that open at token ``i``."""
    m = re.compile(r"[«“\"]\s?([^«»“”\"\n]{2,90}?)\s?[»”\"]").match(doc.text, doc.tokens.start[i])
    if m is None or (m.group(1)[0].islower() and _STOP & set(plain_shadow(m.group(1)).split())):
        return None  # "ce classement « ne mesure pas l'essentiel »": what is said of it
    return m.span(1)
