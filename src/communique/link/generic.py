"""Bodies that a noun stands for: "l'école", "le quotidien", "la présidence française"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import plain_shadow
from communique.extractors.quotations.names import WORD
from communique.extractors.quotations.words import in_class, org_nouns
from communique.link.cast import Cast, Known
from communique.link.metonyms import brought_in_as, is_printed
from communique.records import Institution

_ORG_NOUNS = org_nouns()
_PLEADING = in_class("pleading")
_PARTICULAR = in_class("particular")
_STRICT_BODIES = in_class("strict_bodies")
_PLATFORMS = in_class("platforms")
_PARTIES = in_class("of_parties")
_OPENS = 2  # how much more a naming tells that opens its sentence
_NEAR = 700  # characters within which a body that spoke is still the one spoken of
_SAME_BODY = {
    "mairie": ("mairie", "ville", "commune"),
    "municipalité": ("municipalité", "mairie", "ville", "commune"),
    "commune": ("commune", "mairie", "ville"),
    "ville": ("ville", "mairie"),
    "exécutif": ("exécutif", "gouvernement"),
    "hôpital": ("hôpital", "hôpitaux", "chu", "chru", "centre hospitalier"),
    "chu": ("chu", "centre hospitalier universitaire"),
}
_NO_DIRECTION = _STRICT_BODIES - in_class("with_direction")


def _can_be_called(body: Institution, noun: str, kinds: Sequence[str]) -> bool:
    """Whether a noun can stand for a body by its kind; a ministry is called no union."""
    if ("*" not in kinds and body.kind not in kinds) or not is_printed(body.name, noun):
        return False
    first = WORD.findall(body.name.lower())[:1]
    if noun == "direction" and not _NO_DIRECTION.isdisjoint(first):
        return False  # "la direction" is not a court's
    return noun not in _PLEADING | _PARTICULAR or first == [noun] or not _STRICT_BODIES.intersection(first)


def _spoke_since(s: Cast, known: Known, noun: str, kinds: Sequence[str], paragraph: int) -> str | None:
    """ "… la Société des cafés. ¶ Untel a prévenu ses clients. La société précise": who spoke just before."""
    last = s.heard_bodies[-1] if s.heard_bodies else known
    if noun in _STRICT_BODIES or last.id == known.id or last.start < max(known.start, paragraph):
        return None
    first = WORD.findall(s.institutions[last.id].name.lower())[:1]
    sorted_ = first and first[0] in _ORG_NOUNS
    return None if sorted_ or not _can_be_called(s.institutions[last.id], noun, kinds) else last.id


def body_for(s: Cast, noun: str, offset: int) -> str | None:
    kinds = _ORG_NOUNS.get(noun, _ORG_NOUNS.get(noun.removesuffix("s"), ((), "")))[0]
    before = [k for k in s.bodies_before(offset) if not _only_a_place(s, k.id)]
    names = _SAME_BODY.get(noun, (noun,))
    bare = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(plain_shadow(n)) for n in names)})(?!\w)")
    paragraph = s.doc.text.rfind("\n\n", 0, offset)
    for known in before:
        body = s.institutions[known.id]
        if any(bare.search(plain_shadow(name)) for name in (body.name, *body.aliases)):
            return _spoke_since(s, known, noun, kinds, paragraph) or known.id
    if noun == "parti":
        before = [k for k in before if is_party(s.institutions[k.id])]
    elif noun in _STRICT_BODIES:
        return None
    if (medium := brought_in_as(s, before, noun)) != "":
        return medium
    heard = [k for k in s.heard_bodies[-3:] if k.start > max(paragraph, offset - _NEAR)]
    for known in reversed(heard):
        if noun == "parti" and not is_party(s.institutions[known.id]):
            continue
        if _can_be_called(s.institutions[known.id], noun, kinds):
            return known.id
    fitting = [k for k in before if _can_be_called(s.institutions[k.id], noun, kinds)]
    here = [k for k in fitting if k.start > paragraph]
    if not fitting and kinds == ("company",):
        return _medium(s, before)
    if not fitting or here:
        opening = [k for k in here if s.opens(k)]
        return (opening or here)[0].id if here else None
    # Nobody in this paragraph: the one that the article is about, whom its sentences begin with.
    return max(fitting, key=lambda k: (_told_of(s, k.id), k.start)).id


def _medium(s: Cast, before: Sequence[Known]) -> str | None:
    """ "l'entreprise" in a text that tells of one medium, a channel or a service, and of no company."""
    media = {k.id for k in before if s.institutions[k.id].kind == "media" and s.opens(k)}
    one = media.pop() if len(media) == 1 else None
    return one if one is not None and len(s.institutions[one].mentions) > 1 else None


def _only_a_place(s: Cast, body: str) -> bool:
    """Whether a platform is only where something was posted: no sentence tells of it."""
    platform = plain_shadow(s.institutions[body].name) in _PLATFORMS
    return platform and not any(k.id == body for k in s.opening_bodies)


def _told_of(s: Cast, body: str) -> int:
    """How much an article tells of a body: how often it is named, first in its sentence above all."""
    opening = sum(k.id == body for k in s.opening_bodies)
    return len(s.institutions[body].mentions) + _OPENS * opening


def is_party(body: Institution) -> bool:
    """Whether a body can be called "le parti" by its name or its letters."""
    words = {w for name in (body.name, *body.aliases) for w in WORD.findall(name.lower())}
    return body.kind == "association" and not _PARTIES.isdisjoint(words)
