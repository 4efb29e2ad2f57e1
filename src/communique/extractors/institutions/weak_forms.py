"""Listed forms that are also a word, a town or a surname: the uses that settle that the body is meant."""

from __future__ import annotations

import re

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.known_forms import crossed, matches, reads
from communique.extractors.institutions.parties import PARTIES, party, told_to
from communique.extractors.institutions.words import ROOM, Words, function_words, wordset
from communique.gazetteer import Body, bodies, places, registry_key
from communique.lexicon import singular, words

_BODIES = bodies()
_PLACES = places()
_FIRM_VERBS = words(ROOM, "firm_verbs.txt")
_BY_PRESS = wordset("done_by_press")
_FUNCTION_WORDS = function_words()
_PRINTED = wordset("press") | wordset("printed")
_PRESS_PEOPLE = wordset("press_people")
_MATCHES = wordset("matches")
_OF_CLUBS = wordset("of_clubs")
_PLAYED = wordset("played")
_GROUPED = wordset("grouped")
_PLANTS = wordset("plants") | wordset("more_plants")
_COUNTRIES = wordset("countries_named")
_FUNCTIONS = wordset("firm_functions")
_PUBLISHING = frozenset(("ed", "eds", "edition", "editions"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENT = frozenset(
    ("remise", "adressee", "envoyee", "transmise", "parvenue", "parvenu", "adresse", "transmis", "confiee")
)
_ENOUGH = 3  # words of matches that an article about them has
_FAR = 14  # tokens of a noun and its complement


def told(ctx: Context, i: int, body: Body) -> bool:
    """Whether one use settles that a form which is also a word, a town or a surname names the body here."""
    w, size = ctx.w, len(body.words)
    if not matches(ctx, i, body) or w.shouted[i] or w.span_text(i, i + size) != body.form:
        return False
    if body.kind == "association" and size == 1 and registry_key(body.form) in _PLACES:
        return _plays(w, i)  # clubs by their towns
    if body.kind == "association" and w.text[i + size - 1] in PARTIES and party(ctx, i + size - 1):
        return True
    if body.words[0] in ("l'", "la", "le", "les"):
        return not w.opens_sentence(i)  # "ORTM ; L'Essor": nothing else asks for the article's capital
    if size > 1 or crossed(ctx, i):
        return False
    before = w.plain[i - 1] if i else ""
    if i and (_by_its_kind(ctx, i, body) or _itemised(ctx, i)):
        return True
    if w.plain[i] in _FUNCTION_WORDS:
        return False  # "Elle annonce", "Voici"
    if body.kind in ("company", "public_body") and _beside_alike(ctx, i, body):
        return True
    if before == "par" and body.kind == "media" and i > 1 and w.plain[i - 2] in _BY_PRESS:
        return True
    if before == "selon" or (before == "chez" and body.kind == "company"):
        return True
    subject = (
        w.opens_sentence(i) or before in (",", ";", "que", "qu'") or (w.is_acronym(i) and w.determiner(i))
    )
    if not subject or i + 2 >= len(w) or not w.joined(i + 1):
        return False
    verb = i + 1 + (w.lower[i + 1] in ("a", "ont", "avait", "va", "vont"))
    return w.plain[verb] in _FIRM_VERBS


def _by_its_kind(ctx: Context, i: int, body: Body) -> bool:
    """What is done with bodies of its kind alone."""
    w, end = ctx.w, i + len(body.words)
    if body.kind == "media":
        return told_to(w, i) or _in_print(ctx, i)
    if w.plain[i] in _FUNCTION_WORDS:
        return False
    if body.kind == "association":
        return (w.plain[i - 1] == "parti" and w.is_acronym(i)) or _plays(w, i) or _apposed(w, i)
    if body.kind == "company":
        return _published_by(w, i, end) or _plant_of(w, i) or _employs(w, i, end)
    return body.kind == "international" and w.is_acronym(i) and _beside_lands(w, i)


def _beside_alike(ctx: Context, i: int, body: Body) -> bool:
    """« Orange et SFR », « Bercy et Matignon »: in a row with such a body that nothing else is called."""
    w = ctx.w
    for sign, other in ((i + 1, i + 2), (i - 1, i - 2)):
        if not 0 <= other < len(w) or w.plain[sign] not in ("et", ",", "ou") or not w.cap[other]:
            continue
        if any(b.kind == body.kind and reads(ctx, other, b) for b in _BODIES.get(w.plain[other])):
            return True
    return False


def named_as_somebody(ctx: Context, i: int) -> bool:
    """« l'attentat contre Charlie Hebdo », « Albin Michel, 2017 »: a title or a publisher, nobody."""
    w, end = ctx.w, ctx.people.get(i, 0)
    for body in _BODIES.get(w.plain[i]) if end > i + 1 else ():
        if len(body.words) == end - i and not body.weak and matches(ctx, i, body):
            return body.kind == "media" or (body.kind == "company" and _published_by(w, i, end))
    return False


def _in_print(ctx: Context, i: int) -> bool:
    """« Dans Libération, », « Anne Petit (Slate) », « une vidéo de Libération », « chroniqueuse à Elle »."""
    w, before = ctx.w, ctx.w.plain[i - 1]
    if before in ("dans", "sur"):
        return True
    if before == "(":
        after = i + 1 < len(w) and w.text[i + 1] in "),"
        return after and i > 1 and (ctx.in_person[i - 2] or w.text[i - 2] in '»”"')
    if before in ("de", "d'") and i > 1 and singular(w.plain[i - 2]) in _PRINTED:
        return True
    if before == "a" and w.lower[i - 1] == "à" and w.plain[i - 2] in _SENT:
        return True  # "une copie a été remise à Liberté"
    if before == "a" and w.lower[i - 1] == "à" and not _in_row(ctx, i):
        return not _PRESS_PEOPLE.isdisjoint(map(singular, w.plain[max(0, i - 4) : i - 1]))
    return _in_row(ctx, i)


def _in_row(ctx: Context, i: int) -> bool:
    """« Voici, Gala et les autres »: a title beside a title."""
    w = ctx.w
    start = i - (i > 2 and w.plain[i - 1] in ("de", "d'") and w.plain[i - 2] in ("et", "ou"))
    for sign, other in ((i + 1, i + 2), (start - 1, start - 2)):
        if not 0 <= other < len(w) or w.plain[sign] not in (",", "et", "ou") or not w.cap[other]:
            continue
        listed = _BODIES.get(w.plain[other])
        if any(b.kind == "media" and b.form == w.text[other] for b in listed) and not w.opens_sentence(
            min(i, other)
        ):
            return True
    return False


def _plays(w: Words, i: int) -> bool:
    """« Liverpool recevra Chelsea », « face à Middlesbrough »: a club by its town, in a tale of matches."""
    if w.is_acronym(i) or sum(word in w.doc.places for word in _MATCHES) < _ENOUGH:
        return False
    before = w.plain[i - 1] if i else ""
    if before in ("contre", "devant", "derriere") or w.plain[i - 2 : i] == ["face", "a"]:
        return True
    if before in ("de", "d'") and i > 1 and singular(w.plain[i - 2]) in _OF_CLUBS:
        return True
    k = i + 1
    return (
        k + 1 < len(w)
        and w.joined(k)
        and (w.plain[k] in _PLAYED or (w.plain[k] == "a" and w.plain[k + 1] in _PLAYED))
    )


def _apposed(w: Words, i: int) -> bool:
    """« la principale association de défense du logiciel libre, l'April »: its name after what it is."""
    if w.plain[i - 1] not in ("l'", "la", "le") or i < 4 or w.text[i - 2] != ",":
        return False
    for k in range(i - 3, max(0, i - _FAR), -1):
        if w.text[k] in ",.;:!?()«»" or w.cap[k]:
            return False
        if w.plain[k] in _GROUPED:
            return True
    return False


def _published_by(w: Words, i: int, end: int) -> bool:
    """« Paris, Belin, 2003 », « (Stock, 2018) », « (Ed. Stock) »: the end of a reference."""
    if not i:
        return False
    dated = end + 1 < len(w) and w.text[end] == "," and _YEAR.fullmatch(w.text[end + 1]) is not None
    if dated and w.text[i - 1] in ",(:":
        return True
    return i > 1 and (
        w.plain[i - 1] in _PUBLISHING or (w.text[i - 1] == "." and w.plain[i - 2] in _PUBLISHING)
    )


def _plant_of(w: Words, i: int) -> bool:
    """« le dépôt de carburant Total de Feluy », « les stations Total »."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if not w.joined(k + 1) or w.cap[k] or w.text[k] in ",.;:()":
            return False
        if singular(w.plain[k]) in _PLANTS:
            return w.plain[i - 1] not in ("a", "en", "vers", "pres", "d'", "de") or k == i - 2
    return False


def _employs(w: Words, i: int, end: int) -> bool:
    """« Directrice marketing, Carrefour (promo 01) »: whose officer somebody is."""
    if w.text[i - 1] != "," or end >= len(w) or not (w.text[end] in ",(" or w.line_break(end)):
        return False
    return not _FUNCTIONS.isdisjoint(w.plain[max(0, i - 6) : i - 1])


def _beside_lands(w: Words, i: int) -> bool:
    """« (Allemagne, Italie, France et UE) »: in a row of countries."""
    return w.text[i - 1] in (",", "et") and i > 1 and w.plain[i - 2] in _COUNTRIES


def _itemised(ctx: Context, i: int) -> bool:
    """« - April », alone on its line, and a listed body alone on the next: the items of a list."""
    w, k = ctx.w, i + 1
    if w.text[i - 1] not in "-•*–" or k + 1 >= len(w) or w.text[k] not in "-•*–" or "\n" not in w.gap(k):
        return False
    return any(reads(ctx, k + 1, b) for b in _BODIES.get(w.plain[k + 1]))
