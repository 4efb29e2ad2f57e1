"""From the words that name a speaker to an id: names, pronouns, role nouns, nouns for a body.

Candidates are tried in a fixed order; the reason kept is part of the quotation's ``rule``.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extractors.quotations.words import org_nouns, role_nouns
from communique.link.bodies import body_noun, document, same_source, told_of_in_title
from communique.link.cast import Cast, Known, head_of
from communique.link.functions import role_noun
from communique.link.jointly import jointly, ordinal
from communique.link.metonyms import ministry
from communique.link.named import addressee, body_named, inhabitant, part_of_name, person_named, somebody
from communique.link.openings import (
    cataphoric,
    fronted,
    last_function,
    named_after,
    opening_noun,
    opening_person,
    opening_role,
    own_sentence,
    portrayed,
    role_before,
    role_before_colon,
)
from communique.link.pronouns import concerned, pronoun

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
# Who only tells what they saw: "a constaté une journaliste de l'AFP".
_REPORTERS = frozenset({"journaliste", "photographe", "correspondant", "reporter", "vidéaste", "envoyé"})


class Speakers(Cast):
    """The people and institutions of an article, asked by :meth:`resolve`."""

    def resolve(self, start: int, end: int) -> tuple[str | None, str]:
        """The id that the words ``start`` to ``end`` name, and the name of the rule that knew."""
        for rule in RULES:
            found = rule(self, start, end)
            if found is not None:
                if rule is document:
                    self.told_by = [*self.told_by[-3:], Known(start, end, found)]
                else:
                    self._hear(start, end, found)
                return found or None, rule.__name__
        self._hear(start, end, "")
        return None, "unknown"

    def _hear(self, start: int, end: int, found: str) -> None:
        """Remember whose words were reported: the next pronoun is likely theirs, unnamed people's too."""
        words = self.words(start, end)
        head = head_of(words)
        noun = _ROLE_NOUNS.get(words[head]) if head is not None else None
        if found in self.people:
            self.heard.append(Known(start, end, found))
        elif found in self.institutions:
            self.heard_bodies.append(Known(start, end, found))
        elif words[:1] in (["un"], ["une"]) and words[1:2] in (["de"], ["des"], ["d'"]):
            self.heard.append(Known(start, end, "?m" if words[0] == "un" else "?f"))  # "un des habitants"
        elif noun is not None and not noun.plural and noun.lemma not in _REPORTERS:
            self.heard.append(Known(start, end, f"?{noun.gender}"))
        elif head is not None and words[head] in _ORG_NOUNS:
            self.unknown.append(Known(start, end, f"?{_ORG_NOUNS[words[head]][1]}"))


RULES: tuple[Callable[[Cast, int, int], str | None], ...] = (
    person_named, body_named, ministry, addressee, portrayed, fronted, role_before_colon, own_sentence,
    opening_person, opening_role, named_after, opening_noun, cataphoric, role_before, last_function,
    jointly, pronoun, concerned, ordinal, same_source, document, inhabitant, told_of_in_title, role_noun,
    body_noun, part_of_name, somebody,
)  # fmt: skip
