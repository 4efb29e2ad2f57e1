"""Names that no list knows: brands, start-ups, associations. Each use of a name weighs for or against it.

"chez X", "la société X", "présidente de X", "X recrute", "À propos de X" speak for a body; "à X",
"le satellite X", "X 4.2" against. A name is accepted when the weights of its uses reach :data:`ENOUGH`, or
when it stands in a list of bodies ("le CEA, X et l'Ifremer"). Where a model may be used, the learned
one (:mod:`learned`) judges these names and their other readings, with the hand-written weights as evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.extractors.institutions.acronyms import not_acronyms
from communique.extractors.institutions.arbiter import ENOUGH, Name
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.certain import led, one_of_two, team_of
from communique.extractors.institutions.head_nouns import generic, heads
from communique.extractors.institutions.open_names import (
    acts,
    closed_end,
    connected_end,
    department_end,
    english_list,
    opens_complement,
)
from communique.extractors.institutions.surroundings import partner_after
from communique.extractors.institutions.usage_lists import company_nouns, suffixes
from communique.extractors.institutions.words import OF, ROOM, THE_ONE, Words, function_words, wordset
from communique.extractors.people.lexicon import is_inhabitant
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_TITLES = words(ROOM, "titles.txt")
_FUNCTION_WORDS = function_words()
_SUFFIXES = suffixes()
_CLOSING = wordset("closing")
_LINKS = wordset("links")
_COMMON = function_words() | wordset("loose")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_COMPANY_NOUNS = company_nouns()
_AUXILIARIES = wordset("auxiliaries")
_VERBS = words(ROOM, "verbs.txt")
_PLACES = places()
_HEADS = heads()
_NOT_BODIES = words(ROOM, "not_bodies.txt")
_NOT_ACRONYMS = not_acronyms()
_STATUSES = wordset("statuses")
_VENUES = wordset("venues")
_AUTHORITIES = ("metropole", "agglomeration", "agglo", "agglopole", "communaute")
_CLASS_ACRONYMS = wordset("class_acronyms")
_CLASS_NOUNS = wordset("class_nouns")
_SORTS = frozenset(("ONG", "PME", "ETI", "TPE", "ESN", "SSII", "EPV"))  # of what sort the body after it is

_LONGEST = 9
_ARTICLES = frozenset(("la", "le", "les"))
SMALL = OF | {"l'", "le", "la", "les"}
_LEADING = SMALL | {"aux", "au", "par", "chez", "selon"}
# Coulanges-sur-Orain, Saint-Nazaire: the shape of a town's name.
_PLACE_SHAPE = re.compile(r"-(?:sur|sous|les|lez|le|la|en|et|aux|de|du|des|d|a|au)-|^(?:saint|sainte|st)-")


def proposed_names(ctx: Context, taken: set[int]) -> dict[tuple[str, ...], Name]:
    """The names that capitalised runs outside ``taken`` make, as the rules bound them."""
    w = ctx.w
    names: dict[tuple[str, ...], Name] = {}
    i = 0
    while (at := bisect_left(w.capitals, i)) < len(w.capitals):
        i = w.capitals[at]
        if not _opens(ctx, taken, i):
            i += 1
            continue
        if w.text[i] in ("LA", "LE", "LES") and i and w.joined(i) and w.text[i - 1].isupper():
            i += 1  # "À PROPOS DE LA BAB"
            continue
        j = _club_end(ctx, _run(ctx, taken, i))
        titled = w.plain[i] in _ARTICLES and w.opens_sentence(i) and w.cap[i + 1 : i + 2] == [True]
        if titled and not _sign(ctx, i, j):
            i += 1  # "Le Vélo Club": the article's capital is due to its place
            continue
        if w.text[i] in _SORTS and j - i > 1 and i and w.determiner(i):
            i += 1  # "l'ONG Nature & Société"
            continue
        inner = not w.opens_sentence(i)
        if w.plain[i] in _TITLES and not w.text[i].isupper():
            while i < j and w.plain[i] in _TITLES and w.cap[i]:
                i += 1  # "le Président Diomaye", "le Directeur Général"
            if i == j or ctx.w.lower[i] not in OF:
                i = max(i, j)
            continue
        if not inner and w.plain[i].endswith("ez") and j - i == 1:
            i = j  # "Comparez les prix"
            continue
        ordered = not inner and w.plain[i].endswith("ez") and j - i > 1 and w.cap[i + 1]
        if ordered and len(w.doc.places[w.plain[i + 1]]) > 1:
            i += 1  # "Rejoignez Torvalis !"
            continue
        polled = w.plain[i] in ("etude", "sondage", "enquete", "barometre") and w.plain[j : j + 1] == ["pour"]
        if not inner and j - i > 1 and (polled or acts(w, i) or w.plain[i] == "suivent"):
            i += 1  # "Suivent Chamois Robotics"
            continue
        if j - i > 1 and (
            (
                not inner
                and w.lower[i] in ctx.lower_words
                and w.plain[i] not in _ARTICLES
                and not partner_after(w, j)
            )
            or (w.plain[i] in _FUNCTION_WORDS and w.plain[i] not in _ARTICLES and not _initials(ctx, i))
        ):
            i += 1  # "Selon Medtech", "Chez Viréo": the first word is a common one
            continue
        fund = w.plain[i] in _SUFFIXES and i > 1 and w.plain[i - 2] in ("de", "chez", "par")
        if i and w.text[i - 1].isdigit() and w.gap(i) == " " and (j - i > 1 or fund):
            before = w.plain[i - 2] if i > 1 else "."
            if w.opens_sentence(i - 1) or before in SMALL or before in ("chez", "par", "et", ","):
                i -= 1  # "1001 Vies Habitat"
        j = _phrase_end(ctx, taken, i, j)
        if j - i <= _LONGEST and not _excluded(ctx, i, j):
            key = tuple(w.text[i:j])
            if not inner and j - i == 1 and w.lower[i] in ctx.lower_words and key not in names:
                i = j
                continue
            name = names.setdefault(key, Name(key, needed=ENOUGH - (j - i > 1)))
            name.spans.append((i, j))
            name.inner = name.inner or inner or _branded(ctx, i)
        i = j
    return names


def _initials(ctx: Context, i: int) -> bool:
    """« Timéo Python (SA Bulle) »: a club's initials, after its member."""
    w = ctx.w
    return i > 1 and w.text[i].isupper() and w.text[i - 1] == "(" and ctx.in_person[i - 2]


def _opens(ctx: Context, taken: set[int], i: int) -> bool:
    w = ctx.w
    return (
        w.cap[i] and i not in taken and i not in ctx.barred and not w.shouted[i] and not ctx.in_person[i]
        and w.text[i][-1] not in "'’" and len(w.text[i]) > 1
    )  # fmt: skip


def _run(ctx: Context, taken: set[int], i: int) -> int:
    """The end of the capitalised run that begins at token ``i``."""
    w = ctx.w
    j = w.glued(i)
    while j < len(w) and j - i < _LONGEST and w.joined(j):
        if w.cap[j] and j not in taken and not ctx.in_person[j] and w.text[j][-1] not in "'’":
            j = w.glued(j)
        elif (k := connected_end(w, j)) and k not in taken:
            j = w.glued(k)
        elif j + 2 < len(w) and w.text[j + 1] == "&" and w.cap[j + 2] and w.is_word(j) and not acts(w, j):
            j = w.glued(j + 2)  # "Pierre bleue & Fils"
        elif w.plain[j] in _CLOSING and w.plain[j - 1] not in _FUNCTION_WORDS:
            return j + 1  # "Lorient agglomération"
        elif w.plain[j] in ("el", "al", "ed") and _capital_at(w, j + 1) and team_of(w, i):
            j = w.glued(j + 1)  # "l'équipe marocaine de Difar *el Torva*"
        elif w.plain[j] in _ARTICLES and w.plain[i] in _VENUES and j - i == 1 and _capital_at(w, j + 1):
            j = w.glued(j + 1)  # "la Friche *la Belle-Rive*"
        elif (k := english_list(w, i, j)) and k not in taken:
            j = w.glued(k)
        elif w.plain[j] in ("inc", "ltee"):
            return j + 2 if j + 1 < len(w) and w.text[j + 1] == "." and w.gap(j + 1) == "" else j + 1
        else:
            break
    return department_end(w, i, j)


def _capital_at(w: Words, k: int) -> bool:
    return k < len(w) and w.cap[k] and w.joined(k) and not w.is_acronym(k)


def _phrase_end(ctx: Context, taken: set[int], i: int, j: int) -> int:
    """« présidente d'Un toit pour l'école »: after a function, a name that goes on to the stop."""
    w = ctx.w
    if w.text[i - 1 : i] == ["("] and i > 1 and ctx.in_person[i - 2] and w.text[j : j + 1] != [")"]:
        close = next(
            (k for k in range(j, min(len(w), j + 6)) if w.text[k] in "(),;:→›>" or w.text[k].isdigit()), None
        )
        if close is not None and w.text[close] == ")":
            return close  # "Ana Lopez (Grimper à Lyon)"
    if (end := _of_place(ctx, taken, i, j)) > j:
        return end
    if j + 1 < len(w) and w.joined(j) and not w.cap[j] and led(w, i):
        end = closed_end(w, j)  # "directrice de Regarde bien (Lille)"
        whole = end > j and "et" not in w.plain[j:end] and (w.line_break(end) or w.text[end] == "(")
        if whole:
            return end
    if j + 1 >= len(w) or not w.joined(j) or w.is_acronym(i):
        return j
    if j - i == 1 and registry_key(w.text[i]) in _PLACES:
        return j  # "en tête de Nouvelle-Aquitaine pour la satisfaction"
    goes_on = w.plain[j] in _LINKS or w.plain[j] in OF
    if goes_on and w.plain[i] in _ARTICLES and not w.opens_sentence(i):
        return closed_end(w, j)  # "la conserverie La Belle du Ponant"
    if opens_complement(w, j) and _introduced(w, i):
        return closed_end(w, j)  # "l'association liégeoise Devoirs sans peine"
    crowd = i > 1 and w.plain[i - 1] in ("les", "des", "chez") and w.text[i][1:].islower()
    crowd = crowd and w.text[i - 2] not in '«“"' and not w.plain[i].endswith(("ois", "ais"))
    if w.plain[i - 1] == "chez":
        crowd = crowd and w.plain[i][-1] == "s"
    if crowd and j - i == 1 and goes_on and not w.cap[j + 1] and w.plain[i][-1] in "srx":
        return closed_end(w, j)  # "les Jardins de cocagne embauchent"
    if j - i == 1 and w.plain[i - 1 : i] == ["selon"] and w.plain[j] not in _FUNCTION_WORDS and w.is_word(j):
        return closed_end(w, j)  # "Selon Accès transports viables,"
    ranked = j + 3 < len(w) and w.text[j + 2] == "(" and w.text[j + 3][0].isdigit()
    if j - i == 1 and ranked and w.plain[j] in ("de", "d'") and not w.cap[j + 1] and w.joined(j + 1):
        return j + 2  # "Suivent Lumière d'août (92e) et"
    bare = j - i == 1 and w.opens_sentence(i) and w.plain[i] not in _COMMON
    of_noun = w.plain[j] in ("de", "d'") and not w.cap[j + 1] and w.plain[j + 1] not in _COMMON
    if (
        i > 1
        and w.plain[i - 1] in ("de", "d'")
        and (
            of_noun
            or w.plain[j] in _LINKS
            or w.plain[i] in _FUNCTION_WORDS
            or (w.plain[i] in ("mieux", "bien", "tous", "toutes") and not w.cap[j])
        )
    ):
        roles = _ROLE_NOUNS
        return j if roles.isdisjoint(w.plain[max(0, i - 3) : i - 1]) else closed_end(w, j)
    if bare and of_noun and _subject_phrase(w, j + 2):
        return j + 2  # "Terres de vie a trouvé"
    if bare and w.plain[j] == "et" and w.is_word(j + 1) and one_of_two(w, i, j + 2):
        return j + 2  # "Communication et démocratie a apporté"
    if bare and w.is_adjective(j) and w.plain[i] not in SMALL and _subject_phrase(w, j + 1):
        return j + 1  # "Patrimoine canadien soutient"
    if i and w.text[i - 1] == "(" and w.plain[i] in _ARTICLES and w.plain[j] in _LINKS:
        return closed_end(w, j)  # "libraire (La Tour de papier)"
    return j


def _introduced(w: Words, i: int) -> bool:
    """Whether a noun such as « association » stands before token ``i``, adjectives aside."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if not w.joined(k + 1):
            break
        if singular(w.plain[k]) in _COMPANY_NOUNS:
            return True
        if not w.is_adjective(k):
            break
    return False


def _subject_phrase(w: Words, k: int) -> bool:
    """Whether a verb follows at token ``k``: what stands before it without a determiner is a name."""
    if k + 1 >= len(w) or not w.joined(k):
        return False
    pair = w.plain[k] in _AUXILIARIES and f"{w.plain[k]} {w.plain[k + 1]}" in _VERBS
    return pair or acts(w, k)


def _of_place(ctx: Context, taken: set[int], i: int, j: int) -> int:
    """« les Vergers du Lunaire », « la Cave de Tain »: the capitalised noun goes on with its place."""
    w = ctx.w
    if j - i > 2 or j >= len(w) or w.plain[j] not in OF or not w.joined(j) or w.is_acronym(i):
        return j
    if not w.plain[i - 1 : i] or w.plain[i - 1] not in _LEADING:
        return j
    key = registry_key(w.span_text(i, j))
    if key in _PLACES or w.text[i] in ctx.local_places:
        return j
    k = j + 1 + (j + 1 < len(w) and w.plain[j + 1] in ("la", "l'"))
    if k >= len(w) or not w.cap[k] or not w.joined(k) or k in taken or ctx.in_person[k] or w.is_acronym(k):
        return j
    return w.glued(k)


def _sign(ctx: Context, i: int, j: int) -> bool:
    """« Le Relais, qui traite … »: an everyday word that its article makes a name, never without it here."""
    w, noun = ctx.w, ctx.w.text[i + 1]
    if j - i != 2 or not noun[1:].islower() or noun in ctx.after_small:
        return False
    return (w.text[j : j + 1] == [","] or _subject_phrase(w, j)) and singular(w.plain[i + 1]) not in _HEADS


_FOREIGN = frozenset(
    ("instituto", "istituto", "universidad", "universita", "universidade", "centro", "universitat")
)


def _club_end(ctx: Context, j: int) -> int:
    """« Vélo Club de Roubaix », « Instituto de Astrofísica de Canarias »: the name goes on with its town."""
    w = ctx.w
    if _FOREIGN.intersection(w.plain[max(0, j - 3) : j]):
        for _ in range(2):
            k = j + 1
            if (
                k < len(w)
                and w.plain[j] in ("de", "del", "di", "da", "do", "of")
                and w.cap[k]
                and w.joined(k)
            ):
                j = w.glued(k)
        return j
    if (
        w.plain[j - 1] in ("club", "union", "racing", "sporting")
        and j + 1 < len(w)
        and w.plain[j] in ("de", "d'", "du")
    ):
        return j + 2 if w.cap[j + 1] and w.joined(j) and w.joined(j + 1) else j
    return j


def _branded(ctx: Context, i: int) -> bool:
    """HydroLab, OVHcloud, EDF: capitals that no rule of spelling asks for."""
    text = ctx.w.text[i]
    return any(c.isupper() for c in text[1:]) and not text.isupper()


def _excluded(ctx: Context, i: int, j: int) -> bool:
    w = ctx.w
    key = registry_key(w.span_text(i, j))
    if (
        (
            key in _PLACES
            and (j - i == 1 or w.plain[j - 1] not in _AUTHORITIES)
            and not _among_acronyms(w, i, j)
        )
        or key in _NOT_BODIES
        or (j - i == 1 and all(part in _NOT_ACRONYMS for part in w.text[i].split("-")))
        or (w.text[j - 1] in _NOT_ACRONYMS and not (j - i > 1 and w.plain[j - 1] in _SUFFIXES))
        or (_PLACE_SHAPE.search(w.plain[j - 1]) and all(w.cap[i:j]))
        or w.plain[i].endswith("-d")
    ):
        return True
    if j - i > 1:
        if w.plain[i] in _ARTICLES and registry_key(w.span_text(i + 1, j)) in _PLACES:
            return True  # "Le Québec produit"
        small = len(w.text[i + 1]) < 6 and w.text[i + 1].upper() in _NOT_ACRONYMS
        if j - i == 2 and w.plain[i] in _ARTICLES and small:
            return True  # "Le Smic augmente"
        if j - i == 2 and w.text[i] == "Les" and is_inhabitant(w.lower[i + 1].removesuffix("s")):
            return True  # "Les Guinéens attendent"
        run = tuple(map(singular, w.plain[i:j]))
        if run in generic():
            return True  # "l'Hôtel du Département"
        if any(head.words == run for head in _HEADS.get(run[0], ())):
            return True  # "la Haute École", without its name
        if w.plain[i][-1] in "sx" and run[0] in _CLASS_NOUNS and all(map(w.adjectival, range(i + 1, j))):
            return True  # "(Services de gestion, Directions Locales)"
        # "Le Conseil", "La Région": a common noun with its article
        return j - i == 2 and w.plain[i] in _ARTICLES and singular(w.plain[i + 1]) in _HEADS
    word = w.plain[i]
    if one_of_many(w, i):
        return True
    return (
        word in _STATUSES
        or w.text[i] in _NOT_ACRONYMS
        or word in _FUNCTION_WORDS
        or (singular(word) in _HEADS and not w.text[i].isupper())
    )


def _among_acronyms(w: Words, i: int, j: int) -> bool:
    """« du GEPI, LERMA, LESIA »: no town, for all its letters."""
    if j - i > 1 or not w.text[i].isupper() or not 2 < len(w.text[i]) < 7:
        return False
    before = i > 1 and w.text[i - 1] == "," and w.is_acronym(i - 2)
    return before and j + 1 < len(w) and w.text[j] == "," and w.is_acronym(j + 1)


def one_of_many(w: Words, i: int) -> bool:
    """« parmi les 38 IAE », « un CHU »: an acronym of many bodies, for none of them."""
    return w.plain[i] in _CLASS_ACRONYMS and w.text[i].isupper() and w.plain[i - 1] not in THE_ONE


def in_list(ctx: Context, taken: set[int], i: int, j: int) -> bool:
    """Whether a body stands beside the name in a coordination."""
    w = ctx.w
    k = i - 1
    of = False
    while k > 0 and w.plain[k] in SMALL:
        of = of or w.plain[k] in OF
        k -= 1
    if k > 0 and w.plain[k] == "a" and w.plain[k - 1] in ("et", "ou"):
        k -= 1  # "attribué à X et à Y"
    if k > 0 and w.text[k] in (",", "et", "ou", "/", "&", "|"):
        comma = w.text[k] == ","
        k -= 1
        if w.text[k] == ")":
            while k > 0 and w.text[k] != "(":
                k -= 1
            k -= 1
        if k in taken and ctx.same_case(k, i):
            start = k
            while start - 1 in taken:
                start -= 1
            if comma and w.plain[start - 1] in ("dans", "selon", "chez") and w.opens_sentence(start - 1):
                return False  # "Dans Slate, Anne Petit résumait": no row
            after_of = w.plain[start - 1] in OF or (w.plain[start - 1] in SMALL and w.plain[start - 2] in OF)
            return not (of and comma) or after_of  # ", de Cluses" is where the firm is
    k = j
    if k < len(w) and w.text[k] == "(":
        while k < len(w) - 1 and w.text[k] != ")" and k < j + 6:
            k += 1
        k += 1
    if k < len(w) - 2 and w.text[k] in ("et", "ou", "/", ",") and w.joined(k + 1):
        k += 1
        while k < len(w) - 1 and w.plain[k] in SMALL:
            k += 1
        return k in taken and ctx.same_case(i, k)
    return False
