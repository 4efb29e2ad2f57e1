"""First and last without an ordinal: "en tête", "n° 1", "bonne dernière"; and places gained or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import matches_at, starts_of
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.ordinals import placing_before
from communique.extractors.rankings.patterns import (
    RANK_NOUN,
    beside_others,
    lazy,
    rankable_nouns,
    small_words,
)
from communique.extractors.rankings.scope import find_scope

_NUMBER_ONE = lazy(
    r"n(?<!\wn)(?:\s?[°o]\.?\s?(\d{1,2})\b(?![\w/-]|[.,]\d)|umeros?\s+(\d{1,2}|une?|deux|"
    r"trois|quatre|cinq|six|sept|huit|neuf|dix)\b)"
)
_WORDS = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
}
_NUMBER_BEFORE = small_words("before_number")
_NUMBER_AFTER = lazy(
    r"\s+(?:en\b|pour\s+l[ae']|d[eu]\b|des\b|d'|de\s+l|au\b|dans\b|sur\b|parmi\b|devant\b|derriere\b|avec\b|chez\b|"
    r"et\s+(?!deux|trois|2|3|n|l[ea]\s))|\s*[,.;:!)]|\s*$"
)
_STILL = lazy(r"[\w»”)],?\s(?:toujours|encore|desormais|de\snouveau|a\snouveau|(?:une\s)?nouvelle\sfois)\s$")
_DEPUTY = lazy(
    r"\s+(?:du\s+(?:gouvernement|ministere|parti|groupe|syndicat|cabinet|regime|magazine|"
    r"bulletin|journal|programme|boulevard)|"
    r"de\s+(?:la\s+(?:liste|direction|revue|rue|lettre|securite|collection)|l'(?:etat|"
    r"entreprise|avenue)|telephone|serie|dossier))"
)
_HEAD_REACH = 48  # characters from its first word to its last
_HEAD = lazy(
    r"\b(?P<lead>en\s+tete|(?:(?:re)?pren(?:d|nent|ant|dre)|(?:conserv|occup|partag|gard)\w+)\s+"
    r"(?:(?:toujours|encore|desormais|ainsi|donc|seule?)\s+)?la\s+tete|au\s+sommet"
    r"|domin\w{1,3}(?=\s+l[ae]\s)|leader)\b"
)
_OF_RANKING = lazy(
    r"\s+(?:du|de\s+(?:la|ce|son|cette|sa|leur)|des|d'un|le|la|les|de(?=\s+(?:pro|ligue|nationale|"
    r"division|serie)\b))\s*(?:\w+\s+){0,2}?(?:class"
    r"ement|palmares|barometre|liste|tableau|hit-parade|vote|"
    r"ranking|ligue|division|poule|serie|championnat|course|peloton|tournoi|"
    r"concours|pro\s?(?:[ab]|d2)|top\s?14|starligue|elite|division)\b(?!\s+(?:electoral|commun))"
)
_PALM = lazy(
    r"\b(?:remport|decroch|obtien|obten|recoi|recu|"
    r"rafl)\w*\s+(?P<palm>la\s+palme)\s+(?=d[eu]\s+(?:meilleur|la\s+meilleur|la\s+plus|plus))"
)
_LEAD_OF = lazy(
    r"\s+(?:des|du|de\s+(?:sa|son|la|leur|l'|tous|toutes|toute|tout))\s*\w|\s+(?:en|au)\s|\s*[,.;)]|\s*$|"
    r"\s+devant\b|\s+(?:pour|dans|sur|parmi|depuis|avec|a|ex|chez|aupres)\b|\s*\(\s?\d"
)
_OF_SCOPE = lazy(r"\s+(?:d[eu]\s+|d'|de\s+l[a']\s*|en\s+)")
# "le public a placé en tête Les Anges": the object after.
_PUT_FIRST = lazy(r"\b(?:plac|class)(?:e|ee|es|ees|ent|ait|ant)\s+$")
_PUT_ONE_FIRST = lazy(r"\b(?:class|plac|positionn|mett|met\b|hiss|propuls)\w*\s[^.;:!?\n]{2,80}$")
_SUMMIT = lazy(r"\bla\s+plus\s+haute\s+marche\b(?!\s+(?:de\b|d'|des\b|du\s+(?!podium|classement|palmares)))")
_NOT_LEAD = lazy(
    r"\s+(?:de\s+(?:cortege|gondole|page|pont|ligne|file|liste|chapitre|lit|peloton)|(?:du|de\s+l[a'])\s*(?:document|"
    r"texte|cortege|lettre|manifestation|defile|page|note|dossier|convoi|file|rapport|communique|message|courrier|article)\b"
    r"|a\s+tete|des\s+(?:priorites|preoccupations))"
)
_PRONE = lazy(
    r"\b(?:avoir|gard\w+|ont|avait|ayant|ayons|mett\w+|trott\w+|idees?|chiffres?|images?)"
    r"\s+(?:(?:toujours|bien|deja|encore|tous|toutes|surtout|aussi)\s+)?$"
)
_LAST = lazy(
    r"\b(?P<but>avant-)?derni(?:er|ere)s?\b|\blanterne\s+rouge\b|\bferm(?:e|ent|ait|ant)\s+la\s+marche\b"
)
_LAST_OPENINGS = ("avant-dernier", "dernier", "lanterne", "ferme", "fermant")
_TIME = lazy(
    r"\b(?:l'|l[ae]|en|ces|les|ce|cette|an|annee|mois|semaine|ete|hiver|automne|printemps|"
    r"week-end|siecle|trimestre|semestre|[a-z]+di|dimanche|janvier|fevrier|mars|avril|"
    r"mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\s*$"
)
_LAST_AFTER = lazy(
    r"\s+(?:des|du\s+(?:classement|palmares|tableau|championnat|groupe|peloton|concours|lot|tournoi|"
    r"departement|canton|continent|"
    r"barometre)|parmi|pour|dans|sur|au|en|de\s+(?:la\s+liste|"
    r"ce|sa|son|l'union|la\s+(?:categorie|ligue|poule|serie|region|course|competition|zone|classe)))\b|\s*[,.;)]|\s*$"
)
# "ferme la marche, douzième", "au 50e rang", "dans le groupe 851-900": the position is told beside it.
_IS_LAST = lazy(r"\s+(?:est|reste|revient|echoit|s'appelle|se\s+nomme)\b|\s*[:(]")
_RANK_NEAR = lazy(r"(?:\d(?:e|er|re|eme)|i[eè]mes?|dernieres?)\s?[,)]\s*$")
_RANK_TOLD = lazy(
    r"[^.;:\n]{0,50}?(?:\b\d{1,4}(?:er|re|e|eme)s?\b|\b[a-z-]+iemes?\b|\b\d{1,4}\s?-\s?\d{1,4}\b)"
)
_ARMCHAIR = lazy(
    r"\b(?:(?:l[ea]|son|du|au|de)\s+)?fauteuil\s+de\s+leader\b|\ben\s+pole\s+position\b(?=\s+d[eu]\b)"
)
_RUNNER_UP = lazy(r"\b(?:(?P<order>premiere?|deuxieme)\s+)?dauphine?s?\b")
_GAIN = lazy(
    r"\s+(?:(?:nouvelle|precieuse|petite|belle)s?\s+)?(?:places?|rangs?|positions?|"
    r"crans?|echelons?|marches?)\b(?P<more>\s+(?:de\s+(?:mieux|plus|moins|perdue?s?|gagnee?s?)"
    r"|perdue?s?|gagnee?s?|supplementaires?|plus\s+(?:haut|bas|loin)))?"
)
_NOT_GAIN = lazy(
    r"\s*(?:de\s+(?:parking|stationnement|creche|train|cinema|concert|spectacle|formation|"
    r"garde|livraison|travail|permis|marche)|assises|debout|en\s+(?:creche|internat|"
    r"formation|ehpad)|"
    r"d'(?:hebergement|accueil|internat|amphi)|(?:disponibles?|ouvertes?|vacantes?|"
    r"gratuites?|payantes?|libres?|offertes?))"
)
_UP = (
    r"(?:re)?gagn\w*|progr[eè]s\w*|amelior\w*|hausse|mieux|bond\w*|grimp\w*|remont\w*|avanc\w*|gain|hiss\w*|"
    r"mont(?:e|ent|ee|ant)|saut\w*|grignot\w*|grappill\w*|plus"
)
_DOWN = (
    r"per(?:d|dre|dent|te|du|due|dus|dues)|recul\w*|chut\w*|baisse|moins|degringol\w*|"
    r"relegu\w*|descen\w*|retrograd\w*|ced\w{1,3}|conced\w*|abandonn\w*|lach\w{1,3}|laiss\w{1,3}|devisse\w*|devale\w*|plong\w*|tomb\w*|repli|gliss\w*|decroch\w*"
)
_SIGN = lazy(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_HIGHER = lazy(r"\bplus\s+(?:(?P<up>haut)|(?P<down>bas|loin))\b")
_FINITE = lazy(
    r"(?!\w+ant\b)(?:gagn|regagn|progress|bond|grimp|remont|avanc|perd|recul|chut|degringol|descend|retrograd|"
    r"cede|conced|abandonn|lach|laiss|grignot|grappill|deviss|deval|plong|tomb|gliss|saut)\w*"
)
_VERB = lazy(
    rf"\b(?:{_UP}|{_DOWN})\s+(?:(?:ainsi|encore|donc|toutefois|cependant|pourtant|desormais|en\s+revanche|"
    r"(?:,\s+)?(?:elles?|lui|eux)\s*,|quant\s+a\s+(?:elles?|lui|eux)|de\s+son\s+cote|pour\s+sa\s+part|"
    rf"son\s+(?:classement|rang)|sa\s+(?:position|place)|filer|echapper|\w+ment\s*,?|au\s+passage|d'un\s+coup|encore|de|d'|en|pas\s+moins\s+de|meme|"
    rf"au\s+total|plus\s+de|pres\s+de|quelque)\s*){{0,3}}$"
)


def number_ones(scan: Scan) -> Iterator[Candidate]:
    """Find "n° 1 en France", "numéro deux mondial"; not "la lettre n° 2", "le numéro deux du parti"."""
    told = -1  # where the last one ends
    for m in matches_at(_NUMBER_ONE, scan.plain, starts_of(scan.plain, ("n°", "n °", "no", "numero"))):
        raw = m.group(1) or m.group(2)
        value = _WORDS.get(raw) or int(raw)
        hit = find_scope(scan.doc, m.end(), min(scan.bounds(m.start())[1], m.end() + 40))
        if hit and hit.start - m.end() > 12:
            hit = None
        close = hit is not None and not scan.plain[m.end() : hit.start].strip()
        if (
            not value
            or _DEPUTY.match(scan.plain, m.end())
            or not (close or _NUMBER_AFTER.match(scan.after(m.end(), 12)))
        ):
            continue
        word = scan.token_before(m.start())
        first = not scan.plain[scan.bounds(m.start())[0] : m.start()].strip("-–—•*·▪ \t")
        # "n° 1 en France pour l'emploi, numéro deux pour la recherche"
        goes_on = word in {",", "et"} and told >= scan.bounds(m.start())[0]
        kind = value == 1 and _of_kind(scan, m.start(), m.end(), hit is not None)
        if not (goes_on or word in _NUMBER_BEFORE or placing_before(scan, m.start(), 1) or first or kind):
            continue
        still = scan.context and beside_others(scan.before(m.start(), 80))
        still = still or (scan.context and _one_of_kind(scan, m.start(), m.end()))
        still = still or (scan.context and _STILL.search(scan.before(m.start(), 30)) is not None)
        if (
            word not in {"le", "la"}
            and not (close or still or goes_on or kind or placing_before(scan, m.start(), 1))
            and not hit
        ):
            continue
        told = m.end()
        article = re.search(r"\bl[ae]\s+$", scan.before(m.start()))
        named = not re.match(r"\s+(?:d[eu]|des)\b", scan.plain[m.end() : m.end() + 6]) or bool(
            _OF_RANKING.match(scan.after(m.end()))
        )
        yield Candidate(
            m.start() - len(article.group() if article else ""),
            m.end(),
            value,
            value,
            "number one",
            named=named,
        )


# "l'enseigne n° 1 du bricolage", not "le site n° 1 du plan"
_KIND = lazy(
    r"\b(?:l[ae]\s|l')(?P<size>grande?\s)?(?P<noun>[a-z-]+)(?:\s(?:d'|de\s|du\s|des\s)?[a-z'-]+){0,3}\s$"
)
_NUMBERED = small_words("numbered")
_RANKABLE = rankable_nouns()
_FIELD = lazy(r"\s+(?:d[eu]\s|de\sl[ae']|des\s|d'|en\s|dans\s|sur\s)")


def _of_kind(scan: Scan, start: int, end: int, scoped: bool) -> bool:
    """Whether "n° 1" ends the name of a kind that is ranked: "la grande école n° 1 du numérique"."""
    kind = _KIND.search(scan.before(start, 60))
    if kind is None or kind["noun"] not in _RANKABLE or (kind["noun"] in _NUMBERED and not kind["size"]):
        return False
    return scoped or _FIELD.match(scan.plain, end) is not None


_SECTOR = lazy(
    r"\s+(?:dans\s+l[ae]\s+(?:categorie|classe|branche)\b|du\s+(?:secteur|marche|genre|rayon|classement|palmares|[a-z]+\s+[a-z]+)\b|des\s+[a-z]+s\b|d'|de\s+l)"
)
_IN_LIST = lazy(r"\s(?:du|au|de\sla)\s[A-Z]")
_BRACKETED = lazy(r"\s*\)")


def _one_of_kind(scan: Scan, start: int, end: int) -> bool:
    """Whether "n° 1" is set apart: "(n° 2)", ", numéro un du secteur,", "est aussi n° 2 d'Occitanie"."""
    before = scan.before(start, 30)
    if before.rstrip().endswith("("):
        return _BRACKETED.match(scan.plain, end) is not None
    if (
        _IN_LIST.match(scan.doc.text, end)
        and scan.doc.tokens.text[scan.doc.tokens.before(start)][0].isupper()
    ):
        return True  # a title: "la mutuelle Garonnia n° 2 du HappyIndex"
    apart = re.search(r"(?:[\w»”)],|\bet)\s+$", before) is not None or placing_before(scan, start, 2)
    return apart and (_SECTOR.match(scan.plain, end) is not None or placing_before(scan, start, 2))


def _heads(plain: str) -> Iterator[re.Match[str]]:
    """What :data:`_HEAD` finds: it ends with one of a few words."""
    done = 0
    for at in starts_of(plain, ("tete", "sommet", "domin", "leader")):
        m = _HEAD.search(plain, max(done, at - _HEAD_REACH)) if at >= done else None
        if m is not None and m.start() <= at:
            done = m.end()
            yield m


def leads(scan: Scan) -> Iterator[Candidate]:
    """Find "arrive en tête des écoles", "prend la tête du classement"; not "en tête à tête"."""
    for m in _SUMMIT.finditer(scan.plain) if "haute" in scan.plain else ():
        if placing_before(scan, m.start(), 1):
            yield Candidate(m.start(), m.end(), 1, 1, "lead")
    for m in _PALM.finditer(scan.plain) if "la palme" in scan.plain else ():
        yield Candidate(m.start("palm"), m.end("palm"), 1, 1, "lead")
    if not any(word in scan.plain for word in ("tete", "sommet", "domin", "leader")):
        return
    for m in _ARMCHAIR.finditer(scan.plain) if "fauteuil" in scan.plain or "pole" in scan.plain else ():
        yield Candidate(m.start(), m.end(), 1, 1, "lead")
    for m in _heads(scan.plain):
        before, after, lead = scan.before(m.start()), scan.after(m.end()), m.group("lead")
        if _NOT_LEAD.match(after):
            continue
        ranking = _OF_RANKING.match(after) is not None
        if lead.startswith("en"):
            opens = (
                not before.strip(' «“"*-–—•\n')
                and re.match(r"\s*(?:,|:|\(|d[eu]\b|des\b)", after) is not None
            )
            hit = find_scope(scan.doc, m.end(), min(m.end() + 24, scan.bounds(m.start())[1]))
            fine = not _PRONE.search(before) and (
                ranking
                or (hit is not None and _OF_SCOPE.fullmatch(scan.plain, m.end(), hit.start) is not None)
                or _PUT_FIRST.search(before) is not None
                or (
                    _LEAD_OF.match(after)
                    and (opens or placing_before(scan, m.start(), 4) or _PUT_ONE_FIRST.search(before))
                )
            )
        elif lead.endswith("tete"):
            fine = ranking or (scan.context and re.match(r"\s*[,.;]|\s+devant|\s*$", after) is not None)
        else:
            fine = ranking
        if fine:
            yield Candidate(m.start(), m.end(), 1, 1, "lead", named=" propre " not in after[:20])


def seconds(scan: Scan) -> Iterator[Candidate]:
    """Find "dauphin de Rennes", "finit dauphine": the second; not the animal."""
    for m in _RUNNER_UP.finditer(scan.plain) if "dauphin" in scan.plain else ():
        if m.group("order") is None and scan.doc.text[m.start()].isupper():
            continue  # "la Porte Dauphine"
        before = scan.before(m.start(), 40)
        apposed = re.search(r"[\w»”)],\s+(?:l[ea]\s+)?$", before) and re.match(
            r"\s+d[eu]\b|\s+d'", m.string[m.end() : m.end() + 4]
        )
        if apposed or placing_before(scan, m.start(), 1):
            value = 3 if m.group("order") == "deuxieme" else 2
            yield Candidate(m.start(), m.end(), value, value, "second")


def lasts(scan: Scan) -> Iterator[Candidate]:
    """Find "est bonne dernière", "avant-dernière des écoles françaises": a position without a number."""
    for m in matches_at(_LAST, scan.plain, starts_of(scan.plain, _LAST_OPENINGS)):
        before, after = scan.before(m.start()), scan.after(m.end())
        good = re.search(r"\bbon(?:ne)?s?\s+$", before)
        noun = re.match(r"\s+(?:place|rang|position)\b(?!\s+(?:disponible|libre))", after)
        labelled = scan.context and re.search(r"\w\s?:\s$", before) is not None
        placed = (
            (labelled or placing_before(scan, m.start(), 3))
            and _LAST_AFTER.match(after)
            and not _TIME.search(before)
        )
        rouge = m.group()[0] in "lf"
        if m.group()[0] == "f" and (_RANK_NEAR.search(before) or _RANK_TOLD.match(after)):
            continue
        if (
            good
            or noun
            or placed
            or (m.group("but") and _LAST_AFTER.match(after))
            or (rouge and _LAST_AFTER.match(after))
            or (rouge and scan.context and _IS_LAST.match(after))
        ):
            start = m.start() - len(good.group() if good else "")
            yield Candidate(start, m.end() + (noun.end() if noun else 0), None, None, "last")


def gains(scan: Scan) -> Iterator[Candidate]:
    """Find "gagne 11 places", "deux rangs de perdus", "en hausse de quatre positions"."""
    for n in scan.cardinals:
        m = _GAIN.match(scan.plain, n.end)
        if not m or not 0 < n.value < 5000 or n.value != int(n.value) or _NOT_GAIN.match(scan.plain, m.end()):
            continue
        before = scan.before(n.start, 40)
        verb = _VERB.search(before)
        sign = (
            _HIGHER.search(m.group("more") or "")
            or _SIGN.search(m.group("more") or "")
            or (_SIGN.search(verb.group()) if verb else None)
        )
        if not sign and (plus := re.search(r"(?P<up>\+)\s?$|(?P<down>[−–-])\s?$", before)):
            sign = plus
        if not sign:
            continue
        # "pour gagner dix places" is a wish; "une place" is most often a seat.
        if re.search(r"\b(?:pour|de|a|d')\s*(?:gagner|perdre|progresser|grimper)\s", before) or (
            n.value == 1 and not scan.context
        ):
            continue
        value = -int(n.value) if sign.group("down") else int(n.value)
        seats = not verb and sign.group() in {"plus", "moins"}
        yield Candidate(
            n.start - len(verb.group() if verb else ""),
            m.end(),
            None,
            None,
            "gain",
            change=value,
            verbal=verb is not None
            and _FINITE.match(verb.group()) is not None
            and not re.search(r"\b(?:une?|l[ae]|ce|cette|leur|son|sa|de|avec)\s+$", before[: verb.start()]),
            alone=not seats,
        )


_TAKES = lazy(
    r"\ben\s+(?:(?P<down>perd|cede|descend|abandonne|laisse)|regagne|gagne|grappille|reprend|grignote|remonte)(?:nt|ent)?\s+$"
)
_AFTER_TAKEN = lazy(r"\s*(?:[,.;)]|$)|\s(?:en|dans|pour|au|sur|depuis|cette\sannee|par\srapport)\s")
_TAKEN = (
    "perd",
    "gagne",
    "cede",
    "descend",
    "abandonne",
    "laisse",
    "grappille",
    "reprend",
    "grignote",
    "remonte",
)
_TAKING = frozenset(word + end for word in ("regagne", *_TAKEN) for end in ("", "nt", "ent"))


def pronoun_gains(scan: Scan) -> Iterator[Candidate]:
    """Find "l'université en perd deux", where the sentence speaks of places or ranks."""
    if scan.doc.places.keys().isdisjoint(_TAKING):
        return
    if not any(f"en{space}{word}" in scan.plain for word in _TAKEN for space in " \n"):
        return
    for n in scan.cardinals:
        m = _TAKES.search(scan.before(n.start, 16))
        if m and 1 < n.value < 5000 and _AFTER_TAKEN.match(scan.plain, n.end):
            start, end = scan.bounds(n.start)
            if re.search(rf"\b{RANK_NOUN}\b(?!\sd['e])", scan.plain[max(0, start - 200) : end]):
                value = int(n.value) if not m.group("down") else -int(n.value)
                yield Candidate(
                    n.start - len(m.group()), n.end, None, None, "gain", change=value, verbal=True
                )
