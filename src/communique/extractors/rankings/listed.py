"""Ordinals that are ranks by where they stand on a line: in a roll of names, in a list that is introduced."""

from __future__ import annotations

from communique.extractors.rankings.candidates import Scan
from communique.extractors.rankings.frames import MARK
from communique.extractors.rankings.patterns import EX_AEQUO, follow_words, lazy, rankable_nouns
from communique.extractors.rankings.scope import find_scope
from communique.lexicon import words
from communique.numbers import Number

_TIMELY = words(__package__, "timely.txt")
_RANKABLE_NOUNS = rankable_nouns()
_FOLLOW_WORDS = follow_words()

LIST_MARK = lazy(r"^\s*(?:[-–—•*·➡▪◦‣>️]+\s*)?$")
_JUST_PLACED = lazy(r"\b(?:arrivee?s?|arrivent|classee?s?)\s+$")
ROLL = lazy(r"\b(?:podium|classement|palmares|resultats?|tierce|trio de tete)\b[^.:\n]{0,40}:[^\n]{0,400}$")
_ROLL_ITEM = lazy(r"(?:[:,;–—-]|\bet)\s*$")


_LINE_RANK = lazy(
    r"(?:^|\n)[^\w\n]{0,4}\d{1,4}(?:er|re|e|eme|nd|nde)\b(?!\s+(?:edition|annee|etape|phase|journee|"
    r"manche|tour)\b)"
)


def rolled(scan: Scan, n: Number) -> bool:
    """Whether a rank stands before its name in a roll: "Podium : 1er Paul Roy, 2e Luc Petit"."""
    after = scan.doc.text[n.end : n.end + 2]
    alone = not after.strip(" ") or after.lstrip(" ")[:1] == "\n"
    if n.form != "digits" or not (alone or (after[:1] == " " and after[1:].isupper())):
        return False
    line = scan.line(n.start)
    if n.start - line[0] < 40 and LIST_MARK.match(scan.plain[line[0] : n.start]):
        # One rank a line: another stands at the head of a line nearby.
        near = _LINE_RANK.findall(scan.plain, max(0, line[0] - 160), line[1] + 160)
        return len(near) > 1 and scan.context
    if alone:
        return False
    head = scan.plain[max(scan.line(n.start)[0], n.start - 450) : n.start]
    return _ROLL_ITEM.search(head) is not None and ROLL.search(head) is not None


# What stands before an ordinal on its line in a list: a mark, a label, ordinals that it goes on from.
_LEADS = lazy(
    rf"{MARK}(?:[^:\n]{{2,70}}?\s?:\s+)?(?:(?:l[ae]s?|au|a\s+l[ae]|en|sur\s+l[ae]|une?)\s+)?"
    r"(?:(?:\d{1,4}(?:e|er|re|eme|nde?|°)s?|premi(?:er|ere)s?|seconde?s?|[a-z-]+iemes?)(?:\s*,\s*|\s+et\s+|"
    r"\s*,?\s+puis\s+)"
    r"(?:l[ae]\s+)?){0,4}"
)
_LED_TO = lazy(
    rf"\s*(?:$|[,.;:)(/|–—-]|\n|{EX_AEQUO})|\s+(?:et|puis)\s+(?:l[ae]\s+)?(?:\d|premi|second|[a-z-]+ieme)"
)
_DATED = lazy(r"\s+(?:au|et)\s+(?:le\s+)?\d{1,2}(?:er)?\s")  # "1er et 2 mai"
_TITLED = lazy(
    r"\s+(?:«\s?[^«»\n]{2,60}\s?»|“[^“”\n]{2,60}”|\"[^\"\n]{2,60}\"|'[^'\n]{2,60}'|‘[^‘’\n]{2,60}’)"
)


def framed(scan: Scan, n: Number) -> int | None:
    """Where a rank ends that stands without a verb in a list of positions: "• 4e en France"."""
    frame = scan.frame_at(n.start)
    if frame is None:
        return None
    line = scan.line(n.start)
    if (
        n.start - line[0] > 120
        or _DATED.match(scan.plain, n.end)
        or not _LEADS.fullmatch(scan.plain, line[0], n.start)
    ):
        return None
    if titled := _TITLED.match(scan.plain, n.end, line[1]):
        return titled.end()  # "6e « best small university » mondiale"
    if _LED_TO.match(scan.plain, n.end, line[1]):
        # A bare word that ends its line or clause is a rank only where a sentence introduces the list.
        return n.end if frame.led or n.form == "digits" else None
    return n.end if may_follow(scan, n) and scan.plain[n.end] == " " else None


_GOAL = lazy(
    r"\b(?:(?:un|le|son) (?:double|triple)|\d\d?e(?:me)? minute|penaltys?|penalties|coups? francs?|le score"
    r"|egalis\w+|cartons? (?:rouges?|jaunes?)|frappe|tir|lucarne|poteau|csc|passe decisive|reprise|parade"
    r"|mi-temps"
    r"|(?:au|le ballon) (?:fond|filet)|(?<!dans le )buts?)\b"
)
_CLOSING = frozenset((")", ",", "et", ";"))
_MINUTES = 30  # characters of a list of minutes
# "(19e, 1-0)", "(90e+3)": the score that a goal makes, the time added.
_OF_MATCH = lazy(r"(?:\s?\+\s?\d|\s?[,;:]\s\d{1,2}\s?[-–]\s?\d{1,2}\b)")
# "147 rue de l'Université (7e)", not "la boulangerie de la rue Basse (2e)"; "les classes du collège (5e)"
_STREET = lazy(
    r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Qq]uai|[Aa]llée|[Ii]mpasse|[Pp]lace|[Cc]ours|[Pp]assage|[Ss]quare)\s"
    r"(?:(?:d[eu]s?|la|les)\s|(?:de\s)?l['’]|d['’]){0,2}[A-ZÀ-Þ][\w'’ -]{1,40}\(\Z"
)
_SCHOOL = lazy(r"\b(?:classes|examens?|niveaux)\b[^.;()\n]{0,50}\($")
_DISTRICTS, _CLASSES = 20, range(3, 7)


def is_minute(scan: Scan, n: Number) -> bool:
    """Whether an ordinal between brackets is a minute of a match: "un doublé de X (34e, 41e)"."""
    return (
        scan.plain.rfind("(", max(0, n.start - _MINUTES), n.start) >= 0
        and _GOAL.search(scan.plain, scan.bounds(n.start)[0], n.start) is not None
    )


def is_address_or_class(scan: Scan, n: Number) -> bool:
    """Whether an ordinal between brackets is a district or a year at school: "rue Voltaire (11e)"."""
    if n.form != "digits" or n.value > _DISTRICTS:
        return False
    before = scan.before(n.start, 80)
    if not before.endswith("("):
        return False
    street = _STREET.search(scan.doc.text, max(scan.bounds(n.start)[0], n.start - 80), n.start)
    return street is not None or (n.value in _CLASSES and _SCHOOL.search(before) is not None)


def may_follow(scan: Scan, n: Number) -> bool:
    """Whether what follows an ordinal lets it stand alone."""
    tokens = scan.doc.tokens
    i = tokens.at(n.end)
    if i >= len(tokens) or tokens.start[i] >= scan.bounds(n.start)[1]:
        return True
    word = tokens.plain[i]
    if word in _CLOSING and (is_minute(scan, n) or is_address_or_class(scan, n)):
        return False
    if _OF_MATCH.match(scan.plain, n.end) and "(" in scan.before(n.start, _MINUTES):
        return False
    if scan.doc.text[n.end : n.end + 1] == "\t":
        return True
    if _JUST_PLACED.search(scan.before(n.start, 16)) and word.isalpha() and tokens.text[i].islower():
        return word not in _TIMELY and word not in _RANKABLE_NOUNS
    return (
        not word[0].isalnum()
        or word in _FOLLOW_WORDS
        or find_scope(scan.doc, n.end, tokens.end[i]) is not None
    )


_ADJECTIVE = lazy(
    r"\s(?P<word>[a-z-]+(?:ien|ienne|ain|aine|ais|aise|ois|oise|on|onne|and|ande)s?)(?=\s*(?:[,.;:)»”]|$)|\s+et\b)"
)
_SET_APART = lazy(r"(?:[,;:(]|\bet|\best|\breste|\btermine|\barrive|\bclassee?)\s*$")


_SHARED = lazy(
    r"\s?(?:,|et|ou|puis|a)\s(?:l[ae]\s)?(?:\d+(?:e|er|re|eme|nd|nde)s?|premi(?:er|ere)s?|seconde?s?|[a-z-]+iemes?)\s"
    r"(?P<noun>[a-z]{4,})"
)


def in_series(scan: Scan, n: Number) -> bool:
    """Whether the noun of the next ordinal numbers this one in time too: "8e et 9e promotion"."""
    m = _SHARED.match(scan.plain, n.end, n.end + 60)
    return m is not None and (m["noun"] in _TIMELY or m["noun"].removesuffix("s") in _TIMELY)


def of_country(scan: Scan, n: Number, before: str) -> bool:
    """Whether the adjective of a country or region follows: ", 2e tunisienne"; not "un 2e tunisien"."""
    m = _ADJECTIVE.match(scan.plain, n.end)
    if m is None or not _SET_APART.search(before) or not scan.doc.text[m.start("word")].islower():
        return False
    return find_scope(scan.doc, m.start("word"), m.end()) is not None
