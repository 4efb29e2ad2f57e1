"""Names of rankings: "classement de Shanghai", "palmarès 2024 du Point", "QS World University Rankings"."""

from __future__ import annotations

from typing import NamedTuple

from communique.document import Document, fold_name, line_start, matches_at, starts_of
from communique.extractors.rankings import titles
from communique.extractors.rankings.complements import HEAD, complement
from communique.extractors.rankings.complements import ranking_sources as ranking_sources
from communique.extractors.rankings.documents import documents
from communique.extractors.rankings.marked import in_marks
from communique.extractors.rankings.patterns import YEAR, lazy, small_words


class RankingName(NamedTuple):
    """A naming of a ranking; ``year`` is the edition that the naming carries."""

    start: int
    end: int
    value: str
    year: int | None
    carries: bool = True


_HEADS = (
    "classement", "palmares", "barometre", "hit-parade", "box-office", "tableau d", "ranking",
    "eurobarometre", "afrobarometre", "latinobarometre",
)  # fmt: skip
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
    r"\b(?:edition|millesime|cuvee|vague|livraison|version|mouture|cru|resultats|liste)\s+((?:19|20)\d\d)\s+(?:du\s+|de\s+la\s+|de\s+ce(?:tte|t)?\s+|"
    r"de\s+l'|de\s+(?:ses\s+|son\s+|sa\s+|leurs?\s+)?|des\s+|d')?"
    r"(?:(?:classement|palmares)\s+)?(?:[«“\"]\s?)?$"
)
_MONTHS = small_words("months")
_NOT_NAMED = small_words("not_named")
_SEVERAL = frozenset({"les", "des", "ces", "ses", "leurs", "aux", "plusieurs", "deux", "trois", "tous"})
_WIDEST = 240  # characters that namings joined into one may take
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
        if not name.value or (kept and _is_said_again(doc, kept, name)):
            continue
        near = kept and kept[-1].end < name.start and name.end - kept[-1].start < _WIDEST
        if near and _OF_PUBLISHER.fullmatch(doc.text, kept[-1].end, name.start):
            kept[-1] = make_name(doc, kept[-1].start, name.end)
        elif near and _ENTITLED.fullmatch(doc.text, kept[-1].end, name.start):
            kept[-1] = name._replace(start=kept[-1].start, year=name.year or kept[-1].year)
        elif not kept or name.start >= kept[-1].end:
            alias = kept and _ALIAS.fullmatch(doc.text, kept[-1].end, name.start)
            if not alias or doc.text[name.end : name.end + 1] != ")":
                kept.append(name)
        elif name.end > kept[-1].end and name.end - kept[-1].start < _WIDEST:
            kept[-1] = make_name(doc, kept[-1].start, name.end)
    return kept


# "Ranking Web of Universities, plus connu sous le nom de | Webometrics"
_KNOWN_AS = lazy(
    r"[»”\"]?,?\s\(?(?:(?:plus|mieux|aussi|egalement)\s)?(?:connu|appele|designe|surnomme|dit)e?s?"
    r"(?:\s(?:aussi|sous\s(?:le\snom|l'appellation|l'acronyme|le\ssigle)\s(?:de|du)))?\s(?:l[ae]\s|l')?[«“\"]?\s?"
)
# "classement annuel de Jeune Afrique, « | Les 200 premières banques d'Afrique »"
_ENTITLED = lazy(r",\s(?:intitulé\s)?[«“]\s?")


def _is_said_again(doc: Document, kept: list[RankingName], name: RankingName) -> bool:
    """Whether a naming only says the last one otherwise, or is its table of honour."""
    last = kept[-1]
    if last.end < name.start and _KNOWN_AS.fullmatch(doc.plain, last.end, name.start):
        return True
    return name.value.lower() in _HONOURS and any(_LISTS.match(n.value) for n in kept)


_HONOURS = frozenset({"tableau d'honneur", "tableau d’honneur"})
_LISTS = lazy(r"[Cc]lassement|CLASSEMENT|[Pp]almarès|PALMAR|Top\s")


def _titled(doc: Document) -> list[RankingName]:
    """Names that no French noun announces."""
    return [make_name(doc, *span) for find in (*titles.FINDERS, in_marks, documents) for span in find(doc)]


# "classement 2023 des universités les plus internationales | du | Times Higher Education (THE)"
_OF_PUBLISHER = lazy(r"\s(?:du|de|de\sla|de\sl[’']|d[’'])\s?")


def make_name(doc: Document, start: int, end: int) -> RankingName:
    """The naming ``[start, end)`` with the year beside it; whether it may be of positions told later."""
    if (m := _YEAR_AFTER.match(doc.plain, end)) and (m.group("month") is None or m.group("month") in _MONTHS):
        end = m.end()
    year = YEAR.search(doc.text, start, end)
    edition = _EDITION.search(doc.plain, max(0, start - 50), start)
    value = fold_name(doc.text[start:end])
    edition = edition or _EDITION_AFTER.match(doc.plain, end)
    stated = int(year.group()) if year else int(edition.group(1)) if edition else None
    published = _ISSUED.match(doc.plain, end) or _THEIRS.search(doc.plain, max(0, start - 30), start)
    aside = (
        (_ASIDE.match(value) and not published)
        or _STANDINGS.match(doc.plain, start)
        or _IN_ANOTHER.match(doc.plain, end)
        or _COMPARED.search(doc.plain, max(0, start - 70), start)
    )
    return RankingName(start, end, value, stated, not aside)


def _headed(doc: Document) -> list[RankingName]:
    """A head noun with its complement: "classement 2023 des Masters in Management du Financial Times"."""
    out = []
    for m in matches_at(HEAD, doc.plain, starts_of(doc.plain, _HEADS)):
        i = doc.tokens.at(m.start())
        before = doc.tokens.plain[i - 1] if i else ""
        if doc.tokens.start[i] != m.start() or before in _NOT_NAMED:
            continue
        if m.group() == "palmares" and before in _SEVERAL:
            continue
        if _is_caption(doc, m.start()):
            continue
        if whole := _in_marks(doc, m.start()):
            out.append(make_name(doc, *whole))
        elif len(m.group()) > len("barometre") and m.group().endswith("barometre"):
            out.append(make_name(doc, *m.span()))
        elif m.group() in {"box-office", "hit-parade"}:
            out.append(make_name(doc, *(complement(doc, i) or m.span())))
        elif m.group().startswith("tableau"):
            span = complement(doc, i) if m.group().endswith("honneur") else None
            out.append(make_name(doc, *(span or m.span())))
        elif _OF_ALL_SIZES.match(doc.plain, m.end()):
            continue
        elif span := complement(doc, i):
            out.append(make_name(doc, *span))
    return out


# Named where it is told, never the ranking of what follows.
_ASIDE = lazy(
    r"[Tt]ableau(?!\sd[’'])|\w+\spar\s|\w+\s(?:concurrente?|rivale?|voisine?|comparable|équivalente?)\b|"
    r"(?:[Cc]lassement|CLASSEMENT)\s+(?:[a-zà-ÿ]+\s+){0,2}"
    r"(?:d[eu]s?\s+(?:la\s+)?|de\s+l[’']|d[’'])[a-zà-ÿ](?![^\n]*[A-ZÀ-Þ\d])"
)
# "classement général de la Coupe": of one competition, never of the races told after it.
_STANDINGS = lazy(
    r"classement\s(?:general|final|individuel|scratch|provisoire|par\s\w+)\s(?:d[eu]\s|de\sla\s|de\sl'|des\s)"
    r"(?:coupe|championnat|tour|challenge|trophee|circuit|ligue)"
)
# "Classement de Pau au baromètre"
_IN_ANOTHER = lazy(r"\s+(?:au|dans\s+l[ea]|du)\s+(?:meme\s+)?(?:barometre|palmares|classement|ranking)\b")
# "l'un des trois classements les plus suivis, avec le classement du Times et le classement de Shanghai"
_COMPARED = lazy(
    r"\b(?:avec|outre|hormis|comme|inspiree?s?\s+(?:de|du|par)|sur\s+le\s+modele\s+d[eu]|contrairement\s+(?:au|a)|"
    r"a\s+(?:cote|l'instar|l'image|la\s+maniere|la\s+difference)\s+d[eu])\s+(?:l[ae]s?\s+|l')?"
    r"(?:[^.;:,\n]{1,50}\set\s(?:l[ae]\s)?)?$"
)
# "son classement des lycées", "le classement des lycées publié hier": one ranking, whatever its name
_ISSUED = lazy(
    r",?\s(?:publie|devoile|etabli|realise|elabore|que\s(?:publie|vient|le\smagazine|la\srevue|l'))"
)
_THEIRS = lazy(
    r"\b(?:publie|devoile|sorti|rendu|paraitre|etabli|ligne)\w*\s(?:[\w']+\s){0,3}(?:son|leur|un)\s(?:\w+\s){0,1}$|"
    r"\b(?:son|leur)\s(?:(?:propre|traditionnel|celebre|fameux|grand|nouveau|premier|dernier|\d{1,3}e)\s)?$"
)
# "Au classement toutes tailles confondues": another column of the same list
_OF_ALL_SIZES = lazy(
    r"\s(?:tous|toutes)\s(?:\w+\s){0,1}(?:tailles|categories|ages|sexes|secteurs|disciplines|types|genres|regions|pays|"
    r"strates|domaines|filieres|specialites|statuts|classes)\b"
)
_EVENT = lazy(
    r"(?:Coupe|Grand Prix|Grand prix|Concours|Prix|Troph[ée]es?|Championnats?|Challenge|Olympiades|"
    r"Course|R[ée]gate|Rallye|Marathon|Trail|Tournoi|Open|Crit[ée]rium|Hackathon)(?=\s\w)"
    r"|\b(?:grand prix|prix|troph[ée]es?|challenge|tournoi|concours)(?=\s[A-ZÀ-Þ])"
    r"|\b(?:concours|challenge)(?=\s[«“])"
)
_EVENTS = (
    "coupe", "grand prix", "concours", "prix", "trophee", "championnat", "challenge", "olympiades", "course",
    "regate", "rallye", "marathon", "trail", "tournoi", "open", "criterium", "hackathon",
)  # fmt: skip
_POSITION_OF = lazy(
    r"(?:\d(?:er|re|e|[eè]me|°)|\w+i[eè]me|premi[eè]re?|\b(?:[àa] l?a?|une|e|dans les|\d+)\s(?:place|"
    r"rang)s?|podium|\d)(?:\s[\w,]+)"
    r"{0,3}(?:\s(?:dans|en)\s(?:la\s)?cat[ée]gorie\s[^.;,]{1,40})?"
    r"\s(?:du|de la|des|de s(?:es|on|a)|au|[àa] la|aux)\s$"
)
_ANOTHER = lazy(
    r"\b(?:dans|[Ss]elon|par|d[’']après|au|en)\s(?P<name>cel(?:ui|le)\s(?:du|de\sl['’]|de\sla|de|"
    r"d['’])\s?[A-ZÉ][\w'’&-]*(?:\s[A-ZÉ][\w'’&-]*)"
    r"{0,3})"
)


_LISTED = lazy(r"\b(?:liste|enquete|etude|selection|edition|grille)s?\b")


def _events(doc: Document) -> list[RankingName]:
    """A competition whose place is told: "la deuxième place de la Coupe de France de robotique"."""
    out = []
    for m in matches_at(_EVENT, doc.text, starts_of(doc.plain, _EVENTS)):
        if _POSITION_OF.search(doc.lower[max(0, m.start() - 90) : m.start()]):
            span = complement(doc, doc.tokens.at(m.start()))
            if span:
                out.append(make_name(doc, *span)._replace(carries=False))
    return out


def _of_another(doc: Document) -> list[RankingName]:
    """Find "celui du Parisien" after another ranking was named in the sentence."""
    return [
        make_name(doc, *m.span("name"))
        for m in (_ANOTHER.finditer(doc.text) if "celui d" in doc.plain or "celle d" in doc.plain else ())
        if (HEAD if m["name"][3] == "u" else _LISTED).search(doc.plain, max(0, m.start() - 160), m.start())
    ]


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


_CAPTION = lazy(
    r"(?:l[ae]\s)?[a-z-]+(?:\s(?:de|des|du|d'|par|l[ae]s?|l')?\s?[a-z]+){0,6}\s*\n\s*(?=[^\n]{0,80}(?:\t|\|))"
)


def _is_caption(doc: Document, start: int) -> bool:
    """Whether a line of common nouns only stands above a table: it says what is counted."""
    line = line_start(doc.text, start)
    if start - line > 4:
        return False
    end = doc.text.find("\n", start)
    rest = doc.text[start + 1 : end]
    return rest == rest.lower() and _CAPTION.match(doc.plain, line) is not None
