"""Ranking mentions to records: whose position it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.document import Document, line_start, plain_shadow
from communique.extractors.rankings.learned import SUBJECTS
from communique.extractors.rankings.patterns import lazy
from communique.link.antecedents import Antecedents
from communique.link.ranked import Ranked
from communique.link.ranked_choice import choose_subjects
from communique.link.ranked_site import SEVERAL
from communique.link.topic import measurers, places_others, topic
from communique.mentions import Found, RankingMention
from communique.records import Institution, Person, Quotation, Ranking

_DEGREES = (
    r"(?:msc|e?mba|masters?|masteres?|bachelors?|licences?|bts|but|dut|deust|diplomes?|cursus|"
    r"programmes?|formations?)"
)
_FOR_DEGREE = lazy(rf"\s+pour\s+(?:l[ae]s?|son|sa|ses|notre)\s+(?:\w+\s+){{0,2}}?{_DEGREES}\b")
# "- Master Finance : 3e", "Palmarès du Parisien (licence de droit) : 6e"
_DEGREE_LABEL = lazy(
    rf"\W{{0,6}}(?:[^:\n(]{{2,60}}\()?(?:l[ae]s?\s|l'|nos\s)?(?!programmes?|formations?){_DEGREES}\b[^:\n]{{0,80}}:\s"
)
# "L'école y place cinq formations :", "Nos masters classés"
_DEGREES_TOLD = lazy(
    r"\b(?:place|classe|voit|positionne|inscrit|hisse|compte|nos|ses|\d+|deux|trois|quatre|cinq|six|sept|huit|"
    rf"neuf|dix)\s(?:\w+\s){{0,2}}?{_DEGREES}\b"
    r"(?!\s(?:evalue|recense|retenu|compare|passe|examine|etudie|analyse|en\slice))[^\n]*$"
)
_OF_PLACES = lazy(
    r"\bdes\s+(?:\w+\s+)?(?:secteurs|branches|pays|nations|villes|communes|metropoles|departements|regions|"
    r"metiers|prenoms|disciplines|"
    r"filieres|destinations|produits|marques|sports|plages|stations)\b"
)
_LIST_LINES, _HEAD, _SHORT = 12, 300, 70
_LABELLED = lazy(r"\W{0,4}[^:\n]{1,60}?\s?:[^\S\n][^\n]{0,40}\(?\d")
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
    if not found.rankings:
        return ()
    resolver = Resolver(doc, institutions, people, found.rankings, quotations)
    subjects = ruled = [resolver.subject(m) for m in found.rankings]
    if SUBJECTS in doc.choices:
        ranked = Ranked(
            doc, institutions, people, found.rankings, quotations, resolver.antecedents, found.ranking_names
        )
        chosen = choose_subjects(ranked, ruled, doc.choices[SUBJECTS])
        things = [resolver.ranks_thing(m) for m in found.rankings]
        subjects = [by if thing else of for of, by, thing in zip(chosen, ruled, things, strict=True)]
    return tuple(
        Ranking(
            start=m.start, end=m.end, text=doc.text[m.start : m.end], subject=subject,
            ranking=m.ranking, rank_min=m.rank_min, rank_max=m.rank_max, scope=m.scope, category=m.category,
            out_of=m.out_of, year=m.year, change=m.change,
            rule=_made_by(m, subject != by),
        )
        for m, subject, by in zip(found.rankings, subjects, ruled, strict=True)
    )  # fmt: skip


def _made_by(m: RankingMention, learned: bool) -> str:
    """The rule that found the position, and what of it a learned choice changed."""
    chosen = (("learned name", m.learned), ("learned subject", learned))
    return ", ".join([m.rule, *(name for name, holds in chosen if holds)])


def _of_places(m: RankingMention) -> bool:
    """Whether places or products are what the ranking ranks: "palmarès des villes"."""
    return m.ranking is not None and _OF_PLACES.search(plain_shadow(m.ranking)) is not None


_LISTED = frozenset({"parenthesis", "cell", "row", "framed"})
_PRONOUNS = frozenset({"il", "elle", "ils", "elles"})
_APART = frozenset({"parenthesis", "contrast", "apposed", "gapped", "row", "cell"})
_GOING_ON = frozenset({"of place", "ellipsis", "continued"})
_OFTEN = 3


class Resolver:
    """Who is ranked by each position of an article.

    ``unknown``: the article is about something that is no institution: a town, a wine.
    """

    def __init__(
        self,
        doc: Document,
        institutions: Sequence[Institution],
        people: Sequence[Person],
        told: Sequence[RankingMention],
        quotations: Sequence[Quotation],
    ) -> None:
        self.doc = doc
        self.institutions = {i.id: i for i in institutions}
        self.people = {p.id for p in people}
        self.told = told
        self._things: dict[tuple[int, int], bool] = {}
        self.publishers = measurers(doc, institutions, [m.ranking for m in told if m.ranking])
        self.main = topic(doc, institutions, people, self.publishers)
        self.antecedents = Antecedents(doc, institutions, people, self.main, self.publishers, quotations)
        self.unknown = self._tells_of_unknown()

    def subject(self, mention: RankingMention) -> str | None:
        """The subject's id; never the body whose own ranking it is, unless it is named as the subject."""
        id = self.resolve(mention)
        if id in self.people and SEVERAL.search(self.doc.plain, mention.start, mention.end):
            return None  # "Tom Roy et Luc Petit, 13es": a crew has no id
        if mention.subject and id in self.publishers and places_others(self.doc, mention.subject[1]):
            return None  # "Forbes, lui, range la ville parmi les 15 premières"
        if id not in self.institutions or mention.ranking is None:
            return id
        named = mention.subject is not None and self.antecedents.at(mention.subject[0]) == id
        publisher = plain_shadow(self.institutions[id].name) in plain_shadow(mention.ranking)
        return None if publisher and not named else id

    def ranks_thing(self, mention: RankingMention) -> bool:
        """Whether what is ranked is plainly no body: a degree, a product, what a list of places holds."""
        at = (mention.start, mention.end)
        if at not in self._things:
            self._things[at] = self._ranks_thing(mention)
        return self._things[at]

    def _ranks_thing(self, mention: RankingMention) -> bool:
        if _FOR_DEGREE.match(self.doc.plain, mention.end) or self._goes_on_unranked(mention):
            return True
        if mention.rule in _LISTED and self._lists_things(mention.start):
            return True
        named = mention.subject is not None and self.antecedents.at(mention.subject[0]) is not None
        return _of_places(mention) and not named

    def resolve(self, mention: RankingMention) -> str | None:
        """The subject's id, or None: a country, a town, a product, somebody whom nothing names."""
        if (
            mention.category
            and _UNRANKED.match(plain_shadow(mention.category))
            and mention.rule == "ranked noun"
        ):
            if mention.subject is None:
                return None
            body = self.doc.plain[slice(*mention.subject)] in {
                "collectivite",
                "institution",
                "intercommunalite",
            }
            return (
                self.antecedents.named(*mention.subject) if body else self.antecedents.at(mention.subject[0])
            )
        if self.ranks_thing(mention):
            return None
        if mention.subject is not None and _of_places(mention):
            return self.antecedents.at(mention.subject[0])
        if mention.subject is None:
            return None if self.unknown else self.antecedents.about(mention.start)
        if (carried := self._carried(mention)) is not None and carried.subject is not None:
            return self.antecedents.named(*carried.subject)
        return self.antecedents.named(*mention.subject)

    def _carried(self, mention: RankingMention) -> RankingMention | None:
        """The position told in the sentence before, where a pronoun goes on from its subject."""
        if mention.subject is None or self.doc.plain[slice(*mention.subject)] not in _PRONOUNS:
            return None
        pronoun = self.doc.plain[slice(*mention.subject)]
        here = self.doc.sentence_at(mention.start)
        k = bisect_left(self.told, mention.start, key=lambda m: m.start)
        for before in reversed(self.told[max(0, k - 8) : k]):
            if before.subject is None or before.rule in _APART:
                continue
            there = self.doc.sentence_at(before.start)
            if here is None or there is None or there.start == here.start:
                return None
            beside = not self.doc.plain[there.end : here.start].strip() and before.subject[0] >= there.start
            return before if beside and self.antecedents.agrees(pronoun, *before.subject) else None
        return None

    def _goes_on_unranked(self, mention: RankingMention) -> bool:
        """Whether "la deuxième ville du département et la 31e de France" goes on from what has no id."""
        if mention.rule not in _GOING_ON:
            return False
        k = bisect_left(self.told, mention.start, key=lambda m: m.start)
        if not k or self.told[k - 1].subject != mention.subject or self.told[k - 1].rule != "ranked noun":
            return False
        first = self.told[k - 1]
        near = "\n" not in self.doc.plain[first.end : mention.start] and mention.start - first.end < 90
        unranked = first.category is not None and _UNRANKED.match(plain_shadow(first.category)) is not None
        return near and unranked and self.resolve(first) is None

    def _tells_of_unknown(self) -> bool:
        """Whether the first position is that of something unnamed, and the title names nobody."""
        first = next((m for m in self.told if m.subject is not None), None)
        if first is None or first.subject is None or self.resolve(first) is not None:
            return False
        title = next((s for s in self.doc.sections if s.kind == "title"), None)
        spans = self.institutions[self.antecedents.main].mentions if self.antecedents.main else ()
        inside = title is not None and any(title.start <= s.start < title.end for s in spans)
        told = title is not None and title.start <= first.start < title.end
        return told and not inside and len(spans) < _OFTEN

    def _lists_things(self, at: int) -> bool:
        """Whether the line is of a list of degrees, products or places: "Quelles plateformes ?" above."""
        plain = self.doc.plain
        start = line_start(plain, at)
        if _DEGREE_LABEL.match(plain, start, at):
            return True
        for _ in range(_LIST_LINES):
            line = plain[start : start + _HEAD].split("\n")[0].rstrip()
            if line and not _LABELLED.match(plain, start):
                told = line[-1:] in {"?", ":"}
                return (told and _THINGS.search(line) is not None) or (
                    (told or len(line) < _SHORT) and _DEGREES_TOLD.search(line) is not None
                )
            if start == 0:
                break
            start = line_start(plain, start - 1)
        return False
