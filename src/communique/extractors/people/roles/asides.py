"""A name set apart from its title by what the commas between them hold."""

from __future__ import annotations

from communique.extractors.people.heads import is_head
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.titles import Title
from communique.lexicon import words
from communique.mentions import PersonMention

_TITLE_STOPS = words(ROOM, "title_stops.txt")
DEFINITE = frozenset(("le", "la", "l'", "du", "au", "son", "sa", "notre", "leur"))
_ASIDE_ENDS = frozenset(".;!?«»:()“”")


ASIDE = 20  # tokens of what is told between a title and its name


def past_aside(page: Page, title: Title, j: int) -> PersonMention | None:
    """ "La présidente de X, qui compte 300 membres, NAME", "le président de X, la fédération locale, NAME".

    What stands between the commas tells of X: a relative clause, or a noun phrase
    without a verb and without a function, which would be the name's own.
    """
    relative = page.word(j + 1) in ("qui", "dont", "où") or page.word(j + 1).startswith("lequel")
    if not relative and not (title.institution or title.complement):
        return None
    stops = _TITLE_STOPS
    for k in range(j + 1, min(j + ASIDE, len(page.tokens) - 1)):
        word = page.word(k)
        if word in _ASIDE_ENDS or k in page.people or page.broken(k - 1, k):
            return None
        if word == ",":
            if (person := person_at(page, k + 1)) is None:
                if relative and page.word(k + 1) not in ("le", "la", "l'"):
                    continue
                return None
            alone = page.word(page.after(person.end)) not in ("et", "&")
            return person if alone and agrees(page, title, person) else None
        if relative and is_head(word) and page.word(k - 1) in DEFINITE:
            return None  # "le ministre, qui a reçu le chef de X, NAME"
        if not relative and (page.tokens.plain[k] in stops or is_head(word)):
            return None
    return None


def closed_apposition(page: Page, j: int) -> bool:
    """ "Une inspectrice*, Mme Petit,* s'est rendue": a name between commas, no list."""
    person = person_at(page, j + 1) if page.word(j) == "," else None
    if person is None:
        return False
    k = page.after(person.end)
    if k >= len(page.tokens) or page.word(k) in ".;:»" or page.broken(k - 1, k):
        return True  # "selon une porte-parole de X, Mme Petit."
    return page.word(k) == "," and k + 1 not in page.people and page.word(k + 1)[:1].isalpha()
