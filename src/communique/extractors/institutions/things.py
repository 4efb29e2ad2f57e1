"""Names that an article gives to laws, rankings, events, disciplines: whatever their uses, no bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.institutions.acronyms import (
    fits,
    initials,
    letters_of,
    looks_like_acronym,
    not_acronyms,
)
from communique.extractors.institutions.candidates import Context, place_nouns
from communique.extractors.institutions.open_names import MARKS, titled_work
from communique.extractors.institutions.somebody import somebody
from communique.extractors.institutions.unlikely import unlikely
from communique.extractors.institutions.usage_lists import company_nouns, events, negatives, suffixes
from communique.extractors.institutions.words import OF, ROOM, Words, endings, function_words, wordset
from communique.extractors.people.heads import known_heads
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import singular, words

_FOREIGN_ACTS = wordset("foreign_acts")
_THINGS = wordset("thing_nouns")
_MANY = wordset("of_many") | {"ses", "deux", "trois", "quatre", "cinq", "six"}
_LIST_SIZES = wordset("list_sizes")
_NOT_BODIES = words(ROOM, "not_bodies.txt")
_SITES = wordset("sites")
_CLASSIFIERS = wordset("classifiers")
_BEARERS = wordset("bearers")
_PLACE_NOUNS = place_nouns()
_THING_OPENERS = wordset("thing_openers")
_THING_OPENERS_OF = wordset("thing_openers_of")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_BODIES = bodies()
_PLACES = places()
_DEMONYM = endings("demonym")
_FUNCTION_WORDS = function_words()
_NATIONS = words("communique.extractors.people", "nations.txt")
_COMMON = frozenset(map(singular, words(ROOM, "thing_nouns.txt")))
_STREETS = (
    "street",
    "road",
    "square",
    "airport",
    "bridge",
    "beach",
    "stadium",
    "avenue",
    "boulevard",
    "bay",
    "island",
)
_MADE_BY = ("reforme", "gouvernement", "ordonnance", "amendement")
_OWN_SERVICE = re.compile(r"(?:Mon|Ma|Mes)(?=[A-Z][a-z]| [A-Z][a-z])")
_BY_AGE = re.compile(r"[UM](?:[89]|1\d|2[0-3])")
_WEEKDAYS = words("communique.lexicon", "weekdays.txt")

_NOT_ACRONYMS = not_acronyms()
_ILLS = endings("ills")
_TOLD_THINGS = wordset("told_things")
_PRENOMINAL = wordset("prenominal")
_BEING = frozenset(("est", "etait", "sera", ","))
_REACH = 16
_DETERMINED = frozenset(("le", "la", "l'", "un", "une", "ce", "cette", "son", "sa", "notre", "leur", "au"))
_ARTICLED = _DETERMINED | {"les", "du", "aux", "des", "nos"}
_INSIDE = frozenset(("de", "d'", "contre", "sur", "pour", "par", "dans", "entre", "a", "vers", "et"))
_ONE = frozenset(
    ("la", "une", "un", "sa", "notre", "ma", "cette", "en", "deux", "trois", "quatre", "pick-up", "4x4")
)
_TOWNS = 6  # tokens before the last place of a dateline
_BETWEEN_TOWNS = frozenset(("/", "-", "–", "—", "et", ","))


def named_things(ctx: Context) -> set[str]:
    """Acronyms whose long form begins with the noun of a thing: "l'accord de pêche durable (APD)"."""
    w, found = ctx.w, set[str]()
    headed = {m.first for m in ctx.head_matches}
    for p in w.doc.places.get("(", ()):
        a = p + 1
        if p == 0 or a + 1 >= len(w):
            continue
        close = next((k for k in range(a + 1, min(len(w), a + 4)) if not w.cap[k]), a)
        if looks_like_acronym(w, a) and w.text[close] in "),;:" and w.is_acronym(a):
            if _thing_before(ctx, p, a, headed) or _class_before(w, p, a):
                found.add(w.span_text(a, close))
                c = _capitals_before(w, p)
                c += w.plain[c] in ("le", "la", "les", "l'")
                if c < p and (_ill(w.plain[c]) or singular(w.plain[c]) in _COMMON):
                    found.add(w.span_text(c, p))
        elif looks_like_acronym(w, p - 1) and w.is_acronym(p - 1):
            close = next((k for k in range(p + 1, min(len(w), p + _REACH)) if w.text[k] == ")"), p)
            if p > 1 and w.joined(p - 1) and singular(w.plain[p - 2]) in _BEARERS and w.cap[a]:
                found.update((w.text[p - 1], w.span_text(a, close) if close > a else w.text[p - 1]))
            elif _thing_inside(ctx, p, headed):
                found.add(w.text[p - 1])
                found.update(_runs(w, a, close))
    return found


def _capitals_before(w: Words, p: int) -> int:
    """Where the capitals right before the parenthesis at ``p`` begin."""
    k = p
    while k > 0 and w.cap[k - 1] and w.joined(k):
        k -= 1
    return k


def _thing_before(ctx: Context, p: int, a: int, headed: set[int]) -> bool:
    """Whether the words before the parenthesis at ``p`` spell the acronym at ``a`` and name a thing."""
    w, letters = ctx.w, letters_of(ctx.w.plain[a])
    last = p - 1 - (w.text[p - 1] in MARKS)
    if w.cap[last] and w.plain[last] in _FOREIGN_ACTS:
        return True
    determined = False
    for s in range(last, max(-1, p - _REACH), -1):
        if w.text[s] in ".;:()!?" or w.text[s] in MARKS or (s < last and not w.joined(s + 1)):
            break
        if ctx.in_person[s]:
            break
        if s + 1 < p and not determined and w.plain[s] in _DETERMINED:
            noun = singular(w.plain[s + 1])
            lower = not w.cap[s + 1] and noun in negatives() | events() | _THINGS
            if s + 1 not in headed and (lower or (_ill(noun) and noun[0] == letters[0])):
                return True
            determined = s + 1 in headed or w.plain[s - 1] not in _INSIDE
        if w.plain[s][0] == letters[0] and fits(letters, w.plain[s : last + 1]):
            noun = singular(w.plain[s])
            if s in headed:
                return False
            if w.plain[s] in _ROLE_NOUNS:
                return True  # "directeur technique national (DTN)"
            if noun in negatives() or noun in events() or noun in _COMMON:
                return True
            spelt = letters == initials(w.plain[s : last + 1]) and len(letters) > 2
            if spelt and not w.cap[s] and noun not in company_nouns():
                return True  # "l'ordonnance sur l'identité numérique (OIDN)"
    return False


def _class_before(w: Words, p: int, a: int) -> bool:
    """« ses deux centres collégiaux de transfert de technologie (CCTT) »: many bodies' acronym."""
    letters = letters_of(w.plain[a])
    for s in range(p - 1, max(0, p - _REACH), -1):
        if w.text[s] in ".;:()!?" or w.cap[s] or not w.joined(s):
            break
        if w.plain[s][0] == letters[0] and w.plain[s][-1] in "sx" and w.plain[s - 1] in _MANY:
            return fits(letters, w.plain[s:p])
    return False


def _thing_inside(ctx: Context, p: int, headed: set[int]) -> bool:
    """« DSA (Digital Services Act) », « PLF (projet de loi de finances) »."""
    w = ctx.w
    close = next((k for k in range(p + 1, min(len(w), p + _REACH)) if w.text[k] == ")"), None)
    if close is None or close - p < 3 or not fits(letters_of(w.plain[p - 1]), w.plain[p + 1 : close]):
        return False
    noun = singular(w.plain[p + 1])
    acts = w.cap[close - 1] and w.plain[close - 1] in _FOREIGN_ACTS
    if acts or w.text[p - 1] in _NOT_ACRONYMS:
        return True
    return p + 1 not in headed and (noun in negatives() or noun in events() or noun in _COMMON or _ill(noun))


def _ill(noun: str) -> bool:
    """« la bronchopneumopathie », « la photopléthysmographie »: what is suffered, what is measured."""
    return noun.endswith(_ILLS)


def _runs(w: Words, i: int, j: int) -> Iterator[str]:
    """The runs of capitals between two tokens: parts of the long form of a thing's acronym."""
    k = i
    while k < j:
        end = k
        while end < j and w.cap[end]:
            end += 1
        if end > k:
            yield w.span_text(k, end)
        k = max(end, k + 1)


def is_thing(ctx: Context, things: set[str], i: int, j: int) -> bool:
    """Whether a use at tokens ``i`` to ``j`` (excluded) shows that the name is a thing's."""
    w = ctx.w
    if (
        len(w.text[i]) == 1 == j - i
        or w.span_text(i, j) in things
        or unlikely(ctx, i, j)
        or somebody(ctx, i, j)
    ):
        return True
    if _is_one(w, j) or (j - i == 1 and _spelt_out(ctx, i)):
        return True
    if j - i == 1 and i and singular(w.plain[i - 1]) == "comite" and w.joined(i) and not w.is_acronym(i):
        return True  # "les comités Audit et Finances"
    if j - i == 1 and (
        w.text[i] in ctx.first_names
        or _bracketed(w, i)
        or _surname(w, i)
        or _profession(ctx, i)
        or _bidden(w, i)
    ):
        return True
    street = j - i > 1 and w.plain[j - 1] in _STREETS and all(w.cap[i:j])
    if street or _OWN_SERVICE.match(w.span_text(i, j)):
        return True  # "MonCompteFormation", "Mes Adresses"; "Oxford Street"
    if j - i > 1 and w.text[i] in ("USS", "HMS", "HMCS", "RMS"):
        return True  # a ship
    if j - i > 1 and (_common_noun(w, i, j) or _product(w, i, j) or _author(w, i, j)):
        return True
    if j - i > 1 and w.text[i] == "RCS" and registers(w, i):
        return True
    if j - i > 1 and (w.plain[j - 1] in _FOREIGN_ACTS or _phrase(w, i, j) or _event(w, i, j)):
        return True
    if j < len(w) and w.text[j] in _LIST_SIZES and w.joined(j) and not _counted(w, j + 1):
        return True  # "The Legal 500"
    if registry_key(w.span_text(i, j)) in _NOT_BODIES or _dateline(w, i, j):
        return True
    k = i - 1 - (i > 0 and w.text[i - 1] in MARKS)
    if k > 1 and w.text[k] == ":" and _told(w, k):
        return True
    if k > 0 and w.plain[k] in ("de", "d'") and singular(w.plain[k - 1]) in _SITES and not w.is_acronym(i):
        return True  # "la cité de Songo Verde"
    if _paired_place(w, i):
        return True
    if k >= 0 and singular(w.plain[k]) in _CLASSIFIERS:
        return True  # "dans la catégorie Computer Science"
    if k >= 0 and w.cap[k] and w.joined(i) and singular(w.plain[k]) in _BEARERS:
        return True  # "le Festival Torvana"
    return i > 0 and w.text[i - 1] in MARKS and titled_work(w, i)


def _is_one(w: Words, j: int) -> bool:
    """« X est une exposition », « X, un logiciel libre »: what the name is of, told outright."""
    if j + 3 >= len(w) or w.plain[j] not in _BEING or w.plain[j + 1] not in ("un", "une"):
        return False
    k = j + 2 + (w.plain[j + 2] in _PRENOMINAL)
    return w.plain[k] in _TOLD_THINGS and not w.cap[k]


def _spelt_out(ctx: Context, i: int) -> bool:
    """« la PPG, ou photopléthysmographie », « DSM = manuel »: letters for a common noun that is no body's."""
    w, k = ctx.w, i + 1
    if not w.is_acronym(i) or k + 2 >= len(w):
        return False
    k += w.text[k] == ","
    if w.text[k] not in ("ou", "=") or (w.text[k] == "ou") == (w.text[i + 1] != ","):
        return False
    word = w.plain[k + 1]
    named = any(m.first == k + 1 for m in ctx.head_matches) or singular(word) in company_nouns()
    return not named and word[0] == w.plain[i][0] and (w.text[k] == "=" or not w.cap[k + 1]) and len(word) > 4


def _profession(ctx: Context, i: int) -> bool:
    """« Anne Petit, Sociologue, IRTEX »: what somebody is, with a capital."""
    w = ctx.w
    return i > 1 and w.text[i - 1] == "," and ctx.in_person[i - 2] and w.lower[i] in known_heads()


def _bidden(w: Words, i: int) -> bool:
    """« Prendre contact », « Recevoir les infos »: a page's button, its line end lost."""
    if i + 1 >= len(w) or w.cap[i + 1] or not w.joined(i + 1) or not w.text[i][1:].islower():
        return False
    return w.plain[i].endswith(("oir", "dre", "ttre", "ecrire")) and w.is_word(i + 1)


def _bracketed(w: Words, i: int) -> bool:
    """« Ana Silva (POR) », « chez les M20 »: a nation's letters, a class by age."""
    if _BY_AGE.fullmatch(w.text[i]):
        return True
    code = 0 < i < len(w) - 1 and w.text[i - 1] + w.text[i + 1] == "()" and w.text[i].isupper()
    return code and w.plain[i] in _NATIONS


def _surname(w: Words, i: int) -> bool:
    """« les réformes Torvel », « le gouvernement Torvel »: named after who made them."""
    return i > 0 and w.joined(i) and not w.is_acronym(i) and singular(w.plain[i - 1]) in _MADE_BY


def _told(w: Words, colon: int) -> bool:
    """« un projet ambitieux : Inflanor »: the noun of a thing and its name."""
    for k in range(colon - 1, max(0, colon - 4), -1):
        if singular(w.plain[k]) in negatives():
            return w.plain[k - 1] in ("un", "une", "nouveau", "nouvelle") and w.plain[k][-1] not in "sx"
        if not w.is_adjective(k):
            break
    return False


def _common_noun(w: Words, i: int, j: int) -> bool:
    """« la Stratégie de relance », « le Pack Avenir »: an article and the noun of a thing."""
    if i == 0 or w.plain[i - 1] not in _ARTICLED or not w.text[i][1:].islower() or not w.joined(i):
        return False
    if w.cap[i - 1] and not w.opens_sentence(i - 1):
        return False  # "à La Vision Torvane"
    noun = singular(w.plain[i])
    role = noun in _ROLE_NOUNS and w.plain[i + 1] in ("de", "d'")  # "des Directeurs de Cabinet"
    return (role or noun in _COMMON) and (w.plain[i + 1] in OF or w.plain[j - 1] not in suffixes())


def _product(w: Words, i: int, j: int) -> bool:
    """« la Fiat Panda », « un Porsche Cayenne »: a maker's name takes an article with a product only."""
    if i == 0 or w.is_acronym(i) or not w.joined(i) or w.plain[i - 1] not in _ONE:
        return False
    word = w.text[i]
    if any(w.plain[k] in suffixes() for k in range(i + 1, j)):
        return False  # "la Free Software Foundation"
    return any(b.form == word and b.kind == "company" for b in _BODIES.get(w.plain[i]))


def registers(w: Words, i: int) -> bool:
    """« 395 062 540 RCS Nanterre », « inscrite au RCS Nanterre »: no court's name."""
    return i > 0 and (w.text[i - 1].isdigit() or w.plain[i - 1] == "au")


def _author(w: Words, i: int, j: int) -> bool:
    """« Moulier G., Chandran R., Three in one »: an author of a reference."""
    if w.text[j - 1] != "." or j - i < 3 or len(w.text[j - 2]) != 1 or not w.cap[j - 2]:
        return False
    return w.text[j - 3] != "." and (j >= len(w) or w.text[j] in ",;(" or w.plain[j] == "et")


def _event(w: Words, i: int, j: int) -> bool:
    """« Challenge Mer & Data », « Edition de Paris Open Summit »: a word of an event opens or closes it."""
    first, last = singular(w.plain[i]), w.plain[j - 1]
    if first in ("edition", "challenge", "hackathon") and w.plain[i] == first:
        return True
    return (
        last in events()
        and last not in suffixes()
        and w.cap[i]
        and w.text[i] != last
        and last in wordset("gatherings_abroad")
    )


def _paired_place(w: Words, i: int) -> bool:
    """« l'aéroport de Lorient - Bretagne Sud »: what goes on the name of a place after a dash."""
    if i < 4 or w.text[i - 1] not in "-–" or not w.cap[i - 2] or w.plain[i - 3] not in ("de", "d'", "du"):
        return False
    return singular(w.plain[i - 4]) in _PLACE_NOUNS


def _phrase(w: Words, i: int, j: int) -> bool:
    """« République du Sénégal », « Technicien de maintenance », « Jura neuchâtelois »: what the words say."""
    first = w.plain[i]
    if first in _THING_OPENERS or singular(first) in _THING_OPENERS:
        return True
    if singular(first) in _THING_OPENERS_OF and w.plain[i + 1] in OF and w.text[i][1:].islower():
        return True
    rest = range(i + 1, j)
    if any(w.cap[k] for k in rest):
        return False
    if first in _ROLE_NOUNS or first.endswith(("icien", "icienne", "ateur", "atrice")):
        return w.plain[i + 1] in ("de", "d'", "en") and w.opens_sentence(i)
    landed = registry_key(w.text[i]) in _PLACES
    return landed and all(w.plain[k].endswith(_DEMONYM) for k in rest)


def _counted(w: Words, k: int) -> bool:
    """Whether the number before token ``k`` counts what follows: « à Torvax 500 salariés »."""
    return k < len(w) and w.joined(k) and w.is_word(k) and w.plain[k] not in _FUNCTION_WORDS


def _dateline(w: Words, i: int, j: int) -> bool:
    """« ROUYN, QC, le 10 octobre », « Arc / Les Monts, dimanche 2 mars »: where the text is dated."""
    if j >= len(w) or w.text[j] not in ",(":
        return False
    first = i
    while 0 < first > i - _TOWNS and not w.line_break(first):
        if not (w.cap[first - 1] or w.text[first - 1] in _BETWEEN_TOWNS):
            return False
        first -= 1
    if first and not w.line_break(first):
        return False
    for k in range(j + 1, min(len(w) - 1, j + 6)):
        if w.line_break(k):
            break
        following = w.plain[k + 1]
        if w.plain[k] == "le" and (following[0].isdigit() or following in _WEEKDAYS):
            return True
        if w.plain[k] in _WEEKDAYS and following[0].isdigit():
            return True
    return False


def bears_a_name(ctx: Context, i: int) -> bool:
    """Whether what stands before token ``i`` is the noun of a thing: « l'appli X », « lors des X »."""
    w = ctx.w
    k = i - 1 - (i > 0 and w.text[i - 1] in MARKS)
    if k < 1:
        return False
    if w.plain[k] in ("des", "du", "de", "d'") and w.plain[k - 1] in ("lors", "occasion", "cadre", "marge"):
        return True
    return singular(w.plain[k]) in _BEARERS and w.joined(k + 1)
