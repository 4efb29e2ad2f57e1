"""Positions given by one ordinal: with a rank noun, a ranked noun, or bare where the sentence makes it a rank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.extract.rankings.candidates import Candidate, Scan
from communique.extract.rankings.patterns import EX_AEQUO, LEFT, follow_words, placing_verbs, rankable_nouns
from communique.extract.rankings.scope import find_scope
from communique.extract.rankings.tables import is_cell
from communique.lexicon import words
from communique.numbers import Number

_RANK = re.compile(
    rf"\s*(?:{EX_AEQUO}\s*)?(?:(?:meilleure?|plus\s+\w+|belle)\s+)?(?P<noun>place|rang|position|marche|echelon)\b(?:\s*,?\s*{EX_AEQUO})?"
    r"(?P<podium>\s+du\s+podium)?"
)
_NO_RANK = re.compile(
    r"\s+(?:desquel|des\s+(?:priorites|preoccupations|enjeux|causes|raisons|reponses|acteurs|rangs)|de\s+(?:parking|stationnement)|"
    r"forte|boursiere|dans\s+(?:la|une)\s+(?:file|salle))"
)
_STEP = re.compile(r"\b(?:mont|grimp|grav|decroch|chip|hiss|accroch|occup|arrach|sur)\w*\s+(?:\w+\s+){0,3}$|podium")
_LOST = re.compile(
    r"\b(?:perd(?:u|re|ant|ent)?|ced(?:e|ent|er|ant)|laisse|abandonne|manque|rate|dispute|disputent|echappe|brigue|briguent|convoite|"
    r"aspire\s+a|attribue\s+a|frole)\s+(?:\w+\s+)?(?:la|sa|le|son|leur)\s+$"
)
_PRIZE = re.compile(r"\s+(?:grand\s+)?prix\b(?:\s+(?P<scope>national|regional|europeen|mondial|international))?")
_WINS = re.compile(r"\b(?:remport|decroch|obten|obtien|recoi|recu|gagn|rafl|attribu|decern|laureat)\w*\s+(?:\w+\s+){0,3}$")
_EXAEQUO = re.compile(rf"\s*,?\s*{EX_AEQUO}")
_SUPERLATIVE = re.compile(r"\s+(?P<sup>(?:plus|mieux)\s+\w+\s+(?:et\s+(?:plus\s+)?\w+\s+)?|meilleure?\s+|grande?\s+)?(?P<noun>[\w'-]+(?:\s[\w'-]+)?)")
_POSSESSIVE = frozenset({"un", "une", "son", "sa", "ses", "notre", "nos", "leur", "leurs", "votre", "ce", "cette", "cet", "chaque", "mon", "ma"})
_LOCAL = re.compile(
    r"\b(?:d[eu]|de\s+l[a']|des)\s*(?:(?:l'|la\s+)?(?:agglomeration|departement|ville|territoire|secteur|bassin|metropole|commune|marche|zone|"
    r"littoral|continent|profession|branche))\b"
)
_LISTED = re.compile(r"\b(?:du|de\s+ce|au|de\s+la|dans\s+l[ae])\s+(?:classement|palmares|barometre|liste|tableau)\b")
_TO_DO = re.compile(r"\ba\s+(?:s'|se\s+|y\s+|en\s+|ne\s+(?:pas\s+)?|l'|l[ae]s?\s+)?([a-z]{2,}(?:er|ir|re|oir))\b|\b(?:jamais|depuis\s+\d|qui\s+(?:ait|soit))\b")
_TIMELY = frozenset({"centre", "campus", "laboratoire", "programme", "diplome", "master", "bachelor", "incubateur"})
_OF = frozenset({"du", "de", "d", "en", "au", "des", "dans"})
_AGENT = re.compile(r"(?:eur|euse|ice|ier|iere|erie|iste)$")
_SERIAL = frozenset({"festival", "salon", "foire", "programme", "site", "campus", "evenement"})
_APPOSED = re.compile(r"(?:^|[,:;(–—«“\"-]\s*|\bet\s+)(?:l[ae]\s+)?$")
_ZONE_END = re.compile(r"[,;:(.!?)]|\s(?:devant|derriere|avec|contre|selon|grace|apres|pour|qui|que|dont|ou|par)\s")

_CITY = re.compile(r"\b(?:paris|lyon|marseille)\s*\(?\s*$")
_LIST_MARK = re.compile(r"^\s*(?:[-–—•*·➡▪◦‣>️]+\s*)?$")
_BARE_ARTICLE = frozenset({"le", "la", "les", "un", "une", "du", "au", "aux", "des", "de", "d'", "dans", "en", "son", "sa", "cette", "ce", "l'", "ses", "nos"})
_PAREN = re.compile(r"\(\s*(?:(?:au|en|soit|alors|classee?s?)\s+)?$")
_PAREN_NEXT = re.compile(r"\([^()]{0,60}[,;]\s*(?:et\s+)?$")
_CELL = re.compile(r"(?::|\t|➡️?|\|)\s*(?:l[ae]\s+)?$")
_LINK = re.compile(
    r"(?:,|;|:|/|\bet|\bpuis|\bmais|\bainsi\s+que|\bsoit|[–—-])\s*(?:(?:seulement|meme|surtout|desormais|encore|enfin|aussi|en\s+revanche|enfin)\s+)?"
    r"(?P<prep>(?:a\s+la|au|en|l[ae])\s+)?(?:tout(?:e)?\s+)?$"
)
_CONTRAST = re.compile(r"\b(?:contre|apres\s+avoir\s+ete|elle\s+etait)\s+(?:(?:la|une?|le)\s+)?$")
_FRONT = re.compile(r"\s+(?:en|au|aux|a|du\s+(?:classement|palmares|tableau)|de\s+(?:ce|son)|parmi|sur|pour|seulement|l'an|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ex|mondiale?|nationale?)\b")
_ELLIPSIS = re.compile(r"\b(?:au|a\s+la|en|l[ae]\s+tout(?:e)?)\s+$")
_ELLIPSIS_AFTER = re.compile(r"\s*(?:[,.;]|pour\b|du\s+(?:classement|palmares)|en\b|au\b|dans\b|$)")
_OF_LIST = re.compile(r"\bl[ae]\s+$")
_APPOSED_OF = re.compile(r"\s+(?:d[eu]|des|de\s+l[a']|en|au|aux|sur|mondiale?|europeen(?:ne)?|francaise?|nationale?|dans|lors|pour|parmi)\b(?!\s*liste)")
_BULLET = re.compile(r"\s*[-–—•*·➡▪◦‣■>]")
_PLACED_AFTER = re.compile(r"\s+(?:sur\s+(?:les\s+)?\d|mondiale?\b|au\s+classement|du\s+(?:classement|palmares)|ex\b|au\s+(?:niveau|plan)|en\s+(?:france|europe)\b)")
_RESPECTIVELY = re.compile(r"\brespectivement\b")


def rank_nouns(scan: Scan) -> Iterator[Candidate]:
    """"la 3e place", "au 46e rang", "en deuxième position", "la première marche du podium"."""
    for n in scan.ordinals:
        m = _RANK.match(scan.plain, n.end)
        if not m or _NO_RANK.match(scan.plain, m.end()):
            continue
        before = scan.before(n.start)
        if _LOST.search(before) or (m.group("noun") == "rang" and re.search(r"\bde\s+$", before)):
            continue
        if m.group("noun") == "marche" and not (m.group("podium") or _STEP.search(before)):
            continue
        left = LEFT.search(before)
        yield _one(n, n.start - len(left.group() if left else ""), m.end(), "rank noun")


def prizes(scan: Scan) -> Iterator[Candidate]:
    """"remporte le deuxième prix du concours", "1er prix"; not "les premiers prix" of a shop."""
    for n in scan.ordinals:
        m = _PRIZE.match(scan.plain, n.end)
        if not m or scan.plain[n.start : n.end].endswith("s"):
            continue
        before = scan.before(n.start)
        if n.form == "digits" or n.value > 1 or _WINS.search(before):
            left = LEFT.search(before)
            yield _one(n, n.start - len(left.group() if left else ""), m.end(), "prize")


def ranked_nouns(scan: Scan) -> Iterator[Candidate]:
    """"6e meilleure école en France", "deuxième employeur de la région"; not "la première école à proposer…"."""
    nouns = rankable_nouns()
    for n in scan.ordinals:
        m = _SUPERLATIVE.match(scan.plain, n.end)
        if not m or scan.bounds(n.start)[1] < m.start("noun"):
            continue
        pair = m.group("noun")
        noun = pair if pair in nouns else pair.split()[0].split("'")[-1]
        if scan.token_before(n.start) in _POSSESSIVE:
            continue
        if m.group("sup") and noun in _OF:
            if n.value > 1 and (placing_before(scan, n.start) or _APPOSED.search(scan.before(n.start))):
                left = LEFT.search(scan.before(n.start))
                yield _one(n, n.start - len(left.group() if left else ""), m.start("noun") - 1, "ranked noun")
            continue
        if noun not in nouns:
            noun = pair.split()[0]
            if not _unlisted(scan, n, m.start("noun"), noun):
                continue
        left = LEFT.search(scan.before(n.start))
        start = n.start - len(left.group() if left else "")
        end = m.start("noun") + len(noun)
        if not _ranks(scan, n, start, end, noun, bool(m.group("sup"))):
            continue
        listed = _LISTED.search(scan.after(end, 80)) is not None
        yield Candidate(start, end, int(n.value), int(n.value), "ranked noun", noun=noun, named=listed or not nouns.get(noun, True))


def _unlisted(scan: Scan, n: Number, at: int, noun: str) -> bool:
    """Whether "2e IUT de France" ranks although no list holds the noun: a scope beside it, a verb or a pause before."""
    if noun in words(__package__, "timely.txt") or noun.rstrip("s") in words(__package__, "timely.txt") or len(noun) < 3 or not noun.isalpha():
        return False
    hit = find_scope(scan.doc, at + len(noun), min(at + len(noun) + 40, scan.bounds(n.start)[1]))
    if hit is None or hit.scope is None or noun in follow_words() or n.value == 1 and n.form == "words" and not _AGENT.search(noun):
        return False
    between = scan.plain[at + len(noun) : hit.start]
    return re.fullmatch(r"\s(?:[\w'-]+\s){0,3}?(?:d[eu]\s|de\s+la\s|des\s|en\s|au\s|d')?", between) is not None and (
        placing_before(scan, n.start) or _APPOSED.search(scan.before(n.start)) is not None
    )


def _ranks(scan: Scan, n: Number, start: int, end: int, noun: str, superlative: bool) -> bool:
    """Whether ordinal and noun place somebody, rather than count in time or in a list."""
    after = scan.after(end, 90)
    for todo in _TO_DO.finditer(after):
        if not todo.group(1) or scan.doc.text[end + todo.start(1)].islower():
            return False
    zone = _ZONE_END.search(after)
    stop = end + (zone.start() if zone else len(after))
    hit = find_scope(scan.doc, end, stop)
    placed = placing_before(scan, n.start) or placing_before(scan, start)
    apposed = _APPOSED.search(scan.before(start)) is not None
    listed = _LISTED.search(after) is not None
    told = hit is not None or listed or _LOCAL.match(scan.plain[end:stop].strip()) is not None
    if n.value == 1:
        if hit and re.match(r"\s\w+(?:é|ée|és|ées)\b", scan.doc.lower[hit.end : hit.end + 25]):
            return False
        if noun in _TIMELY | _SERIAL and not superlative and n.form == "words":
            return False
        return told or (superlative and placed) or (n.form == "digits" and (placed or apposed))
    if noun in _SERIAL and not superlative:
        return hit is not None and re.search(r"\b(?:de|d'|du|en|des)\s*$", scan.plain[end : hit.start]) is not None
    return told or superlative or ((placed or apposed) and (n.form == "digits" or rankable_nouns().get(noun, False) and placed))


def bare(scan: Scan, kept: Sequence[Candidate], changes: Sequence[Candidate]) -> Iterator[Candidate]:
    """"est classée 5e", "(58e)", "X, 37e,", ": 12e" and what continues another position: "et 7e en Europe"."""
    sentence_of = {scan.bounds(c.start) for c in (*kept, *changes)}
    taken = {i for c in kept for i in range(c.start, c.end)}
    for n in scan.ordinals:
        if n.start in taken or not _may_follow(scan, n):
            continue
        before = scan.before(n.start)
        reading = _bare_reading(scan, n, before, scan.bounds(n.start) in sentence_of)
        if not reading:
            continue
        ex = _EXAEQUO.match(scan.plain, n.end)
        left = LEFT.search(before)
        start = n.start - len(left.group() if left else "")
        continues = reading in {"continued", "ellipsis"}
        yield Candidate(start, ex.end() if ex else n.end, int(n.value), int(n.value), reading, continues=continues)
        sentence_of.add(scan.bounds(n.start))


def _may_follow(scan: Scan, n: Number) -> bool:
    """Whether what follows an ordinal lets it stand alone."""
    tokens = scan.doc.tokens
    i = tokens.at(n.end)
    if i >= len(tokens) or tokens.start[i] >= scan.bounds(n.start)[1]:
        return True
    word = tokens.plain[i]
    if scan.doc.text[n.end : n.end + 1] == "\t":
        return True
    return not word[0].isalnum() or word in follow_words() or find_scope(scan.doc, n.end, tokens.end[i]) is not None


def _bare_reading(scan: Scan, n: Number, before: str, with_position: bool) -> str | None:
    """What makes a bare ordinal a rank here, or None."""
    digits, after = n.form == "digits", scan.plain[n.end : n.end + 40]
    if _CITY.search(before):
        return None
    if _EXAEQUO.match(after):
        return "ex aequo"
    line = scan.line(n.start)
    head = scan.plain[line[0] : n.start]
    article = scan.token_before(n.start) in _BARE_ARTICLE and not re.search(r"\btout(?:e)?\s+$", before)
    if not article and placing_before(scan, n.start, adverbs=3 if digits else 2):
        return "placed"
    if _CONTRAST.search(before) and digits:
        return "contrast"
    if not scan.context:
        return None
    if digits and is_cell(scan, n.start, n.end):
        return "row"
    if (_PAREN.search(before) or (_PAREN_NEXT.search(before) and with_position)) and (digits or after[:1] == ")"):
        return "parenthesis"
    if digits and _CELL.search(head):
        return "cell"
    if digits and _LIST_MARK.match(head) and re.match(rf"\s*(?:{EX_AEQUO}\s*)?[:\t|–—-]", after):
        return "row"
    if digits and _BULLET.match(head) and re.search(r"[,:–-]\s*$", before):
        return "cell"
    if with_position and (link := _LINK.search(before)):
        if not link.group("prep") and (digits or _FRONT.match(after)):
            return "continued"
        if link.group("prep") and digits and re.match(r"\s+(?:au|du|dans|pour|en|mondiale?)\b", after):
            return "ellipsis"
        if link.group("prep") and _ELLIPSIS.search(before) and _ELLIPSIS_AFTER.match(after):
            return "ellipsis"
    if with_position and _ELLIPSIS.search(before) and _ELLIPSIS_AFTER.match(after) and re.search(r"\b(?:install|hiss|grimp|class|pass|tomb|descend)\w*\s+(?:desormais\s+)?(?:au|a\s+la)\s+$", before):
        return "ellipsis"
    if with_position and digits and re.search(r"\ben\s+$", before) and re.match(r"\s*[,.;)]|$", after):
        return "ellipsis"
    if _RESPECTIVELY.search(before[-40:]):
        return "continued"
    if re.search(r",\s*$", before) and re.match(r"\s*[,.;()]|\s+sur\s+\d|\s+et\s+\d|$", after) and (digits or n.value > 1 or after.lstrip()[:1] == ","):
        return "apposed" if _name_before(scan, n.start) else None
    if n.value > 1 and re.search(r",\s*$", before) and _APPOSED_OF.match(after) and _name_before(scan, n.start):
        return "apposed"
    if not article and _name_before(scan, n.start) and (with_position and (digits or n.value > 1) or _PLACED_AFTER.match(after)):
        return "gapped"
    if not before.strip(" «“\"\n-–—•") and (digits or n.value > 1 or _LISTED.match(after.strip())) and _FRONT.match(after) and "," in after + scan.after(n.end, 90):
        return "fronted"
    if article and _OF_LIST.search(before) and re.match(r"\s+(?:du|de\s+ce|de\s+la)\s+(?:classement|palmares|liste)\b", after):
        return "of list"
    if article and _OF_LIST.search(before) and any(n.end < name.start < n.end + 6 for name in scan.names):
        return "of list"
    if article and _OF_LIST.search(before) and (n.value > 1 or _only_place(scan, n, before)):
        hit = find_scope(scan.doc, n.end, n.end + 14)
        if hit and re.fullmatch(r"\s+(?:d'|de\s|du\s|en\s|de\sla\s)", scan.plain[n.end : hit.start]):
            return "of place"
    return None


def _only_place(scan: Scan, n: Number, before: str) -> bool:
    """Whether "le premier d'Europe" boasts of a rank: after a verb or a pause, and of nothing done first."""
    placed = placing_before(scan, n.start, 1) or re.search(r"[,«“(]\s*l[ae]\s+$", before) is not None
    return placed and _TO_DO.search(scan.after(n.end, 90)) is None


def _name_before(scan: Scan, offset: int) -> bool:
    """Whether a capitalised word, or a bracket that closes after one, stands before ``offset``."""
    tokens = scan.doc.tokens
    i = tokens.before(offset)
    if i >= 0 and tokens.text[i] == ",":
        i -= 1
    if i >= 0 and tokens.text[i] == ")":
        return True
    return i >= 0 and tokens.text[i][0].isupper()


def placing_before(scan: Scan, offset: int, adverbs: int = 2) -> bool:
    """Whether a verb that places stands before ``offset``, a few adverbs or a short aside between."""
    tokens, verbs = scan.doc.tokens, placing_verbs()
    first = scan.bounds(offset)[0]
    i = tokens.before(offset)
    skipped = commas = 0
    while i >= 0 and tokens.start[i] >= first:
        word = tokens.plain[i]
        if word in verbs:
            return True
        if word == ",":
            commas += 1
        elif not word[0].isalnum():
            return False
        elif word not in {"la", "le", "les", "tout", "toute", "l'"} and not tokens.text[i][0].isupper():
            skipped += 1
        if skipped > adverbs or commas > 2:
            return False
        i -= 1
    return False


def _one(n: Number, start: int, end: int, rule: str) -> Candidate:
    return Candidate(start, end, int(n.value), int(n.value), rule)
