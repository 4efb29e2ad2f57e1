"""Names that no list of first names knows ("Ngozi Adebayor"): taken when what stands around them tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from communique.document import Document, Doubt, fold_name
from communique.extractors.people import context, lexicon
from communique.extractors.people.bylines import signs
from communique.extractors.people.deeds import acts, deeds
from communique.extractors.people.heads import is_head
from communique.extractors.people.kin import on_stage, related
from communique.extractors.people.namesakes import is_namesake
from communique.extractors.people.origins import TOLD, ends_in_surname, origin, spelled
from communique.extractors.people.runs import Word
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import words
from communique.mentions import PersonMention

_TOWNS = places()
_NOT_SURNAMES = lexicon.not_surnames()
_NAMED_AFTER = lexicon.named_after()
_CIVILITIES = lexicon.civilities()

_WORDS_OF = words(lexicon.ROOM, "words_of.txt")
_ENGLISH_HEADS = words(f"{lexicon.ROOM}.roles", "english_heads.txt")

ENOUGH = 2.0
_LONG = 4  # people for sure in a list that tells what the other names of it are
_ROW = 3  # names with initials that make a row of people
_ROW_IN_CAPITALS = 2  # as many where the surnames are in capitals: "O. LE GOFF, H. MARTEL"
_LONGEST_ROW = 60  # tokens
_ROW_LINKS = frozenset((",", "et", "ou", "de", "d'", "du", "des", "la", "le", "les", "l'", "-"))
_PLURAL_PLACES = words(lexicon.ROOM, "places_in_rows.txt")
_INITIALS = re.compile(r"[A-ZÉ]\.(?:[ -]?[A-ZÉ]\.)* ?[A-ZÉ][^\W\d]")
_TERRITORIES = frozenset(
    ("region", "departement", "academie", "province", "canton", "metropole", "agglomeration", "district")
)
SURE = context.SURE
_REGNAL = re.compile(r"I{1,3}|IV|VI{0,3}")
# "A. Petit a, B. Grand b,c": authors with the letters of their affiliations
_LISTED = re.compile(
    r"(?:\s[a-z](?:,[a-z])*|\s?[\d,*¹²³]{1,4}|\s\([^()\n]{1,80}\))?(?:\s?[,;]\s|\s(?:et|and|&)\s|\s?\n[-–•▪*\s]{0,4})"
)


class Doubtful(NamedTuple):
    """A possible name, the weight of what speaks for it, and of how it is spelt."""

    start: int
    end: int
    weight: float
    letters: float = 0.0


def doubtful_name(doc: Document, run: Sequence[Word], i: int, j: int) -> Iterator[Doubtful]:
    """The words ``i`` to ``j`` of a run when they may be a name: two to four, no acronym, no body's noun."""
    if j == len(run) - 1 and _REGNAL.fullmatch(doc.text, run[j].start, run[j].end):
        j += 1  # "Nanan Akpa Agbassi II"
    if not 2 <= j - i <= 4 or (j < len(run) and run[j].lead == run[j].start):
        return
    first, last = run[i], run[j - 1]
    bodies = _NOT_SURNAMES
    if (
        doc.lower[first.start : first.end] in _CIVILITIES
        or first.plain in bodies
        or first.plain in _NAMED_AFTER
        or first.plain in _CIVILITIES
    ):
        return
    if first.plain in _WORDS_OF and run[i + 1].lead < run[i + 1].start:
        return  # "Témoignages d'Hamid, chauffeur"
    if last.plain in _ENGLISH_HEADS:
        return  # "Chief Product Officer"
    staged = on_stage(doc, first.start)
    if (
        first.plain in ("la", "le", "les")
        and not staged
        and (j - i == 2 or is_head(doc.lower[last.start : last.end]))
    ):
        return  # "La Secrétaire" below a letter, "explique Le Courrier"
    if _holds_whole_name(run, i, j) and _follows_head(doc, first.start):
        return  # "l'élu Vert Paul Petit"
    if first.plain in lexicon.heads_of_bodies():
        return  # "Scierie de Rivière-aux-Outardes"
    if last.end - last.start < 2 or (not staged and _shouted(doc, run, i, j)):
        return
    if last.plain in lexicon.places() or _listed(doc, first.start, last.end):
        return
    if context.article_before(doc, first.start) or is_namesake(doc, first.start):
        return
    if _names_territory(doc, first.start) or _among_places(doc, first.start):
        return
    told = context.support(doc, first.start, last.end) + deeds(doc, last.end)
    told += 2 * (i > 0 and introduced(doc, run[i - 1]))
    told += SURE * (staged or related(doc, first.start))
    told += SURE * (j - i == 2 and first.initial and signs(doc, run[i:j]))
    against = context.governed(doc, first.start)
    told -= min(against, 0)
    told += 1.0 * (against < 0 and first.initial and j - i == 2)
    own = origin(doc, run[i:j])
    if told == 0 and own > 0 and ends_in_surname(run[i:j]) and acts(doc, first.start, last.end):
        told = 0.5 if spelled(run[i:j]) > 0 else 0.0
    letters = _letters(run[i:j], told, own)
    if letters < 0 and told > 1 and context.reports(doc, first.start, last.end):
        letters = 0.0  # who reports words, and of whom more is told, is somebody, whatever the letters
    weight = told + own + letters - max(against, 0)
    yield Doubtful(first.start, last.end, weight, spelled(run[i:j]))


def _shouted(doc: Document, run: Sequence[Word], i: int, j: int) -> bool:
    """Whether capitals rule a name out: not "Koli BI ZUELI", nor "le Colonel AKE DANHO" after a rank."""
    capitals = [doc.text[w.start : w.end].isupper() and not w.initial for w in run[i:j]]
    if all(capitals):
        rank = run[i - 1] if i else None
        return rank is None or doc.lower[rank.start : rank.end] not in lexicon.bearers_of_surnames()
    return any(before and not after for before, after in pairwise(capitals))


def _letters(run: Sequence[Word], told: float, own: float) -> float:
    """What the spelling adds: for a name where the text tells something, against it where that is little."""
    if told == 0:
        return 0.0
    letters = spelled(run)
    if letters > 0:
        return letters
    return max(letters, -0.5 if own else -1.0) if own < TOLD and told + own < SURE else 0.0


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first words of towns of several words, and of brands and sayings that read like names."""
    towns = (key.partition(" ") for key in places())
    return frozenset(a for a, _, b in towns if b), frozenset(b.split(" ")[0] for b in lexicon.brands())


def no_person(plain: str) -> bool:
    """Is it a town, a brand, a saying that reads like a name: "bandar abbas", "louis vuitton paris"?

    >>> no_person("hong kong"), no_person("louis vuitton paris"), no_person("louis martin")
    (True, True, False)
    """
    first = plain.partition(" ")[0]
    towns, brands = _first_words()
    if first in brands and any(plain == b or plain.startswith(b + " ") for b in lexicon.brands()):
        return True
    return first in towns and registry_key(plain) in _TOWNS


def _listed(doc: Document, start: int, end: int) -> bool:
    """Is the whole of it a town ("Hong Kong"), a brand or a body ("Der Spiegel") of the lists?"""
    if no_person(doc.plain[start:end]):
        return True
    tokens = doc.tokens
    first = tokens.at(start)
    if tokens.plain[first] not in bodies():
        return False
    name = tuple(tokens.plain[first : tokens.before(end) + 1])
    second = name[1] if len(name) > 1 else None
    maker = name[:1]  # "Hyundai Kona"
    return any(body.words in (name, maker) and not body.weak for body in bodies().likely(name[0], second))


def _names_territory(doc: Document, start: int) -> bool:
    """ "le préfet de la région Grand Est": the place that the noun right before names."""
    i = doc.tokens.before(start)
    return i >= 0 and doc.tokens.plain[i] in _TERRITORIES


def _among_places(doc: Document, start: int) -> bool:
    """ "les communes de Berriche, *Behir Chergui*, Aïn Zitoun et *Ouled Gacem*": a row of places."""
    tokens = doc.tokens
    i = last = tokens.before(start)
    while i > max(0, last - _LONGEST_ROW) and (tokens.text[i][0].isupper() or tokens.plain[i] in _ROW_LINKS):
        i -= 1
    return 0 <= i < last and tokens.plain[i] in _PLURAL_PLACES


def _holds_whole_name(run: Sequence[Word], i: int, j: int) -> bool:
    """Do a first name and a surname follow the first word, which is neither?"""
    if j - i < 3 or run[i].initial or run[i].plain in lexicon.surnames_abroad():
        return False
    return lexicon.is_first_name(run[i + 1].plain) and not lexicon.is_first_name(run[i].plain)


def _follows_head(doc: Document, start: int) -> bool:
    """Is the word before a noun of people: "*l'élu* Vert NAME", but "*selon* Mzee NAME"?"""
    i = doc.tokens.before(start)
    return i >= 0 and is_head(doc.tokens.lower[i])


def introduced(doc: Document, word: Word) -> bool:
    """ "la Malgache NAME", "le président de Serbie NAME": the word before tells that a person is named."""
    if context.article_before(doc, word.start):
        return lexicon.is_inhabitant(doc.lower[word.start : word.end])
    return word.plain in lexicon.places() and context.ends_title(doc, word.start)


def settle(doc: Document, sure: Sequence[PersonMention], doubtful: Sequence[Doubtful]) -> list[PersonMention]:
    """The doubtful names that the whole article, read together, supports enough."""
    weights: dict[str, float] = defaultdict(float)
    support: dict[str, int] = defaultdict(int)
    surnames = {m.name for m in sure if m.civility}
    starts, ends = {m.start for m in sure}, {m.end for m in sure}
    named: list[tuple[Doubtful, str]] = []
    listed = _in_lists(doc, sure, doubtful) | _in_rows(doc, doubtful)
    for d in doubtful:
        name = fold_name(doc.text[d.start : d.end])
        named.append((d, name))
        beside = _neighbours(doc, d, starts, ends)
        if beside == 1 and d.letters > 0:
            beside = ENOUGH  # "Idina Menzel et Kristen Bell": spelt as names are
        weight = d.weight + beside + context.tagged(doc, d.start, d.end)
        if d.start in listed and d.weight >= 0:
            weight = max(weight, ENOUGH)
        support[name] += weight > 0
        weights[name] = max(weights[name], weight)
        if name.partition(" ")[2] in surnames:
            weights[name] += ENOUGH
    doc.doubts.extend(
        Doubt(d.start, d.end, "PER")
        for d, name in named
        if ENOUGH > weights[name] + (0.25 if support[name] > 1 else 0) >= ENOUGH - context.TAGGED
    )
    return [
        PersonMention(start=d.start, end=d.end, name=name, rule="context" if weights[name] < SURE else "told")
        for d, name in named
        if weights[name] + (0.25 if support[name] > 1 else 0) >= ENOUGH
    ]


def _in_lists(doc: Document, sure: Sequence[PersonMention], doubtful: Sequence[Doubtful]) -> set[int]:
    """Where the names of long lists begin of which most are those of people for sure."""
    if len(sure) < _LONG or not doubtful:
        return set()
    known = {m.start for m in sure}
    spans = sorted({(m.start, m.end) for m in sure} | {(d.start, d.end) for d in doubtful})
    found: set[int] = set()
    chain: list[int] = []
    for n, (start, end) in enumerate(spans):
        chain.append(start)
        gap = _LISTED.match(doc.text, end)
        if gap is not None and n + 1 < len(spans) and spans[n + 1][0] == gap.end():
            continue
        told = sum(s in known for s in chain)
        if len(chain) > _LONG and told >= _LONG and 2 * told > len(chain):
            found.update(chain)
        chain = []
    return found


def _in_rows(doc: Document, doubtful: Sequence[Doubtful]) -> set[int]:
    """Where "O. Diop, K. A. Mensah et P.-Y. Le Goff" begin: rows of three names with initials."""
    found: set[int] = set()
    chain: list[int] = []
    shouted = {d.start for d in doubtful if doc.text[d.start : d.end].isupper()}
    rows = sorted((d.start, d.end) for d in doubtful if _INITIALS.match(doc.text, d.start))
    for n, (start, end) in enumerate(rows):
        chain.append(start)
        gap = _LISTED.match(doc.text, end)
        if gap is not None and n + 1 < len(rows) and rows[n + 1][0] == gap.end():
            continue
        if len(chain) >= (_ROW_IN_CAPITALS if shouted.issuperset(chain) else _ROW):
            found.update(chain)
        chain = []
    if not shouted.isdisjoint(found):
        found |= shouted.intersection(start for start, _ in rows)  # the article writes names so
    return found


def _neighbours(doc: Document, d: Doubtful, starts: set[int], ends: set[int]) -> float:
    """A name in a list of names: one point for each neighbour that is a person for sure."""
    after = _LISTED.match(doc.text, d.end)
    weight = 1.0 if after and after.end() in starts else 0.0
    for back in range(2, 48 if doc.text[d.start - 3 : d.start].startswith(")") else 10):
        if d.start - back in ends and _LISTED.fullmatch(doc.text, d.start - back, d.start):
            return weight + 1.0
    return weight
