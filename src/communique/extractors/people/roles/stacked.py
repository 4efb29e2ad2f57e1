"""Titles on the line above a name: credits, organisation charts, signatures ("La présidente" over NAME)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.document import line_start
from communique.extractors.people.roles.before import crowd, role
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.titles import Title, head_from, read_title
from communique.mentions import InstitutionMention, PersonMention, RoleMention

_LONGEST = 90  # characters of a line that is a title
_LINES = 12  # that stand together
_INDENT = 40  # characters before a name on its line
_BEFORE_NAME = re.compile(r"[ \t•*–-]*(?:(?:mme|m\.|mr|dre?\.?|pre?\.?|me|madame|monsieur|docteur) )?")
_AFTER_NAME = re.compile(r"[ \t,;]*(?:\([^()\n]{1,60}\)[ \t,;]*)?(?=\n|$)")
_BULLET = re.compile(r"[ \t•*–-]*")


class _Line(NamedTuple):
    """A line that is a name or a title: where it begins and ends, and which of the two."""

    start: int
    end: int
    person: PersonMention | None
    title: Title | None
    more: Title | None = None


def roles_stacked(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Where lines of titles and names take turns and a title comes first, each is that of the name below."""
    names = [line for person in page.named if (line := _name_line(page, person)) is not None]
    for above, names_below in _blocks(page, names):
        title, more = above.title, above.more
        for line in names_below:
            if line.title is not None:
                title = line.title
                continue
            if title is None or line.person is None:
                continue
            body = title.institution or _body_under(page, line)
            yield role(title, line.person, "stacked", body=(body.start, body.end) if body else None)
            if more is not None:
                yield role(more, line.person, "stacked")
                more = None
            if page.word(title.head)[-1] not in "sx":
                title = None


def _body_under(page: Page, line: _Line) -> InstitutionMention | None:
    """The institution that alone makes the line under a name's."""
    j = page.after(line.end)
    if (body := page.bodies.get(j)) is None or page.doc.text.count("\n", line.end, body.start) > 1:
        return None
    after = page.after(body.end)
    return body if after >= len(page.tokens) or page.broken(after - 1, after) else None


def _blocks(page: Page, names: Sequence[_Line]) -> Iterator[tuple[_Line, list[_Line]]]:
    """Runs of lines of which the first is a title, and what follows it."""
    upto = -1
    for line in names:
        if line.start < upto:
            continue
        above = _title_above(page, line.start)
        if above is None or above.title is None or _belongs_above(page, above):
            upto = _end_of_run(page, line)[-1].end + 1
            continue
        run = _end_of_run(page, line)
        upto = run[-1].end + 1
        if not crowd(page, above.title):
            yield above, run


def _title_above(page: Page, at: int) -> _Line | None:
    """The title on the line above; "chancelier des universités" goes on with "Le recteur de X,"."""
    span = _line_before(page.doc.text, at)
    found = _title_line(page, span)
    if found is not None or span is None or (before := _line_before(page.doc.text, span[0])) is None:
        return found
    first = _title_line(page, before)
    if first is None or page.doc.text[before[1] - 1] != "," or page.doc.text.count("\n", before[1], at) > 2:
        return None
    second = _title_line(page, span, goes_on=True)
    return first._replace(more=second.title) if second is not None else None


def _belongs_above(page: Page, title: _Line) -> bool:
    """Do the lines that the title stands among, without a blank one, begin with a name?"""
    named, at = False, title.start
    for _ in range(_LINES):
        span = _line_before(page.doc.text, at)
        if span is None or span[1] - span[0] > _LONGEST or page.doc.text.count("\n", span[1], at) > 1:
            break
        at = span[0]
        if any(_name_line(page, m) is not None for m in page.people_between(*span)):
            named = True
        elif _title_line(page, span) is not None:
            named = False
    return named


def _end_of_run(page: Page, line: _Line) -> list[_Line]:
    """The line and those after it that are names or titles, blank lines between them or not."""
    run = [line]
    text = page.doc.text
    while len(run) < 200:
        start = run[-1].end + 1
        while start < len(text) and text[start] in "\n \t\r" and start - run[-1].end < 6:
            start += 1
        start = line_start(text, start)
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start <= run[-1].start or start >= len(text):
            break
        person = next(iter(page.people_between(start, end)), None)
        following = _name_line(page, person) if person is not None else _title_line(page, (start, end))
        if following is None:
            break
        run.append(following)
    return run


def _line_before(text: str, start: int) -> tuple[int, int] | None:
    """The line before the one that begins at ``start``, over one blank line at most."""
    end = start
    while end > 0 and text[end - 1] in "\n \t\r" and start - end < 6:
        end -= 1
    if end <= 0 or text[end - 1] in "\n \t\r":
        return None
    begin = line_start(text, end - 1, max(0, end - 2 * _LONGEST))
    return begin, end


def _name_line(page: Page, person: PersonMention) -> _Line | None:
    """The line of a name that stands alone on it."""
    text = page.doc.text
    start = line_start(text, person.start, max(0, person.start - _INDENT))
    alone = _BEFORE_NAME.fullmatch(page.doc.lower, start, person.start)
    after = _AFTER_NAME.match(text, person.end) if alone else None
    return _Line(start, after.end(), person, None) if after else None


def _title_line(page: Page, span: tuple[int, int] | None, *, goes_on: bool = False) -> _Line | None:
    """The line as a title: a role noun that opens it, with what belongs to it up to the end of the line."""
    if span is None or span[1] - span[0] > _LONGEST:
        return None
    start, end = span
    bullet = _BULLET.match(page.doc.text, start, end)
    first = page.after(bullet.end() if bullet else start)
    first += page.word(first) == "par"  # "Par le président" over NAME
    k = head_from(page, first)
    if k is None or page.tokens.start[k] >= end or k in page.bodies:
        return None
    if page.tokens.text[k][0].islower() and page.tokens.start[k] == start and not goes_on:
        return None  # the middle of a sentence
    title = read_title(page, k)
    j = title.next + (page.word(title.next) in (",", ":"))
    if title.end > end or (j < len(page.tokens) and page.tokens.start[j] < end):
        return None
    return _Line(start, end, None, title)
