"""Positions given by one ordinal and the noun that is ranked: "6e meilleure école en France"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import (
    EX_AEQUO,
    ZONE_END,
    follow_words,
    lazy,
    left_of,
    placing_verbs,
    rankable_nouns,
    small_words,
)
from communique.extractors.rankings.scope import find_scope
from communique.lexicon import words
from communique.numbers import Number

_RANKABLE_NOUNS = rankable_nouns()
_TIMELY_WORDS = words(__package__, "timely.txt")
_FOLLOW_WORDS = follow_words()
_PLACING_VERBS = placing_verbs()

EXAEQUO = lazy(rf"\s*,?\s*{EX_AEQUO}")
_SUPERLATIVE = lazy(
    r"\s+(?P<sup>(?:plus|mieux)\s+\w+\s+(?:et\s+(?:plus\s+)?\w+\s+)?|meilleure?\s+|"
    r"grande?\s+)?(?P<noun>[\w'-]+(?:\s[\w'-]+)?)"
)
# "sa deuxième école", "en premier lieu"
_NO_RANK_AFTER = small_words("no_rank_after") | {"en"}
_LOCAL = lazy(
    r"\b(?:d[eu]|de\s+l[a']|des)\s*(?:(?:l'|la\s+)?(?:agglomeration|departement|ville|"
    r"territoire|secteur|bassin|ouest|est|nord|sud|metropole|commune|marche|zone|"
    r"littoral|continent|profession|branche|filiere|discipline|academie|circonscription|place|region|pays))\b"
)
LISTED = lazy(
    r"\b(?:du|de\s+(?:ce|son|leur|notre)|au|de\s+la|dans\s+l[ae])\s+(?:classement|palmares|barometre|"
    r"liste|tableau)\b"
)
TO_DO = lazy(
    r"\ba\s+(?:s'|se\s+|y\s+|en\s+|ne\s+(?:pas\s+)?|l'|l[ae]s?\s+)?([a-z]{2,}(?:er|"
    r"ir|re|oir))\b|\b(?:jamais|depuis\s+\d|qui\s+(?:ait|soit))\b"
)
# "la 11e association membre du réseau": the order in which they joined
_JOINED = lazy(
    r"\s(?:membre|adherente?|signataire|partenaire|affiliee?|labellisee?|certifiee?|inscrite?|adhesion|a\snous\srejoindre|"
    r"(?:vient|venait)\sd(?:e\s|')(?:adherer|rejoindre|signer|s'ajouter|entrer|ouvrir|s'ouvrir|s'installer))\b"
)
_OF_PRODUCTS = small_words("product_infinitives")
_TIMELY = small_words("founded")
_TIME_NOUNS = small_words("time_nouns")
_BEST_OF = lazy(
    r"(?:\s[a-z-]+)?\s(?:d[eu]\s|de\sla\s|des\s|d'|en\s|au\s|chez\s|francaise?|europeen(?:ne)?|mondiale?)"
)
_OF = frozenset({"du", "de", "d", "en", "au", "des", "dans"})
_IN_COUNTRY = lazy(r"(?:\s[\w'-]+){0,3}?\sdu\s(?:pays|continent|royaume|territoire)\b")
_POSTPOSED = lazy(r"(?:\s[\w'-]+){0,3}?\s(?:l[ae]s?\s)?(?:plus|mieux|moins)\s")
_MOST = lazy(r"(?:\s[\w-]+)?\sl[ae]\s(?:plus|mieux|moins)\s\w{3}")
_WITHIN = lazy(
    r"(?:\s\w+)?\s(?:du\s(?:groupe|conseil|parc|reseau)|de\sl'(?:entreprise|hemicycle|assemblee|"
    r"etablissement|universite))\b"
)
# "se dit premier opérateur public", "s'autoproclame premier …"; "le titre de premier centre breton".
_CLAIMED = lazy(
    r"\b(?:se\s+(?:dit|disent|revendique\w*|proclame\w*|presente\w*\s+comme|targue\w*\s+d'etre)|"
    r"s'(?:auto)?(?:proclame|affirme|affiche)\w*)\s+(?:comme\s+)?(?:l[ae]\s+)?$"
)
_ENTITLED = lazy(
    r"\b(?:(?:titre|rang|place|statut)\s+d[eu]|(?:class|sacr|rang|designe|elue?)\w{0,3})\s+(?:l[ae]\s+)?$"
)
_OWN_FIELD = lazy(r"\s(?:de|dans)\s(?:sa|son)\s(?:discipline|categorie|secteur|specialite|filiere|genre)\b")
_AGENT = lazy(r"(?:eur|euse|ice|ier|iere|erie|iste)$")
_OF_PLACE = lazy(r"(?:\s[a-zà-ÿ]+){0,2}\s(?:du|de\sla|de|des|d[’']|de\sl[’'])\s?[A-ZÉÎ]")
_BECAME = lazy(
    r"\b(?:labellis|certifi|accredit|cre|ouvert|ouvr|implant|fond|equip|construi|inaugur|agre|"
    r"homologu|dote|recrut|nomm|elu|install|mis|signataire)"
    r"(?:es?|ees?|tes?|ts?|ses?|s|)\b"
)
# "installer la première machine du pays": first in time.
_MADE = lazy(
    r"\b(?:install|cre|ouvr|lanc|construi|bati|inaugur|fond|mont|implant|amenag|edifi|develop|concev|realis|produi|livr|"
    r"mett|signatur|creation|ouverture|lancement|inauguration|construction|installation|naissance)[a-z]*\s(?:de\s)?$"
)
_VISITED = frozenset({"festival", "salon", "foire", "site", "evenement"})
_SERIAL = frozenset({"festival", "salon", "foire", "programme", "site", "campus", "evenement"})
_APPOSED = lazy(r"(?:^|[,:;(–—«“\"-]\s*|\bet\s+)(?:l[ae]\s+)?$")
_AFTER_COMMA = lazy(r"[\w»”)],\s+(?:l[ae]\s+)?$")
# "premier déposant parmi les ETI", "troisième délégation par le nombre": among whom, by what.
_AMONG_PEERS = lazy(
    r"(?:\s[\w'-]+){0,4}?\s(?:parmi|chez|toutes?|tous)\s(?:les\s|ses\s|nos\s|ces\s|categories|secteurs|tailles|"
    r"disciplines|sexes|series|genres)|(?:\s[a-z-]+)?,?\s(?:ou\sil\sfait\sbon\s|(?:cite|classe)e?s?\b|"
    r"(?:toutes?|tous)\s[a-z]+\s(?:confondu|reuni)e?s\b|de\s(?:sa|son)\s(?:discipline|categorie|secteur|specialite|filiere)\b)"
)
_BY_SIZE = lazy(
    r"(?:\s[\w'-]+){0,3}?\s(?:par\s(?:l[ae]\s|l'|sa\s|son\s|ses\s|les\s)?|en\s(?:termes?\sd[e']\s?)?)"
    r"(?:nombre|taille|population|superficie|surface|importance|anciennete|chiffre|effectifs?|volumes?|"
    r"frequentation|"
    r"capacite|tonnage|valeur|audience|capitalisation|depots|encours|ventes|trafic|production)\b"
)
# "le premier débouché (17 % des ventes), devant le Japon": set before others.
_AHEAD = lazy(
    r"(?:\s[\w'-]+){0,4}?(?:\s\([^()\n]{0,40}\))?\s?,?\s(?:(?:juste|loin)\s)?(?:devant|derriere|suivie?s?\sd|talonnee?s?\spar)"
    r"\b"
)


def ranked_nouns(scan: Scan) -> Iterator[Candidate]:
    """Find "6e meilleure école en France", "deuxième employeur du pays"; not "première à proposer…"."""
    nouns = _RANKABLE_NOUNS
    for n in scan.ordinals:
        m = _SUPERLATIVE.match(scan.plain, n.end)
        if not m or scan.bounds(n.start)[1] < m.start("noun"):
            continue
        pair = m.group("noun")
        noun = pair if pair in nouns else pair.split()[0].split("'")[-1]
        if scan.token_before(n.start) in _NO_RANK_AFTER or (
            n.form == "digits"
            and m.start("noun") in scan.name_starts
            and not _of_scope(scan, m.start("noun") + len(pair.split()[0]))
        ):
            continue
        if scan.token_before(n.start).isdigit() and scan.plain[n.start : n.end].endswith("s"):
            continue  # "les 200 premières banques": how many are ranked
        if m.group("sup") and (noun in _OF or pair.startswith("d'")):
            if n.value > 1 and (placing_before(scan, n.start) or _APPOSED.search(scan.before(n.start))):
                yield one(n, n.start - left_of(scan.before(n.start)), m.start("noun") - 1, "ranked noun")
            continue
        if noun not in nouns:
            noun = pair.split()[0]
            if not (
                _unlisted(scan, n, m.start("noun"), noun)
                or _superlative_of(scan, n, m.start("noun"), noun)
                or _by_size(scan, n, m.start("noun"), noun)
                or _best_of(scan, m.start("noun"), noun, m.group("sup"))
            ):
                continue
        start = n.start - left_of(scan.before(n.start))
        end = m.start("noun") + len(noun)
        if not _ranks(scan, n, start, end, noun, bool(m.group("sup") or _POSTPOSED.match(scan.plain, end))):
            continue
        listed = LISTED.search(scan.after(end, 80)) is not None
        yield Candidate(
            start,
            end,
            int(n.value),
            int(n.value),
            "ranked noun",
            noun=noun,
            named=listed or not nouns.get(noun, True),
        )


def _of_scope(scan: Scan, end: int) -> bool:
    """Whether a noun has a place of rank for its complement: "3e université de France"."""
    hit = find_scope(scan.doc, end, end + 24)
    return (
        hit is not None
        and re.fullmatch(r"\s(?:d[eu]\s|de\sla\s|d')", scan.plain[end : hit.start]) is not None
    )


def _unlisted(scan: Scan, n: Number, at: int, noun: str) -> bool:
    """Whether "2e IUT de France" ranks though no list holds the noun: a scope after, a verb before."""
    if noun in _TIMELY_WORDS or noun.rstrip("s") in _TIMELY_WORDS or len(noun) < 3 or not noun.isalpha():
        return False
    hit = find_scope(scan.doc, at + len(noun), min(at + len(noun) + 40, scan.bounds(n.start)[1]))
    if hit is None and _IN_COUNTRY.match(scan.plain, at + len(noun)) and (n.value > 1 or _AGENT.search(noun)):
        return placing_before(scan, n.start) or _APPOSED.search(scan.before(n.start)) is not None
    if (
        hit is None
        or hit.scope is None
        or noun in _FOLLOW_WORDS
        or (n.value == 1 and n.form == "words" and not _AGENT.search(noun) and not _of_ranking(scan, hit.end))
    ):
        return False
    between = scan.plain[at + len(noun) : hit.start]
    return re.fullmatch(
        r"\s(?:[\w'-]+\s){0,5}?(?:d[eu]\s|de\s+la\s|des\s|en\s|au\s|d')?", between
    ) is not None and (placing_before(scan, n.start) or _APPOSED.search(scan.before(n.start)) is not None)


_RANKING_AFTER = lazy(
    r"\s(?:a\sfigurer\s|classee?\s)?(?:du|de\s(?:la|ce|cette)|dans\s(?:le|la|ce|cette)|au)\s$"
)


def _of_ranking(scan: Scan, end: int) -> bool:
    """Whether a ranking is named next: "le premier vin français de la liste", "… du Top 100"."""
    if LISTED.match(scan.plain, end + 1):
        return True
    name = next((r for r in scan.names_after(end) if r.start < end + 30), None)
    return name is not None and _RANKING_AFTER.fullmatch(scan.plain, end, name.start) is not None


def _by_size(scan: Scan, n: Number, at: int, noun: str) -> bool:
    """Whether a measure ranks any noun: "la troisième délégation par le nombre"."""
    timely = _TIMELY_WORDS
    if len(noun) < 4 or not noun.isalpha() or noun in timely or noun.rstrip("s") in timely:
        return False
    return _BY_SIZE.match(scan.plain, at + len(noun)) is not None


def _superlative_of(scan: Scan, n: Number, at: int, noun: str) -> bool:
    """Whether a superlative after it ranks any noun: "le troisième emprunteur le plus sûr de la zone"."""
    if n.value < 2 or len(noun) < 4 or not noun.isalpha() or noun in _TIME_NOUNS:
        return False
    return _MOST.match(scan.plain, at + len(noun)) is not None


def _best_of(scan: Scan, at: int, noun: str, sup: str | None) -> bool:
    """Whether "meilleure" and its complement rank any noun: "deuxième meilleure buteuse du tournoi"."""
    if (
        not sup
        or not sup.startswith("meilleur")
        or len(noun) < 4
        or not noun.isalpha()
        or noun in _TIME_NOUNS
    ):
        return False
    return _BEST_OF.match(scan.plain, at + len(noun)) is not None


def _ranks(scan: Scan, n: Number, start: int, end: int, noun: str, superlative: bool) -> bool:
    """Whether ordinal and noun place somebody, rather than count in time or in a list."""
    after = scan.after(end, 90)
    for todo in TO_DO.finditer(after):
        if not todo.group(1) and "," in after[: todo.start()]:
            continue  # "quatrième pôle du pays, la ville n'avait jamais …"
        if todo.group(1) in _OF_PRODUCTS:
            continue
        if not todo.group(1) or scan.doc.text[end + todo.start(1)].islower():
            return False
    zone = ZONE_END.search(after)
    stop = end + (zone.start() if zone else len(after))
    if _JOINED.match(after):
        return False
    hit = find_scope(scan.doc, end, stop)
    placed = placing_before(scan, n.start) or placing_before(scan, start)
    apposed = _APPOSED.search(scan.before(start)) is not None
    beside = apposed if n.form == "digits" else _AFTER_COMMA.search(scan.before(start)) is not None
    listed = LISTED.search(after) is not None
    told = (
        hit is not None
        or listed
        or _LOCAL.search(scan.plain, end, min(stop, end + 45)) is not None
        or _AMONG_PEERS.match(scan.plain, end, max(stop + 12, end + 48)) is not None
        or _BY_SIZE.match(scan.plain, end, end + 60) is not None
        or (placed and _AHEAD.match(scan.plain, end, end + 100) is not None)
        or (_CLAIMED.search(scan.before(start, 40)) is not None and _RANKABLE_NOUNS.get(noun, False))
        or (
            (placed or _AFTER_COMMA.search(scan.before(start)) or ends_and(scan, start))
            and _people_of(scan, end - len(noun), end)
        )
    )
    if n.value == 1:
        if n.form == "words" and _MADE.search(scan.before(start, 40)):
            return False
        if hit and _BECAME.search(scan.plain, end, hit.start):
            return False
        if hit and re.match(r"\s\w+(?:é|ée|és|ées)\b", scan.doc.lower[hit.end : hit.end + 25]):
            return False
        if (
            noun in _TIMELY | _SERIAL
            and not superlative
            and n.form == "words"
            and not (hit and _ENTITLED.search(scan.before(n.start, 40)))
            and not (hit and _OWN_FIELD.match(scan.plain, hit.end, hit.end + 30))
            and not (
                noun in _VISITED
                and hit
                and (apposed or placed)
                and re.search(r"\bd[eu]\s*$|\bd'$", scan.plain[end : hit.start])
            )
        ):
            return False
        owned = _RANKABLE_NOUNS.get(noun, False) and _OF_PLACE.match(scan.doc.text, end) is not None
        return (
            told
            or (superlative and placed)
            or ((n.form == "digits" or owned) and (placed or apposed or ends_and(scan, start)))
        )
    if noun in _SERIAL and not superlative:
        if hit and placing_before(scan, n.start, 4) and _AHEAD.match(scan.plain, end, end + 60):
            return True
        return (
            hit is not None
            and re.search(r"\b(?:de|d'|du|en|des)\s*$", scan.plain[end : hit.start]) is not None
        )
    return (
        told
        or superlative
        or (
            (placed or beside)
            and (
                n.form == "digits"
                or _RANKABLE_NOUNS.get(noun, False)
                or _WITHIN.match(scan.plain, end) is not None
            )
        )
    )


def _people_of(scan: Scan, start: int, end: int) -> bool:
    """Whether the noun is a people's name: "et quatrième belge"."""
    hit = find_scope(scan.doc, start, end)
    return hit is not None and (hit.start, hit.end) == (start, end)


def ends_and(scan: Scan, offset: int) -> bool:
    """Whether "et" stands before ``offset``: a second apposition goes on from the first."""
    return scan.token_before(offset) == "et"


def placing_before(scan: Scan, offset: int, adverbs: int = 2) -> bool:
    """Whether a verb that places stands before ``offset``, a few adverbs or a short aside between."""
    tokens, verbs = scan.doc.tokens, _PLACING_VERBS
    first = scan.bounds(offset)[0]
    i = tokens.before(offset)
    skipped = commas = 0
    while i >= 0 and tokens.start[i] >= first:
        word = tokens.plain[i]
        if word in verbs:
            return True
        if word == ",":
            commas += 1
        elif word == "-" and scan.plain[tokens.end[i] : tokens.end[i] + 1] == "\n":
            skipped -= 1  # a word hyphenated at a line's end is one word
        elif not word[0].isalnum():
            return False
        elif word not in {"la", "le", "les", "tout", "toute", "l'"} and not tokens.text[i][0].isupper():
            skipped += 1
        if skipped > adverbs or commas > 2:
            return False
        i -= 1
    return False


def one(n: Number, start: int, end: int, rule: str) -> Candidate:
    """The rank of one ordinal."""
    return Candidate(start, end, int(n.value), int(n.value), rule)
