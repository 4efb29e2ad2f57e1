"""What stands near a use of a name, for the learned model: governing nouns, neighbours, rows of a list."""

from __future__ import annotations

from functools import cache

from communique.extractors.institutions.candidates import place_nouns
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.learned_things import told_by
from communique.extractors.institutions.rosters import TELLING
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.usage_lists import company_nouns
from communique.extractors.institutions.words import ROOM, Words, endings, function_words, wordset
from communique.extractors.people.lexicon import named_after
from communique.gazetteer import places, registry_key, split_words
from communique.lexicon import lines, singular

_FUNCTION_WORDS = function_words()
_COMPANY_NOUNS = company_nouns()
_HEADS = heads()
_PLACE_NOUNS = place_nouns()
_NAMED_AFTER = named_after()
_AGENT = endings("agent")
_PLACES = places()
_EMPTY = wordset("empty")

_COMPLEMENT = frozenset(("de", "d'", "a", "en"))
STOPS = frozenset('.,;:()«»“”"–—-•|!?…')
_ASIDE = 12  # tokens of a parenthesis or quoted name at most
_FAR = 40  # tokens of a line at most
_SAME = {"du": "de", "des": "de", "d'": "de", "au": "a", "aux": "a"}


def topic_of(u: Usage) -> str:
    """What the article calls the bodies that it is about, if it says so often."""
    kind, count = max(u._spoken.items(), key=lambda item: item[1], default=("", 0))
    u.topic = f"doc={kind}" if count > 1 else "doc="
    return u.topic


def governor(u: Usage, k: int, name: str, det: bool) -> list[str]:
    """The noun that governs the name: « la société X », « le festival de X », two adjectives aside."""
    w, out = u.w, []
    name += "d" if det else ""
    steps = 0
    while k >= 0 and steps < 3 and (steps == 0 or w.joined(k + 1)):
        word = w.plain[k]
        if w.text[k] in STOPS or not word[0].isalpha():
            break
        if word in _FUNCTION_WORDS and (steps or w.cap[k]):
            break
        if w.cap[k]:
            out.append(f"{name}:{'role' if word in u.roles else 'cap'}")  # "PDG de X"
            break
        noun = singular(word)
        if steps == 0:
            out.append(f"{name}={noun}")
        if noun in u.negatives and _supplied(u, k):
            out.append(f"{name}2:company")  # "le fournisseur allemand de panneaux X"
            break
        known = [
            label
            for label, found in (
                ("company", noun in _COMPANY_NOUNS),
                ("intro", noun in u.introducing),
                ("head", noun in _HEADS),
                ("neg", noun in u.negatives),
                ("event", noun in u.events),
                ("place", noun in _PLACE_NOUNS),
                ("role", word in u.roles),
                ("belong", word in u.belongings),
                ("after", noun in _NAMED_AFTER),
                ("thing", noun in TELLING),
            )
            if found
        ]
        out += [f"{name}:{label}" for label in known]
        if known:
            break
        if steps == 0 and word.endswith(_AGENT):
            out.append(f"{name}:agent")
        if not w.is_adjective(k):
            completed = not steps and k > 1 and w.plain[k - 1] in _COMPLEMENT and not w.cap[k - 2]
            if completed and (told := told_by(u, singular(w.plain[k - 2]))):
                # "le logiciel de paie X", "la société de transport X"
                out.append(f"{name}2:{'thing' if told == 'thing' else 'company'}")
            break
        k, steps = k - 1, steps + 1
    return out


def _supplied(u: Usage, k: int) -> bool:
    """Whether the noun at ``k`` says what a firm makes or sells: « le fabricant français de *moteurs* »."""
    w = u.w
    if k < 3 or w.plain[k - 1] not in ("de", "d'") or w.plain[k][-1] not in "sx":
        return False
    at = k - 2 - w.is_adjective(k - 2)
    return not w.cap[at] and told_by(u, singular(w.plain[at])) == "body"


@cache
def prepositions() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By its last word, each preposition with what its complement is likely to be, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in lines(ROOM, "prepositions.txt"):
        phrase, meant = (part.strip() for part in line.split("|"))
        split = split_words(phrase)
        out.setdefault(split[-1], []).append((split, meant))
    for found in out.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return out


def meant_by(u: Usage, k: int) -> str:
    """What the preposition that ends at token ``k`` is likely to govern: "agent", "place" or nothing."""
    w = u.w
    last = _SAME.get(w.plain[k], w.plain[k])
    for phrase, meant in prepositions().get(last, ()):
        size = len(phrase) - 1
        if k >= size and tuple(w.plain[k - size : k]) == phrase[:-1]:
            return meant
    return ""


def neighbour(u: Usage, taken: set[int], k: int, name: str) -> list[str]:
    """What the name that ends or begins at token ``k`` is: a body, a person, a place, a capital, no name."""
    w = u.w
    if k < 0:
        return []
    if w.text[k] in ")»”":
        far = k - _ASIDE
        while k > max(0, far) and w.text[k] not in "(«“":
            k -= 1
        k -= 1
    if k < 0:
        return []
    if k in taken:
        return [f"{name}:body"]
    if u.ctx.in_person[k]:
        return [f"{name}:person"]
    if not w.cap[k]:
        return [f"{name}:low"]
    if w.text[k] in u.borne:
        return [f"{name}:borne"]
    if registry_key(w.text[k]) in _PLACES or u.ctx.reached_or_local(w.text[k]):
        return [f"{name}:place"]
    return [f"{name}:cap"]


def spelt_before(u: Usage, k: int, acronym: str) -> str:
    """What the words before token ``k`` name whose initials the acronym has: "body", "thing", "noun", ""."""
    w = u.w
    left = len(acronym)
    for at in range(k - 1, max(-1, k - 3 * len(acronym)), -1):
        if w.text[at] in STOPS:
            break
        if w.plain[at][0] == acronym[left - 1]:
            left -= 1
            if left == 0:
                noun = singular(w.plain[at])
                return "body" if noun in _HEADS else "thing" if noun in u.negatives else "noun"
        elif w.plain[at] not in _EMPTY:
            break
    return ""


def row_features(u: Usage, taken: set[int], i: int) -> list[str]:
    """What opens the lines around that of the name, where it opens its own: the rows of a list or table."""
    w = u.w
    k = i
    while k > 0 and i - k < 4 and not w.line_break(k):
        k -= 1
        if w.text[k][0].isalpha() and len(w.text[k]) > 2:
            return []
    if not (k == 0 or w.line_break(k)):
        return []
    out = ["row"]
    for step in (-1, 1):
        n = _line(w, k, step)
        if n < 0:
            continue
        for at in range(n, min(n + 5, len(w))):
            if at > n and w.line_break(at):
                break
            if w.cap[at] or at in taken:
                out += [f"row{f[2:]}" for f in neighbour(u, taken, at, "nn")]
                break
    return out


def _line(w: Words, k: int, step: int) -> int:
    """The first token of the line before or after the one that token ``k`` opens; -1 far away."""
    n = k + step
    for _ in range(_FAR):
        if not 0 <= n < len(w):
            return -1
        if w.line_break(n):
            return n
        n += step
    return -1
