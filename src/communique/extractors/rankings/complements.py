"""The complement of a ranking's head noun: where "classement 2023 des Masters in Management du …" ends."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from communique.document import Document, plain_shadow
from communique.extractors.rankings.patterns import YEAR, lazy, placing_verbs, small_words
from communique.extractors.rankings.titles import acronym
from communique.lexicon import lines, words

_PLACING_VERBS = placing_verbs()

# What opens another ranking after "et".
HEAD = lazy(
    r"\b(?:classement|palmares|barometre|hit-parade|box-office|tableau des medailles|"
    r"tableau d'honneur|ranking|(?:euro|afro|latino)barometre)\b"
)
_YEARS = lazy(r"(?:19|20)\d\d[-–/](?:\d\d){1,2}(?!\d)")
_ORDINAL = lazy(r"\d+(?:er|e|re|nd|nde|eme)s?")
# Words that end a name; links, kept only between two words of it; adjectives that name nothing by themselves.
_STOP, _LINKS, _VAGUE = (words(__package__, f"name_{kind}.txt") for kind in ("stops", "links", "vague"))
_MONTHS = small_words("months")
_STEPS = frozenset({"places", "rangs", "points", "positions", "crans"})
_GENUS = frozenset(
    {"magazine", "journal", "quotidien", "hebdomadaire", "mensuel", "cabinet", "institut", "site"}
)
_LONGEST = 18


def complement(doc: Document, head: int) -> tuple[int, int] | None:
    """From the head noun at token ``head`` to the end of the name; None when nothing names the ranking.

    Lower-case words count right after the head ("palmarès annuel") and after "de" ("des tarifs bancaires");
    a long capitalised complement after another one is the publisher, not the name.
    """
    tokens, text = doc.tokens, doc.text
    foreign = tokens.plain[head] in {"ranking"}
    end, named, complements, lowers, link, adjectives = tokens.end[head], False, 0, 0, "", False
    shouting = text[tokens.start[head] : tokens.end[head]].isupper()
    limit = min(head + _LONGEST, len(tokens))
    i = head + 1
    while i < limit:
        surface, plain = tokens.text[i], tokens.plain[i]
        gap = text[tokens.end[i - 1] : tokens.start[i]]
        if surface in {"™", "®"} and not gap:
            end, i = tokens.end[i], i + 1
            continue
        if (
            gap.count("\n") > 1
            or ("\n" in gap and (surface[0].isdigit() or _apart(doc, i) or _is_caption(doc, head, i)))
            or _says_more(doc, head, i, link)
        ):
            break
        if (
            plain in _STOP
            and not (plain == "par" and (i == head + 1 or (adjectives and not complements)))
            and (surface.islower() or shouting or not surface[0].isupper())
        ):
            break
        if plain == "par" and i == head + 1 and i + 1 < len(tokens):
            if tokens.text[i + 1][0].islower():
                return tokens.start[head], tokens.end[i + 1]
            return _known_source(doc, i + 1)  # "son premier classement par QS": the source names it
        if plain == "par" and adjectives and not complements and tokens.plain[i + 1 : i + 2] in _BY_WHAT:
            return tokens.start[head], tokens.end[i + 1]
        if plain in {"«", "“", '"'} and (end == tokens.end[i - 1] or (link.startswith("d") and not lowers)):
            title = _quoted(doc, i)
            if title is None or end == tokens.end[i - 1] == tokens.end[head]:
                return _with_publisher(doc, head, title)
            return tokens.start[head], _TITLE_END.match(text, title[1]).end()  # type: ignore[union-attr]
        if surface == "/" and named and tokens.text[i + 1 : i + 2] and tokens.text[i + 1][0].isupper():
            i += 1  # "ChangeNOW / Les Echos START"
            continue
        if plain == "(":
            closed = acronym(doc, end)
            end = closed if named else end
            break
        if YEAR.fullmatch(plain):
            if link == "en":
                break
            years = _YEARS.match(text, tokens.start[i])
            end, named = tokens.end[i], True
            while years is not None and tokens.end[i] < years.end():
                end, i = years.end(), i + 1
        elif plain in _MONTHS or (
            surface[0].isdigit() and tokens.plain[i + 1 : i + 2] and tokens.plain[i + 1] in _STEPS
        ):
            break
        elif lowers and not link and plain in {"les", "la", "le"} and _superlative(doc, i):
            end, i = tokens.end[i + 2], i + 3
            continue
        elif plain in _LINKS:
            following = tokens.plain[i + 1] if i + 1 < len(tokens) else ""
            if plain == "l'" and following in {"an", "annee"}:
                break
            if plain == "et" and (
                shouting
                or following in _PLACING_VERBS
                or HEAD.match(doc.plain, tokens.start[min(i + 2, len(tokens) - 1)])
                or (tokens.plain[i + 2 : i + 3] and tokens.plain[i + 2] in _LINKS)
            ):
                break
            if plain.startswith("d") and not link:
                if named and (complements or adjectives) and _long_capitalised(doc, i):
                    break
                complements, lowers = complements + 1, 0
            link = link if link.startswith("d") else plain
            i += 1
            continue
        elif (
            surface[0].isupper()
            or (surface[0].isdigit() and i > head + 1 and not _ORDINAL.fullmatch(plain))
            or surface[0] in "&+$"
        ):
            end, named = tokens.end[i], True
        elif not link and not complements and _told_of(doc, head, i):
            break
        elif (
            surface[0].isalpha()
            and (lowers < 2 or (lowers < 4 and _goes_on(plain)))
            and not foreign
            and (complements or i <= head + 2)
            and link not in {"en", "a", "aux"}
        ):
            lowers += 1
            adjectives = adjectives or not complements
            end = tokens.end[i]
            named = named or plain not in _VAGUE
        elif (
            surface in "'’" and tokens.plain[i + 1 : i + 2] == ["s"] and tokens.start[i] == tokens.end[i - 1]
        ):
            end, i = tokens.end[i + 1], i + 2  # "palmarès Maclean's"
            continue
        elif surface in ".$/'’" and not gap and text[tokens.end[i] : tokens.end[i] + 1].isalpha():
            end, i = tokens.end[i + 1], i + 2  # "Skiresort.info", "Newsweek/Statista", "Cap'Com"
            continue
        else:
            break
        link = ""
        i += 1
    if not named:
        return None
    tail = _CLAUSE_TAIL.match(doc.plain, end)
    return tokens.start[head], tail.end() if tail else end


# "classement mondial | par matière"
_BY_WHAT = [
    [w]
    for w in (
        "matiere",
        "matieres",
        "discipline",
        "disciplines",
        "specialite",
        "specialites",
        "domaine",
        "sujet",
    )
]
# "des villes | où il fait bon vivre", "des entreprises | à plus forte croissance"
_CLAUSE_TAIL = lazy(
    r"\s(?:ou\s(?:il\s(?:fait|faut)|l'on|on)\s[a-z]+(?:\s(?:le\s(?:mieux|plus)|vivre|etudier|travailler|entreprendre)){0,2}|"
    r"a\s(?:la\s)?(?:plus\s)?(?:forte|haute)\s[a-z]+|preferee?s\sdes\s[a-z]+)\b"
)
_OBJECT = frozenset(
    {
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "en",
        "a",
        "au",
        "aux",
        "plus",
        "aussi",
        "sur",
        "dans",
        "que",
        "ainsi",
    }
)


# "des meilleurs hôpitaux | privés", not "des meilleurs hôpitaux | présentés hier", "| sinon"
_ISSUED = (
    "publi",
    "etabli",
    "realis",
    "devoil",
    "present",
    "class",
    "recens",
    "dress",
    "elabor",
    "not",
    "test",
)
_SMALL_WORDS = frozenset(
    ("tous", "toutes", "puis", "moins", "sous", "sans", "vers", "jadis", "fois", "alors")
)


def _goes_on(word: str) -> bool:
    """Whether a word after the noun and its adjective is one more adjective of the plural."""
    return len(word) > 4 and word[-1] in "sx" and word not in _SMALL_WORDS and not word.startswith(_ISSUED)


def _told_of(doc: Document, head: int, i: int) -> bool:
    """Whether the word after the head is the verb of what it does: "le palmarès passe en revue"."""
    tokens = doc.tokens
    word, following = tokens.plain[i], tokens.plain[i + 1 : i + 2]
    if (
        i != head + 1
        or tokens.text[head][0].isupper()
        or not tokens.text[i][0].islower()
        or _ADJECTIVE.fullmatch(word)
    ):
        return False
    return (
        bool(following)
        and (following[0] in _OBJECT or following[0][0].isdigit() or tokens.text[i + 1][0].isupper())
        and word.endswith(("e", "it", "ent"))
    )


def _apart(doc: Document, i: int) -> bool:
    """Whether token ``i`` opens a section of its own: the line before was a title, an item."""
    return doc.section_at(doc.tokens.end[i - 1] - 1) is not doc.section_at(doc.tokens.start[i])


def _is_caption(doc: Document, head: int, i: int) -> bool:
    """Whether token ``i`` opens the head of a table below the line that the ranking's noun opens."""
    line_end = doc.text.find("\n", doc.tokens.start[i])
    line = doc.text[doc.tokens.start[i] : line_end if line_end >= 0 else len(doc.text)]
    return "\t" in line or "|" in line or "  " in line.strip()


def _superlative(doc: Document, i: int) -> bool:
    """Whether "les plus internationales" stands at token ``i``."""
    words = doc.tokens.plain[i + 1 : i + 3]
    return len(words) == 2 and words[0] in {"plus", "mieux", "moins"} and words[1].isalpha()


def _with_publisher(doc: Document, head: int, title: tuple[int, int] | None) -> tuple[int, int] | None:
    """A title between marks; one of a single word with the list's noun and who makes it.

    "palmarès « Mobilité » de Jeune Afrique"
    """
    if title is None or " " in doc.text[slice(*title)].strip():
        return title
    maker = _MAKER.match(doc.text, title[1])
    return title if maker is None else (doc.tokens.start[head], maker.end())


_MAKER = lazy(
    r"\s?[»”\"]\s(?:de\s(?:la\s|l[’'])?|du\s|des\s|d[’'])[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}"
)
_TITLE_END = lazy(r"(?:\s{0,3}[»”\"])?")


def _known_source(doc: Document, i: int) -> tuple[int, int] | None:
    """The known publisher named at token ``i``, the longest of its words that a list holds."""
    tokens = doc.tokens
    for last in range(min(i + 3, len(tokens) - 1), i - 1, -1):
        if doc.plain[tokens.start[i] : tokens.end[last]] in ranking_sources():
            return tokens.start[i], tokens.end[last]
    return None


def _long_capitalised(doc: Document, i: int) -> bool:
    """Whether the complement that opens at token ``i`` is the long name of a publisher."""
    tokens, caps, n = doc.tokens, 0, 0
    first = next((t for t in range(i, min(i + 3, len(tokens))) if tokens.plain[t] not in _LINKS), i)
    if tokens.text[first][0].islower() and tokens.plain[first] not in _GENUS:
        return False
    for j in range(i, min(i + 9, len(tokens))):
        ends = j > i and _line_ends(doc, j) > 1
        if ends or not (tokens.text[j][0].isalnum()) or tokens.plain[j] in _STOP:
            break
        caps += tokens.text[j][0].isupper()
        n += tokens.plain[j] not in _LINKS
    return caps > 0 and n > 2


# Adjectives that may go on a name: "palmarès Trends wallon"; other words there are most often verbs.
_ADJECTIVE = lazy(
    r"\w+(?:ales?|al|aux|iques?|ais(?:es?)?|ois(?:es?)?|iens?|iennes?|ifs?|ives?|els?|elles?|aires?|eurs?|"
    r"ains?|aines?)"
)


@cache
def ranking_sources() -> frozenset[str]:
    """Publishers of rankings, without accents: ``"challenges" in ranking_sources()``."""
    return frozenset(plain_shadow(s) for s in lines(__package__, "sources.txt"))


@cache
def _source_pairs() -> frozenset[tuple[str, str]]:
    """Words that stand side by side in a publisher's name: ("usine", "nouvelle")."""
    sources = (plain_shadow(s).replace("'", "' ").split() for s in lines(__package__, "sources.txt"))
    return frozenset(pair for source in sources for pair in pairwise(source))


def _says_more(doc: Document, head: int, i: int, link: str) -> bool:
    """Whether a word after a capitalised one is no part of the name: "le baromètre Trendence interroge"."""
    tokens = doc.tokens
    before, word = tokens.text[i - 1], tokens.plain[i]
    whole = before[0].isupper() or (tokens.plain[i - 2], tokens.plain[i - 1]) in _source_pairs()
    if i - 1 == head or link or not (whole and tokens.text[i][0].islower()) or word in _LINKS:
        return False
    return not (_ADJECTIVE.fullmatch(word) or (tokens.plain[i - 1], word) in _source_pairs())


def _line_ends(doc: Document, i: int) -> int:
    """How many line ends part token ``i`` from the one before."""
    return doc.text.count("\n", doc.tokens.end[i - 1], doc.tokens.start[i])


_QUOTED = lazy(r"[«“\"]\s{0,3}([^\s«»“”\"][^«»“”\"\n]{0,88}[^\s«»“”\"])\s{0,3}[»”\"]")


def _quoted(doc: Document, i: int) -> tuple[int, int] | None:
    """The name between the quotation marks that open at token ``i``."""
    m = _QUOTED.match(doc.text, doc.tokens.start[i])
    if m is None or (m.group(1)[0].islower() and _STOP & set(plain_shadow(m.group(1)).split())):
        return None  # "ce classement « ne mesure pas l'essentiel »": what is said of it
    return m.span(1)
