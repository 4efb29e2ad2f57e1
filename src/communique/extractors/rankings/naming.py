"""Which ranking a position belongs to: the one named beside it, on its bullet, or before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.document import fold_name, plain_shadow
from communique.extractors.rankings.bullets import list_label
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.frames import Frame
from communique.extractors.rankings.measures import by_measure
from communique.extractors.rankings.names import RankingName, ranking_sources
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.told import TAKEN_UP, Told, published_by

_RANKING_SOURCES = ranking_sources()

NO_LIST = ""
_EARLIER = 60  # tellings that are looked back through
# A source that does not name its list: the position is not of the ranking named before.
_SOURCE = lazy(
    r"\b(?:[Ss]elon|[Dd]['’]apr[èe]s)\s+(?:une?|l[ea]s?|l['’])\s?(?:\w+\s){0,2}?(?:enqu[êe]te|"
    r"[ée]tude|rapport|sondage)\b|"
    r"\b(?:magazine|hebdomadaire|quotidien|mensuel|journal|cabinet|institut|revue|site)\s+"
    r"(?:sp[ée]cialis[ée]e?s?\s+)?[«“]?\s?[A-ZÉ]"
)
_SUBJECT = lazy(
    r"[\s«“]*(?P<name>[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,3}),?\s(?:(?:lui|elle|"
    r"quant à lui|de son côté),?\s)?"
    r"(?:(?:nous|la|le|les|l[’'])\s?)?(?:place|classe|positionne|fait|situe|hisse|range|crédite|a\s\w+é)\b"
)
_THE_RANKING = lazy(r"\b(?:ce|cet|du|le|au)\s+(?:meme\s+)?(?:classement|palmares|barometre)\b|\bcelui-ci\b")


_OWN_GROUP = lazy(
    r"\s+(?:mondiale?\s+|national\s+)?(?:des\s+(?:\d|[a-z])|de\s+(?:la\s+|l')\s?(?!edition)[a-z])"
)


def name_of(
    scan: Scan,
    c: Candidate,
    here: Sequence[Candidate],
    limit: int,
    barometer: bool = True,
    frame: Frame | None = None,
) -> tuple[str | None, int | None]:
    """The ranking's name and the year that it carries; ``NO_LIST`` where it is plainly of none that is named.

    ``here``: the sentence's positions; ``limit``: where the next begins; ``barometer``: whether one told
    before may be meant.
    """
    if (label := list_label(scan, c)) is not None:
        return label
    names = scan.names
    start, end = scan.bounds(c.start)
    at = bisect_left(names, c.start, key=lambda n: n.start)
    after = [n for n in names[at : at + 3] if n.start < end]
    before = [n for n in names[max(0, at - 3) : at] if n.end <= c.start and n.start >= start]
    if frame is not None and frame.name is not None:
        # "1re école du Concours commun", in the list of a ranking: the contest is no ranking.
        after, before = [n for n in after if n.carries], [n for n in before if n.carries]
    if after and after[0].start < limit and not (before and ";" in scan.plain[c.end : after[0].start]):
        return _value(scan, after[0])
    if len(before) == len(here) == 2 and re.fullmatch(
        r"\s*(?:et|,|et\s+l[ae])\s*", scan.plain[before[0].end : before[1].start]
    ):
        return _value(scan, before[0 if c is here[0] else 1])
    event = bool(before) and (not before[-1].carries or _CONTESTED.match(plain_shadow(before[-1].value)))
    if event and _GOES_ON.match(scan.plain, before[-1].end, c.start):
        return NO_LIST, None
    said = _SAID_BY.match(scan.doc.text, c.end, min(limit, end))
    if before and not (said and any(other.start < c.start for other in here)):
        return _value(scan, _told_since(scan, before[-1], c) or before[-1])
    if frame is not None and frame.name is not None and not (after and c.named) and (c.named or frame.led):
        return frame.name, frame.year
    if (told := _told_after(scan, c)) is not None:
        return _value(scan, told)
    beside = _SOURCE_BESIDE.search(scan.doc.text, max(start, c.start - 60), c.start)
    if beside and plain_shadow(beside.group("name")) in _RANKING_SOURCES:
        return beside.group("name"), None
    by = _BY.match(scan.doc.text, c.end, min(limit, end))
    if by and plain_shadow(by.group("name").rstrip(".")) in _RANKING_SOURCES:
        return by.group("name").rstrip("."), None
    if (noted := _noted(scan, c)) is not None:
        return noted
    if source := _source_subject(scan, start, c.start):
        owner = published_by(scan.doc, names, plain_shadow(source), start)
        return _value(scan, owner) if owner is not None else (source, None)
    if (placer := _PLACER.match(scan.doc.text, start, c.end)) and not _is_source(placer["name"]):
        owner = published_by(scan.doc, names, plain_shadow(placer["name"]), start)
        return _value(scan, owner) if owner is not None else (NO_LIST, None)
    according = _ACCORDING.match(scan.doc.text, start, c.start)
    if according and plain_shadow(according.group("name")) in _RANKING_SOURCES:
        return according.group("name"), None
    if after and c.named and not (len(here) > 1 and _OWN_GROUP.match(scan.plain, c.end)):
        return _value(scan, after[0])
    if said:
        owner = published_by(scan.doc, names, plain_shadow(said.group("name").rstrip(".")), start)
        return _value(scan, owner) if owner is not None else (None, None)
    contest = _CONTEST.search(scan.plain, max(start, c.start - 120), c.start)
    if contest is not None and not any(contest["what"][:6] in plain_shadow(n.value) for n in names):
        return NO_LIST, None
    section = scan.doc.section_at(c.start)
    if section is not None and section.kind in {"boilerplate", "contact", "title"}:
        return None, None
    text = scan.doc.text[start:end]
    if _from_elsewhere(text) and not _THE_RANKING.search(scan.plain, start, end):
        return None, None
    return _carried(scan, c, start, barometer)


def _from_elsewhere(sentence: str) -> bool:
    """Whether a sentence names a source, other than by taking up the one told: "d'après l'enquête, …"."""
    return any(TAKEN_UP.match(sentence, m.start()) is None for m in _SOURCE.finditer(sentence))


def _carried(scan: Scan, c: Candidate, start: int, barometer: bool) -> tuple[str | None, int | None]:
    """The last ranking told before a position, by name or else; nothing after one that is not named."""
    told = scan.told
    line = scan.line(c.start)[0]
    at = bisect_left(told, c.start, key=lambda t: t.start)
    for t in reversed(told[max(0, at - _EARLIER) : at]):
        n = t.name
        if n is None:
            return None, None
        if t.named and not (
            n.carries
            or (c.rule == "row" and _heads(scan, n))
            or (c.rule == "parenthesis" and n.start >= line)
        ):
            continue
        if t.named and _of_list_above(scan, c, n):
            return None, None
        if barometer or "barometre" not in plain_shadow(n.value):
            return _value(scan, n) if _weigh(scan, c, t) > 0 else (None, None)
    general = _GENERAL.match(scan.plain, c.end) or _GENERAL.match(scan.plain, start)
    return (scan.doc.text[slice(*general.span("words"))], None) if general else (None, None)


# What speaks for a position being of the ranking told last, and against it.
WEIGHTS = {
    "open": 2.0,  # "3e", "à la 4e place": meant of some ranking
    "closed": -2.0,  # "deuxième employeur de la ville", "n° 1 du dépistage": true by itself
    "same unit": 2.5,  # "le cinquième port" in "One Hundred Ports"
    "other unit": -1.5,  # "troisième organisation syndicale" after "palmarès des entreprises"
    "same paragraph": 0.5,
    "other paragraph": -1.0,
    "measured": -4.0,  # "la quatrième université par le nombre d'étudiants", "cinquième en tonnage"
}


def _weigh(scan: Scan, c: Candidate, told: Told) -> float:
    """How well a position goes with the ranking told last before it; positive when it is of it."""
    weight = WEIGHTS["open" if c.named else "closed"]
    near = "\n" not in scan.plain[told.end : c.start]
    weight += WEIGHTS["same paragraph"] if near else 0.0
    weight += WEIGHTS["measured"] if by_measure(scan, c) else 0.0
    noun = _unit_of(c)
    if noun is None or told.name is None:
        return weight
    units = {w.rstrip("sx") for w in _WORDS.findall(plain_shadow(told.name.value))}
    if noun in units:
        return weight + WEIGHTS["same unit"]
    listed = _UNITS.search(plain_shadow(told.name.value))
    if listed is not None and not near:
        weight += WEIGHTS["other unit"] + WEIGHTS["other paragraph"]
    return weight


_WORDS = lazy(r"[a-z]{3,}")
_UNITS = lazy(r"\b(?:des|les)\s(?:\d+\s)?(?:[a-z]+\s)?[a-z]{4,}[sx]\b")


def _unit_of(c: Candidate) -> str | None:
    """What a position ranks by its own noun: "port" in "le cinquième port"; None for a bare rank."""
    if c.noun is None:
        return None
    return plain_shadow(c.noun).rstrip("sx") or None


def _told_since(scan: Scan, name: RankingName, c: Candidate) -> RankingName | None:
    """The ranking that its publisher stands for between a naming and a position of one sentence."""
    at = bisect_left(scan.told, c.start, key=lambda t: t.start)
    last = scan.told[at - 1] if at else None
    if last is None or last.named or last.start < name.end:
        return None
    apart = any(
        mark in scan.plain[name.end : last.start] for mark in ",;"
    )  # "Top 100 du magazine The Banker"
    return last.name if apart else None


def _told_after(scan: Scan, c: Candidate) -> RankingName | None:
    """The ranking that its publisher stands for right after a position: "3e du Journal des Arts"."""
    at = bisect_left(scan.told, c.end, key=lambda t: t.start)
    near = scan.told[at : at + 1]
    beside = near and not near[0].named and _OF_SOURCE.fullmatch(scan.plain, c.end, near[0].start)
    return near[0].name if beside else None


_OF_SOURCE = lazy(r"\s(?:(?:place|rang|position)\s)?(?:du|de|au|a|dans)\s(?:l[ae]\s)?")


# A ranking that has no other name: "14e du classement général".
_GENERAL = lazy(
    r"\W*(?:du|au|dans\sle)\s(?P<words>classement\s(?:general|final|scratch|individuel|provisoire))\b"
)


def _heads(scan: Scan, name: RankingName) -> bool:
    """Whether a name is said in a title or heading: the ranks of a table below are of it."""
    section = scan.doc.section_at(name.start)
    return section is not None and section.kind in {"title", "heading"}


def _of_list_above(scan: Scan, c: Candidate, name: RankingName) -> bool:
    """Whether a name only heads a list that ended before a position of another paragraph."""
    if not _heads(scan, name) or name.year is not None:
        return False
    at = bisect_left(scan.frames, name.start, key=lambda f: f.start)
    frame = scan.frames[at] if at < len(scan.frames) else None
    headed = frame is not None and frame.intro[0] <= name.start < frame.intro[1]
    return headed and frame is not None and c.start >= frame.end


def _source_subject(scan: Scan, start: int, end: int) -> str | None:
    """A publisher that places the subject itself: "Challenges classe l'école au 5e rang"."""
    m = _SUBJECT.match(scan.doc.text, start, end)
    return (
        m.group("name").strip() if m and plain_shadow(m.group("name").strip()) in _RANKING_SOURCES else None
    )


# "deuxième du concours Ventis, et figure dans le top 100 des start-up": another list than the one just told
_CONTESTED = lazy(r"(?:grand\sprix|prix|concours|trophees?|challenge|coupe|hackathon|tournoi)\b")
_GOES_ON = lazy(
    r",?\s(?:et|puis|mais|ainsi\sque)\s(?:y\s)?(?:figur|entr|appara|compt|integr|appartien|rejoin)\w*\s"
)
# "Aux championnats du monde de Belgrade, elle finit septième": a place won there, of no list told before
_CONTEST = lazy(
    r"\b(?:a|au|aux|de|des|du|lors|dans|pour)\s(?:(?:l[ae]s?|un|ses|derniere?s?)\s)?"
    r"(?P<what>championnats?|coupe|tournoi|jeux\solympiques|olympiades|mondiaux|marathon|meeting|regate|hackathon)\s"
    r"(?:d[eu]s?\s|d'|[a-z]+\s)"
)
# "D'Architectures l'a classée deuxième": a body that no list knows places the subject by a list of its own
_PLACER = lazy(
    r"[\s«“]*(?!(?:Elles?|Ils?|On|Cela|Ceux|Celle|Qui)\s)(?P<name>(?:[DL][’'])?[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,3}),?\s"
    r"(?:(?:lui|elle|quant\sà\slui|de\sson\scôté),?\s|(?:dont|qui)\s[^,.;\n]{3,90},\s)?"
    r"(?:(?:nous|l[ae]s?|l[’'])\s?(?:a\s|avait\s|ont\s)?(?:place|plaç|class|positionn|situ|range|hiss|met(?:tait)?\s)\w*\s|"
    r"(?:place|classe|situe|range|positionne)(?:nt)?\s(?=(?:l[ae]s?\s|l[’']|son\s|sa\s|notre\s|[A-ZÉ])))"
)


def _is_source(name: str) -> bool:
    """Whether a publisher is known, with its article or without."""
    plain = plain_shadow(name)
    return plain in _RANKING_SOURCES or re.sub(r"^(?:l[ae]\s|l')", "", plain) in _RANKING_SOURCES


# "Le Figaro la situe 21e et L'Étudiant, 18e"
_SOURCE_BESIDE = lazy(
    r"(?:\bet|[,;]|\bpuis|\btandis que|"
    r"\bmais)\s(?P<name>(?:[LD][e’']\s?)?[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,2}),\s$"
)
# "Selon Le Point, qui a comparé 1 400 hôpitaux, le CHU est 12e"
_ACCORDING = lazy(
    r"[«“\s]*(?:Selon|D[’']après|Pour)\s(?P<name>(?:[Ll][ea]\s|"
    r"[Ll][’'])?[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,2}),"
)
# "dans le top 5 par Le Figaro Étudiant et 7e par Le Parisien"
_BY = lazy(
    r"(?:\s[^\s,;:.()]+){0,8}?\spar\s(?P<name>(?:[Ll][ea]\s|"
    r"[Ll][’'])?[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,2})(?=[\s,.;)]|$)"
)
# "2e école de France selon L'Étudiant": said by somebody else than who ranked before
_SAID_BY = lazy(
    r"(?:\s[^\s,;:.()]+){0,6}?,?\s(?:selon|d[’']après)\s(?P<name>(?:[Ll][ea]\s|"
    r"[Ll][’'])?[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,2})(?=[\s,.;)]|$)"
)
_NOTE = lazy(
    r"\b[Ss]ources?\s?:?\s(?P<name>[A-ZÉ][\w’'&.-]*(?:\s[A-ZÉ][\w’'&.-]*){0,4})(?:\s(?P<year>(?:19|"
    r"20)\d\d))?\b"
)


def _noted(scan: Scan, c: Candidate) -> tuple[str, int | None] | None:
    """The ranking that a note ends the paragraph with: "… en informatique. Source : THE 2022"."""
    if "ource" not in scan.plain:
        return None
    m = _NOTE.search(scan.doc.text, c.end, min(scan.line(c.end)[1], c.end + 600))
    if m is None or plain_shadow(m.group("name")) not in _RANKING_SOURCES:
        return None
    return fold_name(m.group()[m.start("name") - m.start() :]), int(m.group("year")) if m.group(
        "year"
    ) else None


def _value(scan: Scan, name: RankingName) -> tuple[str, int | None]:
    """A name with its year, else the year of an earlier naming with the same words."""
    if name.year is not None:
        return name.value, name.year
    at = bisect_left(scan.names, name.start, key=lambda n: n.start)
    other = next(
        (
            n
            for n in scan.names[max(0, at - _EARLIER) : at][::-1]
            if n.year is not None and same_ranking(n, name)
        ),
        None,
    )
    return name.value, other.year if other is not None else None


_CONTENT = lazy(r"[^\W\d]\w*|(?<!\d)\d{1,3}\b")


def same_ranking(first: RankingName, other: RankingName) -> bool:
    """Whether two namings may be of one ranking: one has the words of the other, or letters stand for them.

    >>> qs = RankingName(0, 11, "QS WUR 2026", 2026)
    >>> same_ranking(qs, RankingName(20, 48, "QS World University Rankings", None))
    True
    """
    words, others = ({*_CONTENT.findall(plain_shadow(n.value))} for n in (first, other))
    if not words or not others:
        return False
    less, more = (first, other) if len(words) < len(others) else (other, first)
    few, many = (words, others) if len(words) < len(others) else (others, words)
    initials = "".join(w[0] for w in less_links(more.value) if w[0].isupper()).lower()
    missing = few - many
    return all(len(w) > 2 and w in initials and w.upper() in less.value for w in missing) and (
        len(few) > 1 or few.isdisjoint(_ANY_RANKING)
    )


_ANY_RANKING = frozenset({"palmares", "classement", "barometre", "ranking", "index", "awards"})


def less_links(value: str) -> list[str]:
    """The words of a name that may give a letter to its acronym."""
    return [w for w in re.findall(r"\w+", value) if not w.isdigit()]
