"""Rules for the opening of an article: dateline, title, the line above it, the summary under it."""

from __future__ import annotations

import re
from functools import cache

from communique.lexicon import lines, words
from communique.segment.furniture import Kinds
from communique.segment.layout import BULLET, SALUTATION, Page, Unit, ends_sentence

_KICKERS = words(__package__, "kickers.txt")

_DIGIT = re.compile(r"\d")
_PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "en",
        "sur",
        "sous",
        "à",
        "aux",
        "au",
        "et",
        "saint",
        "sainte",
        "fait",
        "pour",
    ]
)


# "INDICATEURS AU 31 MARS 2024", "Assemblée Générale du 3 mai 2024": no place stands before these.
_BEFORE_DATES = frozenset(
    ("au", "du", "de", "des", "en", "d", "depuis", "jusqu'au", "dès", "des", "avant", "et")
)


_EDITED = re.compile(r"[,–—|-]? ?(?:modifie|mise? a jour|actualise|publie|mise? en ligne)e?s? (?:le |a |en )")


_KEYED_DATE = re.compile(r"\W*(?:dates?|quand|jour) ?:")
_PLACE_OR_TIME = re.compile(r"\W*(?:lieux?|heures?|horaires?|adresse|ou|tarifs?|public|duree) ?:")


def _months() -> list[str]:
    return [name for entry in lines("communique.lexicon", "months.txt") for name in entry.split()[1:]]


@cache
def _may_hold_date() -> re.Pattern[str]:
    """What no full date is without: a month, or two figures with a sign between."""
    return re.compile(rf"\d ?[./-] ?\d|{'|'.join(_months())}")


@cache
def date_shape() -> str:
    """A pattern for a full date in an unaccented lower-case shadow."""
    months = "|".join(_months())
    days = "|".join(lines("communique.lexicon", "weekdays.txt"))
    return (
        rf"(?:(?:{days}),? )?(?:le )?"
        rf"(?:\d{{1,2}}(?:er)? (?:{months})\.?(?:,? \d{{4}})?|(?:{months})\.? \d{{4}}"
        r"|\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:\d{4}|\d\d)|\d{4}[-./]\d\d[-./]\d\d)"
    )


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(lines("communique.lexicon", "weekdays.txt"))


@cache
def _dateline() -> re.Pattern[str]:
    cue = (
        r"(?:publiee?|mise?|parue?|diffusee?|postee?|redigee?|modifiee?|actualisee?|date|derniere|fait|emis)"
        r"(?: en ligne| a jour| de publication| mise a jour| de diffusion)? ?:?(?: le| du| a| en)? ?"
    )
    release = (
        r"(?:communique[a-z ]{0,30}(?:\W{1,4}| du )"
        r"|(?:entretien|interview|portrait|reportage|decryptage|analyse|actualite)s? ?[.,|:·–—-] )?"
    )
    # "Par Jeanne Petit, à Pau | Publié le 3 mai": who wrote, before what was published when
    by = rf"(?:(?:propos recueillis )?par [^|·\d]{{3,70}}? ?[|·–—,.-] ?(?={cue}|le ))?"
    place = r"(?P<place>[^\d.!?;:|]{2,60}?)(?: ?[,|–—-] ?| )(?:le |ce )?"
    time = r"(?: ?(?:\(|a|-|–|,|·|\|)? ?\d{1,2} ?[h:] ?(?:\d\d)?(?: ?(?:min|heures))?\)?)?"
    return re.compile(
        rf"\W*{by}{release}(?:(?P<cue>{cue})|(?P<le>le )|{place})?(?P<date>{date_shape()}){time}(?P<rest>.*)",
        re.DOTALL,
    )


@cache
def _issue() -> re.Pattern[str]:
    """Match "Ville de X – Actualité du 4 mars 2024"."""
    return re.compile(rf"[^.!?;:]{{2,60}} [-–—|·] [a-z ]{{3,24}} d[ue] (?:{date_shape()})\W*")


def dateline(page: Page) -> Kinds:
    """A line of its own with a place and a date, or "Publié le …" and a date."""
    for i, unit in enumerate(page.units):
        if unit.size < 110 and _DIGIT.search(unit.plain) and is_dateline(unit) and not _is_detail(page, i):
            yield i, "dateline"


def _is_detail(page: Page, i: int) -> bool:
    """Match "Date : samedi 9 mars" over "Lieu : lycée agricole": what an invitation says of an event."""
    if i < page.first_text or _KEYED_DATE.match(page.units[i].plain) is None:
        return False
    following = page.units[i + 1] if i + 1 < len(page.units) else None
    return following is not None and _PLACE_OR_TIME.match(following.plain) is not None


def is_dateline(unit: Unit) -> bool:
    """Whether the unit gives a place and a date, and nothing that matters more."""
    line = " ".join(unit.plain.split())
    if _may_hold_date().search(line) is None:
        return False
    if _issue().fullmatch(line):
        return True
    found = _dateline().match(line)
    if found is None:
        return False
    place, rest = found["place"], found["rest"].strip()
    if place and place.strip(" ,") in _weekdays():
        place = ""  # "jeudi 6 juin 2024"
    if place and unit.text[:40].isupper() and len(place.split()) > 3 and "," not in line:
        return False  # "LE CHU DE RENNES OUVRE LE 12 MAI"
    if place and (place.split()[-1].strip("(,") in _BEFORE_DATES or not is_place(unit.text, place)):
        return False
    if not re.search(r"\d{4}|\d\d?[./-]\d", found["date"]) and not (
        place or found["cue"] or found["le"] or rest == ""
    ):
        return False
    if rest in ("", ".", ",", "-", "–", "—", ")", "*"):
        return True
    if _EDITED.match(rest):
        return len(rest) < 60  # "Le 12 mai 2024 à 9 h 12, modifié le 13 mai 2024"
    if found["cue"]:
        return not ends_sentence(rest) and len(rest) < 70
    return len(rest) < 60 and (rest[0] in "|·•-–—/(") and not ends_sentence(rest)


def is_place(text: str, place: str) -> bool:
    """Whether a name, capitals and small linking words only, stands in the place's position."""
    size = len(place.split())
    found = text.strip(" *#[(").replace("’", "'").split()[:size]
    return size <= 6 and all(
        not w[0].isalpha()
        or w[0].isupper()
        or w.strip(",'").lower() in _PARTICLES
        or w.lower().startswith(("l'", "d'"))
        for w in found
        if w
    )


def title(page: Page) -> Kinds:
    """The first short line that no rule above has taken; a line above it that names a series is a heading."""
    free = [i for i, u in enumerate(page.units) if u.kind in (None, "title")]
    if not free:
        return
    first = free[0]
    if not (_may_be_title(page.units[first]) or _dated_title(page, first)) or (
        first > page.first_text and page.first_text < len(page.units)
    ):
        return
    if (below := _below_letterhead(page, free)) is not None:
        yield from ((i, "marker") for i in free if i < below)
        yield below, "title"
        return
    second = free[1] if len(free) > 1 and free[1] - first <= 2 else None
    if second is not None and _is_kicker(page.units[first], page.units[second]):
        yield first, "heading"
        yield second, "title"
    else:
        yield first, "title"


def _below_letterhead(page: Page, free: list[int]) -> int | None:
    """The title under three short lines or more that only say who writes: "Préfet de X", "Bureau de Y"."""
    head = [i for i in free if i < page.first_text]
    taken = sum(u.rule == "letterhead" for u in page.units[: page.first_text])
    if len(head) + taken < 4 or len(head) < 2 or page.first_text >= len(page.units):
        return None
    if head[-1] != page.first_text - 1:
        return None
    above, last = [page.units[i] for i in head[:-1]], page.units[head[-1]]
    if last.block == above[-1].block or last.block == page.units[page.first_text].block or last.size < 30:
        return None
    labels = all(
        u.size <= 60 and not u.final and u.text[0].isupper() and len(u.text.split()) < 9 for u in above
    )
    return (
        head[-1]
        if labels and not last.final and _may_be_title(last) and not BULLET.match(above[-1].text)
        else None
    )


# "Championnats d'Europe d'escalade – Villach (Autriche)": an occasion and its place, above the title.
_OCCASION = re.compile(
    r"[^:?!.,«»]{8,70} [–—|-] [A-ZÉÎ][\w'’-]+(?: [A-ZÉ][\w'’-]+){0,3}(?: \([^()]{2,30}\))?"
)


def _dated_title(page: Page, i: int) -> bool:
    """Whether one long sentence stands alone at the head of the page, over its date."""
    unit, following = page.units[i], page.units[i + 1] if i + 1 < len(page.units) else None
    dated = following is not None and following.kind == "dateline" and following.block != unit.block
    return i == 0 and dated and unit.size < 230 and ". " not in unit.text and not BULLET.match(unit.text)


def _may_be_title(unit: Unit) -> bool:
    if unit.size > 300 or BULLET.match(unit.text):
        return False
    if unit.text.endswith("."):
        return unit.size < 110 and not unit.text.rstrip(".").count(". ")
    return not (unit.size > 160 and unit.text.count(". ") > 1)


def _is_kicker(first: Unit, second: Unit) -> bool:
    if (
        _is_byline(second)
        or not _may_be_title(second)
        or second.final
        or second.text.endswith(":")
        or BULLET.match(second.text)
    ):
        return False
    if first.size <= 25 and second.size >= first.size + 12 and second.block != first.block:
        return not first.final and ":" not in first.text
    if second.block != first.block and second.size > first.size and _OCCASION.fullmatch(first.text):
        return True
    opener = first.plain.lstrip("*#_ ").split(" ")[0].rstrip(":")
    if opener not in _KICKERS or ":" in first.plain:
        return False
    return first.size < 70 and second.size > 30 and not (first.text.isupper() and not second.text.isupper())


_GENRE = re.compile(r"(?:grand )?(?:entretien|interview|portrait|reportage|decryptage|temoignage)s?\W*\Z")
_AGENCY = re.compile(r"[^.]{2,80}?(?:\((?:[a-z-]{2,20})\)|/[a-z ]{2,15}/) ?[-–—:]", re.DOTALL)
_NARRATIVE = re.compile(r"(?:ils|elles|on|elle|il) (?:etai(?:en)?t|avai(?:en)?t|a|ont|est|sont)\b|«|“|\"")


# "Eh non ! Ce n'est pas…", "Hier, elle a repris": the story has begun, it is not summed up.
_STORY = re.compile(r"[^.?!]{2,24}[?!] |(?:hier|avant-hier)\b|(?:il|elle|ils|elles|on|nous|je) ")
# "(Tunis) L'édition…", "GENÈVE (22 avril 2024) – Le verdict…": an agency's opening.
_BRACKETED = re.compile(
    r"\([a-z][a-z' -]{2,25}\) (?=\w)|[a-z][a-z' -]{2,30} \((?:le )?\d{1,2}(?:er)? \w{3,9}\.? \d{4}\) ?[-–—:.]"
)
# "La Mauricie n'a jamais été si présente", "C'est un rituel :", "le verger avait cessé": scenery comes first.
_SCENERY = re.compile(
    r"[^.!:;?]{0,80}?\b(?:n'(?:avai(?:en)?t|a|ont)|ne s'est|ne (?:lui|leur|l'|s'|nous) ?[^.!:;?]{2,14}) ?"
    r"(?:\w+ )?(?:jamais|pas|plus|guere)\b|c'(?:est|etait) (?:une?|la|le) "
    r"|[^.!:;?]{0,70}\bavai(?:en)?t (?:jamais|cesse)\b"
)
# "La transition n'est pas qu'un slogan.": a short first sentence that names nothing and counts nothing.
_HOOK = re.compile(r"[^.!?:;«\d]{8,62}\.\s")
# "M. Petit" without a first name is somebody already spoken of.
_UNINTRODUCED = re.compile(
    r"\b(?:M\.|MM\.|Mme|Mlle)\s[A-ZÀ-Ý][\w’'-]+(?!\s(?:[A-ZÀ-Ý]|d[eu’']|le|la|van|von|ben|el))"
)


def standfirst(page: Page) -> Kinds:
    """The summary right under the title: a paragraph of its own, without a place and date before it."""
    units = page.units
    at = next((i for i, u in enumerate(units) if u.kind == "title"), None)
    if at is None:
        return
    i = at + 1
    while i < len(units) and (units[i].kind in ("marker", "dateline", "contact") or _is_byline(units[i])):
        i += 1
    if i < len(units) and units[i].kind is None and _is_short_label(page, i):
        i += 1
    elif i == at + 1 and i < len(units) and _is_subtitle(units[at], units[i]):
        yield i, "standfirst"
        i += 1
    if i >= len(units) or units[i].kind is not None or BULLET.match(units[i].text):
        return
    if SALUTATION.match(units[i].plain) or SALUTATION.match(units[i - 1].plain):
        return  # a letter
    if units[i].text.endswith("?") and i + 1 < len(units) and units[i + 1].block == units[i].block:
        return  # the first question of an interview
    dated = any(u.kind == "dateline" for u in units[at:i])
    if _is_summary(page, i) and not (dated and _is_lead(page, i)):
        yield i, "standfirst"


def byline(page: Page) -> Kinds:
    """A short line that names who wrote the text, above it or under it."""
    for i, unit in enumerate(page.units):
        if _is_byline(unit) and (i < page.first_text or i > page.last_text):
            yield i, "paragraph"


def _is_byline(unit: Unit) -> bool:
    by = ("par ", "propos recueillis", "de notre ", "ecrit par ", "redige par ", "texte : ", "article de ")
    return unit.size < 60 and not unit.final and unit.plain.startswith(by)


def _is_subtitle(title: Unit, unit: Unit) -> bool:
    """Whether a line right under the title goes on with it."""
    if unit.kind is not None or unit.block != title.block or unit.size >= 160:
        return False
    return not unit.final and not unit.text.endswith(":")


def _is_short_label(page: Page, i: int) -> bool:
    """Match "En bref", "En 5 secondes", "Entretien": a label over the summary."""
    unit = page.units[i]
    if unit.final or unit.size > 30:
        return False
    labels = ("en ", "l'essentiel", "resume")
    return unit.plain.startswith(labels) or _GENRE.match(unit.plain) is not None


def _is_summary(page: Page, i: int) -> bool:
    unit = page.units[i]
    later = [u for u in page.units[i + 1 :] if u.kind in (None, "paragraph") and u.size > 60]
    emphasised = unit.text.startswith(("**", "_", "*"))
    if not later or unit.size > 600 or (unit.size < 60 and not unit.final):
        return False
    if emphasised:
        return True
    lead = " ".join(unit.plain[:120].split())
    if _AGENCY.match(lead) or _BRACKETED.match(lead) or _tells_story(unit, lead):
        return False
    if _UNINTRODUCED.search(unit.text) and not page.units[i].text.isupper():
        return False
    opening = _inline_dateline(unit)
    if opening is not None:
        rest = opening.lstrip()
        return unit.size <= 300 and rest.startswith(".") and not _NARRATIVE.match(rest.lstrip(". "))
    return unit.size <= (440 if "?" in unit.text else 345)


def _tells_story(unit: Unit, lead: str) -> bool:
    """Whether a paragraph sets a scene or catches the ear before it says what happened."""
    if _NARRATIVE.match(lead) or _STORY.match(lead) or _SCENERY.match(lead):
        return True
    hook = _HOOK.match(unit.text)
    return hook is not None and hook[0][1:].islower() and unit.text[0].isalpha()


def _is_lead(page: Page, i: int) -> bool:
    """Whether the first paragraph under a date begins the story: a long one, no questions after it."""
    unit = page.units[i]
    if unit.size <= 230 or unit.text.startswith(("**", "_", "*")):
        return False
    following = page.units[i + 1] if i + 1 < len(page.units) else None
    return following is None or not following.text.endswith("?")


_SET_OFF = re.compile(r"[,–—|-] ?(?:le |ce )?$")


def _inline_dateline(unit: Unit) -> str | None:
    """What follows the place and date that open a paragraph, None when it does not open so."""
    line = " ".join(unit.plain.split())
    found = _dateline().match(line)
    if found is None or not found["place"] or not is_place(unit.text, found["place"]):
        return None
    rest = str(found["rest"])
    if rest[:2].strip()[:1].isalpha() and not _SET_OFF.search(line, 0, found.start("date")):
        return None  # "Organisé jeudi 24 octobre à …"
    return rest
