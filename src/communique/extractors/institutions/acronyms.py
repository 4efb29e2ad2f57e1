"""Acronyms and the long forms they stand for, in either order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from communique.extractors.institutions.candidates import VERBS, Candidate, Context
from communique.extractors.institutions.clauses import clause_begins, steps_out
from communique.extractors.institutions.head_nouns import HeadMatch, kind_by_words, kind_of, national
from communique.extractors.institutions.unit_codes import code_end
from communique.extractors.institutions.usage_lists import events, negatives, suffixes
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_EMPTY = wordset("empty")
_STATUSES = wordset("statuses")
_PLACES = places()
_BEFORE_ARTICLE = wordset("before_article")
_FOREIGN_ACTS = wordset("foreign_acts")
_CLASSES = wordset("classes")
_SUFFIXES = suffixes()
_CLAUSE_WORDS = wordset("clause_words")
_GATHERINGS = wordset("gatherings")
_GATHERINGS_ABROAD = wordset("gatherings_abroad")

_UNITS = ("direction", "service", "departement", "secretariat", "office", "unite")
_LANDS = wordset("countries_named")
_DEGREES = wordset("degree_letters")
_THING_OPENERS = wordset("thing_openers")
_MEETINGS = frozenset(("conference", "sommet", "forum", "assises", "congres", "programme", "projet"))
_COURSES = frozenset(
    ("conference", "sommet", "forum", "mois", "defi", "convention", "atelier", "methode", "technique")
)
_REACH = 22
_FOREIGN_REACH = 10
_BEGUN = 3  # initials that an acronym must go on after


@cache
def not_acronyms() -> frozenset[str]:
    """Acronyms of other things: units, statuses, techniques, diseases."""
    return words(ROOM, "stop_acronyms.txt")


def fits(letters: str, long_form: Sequence[str]) -> bool:
    """Whether an acronym's letters are spelt by the beginnings of a name's words, in order.

    >>> fits("cnrs", ("centre", "national", "de", "la", "recherche", "scientifique"))
    True
    >>> fits("cesbio", ("centre", "d'", "etudes", "spatiales", "de", "la", "biosphere"))
    True
    >>> fits("ia", ("institut", "de", "physique"))
    False
    """
    if not letters or not long_form or long_form[0][0] != letters[0]:
        return False
    long_form = [part for word in long_form for part in word.split("-") if part]
    reached = {0}  # how many letters may be spelt so far
    for position, word in enumerate(long_form):
        small = word in _EMPTY
        following: set[int] = set(reached) if small or position else set()
        for n in reached:
            taken = n
            for char in word[:6]:
                if taken < len(letters) and letters[taken] == char:
                    taken += 1
                    following.add(taken)
                    if small and char != "d":
                        break
                else:
                    break
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def initials(name: Sequence[str]) -> str:
    """The initials of a name's full words.

    >>> initials(("agence", "regionale", "de", "sante"))
    'ars'
    """
    return "".join(word[0] for word in name if word not in _EMPTY and word[0].isalpha())


def anagram(letters: str, long_form: Sequence[str]) -> bool:
    """Whether an acronym, foreign perhaps, is made of a name's initials in any order (ESA, ERC).

    >>> anagram("esa", ("agence", "spatiale", "europeenne"))
    True
    """
    firsts = [part[0] for word in long_form for part in word.split("-") if part]
    return all(letters.count(c) <= firsts.count(c) for c in set(letters))


def strung(letters: str, long_form: Sequence[str]) -> bool:
    """Whether an acronym's letters come in this order in a name, the first one first (OFEV, Unifa).

    >>> strung("ofev", ("office", "federal", "de", "l'", "environnement"))
    True
    >>> strung("cnrs", ("laboratoire", "de", "physique"))
    False
    """
    if not letters or not long_form or long_form[0][0] != letters[0]:
        return False
    rest = iter("".join(word for word in long_form if word not in _EMPTY))
    return all(letter in rest for letter in letters)


def letters_of(acronym: str) -> str:
    """The letters that an acronym's long form must spell: "Lab-STICC" gives "labsticc"."""
    return "".join(c for c in acronym if c.isalpha())


def looks_like_acronym(w: Words, i: int) -> bool:
    """A token that may abbreviate a name between parentheses: ANR, Cesbio, UdeM, Cep2."""
    text = w.text[i].partition("-")[0] if w.text[i].count("-") == 1 else w.text[i]
    figured = text[:1].isdigit() and not text.isdigit() and any(map(str.isupper, text))  # 2iE, 3iL
    return 2 <= len(text) <= 14 and (w.cap[i] or figured)


def defined_acronyms(ctx: Context) -> Iterator[Candidate]:
    """« Conférence des grandes écoles (CGE) » and « CGE (Conférence des grandes écoles) »."""
    w = ctx.w
    starts = {m.first: m for m in ctx.head_matches}
    ends = {m.last: m for m in starts.values()}
    for p in w.doc.places.get("(", ()):
        if p + 2 >= len(w) or p == 0:
            continue
        a = p + 1
        if w.plain[a] in _STATUSES:
            continue  # "société coopérative d'intérêt collectif (SCIC)"
        if looks_like_acronym(w, a) and _closed(w, a) and not code_end(w, a):
            yield from _long_before(ctx, p, a, starts, ends)
        before = p - 1
        if looks_like_acronym(w, before) and w.text[before] not in not_acronyms():
            yield from _long_inside(ctx, before, p, starts)


def _of_place(w: Words, k: int) -> bool:
    """« l'institut universitaire de technologie (IUT) de Lannion »: one of its sort, told by its place."""
    k += k < len(w) and w.plain[k] in OF and w.joined(k)
    return 0 < k < len(w) and w.cap[k] and w.joined(k) and w.plain[k - 1] in OF


def _long_before(
    ctx: Context, p: int, a: int, starts: dict[int, HeadMatch], ends: dict[int, HeadMatch]
) -> Iterator[Candidate]:
    w = ctx.w
    if not w.is_acronym(a) and registry_key(w.text[a]) in _PLACES:
        return  # "Lycée Louis-le-Grand (Lille)"
    if ctx.in_person[p - 1]:
        return  # "le président de l'Assemblée nationale Anne Petit (LREM)": somebody's party
    letters = letters_of(w.plain[a])
    core = w.plain[a].partition("-")[0] if "-" in w.text[a] else ""
    core = core if len(core) > 2 else ""  # "AFM-Téléthon", "Afac-Agroforesteries"
    best = fallback = None
    outside = False  # past a word that leaves the name
    listed_here = a in ctx.known_ends and len(letters) > 2 and w.text[a].isupper()
    for s in range(p - 1, max(-1, p - _REACH), -1):
        article = w.plain[s] in ("le", "la", "l'", "les") and w.plain[s - 1] not in _BEFORE_ARTICLE
        if article and (best is not None or w.plain[s - 1] != "et"):
            break
        if w.text[s] in ".;:()«»“”!?" or (s + 1 < p and not w.joined(s + 1)) or clause_begins(w, s):
            break
        headed = s in starts
        outside = outside or steps_out(w, s)
        if (
            listed_here
            and not headed
            and w.plain[s] not in _EMPTY
            and w.determiner(s) == "definite"
            and initials(w.plain[s:p]) == letters
        ):
            best = s  # "du pool judiciaire financier (PJF)", where the list knows the PJF
            break
        if not (w.cap[s] or headed) or w.plain[s] in _EMPTY:
            continue
        if headed and s == p - 1 and "n" in starts[s].head.flags and w.text[s].isupper():
            continue  # "d'autres ONG (UE, Unicef)"
        if best is None and not headed and _in_full(w, s, p, letters):
            best = s  # "à la tête du French Institute Alliance française (FIAF)"
            break
        long = _spelled(w, s, p)
        if fits(letters, long) or (core and fits(core, long)):
            listed = a in ctx.body_starts and w.is_acronym(a) and len(letters) > 3
            closed = p - 1 in starts and initials(w.plain[s:p]) == letters and all(w.cap[s:p])
            if best is not None and best in starts and not w.cap[best] and not _begun(w, letters, s, p):
                continue  # "le département X de la direction interministérielle du numérique (DINUM)"
            if (
                headed
                or closed
                or (best is None and (s in ends or s in ctx.body_starts or listed or _acts(ctx, a)))
            ):
                best = s
                if headed and w.cap[s]:
                    break
        elif fallback is not None or outside:
            continue
        elif (headed and not _two(w, s, p) and _may_abridge(ctx, a, s, p)) or (
            w.cap[s]
            and s in ends
            and w.plain[s][0] == letters[0]
            and not (w.text[a + 1] == "," and a + 2 < len(w) and not (w.is_acronym(a) or w.cap[a + 2]))
            and not (w.adjectival(s) and s + 1 == p)
        ):
            fallback = s
    first = best if best is not None else fallback
    if first is None:
        first = _foreign(ctx, p, a, starts)
    if first is None:
        return
    for k in (first - 1, first - 2):  # "Handball Club de l'Adour (HBC Adour)"
        if k in starts and starts[k].last > first:
            first = k
    if (
        first not in starts
        and first
        and w.plain[first - 1] in _UNITS
        and w.cap[first - 1]
        and w.joined(first)
    ):
        first -= 1  # "Direction Logement, environnement, architecture (LEA)"
    if listed_here and first == best and not w.cap[first] and first not in starts:
        known = next((c.kind for c in ctx.accepted if c.first == a), None)
        yield Candidate(first, p, known, "defined_acronym", acronym=(a, a + 1))
        yield Candidate(a, a + 1, known, "acronym")
        return
    if first not in starts and (_of_a_thing(w, first) or w.plain[p - 1] in _GATHERINGS_ABROAD):
        return  # "la semaine des Achats Engagés (SAE)", "la Torvel Art Fair (TAF)"
    if first in starts and w.plain[first : first + 2] == ["conference", "on"]:
        return
    if first not in starts and any(singular(word) in events() for word in w.plain[first:p]):
        return
    if w.plain[first:p] == ["conference", "des", "parties"]:
        return  # "la Conférence des parties (COP)"
    if first not in starts and (singular(w.plain[first]) in _THING_OPENERS or w.text[first - 1] in _DEGREES):
        return  # "Contrats locaux d'éducation artistique (Clea)", "DUT Gestion des entreprises (GEA)"
    if w.cap[p - 1] and w.plain[p - 1] in _FOREIGN_ACTS:
        return  # "Digital Services Act (DSA)", "Digital Economy and Society Index"
    own = best is not None and first in starts and (w.cap[first] or _of_place(w, a + 2))
    if w.text[a] in not_acronyms() and not own:
        return
    head = starts.get(first)
    head = head or ends.get(first)
    kind = None if head is None else kind_of(w, head, p) if head.first == first else head.head.kind
    if best is None and any(w.text[k] in ",;" for k in range(first, p)):
        return
    if w.plain[first] in _CLASSES and not w.cap[first]:
        return
    if kind is None:
        closing = (_SUFFIXES.get(word) for word in reversed(w.plain[first:p]) if word not in _LANDS)
        kind = next(filter(None, closing), None) or kind_by_words(w, first, p)
    last = _short_end(w, a)
    yield Candidate(first, p, kind, "defined_acronym", acronym=(a, last))
    yield Candidate(a, last, kind, "acronym")


def _of_a_thing(w: Words, first: int) -> bool:
    """« la semaine des *X* », « le diplôme d'université *X* »: what the name is of."""
    k = first - 1
    k -= k > 0 and w.plain[k] in ARTICLES
    if k > 1 and w.plain[k] in OF and w.joined(first):
        return singular(w.plain[k - 1]) in events() or singular(w.plain[k - 1]) in _COURSES
    return k > 1 and w.plain[k] == "universite" and w.plain[k - 1] == "d'" and w.joined(first)


def _spelled(w: Words, s: int, p: int) -> list[str]:
    """The words from token ``s`` to ``p``, each letter of an acronym counting for one."""
    if not any(w.is_acronym(k) and w.text[k].isupper() for k in range(s + 1, p)):
        return w.plain[s:p]
    out: list[str] = []
    for k in range(s, p):
        out += w.plain[k] if k > s and w.is_acronym(k) and w.text[k].isupper() else [w.plain[k]]
    return out


def _two(w: Words, s: int, p: int) -> bool:
    """« la Croix-Rouge et les Secouristes (UMPS) »: a second body begins in between."""
    return any(w.plain[k] == "et" and w.plain[k + 1] in ("le", "la", "les", "l'") for k in range(s, p - 1))


def _in_full(w: Words, s: int, p: int, letters: str) -> bool:
    """Whether the words from a capital on spell the acronym, and no thing's noun stands before."""
    if len(letters) < 4 or not w.cap[s] or initials(w.plain[s:p]) != letters:
        return False
    before = s - 1 - (s > 1 and w.plain[s - 1] in ("la", "l'", "le"))
    noun = singular(w.plain[before]) if before >= 0 else ""
    return (
        w.joined(s)
        and noun not in negatives()
        and noun not in events()
        and singular(w.plain[s]) not in events()
    )


def _begun(w: Words, letters: str, s: int, p: int) -> bool:
    """Whether the acronym begins with the initials of the words before it, or they with it."""
    spelt = initials(w.plain[s:p])
    return letters.startswith(spelt) or spelt.startswith(letters)


def _foreign(ctx: Context, p: int, a: int, starts: dict[int, HeadMatch]) -> int | None:
    """« le réseau italien de reproductibilité (ITRN) »: the acronym is of the name in another language."""
    w = ctx.w
    if not w.text[a].isalpha() or not w.text[a].isupper() or len(w.text[a]) < 3 or w.text[a + 1] != ")":
        return None
    for s in range(p - 1, max(-1, p - _FOREIGN_REACH), -1):
        if not (w.is_word(s) or w.text[s] == "'") or (s + 1 < p and not w.joined(s + 1)):
            break
        if s in starts:
            named = not starts[s].plural and w.determiner(s) == "definite"
            return s if named and starts[s].last < p and national(w, starts[s]) else None
        if w.lower[s] in _CLAUSE_WORDS:
            break
    return None


def _may_abridge(ctx: Context, a: int, s: int, p: int) -> bool:
    """Whether the short name at ``a`` may stand for the headed name from ``s`` to ``p``."""
    w, letters = ctx.w, letters_of(ctx.w.plain[a])
    if any((w.lower[k] in _CLAUSE_WORDS or w.lower[k] == "a") and not w.cap[k] for k in range(s + 1, p)):
        return False  # "l'École s'est qualifiée pour la finale du Grand Tournoi (GT)"
    if not w.is_acronym(a):
        if ctx.in_person[a] or not 3 < len(letters) < 9:
            return False
        if w.cap[s]:  # "Union des industries de la fertilisation (Unifa)"
            return strung(letters, w.plain[s:p]) or _coined(ctx, a, s)
        # "l'association de l'économie numérique (Acsel)"
        tied = w.determiner(s) == "definite" and w.plain[s] in _GATHERINGS and w.text[a + 1] == ")"
        return tied and letters[0] == w.plain[s][0] and w.lower[a] not in ctx.lower_words
    if w.plain[s] == "conference" or _event_before(w, s):
        return False  # "la Conférence des Nations unies sur l'Océan (UNOC)"
    if not w.cap[s]:  # "la direction générale des affaires maritimes (DGAMPA)"
        begun = initials(w.plain[s:p])
        return len(begun) > _BEGUN and letters.startswith(begun) and w.determiner(s) == "definite"
    return a not in ctx.body_starts or anagram(letters, w.plain[s:p]) or strung(letters, w.plain[s:p])


def _event_before(w: Words, s: int) -> bool:
    """« la conférence *des* … », « le projet *de la* … »: the acronym is the thing's, not its body's."""
    k = s - 1
    k -= k > 0 and w.plain[k] in ARTICLES
    if k < 1 or w.plain[k] not in OF or not w.joined(s):
        return False
    return w.plain[k - 1] in _MEETINGS


def _coined(ctx: Context, a: int, s: int) -> bool:
    """« le Syndicat autonome des travailleurs de la santé (Sutsas) »: coined from the name."""
    w = ctx.w
    if w.determiner(s) != "definite" or w.text[a + 1] != ")" or w.plain[a][0] != w.plain[s][0]:
        return False
    return w.lower[a] not in ctx.lower_words and w.text[a].isalpha()


def _short_end(w: Words, a: int) -> int:
    """The end of the short name that begins after the parenthesis: "(CHR Val de Sambre)", "(Uni.lu)"."""
    a_end = w.glued(a)
    close = next((k for k in range(a_end, min(len(w), a + 6)) if w.text[k] in "),;:/–"), a + 1)
    return close if w.text[close] == ")" else a + 1


def _closed(w: Words, a: int) -> bool:
    """Whether the parenthesis opens with a short name: one word, or an acronym with what specifies it."""
    if w.text[a + 1] in "),;:/–-":
        return True
    last = _short_end(w, a)
    return last > a + 1 and (w.is_acronym(a) or w.gap(a + 1) == "") and not any(map(str.isdigit, w.text[a]))


def _acts(ctx: Context, a: int) -> bool:
    """Whether the acronym is the subject of a verb that bodies have: « DEC indique »."""
    w = ctx.w
    if a + 2 < len(w) and w.plain[a + 2] in VERBS:
        return True
    return w.text[a] in ctx.acting


def tied_acronyms(ctx: Context) -> Iterator[Candidate]:
    """« la coopérative Les Planteurs debout (COPLADE) »: the acronym right after a name of any shape.

    Its letters are the name's, the noun that introduces it included or not.
    """
    w = ctx.w
    # "Agence de la transition écologique (Ademe)": a listed acronym, read as a word, keeps its old letters
    listed = {
        c.first for c in ctx.accepted
        if c.rule == "known_body" and c.last == c.first + 1 and not w.text[c.first].isupper()
    }  # fmt: skip
    for c in tuple(ctx.accepted):
        p, a = c.last, c.last + 1
        if c.rule in ("acronym", "defined_acronym", "coordinated_name") or c.last - c.first < 2:
            continue
        if p + 1 < len(w) and w.text[p] in "»”" and w.text[p + 1] == "(":
            p, a = p + 1, a + 1
        if p + 2 >= len(w) or w.text[p] not in "(–—":
            continue
        a += w.text[p] != "(" and w.plain[a] in ("l'", "la", "le")  # "Institut de l'abeille – l'Itsap –"
        if (close := _shortened(w, c, p)) is not None:
            yield Candidate(c.first, c.last, c.kind, "defined_acronym", acronym=(a, close))
            yield Candidate(a, close, c.kind, "acronym")
            continue
        if a + 1 >= len(w) or w.text[a + 1] != (")" if w.text[p] == "(" else w.text[p]):
            continue
        letters = letters_of(w.plain[a])
        openings = (c.first, max(0, c.first - 1), max(0, c.first - 2))
        spelt = w.is_acronym(a) and any(fits(letters, w.plain[s:p]) for s in openings)
        kept = (
            c.rule in ("headed_name", "known_body") and a in listed and w.plain[a][0] == w.plain[c.first][0]
        )
        if (spelt or kept) and w.text[a] not in not_acronyms():
            yield Candidate(c.first, c.last, c.kind, "defined_acronym", acronym=(a, a + 1))
            yield Candidate(a, a + 1, c.kind, "acronym")


def _shortened(w: Words, c: Candidate, p: int) -> int | None:
    """The end of a short name that begins as the long one does: "Fraunhofer-Institut … (Fraunhofer ISI)"."""
    a = p + 1
    close = next((k for k in range(a + 1, min(len(w), a + 5)) if not w.cap[k] or not w.joined(k)), a + 1)
    first = w.plain[a].partition("-")[0]
    if close < a + 2 or close >= len(w) or w.text[p] + w.text[close] != "()" or len(first) < 4:
        return None
    return close if w.cap[a] and w.plain[c.first].split("-")[0] == first else None


def _long_inside(ctx: Context, a: int, p: int, starts: dict[int, HeadMatch]) -> Iterator[Candidate]:
    w = ctx.w
    close = next((k for k in range(p + 1, min(len(w), p + _REACH)) if w.text[k] in "(),;"), None)
    if close is None or w.text[close] == "(":
        return
    s = p + 1 + (w.plain[p + 1] in ("pour", "soit", "ou"))  # "(pour Fédération …)"
    s += w.plain[s] in ARTICLES and not w.cap[s]  # "(le Centre de …)"
    if a and w.joined(a) and singular(w.plain[a - 1]) in negatives():
        return  # "le projet SSHOC (Social Sciences …)"
    if s in starts and close - s > 1 and fits(letters_of(w.plain[a]), w.plain[s:close]):
        kind = kind_of(w, starts[s], close)
        yield Candidate(s, close, kind, "defined_acronym", acronym=(a, a + 1))
        yield Candidate(a, a + 1, kind, "acronym")
