"""From the words that name a speaker to an id: names, pronouns, role nouns, nouns for a body.

Candidates are tried in a fixed order; the reason kept is part of the quotation's ``rule``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from communique.document import plain_shadow
from communique.extractors.people.lexicon import gender as first_name_gender
from communique.extractors.people.lexicon import is_inhabitant
from communique.extractors.quotations.scene import greeting
from communique.extractors.quotations.words import (
    in_class,
    listed,
    org_nouns,
    role_noun_of,
    role_nouns,
)
from communique.link.bodies import body_noun, document, same_source, told_of_in_title
from communique.link.cast import Cast, Known, body_for, head_of, words_of
from communique.link.functions import by_article, last_of, role_noun
from communique.link.pronouns import concerned, jointly, ordinal, pronoun, unnamed_before
from communique.link.roles_held import names_stranger
from communique.records import Person

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
_SOURCE_NOUNS = listed("source_nouns.txt")
_ORGANS = listed("organs.txt")
_TELLING_NOUNS = listed("telling_nouns.txt")
_PARTISANS = in_class("partisans")
_PRENOMINAL = in_class("prenominal")

_FRONTED = re.compile(r"\bquant (?:à )?((?:l'|la |au |aux |)[^,;:«»\n]{2,70}), ")
_IN_CLAUSE = re.compile(
    r"(?:\bqu'|\b(?:où|dont|lorsqu'|quand|puisqu'|car|et|mais|(?:la|le|les|aux?|des?|du)quel(?:le)?s?) ?)$"
)
_SUBJECT = re.compile(r"(?:[^,;:.«»\"“”\n]{2,60}, )?(le |la |l'|son |sa )(\w+)(?! d[eu]\b| d'| des\b|,)")
_BEFORE_COLON = re.compile(
    r"(?:[^,;:.«»\"“”\n]{2,60}, )?(le |la |l')(\w+)((?: d[eu]s? (?:la |l')?\w+)?)"
    r" [^,;:.«»\"“”\n]{2,60} ?: ?[\"«“]"
)
_SUBORDINATE = re.compile(
    r"(?:comme |si |quand |lorsque |lorsqu'|bien que |alors que |puisque |tandis que )((?:l'|le |la )?[\w-]+)"
)
_SUBORDINATING = re.compile(
    r"\W*(?:et |mais )?(?:même )?(?:s'|si |bien qu'|quoiqu'|alors qu'|tandis qu'|quand |lorsqu'|puisqu'"
    r"|parce qu'|dès qu'|tant qu'|avant qu')"
)
_MAIN = re.compile(r", (?:(?:le |la |l'|m\. |mme |me |dr |pr )[^,]{0,60},? ?)?$")
_PRESENTED = 80  # characters that a title before a name takes
_OPENING = re.compile(r"\W*(le |la |l')(\w+)")
_OPENS_WITHIN = 100  # characters that "Quant à X," takes
_DEFINITE = re.compile(r"(?<![\w'-])(?:le |la |l'|son |sa )(\w+)")
_SOMEBODY = frozenset({"homme", "femme", "garçon", "fille", "quadragénaire", "quinquagénaire", "trentenaire"})
_STRANGER = 200  # characters between somebody unnamed and "déplore-t-il"
_FORMER_OPENS = re.compile(r"(?:^|[.!?…»]\s*|\n)l'(ancienne |ancien |ex-|ex |ancienne-)([\w-]+)")
_FIRST_NAMED = 4  # namings looked at for the first of the text
_THE = frozenset({"l'", "le", "la", "ce", "cet", "cette"})
_BESIDE = 50  # characters between "le fabricant" and its name


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
        elif noun is not None and not noun.plural:
            self.heard.append(Known(start, end, f"?{noun.gender}"))
        elif head is not None and words[head] in _ORG_NOUNS:
            self.unknown.append(Known(start, end, f"?{_ORG_NOUNS[words[head]][1]}"))


def person_named(s: Cast, start: int, end: int) -> str | None:
    """The span begins with a person's name."""
    i = bisect_left(s.persons, (start,))
    if i < len(s.persons) and s.persons[i].start < end and not _first_is_role(s, start, s.persons[i].start):
        return s.persons[i].id
    if i and s.persons[i - 1].end > start:
        return s.persons[i - 1].id
    return None


def _first_is_role(s: Cast, start: int, name: int) -> bool:
    return bool(s.words(start, name))


def body_named(s: Cast, start: int, end: int) -> str | None:
    """The span begins with an institution's name, its article apart."""
    i = bisect_left(s.bodies, (start,))
    if i < len(s.bodies) and s.bodies[i].start < end:
        before = s.words(start, s.bodies[i].start)
        if not before or (len(before) == 1 and before[0] in ("l'", "le", "la", "les")):
            return s.bodies[i].id
    if i and s.bodies[i - 1].end > start:
        return s.bodies[i - 1].id
    return None


def addressee(s: Cast, start: int, end: int) -> str | None:
    """ "vous" in an open letter: the one whom its opening addresses ("Madame la ministre,")."""
    if s.doc.lower[start:end] != "vous":
        return None
    title = greeting(s.doc)
    if title is None:
        return ""
    civility = "M." if s.doc.plain[title[0] - 9 : title[0] - 1] == "monsieur" else "Mme"
    bare = [p.id for p in s.people.values() if p.civility == civility and not p.roles]
    return role_noun(s, *title) or (bare[0] if len(bare) == 1 else "")


def fronted(s: Cast, start: int, end: int) -> str | None:
    """ "Quant au recteur, il répond que …": the pronoun takes up what the sentence opens with."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None:
        return None
    m = _FRONTED.search(s.doc.lower, sentence.start, min(start, sentence.start + _OPENS_WITHIN))
    if m is None and not s.inside(sentence.start):
        m = _SUBORDINATE.match(s.doc.lower, sentence.start, start)
    if m is None:
        return None
    for rule in (person_named, body_named, role_noun, body_noun):
        found = rule(s, m.start(1), m.end(1))
        if found:
            return found if _may_be(s, found, said) else None
    told = s.words(*m.span(1))
    if m.re is _FRONTED and len(told) == 1 and first_name_gender(plain_shadow(told[0])) is not None:
        return ""  # "Quant à Magali, elle …": somebody whom no list of people names
    head = head_of(told)
    known = head is not None and (told[head] in _ROLE_NOUNS or told[head] in _ORG_NOUNS)
    return "" if m.re is _FRONTED and known else None  # but "Quant à Paris"


def _may_be(s: Cast, found: str, said: str) -> bool:
    """Whether a person can be "il" or "elle"; a body can."""
    wanted = "m" if said == "il" else "f"
    return found not in s.people or s.gender(found) in (wanted, None)


def _role_told(m: re.Match[str] | None, said: str) -> re.Match[str] | None:
    """What was found, where its noun is a function that one person called "il" or "elle" can have."""
    noun = _ROLE_NOUNS.get(m.group(2)) if m is not None else None
    genders = ("mf", "m" if said == "il" else "f")
    return m if noun is not None and not noun.plural and noun.gender in genders else None


def last_function(s: Cast, start: int, end: int) -> str | None:
    """ "Elle veut voir le président de l'agglomération. Ce dernier répond": a function told before."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    relative = said in ("lequel", "laquelle") and sentence is not None and sentence.start == start
    latter = said in ("ce dernier", "cette dernière", "celui-ci", "celle-ci")
    if not (latter or relative) or sentence is None:
        return None
    i = bisect_left(s.doc.sentences, sentence.start, key=lambda x: x.start)
    begin = s.doc.sentences[i - 1].start if i else sentence.start
    genders = ("m" if said in ("ce dernier", "lequel", "celui-ci") else "f", "mf")
    for m in reversed(list(_DEFINITE.finditer(s.doc.lower, begin, max(begin, start)))):
        noun = _ROLE_NOUNS.get(m.group(1))
        if noun is None or noun.plural or noun.gender not in genders or s.inside(m.start()):
            continue
        complement = s.doc.lower[m.end() : sentence.start if i else start].split(".", 1)[0]
        named = [k for k in (*s.persons, *s.bodies) if m.start() < k.start < start and not s.inside(k.start)]
        return None if named else role_noun(s, m.start(), m.end() + min(len(complement), _BESIDE)) or ""
    return None


def role_before(s: Cast, start: int, end: int) -> str | None:
    """ "Interpellé, le ministre a éludé. « … », a-t-il dit": what the sentence before is about."""
    said = s.doc.lower[start:end]
    i = s.sentence_number(start) if said in ("il", "elle") else None
    before = s.doc.sentences[i - 1] if i else None
    if i is None or before is None or s.inside(before.start):
        return None
    if "\n" in s.doc.text[before.end : s.doc.sentences[i].start]:
        return None
    at = bisect_left(s.persons, (before.start,))
    if at < len(s.persons) and s.persons[at].start < before.end:
        return None  # somebody is named there
    m = _role_told(_SUBJECT.match(s.doc.lower, before.start, before.end), said)
    if m is None:
        return None
    found = concerned(s, m.start(1), m.end(2)) or role_noun(s, m.start(1), m.end(2))
    if m.group(1) in ("son ", "sa "):
        return found or ""  # "Son avocat plaidera lundi. « … », prévient-il"
    return found or ("" if m.group(2) in _SOMEBODY else None)  # "D'une voix forte, l'homme raconte"


def cataphoric(s: Cast, start: int, end: int) -> str | None:
    """ "S'il reconnaît un retard, Jean Petit estime que …": the pronoun tells of the one named next."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None:
        return None
    if not _SUBORDINATING.fullmatch(s.doc.lower, sentence.start, start):
        return None
    for known in s.persons[bisect_left(s.persons, (end,)) :]:
        if known.start >= sentence.end:
            return None
        if not s.inside(known.start):
            main = _MAIN.search(s.doc.lower, max(end, known.start - _PRESENTED), known.start)
            return known.id if main is not None and _may_be(s, known.id, said) else None
    return None


def opening_person(s: Cast, start: int, end: int) -> str | None:
    """ "Jean Petit, qui tenait à Paul, insista puis il se rangea": the one whom the sentence opens with."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None or s.doc.text[start - 1] == "-":
        return None
    at = bisect_left(s.persons, (sentence.start,))
    for known in s.persons[at : at + 1]:
        before = s.words(sentence.start, known.start)
        opens = known.start < start and len(before) < 2 and not s.inside(known.start)
        return known.id if opens and _may_be(s, known.id, said) else None
    return None


def opening_role(s: Cast, start: int, end: int) -> str | None:
    """ "L'accusé a évoqué des faits qu'il juge « anciens »": the function that the sentence opens with."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None or s.doc.text[start - 1] == "-":
        return None
    m = _role_told(_SUBJECT.match(s.doc.lower, sentence.start, start), said)
    if m is None or m.group(1) in ("son ", "sa "):
        return None
    at = bisect_left(s.persons, (sentence.start,))
    named = at < len(s.persons) and s.persons[at].start < start and not s.inside(s.persons[at].start)
    return None if named else role_noun(s, m.start(1), m.end(2)) or ""


def role_before_colon(s: Cast, start: int, end: int) -> str | None:
    """ "Le ministre de la Mer a repris la parole : « … », a-t-il dit": the function before the colon."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None or s.doc.text[start - 1] != "-":
        return None
    m = _role_told(_BEFORE_COLON.match(s.doc.lower, sentence.start, start), said)
    if m is None:
        return None
    at = bisect_left(s.persons, (sentence.start,))
    named = at < len(s.persons) and s.persons[at].start < m.end()
    return None if named else role_noun(s, m.start(1), m.end(3)) or None


def named_after(s: Cast, start: int, end: int) -> str | None:
    """« On tient bon », sourit-elle. Jeanne Petit dirige l'usine: nobody was named before, she is next."""
    said = s.doc.lower[start:end]
    if said not in ("il", "elle") or s.doc.text[start - 1] != "-" or bisect_left(s.persons, (start,)):
        return None
    i = bisect_left(s.doc.sentences, start, key=lambda x: x.start)
    following = s.doc.sentences[i] if i < len(s.doc.sentences) else None
    if following is None or not s.persons or s.bodies_before(start):
        return None
    if unnamed_before(s, start, "m" if said == "il" else "f") is not None:
        return None  # "Une riveraine ouvre sa porte. « … », dit-elle. Jeanne Petit, la maire, …"
    known = s.persons[0]
    opens = known.start < following.end and len(s.words(following.start, known.start)) < 2
    return known.id if opens and not s.inside(known.start) and _may_be(s, known.id, said) else None


def portrayed(s: Cast, start: int, end: int) -> str | None:
    """ "L'ancienne ministre n'a pas renoncé. « … », dit-elle. … Jeanne Petit déplore": named further down."""
    if not s.persons or s.persons[0].start < start:
        return None
    said = s.words(start, end)
    if said not in (["il"], ["elle"]) and not (
        said[:1] == ["l'"] and said[1:2] and said[1][:2] in ("an", "ex")
    ):
        return None
    told = _FORMER_OPENS.search(s.doc.lower, 0, end)
    noun = role_noun_of(told.group(2)) if told is not None else None
    if told is None or noun is None or noun.plural:
        return None
    gender = "f" if told.group(1) == "ancienne " or noun.gender == "f" else "m"
    if told.group(1) != "ancienne " and noun.gender == "mf" and told.group(1) != "ancien ":
        gender = "mf"  # "l'ex-ministre"
    wanted = {"il": "m", "elle": "f"}.get(said[0], gender)
    known = next((k for k in s.persons[:_FIRST_NAMED] if not s.inside(k.start)), None)
    sentence = s.doc.sentence_at(known.start) if known is not None else None
    if known is None or sentence is None or len(s.words(sentence.start, known.start)) > 1:
        return None
    fit = s.gender(known.id) == wanted if wanted != "mf" else True
    return known.id if fit and gender in (wanted, "mf") else None


def opening_noun(s: Cast, start: int, end: int) -> str | None:
    """ "La préfecture a pris un arrêté qu'elle juge « équilibré »": the body that the sentence opens with."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None:
        return None
    if _IN_CLAUSE.search(s.doc.lower, max(0, start - 12), start) is None:
        return None
    named = s.persons[bisect_left(s.persons, (sentence.start,)) : bisect_left(s.persons, (start,))]
    if any(_may_be(s, k.id, said) and not s.inside(k.start) for k in named):
        return None
    i = bisect_left(s.opening_bodies, (sentence.start,))
    for known in s.opening_bodies[i : i + 1]:
        if known.start < start and s.body_gender(known) in ("m" if said == "il" else "f", None):
            return known.id
    m = _OPENING.match(s.doc.lower, sentence.start, start)
    noun = _ORG_NOUNS.get(m.group(2)) if m is not None else None
    if m is None or noun is None or noun[1] != ("m" if said == "il" else "f"):
        return None
    body = s.body_within(m.end(), min(start, m.end() + _BESIDE))
    return body or body_for(s, m.group(2), sentence.start) or ""


def own_sentence(s: Cast, start: int, end: int) -> str | None:
    """ "Le fabricant Untel construira une usine, a-t-il annoncé": nobody was named before; its subject."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None or s.doc.text[start - 1] != "-":
        return None
    colon = s.doc.lower.find(" : ", sentence.start, start)
    if colon > 0 and not any(sentence.start <= k.start < start for k in s.persons_before(start)):
        told = _opens_sentence(s, sentence.start, colon, "m" if said == "il" else "f")
        if told is not None:
            return told  # "L'Union conteste : tout est faux, ironise-t-elle"
    same = ("?mf", "?m" if said == "il" else "?f")
    if s.heard and s.heard[-1].id in same and start - s.heard[-1].end < _STRANGER:
        return ""  # « … », dit un chasseur. La région interdit la chasse, déplore-t-il.
    if pronoun(s, start, end) and not _named_within(s, sentence.start, start):
        return None
    wanted = "m" if said == "il" else "f"
    if (told := _opens_sentence(s, sentence.start, start, wanted)) is not None:
        return told
    m = _OPENING.match(s.doc.lower, sentence.start, start)
    noun = _ORG_NOUNS.get(m.group(2)) if m is not None else None
    if m is None or noun is None or noun[1] != wanted:
        return None
    verb = m.end()
    return s.body_within(verb, min(start, verb + _BESIDE))


def _named_within(s: Cast, begin: int, start: int) -> bool:
    """ "La direction cesse sa collaboration avec Jeanne Petit, annonce-t-elle": whom the words are about."""
    i = bisect_left(s.persons, (start,))
    nearest = s.persons[i - 1] if i else None
    if nearest is None or nearest.start < begin or s.inside(nearest.start):
        return False
    return s.doc.lower[max(0, nearest.start - 6) : nearest.start].endswith(("avec ", " contre "))


def _opens_sentence(s: Cast, start: int, limit: int, gender: str) -> str | None:
    """The institution, of that gender as far as it shows, that a sentence opens with."""
    i = bisect_left(s.opening_bodies, (start,))
    for known in s.opening_bodies[i : i + 1]:
        if known.start < limit and s.body_gender(known) in (gender, None):
            return known.id
    return None


def inhabitant(s: Cast, start: int, end: int) -> str | None:
    """ "la Neuchâteloise", "le Malien": the person last named of that gender."""
    words = s.words(start, end)
    while len(words) > 2 and words[1] in _PRENOMINAL:
        del words[1]  # "la jeune Américaine"
    if len(words) < 2 or words[0] not in _THE or names_stranger(s, start, end) == "":
        return None
    last = words[1].split("-")[-1]  # "la Haut-Savoyarde"
    if not (is_inhabitant(last) or last.endswith(("ard", "arde")) or last in _PARTISANS):
        return None
    at = s.doc.lower.find(words[1], start, end)
    if not s.doc.text[at].isupper():
        return None
    feminine = (
        words[0] in ("la", "cette")
        or (last in _PARTISANS and last.endswith(("ine", "ise", "ale")))
        or words[1].endswith(("aise", "oise", "enne", "aine", "arde"))
    )
    gender = "f" if feminine else "m"
    before = s.persons_before(start)
    told_so = [k for k in before if k.id in s.people and _comes_from(s.people[k.id], last)]
    return last_of(s, told_so, gender) or last_of(s, before, gender)


def _comes_from(person: Person, inhabitant_: str) -> bool:
    """ "le ministre français Jean Petit": a function that says where somebody is from ("le Français")."""
    stem = inhabitant_.removesuffix("e").removesuffix("n")
    return any(word.startswith(stem) for role in person.roles for word in words_of(role.title.lower()))


def somebody(s: Cast, start: int, end: int) -> str | None:
    """ "le milieu de terrain", "la mis en cause": an unlisted noun, for the person last spoken of."""
    words = s.words(start, end)
    head = head_of(words)
    if words[:2] in (["l'", "un"], ["l'", "une"]):
        return ""  # "l'un d'eux"
    if head is None or words[0] not in ("le", "la", "l'") or words[head] in _SOURCE_NOUNS | _ORGANS:
        return None
    if words[head] in _TELLING_NOUNS:
        return ""  # "la famille"
    if s.doc.text[s.doc.lower.find(words[head], start, end)].isupper():
        return None  # "la Russie"
    return last_of(s, s.persons_before(start), by_article(words))


def part_of_name(s: Cast, start: int, end: int) -> str | None:
    """A surname or an acronym that the text uses alone; the initials of somebody ("GND")."""
    said = ["ier" if word == "i" else word for word in plain_shadow(s.doc.text[start:end]).split()]
    if not said:
        return None
    if len(said) == 1 and s.doc.text[start:end].isupper():
        lettered = [p.id for p in s.people.values() if len(said[0]) > 2 and _initials(p.name) == said[0]]
        if len(lettered) == 1:
            return lettered[0]
    for person in s.people.values():
        if set(said) <= set(plain_shadow(person.name).split()):
            return person.id
    if len(said) == 1 and s.doc.text[start:end].isupper():
        letters = said[0].replace("&", "")
        bodies = [b.id for b in s.institutions.values() if len(letters) > 1 and _letters(b.name) == letters]
        return bodies[0] if len(bodies) == 1 else None
    return None


def _letters(name: str) -> str:
    """The initials of the names in a name: "sp" of "Standard & Poor's"."""
    return "".join(word[0] for word in plain_shadow(name).replace("-", " ").split() if len(word) > 2)


def _initials(name: str) -> str:
    return "".join(word[0] for word in plain_shadow(name).replace("-", " ").split())


RULES: tuple[Callable[[Cast, int, int], str | None], ...] = (
    person_named, body_named, addressee, portrayed, fronted, role_before_colon, own_sentence, opening_person,
    opening_role, named_after, opening_noun, cataphoric, role_before, last_function, jointly, pronoun,
    concerned, ordinal, same_source, document, inhabitant, told_of_in_title, role_noun, body_noun,
    part_of_name, somebody,
)  # fmt: skip
