"""People meant because they spoke, or were spoken of, last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.extractors.quotations.words import in_class
from communique.link.cast import Cast, Known
from communique.link.offices import APPOSED, SPEAKING, fits
from communique.link.pronouns import before_pronoun, subject_like

_SUCCESSION = 50  # characters that a verb of succession and a title take
_EXAMPLES = frozenset({"comme", "tels", "telles", "notamment", "dont"})
_FEMININE_ENDINGS = ("ienne", "elle", "ière", "nde", "ture", "ale", "tite", "ute")
_MASCULINE_FORMS = in_class("masculine_adjectives")


def spoke_just_now(s: Cast, start: int, gender: str, paragraphs: int = 0) -> str:
    """« … », dit Jeanne Petit, élue du syndicat. « … », déplore la représentante: who spoke just before."""
    last = next((k for k in reversed(s.heard) if k.start < start), None)
    if last is None or last.id not in s.people or not fits(s, last.id, gender):
        return ""
    return last.id if s.doc.text.count("\n\n", last.end, start) <= paragraphs else ""


def whatever_gender(s: Cast, words: Sequence[str], start: int) -> str:
    """« … », dit Jeanne Petit. « … », poursuit l'expert: no man was named."""
    men = words[0] != "l'" or any(s.gender(k.id) == "m" for k in s.persons_before(start))
    return "" if men else spoke_just_now(s, start, "mf", paragraphs=1)


def just_named(s: Cast, start: int, gender: str) -> str:
    """ "la chargée d'études de la Ligue": the one person of that gender that the sentence before names."""
    sentence = s.doc.sentence_at(start)
    if sentence is None:
        return ""
    i = bisect_left(s.doc.sentences, sentence.start, key=lambda x: x.start)
    previous = s.doc.sentences[i - 1] if i else None
    if previous is None or "\n\n" in s.doc.text[previous.end : sentence.start]:
        return ""
    named = {k.id for k in s.persons_before(start) if k.start >= previous.start and fits(s, k.id, gender)}
    one = named.pop() if len(named) == 1 and named <= s.people.keys() else ""
    return one if one and not s.people[one].roles else ""


def affiliated(s: Cast, start: int, gender: str, body: str) -> str:
    """ "La chercheuse au FNRS": who was last spoken of, unless the text puts that person elsewhere."""
    last = last_of(s, s.persons_before(start), gender)
    elsewhere = last in s.people and any(r.institution not in (None, body) for r in s.people[last].roles)
    return "" if elsewhere else last


def by_article(words: Sequence[str]) -> str:
    """The gender that the words before a noun of one form show: "la scientifique", "l'ancienne ministre"."""
    if words[0] not in ("le", "la") and words[1:2] and words[1] in in_class("prenominal"):
        ends = words[1].removesuffix("s")
        return "f" if ends.endswith(_FEMININE_ENDINGS) else "m" if ends in _MASCULINE_FORMS else "mf"
    return {"le": "m", "la": "f", "ce": "m", "cette": "f", "sa": "f", "du": "m", "au": "m"}.get(
        words[0], "mf"
    )


def last_of(s: Cast, before: Sequence[Known], gender: str) -> str:
    """The person of that gender last spoken of, nobody when that one is unnamed."""
    fit = [k for k in before if fits(s, k.id, gender)]
    nearest = subject_like(s, fit)
    if nearest is not None and (earlier := before_pronoun(s, fit, s.gender(nearest.id))):
        nearest = subject_like(s, [k for k in earlier if fits(s, k.id, gender)]) or nearest
    spoke = next((k for k in fit if k in s.heard[-2:]), None)
    if nearest is not None and spoke is not None and spoke.end < nearest.start < spoke.end + SPEAKING:
        near = "\n\n" not in s.doc.text[spoke.end : nearest.start]
        nearest = spoke if near and _by_the_way(s, nearest) else nearest
    return nearest.id if nearest is not None and nearest.id in s.people else ""


def _by_the_way(s: Cast, known: Known) -> bool:
    """ "des chanteuses comme Anne, Jeanne et Lise": one of several whom a sentence does not open with."""
    sentence = s.doc.sentence_at(known.start)
    if sentence is None or known.start - sentence.start < APPOSED:
        return False
    return any(
        w in _EXAMPLES for w in s.words(max(sentence.start, known.start - 2 * _SUCCESSION), known.start)
    )
