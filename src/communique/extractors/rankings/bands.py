"""Positions given by two bounds: movements, tranches, top N, "parmi les N premiers", podium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import RANK_NOUN, lazy, left_of
from communique.extractors.rankings.scope import find_scope

_BETWEEN = lazy(
    rf"\s*(?:{RANK_NOUN}\s*)?(?:[a-z]+\s*)?(?:\([^()]{{0,25}}\)\s*|en\s+\d{{4}}\s*)?,?\s*"
    r"\b(?:a\s+(?:la|une|sa)|au|vers\s+l[ae]|jusqu'(?:a\s+la|au)|pour\s+(?:atteindre\s+)?l[ae])\s+$"
)
_FROM = lazy(
    r"(?:\b(?P<verb>passe\w{0,4}|passant)\s+(?:\w+\s+){0,1})?\b(?:du|de\s+l[ae]|de\s+(?:sa|"
    r"leur)|d'une?)\s+$"
)
_MOVE = lazy(
    r"\b(?:pass|bond|grimp|recul|progress|degringol|chut|remont|saut|mont|descend|"
    r"tomb|retrograd|gliss|hiss|retomb|redescend|"
    r"propuls|fait|bascul)\w*\W(?:[^.;]{0,60}\W)?$"
)
_PLACED = lazy(r"\b(?:class|situ|figur|compris|pla[cç])\w*\W(?:\w+\W+){0,3}$")
_NOUN_AFTER = lazy(rf"\s*{RANK_NOUN}\b")
_BETWEEN_BAND = lazy(rf"\s*(?:{RANK_NOUN}\s*)?et\s+(?:l[ae]s?\s+)?$")
_BAND = lazy(
    r"(?<![\w.,/+–-])(\d{1,4}+)(?:e|eme|°)?(?P<sep>\s?[-–—/]\s?|\s+a\s+)(\d{1,4})(?P<suffix>e|"
    r"emes?|°)?(?![\w/%-]|[.,]\d|\s?%)"
)
_OPEN_BAND = lazy(r"\btranche\s+(?:des?\s+)?(\d{1,4})\s?(?:\+|et\s+(?:plus|au-dela))")
_BAND_NOUN = lazy(
    r"(?:\b(?:dans|de|a)\s+)?(?:\bl[ae]s?\s+|\bune?\s+)?\b(?:tranches?|groupes?|fourchettes?|"
    r"intervalle|rangs?|places?|segment|"
    r"positions?|niveau)\s+(?:des?\s+|allant\s+d[eu]\s+)?$|\bdans\s+les\s+$"
)
_BAND_CELL = lazy(r"(?:[:\t(,;]|\bet|\ba\s+l[ae]|\bau)\s*$")
# "est classée 301-400"
_BAND_PLACED = lazy(r"\b(?:(?:se\s)?classe(?:nt)?|classee?s?|positionnee?s?|est|reste|figure|pointe)\s+$")
_TRANCHE_FROM = lazy(
    r"\bde\s+la\s+tranche\s+\d{1,4}\s?[-–]\s?\d{1,4}\s+a\s+la\s+tranche\s+(\d{1,4})"
    r"\s?[-–]\s?(\d{1,4})"
)
_TOP = lazy(
    r"\btop[\s-]?(?:(\d{1,4})(?![\w.,]\d|\s?%)|(trois|cinq|ten|dix|quinze|vingt|trente|"
    r"cinquante|cent|mille)\b)"
)
_TOP_WORDS = {"trois": 3, "cinq": 5, "ten": 10, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30,
              "cinquante": 50, "cent": 100, "mille": 1000}  # fmt: skip
_TOP_BEFORE = lazy(
    r"(?:\bdans\s+(?:le|ce|son)|\b(?:retrouve|integre|rejoint|conserve|confirme|penetre)"
    r"\s+le|\b(?:le|au|du|un|en|ce|son|leur))"
    r"\s+(?:tres\s+(?:ferme|select)\s+)?$"
)
_PLACE_IN = lazy(
    r"\b(?:podium|tete|sommet|places?|rangs?|positions?|n\s?[°o]\s?\d+|numero\s\w+|\d+(?:er|re|e|eme)s?|"
    r"premiere?|second|seconde|derniere?|[a-z-]+ieme)(?:\s[\w'-]+){0,3}\s?$"
)
_TOP_FRONT = lazy(r"\s+(?:mondial|europeen|national|francais|regional)?\s*(?:pour|au)\s")
_ITS_OWN = lazy(r"(?:dans\s+)?(?:son|leur)\s")
_OF_KIND = lazy(
    r"\s+(?:(?:mondial|europeen|national|francais|regional|annuel)\s+)?(?:des|du|de\s+l[a']|20\d\d)\b|\s+de\s+l'"
)
_TOP_CELL = lazy(r"[:,(–-]\s*$")
_TOP_OUT = lazy(
    r"\b(?:hors|sort\w*|quitt\w*|exclu\w*|absent\w*|manqu\w*|rate\w*|portes?|loin|"
    r"frol\w*|chass\w*|pas|seuil|ecart\w*)\s+"
    r"(?:\w+\s+){0,2}(?:du|le|au|de)\s+(?:tres\s+\w+\s+)?$"
)
_AMONG = lazy(
    r"(?P<head>\b(?:parmi|dans|entre|integr\w+|penetr\w+|rejoin\w+)\s+(?:les|ces|nos|ses|leurs|le\s+(?:club|groupe|peloton|lot|"
    r"cercle)\s+(?:\w+\s+)?des)\s+|"
    r"\b(?:l'une?|une?)\s+des\s+|\b(?:fait|font|faisait|faire)\s+partie\s+des\s+|\bau\s+nombre"
    r"\s+des\s+|\bfigur\w+\s+(?:dans\s+)?les\s+)$"
)
_BEST = lazy(
    r"\s+(?:toutes?\s+)?(?:premi(?:er|ere)s|meilleur(?:e)?s|plus\s+\w+|mieux\s+classe\w*)"
    r"(?:\s+(?P<noun>[\w'-]+))?"
    r"|(?=\s+[a-z-]++(?<=s)(?:\s[\w'-]++){0,3}?\sles\s(?:plus|mieux)\s[a-z]+s\b)(?P<posed>\s+[a-z-]+s)"
)
_NOT_RANKED = lazy(
    r"\s*(?:annees?|mois|jours?|semaines?|editions?|trimestres?|semestres?|inscrit\w*|"
    r"minutes?|heures?|fois|matchs?|"
    r"tours?|pages?|rangs?\s+de|seances?|laureats|etapes?|phases?|articles?|chapitres?|"
    r"recents|siecles?|decennies)\b"
)
_TALK = lazy(
    r"\s+(?:raisons|mots|themes|sujets|questions|motifs|causes|choses|points|moments|idees|facteurs|"
    r"reponses|craintes)\b"
)
_STEPS = {
    "duo": 2,
    "trio": 3,
    "tierce": 3,
    "quatuor": 4,
    "quarte": 4,
    "carre": 4,
    "quinte": 5,
    "quintette": 5,
}
_PODIUM = lazy(rf"\bpodium\b|\b(?P<group>{'|'.join(_STEPS)})\s+de\s+tete\b")
_PODIUM_HIGH = lazy(r"(?:\bsur\s+)?\bla\s+plus\s+haute\s+marche\s+du\s+$")
_PODIUM_TOP = lazy(r"\b(?:sur\s+|en\s+)?(?:le\s+)?haut\s+du\s+$")
_PODIUM_STEP = lazy(r"(?:\bsur\s+)?\bla\s+derniere\s+marche\s+du\s+$")
_PODIUM_LAST = lazy(r"\b(?:re)?(?:ferm|complet|clo[ts]|clotur)\w*\s+(?:le|ce|un)\s+$")
_PODIUM_ON = lazy(
    r"(?:\bmont\w+\s+)?\bsur\s+(?:le|un|ce)\s+(?:grand\s+|premier\s+)?$|\b(?:retrouv|"
    r"decroch|integr|accroch|conserv|rejoin|sign|obtien|reintegr|"
    r"grimp)\w*\s+(?:le|un|son|au)\s+$"
)
_PODIUM_OFF = lazy(r"\s*(?:installe|dresse|de\s+la\s+place|mobile|provisoire)")
_GROUP_ON = lazy(r"\b(?:dans|du|le|au|integre)\s+(?:le\s+)?$")


def movements(scan: Scan) -> Iterator[Candidate]:
    """Find "passe de la 15e à la 9e place", a position and a change; "classé de la 3e à la 6e", a band."""
    ordinals = scan.ordinals
    for old, new in pairwise(ordinals):
        if new.start - old.end > 60 or scan.bounds(old.start) != scan.bounds(new.start):
            continue
        before = scan.before(old.start)
        opening = _FROM.search(before)
        between = scan.plain[old.end : new.start]
        if not opening or not _BETWEEN.match(between):
            continue
        noun = _NOUN_AFTER.match(scan.plain, new.end)
        moves = _MOVE.search(before) is not None
        if not (
            noun
            or (
                moves
                and (
                    re.search(RANK_NOUN, between)
                    or not scan.plain[new.end : new.end + 3].strip(" ")[:1].isalpha()
                )
            )
        ):
            continue
        start, end = old.start - len(opening.group()), noun.end() if noun else new.end
        low, high = int(old.value), int(new.value)
        if not moves and low < high and _PLACED.search(before[: opening.start()]):
            yield Candidate(start, end, low, high, "band")
        else:
            yield Candidate(start, end, high, high, "movement", change=low - high)
    for m in _TRANCHE_FROM.finditer(scan.plain) if "tranche" in scan.plain else ():
        yield Candidate(m.start(), m.end(), int(m.group(1)), int(m.group(2)), "movement")


def bands(scan: Scan) -> Iterator[Candidate]:
    """Find "entre la 201e et la 250e place", "dans la tranche 201-250", a cell "601-700"."""
    ordinals = scan.ordinals
    for low, high in pairwise(ordinals):
        if high.start - low.end > 24 or not _BETWEEN_BAND.match(scan.plain[low.end : high.start]):
            continue
        opening = re.search(r"\bentre\s+l[ae]s?\s+$", scan.before(low.start))
        if opening and low.value < high.value and not _NOT_RANKED.match(scan.plain, high.end):
            noun = _NOUN_AFTER.match(scan.plain, high.end)
            end = noun.end() if noun else high.end
            yield Candidate(low.start - len(opening.group()), end, int(low.value), int(high.value), "band")
    for n in scan.doc.numbers:
        m = _BAND.match(scan.plain, n.start) if n.form != "words" else None
        if m is None:
            continue
        lo, hi = int(m.group(1)), int(m.group(3))
        if not 0 < lo < hi:
            continue
        opening = _BAND_NOUN.search(scan.before(m.start(), 60))
        if re.match(r"\s*ans\b", scan.plain[m.end() : m.end() + 5]):
            continue
        noun = _NOUN_AFTER.match(scan.plain, m.end()) if m.group("suffix") else None
        regular = lo % 5 == 1 and hi % 5 == 0 and not 1900 <= lo <= 2100
        dashed = not m.group("sep").strip().isalpha() and m.group("sep").strip() != "/"
        if opening and not regular and not re.search(r"rang|place|position", opening.group()):
            opening = None
        if (opening and (scan.context or regular)) or (noun and dashed):
            start = m.start() - len(opening.group()) if opening else m.start()
        elif (
            regular
            and dashed
            and scan.context
            and (m.group("suffix") or _BAND_CELL.search(scan.before(m.start(), 12)))
        ):
            start = m.start()
        elif regular and dashed and scan.context and _BAND_PLACED.search(scan.before(m.start(), 16)):
            start = m.start() - left_of(scan.before(m.start()))
        else:
            continue
        yield Candidate(start, noun.end() if noun else m.end(), lo, hi, "band")
    for m in _OPEN_BAND.finditer(scan.plain) if "tranche" in scan.plain else ():
        yield Candidate(m.start(), m.end(), int(m.group(1)), None, "band")


def tops(scan: Scan) -> Iterator[Candidate]:
    """Find "dans le top 300", "entre au top 10"; not "Top 10 des métiers qui recrutent"."""
    for m in _TOP.finditer(scan.plain) if "top" in scan.plain else ():
        before = scan.before(m.start(), 50)
        opening = _TOP_BEFORE.search(before)
        if _TOP_OUT.search(before) or any(True for _ in scan.names_between(m.start(), m.start() + 1)):
            continue
        hit = None if opening or not _TOP_CELL.search(before) else find_scope(scan.doc, m.end(), m.end() + 12)
        cell = scan.context and _TOP_CELL.search(before) and not scan.after(m.end(), 20).strip(" .;)")
        if opening and opening.group().strip() == "du" and _PLACE_IN.search(before, 0, opening.start()):
            continue  # "sur le podium du Top 100 de X", "n° 3 du Top 100": the ranking's name
        if opening and opening.group().strip() == "le" and not before[: opening.start()].strip(' «“"\n-–—•'):
            opening = None  # "Le Top 3 des ETI": a heading
        if (
            opening
            and _ITS_OWN.match(scan.plain, m.start() - len(opening.group()))
            and _OF_KIND.match(scan.plain, m.end())
        ):
            continue  # "publie son Top 100 des caves": the ranking's name
        if opening and opening.group().strip() == "le" and before[: opening.start()].rstrip().endswith(","):
            opening = None  # "La seconde, le Top 50 des laboratoires, est l'œuvre d'une revue"
        fronted = not before.strip(' «“"\n-–—•') and _TOP_FRONT.match(scan.plain, m.end())
        if not (opening or hit or cell or fronted):
            continue
        size = int(m.group(1)) if m.group(1) else _TOP_WORDS[m.group(2)]
        if size > 1:
            yield Candidate(m.start() - len(opening.group() if opening else ""), m.end(), 1, size, "top")


def among(scan: Scan) -> Iterator[Candidate]:
    """Find "parmi les 300 meilleurs", "dans les dix premières", "l'une des cinq meilleures"."""
    for n in scan.cardinals:
        best = _BEST.match(scan.plain, n.end) if 1 < n.value < 100_000 else None
        if best is None:
            continue
        opening = _AMONG.search(scan.before(n.start, 60))
        kind = "noun" if best.group("noun") else "posed" if best.group("posed") else None
        noun = best.start(kind) if kind else best.end()
        if (
            not opening
            or _NOT_RANKED.match(scan.plain, noun)
            or (kind == "posed" and _TALK.match(best.group()))
        ):
            continue
        end = best.start("noun") - 1 if best.group("noun") else best.end()
        end -= len(scan.plain[:end]) - len(scan.plain[:end].rstrip())
        yield Candidate(n.start - len(opening.group("head")), end, 1, int(n.value), "among")


# "occupe les trois premières places": held, not "les trois premières places donnent droit à une bourse".
_HOLDS = lazy(
    r"\b(?:occup|remport|rafl|trust|monopolis|arrach|obtien|obten|decroch|adjug|sign|conqu|accapar|partag|"
    r"squatt|verrouill|pren|pri[st]|"
    r"rempli|gagn|tien|trouv|figur|class)\w*\s[^.;:\n]{0,40}$"
)
_FIRST_PLACES = lazy(
    r"\s+premi(?:er|ere)s\s+(?:places|positions|rangs|marches(?:\s+du\s+podium)?)\b|\s+(?:marches|"
    r"paliers)\s+du\s+podium\b"
)
_GO_TO = lazy(
    r"(?:\s(?:du|de\s(?:la|ce|l'))\s?[\w'-]+(?:\s[\w'-]+){0,4}?)?\s(?:reviennent|sont\s(?:revenues|occupees|tenues|"
    r"trustees)|vont|echoient)\s(?:a|au|aux|par)\b"
)
_ALL_OF_THEM = lazy(r"\b(?:dans\s+)?(?:l[ae]s?|aux)\s+$")


def first_places(scan: Scan) -> Iterator[Candidate]:
    """Find "remporte les deux premières places" (1 to 2), "occupe les trois marches du podium" (1 to 3)."""
    for n in scan.cardinals:
        m = _FIRST_PLACES.match(scan.plain, n.end) if 1 < n.value <= 100 else None
        if m is not None:
            before = scan.before(n.start, 70)
            article = _ALL_OF_THEM.search(before)
            if article and (_HOLDS.search(before) or _GO_TO.match(scan.plain, m.end())):
                yield Candidate(n.start - len(article.group()), m.end(), 1, int(n.value), "first places")


def podiums(scan: Scan) -> Iterator[Candidate]:
    """Find "sur le podium" (1 to 3), "la plus haute marche du podium" (1), "dans le trio de tête" (3)."""
    for m in _PODIUM.finditer(scan.plain) if "podium" in scan.plain or "de tete" in scan.plain else ():
        before = scan.before(m.start(), 60)
        if group := m.group("group"):
            opening = _GROUP_ON.search(before)
            if opening:
                yield Candidate(m.start() - len(opening.group()), m.end(), 1, _STEPS[group], "podium")
        elif opening := _PODIUM_HIGH.search(before):
            yield Candidate(m.start() - len(opening.group()), m.end(), 1, 1, "podium")
        elif opening := re.search(r"\bau\s+pied\s+du\s+$", before):
            yield Candidate(m.start() - len(opening.group()), m.end(), 4, 4, "podium")
        elif opening := _PODIUM_STEP.search(before):
            yield Candidate(m.start() - len(opening.group()), m.end(), 3, 3, "podium")
        elif opening := _PODIUM_TOP.search(before):
            yield Candidate(m.start() - len(opening.group()), m.end(), 1, 1, "podium")
        elif opening := _PODIUM_LAST.search(before):
            yield Candidate(m.start() - len(opening.group()), m.end(), 3, 3, "podium")
        elif (opening := _PODIUM_ON.search(before)) and not _PODIUM_OFF.match(scan.plain, m.end()):
            yield Candidate(m.start() - len(opening.group()), m.end(), 1, 3, "podium")
