"""What is said around a position: scope, number of ranked, edition, places gained, what is ranked."""

from __future__ import annotations

import re

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import MEASURES, YEAR, lazy
from communique.extractors.rankings.scope import ScopeHit, find_scope, place_in_name
from communique.extractors.rankings.tables import column_year, row_change

_ZONE_END = lazy(
    r"[;:(.!?](?:\s|$)|,\s|\(|\s(?:devant|vers|derriere|avec|contre|selon|grace|apres|pour|"
    r"qui|que|dont|ou|par|mais|tandis|et\s+l[ae]s?)\s|\set\s+l'|\n\s*\n"
)
_FRONTED = lazy(
    r"(?:\ba\s+l'echel(?:le|on)|\bau\s+(?:plan|niveau|rang)|\bsur\s+(?:le\s+plan|la\s+scene)"
    r"|\bcote)\s+(?=[a-z])|(?:^|[,;]\s+)(?:en|au|dans\s+l[ae])\s+(?=[a-z])"
)
_OUT_OF = lazy(
    r"\b(?:sur|parmi|pour|d'un\s+total\s+de|au\s+sein\s+des?)\s+(?:(?:les|ses|un\s+total\s+de|"
    r"plus\s+de|pres\s+de|quelque|environ|au\s+moins|moins\s+de|les\s+quelque|ces|"
    r"un\s+panel\s+de|un\s+ensemble\s+de)\s+)?$"
)
_OF_THESE = lazy(
    r"^\s*(?:(?:place|rang|position|marche)\s+)?(?:\w+e?s?\s+)?(?:sur\s+(?:un\s+total\s+de\s+)"
    r"?|parmi\s+|d'un\s+total\s+de\s+)?"
    r"(?:des|les|ces|nos|sur|parmi|de)\s+(?:quelque\s+|pres\s+de\s+|plus\s+de\s+)?$"
)
_TAKE_PART = lazy(
    r"\s+(?:pays|sites?|domaines?|disciplines?|epreuves?)\s+(?:\w+\s+)?(?:engage|classe|evalue|"
    r"participant|etudie|en\s+lice|represente|compare|analyse|inscrit|"
    r"concurrent|candidat|passe)"
)
_COMPTE = lazy(
    r"\bqui\s+en\s+(?:compte|recense|classe|evalue|comporte|regroupe|rassemble|denombre|"
    r"liste|retient)\w*\s+(?:\w+\s+){0,2}$"
)
# "4e rang du secteur, qui compte 24 opérateurs".
_WHICH_COUNTS = lazy(
    r"\b(?:secteur|marche|classement|palmares|championnat|poule|categorie|liste|groupe|filiere|tableau|barometre|indice|index|"
    r"enquete)\b[^.;()]{0,60},?\squi\s(?:en\s)?"
    r"(?:compt|regroup|rassembl|reuni|recens|compren|denombr|class|evalu|examin|not|couvr|pass)\w+\s(?:cette\sannee\s)?(?:pres\sde\s|plus\sde\s|quelque\s|environ\s)?$"
)
_FIRST_WORDS = lazy(r"[^,.;]{0,48},\s?")
# "du palmarès 2023 des 200 premières banques", "du classement, qui distingue 500 entreprises".
_OF_LISTED = lazy(
    r"\b(?:classement|palmares|ranking|liste|tableau)\b[^,;.()]{0,60}\b(?:des|les)\s+$|"
    r"\bune?\s+(?:classement|palmares|liste|tableau|plateau|peloton|panel|concours|competition)\s+(?:de|a|"
    r"qui\s+(?:compt|reuniss|rassembl)\w+)"
    r"\s+(?:(?:pres|plus)\s+de\s+|quelque\s+)?$|"
    r"\bqui\s+(?:distingu|class|recens|evalu|compar|not)\w+\s+(?:(?:pres|plus)\s+de\s+|quelque\s+)?$"
)
_ROLL = lazy(r"\(\s*(?:sur\s+)?(?:(?:plus\s+de|pres\s+de|environ)\s+)?$")
_ROLL_AFTER = lazy(
    r"\s+[\w'’-]+\s+(?:\w+\s+)?(?:classe|evalue|retenu|candidat|participant|inscrit|"
    r"en\s+lice|examine|analyse|etudie|compare)\w*\s*\)"
)
# "4e parmi les écoles européennes (plus de 300 équipes)": in brackets, with those who compete.
_RIVALS = lazy(
    r"\s+(?:[\w-]+\s+)?(?:equipes|ecoles|etablissements|universites|candidats|candidates|participants|"
    r"participantes|concurrents|"
    r"concurrentes|villes|communes|hopitaux|cliniques|entreprises|societes|pays|dossiers|projets|coureurs|"
    r"coureuses|nageurs|"
    r"joueurs|inscrits|equipages|bateaux|partants|partantes|finalistes|masters|formations|instituts|"
    r"start-up|banques)"
    r"(?:\s+[\w-]+){0,2}\s*\)"
)
_BRACKET = lazy(r"\(\s*(?:sur\s+)?(?:(?:plus\s+de|pres\s+de|environ|quelque)\s+)?$")
_OF_ALL_THESE = lazy(r"\s+des\s+(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)")
_FRONT_OUT = lazy(
    r"(?:^|[.:;]\s+|\W)(?:sur|parmi|face\s+a|oppose\w*\s+a)\s+(?:(?:les|ses|pres\s+de|"
    r"plus\s+de|quelque|environ|un\s+total\s+de)\s+){0,2}$"
)
_YEAR_AFTER = lazy(
    r"\s+(?:[a-z']+\s+){0,5}?\(((?:19|20)\d\d)\b[^()\d]{0,6}\)|\s*,?\s*(?!(?:comme|contre|depuis|puis|et|"
    r"ni|apres)\b)(?:[a-zæ]+\s+){0,3}?(?:\(|en\s+|"
    r"des\s+|de\s+l'edition\s+|dans\s+l'edition\s+|"
    r"lors\s+de\s+l'edition\s+|pour\s+l'edition\s+|edition\s+)((?:19|20)\d\d)\b"
)
_IN_YEAR = lazy(r"\s+(?:en|de|pour)\s+((?:19|20)\d\d)\b")
# "Le magazine classe l'école en 2024 2e de France", "a classé en 2020 X en tête".
_YEAR_VERB = lazy(
    r"\b(?:class|plac|positionn|attribu|situ)\w*\s(?:[^.;:\n]{0,60}?\s)?\(?en\s((?:19|"
    r"20)\d\d)\b(?!\s?[-–/]\s?\d)[^.;\n]{0,60}$"
)
_YEAR_FRONT = lazy(
    r"^[\W_]{0,4}(?:en|pour)\s+((?:19|20)\d\d)\s*,|^[\W_]{0,4}(?:edition\s+)?((?:19|20)\d\d)"
    r"\s*[:–—-]"
)
_YEAR_CLAUSE = lazy(r"[;.,]\s+(?:(?:puis|et|mais)\s+)?en\s+((?:19|20)\d\d)\s*,")
_YEAR_LABEL = lazy(
    r"(?:^|[;,(]\s*|\n\s*)\W{0,6}(?:en\s+)?((?:19|20)\d\d)\s*(?::|➡|→|=|\t|-|–)\s*(?:l[ae]\s+|"
    r"\w{0,3}\s*)$"
)
_IN_YEAR_BEFORE = lazy(r"\ben\s+((?:19|20)\d\d)\s*,?\s*$")
_YEAR_EDITION = lazy(
    r"\b(?:edition|millesime|classement|palmares|barometre|vague)\s+((?:19|20)\d\d)"
    r"\b(?!\s+(?:d[eu]|des)\b)"
)
PAST = lazy(
    r"\b(?:l'an\s+(?:dernier|passe)|l'annee\s+(?:derniere|passee|precedente)|il\s+y\s+a\s+[\w-"
    r"]+\s+ans?|(?:precedente|derniere)\s+edition|auparavant|jusqu'ici|a\s+l'epoque)"
    r"\b"
)
_SIGNED = lazy(
    r"(?:\s*,|[^()\n,;:.]{0,50}\()\s*(?P<sign>[+−–↗▲⬆↑↘▼⬇↓-])\ufe0f?\s?(?P<n>\d{1,4})(?:\s*(?:places?|"
    r"rangs?|positions?))?\s*(?:\)|$|;|,)"
)
_PREVIOUS = lazy(r"(?:\(\s*(?:contre\s+)?|contre\s+|au\s+lieu\s+d[eu]\s+)(?:l[ae]\s+|une?\s+)?$")
_PREVIOUS_AFTER = lazy(
    r"\s*(?:(?:place|rang|position)\s*)?(?:\s(?:mondial|national|francais)e?s?)?\s*(?:l'an\s+("
    r"?:passe|dernier)|l'annee\s+(?:passee|derniere|precedente)|un\s+an\s+(?:plus\s+tot|"
    r"auparavant)|il\s+y\s+a\s+un\s+an|en\s+(?:19|20)\d\d)?\s*(?P<close>\))?"
)
_CATEGORY = lazy(
    r"\s+(?:des|parmi\s+les|de\s+nos|les)\s+(?:[\d ]+\s+)?(?:meilleure?s\s+|premi[e]re?s\s+|"
    r"plus\s+\w+\s+)?"
)
_NOUN_PHRASE = lazy(r"[^\W\d][\w'’-]*(?:\s+(?:(?:d'|de\s+|en\s+|à\s+)?[^\W\d][\w'’-]*)){0,3}")


_SCOPE_NOUNS = frozenset({"region", "province", "canton", "pays", "nation", "departement", "academie"})


def zone_end(scan: Scan, c: Candidate, limit: int) -> int:
    """Where the complement of a position ends: at a pause, a new clause, or the next position."""
    m = _ZONE_END.search(scan.plain, c.end, limit)
    return m.start() if m else limit


def scope_of(scan: Scan, c: Candidate, previous: Candidate | None, limit: int) -> ScopeHit | None:
    """The scope said in the position and its complement, or in a phrase that opens its clause.

    ``limit``: where the next position begins, or the sentence ends.
    """
    stop = zone_end(scan, c, limit)
    name = next((n for n in scan.names_after(c.end) if n.start < stop), None)
    # "la première région de France": the noun that is ranked is no scope.
    first = c.end if c.noun in _SCOPE_NOUNS else c.start
    hit = find_scope(scan.doc, first, min(stop, name.start) if name and name.start > c.start else stop)
    # "3e université de France", even where the noun and its place were taken for a name.
    own = c.noun is not None and c.end - len(c.noun) in scan.name_starts
    if hit and (own or not scan.in_mention(hit.start)):
        return hit
    if name and re.fullmatch(
        r"\s*(?:du|de\s+l[ae']|dans\s+l[ae]|au|des|de)?\s*", scan.plain[c.end : name.start]
    ):
        hit = place_in_name(scan.doc, name.start, name.end, adjective=not name.carries)
        if hit:
            return hit
    first = previous.end if previous else scan.bounds(c.start)[0]
    first = max(first, scan.bounds(c.start)[0])
    if c.rule == "parenthesis":
        return None  # "En Suisse romande, X (14e) et Y (21e) complètent le tableau"
    if listed := _LIST_FRONT.match(scan.plain, scan.bounds(c.start)[0], c.start):
        hit = find_scope(scan.doc, listed.end(), min(listed.end() + 14, c.start))
        if hit and hit.start == listed.end():
            return hit  # "Au classement national, X est 5e, Y, 6e, suit"
    # A slice: "^" is where the clause begins.
    for m in reversed(list(_FRONTED.finditer(scan.plain[first : c.start]))):
        at = first + m.end()
        hit = find_scope(scan.doc, at, min(at + 24, c.start))
        if hit and hit.start - at < 8:
            return hit
    if stage := _STAGE.search(scan.plain, c.end, limit):
        return find_scope(scan.doc, stage.end(), min(stage.end() + 14, limit))
    label = _RANK_LABEL.search(scan.plain, max(scan.line(c.start)[0], c.start - 48), c.start)
    if label:
        return find_scope(scan.doc, label.start("words"), label.end("words"))
    return None


# "une 3e place pour X en finale nationale"
_LIST_FRONT = lazy(r"\W{0,4}(?:au|dans\s+l[ae])\s+(?:classement|palmares|barometre|tableau)\s")
_STAGE = lazy(
    r"\b(?:en|lors\s+de\s+l[ae])\s+(?:demi-)?(?:finale|phase)\s(?=nationale|regionale|mondiale|europeenne|"
    r"internationale)"
)
_RANK_LABEL = lazy(r"\b(?:rang|place|position|classement)\s(?P<words>[a-z ]{1,25}?)\s?:\s?$")
_AGE = lazy(r"\s?(?:[-–/]|a|et)\s?\d{1,2}\s+ans\b|\s+ans\b")
_SLASH = lazy(r"\s?/\s?(\d{1,5})(?![\d/]|[.,]\d)")


def out_of(scan: Scan, c: Candidate, first_here: bool, limit: int) -> int | None:
    """How many are ranked: "sur 100 écoles", "des 112 villes classées", "(38 écoles classées)"."""
    slash = _SLASH.match(scan.plain, c.end)
    if slash and int(slash.group(1)) >= (c.high or 1):
        return int(slash.group(1))
    for n in scan.following(scan.cardinals, c.end, limit):
        between = scan.plain[c.end : n.start]
        if n.value < max(c.high or 1, 3) or len(between) > 130:
            continue
        if _AGE.match(scan.plain, n.end):
            continue  # "en tête chez les 25-34 ans"
        if _OF_ALL_THESE.match(scan.plain, n.end):
            continue  # "en tête sur trois des quatre critères": on how many points, not among how many
        if len(between) < 70 and _BRACKET.search(between) and _RIVALS.match(scan.plain, n.end):
            return int(n.value)
        close = _OF_THESE.match(between)
        if close and not MEASURES.match(scan.plain, n.end):
            return int(n.value)
        if re.search(r"\d\s+sur\s+$", between):
            continue
        if (_OF_LISTED.search(between) or _WHICH_COUNTS.search(between)) and not MEASURES.match(
            scan.plain, n.end
        ):
            return int(n.value)
        if (
            _ROLL.search(between)
            and len(between) < 24
            and ("sur" in between or _ROLL_AFTER.match(scan.plain, n.end))
        ):
            return int(n.value)
        if ((_OUT_OF.search(between) and "pour " not in between[-8:]) or _COMPTE.search(between)) and (
            not MEASURES.match(scan.plain, n.end) or _TAKE_PART.match(scan.plain, n.end)
        ):
            return int(n.value)
    if first_here:
        start = scan.bounds(c.start)[0]
        for n in scan.following(scan.cardinals, start, c.start):
            opening = _FRONT_OUT.search(scan.plain[start : n.start]) or _WHICH_COUNTS.search(
                scan.plain[start : n.start]
            )
            if (
                opening
                and n.value > (c.high or 1)
                and not MEASURES.match(scan.plain, n.end)
                and _front(opening)
            ):
                return int(n.value)
    return None


def _front(opening: re.Match[str]) -> bool:
    """Whether "sur N …" opens the sentence, or follows its first words; "face à N …" may stand anywhere."""
    words = opening.group()
    if "face" in words or "oppose" in words or " qui " in words or opening.start() < 3:
        return True
    return _FIRST_WORDS.fullmatch(opening.string, 0, opening.start() + 1) is not None


def year_of(scan: Scan, c: Candidate, previous: Candidate | None, limit: int) -> int | None:
    """The edition that the statement itself gives."""
    start = max(scan.bounds(c.start)[0], previous.end if previous else 0)
    if m := _YEAR_AFTER.match(scan.plain, c.end, limit):
        return int(m.group(1) or m.group(2))
    named = next((n for n in scan.names_after(c.end) if n.start < min(limit, c.end + 30)), None)
    if named and (m := _IN_YEAR.match(scan.plain, named.end)):
        return int(m.group(1))
    if c.rule == "row" and (column := column_year(scan, c)) is not None:
        return column
    line, sentence = scan.line(c.start)[0], scan.bounds(c.start)
    if YEAR.search(scan.plain, min(line, sentence[0]), sentence[1]) is None:
        return None
    labelled = max(line, start - 12)
    if "0" in scan.plain[labelled : c.start] and (m := _YEAR_LABEL.search(scan.plain, labelled, c.start)):
        return int(m.group(1))
    if m := _IN_YEAR_BEFORE.search(scan.before(c.start, 14)):
        return int(m.group(1))
    if fronted := list(_YEAR_CLAUSE.finditer(scan.plain, start, c.start)):
        return int(fronted[-1].group(1))
    if m := _YEAR_FRONT.match(scan.plain[sentence[0] : c.start]):
        return int(m.group(1) or m.group(2))
    if m := _YEAR_VERB.search(scan.plain, max(start, c.start - 140), c.start):
        return int(m.group(1))
    if m := _YEAR_EDITION.search(scan.plain, sentence[0], sentence[1]):
        return int(m.group(1))
    return None


def is_past(scan: Scan, c: Candidate, previous: Candidate | None) -> bool:
    """Whether the sentence speaks of an earlier edition, to which the current one's year does not apply."""
    start, end = scan.bounds(c.start)
    if previous is not None:
        start = previous.end
        if m := PAST.match(scan.plain, start + 1):
            start = m.end()
    return (
        PAST.search(scan.plain, start, c.start) is not None
        or PAST.match(scan.plain[c.end : min(end, c.end + 30)].strip()) is not None
    )


def signed_change(scan: Scan, c: Candidate) -> int | None:
    """Find "38e (+ 9)", "2e (+ 3 places)", or a table's cell "+ 15" under "Évolution"."""
    m = _SIGNED.match(scan.plain, c.end)
    if not m:
        return row_change(scan, c)
    return int(m.group("n")) if m.group("sign") in "+↗▲⬆↑" else -int(m.group("n"))


def previous_rank(scan: Scan, c: Candidate) -> bool:
    """Whether the position is the former one of the position before: "2e (8e l'an passé)"."""
    before = _PREVIOUS.search(scan.before(c.start + 0, 30))
    after = _PREVIOUS_AFTER.match(scan.plain, c.end)
    if not before or not after or not after.group().strip(" )"):
        return False
    bracket = before.group().startswith("(")
    relative = "l'a" in after.group() or "un an" in after.group()
    return bool(after.group("close")) if bracket else relative


# "au 3e rang des 39 caisses du groupe en termes d'encours": by what they are ranked is not what is
_MEASURED = lazy(r"\s+en\s+(?:termes?|matière|volume|valeur)\b.*$")


def category_of(scan: Scan, c: Candidate, limit: int, hit: ScopeHit | None) -> str | None:
    """What is ranked, as written: "écoles d'ingénieurs"."""
    stop = zone_end(scan, c, limit)
    if hit and hit.start >= c.end:
        stop = min(stop, hit.start)
    if c.noun:
        start = c.end - len(c.noun)
    elif m := _CATEGORY.match(scan.plain, c.end, stop):
        start = m.end()
    else:
        return None
    m = _NOUN_PHRASE.match(scan.doc.text, start, stop)
    if not m:
        return None
    phrase = re.sub(
        r"\s+(?:de|du|des|d['’]|en|à|au|aux|la|le|les|et)(?=\s*$)", "", re.sub(r"\s+", " ", m.group()).strip()
    )
    return _MEASURED.sub("", phrase.strip()) or None
