"""Pronouns that take up what a sentence opens with: "Quant au recteur, il répond que …"."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.document import plain_shadow
from communique.extractors.people.lexicon import gender as first_name_gender
from communique.extractors.quotations.words import (
    by_what_they_did,
    listed,
    org_nouns,
    role_noun_of,
    role_nouns,
)
from communique.link.bodies import body_noun
from communique.link.cast import Cast, head_of
from communique.link.functions import role_noun
from communique.link.generic import body_for
from communique.link.named import body_named, person_named
from communique.link.pronouns import concerned, pronoun
from communique.link.strangers import unnamed_before

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
_TEXTS = listed("text_nouns.txt") | listed("source_nouns.txt")
_MASCULINE = {"le": True, "au": True, "ce": True, "la": False, "cette": False}
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
_AFTER_COMMA = re.compile(r", (le |la |l')([\w-]+) (?!et |ou )")
_MAIN = re.compile(r", (?:(?:le |la |l'|m\. |mme |me |dr |pr )[^,]{0,60},? ?)?$")
_PRESENTED = 80  # characters that a title before a name takes
_OPENING = re.compile(r"\W*(le |la |l')(\w+)")
_OPENS_WITHIN = 100  # characters that "Quant à X," takes
_DEFINITE = re.compile(r"(?<![\w'-])(?:le |la |l'|son |sa )(\w+)")
_SOMEBODY = frozenset({"homme", "femme", "garçon", "fille", "quadragénaire", "quinquagénaire", "trentenaire"})
_STRANGER = 200  # characters between somebody unnamed and "déplore-t-il"
_FORMER_OPENS = re.compile(r"(?:^|[.!?…»]\s*|\n)l'(ancienne |ancien |ex-|ex |ancienne-)([\w-]+)")
_SOMEBODYS = re.compile(r"(?:le |la |l')(\w+) (?:de |d')(?:(?:m|mme|me|dr)\.? )?")
_VERB = (" a ", " avait ", " est ", " était ", " s'est ", " ne ", " n'a ")
_PRONOUN_OPENS = re.compile(r"(?:[^,;:.«»\n]{2,60}, )?(ils?|elles?) ")
_CHAIN = 3  # sentences whose subject is the same pronoun
_FIRST_NAMED = 4  # namings looked at for the first of the text
_MARKED_VERB = re.compile(r" ?(?:\([^()\n]{1,20}\) ?)?[«\"“] ?[a-zà-ÿ]")
_BESIDE = 50  # characters between "le fabricant" and its name


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
    if m.re is _FRONTED and head is not None and told[head] in _TEXTS:
        return (
            "" if _MASCULINE.get(told[0], said == "il") == (said == "il") else None
        )  # "Quant au décret, il"
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
        if noun is None and (told := _ORG_NOUNS.get(m.group(1))) is not None and sentence.start > m.start():
            by = s.doc.lower.endswith("par ", 0, m.start())  # "mis sur pied par le gouvernement"
            if not by or told[1] not in genders or s.inside(m.start()):
                continue
            if any(m.start() < k.start < start for k in (*s.persons, *s.bodies)):
                return None
            return body_for(s, m.group(1), m.start()) or ""
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
    m = None
    for _ in range(_CHAIN):
        before = s.doc.sentences[i - 1] if i else None
        if i is None or before is None or s.inside(before.start):
            return None
        if "\n" in s.doc.text[before.end : s.doc.sentences[i].start]:
            return None
        at = bisect_left(s.persons, (before.start,))
        if at < len(s.persons) and s.persons[at].start < before.end:
            return _whose_somebody(s, before.start, at, said)
        m = _role_told(_SUBJECT.match(s.doc.lower, before.start, before.end), said)
        if m is not None or _goes_on(s, said, before.start, before.end) is None:
            break
        i -= 1  # "L'accusé est entré. Il s'est assis. « … », a-t-il dit"
    if m is None:
        return None
    found = concerned(s, m.start(1), m.end(2)) or role_noun(s, m.start(1), m.end(2))
    if m.group(1) in ("son ", "sa "):
        return found or ""  # "Son avocat plaidera lundi. « … », prévient-il"
    unnamed = m.group(2) in _SOMEBODY or _ROLE_NOUNS[m.group(2)].lemma in by_what_they_did()
    return found or ("" if unnamed else None)  # "D'une voix forte, l'homme raconte", "L'accusé se tait"


def _whose_somebody(s: Cast, begin: int, at: int, said: str) -> str | None:
    """ "L'avocat de Jean Petit a plaidé. « … », a-t-il lancé": not the one whose somebody the subject is."""
    m = _SOMEBODYS.fullmatch(s.doc.lower, begin, s.persons[at].start)
    noun = _ROLE_NOUNS.get(m.group(1)) if m is not None else None
    if m is None or noun is None or noun.plural or noun.gender not in ("mf", "m" if said == "il" else "f"):
        return None
    verb = s.doc.lower.startswith(_VERB, s.persons[at].end)
    return role_noun(s, begin, s.persons[at].end) or "" if verb else None


def _goes_on(s: Cast, said: str, begin: int, end: int) -> re.Match[str] | None:
    """Whether a sentence opens with the same pronoun, what is fronted apart."""
    m = _PRONOUN_OPENS.match(s.doc.lower, begin, end)
    return m if m is not None and m.group(1) == said else None


def cataphoric(s: Cast, start: int, end: int) -> str | None:
    """ "S'il reconnaît un retard, Jean Petit estime que …": the pronoun tells of the one named next."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None:
        return None
    if not _SUBORDINATING.fullmatch(s.doc.lower, sentence.start, start):
        return None
    for known in s.persons[bisect_left(s.persons, (end,)) :]:
        if known.start < sentence.end and not s.inside(known.start):
            main = _MAIN.search(s.doc.lower, max(end, known.start - _PRESENTED), known.start)
            if main is not None:
                return known.id if _may_be(s, known.id, said) else None
            break
        if known.start >= sentence.end:
            break
    return _main_subject(s, end, sentence.end, said)


def _main_subject(s: Cast, start: int, end: int, said: str) -> str | None:
    """ "S'il « comprend la colère », le maire ne cédera pas": the function or the text told of next."""
    for m in _AFTER_COMMA.finditer(s.doc.lower, start, end):
        if s.inside(m.start(2)):
            continue
        if _MASCULINE.get(m.group(1).strip(), said == "il") != (said == "il"):
            return None
        noun = _ROLE_NOUNS.get(m.group(2))
        if noun is not None and not noun.plural:
            return role_noun(s, m.start(1), m.end(2)) or ""
        if m.group(2) in _TEXTS:
            return ""
        return (body_noun(s, m.start(1), m.end(2)) or None) if m.group(2) in _ORG_NOUNS else None
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
    if following is None or not s.persons or s.bodies_before(start) or s.heard:
        return None
    if "\n" in s.doc.text[end : following.start]:
        return None  # the name of whoever wrote the article
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
    if (own := _predicate(s, sentence.start, "m" if said == "il" else "f")) is not None:
        return own
    same = ("?mf", "?m" if said == "il" else "?f")
    if s.heard and s.heard[-1].id in same and start - s.heard[-1].end < _STRANGER:
        return ""  # « … », dit un chasseur. La région interdit la chasse, déplore-t-il.
    who = pronoun(s, start, end)
    silent = who in s.people and all(k.id != who for k in s.heard)
    named = any(sentence.start <= k.start < start for k in s.persons_before(start))
    if who and (named or not silent) and not _named_within(s, sentence.start, start):
        return None
    wanted = "m" if said == "il" else "f"
    if (told := _opens_sentence(s, sentence.start, start, wanted)) is not None:
        return told
    m = _OPENING.match(s.doc.lower, sentence.start, start)
    noun = _ORG_NOUNS.get(m.group(2)) if m is not None else None
    if m is None or noun is None or noun[1] != wanted:
        return None
    verb = m.end()
    beside = s.body_within(verb, min(start, verb + _BESIDE))
    return beside or (body_for(s, m.group(2), sentence.start) or "" if who else None)


def _predicate(s: Cast, begin: int, gender: str) -> str | None:
    """ "La Fédération de boxe « condamne ce geste », indique-t-elle": its own predicate is in marks."""
    i = bisect_left(s.opening_bodies, (begin,))
    for known in s.opening_bodies[i : i + 1]:
        marked = _MARKED_VERB.match(s.doc.text, known.end) is not None
        if marked and s.body_gender(known) == gender and s.doc.sentence_at(known.start) is not None:
            return known.id
    return None


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
