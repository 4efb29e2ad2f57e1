"""Functions that open a sentence whose subject comes after asides: "Membre de X pendant dix ans, NAME"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.document import split_tokens
from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import left_of, opens_sentence, role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.pronouns import people_of
from communique.extractors.people.roles.titles import Title, before_head, read_title
from communique.lexicon import lines, words
from communique.mentions import InstitutionMention, PersonMention, RoleMention

_OPENINGS = tuple(tuple(split_tokens(line)) for line in lines(ROOM, "fronted_openings.txt"))
_TAKING_UP = tuple(
    (tuple(split_tokens(phrase.strip())), gender.strip())
    for phrase, _, gender in (line.partition("=") for line in lines(ROOM, "subjects.txt"))
)
_LAST_OPENING = frozenset(opening[-1] for opening in _OPENINGS)
_STOPS = words(ROOM, "title_stops.txt")
_PARTICIPLES = words(ROOM, "participles.txt")
_FILLERS = words(ROOM, "apposition_fillers.txt")
_NONE = ("élève", "lauréat", "vainqueu", "finaliste", "participant", "gagnant")  # tell no function alone
_BESIDE = words(ROOM, "besides.txt")  # no accents
_BESIDES = 20  # tokens that it takes
_REACH = 40  # tokens between the function and the subject
_ENDS = frozenset(".;:!?«»")
_JOINS = frozenset((",", "et", "puis", "mais"))
_SUBJECTS = frozenset(
    ("je", "il", "elle", "ils", "elles", "nous", "on", "ce", "c'", "le", "la", "les", "un", "une", "des")
)
# Nouns whose masculine is said of women too.
_COMMON = frozenset(("docteur", "professeur", "maître", "auteur", "écrivain", "médecin", "ingénieur", "chef"))


def roles_fronted(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """A function without determiner that opens a sentence, and the subject that comes after asides.

    >>> from communique.document import Document
    >>> from communique.mentions import Found
    >>> doc = Document("Membre du jury pendant dix ans, Assia Tria a parlé.")
    >>> found = Found(people=[PersonMention(start=32, end=42, name="Assia Tria", rule="first_name")])
    >>> [m.title for m in roles_fronted(Page(doc, found), [])]
    ['Membre du jury']
    """
    taken = {r.start for r in done}
    upto = -1
    for k in page.heads:
        if k < upto or page.tokens.start[k] in taken or page.word(k) in _PARTICIPLES:
            continue
        left = left_of(page, k)
        if not _opens(page, left) or page.word(k) != singular(page.word(k)):
            continue
        titles, end, person = _subject(page, k)
        if person is None or person.start in taken:
            continue
        upto = end
        for title, body in titles:
            noun = page.word(title.head)
            if title.start not in taken and not noun.startswith(_NONE) and noun == singular(noun):
                yield role(title, person, "fronted", body=(body.start, body.end) if body else None)


def _opens(page: Page, i: int) -> bool:
    """Whether token ``i`` (before the function) ends a sentence, or words that may open one end with it."""
    if page.word(i) in (":", ";", "-", "–", "—", "•", "*"):
        return False
    if i < 0 or (page.tokens.text[i + 1][0].isupper() and opens_sentence(page, i)):
        return True
    if page.word(i) in _PARTICIPLES and page.tokens.text[i][0].isupper():
        return opens_sentence(page, i - 1)  # "Devenue directrice à 40 ans, NAME"
    if page.word(i).isdigit() and page.word(i - 1) == "depuis":
        return page.tokens.text[i - 1][0].isupper() and opens_sentence(page, i - 2)
    if page.word(i) == ",":
        return _after_attribute(page, i)
    if page.word(i) not in _LAST_OPENING:
        return False
    for opening in _OPENINGS:
        first = i - len(opening) + 1
        if first >= 0 and all(page.word(first + n) == word for n, word in enumerate(opening)):
            return page.tokens.text[first][0].isupper() and opens_sentence(page, first - 1)
    return False


def _after_attribute(page: Page, i: int) -> bool:
    """ "Fille de mineurs, agrégée de lettres, *députée* …, NAME": what one is besides opens it."""
    sentence = page.doc.sentence_at(page.tokens.start[i])
    if sentence is None:
        return False
    first = page.after(sentence.start)
    if i - first > _BESIDES or page.tokens.plain[first] not in _BESIDE:
        return False
    return not page.people_between(sentence.start, page.tokens.start[i])


def _subject(
    page: Page, k: int
) -> tuple[list[tuple[Title, InstitutionMention | None]], int, PersonMention | None]:
    """The functions from token ``k`` on, the token of the comma before the subject, and the subject."""
    titles = [(title, title.institution) for title in read_chain(page, k, commas=True).titles]
    j = titles[-1][0].next
    while j < min(k + _REACH, len(page.tokens) - 1) and not page.broken(j - 1, j):
        word = page.word(j)
        if word in _ENDS and not (word in "«»" and j > k + 1):
            break
        if j in page.people:  # "sous les ordres du ministre de l'Intérieur NAME": not after a comma
            j = page.after(page.people[j].end)
            continue
        if j == titles[-1][0].next and word in ("pour", "chez") and j + 1 in page.bodies:
            title, body = titles[-1]
            titles[-1] = (title, body or page.bodies[j + 1])
        if word in _JOINS:
            person = (person_at(page, j + 1) or _described(page, j + 1)) if word == "," else None
            if person is not None:
                held = all(_may_hold(page, title, person) for title, _ in titles)
                return (titles, j, person) if held and _acts(page, person) else ([], j, None)
            more = another(page, j)
            if more is not None:
                title = read_title(page, more)
                titles.append((title, title.institution))
                j = title.next
                continue
            if word == "," and (gender := _taken_up(page, j + 1)):
                near = people_of(page, titles[0][0].start, gender)
                return (titles, j, near[-1]) if near else ([], j, None)
            if word == "," and page.word(j + 1) in _SUBJECTS:
                break
        j += 1
    return [], j, None


def _described(page: Page, j: int) -> PersonMention | None:
    """ "l'ancien international camerounais *NAME*": a name right after words that describe."""
    if page.word(j) not in ("le", "la", "l'"):
        return None
    for k in range(j + 1, min(j + 6, len(page.tokens))):
        if k in page.people:
            return page.people[k] if k > j + 1 else None
        word = page.word(k)
        if not word.isalpha() or word in LINKS or page.tokens.plain[k] in _STOPS or page.broken(k - 1, k):
            break
    return None


def _taken_up(page: Page, j: int) -> str:
    """The gender of the subject at token ``j`` that takes somebody up: "elle", "la dame", or nothing."""
    for phrase, gender in _TAKING_UP:
        if page.word(j) == phrase[0] and all(page.word(j + n) == word for n, word in enumerate(phrase)):
            return gender
    return ""


def another(page: Page, j: int) -> int | None:
    """The noun of a further function after a comma or "et": "et, en 2015, élue présidente de X"."""
    k = j + 1
    while k < j + 7 and (
        page.word(k) in _JOINS
        or page.word(k) in _PARTICIPLES
        or page.word(k) in _FILLERS
        or page.word(k) in before_head()
        or page.word(k) == "en"
        or page.word(k).isdigit()
    ):
        k += 1
    if not is_head(page.word(k)) or k in page.people or k in page.bodies or page.participle(k):
        return None
    if page.word(k) != singular(page.word(k)):
        return None  # "auteur de nombreux romans et policiers"
    return None if page.broken(k - 1, k) else k


def _may_hold(page: Page, title: Title, person: PersonMention) -> bool:
    return page.word(title.head).removeprefix("ex-") in _COMMON or agrees(page, title, person)


def _acts(page: Page, person: PersonMention) -> bool:
    """Whether the name is that of a subject: a verb, a bracket or an aside follows, nobody else."""
    j = page.after(person.end)
    if j >= len(page.tokens) or page.broken(j - 1, j):
        return False
    if page.word(j) == ",":
        return j + 1 not in page.people
    if page.word(j) == "(":
        return True
    return page.word(j)[0].isalpha() and page.tokens.text[j][0].islower() and page.word(j) not in ("et", "ou")
