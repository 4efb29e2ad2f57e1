"""What the page says of quotations: signatures, pull quotes, the answers of an interview."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from communique.document import LINE, line_start, plain_shadow
from communique.extractors.quotations.marks import Marked
from communique.extractors.quotations.noun_phrases import Subject, read_np
from communique.extractors.quotations.scene import Scene
from communique.extractors.quotations.words import in_class, role_nouns
from communique.mentions import PersonMention, QuotationMention

_VOICED = in_class("voiced")

_ROLE_NOUNS = role_nouns()

_ANSWER = re.compile(r"[ \t]*(?:[—–]|-(?= ))\s*(?=\S)")
_DATED = re.compile(
    r"\d{1,2}(?:er)? [a-zéûô]{3,9}\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
)  # no answer: a press review
_QUESTION_END = ("?", "…", "? »", "?**", "…**")
_LABEL = re.compile(
    r"[ \t]*(?P<bold>\*\*)?(?P<name>[^*\n:«“]{2,60}?)\s*(?::\s*(?:\*\*)?|\*\*\s*[:.–—])\s*(?=\S)"
)
_QUOTE_MARKS = '«“"„'
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý](?:[a-zà-ÿ])?\.[ \-]?){1,5}|[A-ZÀ-Ý]{2,4}")
_MANY = 200  # quotations above which an article is no article and nothing is a pull quote
_SIGNATURE_WORDS = 30
_SMALL = 4  # letters of "que", "pour", "avec"
_PARAGRAPHS = 5
_HEADED = 120  # characters of a line over words that stand alone
_SHORT = 80  # characters of a title under a name


def signature(scene: Scene, quote: Marked) -> Subject | None:
    """The person who signs a quotation that stands alone: on the next line, else the one before."""
    text = scene.doc.text
    line_end = text.find("\n", quote.close)
    line_end = len(text) if line_end < 0 else line_end
    line = line_start(text, quote.open)
    if text[line : quote.open].strip(" \t*_>–—-•\u00a0"):
        return None
    rest = text[quote.close : line_end].strip(" \t*_.,")
    if rest:
        return _signs(scene, quote.close, line_end) if rest[0] in "—–-(" else None
    below = _below(scene, line_end)
    above = _above(scene, line)
    if below is not None and above is not None:
        return above[1] if above[0] < below[0] else below[1]
    signed = below or above
    return signed[1] if signed is not None else _signs_last(scene, quote)


def _below(scene: Scene, line_end: int) -> tuple[int, Subject] | None:
    """Who signs on the next line, and how many lines further down."""
    following = LINE.search(scene.doc.text, line_end)
    far = scene.doc.text.count("\n", line_end, following.start()) if following else 0
    found = _signs(scene, following.start(), following.end()) if following and far <= 2 else None
    return (far, found) if found is not None else None


def _above(scene: Scene, line: int) -> tuple[int, Subject] | None:
    """Who is named on the line before, a function under the name or not, and how far up."""
    text = scene.doc.text
    previous = text[:line].rstrip()
    far = text.count("\n", len(previous), line)
    if not previous or far > 2 or previous.endswith((".", "!", "?", "»")):
        return None
    start = previous.rfind("\n") + 1
    found = _signs(scene, start, len(previous))
    first = scene.doc.lower[start : len(previous)].split(maxsplit=1)[0].strip(",.*_")
    over = previous[:start].rstrip()
    if found is None and first in _ROLE_NOUNS and len(previous) - start < _SHORT:  # name over title
        found = _signs(scene, over.rfind("\n") + 1, len(over))
    return (far, found) if found is not None else None


def _signs_last(scene: Scene, quote: Marked) -> Subject | None:
    """Who signs under several paragraphs in marks of their own."""
    text = scene.doc.text
    at = scene.quote_over(quote.open)
    if at is None:
        return None
    for other in scene.quotes[at + 1 : at + _PARAGRAPHS]:
        gap = text[quote.close : other.open]
        if gap.strip() or gap.count("\n") > 2:
            return None
        line_end = text.find("\n", other.close)
        if line_end < 0 or text[other.close : line_end].strip():
            return None
        found = _below(scene, line_end)
        if found is not None:
            return found[1]
        quote = other
    return None


def headed(scene: Scene, quote: Marked) -> Subject | None:
    """The person, or the function, of a line like "Le mot de la présidente" over words that stand alone."""
    text = scene.doc.text
    line = line_start(text, quote.open)
    if text[line : quote.open].strip(" \t*_>\u00a0"):
        return None
    previous = text[:line].rstrip()
    start = previous.rfind("\n") + 1
    if not start < len(previous) <= start + _HEADED or previous.endswith((".", "!", "?", "»", "”")):
        return None
    row = scene.row(scene.index_at(start))
    chunks = [c for c in row.chunks if start <= c.start < len(previous)]
    if not any(c.low in _VOICED for c in chunks[:4]):
        return None
    person = next((c for c in chunks if c.kind == "P"), None)
    if person is not None:
        return Subject("person", person.start, person.end, 0)
    for j, chunk in enumerate(chunks):
        if j and chunk.low in ("la", "le", "l'", "du", "notre"):
            found = read_np(chunks, j, text)
            if found is not None and found.kind == "role":
                return found
    return None


def _signs(scene: Scene, start: int, end: int) -> Subject | None:
    """ "— Marie Dupont, directrice de X": a line that begins with a person's name and is no sentence."""
    line = scene.doc.text[start:end].rstrip(" \t*_")
    if len(line) > 220 or line.endswith((".", "!", "?", ":")) or len(line.split()) > _SIGNATURE_WORDS:
        return None
    person = _first_person(scene, start, start + len(line))
    if person is None:
        return None
    before = re.sub(r"[\s—–\-*_(,•]+", " ", scene.doc.lower[start : person.start]).strip(" .")
    if before and (len(before.split()) > 2 or person.civility is None):
        return None
    after = scene.doc.text[person.end : start + len(line)].strip()
    if after and after[0] not in ",–—-(|/":
        return None
    return Subject("person", person.start, person.end, 0)


def _first_person(scene: Scene, start: int, end: int) -> PersonMention | None:
    people = scene.found.people
    i = bisect_left(scene.person_starts, start)
    return people[i] if i < len(people) and people[i].end <= end else None


def pulled_from(scene: Scene, index: int) -> int | None:
    """The other quotation whose words this one repeats, in a title or a box."""
    wanted = _letters(scene, index)
    if len(wanted) < 6 or len(scene.quotes) > _MANY:
        return None
    for other in range(len(scene.quotes)):
        said = _letters(scene, other) if other != index else ""
        if (
            wanted in said
            and not _beside(scene, index, other)
            and (len(said) > len(wanted) or (other > index and " " in wanted))
        ):
            return other
    return None


def _beside(scene: Scene, index: int, other: int) -> bool:
    """ "du statut « strictement protégé » à celui de « protégé »": one sentence holds both."""
    return scene.index_at(scene.quotes[index].open) == scene.index_at(scene.quotes[other].open)


def echoed(scene: Scene, index: int) -> int | None:
    """The quotation of the text that a title's words put in short: most of their words are in it."""
    wanted = {w for w in _letters(scene, index).split() if len(w) > _SMALL}
    if len(wanted) < 2 or len(scene.quotes) > _MANY:
        return None
    shared = [
        (len(wanted.intersection(_letters(scene, other).split())), -other)
        for other in range(len(scene.quotes))
        if other != index
    ]
    best, other = max(shared, default=(0, 0))
    return -other if best >= 2 and 2 * best >= len(wanted) else None


def presented_under(scene: Scene, end: int) -> Subject | None:
    """The one person whom the summary under a title names: the title's words are theirs."""
    summary = next((s for s in scene.doc.sections if s.start >= end), None)
    if summary is None or summary.kind != "standfirst":
        return None
    i = bisect_left(scene.person_starts, summary.start)
    named = [p for p in scene.found.people[i : i + 2] if p.end <= summary.end]
    return Subject("person", named[0].start, named[0].end, 0) if len(named) == 1 else None


def _letters(scene: Scene, index: int) -> str:
    quote = scene.quotes[index]
    return re.sub(
        r"\W+", " ", plain_shadow(scene.doc.text[quote.start : min(quote.end, quote.start + 2000)])
    ).strip()


def find_answers(scene: Scene) -> Iterator[QuotationMention]:
    """The answers of an interview: lines that begin with a dash after a question, or with a bold name."""
    text = scene.doc.text
    lines = [m.span() for m in LINE.finditer(text)]
    yield from _dash_answers(scene, lines)
    yield from _named_answers(scene, lines)


def _dash_answers(scene: Scene, lines: list[tuple[int, int]]) -> Iterator[QuotationMention]:
    text = scene.doc.text
    answers = []
    for before, (start, end) in pairwise(lines):
        m = _ANSWER.match(text, start, end)
        if (
            m
            and text[before[0] : before[1]].rstrip().endswith(_QUESTION_END)
            and not _DATED.match(text, m.end())
        ):
            answers.append((m.end(), start + len(text[start:end].rstrip())))
    if len(answers) < 2 or all(text[end - 1] == "?" for _, end in answers):
        return  # a list of questions
    person = _first_person(scene, 0, answers[0][0])
    for start, end in answers:
        if start < end:
            speaker = (person.start, person.end) if person else None
            yield QuotationMention(
                start=start,
                end=end,
                kind="direct",
                parts=((start, end),),
                speaker=speaker,
                rule="answer/dash",
            )


def _named_answers(scene: Scene, lines: list[tuple[int, int]]) -> Iterator[QuotationMention]:
    """Lines that begin with a person's name or initials and a colon, bold or, from two on, plain."""
    text = scene.doc.text
    out, asked = [], 0
    for (_, last), (start, end) in zip([(0, 0), *lines], lines, strict=False):
        if text.find(":", start, end) < 0 and text.find("**", start, end) < 0:
            continue
        m = _LABEL.match(text, start, end)
        person = _labelled(scene, m.span("name"), m.group("name")) if m else None
        if m is None or person is None:
            continue
        body = (m.end(), start + len(text[start:end].rstrip(" \t*")))
        if body[0] >= body[1] or text[body[0]] in _QUOTE_MARKS:
            continue
        asked += text[max(0, last - 8) : last].rstrip(" *»\u00a0\u202f").endswith(("?", "…"))
        out.append((bool(m.group("bold")), body, person))
    for bold, body, person in out:
        if bold or asked >= 2:
            yield QuotationMention(
                start=body[0], end=body[1], kind="direct", parts=(body,), speaker=person, rule="answer/name"
            )


def _labelled(scene: Scene, span: tuple[int, int], label: str) -> tuple[int, int] | None:
    people = scene.found.people
    i = bisect_left(scene.person_starts, span[0])
    if i < len(people) and people[i].start < span[1]:
        return (people[i].start, people[i].end)
    if not _INITIALS.fullmatch(label.strip()):
        return None
    letters = re.sub(r"[^A-ZÀ-Ý]", "", label)
    named = next((p for p in people if letters in (_initials(p.name, " "), _initials(p.name, " -"))), None)
    return (named.start, named.end) if named else None


def _initials(name: str, between: str) -> str:
    return "".join(word[0].upper() for word in re.split(f"[{between}]", name) if word)


def interviewee(scene: Scene) -> Subject | None:
    """The person whose answers the article prints, if it is an interview."""
    answer = next((m for m in find_answers(scene) if m.speaker is not None), None)
    who = answer.speaker if answer is not None else _first_answers(scene)
    return Subject("person", *who, 0) if who is not None else None


def _first_answers(scene: Scene) -> tuple[int, int] | None:
    """Who answers the first of several questions, when only that answer bears a name."""
    text = scene.doc.text
    lines = [m.span() for m in LINE.finditer(text)]
    asked = [text[start:end].rstrip(" *\u00a0\u202f").endswith(("?", "…")) for start, end in lines]
    if sum(asked) < 2:
        return None
    first = lines[asked.index(True) + 1] if asked.index(True) + 1 < len(lines) else (0, 0)
    m = _LABEL.match(text, *first)
    return _labelled(scene, m.span("name"), m.group("name")) if m is not None else None


def marked_answer(scene: Scene, quote: Marked) -> Subject | None:
    """The person who answers between marks, question after question, when this is such an answer."""
    answers = scene.marked_answers
    if quote.open not in answers or len(answers) < 2:
        return None
    person = _first_person(scene, 0, min(answers))
    return Subject("person", person.start, person.end, 0) if person is not None else None
