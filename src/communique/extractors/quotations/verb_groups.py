"""The group of a verb: its auxiliary, its pronouns, its fixed rest, and whether it is a verb at all."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.cue import Reading
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import FINITE, Verb, compound_forms
from communique.extractors.quotations.words import in_class

_PREPOSITIONS = in_class("prepositions")
_SUBJECT_PRONOUNS = in_class("subject_pronouns")
_COMPOUND_FORMS = compound_forms()
_COPULAS = in_class("copulas")
_BEFORE_NOUN = in_class("before_noun")
_ORDINALS = in_class("ordinals")
_AUXILIARIES = in_class("auxiliaries")
_CLITICS = in_class("clitics")

HAVE = frozenset(
    {"a", "ont", "avait", "avaient", "est", "sont", "aurait", "auraient", "ai", "avons", "était"}
)
IN_HAVE = 6  # chunks between an auxiliary and its participle
_OBJECT = frozenset({"un", "une", "des", "le", "la", "les", "l'"})
_ASIDE = 4  # chunks between a verb and its fixed rest
OBJECTS = frozenset(
    {"se", "s'", "nous", "vous", "lui", "leur", "m'", "me", "y", "n'", "ne", "l'", "le", "la", "les", "en"}
)


def compound_at(
    row: Sequence[Chunk], i: int, after: int, low: str, mood: int = FINITE
) -> tuple[Verb, int] | None:
    """A verb with a fixed rest at chunk ``i``: "fait … valoir", and the chunk after it."""
    found = _COMPOUND_FORMS.get(low)
    near = [c.low for c in row[after : after + _ASIDE]] if found is not None else []
    for form in found or ():
        rest = form.verb.rest
        at = _past_aside(row, after, rest) if form.moods & mood and rest[0] in near else None
        if at is not None:
            return form.verb, at + len(rest)
    return None


def _past_aside(row: Sequence[Chunk], i: int, rest: tuple[str, ...]) -> int | None:
    """ "met | au contraire | en avant", "fait | d'ailleurs | valoir": where the fixed rest begins."""
    for j in range(i, min(i + _ASIDE, len(row))):
        if row[j].low == rest[0] and tuple(c.low for c in row[j : j + len(rest)]) == rest:
            return j
        adverb = is_adverb(row[j].low) or row[j].low in _PREPOSITIONS or row[j].low == "quant"
        if row[j].kind != "w" or not (
            adverb or row[j - 1].low in ("au", "en", "de", "d'", "par", "pour", "sa", "à")
        ):
            return None
    return None


_ADJECTIVES = frozenset({"critique", "critiques"})


def is_noun(r: Reading, i: int) -> bool:
    """ "la note", "de demande", "une annonce": the word before says that it is no verb."""
    if i == 0:
        return False
    prev = r.row[i - 1]
    if prev.low in _COPULAS:
        return True  # "se montre critique"
    if prev.low in ("seul", "seule", "unique") and i > 1 and r.row[i - 2].low == "pour":
        return True  # "avec pour seule devise"
    if r.row[i].low in _ADJECTIVES and _describes(r, i):
        return True  # "une analyse critique des enjeux"
    if prev.kind != "w" or prev.low not in _BEFORE_NOUN:
        return False
    if prev.low in _ORDINALS and i + 1 < len(r.row) and r.row[i + 1].kind == "Q":
        return False  # "La première salue « un bel élan »"
    if prev.low == "l'" and r.row[i].low.endswith("ent") and not r.row[i].low.endswith("ment"):
        return False  # "Les riverains l'assurent"
    if prev.low in ("l'", "le", "la", "les", "leur", "en") and i > 1:
        if r.row[i - 2].kind in "PI":
            return False  # "Jean Petit l'assure"
        if prev.low == "en" and r.row[i - 2].low in ("s'", "n'"):
            return False  # "comme s'en inquiète la maire"
        if prev.low in ("leur", "en") and r.row[i - 2].kind == "," and r.row[i - 3].kind == "Q":
            return False  # "« … », leur répond la maire", "« … », en conclut X"
        after_name = r.row[i - 2].kind == "," and i > 2 and r.row[i - 3].kind in "PIw)"
        viewed = r.row[r.begin].low in ("pour", "selon", "d'")  # "Pour Jean Petit, le doute « subsiste »"
        if after_name and not viewed and i + 1 < len(r.row) and r.row[i + 1].kind in "Q:":
            return False  # "le maire, Jean Petit, la juge « trop chère »"
        if i > 2 and r.row[i - 3].low == "ainsi" and r.row[i - 2].low == "que":
            return False  # "ainsi que l'indique X"
        return r.row[i - 2].low not in _SUBJECT_PRONOUNS | {"comme", "qui", "ne", "nous", "vous"}
    return True


def _describes(r: Reading, i: int) -> bool:
    """Whether a word that is an adjective too stands beside a thing and takes no object."""
    prev, following = r.row[i - 1], r.row[i + 1] if i + 1 < len(r.row) else None
    if (
        prev.kind != "w"
        or noun_kind(prev.low) != "other"
        or prev.low in _SUBJECT_PRONOUNS
        or prev.low in OBJECTS
    ):
        return False
    if prev.low in ("qui", "ne", "n'", "et", "mais") or prev.low in in_class("adverbs"):
        return False
    if following is not None and following.low in ("de", "des", "du", "d'"):
        return True
    return following is None or (following.kind not in "QPI" and following.low not in in_class("determiners"))


def first_of_group(r: Reading, i: int) -> int:
    """The first chunk of the verb group, object pronouns included ("nous écrit")."""
    low = r.row[i].low  # "vous répondez": the pronoun is the subject
    own = "vous" if low.endswith("ez") else "nous" if low.endswith("ons") else ""
    while i > r.begin and r.row[i - 1].low in OBJECTS:
        if r.row[i - 1].low == own or _stressed(r, i - 1):
            break
        i -= 1
    return i


def _stressed(r: Reading, i: int) -> bool:
    """ "Lui parle d'un adieu", "(lui assure que …)": the subject, not the object, of the verb."""
    if r.row[i].low not in ("lui", "eux") or i + 2 >= len(r.row) or r.row[i + 2].kind in "PI":
        return False
    opens = r.row[i - 1].kind == "(" if i else r.text[r.row[i].start].isupper()
    return opens and r.row[i + 2].low not in ("le", "la", "l'", "un", "une", "son", "sa")


def negation(r: Reading, i: int) -> int | None:
    return r.row[i - 1].start if i and r.row[i - 1].low in ("n'", "ne") else None


def auxiliary(r: Reading, i: int) -> int | None:
    """The auxiliary of the participle at ``i``, adverbs and a short aside apart."""
    last = i - 1
    if last > r.begin and r.row[last].kind == ",":  # "avait, il est vrai, annoncé"
        opening = next(
            (k for k in range(last - 1, max(r.begin, last - IN_HAVE), -1) if r.row[k].kind == ","), last
        )
        if r.row[opening - 1].low in HAVE:
            return opening - 1
    for k in range(last, max(r.begin - 1, last - IN_HAVE), -1):
        low, kind = r.row[k].low, r.row[k].kind
        if low in HAVE or low in _AUXILIARIES:
            return k
        if kind not in ("w", ",") or (kind == "w" and low in ("que", "qu'", "qui")):
            return None
        if low == "et" and r.row[k - 1].low != "ores":
            return None
        if low.endswith(("é", "és", "ée", "ées")) and k < last and r.row[k + 1].low in _OBJECT:
            return None  # "ont donné des comptes rendus détaillés"
    return None


def has_auxiliary(r: Reading, i: int) -> bool:
    """Whether a form that is present and participle ("dit") is the participle here: "a dit"."""
    k = auxiliary(r, i)
    return k is not None and all(
        is_adverb(c.low)
        or c.low in _CLITICS
        or c.kind == ","
        or c.low in ("lui", "elle", "eux", "pour", "sa", "part", "de", "d'", "son", "leur", "côté")
        for c in r.row[k + 1 : i]
    )  # fmt: skip


def same_number(r: Reading, first: int, i: int) -> bool:
    """ "La directrice assure que … et jure …": two verbs of one subject, as far as their ending tells."""
    before = r.previous
    if before is None or before.first < r.begin or before.kind != "verb" or before.subject is None:
        return False
    plural = [
        any(c.low.endswith("nt") for c in r.row[a:b])
        for a, b in ((first, i + 1), (before.first, before.after))
    ]
    return plural[0] == plural[1] or before.order == "VS"


def past_before(r: Reading, i: int) -> int | None:
    """An auxiliary earlier in the clause that a coordinated participle goes on with."""
    for k in range(i - 2, r.begin - 1, -1):
        if r.row[k].low in ("a", "ont", "avait", "avaient"):
            return k
    return None
