"""What an article is about: the institution that its statements are said of; and who only measures others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.document import Document, plain_shadow
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import lazy
from communique.records import Institution, Person, Span

_RANKING_SOURCES = ranking_sources()

# How much each sign adds to an institution's claim to be what the article is about.
WEIGHTS = {
    "title": 4.0,  # named in the title
    "mention": 1.0,  # each naming, at most eight of them
    "opening": 1.0,  # named in the first words of the text
    "presented": 2.0,  # "À propos de X"
    "speaker": 0.5,  # each person that the article says works there
}
_MEASURES = 1 / 8  # those who publish the ranking
_MEDIUM = 1 / 2
_ENOUGH = 2.0  # below, nobody is: the article may be about a place or a product
_MOST = 8
_OPENING = 350

_ABOUT = lazy(r"\b(?:a propos(?: (?:de |d'|du |des )|\s?[-–—:]\s?)|qui sommes-nous\s?\?\s)(?:l[ae']\s?)?$")
_STUDY = (
    r"(?:classements?|palmares|barometres?|etudes?|enquetes?|sondages?|listes?|rankings?|scoreboards?|observatoires?|"
    r"indices?|index|tops?|selections?|ivals?|millesimes?|hit-parade)"
)
# "établi par X", "une enquête menée auprès de 4 200 vacanciers par l'institut X".
_MADE_BY = lazy(
    r"\b(?:publi|etabli|realis|devoil|dress|elabor|concoct|diffus|men|condui|command|decern|attribu|compil|calcul|"
    r"mesur|evalu|orchestr|"
    r"signe|recens|etudi|remis|mis\sen\sligne|prepar)(?:e|i|t|is|)?e?s?\s(?:(?!,)[^.;:()\n]{0,50}?\s)?par\s(?:l[ae]s?\s"
    r"(?:\w+\s){0,2}|l'(?:\w+\s)?)?$"
)
# "Newsweek et l'institut Statista ont mis en ligne leur liste", "La Commission a publié le Scoreboard".
_MAKES = lazy(
    r"(?:\s\([^()\n]{0,40}\))?(?:,\s[^,.\n]{0,60},)?\s(?:et\s[^.,;:\n]{3,40}\s)?(?:(?:vien(?:t|nent)\sde|a|ont|avait|"
    r"avaient|fait|font|a\sfait|vient\sde\sfaire)\s)?"
    r"(?:(?:tout\sjuste|chaque\s\w+|ainsi|egalement)\s)?"
    r"(?:publi|devoil|dress|etabli|paraitre|rend(?:u|re|ent)?\spubli|mis\sen\sligne|mett\w+\sen\sligne|propos|edit|"
    r"mesur|decern|"
    r"present|diffus|men|realis|sort|revel)"
    r"\w*\s(?:[^.,;:\n]{0,50}?\s)?(?:l[ae]s?|l'|son|sa|ses|leurs?|une?|cette|ce)\s?(?:\w+\s){0,2}?(?:edition\s)?"
    rf"(?:[^.,;:\n«]{{0,24}}?\b{_STUDY}\b|«)"
)
# "publie les résultats de son enquête auprès de ses diplômés": a body asks its own people and ranks nobody.
_OWN_SURVEY = lazy(
    r"[^.;:«]{0,110}?\b(?:son|sa|ses|leurs?)\s(?:\w+\s){0,2}(?:enquetes?|etudes?|sondages?|barometres?\sinternes?|observatoires?)\b"
    r"[^.;:«»]{0,90}?\b(?:insertion|diplomes|diplomees|anciens|alumni|etudiants|salaries|collaborateurs|adherents|"
    r"patients|usagers|clients|societaires|membres)\b"
)
# "selon X", "d'après l'institut X": who is quoted as a source is not what the article is about.
_SOURCE = lazy(r"(?:\bselon|\bd'apres)\s(?:l[ae]s?\s(?:\w+\s)?|l'(?:\w+\s)?)?$")
# "Le Parisien nous place 612es", "La Revue vient de le ranger parmi", "Forbes avait rangé la cité parmi".
_PLACES = lazy(
    r"(?:,\s(?:lui|elle|de\sson\scote|quant\sa\s(?:lui|elle)),)?\s(?:vien(?:t|nent)\sde\s)?(?:(?:nous|la|le|les)\s|"
    r"l'\s?(?:(?:a|avait|ont)\s)?)(?:y\s)?"
    r"(?:class|plac|positionn|situ|rang|hiss|cit|distingu|met)(?!\w*ement)\w*\b(?!\sdes\b)"
    r"|(?:,\s(?:lui|elle),)?\s(?:(?:vient\sde|a|avait)\s)?(?:class|plac|positionn|situ|rang|hiss)(?:e|er|ee?s?|ait|ent)\s"
    r"(?:[^.;:\n]{0,50}?\s)?(?:l[ae]s?\s|l'|cette\s|ce\s)[^.;:,\n]{2,60}?\s(?:parmi|au\s\d|a\sla\s\d|dans\sl|en\s\w+ieme|"
    r"en\s\d|\d+e\b|en\stete)"
)


def measurers(
    doc: Document, institutions: Sequence[Institution], rankings: Collection[str]
) -> frozenset[str]:
    """The institutions that make the rankings: in a ranking's name, after "établi par", before "publie".

    >>> from communique.pipeline import Pipeline
    >>> article = Pipeline(model=None)("Le Conseil de l'Europe a publié son classement des prisons.")
    >>> doc = Document(article.text)
    >>> len(measurers(doc, article.institutions, ()))
    1
    """
    named = {plain_shadow(r) for r in rankings}
    out = set[str]()
    for institution in institutions:
        name = plain_shadow(institution.name)
        medium = institution.kind == "media" and name in _RANKING_SOURCES
        if medium or any(name in r for r in named) or any(_measures(doc, s) for s in institution.mentions):
            out.add(institution.id)
    return frozenset(out)


def places_others(doc: Document, end: int) -> bool:
    """Whether the words that end here place others: "L'hebdomadaire plaçait le CHU au 23e rang".

    >>> places_others(Document("Le quotidien nous place 612es."), 12)
    True
    """
    return _PLACES.match(doc.plain, end, end + 160) is not None


def _measures(doc: Document, s: Span) -> bool:
    """Whether a naming is that of who makes a ranking or places others."""
    before = doc.plain[max(0, s.start - 90) : s.start]
    if " par " in before and _MADE_BY.search(before):
        return True
    if places_others(doc, s.end):
        return True
    makes = _MAKES.match(doc.plain, s.end, s.end + 160) is not None
    return makes and _OWN_SURVEY.match(doc.plain, s.end, s.end + 260) is None


def topic(
    doc: Document,
    institutions: Sequence[Institution],
    people: Sequence[Person],
    measuring: Collection[str],
) -> str | None:
    """The institution the article is about: named in its title, in its first words, often."""
    title = next((s for s in doc.sections if s.kind == "title"), None)
    body = title.end if title else 0
    employers = [r.institution for p in people for r in p.roles[:1]]
    best, most = None, _ENOUGH
    for institution in institutions:
        spans = institution.mentions
        score = WEIGHTS["mention"] * min(
            _MOST, sum(1 for s in spans if not _repeats(doc, s) and not _is_source(doc, s))
        )
        if title and any(title.start <= s.start < title.end for s in spans):
            score += WEIGHTS["title"]
        if any(body <= s.start < body + _OPENING and not _is_source(doc, s) for s in spans):
            score += WEIGHTS["opening"]
        if any(is_presented(doc, s.start) for s in spans):
            score += WEIGHTS["presented"]
        score += WEIGHTS["speaker"] * min(3, employers.count(institution.id))
        if institution.id in measuring:
            score *= _MEASURES
        elif institution.kind == "media":
            score *= _MEDIUM
        if score >= most and (best is None or score > most):
            best, most = institution.id, score
    return best


def is_presented(doc: Document, at: int) -> bool:
    """Whether the naming at an offset is that of who sends the article: "À propos de X"."""
    before = doc.plain[max(0, at - 18) : at]
    return ("propos" in before or "sommes" in before) and _ABOUT.search(
        doc.plain, max(0, at - 18), at
    ) is not None


def _repeats(doc: Document, s: Span) -> bool:
    """Whether a naming is the acronym in brackets after the name."""
    return doc.plain[s.start - 1 : s.start] == "(" and doc.plain[s.end : s.end + 1] == ")"


def _is_source(doc: Document, s: Span) -> bool:
    """Whether a naming is only that of a source: "selon X"."""
    return _SOURCE.search(doc.plain, max(0, s.start - 30), s.start) is not None
