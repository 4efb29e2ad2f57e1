"""Coordinated titles: "cofondatrice et présidente de X", "professeur émérite à Y, ancien doyen de Z"."""

from __future__ import annotations

from dataclasses import replace

from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.title_tails import BECOME
from communique.extractors.people.roles.titles import DETERMINERS, Title, before_head, read_title
from communique.lexicon import words

PEOPLE = "communique.extractors.people"

_ROLES_OF_FIRMS = words(PEOPLE, "roles_of_firms.txt")
_POSTS = words(ROOM, "posts.txt")
_ORGANS = words(ROOM, "organs.txt") | {"laboratoire", "équipe", "académie", "jury", "commission", "bureau"}
_ADVERBS = words(ROOM, "apposition_fillers.txt")


class Chain:
    """Titles that one person holds together; ``next`` is the token after the last of them."""

    __slots__ = ("titles",)

    def __init__(self, titles: tuple[Title, ...]) -> None:
        self.titles = titles

    @property
    def first(self) -> int:
        return self.titles[0].first

    @property
    def next(self) -> int:
        return self.titles[-1].next


def read_chain(page: Page, head: int, *, commas: bool) -> Chain:
    """The title at token ``head`` and those joined to it by "et" or, when ``commas``, by a comma."""
    titles = [read_title(page, head)]
    while len(titles) < 6 and (following := _joined(page, titles[-1].next, commas=commas)) is not None:
        word, beside = page.word(following), page.word(titles[-1].next) == ","
        of_body = word in _ROLES_OF_FIRMS and (beside or word in ("auteur", "autrice"))
        of_body = of_body and not (_learned(page, titles[-1], following) or _in_organ(page, following))
        of_body = of_body and page.word(following - 1) not in _ADVERBS  # "désormais productrice"
        if titles[-1].institution is not None and of_body:
            break  # "associé chez X, premier actionnaire de Y" speaks of X
        if beside and _of_inner_holder(page, titles[-1], following):
            break
        titles.append(read_title(page, following))
    return Chain(tuple(_shared_body(page, titles)))


def _learned(page: Page, title: Title, following: int) -> bool:
    """ "chercheuse au X, spécialiste du climat": who studies or cares is an expert more than the body is."""
    kind = title.institution.kind if title.institution is not None else None
    post = singular(page.word(title.head)) in _POSTS
    if not post and page.word(following).startswith(("spécialiste", "expert")):
        return True  # "journaliste à X, spécialiste du climat"
    return not post and kind in ("research", "education", "health")


def _of_inner_holder(page: Page, title: Title, head: int) -> bool:
    """ "directrice de cabinet du préfet de la région X, préfet de Y": the second is the prefect's."""
    noun = page.word(head)
    return any(
        page.word(k) == noun and page.word(k - 1) in ("du", "la", "l'")
        for k in range(title.head + 2, title.next)
    )


def _in_organ(page: Page, head: int) -> bool:
    """ "membre du laboratoire X", "membre de l'Académie": what a person belongs to, hardly a body."""
    k = head + 1
    while page.word(k) in ("de", "du", "d'", "des", "la", "l'"):
        k += 1
    return page.word(head).startswith("membre") and k > head + 1 and page.word(k) in _ORGANS


def _joined(page: Page, j: int, *, commas: bool) -> int | None:
    """Index of the role noun joined at token ``j`` by "et" or a comma, if any."""
    j = _past_bracket(page, past_stage(page, j))
    sign = page.word(j)
    if j >= len(page.tokens) or page.broken(j - 1, j):
        return None
    k = j + 1
    if sign == "," and page.word(k) in ("et", "mais"):
        if page.word(k + 1) in ("un", "une"):
            return None  # "Anne Petit, gagnante, et un chercheur": somebody else
        sign, k = "et", k + 1
    if "ainsi" in (sign, page.word(k)) and page.word(k + (sign == ",")) == "que":
        sign, k = "et", k + 1 + (sign == ",")  # "présidente de X(,) ainsi que directrice de Y"
    if (sign in ("–", "—") or (sign == "-" and page.tokens.start[j] > page.tokens.end[j - 1])) and commas:
        return k if _alone(page, k) else None
    if sign == "(" and commas:
        return k if is_head(page.word(k)) and k not in page.bodies else None
    if sign not in ("et", "puis", "&") and sign not in BECOME and not (sign == "," and commas):
        return None
    determined = False
    while k - j < 7 and (
        page.word(k) in _ADVERBS
        or page.word(k) in before_head()
        or page.word(k) in DETERMINERS
        or (page.word(k) == "," and _by_the_way(page, k))
    ):
        determined = determined or (page.word(k) in DETERMINERS and page.word(k) not in ("un", "une"))
        k += 1
    if k >= len(page.tokens) or k in page.people or k in page.bodies or not is_head(page.word(k)):
        return None
    if page.participle(k):
        return None
    return None if determined else k


def _by_the_way(page: Page, k: int) -> bool:
    """Is the comma one of those around "par ailleurs" in "vice-président et, par ailleurs, doyen"?"""
    return page.word(k + 1) == "par" or page.word(k - 1) == "ailleurs"


def _alone(page: Page, k: int) -> bool:
    """ "NAME, inspectrice – directrice des services": a title after a dash, no label, nobody else's."""
    if not is_head(page.word(k)) or k in page.bodies or page.participle(k) or page.broken(k - 1, k):
        return False
    j = read_title(page, k).next
    j += page.word(j) == ","
    return page.word(j) != ":" and j not in page.people


def _past_bracket(page: Page, j: int) -> int:
    """ "enseignante spécialisée (Ulis), syndicaliste": the comma after what a bracket adds to a title."""
    if page.word(j) != "(" or page.broken(j - 1, j):
        return j
    for k in range(j + 1, min(j + 10, len(page.tokens) - 1)):
        if page.word(k) == ")":
            return k + 1 if page.word(k + 1) in (",", "et") else j
        if k in page.people or page.broken(k - 1, k):
            break
    return j


def past_stage(page: Page, j: int) -> int:
    """ "élève de X en 2e année, présidente de Y": the token after what says since when, or how far."""
    if page.word(j) == "pour" or page.word(j) == "dans":
        return _past_purpose(page, j)
    if page.word(j) not in ("en", "depuis", "de", "jusqu'en"):
        return j
    for k in range(j + 1, min(j + 5, len(page.tokens))):
        word = page.word(k)
        if word == ",":
            stage = page.word(k - 1)
            return k if stage[:4].isdecimal() or stage in ("année", "cycle", "semestre", "thèse") else j
        if not word[0].isalnum() or page.broken(k - 1, k):
            break
    return j


def _past_purpose(page: Page, j: int) -> int:
    """ "adjoint à la Culture *pour toutes et tous*, président de X": the comma before the next title."""
    for k in range(j + 1, min(j + 7, len(page.tokens))):
        if page.word(k) in (",", "et") and (page.word(k) == "," or is_head(page.word(k + 1))):
            return k if is_head(page.word(k + 1)) else j
        if not page.word(k)[0].isalnum() or k in page.people or page.broken(k - 1, k):
            break
    return j


def _shared_body(page: Page, titles: list[Title]) -> list[Title]:
    """ "cofondatrice et présidente de X": bare posts take the institution of the last of them."""
    posts = _POSTS
    for n in range(len(titles) - 2, -1, -1):
        title, after = titles[n], titles[n + 1]
        bare = (
            title.institution is None
            and title.next == title.last + 1  # no body that the lists lack
            and page.word(titles[-2].next) == "et"
            and not after.text.lower().startswith(("ancien", "ex-"))  # "et ancienne chercheuse au X"
            and (not title.complement or _adjectives_only(title))
        )
        post = singular(title.text.split(" ")[0].lower())
        if bare and after.institution is not None and (post in posts or post.replace("-", "") in posts):
            titles[n] = replace(title, institution=after.institution)
    return titles


def _adjectives_only(title: Title) -> bool:
    return not any(
        w in ("de", "du", "des", "à", "au", "aux", "en", "d'", "d’") or "'" in w
        for w in title.text.split(" ")
    )
