"""Nouns that stand for an institution or for what it published: "l'école", "une note de la Cour"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.document import plain_shadow
from communique.extractors.quotations.words import listed, org_nouns, role_nouns
from communique.link.cast import Cast, head_of, words_of
from communique.link.generic import body_for
from communique.link.metonyms import presidency
from communique.link.pronouns import spoken_of
from communique.link.sorts import of_a_leader, of_a_sort, of_another_sort
from communique.records import Person

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
_ORGANS = listed("organs.txt")
_SOURCE_NOUNS = listed("source_nouns.txt")
_DEFINITE = (["la"], ["l'"], ["cette"], ["ce"], ["cet"], ["son"], ["sa"])
_NO_TRADE = frozenset(
    {"groupe", "fonds", "maison", "institut", "caisse", "réseau", "groupement", "collectif"}
)
_FOUNDED = frozenset({"mouvement", "parti", "collectif", "syndicat", "formation", "association"})
_PLATFORMS = frozenset({"facebook", "twitter", "instagram", "telegram", "youtube", "tiktok"})
_STAFF = frozenset({"entourage", "services", "équipe", "équipes", "collaborateurs", "proches"})
_OWNED = frozenset({"filiale", "branche", "succursale", "division"})
_SOMEWHERE = frozenset({"pays", "ville", "région", "département", "province", "canton", "commune"})
_SAME = frozenset({"source", "sources", "interlocuteur", "document", "communiqué", "rapport"})
# Documents that no other noun takes up.
_OF_ITS_OWN = frozenset(
    {
        "plainte",
        "lettre",
        "courrier",
        "jugement",
        "arrêté",
        "arrêt",
        "décision",
        "tract",
        "pétition",
        "accusation",
    }
)
_OF = frozenset({"de", "d'", "du", "des", "à", "au", "aux", "avec", "contre"})
_DOCUMENT = 1500  # characters between a document with its source and the noun alone
_LED = 60  # characters of "publié lundi par l'institut "
_WHOSE = re.compile(
    r"(?:[\w-]+ ){0,2}(?:(?:publiée?|réalisée?|menée?|signée?|rédigée?|rendue?|diffusée?)s?"
    r" (?:[\w-]+ ){0,3}par |de |d'|du |des )(?:la |le |l'|les )?"
)
_OF_SOME = frozenset({"de", "d'", "du", "des"})
_MARKS = 3  # characters of a space, a mark and a space
_LAST = 4  # of those heard last, some may have these very words
_CIVILITIES = {"avocat": "Me", "médecin": "Dr", "professeur": "Pr", "notaire": "Me"}
# A name after a noun or an adjective: "le géant américain Untel".
_NAME_LAST = re.compile(r"(?<!\w)([a-zà-ÿ'’-]+) ([A-ZÀ-Ý][\w'’-]*)\Z")
# "selon le récit | qu'elle livre au journal |", "d'après les chiffres | dont il dispose |".
_GIVEN_BY = re.compile(r" (?:que |qu'|dont )(?:en )?(elle|il) (?!y |faut|s'agit)\w")
_BEFORE_PLACES = frozenset(
    {"de", "du", "des", "à", "au", "aux", "en", "la", "le", "les", "et", "sur", "chez", "pour", "entre"}
)
_SEVERAL = frozenset({"les", "ces", "ses", "leurs", "certains", "certaines"})


def body_noun(s: Cast, start: int, end: int) -> str | None:
    """ "l'école", "le ministère", "la direction": the nearest institution it can stand for."""
    words = s.words(start, end)
    head = head_of(words)
    if head is None or (words[head] not in _ORG_NOUNS and words[head].removesuffix("s") not in _ORG_NOUNS):
        return None
    several = words[0] in _SEVERAL and words[head] not in _ORG_NOUNS  # "les entreprises"
    if several or words[0] in ("un", "une", "des", "plusieurs", "notre", "nos", "votre", "vos"):
        return ""
    if words[head] in ("cabinet", "entourage") and words[0] in ("son", "sa", "leur"):
        return ""  # of the person spoken of
    newly = words[head - 1] in ("nouveau", "nouvelle", "nouvel") and words[head] in _FOUNDED
    if newly and len(words) == head + 1:
        return ""  # "le nouveau mouvement" beside those that the text names
    if words[head] == "présidence" and (seat := presidency(s, words[head + 1 :])) != "":
        return seat
    if (beside := _in_marks_beside(s, start, end)) is not None:
        return beside
    inside = s.body_within(start, end)
    head_at = s.doc.lower.find(words[head], start, end)
    qualified = len(words) > head + 1 and words[head + 1] not in ("de", "d'", "du", "des", "qui", "en", "à")
    if inside is None and qualified and s.doc.text[head_at].isupper():
        return _fully_named(s, words[head:]) or ""  # "l'Association française des marcheurs"
    if (
        inside is None
        and s.doc.text[head_at].isupper()
        and _ORG_NOUNS.get(words[head], ((), ""))[0] == ("association",)
    ):
        bearing = _bearing(s, words[head], start)
        if bearing is not None:
            return bearing  # "la Ligue": no other association
    of_state = words[head + 1 : head + 3] == ["d'", "état"]  # "la société d'État"
    if inside is None and (stranger := _ends_with_name(s, start, end)) is not None:
        return stranger
    if len(words) > head + 1 and words[head + 1] in ("de", "d'", "du", "des") and not of_state:
        if inside is not None and words[head] in _OWNED:
            return _subsidiary(s, inside, start)
        if inside is not None and (words[head] in _ORGANS or _is_named(s, words[head], inside, start)):
            return inside
        if words[head] in _ORGANS:  # "la direction de l'enseigne", but "la direction du port"
            led = next((w for w in words[head + 2 :] if w in _ORG_NOUNS), None)
            if words[head + 1] in ("de", "d'") and words[head + 2 : head + 3][:1] not in _DEFINITE:
                led = None  # "l'équipe d'organisation"
            return (body_for(s, led, start) if led else _fully_named(s, words[head:])) or ""
        if (led := of_a_leader(s, words[head], start, end)) is not None:
            return led
        if _plies_a_trade(s, words[head], head_at, end):
            return body_for(s, words[head], start) or ""
        if (named := _fully_named(s, words[head:])) is not None:
            return named
        sort = of_a_sort(words, head, s.doc.text[head_at:end])
        found = body_for(s, words[head], start) if sort else None
        return found if found is not None and not of_another_sort(s, found, words[head:]) else ""
    if inside is None and _of_some(words, head):
        return _fully_named(s, words[head:]) or ""
    told = body_for(s, words[head], start) or _named_later(s, words[head], start)
    return told or (_named_next(s, words[head], start, end) if len(words) > head + 1 else "")


def _of_some(words: Sequence[str], head: int) -> bool:
    """ "l'équipe médicale des grévistes", "la cellule régionale d'urgence": a part, told by what it is of."""
    anything = "*" in _ORG_NOUNS.get(words[head], ((), ""))[0]
    return anything and not _OF_SOME.isdisjoint(words[head + 2 :])


def _in_marks_beside(s: Cast, start: int, end: int) -> str | None:
    """ "le collectif militant « Sauvons la gare »": the body whose name is set in marks beside the noun."""
    i = bisect_left(s.bodies, (start,))
    if i >= len(s.bodies) or s.bodies[i].start > end + _MARKS:
        return None
    name = s.bodies[i].start
    between = s.doc.text[max(start, name - _MARKS) : name].rstrip()
    if not between.endswith(("«", '"', "“")) or (
        name > end and s.doc.text[end:name].strip(' \u00a0\u202f«"“')
    ):
        return None
    return s.bodies[i].id if _OF.isdisjoint(s.words(start, min(name, end))) else None


def _bearing(s: Cast, noun: str, start: int) -> str | None:
    """The body named before that a noun begins; nobody where none is; None where a sentence opens with it."""
    if noun in ("association", "club") or s.doc.text[start].isupper():
        return None
    return next(
        (k.id for k in s.bodies_before(start) if noun in words_of(s.institutions[k.id].name.lower())), ""
    )


def _ends_with_name(s: Cast, start: int, end: int) -> str | None:
    """ "le groupe italien de cuisines Untel": whoever bears that name, and not a body named before."""
    m = _NAME_LAST.search(s.doc.text, start, end)
    if m is None or s.doc.lower[m.start(1) : m.end(1)] in _BEFORE_PLACES:
        return None
    said = plain_shadow(m.group(2))
    bearing = (b.id for b in s.institutions.values() if said in words_of(plain_shadow(b.name)))
    return next(bearing, "")


def _subsidiary(s: Cast, owner: str, start: int) -> str:
    """ "la filiale d'Untel": "Untel Énergie", or the company last told of that is not its owner."""
    name = plain_shadow(s.institutions[owner].name)
    longer = {b.id for b in s.institutions.values() if plain_shadow(b.name).startswith(f"{name} ")}
    if len(longer) == 1:
        return longer.pop()
    told = (k.id for k in s.bodies_before(start) if k.id != owner)
    return next((i for i in told if s.institutions[i].kind == "company"), "")


def _named_later(s: Cast, noun: str, start: int) -> str:
    """ "La fédération a réagi. … La Fédération de pêche": the one body that the noun begins, named after."""
    named = {
        k.id
        for k in s.bodies[bisect_left(s.bodies, (start,)) :]
        if words_of(s.doc.lower[k.start : k.end])[:1] == [noun]
    }
    return named.pop() if len(named) == 1 else ""


def _named_next(s: Cast, noun: str, start: int, end: int) -> str:
    """ "L'agence chargée des cars scolaires prévient que … . L'Union des cars …": named as the next opens."""
    i = bisect_left(s.doc.sentences, end, key=lambda x: x.start)
    following = s.doc.sentences[i] if i < len(s.doc.sentences) else None
    if following is None:
        return ""
    at = bisect_left(s.opening_bodies, (following.start,))
    kinds = _ORG_NOUNS[noun][0] if noun in _ORG_NOUNS else ()
    for known in s.opening_bodies[at : at + 1]:
        if known.start < following.end and s.institutions[known.id].kind in kinds:
            return known.id
    return ""


def told_of_in_title(s: Cast, start: int, end: int) -> str | None:
    """ "L'enquête est bâclée, dénonce un avocat" in a title: the one whom the text then presents."""
    words = s.words(start, end)
    if words[:1] not in (["un"], ["une"]) or len(words) < 2:
        return None
    section = s.doc.section_at(start)
    if section is None or section.kind != "title":
        return None
    noun = _ROLE_NOUNS.get(words[1])
    if noun is not None:
        civil = _CIVILITIES.get(noun.lemma)
        held = {
            p.id
            for p in s.people.values()
            if (civil is not None and p.civility == civil)
            or any(_ROLE_NOUNS[w].lemma == noun.lemma for w in _title_nouns(p))
        }
        return held.pop() if len(held) == 1 else None
    if words[1] not in _ORG_NOUNS:
        return None
    said = {
        k.id
        for k in s.bodies[bisect_left(s.bodies, (end,)) :]
        if s.doc.lower.endswith(f"{words[1]} ", 0, k.start)
        or words_of(s.doc.lower[k.start : k.end])[:1] == [words[1]]
    }
    return said.pop() if len(said) == 1 else None


def _title_nouns(person: Person) -> list[str]:
    return [w for r in person.roles for w in words_of(r.title.lower()) if w in _ROLE_NOUNS]


def same_source(s: Cast, start: int, end: int) -> str | None:
    """ "a précisé la même source", "de même source": whoever was heard last."""
    words = s.words(start, end)
    if "même" not in words or not _SAME.intersection(words):
        return None
    heard = [k for told in (s.heard, s.heard_bodies, s.told_by) for k in told[-_LAST:] if k.start < start]
    last = max(heard, default=None)
    return last.id if last is not None and not last.id.startswith("?") else ""


def _is_named(s: Cast, noun: str, body: str, start: int) -> bool:
    """ "l'association des Amis du Muséum", "le collectif de Sauvons la gare": a name that needs its noun."""
    kinds = _ORG_NOUNS[noun][0] if noun in _ORG_NOUNS else ()
    first = next((k for k in s.bodies[bisect_left(s.bodies, (start,)) :] if k.id == body), None)
    if first is None or s.institutions[body].kind != "association" or "association" not in kinds:
        return False
    words = s.words(first.start, first.end)
    between = s.words(start, first.start)[-1:]
    return between in (["des"], ["de"], ["d'"], ["du"]) and words[0] not in _ORG_NOUNS


def _plies_a_trade(s: Cast, noun: str, start: int, end: int) -> bool:
    """ "le fabricant de compteurs", "l'éditeur de logiciels": a company, by what it makes or sells."""
    kinds = _ORG_NOUNS[noun][0] if noun in _ORG_NOUNS else ()
    return (
        noun not in _NO_TRADE
        and ("company" in kinds or kinds == ("media",))  # "le quotidien du soir"
        and "*" not in kinds
        and s.doc.text[start:end].islower()
    )


def _fully_named(s: Cast, words: Sequence[str]) -> str | None:
    """ "le ministère de la Santé" beside "ministère chargé de la Santé": all is in a name."""
    wanted = {plain_shadow(w) for w in words if len(w) > 3 and w not in _SOMEWHERE}
    for body in s.institutions.values():
        for name in (body.name, *body.aliases):
            if len(wanted) > 1 and wanted <= set(words_of(plain_shadow(name))):
                return body.id
    return None


def document(s: Cast, start: int, end: int) -> str | None:
    """ "une note de la Cour des comptes", "les chiffres de l'Insee": the body it comes from."""
    words = s.words(start, end)
    head = head_of(words)
    if head is not None and (words[head] in _ROLE_NOUNS or words[head] in _ORG_NOUNS):
        return None  # "la chargée d'études de la Ligue"
    told = next((i for i, w in enumerate(words[:4]) if w in _SOURCE_NOUNS), None)
    if told is None or any(w in _ROLE_NOUNS for w in words[1:told]):
        return None  # "la dernière autrice de l'article"
    inside = s.body_within(start, end)
    if (given := _GIVEN_BY.search(s.doc.lower, start, end + 24)) is not None:
        return spoken_of(s, given.start(1), "f" if given.group(1) == "elle" else "m")
    if words[told] in ("page", "fil", "profil") and set(words[told:]) & _PLATFORMS:
        return ""  # "la page Facebook du mouvement"
    if inside is None and words[told] in _STAFF:
        return ""  # "son entourage", "ses services": others than the person spoken of
    if inside is None and len(words) == 2 and words[0] in ("l'", "le", "la", "cette", "ce", "cet"):
        return _same_document(s, start, end)
    if inside is None and words[0] in ("son", "sa", "ses"):  # "d'après ses calculs"
        return spoken_of(s, start, None)
    if inside is None and s.doc.text[end : end + 2] == " (":  # "les données officielles (Insee)"
        i = bisect_left(s.bodies, (end,))
        if i < len(s.bodies) and s.bodies[i].start == end + 2:
            return s.bodies[i].id
    return inside or ""


def _brought_in(s: Cast, noun: str, start: int) -> str:
    """ "Le rapport de la Cour est sévère. « … », note le rapport": whose the last one of that noun is."""
    for m in reversed(list(re.finditer(rf"(?<!\w){noun} ", s.doc.lower[max(0, start - _DOCUMENT) : start]))):
        end = max(0, start - _DOCUMENT) + m.end()
        led = _WHOSE.match(s.doc.lower, end, end + _LED)
        body = s.body_within(led.end(), led.end() + 1) if led is not None else None
        if body is not None and not s.inside(end):
            return body
    return ""


def _same_document(s: Cast, start: int, end: int) -> str:
    """ "… , révèle le baromètre de l'institut Untel. L'étude souligne aussi": the body that it comes from."""
    last = s.told_by[-1] if s.told_by else None
    if last is None:
        return _brought_in(s, s.words(start, end)[-1], start)
    near = last is not None and "\n\n" not in s.doc.text[last.end : start]
    if near and last is not None and (own := _OF_ITS_OWN.intersection(s.words(start, end))):
        near = not own.isdisjoint(s.words(last.start, last.end))  # "la plainte" is no report
    return last.id if last is not None and near else ""
