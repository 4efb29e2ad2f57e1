"""Bare ordinals: a rank only where the sentence, the list or the table makes it one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.gapped import gapped_noun
from communique.extractors.rankings.listed import (
    LIST_MARK,
    ROLL,
    framed,
    in_series,
    may_follow,
    of_country,
    rolled,
)
from communique.extractors.rankings.ordinals import EXAEQUO, LISTED, TO_DO, placing_before
from communique.extractors.rankings.patterns import (
    EX_AEQUO,
    RESPECTIVELY,
    beside_others,
    lazy,
    left_of,
    small_words,
)
from communique.extractors.rankings.scope import find_scope
from communique.extractors.rankings.tables import is_cell
from communique.numbers import Number

# Cities whose districts have ordinals: "Lyon 3e".
_WITH_DISTRICTS = "(?:paris|lyon|marseille)"
CITY = lazy(rf"\b{_WITH_DISTRICTS}\s*\(?\s*$")
_DISTRICTS = 20  # Paris has no more
_BARE_ARTICLE = small_words("articles")
_PAREN = lazy(r"\(\s*(?:(?:au|en|soit|alors|classee?s?)\s+)?$")
_PAREN_NEXT = lazy(r"\([^()]{0,60}[,;]\s*(?:et\s+)?$")
_CELL = lazy(r"(?::|\t|➡️?|\|)\s*(?:l[ae]\s+)?$")
_LINK = lazy(
    r"(?:,|;|:|/|\bet|\bpuis|\bmais|\bainsi\s+que|\bsoit|[–—-])\s*(?:(?:seulement|"
    r"meme|surtout|desormais|encore|enfin|aussi|en\s+revanche|enfin)\s+)?"
    r"(?P<prep>(?:(?:a|sur)\s+la|au|en|l[ae])\s+)?(?:tout(?:e)?\s+)?$"
)
_CONTRAST = lazy(r"\b(?:contre|au\s+lieu\s+d[eu]|apres\s+avoir\s+ete|elle\s+etait)\s+(?:(?:la|une?|le)\s+)?$")
_FRONT = lazy(
    r"\s+(?:en|au|aux|a|du\s+(?:classement|palmares|tableau)|de\s+(?:ce|son)|parmi|"
    r"sur|pour|apres|seulement|l'an|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"hier|ex|mondiale?|nationale?|toutes?\s[a-z]+|tous\s[a-z]+)\b"
    r"|\s*,\s"
)
_ELLIPSIS = lazy(r"\b(?:au|(?:a|sur)\s+la|en|l[ae]\s+tout(?:e)?)\s+$")
_ELLIPSIS_AFTER = lazy(r"\s*(?:[,.;]|pour\b|du\s+(?:classement|palmares)|en\b|au\b|dans\b|$)")
_OF_LIST = lazy(r"\bl[ae]\s+$")
_AND_THE = lazy(r"\bet\s+l[ae]\s+$")
_APPOSED_OF = lazy(
    r"\s+(?:d[eu]|des|de\s+l[a']|en|au|aux|sur|mondiale?|europeen(?:ne)?|francaise?|"
    r"nationale?|dans|lors|pour|parmi|par\s(?:l[ae]\s|l')?(?:nombre|taille|population|chiffre|audience|volume|"
    r"frequentation)|chez)\b(?!\s*liste)"
)
_BULLET = lazy(r"\s*[-–—•*·➡▪◦‣■>]")
_PLACED_AFTER = lazy(
    r"\s+(?:sur\s+(?:les\s+)?\d|mondiale?\b|au\s+classement|aux?\s(?:championnats?|jeux|mondiaux|interclubs|internationaux)\b|de\s+(?:la\s+|l')?(?:grande\s+)?(?:finale|"
    r"epreuve|course|competition|coupe)\b|"
    r"d[eu]\s+(?:grand\s+)?(?:concours|tournoi|championnat|marathon|challenge|trophee|prix|rallye|"
    r"semi-marathon|trail)\b|du\s+(?:classement|palmares)"
    r"|ex\b|au\s+(?:niveau|plan)|en\s+(?:france|europe|(?:19|20)\d\d)\b|d'europe\b|de\s+france\b|"
    r"l'an\s+(?:dernier|passe)|l'annee\s+(?:derniere|passee))"
)


_OF_ALL = lazy(
    r"\s+d(?:u\s+(?:continent|departement|canton|general(?!\s(?:de|d')\b)|district|secteur|littoral|massif|territoire|bassin)|"
    r"e\s+l'(?:agglomeration|archipel|ile|academie|arrondissement|intercommunalite|hexagone)|"
    r"e\s+la\s+(?:metropole|circonscription|prefecture|branche|profession|discipline|filiere))\b"
)
_OF_SCOPE = lazy(r"\s+(?:d'|de\s|du\s|en\s|de\sla\s|au\s|dans\s(?:l[ae]\s|l'))")
_ENDS = lazy(r"\s*(?:\n|$)")
_AFTER_COLON = lazy(r"[\w»”)]\s?:\s\Z")
_NO_WORD = lazy(r"\W*\Z")
_SERIES = lazy(
    r"\s(?:en|au|aux|dans|pour|sur)\s[^.;:,\n]{2,60}(?:,|\set)\s(?:et\s)?(?:premi\w+|second\w*|[a-z-]+iemes?|\d+(?:er|re|"
    r"e|eme)s?)\s(?:en|au|aux|dans|pour|sur)\b"
)
# "le CHU toujours premier en Bretagne", "Vannes, de nouveau deuxième"
_STILL = lazy(
    r"[\w»”)],?\s(?:toujours|encore|desormais|de\snouveau|a\snouveau|(?:une\s)?nouvelle\sfois|encore\sune\sfois|"
    r"cette\sannee|seulement)\s$"
)
_STILL_AFTER = lazy(
    r"\s*(?:[.;,)]|$)|\sd'(?=\w)|\s(?:en|du|de\s(?:la\s|l')?(?=region|classement|palmares|academie|france|belgique|"
    r"bretagne|europe|la\sregion|suisse)|"
    r"des|au|parmi|dans|sur|pour|devant|derriere|ex)\b"
)
_PAUSE = lazy(r"(?:[:;,(–—•*➡◦‣>]|^\W*)\s*$")
_SCOPED = lazy(
    r"\s+(?:mondiale?s?|mondiaux|europeen(?:ne)?s?|africaine?s?|francaise?s?|nationale?s?|"
    r"nationaux)(?=\s*(?:[,.;:)»”]|$)|\s*\n|\s+(?:d[eu]|des|et|en|sur|pour|dans)\b)"
)
_NOT_SCOPED = lazy(r"\b(?:une|cette|leur|sa|la|le|l'|ces|les|des|du|de|d'|en|a|au)\s*$")
_OUT_OF_N = lazy(
    r"\s+(?:\([^()]{0,20}\)\s*)?sur\s+(?:(?:pres\s+de|plus\s+de|environ|quelque|les)\s+)?(?:\d|"
    + "|".join(
        (
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "vingt",
            "trente",
            "quarante",
            "cinquante",
            "soixante",
            "cent",
        )
    )
    + r")"
)


def bare(scan: Scan, kept: Sequence[Candidate], changes: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find "est classée 5e", "(58e)", "X, 37e,", ": 12e" and what goes on from them: "et 7e en Europe"."""
    sentence_of = {scan.bounds(c.start) for c in (*kept, *changes)}
    places = {scan.bounds(c.start): c for c in kept if c.rule == "rank noun"}
    left_over: list[Number] = []
    taken = {i for c in kept for i in range(c.start, c.end)}
    for n in scan.ordinals:
        if n.start in taken:
            continue
        if rolled(scan, n):
            yield Candidate(n.start, n.end, int(n.value), int(n.value), "row")
            sentence_of.add(scan.bounds(n.start))
            continue
        if (end := framed(scan, n)) is not None:
            start = n.start - left_of(scan.before(n.start))
            yield Candidate(start, end, int(n.value), int(n.value), "framed")
            sentence_of.add(scan.bounds(n.start))
            continue
        if not may_follow(scan, n):
            continue
        before = scan.before(n.start)
        reading = _bare_reading(scan, n, before, scan.bounds(n.start) in sentence_of) or gapped_noun(
            scan, n, before, places
        )
        if not reading:
            left_over.append(n)
            continue
        yield _bare(scan, n, before, reading)
        sentence_of.add(scan.bounds(n.start))
    for n in left_over:
        # "9e l'an dernier, l'école passe 7e": told before the position that makes a rank of it.
        if scan.bounds(n.start) in sentence_of:
            before = scan.before(n.start)
            reading = _bare_reading(scan, n, before, True)
            if reading in {"fronted", "apposed", "parenthesis"} or (
                reading == "continued" and n.form == "digits"
            ):
                yield _bare(scan, n, before, reading)


def _opens_item(before: str) -> bool:
    """Whether a label's colon, or nothing but signs, stands before."""
    return (
        _AFTER_COLON.search(before, max(0, len(before) - 4)) is not None or _NO_WORD.match(before) is not None
    )


def _bare(scan: Scan, n: Number, before: str, reading: str) -> Candidate:
    """The rank of a bare ordinal, with the article before it and an "ex æquo" after it."""
    ex = EXAEQUO.match(scan.plain, n.end)
    start = n.start - left_of(before)
    return Candidate(start, ex.end() if ex else n.end, int(n.value), int(n.value), reading)


_IN_LIST = lazy(
    r"\s+(?:\w+\s+)?(?:au|du|dans\s+le|de\s+ce)\s+(?:dernier\s+|celebre\s+)?(?:classement|palmares|ranking)\b"
)
_PASSED = lazy(rf"\b(?:devan[ct]|derriere|depass|talonn|suivi)\w*\s(?:d\w*\s)?{_WITH_DISTRICTS}\s*\(\s*$")
_BEHIND = lazy(r"\b(?:derriere|devancee?s?\spar|precedee?s?\s(?:de|par))\s?[^,;.:()\n]{2,60},\s$")
_WON = lazy(r"\b(?:s'impos\w+|l'emport\w+|s'adjug\w+|triomph\w+|couronn\w+|remport\w+)\b")
# "le troisième du genre": in time; "second du navire": a post.
_OF_KIND = lazy(r"\s+(?:du|de\s(?:ce|son|leur))\s+(?:genre|type|nom)\b")
_SECOND_OF = lazy(
    r"\s+d(?:u|e\sla|e\sl'|e)\s?(?:navires?|capitaine|bateau|bord|cargo|chalutier|paquebot|ferry|commandant|voilier|equipage|chef)\b"
)
_NEXT_IN_ROLL = lazy(r"\s*(?:[,;.]|$)|\s+et\s")


def _bare_reading(scan: Scan, n: Number, before: str, with_position: bool) -> str | None:
    """What makes a bare ordinal a rank here, or None."""
    digits, after = n.form == "digits", scan.plain[n.end : n.end + 40]
    if scan.context and _NEXT_IN_ROLL.match(after) and ROLL.search(before) and _name_before(scan, n.start):
        return "gapped"  # "Palmarès : Rennes première, Pau deuxième"
    if _OF_KIND.match(after) or (n.value == 2 and _SECOND_OF.match(after)):
        return None
    won = with_position or _WON.search(before) is not None
    if with_position and n.value == 1 and _BEHIND.search(before) and _NEXT_IN_ROLL.match(after):
        return "apposed"
    if won and n.value > 1 and beside_others(before) and _NEXT_IN_ROLL.match(after):
        return "apposed"
    if CITY.search(before) and not _PASSED.search(before) and not _of_body(scan, n, with_position):
        return None
    if EXAEQUO.match(after):
        return "ex aequo"
    line = scan.line(n.start)
    # Of a long line, its end: what opens it is far from the ordinal.
    far = n.start - line[0] > 300
    head = "…" + scan.plain[n.start - 300 : n.start] if far else scan.plain[line[0] : n.start]
    article = scan.token_before(n.start) in _BARE_ARTICLE and not re.search(r"\btout(?:e)?\s+$", before)
    if not article and placing_before(scan, n.start, adverbs=3 if digits else 2):
        return "placed"
    if not article and _OUT_OF_N.match(after) and placing_before(scan, n.start, adverbs=5):
        return "placed"
    if _SCOPED.match(after) and not _NOT_SCOPED.search(before) and (digits or n.value > 1):
        return "scoped"
    if digits and scan.context and of_country(scan, n, before):
        return "scoped"
    if _CONTRAST.search(before) and digits:
        return "contrast"
    if not article and scan.context and _STILL.search(before) and _STILL_AFTER.match(after):
        return "apposed"
    if not article and scan.context and _name_before(scan, n.start) and _told_of_place(scan, n):
        return "gapped"  # "le lycée Vauban premier de l'académie"
    if digits and not article and scan.context and _ENDS.match(after) and known_before(scan, n.start):
        return "gapped"  # a title: "Palmarès : l'IUT de Morlaix 3e"
    if not article and scan.context and _opens_item(before) and _SERIES.match(scan.plain, n.end):
        return "fronted"  # "premier pour la cardiologie, troisième pour l'urologie, l'hôpital …"
    alone = not article and re.search(r"\w,\s*$", before) is not None
    alone = alone or (not article and n.value > 1 and not before.strip(' «“"\n-–—•'))
    alone = alone or (not article and with_position and re.search(r"\w\s+et\s+$", before) is not None)
    joined = with_position and _AND_THE.search(before) is not None
    if (alone or (article and _OF_LIST.search(before))) and (
        n.value > 1 or _only_place(scan, n, before, joined)
    ):
        hit = find_scope(scan.doc, n.end, n.end + 36)
        if hit and _OF_SCOPE.fullmatch(scan.plain, n.end, hit.start):
            return "of place"
        if (n.value > 1 or scan.context or with_position) and _OF_ALL.match(after):
            return "of place"
    if digits and re.search(r"[:–—]\s*$", before) and _IN_LIST.match(after):
        return "continued"
    if not scan.context and not with_position:
        return None
    if digits and scan.has_tables and is_cell(scan, n.start, n.end):
        return "row"
    if (_PAREN.search(before) or (_PAREN_NEXT.search(before) and with_position)) and (
        digits or after[:1] == ")"
    ):
        return None if in_series(scan, n) else "parenthesis"
    if digits and _CELL.search(head):
        return "cell"
    if digits and LIST_MARK.match(head) and re.match(rf"\s*(?:{EX_AEQUO}\s*)?[:\t|–—-]", after):
        return "row"
    if digits and _BULLET.match(scan.plain, line[0]) and re.search(r"[,:–-]\s*$", before):
        return "cell"
    if with_position and (link := _LINK.search(before)):
        if not link.group("prep") and (digits or _FRONT.match(after)):
            return "continued"
        if (
            link.group("prep")
            and digits
            and re.match(r"\s+(?:au|du|dans|pour|en|mondiale?|parmi|chez|par)\b", after)
        ):
            return "ellipsis"
        if link.group("prep") and _ELLIPSIS.search(before) and _ELLIPSIS_AFTER.match(after):
            return "ellipsis"
    if (
        with_position
        and _ELLIPSIS.search(before)
        and _ELLIPSIS_AFTER.match(after)
        and re.search(
            r"\b(?:install|hiss|grimp|class|pass|tomb|descend)\w*\s+(?:desormais\s+)?(?:au|"
            r"a\s+la)\s+$",
            before,
        )
    ):
        return "ellipsis"
    if with_position and digits and re.search(r"\ben\s+$", before) and re.match(r"\s*[,.;)]|$", after):
        return "ellipsis"
    if RESPECTIVELY.search(before[-40:]):
        return "continued"
    if (
        re.search(r",\s*$", before)
        and re.match(r"\s*[,.;()]|\s+sur\s+\d|\s+et\s+\d|$", after)
        and (digits or n.value > 1 or after.lstrip()[:1] == ",")
    ):
        return "apposed" if _name_before(scan, n.start) else None
    if re.search(r",\s*$", before) and (
        (n.value > 1 and _APPOSED_OF.match(after) and _name_before(scan, n.start))
        or (_PLACED_AFTER.match(after) and TO_DO.search(scan.after(n.end, 90)) is None)
    ):
        return "apposed"
    if (
        not article
        and _name_before(scan, n.start)
        and (
            (with_position and (digits or n.value > 1))
            or _PLACED_AFTER.match(after)
            or any(n.end < name.start < n.end + 5 for name in scan.names_between(n.end, n.end + 6))
        )
    ):
        return "gapped"
    if (
        not before.strip(' «“"\n-–—•').removeprefix("actuel").removeprefix("le").strip()
        and (
            digits or n.value > 1 or LISTED.match(after.strip()) or (scan.context and _told_of_place(scan, n))
        )
        and _FRONT.match(after)
        and "," in after + scan.after(n.end, 90)
    ):
        return "fronted"
    if (
        article
        and _OF_LIST.search(before)
        and re.match(r"\s+(?:du|de\s+ce|de\s+la)\s+(?:classement|palmares|liste)\b", after)
    ):
        return "of list"
    opens = (
        _OF_LIST.search(before) if article else (digits or n.value > 1) and _PAUSE.search(before) is not None
    )
    if opens and any(n.end < name.start < n.end + 6 for name in scan.names_between(n.end, n.end + 6)):
        return "of list"
    return None


def _told_of_place(scan: Scan, n: Number) -> bool:
    """Whether a place of rank follows: "premier de l'académie", "deuxième en Bretagne"."""
    if _OF_ALL.match(scan.plain, n.end):
        return True
    hit = find_scope(scan.doc, n.end, n.end + 36)
    return hit is not None and _OF_SCOPE.fullmatch(scan.plain, n.end, hit.start) is not None


_AT_PAUSE = lazy(r"(?:[,«“(]\s*|\w\s+et\s+)(?:l[ae]\s+)?$")


def _only_place(scan: Scan, n: Number, before: str, joined: bool) -> bool:
    """Whether "le premier d'Europe" boasts of a rank: after a verb or a pause, and of nothing done first."""
    placed = joined or placing_before(scan, n.start, 1) or _AT_PAUSE.search(before) is not None
    return placed and TO_DO.search(scan.after(n.end, 90)) is None


def _of_body(scan: Scan, n: Number, with_position: bool) -> bool:
    """Whether the city only ends a body's name: "l'INSA Lyon (118e)", not "rue Garibaldi, Lyon (3e)"."""
    at = scan.plain.rfind("(", 0, n.start)
    return n.start - at < 4 and (with_position or n.value > _DISTRICTS) and known_before(scan, at)


def known_before(scan: Scan, offset: int) -> bool:
    """Whether a name found before ends right before ``offset``."""
    i = scan.doc.tokens.before(offset)
    return i >= 0 and scan.doc.tokens.end[i] in scan.name_ends


def _name_before(scan: Scan, offset: int) -> bool:
    """Whether a name, a capitalised word, or a bracket that closes after one, stands before ``offset``."""
    tokens = scan.doc.tokens
    i = tokens.before(offset)
    comma = i >= 0 and tokens.text[i] == ","
    i -= comma
    if i >= 0 and tokens.end[i] in scan.name_ends:
        return True
    if i >= 0 and tokens.text[i] == ")":
        return True
    if i >= 1 and comma and tokens.text[i].isalpha() and tokens.text[i - 1][0].isupper():
        return tokens.start[i - 1] > scan.bounds(offset)[0]
    return i >= 0 and tokens.text[i][0].isupper()
