"""Words between marks that are nobody's words: titles of works, names of programmes, terms, irony."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import lower_shadow
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import FINITE, form
from communique.extractors.quotations.words import in_class, listed

_FINITE = listed("finite.txt")
_NOT_FINITE = listed("not_finite.txt")
_NAME_HEADS = listed("name_heads.txt")
_MAKERS = listed("makers.txt")
_PREPOSITIONS = in_class("prepositions")

WORD = re.compile(r"(?:qu|[ldjmtsnc])'|(?:[a-zß-öø-ÿ]++\w*+|\w++)(?:-\w++)*+")
# between a verb of naming and the name: "s'appellera peut-être « X »"
_CLITICS = in_class("clitics") | {"d'", "de", "pas"}
_BETWEEN = frozenset(
    {"peut-être", "désormais", "ainsi", "aujourd'hui", "bientôt", "maintenant", "simplement"}
)
_PARTICIPLES = ("ée", "ées", "é", "és", "ue", "ues", "us", "ise", "ises", "ite", "ites")
_QUALITIES = (
    "alité", "arité", "ilité", "urité", "icité", "ivité", "osité", "idité", "iété", "erté", "auté", "nité",
    "ximité", "rmité",
)  # fmt: skip
_PLURAL = frozenset({"les", "des", "aux", "ces"})
_LABELS = frozenset({"label", "mention", "logo", "tampon", "étiquette", "catégorie", "prix", "case"})
_SPOKEN = re.compile(r"(?<!\w)(?:je|j'|nous|vous|on|c'|tu|ça|moi)(?!\w)|(?<!\w)[jc]'|[!?…]")
_FINITE_ENDING = re.compile(
    r"(?:[^aeiou]ons|[^n]ez|aient|[eid]ront|[eid]rons|issent|ssons|(?:[aeiou]r|dr|tr|ss|ai|oy|[bcdglmnptv])ait|[ei]ra|dra)$"
)
_FINITE_ENDS = ("ons", "ez", "ent", "ont", "ait", "ra")  # of the two patterns
# "circulent", "estiment", but not "récent", "moment"
_PLURAL_ENDING = re.compile(r"\w{2,}[^m]ent$")


def word_count(words: str) -> int:
    """Words of a stretch, elided ones not counted."""
    return sum(1 for word in WORD.findall(lower_shadow(words)) if word[-1] != "'")


def _ends_finite(word: str) -> bool:
    if not word.endswith(_FINITE_ENDS):
        return False
    if _PLURAL_ENDING.match(word):
        return True
    return bool(_FINITE_ENDING.search(word)) and not word.endswith(("sons", "ions"))


def has_verb(words: str, *, first_only: bool = False) -> bool:
    """Whether a stretch holds a finite verb, as far as frequent forms and endings tell.

    >>> has_verb("nous sommes prêts"), has_verb("mobilité douce")
    (True, False)
    """
    for n, m in enumerate(WORD.finditer(lower_shadow(words))):
        word = m.group()
        if word in _FINITE or "-t-" in word:
            if not (first_only and word in ("n'", "ne", "c'")):
                return True
            continue
        if len(word) > 4 and _ends_finite(word) and word not in _NOT_FINITE:
            return True
        if first_only and (f := form(word)) is not None and f.moods & FINITE:
            return True
        if n > 80 or (first_only and word not in ("n'", "ne", "se", "s'")):
            return False
    return False


def is_name(chunks: Sequence[Chunk], k: int, words: str) -> bool:
    """Whether the quotation at chunk ``k`` is a name, a title or a term by what stands around it.

    The noun before the marks says so ("le programme « X »", "intitulé « X »"), or a capitalised
    phrase without a verb after a noun.
    """
    before = _noun_before(chunks, k)
    if before is None or (words[:1].islower() and (has_verb(words) or _participial(words, before.low))):
        return False
    if _purpose(words) or words.startswith(("avec ", "sans ", "par ", "malgré ")):
        return False  # "suivre le dossier « avec un intérêt prudent »"
    if before.low in ("que", "qu'") and has_verb(words):
        return False  # "affirme que « Paris n'est pas la France »"
    if before.low in _NAME_HEADS or before.low.removesuffix("s") in _NAME_HEADS:
        return True
    if chunks[k - 1].low in ("de", "d'") and before.low in _MAKERS:
        return True
    spoken = has_verb(words) and bool(_SPOKEN.search(lower_shadow(words)))
    return words[:1].isupper() and not spoken and before.low not in _PREPOSITIONS


def _purpose(words: str) -> bool:
    """ "les associations « pour construire un pacte avec nous »": what for, in somebody's words."""
    parts = lower_shadow(words).split()
    if len(parts) < 5 or parts[0] not in ("pour", "afin"):
        return False
    return next((w for w in parts[1:4] if w not in _CLITICS), "").endswith(("er", "ir", "re"))


def _participial(words: str, noun: str) -> bool:
    """ "une formule « entendue chaque année »": what is said of it; "le label « élu produit de l'année »"."""
    first = lower_shadow(words.split()[0])
    of_verb = first.endswith(_PARTICIPLES) and not first.endswith(_QUALITIES)
    return of_verb and word_count(words) > 2 and noun not in _LABELS


def _noun_before(chunks: Sequence[Chunk], k: int) -> Chunk | None:
    """The word just before the marks, past "de", "d'", "du nom de"."""
    j = k - 1
    while j > 0 and chunks[j].kind == "w" and chunks[j].low in _BETWEEN and chunks[j - 1].kind == "w":
        j -= 1
    while j >= 0 and chunks[j].kind == "w" and chunks[j].low in ("d'", "de", "nommé", "des", "«"):
        j -= 1
    return chunks[j] if j >= 0 and chunks[j].kind == "w" else None


def is_plural_term(chunks: Sequence[Chunk], k: int, words: str) -> bool:
    """ "les « cols bleus »", "aux « assistés »": a word or two in the plural after its article."""
    if k == 0 or chunks[k - 1].low not in _PLURAL or not words[:1].islower() or has_verb(words):
        return False
    parts = words.lower().split()
    return len(parts) <= 2 and all(p[-1] in "sx" for p in parts)


def goes_on(words: str) -> bool:
    """A fragment that goes on with the writer's sentence: "par la radio", "prise en accord avec", "qui …"."""
    first = lower_shadow(words.split()[0]).rstrip(",;")
    first = first[: first.find("'") + 1] or first  # "d'un autre âge"
    return (
        any(first in in_class(c) for c in ("prepositions", "relatives"))
        or first in ("et", "mais", "pas", "plus", "très", "trop", "sans", "comme", "parce", "afin")
        or first.endswith(("é", "ée", "és", "ées", "ise", "ite", "ant"))
    )
