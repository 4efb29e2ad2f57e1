"""How far a noun phrase goes."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import FINITE, GERUND, PARTICIPLE, forms
from communique.extractors.quotations.words import in_class, org_nouns, role_noun_of, role_nouns
from communique.lexicon import words

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
_AGENTS = ("trice", "ologue", "icien", "icienne", "ogiste", "économiste")  # "l'investigatrice"
_THINGS_OF_AGENTS = in_class("things_of_agents")
_AUXILIARIES = in_class("auxiliaries")
_BEFORE_NOUN = in_class("before_noun")
_BESIDE = frozenset(
    {"avec", "après", "avant", "pendant", "devant", "face", "depuis", "durant", "via", "malgré", "outre"}
)
CLITICS_OF_VERBS = frozenset({"se", "s'", "me", "m'", "nous", "vous", "lui", "y", "n'", "ne"})
_DANGLING = frozenset({"de", "d'", "sur", "les", "des", "du", "à", "au", "aux", "par", "pour", "dans", "en"})
_FORMS = forms()
_AGENCIES = in_class("agencies")
_ITS_OWN = frozenset({"un", "une", "son", "sa", "ses"})
_OCCASIONS = frozenset(
    {("au", "cours"), ("en", "marge"), ("au", "micro"), ("au", "lendemain"), ("au", "sujet"), ("au", "terme"),
     ("en", "conférence"), ("en", "entrevue"), ("en", "entretien"), ("en", "visite"), ("en", "déplacement"),
     ("en", "direct"), ("en", "point"), ("en", "réponse"), ("en", "référence"), ("en", "préambule"),
     ("en", "introduction"), ("en", "aparté"), ("en", "substance"), ("en", "réaction"), ("en", "souriant"),
     ("au", "moment"), ("en", "ouverture"), ("en", "conclusion"), ("au", "début"), ("au", "téléphone"),
     ("au", "passage"), ("au", "sortir"), ("en", "début"), ("en", "fin"), ("en", "commission"),
     ("en", "audience"), ("en", "interview"), ("en", "marge"), ("en", "préalable"), ("en", "parallèle")}
)  # fmt: skip
_WHOSE = frozenset({"notre", "nos", "votre", "vos", "son", "sa", "ses", "leur", "leurs"})
_TOLD = frozenset({"journalistes", "médias", "reporters", "enquêteurs", "policiers", "gendarmes", "lecteurs"})
_ARTICLES = frozenset({"le", "la", "les", "un", "une", "tous", "toutes", "chaque", "aucun", "aucune"})
_LINKING = in_class("prepositions") | {
    "tous",
    "toutes",
    "tout",
    "toute",
    "ou",
    "comme",
    "voire",
    "ni",
    "feu",
    "sauf",
    "hormis",
    "via",
}
# "à la fin de son discours", "à l'issue de la réunion", "à la barre".
_MOMENTS = frozenset(
    {"fin", "suite", "sortie", "veille", "tribune", "barre", "télévision", "radio", "presse", "antenne",
     "issue", "occasion", "ouverture", "arrivée", "audience", "aube"}
)  # fmt: skip
_MONTHS = in_class("months")
OF = frozenset({"de", "d'", "du", "des", "à", "au", "aux", "avec", "par", "pour", "et", "en", "chez", "feu"})
_OF_MARKED = frozenset({"des", "de", "du", "d'", "les"})
_RELATIVES = in_class("relatives")
TERM = 30  # characters of a term in marks
_WEEKDAYS = words("communique.lexicon", "weekdays.txt")


def skip_parenthesis(row: Sequence[Chunk], i: int) -> int:
    """The chunk after a parenthesis that opens at ``i`` ("(CFDT)"), or ``i``."""
    if i < len(row) and row[i].kind == "(":
        for j in range(i + 1, min(i + 14, len(row))):
            if row[j].kind == ")":
                return j + 1
    return i


def extent(row: Sequence[Chunk], i: int, limit: int) -> int:
    """Where the complements of a head noun end: at a sign, a name set beside it, a relative."""
    start, last = i, min(limit, i + 14)
    while i < last:
        chunk = row[i]
        if chunk.kind == "P" and row[i - 1].low not in OF:
            break
        if chunk.kind == "Q" and row[i - 1].low in _OF_MARKED and chunk.end - chunk.start < TERM:
            i += 1  # "un porte-parole des « gilets verts » de Nantes"
            continue
        titled = (
            chunk.kind == "Q" and i > start and row[i - 1].kind == "w" and row[i - 1].low not in _BEFORE_NOUN
        )
        if titled and chunk.end - chunk.start < 2 * TERM and i + 1 < last and row[i + 1].kind == ",":
            i += 1  # "la directrice de l'organisation « Contre l'arbitraire », Jeanne Petit,"
            continue
        if chunk.kind not in "wIP" or chunk.low in _RELATIVES or chunk.low in _AUXILIARIES:
            break
        if chunk.low == "à" and i + 1 < last and row[i + 1].kind == "P":
            break  # "a déclaré le patriarche à Jean Petit"
        if chunk.low == "en" and i + 1 < last and row[i + 1].low.endswith("ant"):
            break  # "confie la maire en rendant hommage"
        if setting(row, i, last) or _opens_another(row, i):
            break
        if _takes_up(chunk.low):
            break  # "a précisé le magistrat | indiquant que"
        if chunk.low in CLITICS_OF_VERBS or (is_finite(chunk.low) and row[i - 1].low not in _BEFORE_NOUN):
            break
        i += 1
    while i > start and row[i - 1].low in _DANGLING:
        i -= 1  # "pour le chef de l'État d'« annuler »"
    return i


def _opens_another(row: Sequence[Chunk], i: int) -> bool:
    """ "selon la préfecture | le pont sera fermé": an article that nothing links to the noun before it."""
    if row[i].low not in _ARTICLES or row[i - 1].kind != "w":
        return False
    if i + 1 < len(row) and row[i + 1].low in ("plus", "moins", "mieux"):
        return False  # "la préfecture la plus proche"
    before = row[i - 1].low
    return before not in _LINKING and before not in _BEFORE_NOUN


def _takes_up(low: str) -> bool:
    """Whether a word is the participle of a reporting verb, and nobody: "indiquant", not "exposant"."""
    form = _FORMS.get(low) if low.endswith("ant") else None
    return form is not None and bool(form.moods & GERUND) and noun_kind(low) == "other"


def setting(row: Sequence[Chunk], i: int, last: int) -> bool:
    """ "la maire | dans un communiqué", "sur son blog", "sur Radio Rive", "lors d'un débat", "vendredi"."""
    low = row[i].low
    if low in _WEEKDAYS or low in ("lors", "hier", "sans", "comme"):
        return True
    if low in ("alors", "tandis", "pendant") and i + 1 < last and row[i + 1].low in ("que", "qu'"):
        return True
    if low == "auprès" and any(c.low in _AGENCIES for c in row[i + 2 : i + 4]):
        return True  # "a réagi l'entourage du maire | auprès de l'AFP"
    if low == "à" and any(c.low in _AGENCIES for c in row[i + 1 : i + 3]):
        return True  # "a indiqué la préfecture | à l'AFP"
    if _addressee(row, i, last):
        return True
    if low in ("peu", "juste") and i + 1 < last and row[i + 1].low in ("avant", "après"):
        return True
    if low in _BESIDE or (i + 2 < last and (low, row[i + 1].low) in _OCCASIONS):
        return True
    if low == "à" and i + 1 < last and row[i + 1].low in ("un", "une"):
        return True  # "répond selon l'élue à un enjeu"
    if low == "à" and i + 2 < last and row[i + 1].low in ("l'", "la") and row[i + 2].low in _MOMENTS:
        return True
    dated = low == "en" and i + 1 < last and (row[i + 1].low in _MONTHS or row[i + 1].low.isdigit())
    if dated and not any(c.low == "par" for c in row[i + 2 : i + 4]):
        return True  # "l'élu en février 2021"
    if low not in ("dans", "sur") or i + 1 >= last:
        return False
    return row[i + 1].kind == "I" or row[i + 1].low in _ITS_OWN


def _addressee(row: Sequence[Chunk], i: int, last: int) -> bool:
    """ "la maire | à notre rédaction", "le chef | à ses équipes", "le préfet | aux journalistes"."""
    told = row[i + 1].low if i + 1 < last else ""
    return (row[i].low == "à" and told in _WHOSE) or (row[i].low == "aux" and told in _TOLD)


def noun_kind(low: str) -> str:
    """role, org or other, by the head noun."""
    low = low.partition("·")[0] if "·" in low else low  # "étudiant·es"
    bare = low.removesuffix("s")
    if low in _ROLE_NOUNS or ("-" in low and role_noun_of(low) is not None):
        return "role"
    if low in _ORG_NOUNS or bare in _ORG_NOUNS:
        return "org"
    return "role" if low.endswith(_AGENTS) and low not in _THINGS_OF_AGENTS else "other"


def is_finite(low: str) -> bool:
    """Whether a word can be a finite form of a reporting verb."""
    form = _FORMS.get(low)
    return form is not None and bool(form.moods & FINITE) and not form.moods & PARTICIPLE


def may_be_verb(low: str) -> bool:
    """Whether a verb has such a form, an auxiliary, or a pronoun goes before one."""
    form = _FORMS.get(low)
    return form is not None or low in _AUXILIARIES or low in CLITICS_OF_VERBS
