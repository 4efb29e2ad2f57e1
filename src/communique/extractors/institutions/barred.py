"""Words that look like a body's and are not: classes, statuses, portfolios, topics, State start-ups."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.head_nouns import organ_end, organ_words
from communique.extractors.institutions.told_things import told_things
from communique.extractors.institutions.usage_lists import english_fields
from communique.extractors.institutions.words import ARTICLES, OF, Words, wordset
from communique.extractors.people.heads import is_head
from communique.extractors.people.lexicon import is_inhabitant
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_CLASSES = wordset("classes")
_OF_MANY = wordset("of_many")
_DEVOTED = wordset("devoted")
_LEGAL_STATUS = wordset("legal_status")
_CHARGE = frozenset(("charge", "chargee", "charges", "chargees"))
_LAND_NOUNS = wordset("land_nouns")
_ABOUT = wordset("about")
_PORTFOLIO_HOLDERS = wordset("portfolio_holders")
_CHARGED = wordset("charged")
_AUXILIARIES = wordset("auxiliaries")

_AFTER_TITLES = wordset("after_titles")
_ENGLISH_HEADS = words("communique.extractors.people.roles", "english_heads.txt")
_ENGLISH_TITLES = words("communique.extractors.people.roles", "english_before.txt")
_ENGLISH_NOUNS = _ENGLISH_HEADS | {"board"}
_ENGLISH_WORDS = english_fields()
_ENGLISH_LINKS = frozenset(("&", "and", "of", "for"))

_CANTONS = wordset("cantons")
_FIELDS = words("communique.extractors.institutions", "policy_fields.txt") | {
    "innovation",
    "recherche",
    "numerique",
    "mobilite",
}
_COMMON = frozenset(map(singular, words("communique.extractors.institutions", "thing_nouns.txt")))
_LETTERS = 5  # that acronyms alone on a line have at most
_REACH = 14  # tokens of a class's name
_LONGEST = 32  # tokens of a portfolio
_FIELD_LINKS = OF | ARTICLES | {"et"}
_WHOLE_POLICES = wordset("whole_polices")
_RUBRICS = wordset("rubrics")
_RANKED = wordset("ranked_corps")
_RANKS = wordset("ranks_of_corps")
_FORCES = frozenset(("police", "gendarmerie", "justice", "paix"))
_CORPS = _RANKED | _FORCES
_TO = frozenset(("a", "au", "aux"))
_LINKS = OF | ARTICLES | _TO
_SMALL = ARTICLES | {"un", "une", "des", "il", "elle"}
_SECRETARY = ("secretaire", "d'", "etat")


def barred_tokens(w: Words, in_person: list[bool]) -> set[int]:
    """The tokens at which no name begins, whatever the rules read there."""
    out = {*_classes(w), *_statuses(w), *_organs(w)}
    acronyms = {w.text[k] for k in out if w.is_acronym(k) and w.text[k - 1] == "("}
    out.update(k for k in w.capitals if w.text[k] in acronyms)
    for rule in (
        _state_startups,
        _topics,
        _inhabitants,
        _ranks,
        _police_posts,
        _rubrics,
        _inner_units,
        _borne,
        _lands,
        _in_charge,
        _headings,
        _inclusive,
    ):
        out.update(rule(w))
    out.update(told_things(w))
    out.update(_portfolios(w, in_person))
    out.update(_english_titles(w, in_person))
    out.update(_bracketed(w, in_person))
    return out


def _classes(w: Words) -> Iterator[int]:
    """« les Entreprises de Taille Intermédiaire (ETI) »: a class of bodies."""
    for i in w.places_of(_CLASSES):
        if w.cap[i] and (i == 0 or w.line_break(i) or w.plain[i - 1] in _OF_MANY):
            yield from _with_acronym(w, i)


def _headings(w: Words) -> Iterator[int]:
    """« LE PROBLÈME », « LA DÉMARCHE », « L'ÉQUIPE », alone on their lines: parts of a page."""
    for i in w.places_of(ARTICLES):
        k = i + 1
        if not w.text[i][:2].isupper() or k >= len(w) or not w.text[k].isupper():
            continue
        alone = w.line_break(i) and w.line_break(k + 1) and not w.line_break(k)
        if alone and (len(w.text[k]) > _LETTERS or singular(w.plain[k]) in _COMMON):
            yield k


def _inclusive(w: Words) -> Iterator[int]:
    """« Chacun·e écrit », « Étudiant·es de tous pays »: people, with both their endings."""
    for i in w.capitals:
        if "·" in w.text[i][1:] and (i + 1 >= len(w) or not w.cap[i + 1]):
            yield i


def _statuses(w: Words) -> Iterator[int]:
    """« le statut de Fondation », « la création d'un Fonds dédié à »: bodies to be, or their legal form."""
    for i in w.capitals:
        if i < 2 or i + 1 >= len(w) or not w.joined(i) or w.plain[i - 1] not in ("de", "d'", "un", "une"):
            continue
        devoted = w.joined(i + 1) and w.plain[i + 1].rstrip("es") in _DEVOTED
        of = w.plain[i - 1] in ("de", "d'") and singular(w.plain[i - 2]) in _LEGAL_STATUS
        if w.plain[i - 1] in ("un", "une") and w.plain[i - 3 : i - 1] == ["forme", "d'"]:
            yield from _with_acronym(w, i)  # "sous la forme d'un Groupement d'Intérêt Public (GIP)"
        if (devoted or of) and not w.cap[i + 1]:
            yield i
            yield from _with_acronym(w, i)


def _with_acronym(w: Words, i: int) -> Iterator[int]:
    """The words from token ``i`` to the end of an acronym between parentheses, if one follows."""
    for p in range(i + 2, min(len(w) - 2, i + _REACH)):
        if w.text[p] in ".;:)!?," or w.line_break(p):
            break
        if w.text[p] == "(" and w.is_acronym(p + 1) and w.text[p + 2] == ")":
            yield from range(i, p + 2)
            break


def _state_startups(w: Words) -> Iterator[int]:
    """« la Startup d'État Torvanéa »: a digital service and its name."""
    for i in w.places_of(("startup", "startups", "start-up", "start-ups")):
        if w.plain[i + 1 : i + 3] == ["d'", "etat"]:
            yield from (i, i + 2)
            k = i + 3
            while k < len(w) and w.joined(k) and (w.cap[k] or w.text[k] == "&"):
                yield k
                k += 1


def _topics(w: Words) -> Iterator[int]:
    """« un colloque consacré à l'Innovation Ouverte »: what it is about."""
    for i in w.places_of(_ABOUT):
        k = i + 1
        if k + 1 >= len(w) or w.plain[k] not in _TO:
            continue
        k += 1 + (w.plain[k + 1] in ARTICLES)
        article = w.plain[k - 1] != "a"
        while (
            article
            and k < len(w)
            and w.joined(k)
            and (w.cap[k] or (w.plain[k] == "et" and w.cap[k + 1 : k + 2] == [True]))
        ):
            if w.is_acronym(k):
                break
            yield k
            k += 1


def _inhabitants(w: Words) -> Iterator[int]:
    """« la Québécoise SonarBio »: the firm's name comes after."""
    for i in w.capitals:
        named = i and i + 1 < len(w) and w.joined(i) and w.cap[i + 1] and w.joined(i + 1)
        if named and w.plain[i - 1] in ("la", "le", "l'") and is_inhabitant(w.lower[i]):
            yield i


def _rubrics(w: Words) -> Iterator[int]:
    """« *VIDÉO.* Un homme blessé », « arrêté à Paris (*VIDÉO*) »: what a paper adds to a piece."""
    for i in w.places_of(_RUBRICS):
        if not w.text[i].isupper() or i + 1 >= len(w):
            continue
        opening = w.line_break(i)
        if (opening and w.text[i + 1] in ".—–|:-") or (w.text[i + 1] in ")]" and w.text[i - 1] in "(["):
            yield i
        elif opening and w.cap[i + 1] and w.plain[i + 1] in _SMALL:
            yield from (i, i + 1)  # "FOOTBALL Le club breton cherche": the stop is lost


def _police_posts(w: Words) -> Iterator[int]:
    """« Directeur de la *Police Judiciaire (DPJ)* », « *Police des Étrangers* »: a post's field."""
    for i in w.places_of(frozenset(("police",))):
        k = i + 1
        if i < 3 or k >= len(w) or not (w.cap[i] and w.joined(k)) or w.plain[i - 2 : i] != ["de", "la"]:
            continue
        if not w.plain[i - 3].startswith("direct") or w.plain[k] in _WHOLE_POLICES:
            continue
        if (
            w.plain[k] in ("de", "d'")
            and w.plain[k + 1 : k + 2] != ["l'"]
            and w.plain[k + 1 : k + 2] != ["la"]
        ):
            continue  # "de la Police de Genève"
        while k < len(w) and w.joined(k) and (w.cap[k] or w.is_adjective(k) or w.plain[k] in _FIELD_LINKS):
            k += 1
        if w.text[k : k + 1] == ["("] and w.is_acronym(k + 1):
            k += 2
        yield from range(i, k)


def _ranks(w: Words) -> Iterator[int]:
    """« Commissaire de *Police Divisionnaire* », « Professeur des *Universités* »: a rank, no body."""
    for i in w.places_of(_CORPS):
        if i > 1 and w.plain[i] in _FORCES and w.plain[i - 1] == "de" and is_head(w.lower[i - 2]):
            yield i
        if i < 2 or not (w.cap[i] and w.joined(i) and w.joined(i - 1)) or w.plain[i - 1] not in OF:
            continue
        if w.plain[i] not in _RANKED:
            continue
        k = i - 2
        k -= k > 0 and w.adjectival(k) and w.plain[k] not in _RANKS
        if w.plain[k] not in _RANKS:
            continue
        yield i
        while i + 1 < len(w) and w.joined(i + 1) and w.adjectival(i + 1):
            i += 1
            yield i


def _inner_units(w: Words) -> Iterator[int]:
    """« le pôle Opinion d'OpinionWay »: a part of the body that is named next, not of a town."""
    for i in w.places_of(("pole", "poles")):
        k = i + 1
        while (
            k < len(w)
            and w.joined(k)
            and (w.cap[k] or (w.plain[k] == "et" and w.cap[k + 1 : k + 2] == [True]))
        ):
            k += 1
        at = k + 1 + (k + 1 < len(w) and w.plain[k + 1] in ARTICLES)
        if (
            k == i + 1
            or at >= len(w)
            or w.plain[k] not in OF
            or not (w.joined(k) and w.joined(at) and w.cap[at])
        ):
            continue
        if registry_key(w.text[at]) not in places():
            yield from range(i + 1, k)


def _organs(w: Words) -> Iterator[int]:
    """« le Conseil d'Administration Central »: an organ, whatever its capitals."""
    for i in w.places_of(organ_words()):
        if (end := organ_end(w, i)) and w.cap[i]:
            yield from range(i, end)
        while end and end < len(w) and w.joined(end) and w.adjectival(end):
            end += 1  # "la station spatiale *internationale* (ISS)"
        if end and end + 2 < len(w) and w.text[end] == "(" and w.text[end + 2] == ")":
            yield end + 1


def _borne(w: Words) -> Iterator[int]:
    """« trois lycées portent les noms de X, Y et Z »: whom places and schools are named after."""
    for i in w.places_of(("noms",)):
        if i + 2 >= len(w) or w.plain[i - 1] != "les" or w.plain[i + 1] not in ("de", "d'"):
            continue
        for k in range(i + 2, min(len(w), i + _LONGEST)):
            if w.text[k] in ".;:!?()" or w.line_break(k):
                break
            yield k


def _in_charge(w: Words) -> Iterator[int]:
    """« secrétaire général en charge de l'Économie et du Plan »: fields, with their capitals."""
    for i in w.places_of(_CHARGE):
        if i == 0 or i + 2 >= len(w) or w.plain[i + 1] not in OF or not w.joined(i + 1):
            continue
        if w.plain[i] == "charge" and w.lower[i] == "charge" and w.plain[i - 1] != "en":
            continue
        k = i + 2 + (w.plain[i + 2] in ARTICLES)
        while k < len(w) and w.cap[k] and w.plain[k] in _FIELDS and w.joined(k):
            yield k
            k += 1
            while k < len(w) and (w.plain[k] in ("et", ",") or w.plain[k] in OF | ARTICLES) and not w.cap[k]:
                k += 1


def _lands(w: Words) -> Iterator[int]:
    """« la Dent de Torvel », « le Gouffre de la Morne »: a place and what it is named after."""
    for i in w.places_of(_LAND_NOUNS):
        k = i + 1
        if not w.cap[i] or w.text[i].isupper() or k + 1 >= len(w) or w.plain[k] not in OF or w.cap[k]:
            continue
        k += 1 + (w.plain[k + 1] in ARTICLES)
        if k < len(w) and w.cap[k] and w.joined(k) and w.joined(i + 1) and not w.is_acronym(k):
            yield from (i, k)


def _portfolios(w: Words, in_person: list[bool]) -> Iterator[int]:
    """« Secrétaire d'État à la Prospective et au Développement de l'Économie »: fields, not bodies."""
    for i in w.places_of(_PORTFOLIO_HOLDERS):
        k = i + 1
        minister = w.plain[i].startswith("ministre")
        if w.plain[i] == "secretaire":
            if tuple(w.plain[i : i + 3]) != _SECRETARY:
                continue
            yield i + 2
            k, minister = i + 3, True
        charged = False
        while k < len(w) and w.joined(k) and w.plain[k].rstrip("es") in _CHARGED:
            charged = charged or w.plain[k].startswith(("charg", "delegu", "aupr"))
            k += 1
        of = minister or charged
        if k >= len(w) or not w.joined(k) or not of or w.plain[k] not in (_LINKS if charged else OF | _TO):
            continue
        if w.plain[k] in _TO and not (charged or w.plain[i] == "secretaire"):
            continue
        yield from _fields(w, in_person, k)


def _bracketed(w: Words, in_person: list[bool]) -> Iterator[int]:
    """« Anne Petit (Santé), Paul Roche (Économie et Énergie) », « (VD) »: somebody's field or canton."""
    for p in w.doc.places.get("(", ()):
        if p == 0 or p + 2 >= len(w) or not in_person[p - 1] or not w.cap[p + 1]:
            continue
        if w.text[p + 2] == ")" and w.plain[p + 1] in _CANTONS and w.text[p + 1].isupper():
            yield p + 1
        elif singular(w.plain[p + 1]) in _FIELDS or w.plain[p + 1] in _FIELDS:
            close = next((k for k in range(p + 2, min(len(w), p + _REACH)) if w.text[k] == ")"), None)
            held = range(p + 1, close) if close is not None else range(0)
            if all(
                not w.cap[k] or {w.plain[k], singular(w.plain[k])} & _FIELDS or w.adjectival(k) for k in held
            ):
                yield from held


def _english_titles(w: Words, in_person: list[bool]) -> Iterator[int]:
    """« NAME, Executive Vice President Space Systems chez X »: the capitals of a function."""
    for i in w.places_of(_ENGLISH_NOUNS):
        if not w.cap[i]:
            continue
        first, end = i, i + 1
        while first and w.joined(first) and (w.cap[first - 1] or w.plain[first - 1] in _ENGLISH_LINKS):
            first -= 1
        whose = _english_body(w, i)
        if w.plain[i] == "board" and not whose:
            continue
        titled = i - first > 1 and all(word in _ENGLISH_TITLES for word in w.plain[first:i])
        if titled:  # "celui de Chief Digital Officer"
            yield from range(first, i + 1)
        if w.plain[i : i + 2] == ["head", "of"]:
            yield from range(i, whose or _field_end(w, i + 2))
        elif whose:
            yield from range(i, whose)  # "Director General of", before the body's name
            continue
        if first < 2 or w.text[first - 1] not in ",–—-(:|" or not in_person[first - 2]:
            continue
        if whose:
            yield from range(first, whose)
            continue
        while end < len(w) and w.joined(end) and (w.cap[end] or w.plain[end] in _ENGLISH_LINKS):
            end += 1
        whole = end >= len(w) or w.plain[end] in _AFTER_TITLES
        yield from range(first, end if whole else i + 1)


def _field_end(w: Words, k: int) -> int:
    """The end of « Marketing and Sales », « the Board of Trustees »; one word at least."""
    first = k
    while k < len(w) and w.joined(k) and (w.plain[k] in _ENGLISH_WORDS or w.plain[k] in _ENGLISH_LINKS):
        k += 1
    return max(k, first + 1)


def _english_body(w: Words, i: int) -> int:
    """Where the body begins after « Director General of », « Head of the Board of »; 0 where a field does."""
    k, until = i + 1, min(len(w) - 1, i + _REACH)
    while k < until and w.joined(k) and w.cap[k] and w.plain[k] in _ENGLISH_WORDS:
        k += 1
    while k < until and w.joined(k) and w.text[k] == "of":
        k += 1 + (w.text[k + 1] == "the")
        if k >= len(w) or not w.cap[k] or not w.joined(k):
            return 0
        if w.plain[k] not in _ENGLISH_WORDS:
            return k
        while k < until and w.joined(k) and (w.plain[k] in _ENGLISH_WORDS or w.text[k] in ("&", "and")):
            k += 1
    return 0


def _fields(w: Words, in_person: list[bool], k: int) -> Iterator[int]:
    """The capitals of the fields that begin at token ``k``."""
    end = min(len(w), k + _LONGEST)
    while k < end and w.joined(k) and not in_person[k]:
        word = w.plain[k]
        if w.cap[k]:
            if w.is_acronym(k):
                return
            yield k
        elif word in ("et", ","):
            following = w.plain[k + 1] if k + 1 < len(w) else ""
            goes_on = following in OF | _TO or following.startswith("charge")
            if not (goes_on or (word == "et" and w.cap[k - 1] and w.cap[k + 1 : k + 2] == [True])):
                return
        elif word not in _LINKS and not word.startswith(("charge", "delegue", "aupres")):
            if not (w.cap[k - 1] or w.plain[k - 1] in _LINKS) or not w.is_word(k) or word in _AUXILIARIES:
                return
            if not w.is_adjective(k) and w.cap[k - 1]:
                return
        k += 1
