"""Names that begin with a head noun: "Centre national de la recherche scientifique", "la société Nordane"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from communique.extractors.institutions.acronyms import initials
from communique.extractors.institutions.candidates import Candidate, Context, place_nouns
from communique.extractors.institutions.complements import Extent
from communique.extractors.institutions.head_nouns import HeadMatch, generic, heads, kind_of
from communique.extractors.institutions.lower_heads import ONE_OF_MANY, ORDINAL, extent_of, lower_name
from communique.extractors.institutions.mere_heads import names_nobody
from communique.extractors.institutions.open_names import (
    acts,
    closed_end,
    department_end,
    titled_work,
)
from communique.extractors.institutions.things import registers
from communique.extractors.institutions.usage_lists import events, negatives
from communique.extractors.institutions.words import (
    DETERMINERS,
    OF,
    ROOM,
    Words,
    endings,
    function_words,
    wordset,
)
from communique.extractors.people.lexicon import first_names
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_PLACES = places()
_NUMBERED = wordset("numbered")
_NUMBERED_TROOPS = ("regiment", "bataillon", "escadron", "brigade", "division", "chambre", "compagnie")
_FOREIGN_ACTS = wordset("foreign_acts")
_UNITS = frozenset(
    ("division", "direction", "branche", "pole", "filiere", "departement", "secteur", "activite")
)
_COUNTRIES = wordset("countries")
_FUNCTION_WORDS = function_words()
_DEMONYM = endings("demonym")
_NATIONAL = wordset("national")
_PLACE_NOUNS = place_nouns()
_POLICY_FIELDS = words(ROOM, "policy_fields.txt")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_FIRST_NAMES = first_names()
_WITHOUT_ARTICLE = ("association", "public_body", "international", "local_authority")
_ORGANS = ("bureau", "presidence", "secretariat", "directoire", "rectorat", "decanat")
_LABELS = wordset("sorts_of_firms")
_BEFORE_NOUN = ("nouvel", "nouveau", "nouvelle", "grand", "petit", "vieux", "jeune", "libre")
_HALLS = wordset("halls")
_PRESIDED = words("communique.extractors.people", "presided.txt")
_POWERS = ("electri", "nucleair", "solair", "thermi", "hydro", "photovolt", "a")
_CLASSES = wordset("class_nouns")
_NOMINAL = endings("nominal")
_STATE_MINISTRY = ["ministere", "d'", "etat", ",", "ministere"]  # and its own name after the comma
_COMPASS = (["ouest", "et"], ["est", "et"], ["nord", "et"], ["sud", "et"])
_CARED = ("education", "health", "research")
_UNITED = ("federation", "conference", "association", "union", "syndicat", "comite", "chambre", "agence")
_LABELLED = frozenset(tuple(label.split()) for label in wordset("labels_of_scenes"))
_NOT_OF_TOPICS = frozenset(
    (
        "qui",
        "que",
        "qu'",
        "dont",
        "ou",
        "avec",
        "par",
        "dans",
        "depuis",
        "lors",
        "a",
        "au",
        "aux",
        "est",
        "sera",
        "sont",
        "pour",
        "ont",
        "vient",
    )
)
_NAME_BEFORE = 6
_LEADING_BODIES = ("parti", "alliance", "coalition", "mouvement")
_LONGEST = 14
_LIST_SPAN, _SIBLINGS = 150, 3  # tokens of a list, and its items that begin alike


def headed_names(ctx: Context) -> Iterator[Candidate]:
    """A head noun with its complement."""
    w = ctx.w
    matches = [m for m in ctx.head_matches if not w.shouted[m.first]]
    ctx.body_starts.update(m.first for m in matches if _begins(ctx, m))
    yield from (c for m in ctx.head_matches if w.shouted[m.first] and (c := _in_capitals(w, m)) is not None)
    until = 0
    for match in matches:
        if w.plain[match.first : match.first + 5] == _STATE_MINISTRY:
            continue
        if (
            match.first < until
            or match.first in ctx.barred
            or titled_work(w, match.first)
            or _of_somebody(ctx, match)
        ):
            continue
        if names_nobody(ctx, match):
            ctx.barred.update((match.first, match.last, match.last + 1))
            continue
        if w.cap[match.first] and match.head.words[0] in _LABELS and not w.opens_sentence(match.first):
            continue  # "les résultats du Start-up Coaching": a thing's word
        label = (
            w.text[match.first].isupper() and "n" in match.head.flags
        )  # PME, ESN: a common noun in capitals
        candidate = _capitalised(ctx, match) if w.cap[match.first] and not label else lower_name(ctx, match)
        if candidate is not None:
            until = candidate.last
            yield candidate


def _in_capitals(w: Words, match: HeadMatch) -> Candidate | None:
    """« la COMMUNAUTE DE COMMUNES LOT ET ORB demande »: a name in capitals inside a sentence."""
    i, end = match.first, match.last
    if not i or w.plain[i - 1] not in DETERMINERS | OF | {"au", "par"} or w.cap[i - 1] or not w.joined(i):
        return None
    while end < len(w) and w.joined(end) and (w.shouted[end] or w.text[end].isupper()) and end - i < _LONGEST:
        end += 1
    while end > match.last and not w.is_word(end - 1):
        end -= 1
    sure = bool(set(match.head.flags) & {"p", "i", "l", "m"}) and "w" not in match.head.flags
    if not sure or end < match.last + 1 or not (end >= len(w) or not w.cap[end]) or w.plain[end - 1] in OF:
        return None
    return Candidate(i, end, kind_of(w, match, end), "headed_name")


def _of_somebody(ctx: Context, match: HeadMatch) -> bool:
    """« le gouvernement de Jeanne Petit », « du Parti du travail »: whoever leads it does not name it."""
    k = match.last
    if match.head.words != ("gouvernement",) or k + 1 >= len(ctx.w) or ctx.w.plain[k] not in OF:
        return False
    return ctx.people.get(k + 1, 0) > k + 2 or ctx.w.plain[k + 1] in _LEADING_BODIES


def _begins(ctx: Context, match: HeadMatch) -> bool:
    """Whether the head noun may begin a name of its own: "Centre de …", but not the end of "Colas Centre"."""
    w, k = ctx.w, match.last
    if k >= len(w) or not w.joined(k):
        return False
    if not w.cap[match.first]:
        return bool(set(match.head.flags) & {"m", "p"}) or (w.cap[k] and match.head.words == ("fondation",))
    return len(match.head.words) > 1 or w.cap[k] or w.plain[k] in OF or w.is_adjective(k)


def _capitalised(ctx: Context, match: HeadMatch) -> Candidate | None:
    w, head, i = ctx.w, match.head, match.first
    if ctx.people.get(i, 0) > match.last:
        return None  # "Petr Novák", "Ville Virtanen"
    extent = extent_of(ctx, match)
    k = match.last
    if _run_on(w, match, extent.end):
        ctx.in_person[k : extent.end] = [True] * (extent.end - k)
        return None
    if head.words[0] in _ORGANS and len(head.words) == 1 and k < len(w) and w.plain[k] in OF:
        owner = k + 1 + (k + 1 < len(w) and w.plain[k + 1] in ("la", "l'"))
        if owner in ctx.body_starts and w.plain[owner - 1] in ("du", "la", "l'"):
            return None  # "le Bureau de l'Assemblée permanente": its organ
    if w.plain[i - 3 : i - 1] in _COMPASS and w.plain[i - 1] == "du" and head.words == ("centre",):
        return None  # "l'Afrique de l'Ouest et du Centre de la Banque mondiale"
    if head.words == ("ministere",) and match.plural and (k >= len(w) or w.plain[k] not in OF):
        return None  # "l'ensemble des Ministères impliqués"
    if head.words == ("parti",) and match.plural and not w.determiner(i) and w.opens_sentence(i):
        return None  # "Partis de Torvel lundi, les coureurs": a participle
    known = ctx.known_ends.get(i, 0)
    if k <= known < extent.end and w.plain[known] == "pour":
        return None  # "2e en Fédération Wallonie-Bruxelles pour l'indicateur …"
    if ctx.people.get(k, 0) > k + 1 and head.kind != "health":
        return None  # "la Présidente du Gouvernement Anne Petit"
    if head.words[0] in _PRESIDED and k < len(w) and w.is_adjective(k) and ctx.people.get(k + 1, 0) > k + 2:
        return None  # "le président du Conseil italien Anne Petit"
    numbered = w.text[i].isupper() or w.plain[i] in _NUMBERED
    if i and w.joined(i) and w.plain[i - 1] in ONE_OF_MANY and w.determiner(i - 1):
        return None  # "la première Edition de Paris Torvane Summit"
    if numbered and extent.end == k and k < len(w) and w.joined(k) and w.text[k].isdigit():
        return Candidate(i, k + 1, head.kind, "headed_name") if len(w.text[k]) < 4 else None  # "SAMU 31"
    if extent.end == match.last and len(head.words) == 1 and "f" not in head.flags:
        return None
    if "f" in head.flags and extent.end > k and _complete(w, k):
        return Candidate(i, k, head.kind, "headed_name")
    phrase = tuple(map(singular, w.plain[i : extent.end]))
    if w.text[extent.end : extent.end + 1] == ["-"] and "\n" in w.gap(extent.end + 1):
        cut = phrase[-1] + "".join(w.plain[extent.end + 1 : extent.end + 2])
        phrase = (*phrase[:-1], singular(cut))  # a word cut at the line's end: "Conseil d'administra-\ntion"
    if phrase in generic():
        return None
    led = _led_by_adjective(w, i)
    det = w.determiner(i - led)
    beside = i > 2 and w.text[i - 2] == "(" and w.is_acronym(i - 1) and ctx.in_person[i - 3]
    if i and not (led or det or beside) and w.joined(i) and w.cap[i - 1] and not ctx.in_person[i - 1]:
        return None  # "Swiss Startup Radar": the noun closes or crosses another name
    # Inside a sentence, a capital after an article is a name's: "le Comité des forêts".
    country = any(w.plain[n] in _COUNTRIES for n in range(k, min(len(w), extent.end)))
    strong = "h" not in head.flags or country or (head.words == ("service",) and _led(w, i))
    weak = "w" in head.flags and not (det == "definite" and strong)
    needs_proper = weak or "x" in head.flags or det == "loose" or (not det and w.opens_sentence(i))
    if match.plural and not extent.proper and (not det or head.words[0] in _CLASSES):
        return None
    if (head.words == ("stade",) and _venue(w, k)) or _hall(w, i) or _plant(w, match):
        return None
    if head.words == ("fonds",) and i > 2 and w.plain[i - 3 : i] == ["au", "titre", "du"]:
        return None  # "au titre du Fonds Mécénat Culture"
    if head.words == ("departement",) and match.plural and extent.complement and not extent.direct:
        return None  # "les Départements des services fiduciaires de la Banque"
    if head.words == ("departement",) and extent.complement and not extent.proper and det:
        kind = kind_of(w, match, extent.end)
        return Candidate(i, extent.end, "public_body" if kind == head.kind else kind, "headed_name")
    if head.words[0] in ("direction", "service", "office") and _of_a_town(w, extent.end) and extent.end > k:
        return Candidate(i, extent.end, "local_authority", "headed_name")
    if head.words in (("service",), ("direction",)):
        public = extent.complement and det == "definite" and _policy(w, k)
        if public and (extent.end - k > 3 or head.words == ("direction",)):
            return Candidate(i, extent.end, "public_body", "headed_name")  # "le Service de la population"
        if head.words == ("direction",):
            return None
    if match.plural and head.kind == "local_authority" and extent.direct and w.plain[k][-1] in "sx":
        return None  # "le Baromètre des Villes Cyclables"
    listed = _letterhead(w, match, extent) or _item(ctx, match, extent) or _abbreviated(w, i, extent.end)
    listed = listed or _affiliation(ctx, i, extent.end) or _styled(w, i, extent.end)
    scene = head.kind == "culture" and tuple(w.plain[i : i + 2]) in _LABELLED
    styled = _before_dash(ctx, i) if scene else i
    listed = listed or styled < i
    if needs_proper and not extent.proper and not listed:
        return None
    if "d" in head.flags and not extent.direct:
        return None
    cared = head.kind in _CARED or head.words[0] in _UNITED
    if match.plural and (
        (cared and _mere_class(w, k, extent.end))
        or (head.words[0] in _CLASSES and _class_in_capitals(w, k, extent.end))
    ):
        ctx.barred.update(range(i, extent.end))
        return None
    if extent.direct and "h" in head.flags:
        return None  # "Service Communication", "Bureau Presse"
    closing = w.plain[extent.end - 1]
    if extent.direct and (singular(closing) in events() or closing in _FOREIGN_ACTS):
        return None  # "Safer Internet Day", "Startup Act"
    whole = "f" in head.flags or (len(head.words) > 2 and det == "definite")
    if extent.end == match.last and (not whole or det == "loose"):
        return None
    if det == "loose" and not extent.direct and w.plain[i - 1] not in ("un", "une"):
        return None
    if not det and i and w.joined(i) and len(w.plain[i - 1]) > 3 and singular(w.plain[i - 1]) in negatives():
        return None  # "le programme Grande École de l'IAE"
    if not det and i and w.joined(i) and w.plain[i - 1] in _UNITS:
        return None  # "chef de la division Énergie de la BOAD"
    if (
        head.words == ("conseil",)
        and extent.direct
        and w.line_break(i - 1)
        and w.text[extent.end : extent.end + 1] == [":"]
    ):
        return None  # "- Conseil M&A : Torvane"
    if _function(w, i) or (_bare_site(w, match, extent, det)):
        return None
    # "Agence Mirador" is a firm, "Agence nationale de la recherche" a public body.
    firm = head.words == ("agence",) and extent.direct and not extent.complement
    end = extent.end
    open_name = head.kind == "association" and extent.direct and not extent.complement and end + 1 < len(w)
    if open_name and w.plain[end] in ("de", "d'") and not w.cap[end + 1] and not _of_a_body(w, end + 1):
        end = closed_end(w, end)  # "la Fondation Lune de miel"
    elif open_name and w.plain[end] == "a" and end + 1 < len(w) and w.text[end + 1] == w.text[end - 1]:
        end += 2  # "la Fondation Petit à Petit"
    elif firm and end < len(w) and w.joined(end) and w.is_word(end) and w.plain[end] not in _FUNCTION_WORDS:
        end = closed_end(w, end)  # "Agence Sel marin"
    first = i - led
    if i and w.joined(i) and ORDINAL.fullmatch(w.plain[i - 1]):
        if head.words[0] in _NUMBERED_TROOPS:
            first = i - 1  # "le 1er Régiment d'infanterie"
        elif i > 1 and not w.line_break(i - 1):
            return None  # "classé 11e IAE de France"; a line "1er Lycée Vauban" is a list's
    elif (
        i > 1
        and w.plain[i - 1] in DETERMINERS
        and w.cap[i - 1]
        and not w.opens_sentence(i - 1)
        and head.kind not in _WITHOUT_ARTICLE
    ):
        first = i - 1  # "dans La Voix du Vexin"
    first = min(first, styled)
    if head.kind == "association" and end - i > 1 and not extent.proper:
        end = department_end(w, i, end)  # "Syndicat autonome 45"
    if head.words[0] == "chaire":
        end = _topic_end(ctx, end)  # "la Chaire de recherche *sur l'eau en milieu nordique*"
    if head.words == ("region",) and end + 1 < len(w) and w.text[end] == "/" and w.cap[end + 1]:
        end = w.glued(end + 1)  # "la Région Occitanie / Pyrénées-Méditerranée"
    return Candidate(first, end, "company" if firm else kind_of(w, match, end), "headed_name")


def _of_a_body(w: Words, k: int) -> bool:
    """« le Fablab Torvel *de l'université* … »: whose it is."""
    k += w.plain[k] in DETERMINERS
    return k < len(w) and w.plain[k] in heads()


def _topic_end(ctx: Context, end: int) -> int:
    """The end of « sur l'eau en milieu nordique », before a verb, another body or a new clause."""
    w, k = ctx.w, end
    while k < len(w) and k - end < _LONGEST and w.joined(k) and w.is_word(k) and not ctx.stops(k):
        word = w.plain[k]
        if (k == end and word not in ("sur", "en")) or word in _NOT_OF_TOPICS or (k > end + 2 and acts(w, k)):
            break
        if word == "et" and k + 1 < len(w) and w.plain[k + 1] in DETERMINERS:
            break
        k += 1
    while k > end and (
        w.plain[k - 1] in OF or w.plain[k - 1] in DETERMINERS or w.plain[k - 1] in ("et", "en", "sur")
    ):
        k -= 1
    return k


def _before_dash(ctx: Context, i: int) -> int:
    """« *Le Quai* – Scène nationale de Torvel »: where the name begins that a label follows after a dash."""
    w, k = ctx.w, i - 1
    if k < 1 or w.text[k] not in "–—-" or "\n" in w.gap(k) or not w.cap[k - 1] or ctx.in_person[k - 1]:
        return i
    while k and i - k < _NAME_BEFORE and w.cap[k - 1] and (k == i - 1 or w.joined(k)) and w.is_word(k - 1):
        k -= 1
    return i if registry_key(w.span_text(k, i - 1)) in _PLACES else k


def _letterhead(w: Words, match: HeadMatch, extent: Extent) -> bool:
    """« Fédération luxembourgeoise d'aviron – Communiqué »: a national body above its text."""
    end = extent.end
    if match.first and not w.line_break(match.first):
        return False
    if match.last >= len(w):
        return False
    national = w.plain[match.last].endswith(_DEMONYM) or w.plain[match.last] in _NATIONAL
    if not national or w.cap[match.last] or extent.end < match.last + 2:
        return False
    return end + 1 < len(w) and w.text[end] in "–—-|:/" and w.plain[end + 1].startswith("communique")


def _affiliation(ctx: Context, i: int, end: int) -> bool:
    """« - Anne Petit, Union royale belge de handball »: whose somebody is, at the end of a line."""
    w = ctx.w
    return i > 1 and w.text[i - 1] in ",–-:" and ctx.in_person[i - 2] and end - i > 2 and w.line_break(end)


def _styled(w: Words, i: int, end: int) -> bool:
    """« Institut des maladies rares « Imagine » », a line's first words: the name that it goes by follows."""
    if (i and not w.line_break(i)) or end - i < 4 or end + 2 >= len(w) or w.text[end] not in '«“"':
        return False
    return w.cap[end + 1] and w.text[end + 2] in '«»”"'


def _abbreviated(w: Words, i: int, end: int) -> bool:
    """« Association des Centres dramatiques », a line's first words, where the article has « l'ACD » too.

    Before them a bullet or the mark of a note: "* Association …", "(1) Association …".
    """
    k = i
    if i and w.text[i - 1] in "*-–•":
        k = i - 1
    elif i > 2 and w.text[i - 1] == ")" and w.text[i - 2].isdigit():
        k = i - 3
    if not w.line_break(k) or end - i < 4:
        return False
    letters = initials(w.plain[i:end])
    return len(letters) > 2 and any(w.text[k].isupper() for k in w.doc.places.get(letters, ()))


def _item(ctx: Context, match: HeadMatch, extent: Extent) -> bool:
    """« - Institut national des risques : … »: an item among others that begin with a body's noun."""
    w, i, end = ctx.w, match.first, extent.end
    least = match.last + (4 if "h" in match.head.flags else 2)
    if not extent.complement or end < least or not _bulleted(w, i):
        return False
    if not (w.line_break(end) or w.text[end] in ":(–—;"):
        return False
    matches = ctx.head_matches
    low = bisect_left(matches, i - _LIST_SPAN, key=lambda m: m.first)
    high = bisect_left(matches, i + _LIST_SPAN, low, key=lambda m: m.first)
    return sum(_bulleted(w, m.first) for m in matches[low:high]) >= _SIBLINGS


def _bulleted(w: Words, i: int) -> bool:
    """Whether a bullet and token ``i`` open a line."""
    return w.cap[i] and i > 0 and w.text[i - 1] in "-–—•*▪·" and (i == 1 or w.line_break(i - 1))


def _mere_class(w: Words, k: int, end: int) -> bool:
    """« deux Instituts Hospitalo-Universitaires », « des Conférences régionales du sport »: no one's name."""
    return end > k and all(
        w.adjectival(n) or w.plain[n].endswith("-universitaires") or w.lower[n].endswith(("és", "ées"))
        for n in range(k, end)
    )


def _class_in_capitals(w: Words, k: int, end: int) -> bool:
    """Whether adjectives and nouns of what is done are all that follows, whatever their capitals."""
    return (
        end > k
        and all(
            w.adjectival(n)
            or singular(w.plain[n]).endswith(_NOMINAL)
            or w.plain[n] in OF
            or w.plain[n] in DETERMINERS
            for n in range(k, end)
            if registry_key(w.text[n]) not in _PLACES
        )
        and not any(registry_key(w.text[n]) in _PLACES for n in range(k, end))
    )


def _complete(w: Words, k: int) -> bool:
    """« l'examen au Sénat du budget », « l'Union européenne du classement »: no place goes on the name."""
    at = k + 1 + (k + 1 < len(w) and w.plain[k + 1] in DETERMINERS)
    if w.plain[k] not in OF or at >= len(w) or w.cap[at]:
        return False
    return singular(w.plain[at]) not in _PLACE_NOUNS


def _of_a_town(w: Words, end: int) -> bool:
    """« Service de l'eau, Ville de Lausanne », « Service des parcs de la Ville de Genève »."""
    k = end + 1 if w.text[end : end + 1] == [","] else end + 2
    if k + 1 >= len(w) or not (w.text[end] == "," or w.plain[end : end + 2] == ["de", "la"]):
        return False
    return w.text[k] in ("Ville", "Commune", "Mairie", "Métropole") and w.plain[k + 1] in OF


def _policy(w: Words, k: int) -> bool:
    """« Direction des impôts », « de la santé publique »: a State's field, not a firm's service."""
    at = k + 1 + (k + 1 < len(w) and w.plain[k + 1] in DETERMINERS)
    return at < len(w) and w.plain[at] in _POLICY_FIELDS


def _led(w: Words, i: int) -> bool:
    """« la cheffe du Service de l'énergie »: somebody leads it."""
    return i > 1 and w.plain[i - 1] == "du" and w.plain[i - 2].startswith(("chef", "direct"))


def _function(w: Words, i: int) -> bool:
    """« le Chef d'Agence d'X »: the noun only completes a function."""
    return i > 1 and w.plain[i - 1] in ("d'", "de") and w.cap[i - 2] and w.plain[i - 2] in _ROLE_NOUNS


def _bare_site(w: Words, match: HeadMatch, extent: Extent, det: str) -> bool:
    """« Scierie de X : 143 familles »: a plant and its town, that a line opens with."""
    firm = match.head.kind == "company" and "w" in match.head.flags and len(match.head.words) == 1
    return firm and not det and not extent.direct and w.opens_sentence(match.first) and not extent.complement


def _run_on(w: Words, match: HeadMatch, end: int) -> bool:
    """« directrice du CHU Jean Morvel, président du jury »: the line end after the noun is lost."""
    i, k = match.first, match.last
    if end - k != 2 or w.plain[k] not in _FIRST_NAMES or end + 1 >= len(w) or w.text[end] != ",":
        return False
    return w.plain[end + 1] in _ROLE_NOUNS and not _ROLE_NOUNS.isdisjoint(w.plain[max(0, i - 4) : i])


def _plant(w: Words, match: HeadMatch) -> bool:
    """« Centrale électrique du Larivot »; « 395 062 540 RCS Nanterre », where a firm is registered."""
    i, k = match.first, match.last
    if match.head.words == ("centrale",):
        return w.plain[k].startswith(_POWERS)
    return match.head.words == ("rcs",) and registers(w, i)


def _led_by_adjective(w: Words, i: int) -> bool:
    """« le *Nouvel* Hôpital Civil », « le *Grand* Théâtre de Torvel »: an adjective opens the name."""
    return (
        i > 1
        and w.joined(i)
        and w.cap[i - 1]
        and w.plain[i - 1] in _BEFORE_NOUN
        and bool(w.determiner(i - 1))
    )


def _hall(w: Words, i: int) -> bool:
    """« la Salle des Conférences de l'Hôtel X », « Place du Marché »: the noun only completes a venue's."""
    return i > 1 and w.plain[i - 1] in OF and w.cap[i - 2] and w.plain[i - 2] in _HALLS


def _venue(w: Words, k: int) -> bool:
    """« Stade Félix-Ahoussou », « Stade de la Paix »: a place, where « Stade toulousain » is a club."""
    if k < len(w) and w.plain[k] in _FIRST_NAMES and w.cap[k] and w.cap[k + 1 : k + 2] == [True]:
        return True  # "Stade Yves Morvel"
    of = w.plain[k : k + 2] in (["de", "la"], ["de", "l'"]) or w.plain[k : k + 1] in (["du"], ["des"])
    return of or (k < len(w) and w.cap[k] and "-" in w.text[k])
