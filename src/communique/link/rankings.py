"""Ranking mentions to records: whose position it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import Document, plain_shadow
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import lazy
from communique.link.antecedents import Antecedents
from communique.mentions import Found, RankingMention
from communique.records import Institution, Person, Quotation, Ranking

_DEGREE = lazy(
    r"\s+pour\s+(?:l[ae]s?|son|sa|ses|notre)\s+(?:\w+\s+){0,2}?(?:msc|mba|masters?|"
    r"mastere|bachelors?|programmes?|licences?|bts|but|formations?|cursus|diplomes?)"
    r"\b"
)
_MADE_BY = lazy(
    r"\b(?:publi|etabli|realis|devoil|dress|elabor|concoct|diffus)(?:e|i|"
    r")e?s?\s(?:\w+\s){0,3}?par\s(?:l[ae]s?\s(?:\w+\s)?|l')?$"
)
_OF_PLACES = lazy(
    r"\bdes\s+(?:\w+\s+)?(?:secteurs|branches|pays|nations|villes|communes|metropoles|departements|regions|"
    r"metiers|prenoms|disciplines|"
    r"filieres|destinations|produits|marques|sports|plages|stations)\b"
)
_LIST_LINES = 12
_LABELLED = lazy(r"\W{0,4}[^:\n]{1,60}?\s?:\s[^\n]{0,40}\(?\d")
_THINGS = lazy(
    r"\b(?:plateformes|reseaux\ssociaux|applications|applis|marques|produits|pays|metiers|prenoms|"
    r"destinations|"
    r"jeux|modeles|films|villes|communes|regions|departements)\b"
)
_UNRANKED = lazy(
    r"\b(?:ville|commune|metropole|agglomeration|departement|region|canton|province|"
    r"etat|territoire|pays|nation|machine|"
    r"supercalculateur|calculateur|formation|diplome|programme|master|mba|bachelor|"
    r"station|destination|marche|filiere)s?\b"
)


def link_rankings(
    doc: Document,
    found: Found,
    institutions: Sequence[Institution],
    people: Sequence[Person],
    quotations: Sequence[Quotation] = (),
) -> tuple[Ranking, ...]:
    """Rankings with their subject resolved to an id, by name, pronoun, noun or the article's matter."""
    named = [m.ranking for m in found.rankings if m.ranking]
    resolver = Resolver(doc, institutions, people, named, quotations)
    return tuple(
        Ranking(
            start=m.start, end=m.end, text=doc.text[m.start : m.end], subject=resolver.subject(m),
            ranking=m.ranking, rank_min=m.rank_min, rank_max=m.rank_max, scope=m.scope, category=m.category,
            out_of=m.out_of, year=m.year, change=m.change, rule=m.rule,
        )
        for m in found.rankings
    )  # fmt: skip


class Resolver:
    """Who is ranked by each position of an article."""

    def __init__(
        self,
        doc: Document,
        institutions: Sequence[Institution],
        people: Sequence[Person],
        rankings: Sequence[str] = (),
        quotations: Sequence[Quotation] = (),
    ) -> None:
        self.doc = doc
        self.institutions = {i.id: i for i in institutions}
        self.publishers = self._publishers({plain_shadow(r) for r in rankings})
        self.main = self._main()
        self.antecedents = Antecedents(doc, institutions, people, self.main, self.publishers, quotations)

    def subject(self, mention: RankingMention) -> str | None:
        """The subject's id; never the body whose own ranking it is, unless it is named as the subject."""
        id = self.resolve(mention)
        if id not in self.institutions or mention.ranking is None:
            return id
        named = mention.subject is not None and self.antecedents.at(mention.subject[0]) == id
        publisher = plain_shadow(self.institutions[id].name) in plain_shadow(mention.ranking)
        return None if publisher and not named else id

    def resolve(self, mention: RankingMention) -> str | None:
        """The subject's id, or None: a country, a town, a product, somebody whom nothing names."""
        if (
            mention.category
            and _UNRANKED.match(plain_shadow(mention.category))
            and mention.rule == "ranked noun"
        ):
            return self.antecedents.at(mention.subject[0]) if mention.subject else None
        if _DEGREE.match(self.doc.plain, mention.end):
            return None
        if mention.rule in {"parenthesis", "cell", "row", "framed"} and self._lists_things(mention.start):
            return None
        if mention.ranking and _OF_PLACES.search(plain_shadow(mention.ranking)):
            return self.antecedents.at(mention.subject[0]) if mention.subject else None
        if mention.subject is None:
            return self.antecedents.about(mention.start)
        return self.antecedents.named(*mention.subject)

    def _lists_things(self, at: int) -> bool:
        """Whether the line is one of a list of products or places: "Quelles plateformes ?" above it."""
        plain = self.doc.plain
        start = plain.rfind("\n", 0, at) + 1
        for _ in range(_LIST_LINES):
            if not _LABELLED.match(plain, start):
                heading = plain[start : start + 120].split("\n")[0]
                return _THINGS.search(heading) is not None and heading.rstrip()[-1:] in {"?", ":"}
            if start == 0:
                break
            start = plain.rfind("\n", 0, start - 1) + 1
        return False

    def _publishers(self, rankings: set[str]) -> frozenset[str]:
        """The institutions that make the rankings: named in a ranking's name, or after "établi par"."""
        if not rankings:
            return frozenset()
        return frozenset(
            i.id
            for i in self.institutions.values()
            if any(plain_shadow(i.name) in r for r in rankings)
            or (i.kind == "media" and plain_shadow(i.name) in ranking_sources())
            or any(_MADE_BY.search(self.doc.plain, max(0, s.start - 40), s.start) for s in i.mentions)
        )

    def _main(self) -> str | None:
        """The institution the article is about: named in the title, and often."""
        title = next((s for s in self.doc.sections if s.kind == "title"), None)
        best, score = None, 0.0
        for institution in self.institutions.values():
            n = float(len(institution.mentions))
            if title and any(title.start <= s.start < title.end for s in institution.mentions):
                n += 4
            if any(
                re.search(
                    r"\ba propos (?:de |d'|du |des )(?:l[ae']\s?)?$",
                    self.doc.plain[max(0, s.start - 18) : s.start],
                )
                for s in institution.mentions
            ):
                n += 2
            if institution.id in self.publishers:
                n /= 8
            elif institution.kind == "media":
                n /= 2
            if n > score:
                best, score = institution.id, n
        return best
