"""Titles beyond those beside a name: by "en qualité de", "qui devient", on lines below, of the same body."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.chains import PEOPLE, Chain, past_stage, read_chain
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.predicates import after_being, after_opening
from communique.extractors.people.roles.titles import Title
from communique.lexicon import words
from communique.mentions import InstitutionMention

_ROLES_OF_FIRMS = words(PEOPLE, "roles_of_firms.txt")
_POSTS = words(ROOM, "posts.txt")
_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_SEVERAL = frozenset(("deux", "trois", "quatre", "cinq"))
_FROM = frozenset(("de", "d'", "du", "des"))
_AT = _FROM | {"à", "au", "aux", "chez"}
_PEOPLE = 5  # who may share a body
_BRACKET = 12  # tokens
_LINES = 3  # of titles below a name
_BETWEEN = frozenset((",", "et", "ainsi", "que", ";"))


def further_titles(page: Page, chain: Chain, *, newline: bool) -> Sequence[Title]:
    """The titles that the text gives the same person after those of the chain."""
    if (more := _past_body(page, chain)) is not None:  # "professeure, Université X, *présidente* du jury"
        return read_chain(page, more, commas=True).titles
    j = past_stage(page, chain.next)
    j += page.word(j) == ","
    if (head := after_opening(page, j)) is not None:  # ", en qualité de présidente"
        return read_chain(page, head, commas=True).titles
    if page.word(j) == "qui" and (head := after_being(page, j + 1)) is not None:  # "qui devient directrice"
        return () if page.word(head) in _ROLES_OF_FIRMS else read_chain(page, head, commas=True).titles
    return _lines_below(page, chain.next) if newline else ()


def _past_body(page: Page, chain: Chain) -> int | None:
    """The noun of a function after the body set between commas behind the first."""
    j = chain.next
    body = page.bodies.get(j + 1) if page.word(j) == "," else None
    if body is None or page.broken(j, j + 1):
        return None
    k = page.after(body.end)
    if page.word(k) not in (",", "et") or not is_head(page.word(k + 1)) or page.broken(k, k + 1):
        return None
    if page.word(k + 1) in _ROLES_OF_FIRMS or k + 1 in page.bodies or page.participle(k + 1):
        return None
    following = read_chain(page, k + 1, commas=False).next
    return None if following in page.people or page.word(following) == ":" else k + 1


def _lines_below(page: Page, j: int) -> list[Title]:
    """ "NAME" over "Architecte" over "Professeure à X": each line right below that is a title."""
    found: list[Title] = []
    text, tokens = page.doc.text, page.tokens
    while len(found) < _LINES and 0 < j < len(tokens) and page.broken(j - 1, j):
        opens = is_head(page.word(j)) and tokens.text[j][0].isupper() and j not in page.bodies
        if not opens or text.count("\n", tokens.end[j - 1], tokens.start[j]) > 1:
            break
        chain = read_chain(page, j, commas=True)
        if page.word(chain.next) == ":":
            break  # a label of the next name
        found.extend(chain.titles)
        j = chain.next
    return found


def body_of_all(page: Page, title: Title) -> InstitutionMention | None:
    """ "A (chercheuse) et B (ingénieur) *de X*", "A, chercheuse, et B, juriste, *tous deux à X*"."""
    j = title.next
    for _ in range(_PEOPLE):
        bracket = page.word(j) == "(" and is_head(page.word(j + 1))  # "Atsem (agente territoriale) à X"
        if bracket:
            j = next((k for k in range(j, min(j + _BRACKET, len(page.tokens))) if page.word(k) == ")"), -1)
        closed = page.word(j) == ")"
        j += closed
        if j <= 0 or j >= len(page.tokens) or page.broken(j - 1, j):
            return None
        if (body := _told_of_all(page, j, closed=closed)) is not None:
            return body
        k = j + (page.word(j) == ",")
        k += page.word(k) in ("et", "&")
        other = person_at(page, k) if k > j else None
        if other is None:
            return None
        head = page.after(other.end)
        if page.word(head) not in (",", "(") or not is_head(page.word(head + 1)):
            return None
        last = read_chain(page, head + 1, commas=True).titles[-1]
        if last.institution is not None:
            return None
        j = last.next
    return None


def _told_of_all(page: Page, j: int, *, closed: bool) -> InstitutionMention | None:
    """The body after ") de", ", tous deux à", ", de": of everybody told before token ``j``."""
    k = j + (page.word(j) == ",")
    everybody = page.word(k) in ("tous", "toutes")
    if everybody:
        k = next((i + 1 for i in range(k + 1, k + 3) if page.word(i) in _SEVERAL), k)
    link = page.word(k)
    if link not in _AT or not (closed or everybody or (k > j and link in _FROM)):
        return None
    while page.word(k) in LINKS or (k not in page.bodies and singular(page.word(k)) in _BODY_NOUNS):
        k += 1
    body = page.bodies.get(k)
    after = page.word(page.after(body.end)) if body is not None else ""
    return body if after == "" or not after[0].isalpha() or closed or everybody else None


class Shared:
    """The body of the last post told: "A, présidente de X, B, vice-président, et C, trésorier" are of X."""

    __slots__ = ("body", "next")

    def __init__(self) -> None:
        self.body: InstitutionMention | None = None
        self.next = -1

    def of(self, page: Page, name: int, title: Title) -> InstitutionMention | None:
        """The body that the holder named at token ``name`` shares, for a post that names none."""
        bare = not any(page.word(k) in LINKS for k in range(title.head, title.last))
        bare = bare and title.next == title.last + 1  # no body that the lists lack
        if self.body is None or not bare or not 0 < name - self.next < 4 or not _post(page, title):
            return None
        between = all(page.word(k) in _BETWEEN for k in range(self.next, name))
        return self.body if between and not page.broken(self.next, name) else None

    def tell(self, page: Page, title: Title, body: InstitutionMention | None) -> None:
        """The post and the body last told."""
        self.next = title.next
        self.body = body if body is not None and _post(page, title) else None


def _post(page: Page, title: Title) -> bool:
    noun = singular(page.word(title.head))
    return noun in _POSTS or noun.removeprefix("vice-") in _POSTS
