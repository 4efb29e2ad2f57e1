"""Where rankings are told: by name, by who publishes them, by "the first", or as one without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from communique.document import Document, matches_at, plain_shadow, starts_of
from communique.extractors.rankings.names import RankingName, ranking_sources
from communique.extractors.rankings.patterns import lazy

_RANKING_SOURCES = ranking_sources()


class Told(NamedTuple):
    """A place where a ranking is meant; ``name`` is None for one that the text does not name.

    ``named``: by its own name there, not only by its publisher or as "the first".
    """

    start: int
    end: int
    name: RankingName | None
    named: bool


_GENUS = (
    r"(?:magazine|hebdomadaire|quotidien|mensuel|journal|cabinet|institut|revue|site|agence|"
    r"bimestriel|trimestriel)"
)
# "dans Le Point", "à L'Étudiant", "celui de Challenges": the ranking by its publisher
_AT = lazy(
    r"(?:(?:^|[.;!?»]\s)pour\s|(?<!comme\s)\b(?:dans|chez|cote|selon|d'apres|celui\s(?:de|du)|celle\s(?:de|du)|celui\sd'|colonnes\s(?:de|du))\s"
    rf"(?:l[ae]s?\s)?(?:{_GENUS}\s)?)[«“]?\s?$"
)
_PLACES = lazy(
    r"\s?»?,?\s(?:(?:lui|elle|quant\sa\slui|quant\sa\selle|de\sson\scote),?\s)?(?:(?:nous|l[ae]s?|l'|y)\s?)?"
    r"(?:(?:avait|a)\s(?:(?:deja|aussi|egalement)\s)?)?(?:(?:vient|viennent)\sde\s(?:l[ae]s?\s|l'|nous\s)?)?"
    r"(?:plac|class|positionn|situ|hiss|rang|credit)(?:e|es|ee|ees|er|ait|ent|aient)\b|,\s(?:a\sla\s|au\s)?\d{1,3}(?:\s\d{3})?(?:er|re|e|eme)s?\b"
)
_CALLED = lazy(rf"\b(?:selon|d'apres)\s(?:l[ae]\s|l'){_GENUS}\s(?:[«“]\s?)?$")
_TO = lazy(r"\ba\s[«“]?\s?$")  # "à L'Étudiant", not "à Leiden"
# "Au Financial Times, le programme est 44e", "3e du Journal des Arts"; not "confie-t-elle au Monde"
_OF = lazy(r"(?:(?:^|[.;!?»]\s|\n)au|\d(?:e|er|re|eme)s?\s(?:du|de)|\b(?:place|rang)\s(?:du|de))\s$")
_PUBLISHING = lazy(
    r"\b(?:publi|etabli|realis|devoil|dress|elabor|concoct|diffus|propos|sign|men|conduit|lanc|cre|par[ua]|"
    r"edit|compil|produi|decern)\w{0,6}\s(?:[\w'-]+\s){0,5}?(?:par|pour|dans)\s[^.;:,\n]{0,60}$"
)
_PUBLISHES = lazy(
    r"\s?»?(?:\set\s[^.;\n]{3,40})?\s(?:a|ont|avait|vient|viennent|avaient)\s(?:de\s|d')?(?:\w+\s){0,2}?(?:publi|devoil|"
    r"rendu|fait\sparaitre|mis\sen\sligne|fait\sparu|paru|sorti|livre|dress|etabli|diffus|presente|edit)"
)
# "selon une enquête", "le magazine X": read in the text itself, where a capital opens the name
_UNNAMED = lazy(
    r"\b(?:(?:[Ss]elon|[Dd][’']après)\s(?:une?|l[ea]s?|l[’']|son|sa)\s?(?:[\w’'-]+\s){0,2}?(?:enquête|étude|rapport|sondage|"
    r"chiffres|données|statistiques)\b|\b(?:[Ss]elon|[Dd][’']après)\s(?:la\s|l[’'])"
    r"(?:société|association|plateforme|firme|fédération|ONG|entreprise|fondation|organisation)\s(?:[a-zà-ÿ]+\s)?(?=[A-ZÀ-Þ])|"
    rf"{_GENUS}\s(?:[a-zà-ÿ]+\s)?[«“]?\s?(?=[A-ZÀ-Þ])|"
    r"\b(?:[Ss]elon|[Dd][’']après)\s(?:(?:l[ea]s?\s|l[’'])(?=[A-ZÀ-Þ])|(?=[A-ZÀ-Þ][\wà-ÿ&]+[\s]?,))|"
    r"\b[Ll]es\s(?:deux|trois|quatre)\s(?:journaux|magazines|classements|palmarès|enquêtes|listes|études)\b|"
    r"\b[Uu]n\s(?:autre|second|troisième)\s(?:classement|palmarès|baromètre)\b)"
)
# "d'après l'enquête,": the one that was told, where one was
TAKEN_UP = lazy(
    r"(?:[Ss]elon|[Dd][’']après)\s(?:la\s|le\s|l[’'])\s?(?:enquête|étude|sondage)(?=\s?[,.;:)]|\s?$)"
)
_UNNAMED_STARTS = (
    "selon ", "d'apres ", "magazine ", "hebdomadaire ", "quotidien ", "mensuel ", "journal ", "cabinet ",
    "institut ", "revue ", "site ", "agence ", "bimestriel ", "trimestriel ", "les deux ", "les trois ",
    "les quatre ", "un autre ", "un second ", "un troisieme ",
)  # fmt: skip
_ORDER = lazy(
    r"\b(?:dans|par)\s(?P<which>(?:le|la)\s(?:premier|premiere)|(?:le|la)\s(?:second|seconde|deuxieme))(?=\s?(?:,|\s(?:classement|palmares)))"
)


@cache
def _first_words() -> frozenset[str]:
    """What the name of a source may begin with."""
    names = (re.match(r"(?:[ld]')?[\w$&-]+", source) for source in ranking_sources())
    return frozenset(("l'", "le", "la", *(name.group() for name in names if name is not None)))


def find_told(doc: Document, names: Sequence[RankingName]) -> list[Told]:
    """Tellings of rankings in order.

    >>> from communique.extractors.rankings.names import find_names
    >>> doc = Document("Elle est 5e du palmarès du Point et 7e du classement QS. Dans Le Point, elle monte.")
    >>> [t.name.value for t in find_told(doc, find_names(doc)) if t.name]
    ['palmarès du Point', 'classement QS', 'palmarès du Point']
    """
    starts, sources = [n.start for n in names], list(_sources(doc))
    ranks = [n.start for n in doc.numbers if n.ordinal]
    out = [Told(n.start, n.end, n, True) for n in names]
    for start, end in sources:
        if not _inside(names, starts, start) and _is_told(doc, start, end):
            owner = published_by(doc, names, plain_shadow(doc.text[start:end]), start)
            if owner is not None or _ranks(doc, ranks, start):
                # "selon le magazine Forbes" says only who ranks, unless its list was told before.
                called = _CALLED.search(doc.plain, max(0, start - 40), start) is not None
                value = None if called else RankingName(start, end, doc.text[start:end], None)
                out.append(Told(start, end, owner or value, False))
    out += _headings(doc, starts, names)
    known = {start for start, _ in sources}
    for m in matches_at(_UNNAMED, doc.text, starts_of(doc.plain, _UNNAMED_STARTS)):
        beside = bisect_left(starts, m.start()) - 1
        if (
            _inside(names, starts, m.start())
            or m.end() in known
            or _BEATEN.search(doc.plain, max(0, m.start() - 24), m.start())
            or (beside >= 0 and _HIS.fullmatch(doc.plain, names[beside].end, m.start()))
            or (beside >= 0 and _IN_CLAUSE.fullmatch(doc.plain, names[beside].end, m.start()))
            or _PUBLISHING.search(doc.plain, max(0, m.start() - 70), m.start())
            or _publishes(doc, m.end())
            or (beside >= 0 and TAKEN_UP.match(doc.text, m.start()))
            or not _ranks(doc, ranks, m.start())
        ):
            continue
        out.append(Told(m.start(), m.end(), None, False))
    out.sort(key=lambda t: (t.start, t.end))
    return [*_ordered(doc, out)]


def _headings(doc: Document, starts: list[int], names: Sequence[RankingName]) -> Iterator[Told]:
    """Publishers that stand alone on a line over what their ranking says."""
    for section in doc.sections:
        if section.kind == "heading" and section.end - section.start < 60:
            m = _DATED_SOURCE.fullmatch(doc.plain, section.start, section.end)
            if m and m["name"] in _RANKING_SOURCES and not _inside(names, starts, section.start):
                value = doc.text[slice(*m.span("name"))]
                year = int(m["year"]) if m["year"] else None
                yield Told(section.start, section.end, RankingName(*m.span("name"), value, year), False)


_DATED_SOURCE = lazy(r"\W{0,4}(?P<name>[a-z][^\n:]{1,50}?)(?:\s(?P<year>(?:19|20)\d\d))?\W{0,3}")


def _is_told(doc: Document, start: int, end: int) -> bool:
    """Whether a publisher stands for its ranking: "dans Le Point", "L'Étudiant la place 3e"."""
    if _PUBLISHING.search(doc.plain, max(0, start - 70), start) or _PUBLISHES.match(doc.plain, end):
        return False
    before = max(0, start - 40)
    return (
        _PLACES.match(doc.plain, end) is not None
        or _AT.search(doc.plain, before, start) is not None
        or _OF.search(doc.plain, before, start) is not None
        or (doc.plain[start] == "l" and _TO.search(doc.plain, before, start) is not None)
    )


def _ranks(doc: Document, ranks: list[int], offset: int) -> bool:
    """Whether the sentence at ``offset`` tells a rank, or may."""
    sentence = doc.sentence_at(offset)
    if sentence is None:
        return False
    at = bisect_left(ranks, sentence.start)
    if at < len(ranks) and ranks[at] < sentence.end:
        return True
    return _ORDERS.search(doc.plain, sentence.start, min(sentence.end, sentence.start + 800)) is not None


_ORDERS = lazy(r"\b(?:top|parmi\sles|en\stete|podium|numero|n°|leader|class[a-z]{1,4}|places|rangs)\b")


_HIS = lazy(r"\s(?:du|de\s(?:la|l')|d'|de|des)\s?")  # "Top 100 African Banks du | magazine The Banker"


# "derrière le cabinet Mazerac Conseil", "comme l'agence Nova": ranked, not ranking
_BEATEN = lazy(
    r"\b(?:derriere|devant|devanc\w+|talonn\w+|comme|avec|contre|entre|chez)\s(?:l[ae]s?\s|l'|une?\s)?$"
)
# "le Baromètre des librairies, que réalise chaque hiver | le cabinet Oxalia": who makes the one just named
_IN_CLAUSE = lazy(r"[^,;.:\n]{0,60},\s(?:et\s)?(?:qu(?:e\s|')|dont\s|ou\s)[^,;.:\n]{0,80}")


def _publishes(doc: Document, at: int) -> bool:
    """Whether the name at ``at`` is told to publish: "le magazine Beaux Arts vient de publier"."""
    m = _CAPITALS.match(doc.text, at)
    return m is not None and _PUBLISHES.match(doc.plain, m.end()) is not None


_CAPITALS = lazy(r"(?:[A-ZÀ-Þ][\w’'&$-]*|\s(?=[A-ZÀ-Þ])){1,7}")


def _inside(names: Sequence[RankingName], starts: list[int], offset: int) -> bool:
    at = bisect_left(starts, offset + 1) - 1
    return at >= 0 and offset < names[at].end


def _sources(doc: Document) -> Iterator[tuple[int, int]]:
    """Publishers of rankings, with their article: "L'Usine Nouvelle"."""
    tokens, known, done = doc.tokens, _RANKING_SOURCES, -1
    for i in doc.places_of(_first_words()):
        if i <= done or not doc.forms[i].capital:
            continue
        for last in range(min(i + 6, len(tokens) - 1), i - 1, -1):
            if tokens.text[last][0].isalnum() and doc.plain[tokens.start[i] : tokens.end[last]] in known:
                yield tokens.start[i], tokens.end[last]
                done = last
                break


_ITS = lazy(r"\b(?:son|sa|leur)\s$")
_NEAREST = 24  # namings before a publisher's that may be of its ranking


def published_by(
    doc: Document, names: Sequence[RankingName], publisher: str, before: int
) -> RankingName | None:
    """The last ranking told before an offset with a publisher in its name, or beside it in its sentence."""
    bare = re.sub(r"^(?:l[ae]s?\s|l')", "", publisher)
    at = bisect_left(names, before, key=lambda n: n.start)
    earlier = names[max(0, at - _NEAREST) : at][::-1]
    for n in earlier:
        if bare in plain_shadow(n.value).split("(")[0] and plain_shadow(n.value) != publisher:
            return n
    for n in earlier:
        sentence = doc.sentence_at(n.start)
        if sentence is not None and sentence.start <= before < sentence.end:
            if _ITS.search(doc.plain, max(0, n.start - 8), n.start):
                return n  # "Dans son palmarès des hôpitaux, Le Point nous place …"
            continue
        if sentence is None or any(s in plain_shadow(n.value) for s in _RANKING_SOURCES if len(s) > 5):
            continue
        if not sentence.start <= before < sentence.end:
            at = doc.plain.find(publisher, sentence.start, min(sentence.end, sentence.start + 600))
            if at >= 0:
                return n
    return None


def _ordered(doc: Document, told: list[Told]) -> Iterator[Told]:
    """Add "dans le premier", "dans le second" where two rankings were told in the sentence or two before."""
    starts = starts_of(doc.plain, ("dans l", "par l"))
    order = {m.start(): m for m in matches_at(_ORDER, doc.plain, starts)}
    if not order:
        yield from told
        return
    done = sorted([*((t.start, t) for t in told), *((at, None) for at in order)], key=lambda x: x[0])
    two: list[RankingName] = []
    for at, t in done:
        if t is not None:
            if t.name is not None and (not two or two[-1].value != t.name.value):
                two = [*two[-1:], t.name]
            yield t
        elif len(two) == 2 and at - two[-1].start < 2000:
            m = order[at]
            yield Told(at, m.end(), two[0 if "premier" in m.group("which") else 1], False)
