"""What stands between a title and the name after it: whom somebody serves, or when that was."""

from __future__ import annotations

from dataclasses import replace

from communique.document import fold_name
from communique.extractors.people.heads import singular
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.chains import Chain
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.titles import DETERMINERS, Title
from communique.lexicon import words
from communique.mentions import PersonMention

_SERVANTS = words(ROOM, "servants.txt")


def serving(page: Page, chain: Chain) -> tuple[Title, PersonMention] | None:
    """ "L'avocate *de Paul Grand*, Me Anne Petit, a fait appel": whom somebody serves, and who does."""
    title = chain.titles[0]
    if page.word(title.next) not in ("de", "d'", "du") or title.institution is not None:
        return None
    of_cabinet = page.word(title.last) == "cabinet" and page.word(title.last - 1) == "de"
    if len(chain.titles) > 1 or not (of_cabinet or singular(page.word(title.head)) in _SERVANTS):
        return None
    served = person_at(page, title.next + 1)
    k = page.after(served.end) if served is not None else 0
    if served is None or page.word(k) != "," or page.word(title.first - 1) not in DETERMINERS:
        return None
    person = person_at(page, k + 1)
    if person is None or not agrees(page, title, person):
        return None
    text = fold_name(page.doc.text[title.start : served.end])
    return replace(title, last=k - 1, next=k, end=served.end, text=text, complement=True), person


def past_then(page: Page, j: int) -> int:
    """ "le ministre des Finances *d'alors*, NAME", "la maire *de l'époque*, NAME": the token after when."""
    if page.word(j + 1) == "alors":
        return j + 2
    if page.word(j + 1).isdigit() and page.word(j + 2) == "ans":
        return j + 3  # "Magistrat de 52 ans, NAME"
    return j + 3 if page.word(j + 1) == "l'" and page.word(j + 2) == "époque" else j
