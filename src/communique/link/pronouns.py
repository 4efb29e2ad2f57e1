"""Pronouns that name a speaker: "elle", "ce dernier", "l'intéressée"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.extractors.quotations.verbs import form
from communique.extractors.quotations.words import in_class, org_nouns, role_nouns
from communique.link.cast import FEW, FRONTED, Cast, Known
from communique.link.generic import body_for
from communique.link.strangers import given_stranger, unnamed_before

_PREPOSITIONS = in_class("prepositions")
_ORG_NOUNS = org_nouns()
_ROLE_NOUNS = role_nouns()

_MASCULINE = frozenset({"il", "celui", "lui", "lui-même", "celui-ci", "ce dernier", "lequel"})
_FEMININE = frozenset({"elle", "celle", "elle-même", "celle-ci", "cette dernière", "laquelle"})
_THE_LATTER = frozenset({"celui-ci", "ce dernier", "celle-ci", "cette dernière", "lequel", "laquelle"})
_OBLIQUE = re.compile(
    r"(?:\b(?:de|du|des|par|avec|contre|chez|envers|face à|auprès de|à|sur|après|avant|comme|concernant"
    r"|devant|derrière|malgré|sans|sous|vers|entre|outre|hormis|ni|contrairement à|visant|parmi) |\bd'|\bqu')"
    r"(?:(?:m|mme|dr|dre|pr|pre|me)\.? )?$"
    # "la proportionnelle, que défend le centriste Jean Petit"
    r"|(?:\bque |\bqu'|\bdont |\boù )(?!(?:l[ea]s?|une?|l|m|mme|s[oa]n?|cet?|cette|ils?|elles?|on|nous|je)\b)"
    r"[\w'-]+ [^,;:.()«»]{0,30}$"
)
# "la méthode du chercheur américain Untel", "établie par le député Untel".
_OF_TITLED = re.compile(
    r"\b(?:du |au |(?:de|par|avec|à|contre|chez|sur|après|avant|comme|devant|derrière|sans|ni|concernant) "
    r"(?:l[ae] |l'|son |sa |leur |un |une |notre |ce |cette ))"
    r"(?:premi(?:er|ère) |nouve(?:au|lle) |ancien(?:ne)? |ex-?|jeune |future? |vice-)?"
    r"(\w+)(?: [\w'-]+){0,4} $"
)
_LISTED = 100  # characters of "comme Anne Petit, Lise Roux ou "
_EXAMPLES = re.compile(
    r"\b(?:des|les|ces|ses|quelques) [^,;:.«»()]{4,60} (?:comme|tel(?:le)?s? que|dont|parmi lesquel(?:le)?s) "
    r"(?:[A-ZÀ-Ý][^,;:.«»()]{2,40}(?:, | ou | et )){0,3}$"
)
_FRONTED = re.compile(FRONTED)
_OPENING = 60  # characters that hold the subject of a sentence
_CHAIN = 3  # sentences whose subject is a pronoun
# What "il" stands for nobody before: "il existe", "il est fait état de".
_IMPERSONAL = (
    r"(?:ne |n')?(?:en |y )?(?:faut|fall|faud|y a|a été (?:décidé|question|demandé|convenu)|s'agi|s'avère"
    r"|reste|convien|import|exist|suffi|sembl|paraît|vaut|manque"
    r"|(?:est|était|sera|serait) (?:à |question|fait |temps|hors|(?:im)?possible|important|nécessaire"
    r"|essentiel|urgent|clair|évident|vrai|normal|probable|rare|prévu"
    r"|in(?:terdit|admissible|acceptable|dispensable|concevable|utile)))"
)
_SHE = re.compile(r"(?<![\w'-])(?<!qui )(?:elle|celle-ci|cette dernière) (?!est (?:signée|due))")
_HE = re.compile(rf"(?<![\w'-])(?<!qui )(?:il|celui-ci|ce dernier) (?!{_IMPERSONAL})")
_WE = re.compile(r"(?<![\w-])(?:nous|notre|nos|je|j'|mon|ma|mes)(?![\w-])|(?<!\w)j'")
_OF_ANOTHER = re.compile(rf"(?:il|elle|son|sa|ses) (?!{_IMPERSONAL})")
_MYSELF = re.compile(r"\bmoi, |\bje (?:suis|m'appelle)|\bm'appelle|\bmon nom ")
_ADDS = re.compile(r", (?:a|s'est|[\w']{3,20})-(?:t-)?")
_SUBJECT = 20  # characters of a civility or a function before the subject of a clause
_FAR = 1500  # characters between somebody's words and "calcule-t-il"
_VERB = 20  # characters of a verb before a name
_INCISE = 40  # characters between marked words and the pronoun of their incise
_PLURAL_NOUN = re.compile(r"(?<![\w'])(?:les|des|ces|ses|leurs|nos|aux|plusieurs|certains) ")
_EITHER = frozenset({"l'", "son", "ses"})  # "à l'en croire", "à son avis"
_NEAR = 400  # characters between a body and "ce dernier"
_ON_AIR = re.compile(r"(?:micro|antenne|plateau|caméra|ondes)s? (?:de |d'|du )(?:la |l'|le )?$")


def pronoun(s: Cast, start: int, end: int) -> str | None:
    """ "elle", "ce dernier": the nearest earlier person of that gender, or the body spoken of."""
    said = s.doc.lower[start:end]
    if said in ("ils", "elles", "eux"):
        return _several_in_one(s, start)
    if said in ("ils", "elles", "eux", "on", "nous", "vous", "je", "j'", "tu", "les", "leur", "leurs"):
        return ""
    if said not in _MASCULINE and said not in _FEMININE and said not in _EITHER:
        return None
    wanted = "m" if said in _MASCULINE else "f" if said in _FEMININE else None
    s.told_of = _named_in_words(s, start, wanted)
    found = _resolved(s, start, said, wanted)
    s.told_of = frozenset()
    return found


def _several_in_one(s: Cast, start: int) -> str:
    """ "Les Restos du Cœur ont ouvert. « Venez », disent-ils": a body whose name is in the plural."""
    i = s.sentence_number(start)
    for _ in range(_CHAIN if i is not None else 0):
        begin = s.doc.sentences[i].start if i is not None else start
        at = bisect_left(s.opening_bodies, (begin,))
        for known in s.opening_bodies[at : at + 1]:
            if known.start < start and s.doc.lower.startswith("les ", max(begin, known.start - 4)):
                return known.id
        if not i or "\n\n" in s.doc.text[s.doc.sentences[i - 1].end : begin]:
            break
        if _PLURAL_NOUN.search(s.doc.lower, begin, start):
            break  # other people have been told of
        i -= 1
    return ""


def _named_in_words(s: Cast, start: int, wanted: str | None) -> frozenset[str]:
    """X a été choisi par Y. « Je fais confiance à X », a-t-il dit: whom the words name does not say them."""
    said = s.marked_before(start, _INCISE) if s.doc.text[start - 1 : start] == "-" else None
    if said is None:
        return frozenset()
    inside = {
        k.id for k in s.persons[bisect_left(s.persons, (said[0],)) : bisect_left(s.persons, (said[1],))]
    }
    if not inside or _MYSELF.search(s.doc.lower, *said):
        return frozenset()
    before = [k for k in s.persons_before(said[0]) if k.id in s.people and k.start > said[0] - _NEAR]
    others = {k.id for k in before if s.gender(k.id) in (wanted, None)} - inside
    return frozenset(inside) if others else frozenset()


def _resolved(s: Cast, start: int, said: str, wanted: str | None) -> str | None:
    before = [k for k in s.persons_before(start) if s.gender(k.id) in (wanted, None) or wanted is None]
    if said == "lui" and (other := _of_whom_else(s, start, before)):
        return other
    if before and (spoke := _tells_of(s, before[0], start, wanted)) is not None:
        return spoke
    if said in _EITHER and (told := _heard_not_named(s, start, before)):
        return told
    if said in _THE_LATTER:
        return _latter(
            s, start, wanted, _in_marks_before(s, start, wanted) or (before[0] if before else None)
        )
    return _first_person(s, start, wanted) or _third_person(s, start, wanted) or spoken_of(s, start, wanted)


def _of_whom_else(s: Cast, start: int, before: Sequence[Known]) -> str:
    """ "Jean Petit « a changé d'avis », selon lui": who spoke before, not whom the words are about."""
    sentence = s.doc.sentence_at(start)
    if sentence is None or not before or not s.doc.lower.endswith(("selon ", "d'après "), 0, start):
        return ""
    last = next((k for k in before if k in s.heard), None)
    about = before[0].start >= sentence.start and before[0].start - sentence.start < _SUBJECT
    marked = s.marked_before(start, _INCISE)
    if last is None or not about or marked is None or marked[0] < before[0].end:
        return ""
    near = s.doc.text.count("\n\n", last.end, start) < 2
    return last.id if near and last.id in s.people and last.id != before[0].id else ""


def _heard_not_named(s: Cast, start: int, before: Sequence[Known]) -> str:
    """Jean Petit a dit avoir vu Paul Durand. "À l'en croire": who spoke, not one who is only named."""
    last = next((k for k in reversed(s.heard) if k.start < start), None)
    if last is None or last.id not in s.people or not before or before[0].start <= last.start:
        return ""
    sentence = s.doc.sentence_at(before[0].start)
    opens = sentence is None or before[0].start - sentence.start < _OPENING // 2
    return "" if opens or "\n\n" in s.doc.text[last.end : start] else last.id


def _tells_of(s: Cast, named: Known, start: int, wanted: str | None) -> str | None:
    """ "Jean Petit, ajoute-t-elle, « a échoué »": whom the words are about does not say them."""
    if named in s.heard:
        return None
    within = s.clause[0] + _SUBJECT < named.start < s.clause[1]  # "Rien n'aurait été fait sans X, note-t-il"
    if not within and _ADDS.fullmatch(s.doc.lower, named.end, start) is None:
        return None
    last = next((k for k in reversed(s.heard) if k.start < named.start), None)
    if (
        last is None
        or last.id not in s.people
        or last.id == named.id
        or s.gender(last.id) not in (wanted, None)
    ):
        return None
    return last.id if "\n\n" not in s.doc.text[last.end : start] else None


def _first_person(s: Cast, start: int, wanted: str | None) -> str | None:
    """« Nous étions huitièmes », calcule-t-il: who spoke before, not a body told of since."""
    if s.doc.text[start - 1 : start] != "-":
        return None
    said = s.marked_before(start, _INCISE)
    if said is None or not _WE.search(s.doc.lower, *said):
        return None
    paragraph = max(s.doc.text.rfind("\n\n", max(0, start - _FAR), start), start - _FAR)
    last = next((k for k in reversed(s.heard) if k.start < said[0]), None)
    if last is None or last.start < paragraph or last.id not in s.people or s.gender(last.id) != wanted:
        return None
    named = [k for k in s.persons_before(said[0]) if k.start > last.end and s.gender(k.id) in (wanted, None)]
    body_spoke = bool(s.heard_bodies) and s.heard_bodies[-1].start > last.start
    return None if named or body_spoke else last.id


def _third_person(s: Cast, start: int, wanted: str | None) -> str | None:
    """Jean Petit est mort. « Il a été enterré ici », dit-il: he is told of, who spoke before says so."""
    said = s.marked_before(start, _INCISE) if s.doc.text[start - 1 : start] == "-" else None
    if said is None or not _OF_ANOTHER.match(s.doc.lower, *said) or _WE.search(s.doc.lower, *said):
        return None
    last = next((k for k in reversed(s.heard) if k.start < said[0]), None)
    if last is None or last.id not in s.people or s.gender(last.id) not in (wanted, None):
        return None
    told = next((k for k in s.persons_before(said[0]) if s.gender(k.id) in (wanted, None)), None)
    if told is None or told.start < last.start or any(k.id == told.id for k in s.heard[-FEW:]):
        return None
    verb = form((s.words(max(0, told.start - _VERB), told.start) or [""])[-1])
    if verb is not None and "i" in verb.verb.frames:
        return None  # "Non, répond Jean Petit. « Il perd », souligne-t-il"
    return last.id if s.doc.text.count("\n\n", last.end, start) < 2 else None


def spoken_of(s: Cast, start: int, wanted: str | None) -> str:
    """The person of a gender (any when None) or the body that the text speaks of at ``start``."""
    before = [k for k in s.persons_before(start) if wanted is None or s.gender(k.id) in (wanted, None)]
    skipped = next((i for i, k in enumerate(before[:_CHAIN]) if not _example(s, k)), 0)
    before = before[skipped:]
    person = subject_like(s, before)
    for _ in range(_CHAIN):
        earlier = before_pronoun(s, before, wanted)
        if not earlier:
            break
        before, person = earlier, subject_like(s, earlier)
    stranger = unnamed_before(s, start, wanted) or given_stranger(s, start, wanted)
    if stranger is not None and (person is None or person.start < stranger):
        return ""
    if (text := _document_before(s, start, wanted)) is not None and (
        person is None or person.start < text[0]
    ):
        return text[1]
    body = _opening_body(s, start, wanted) or _heard_body(s, start, wanted)
    if s.unknown and s.unknown[-1].id == f"?{wanted}" and "\n\n" not in s.doc.text[s.unknown[-1].end : start]:
        at = s.unknown[-1].start
        if (person is None or person.start < at) and (body is None or body[0] < at):
            return ""
    if body is not None and (person is None or body[0] > person.start):
        return body[1]
    if person is None and before == []:
        return _only_one_told_of(s, start)
    return person.id if person is not None and person.id in s.people else ""


def _document_before(s: Cast, start: int, wanted: str | None) -> tuple[int, str] | None:
    """« … », indique le communiqué du port. « … », précise-t-il: the text heard last, and whose it is."""
    last = s.told_by[-1] if s.told_by else None
    if last is None or last.start in s.cited or "\n" in s.doc.text[last.end : start]:
        return None
    heard = max((k.start for k in (*s.heard[-1:], *s.heard_bodies[-1:])), default=-1)
    if heard > last.start or wanted is None or _text_gender(s.words(last.start, last.end)) != wanted:
        return None
    return last.start, last.id


def _text_gender(words: Sequence[str]) -> str | None:
    """m or f by the article before a noun for a text: "le rapport", "une note", "l'étude"."""
    if len(words) < 2 or words[0] not in ("l'", "cet"):
        return {"le": "m", "ce": "m", "un": "m", "la": "f", "une": "f", "cette": "f"}.get((*words, "")[0])
    return "f" if words[1].endswith(("e", "ion")) and words[1] not in ("article", "ouvrage") else "m"


def _example(s: Cast, known: Known) -> bool:
    """ "des chanteuses comme Anne Petit ou Lise Roux": one of several whom nothing else is told of."""
    if known in s.heard[-FEW:]:
        return False
    return _EXAMPLES.search(s.doc.text, max(0, known.start - _LISTED), known.start) is not None


def _only_one_told_of(s: Cast, start: int) -> str:
    """ "Nana Petit, qui a parlé hier, … . Il a dit": a given name of either gender, nobody else named."""
    before = s.persons_before(start)
    if not before or len({k.id for k in before}) > 1 or before[0].id not in s.people:
        return ""
    person = s.people[before[0].id]
    i = s.sentence_number(start)
    previous = s.doc.sentences[i - 1] if i else None
    if person.civility or person.roles or previous is None or before[0].start < previous.start:
        return ""
    return person.id if before[0].start - previous.start < 2 else ""


def before_pronoun(s: Cast, before: Sequence[Known], wanted: str | None) -> list[Known]:
    """ "Devant X, elle a devancé Y.": those named before a sentence that only then names the nearest."""
    if not before or wanted is None or before[0] in s.heard[-FEW:]:
        return []
    sentence = s.doc.sentence_at(before[0].start)
    if sentence is None:
        return []
    opening = s.words(sentence.start, min(before[0].start, sentence.start + 24))[:2]
    noun = _ROLE_NOUNS.get(opening[1]) if len(opening) > 1 and opening[0] in ("le", "la", "l'") else None
    if noun is not None and noun.gender in (wanted, "mf") and not noun.plural:
        led = s.doc.lower[max(sentence.start, before[0].start - 45) : before[0].start]
        if before[0].start - sentence.start > _OPENING and _OBLIQUE.search(led):
            return [k for k in before if k.start < sentence.start]
    for m in (_SHE if wanted == "f" else _HE).finditer(s.doc.lower, sentence.start, before[0].start):
        if not s.inside(m.start()) and s.doc.text[m.start() - 1] != "(":
            opening = s.words(sentence.start, min(m.start(), sentence.start + 20))[:1]
            fronted = bool(opening) and opening[0] in _PREPOSITIONS
            limit = sentence.start if fronted else m.start()
            return [k for k in before if k.start < limit]
    return []


def _heard_body(s: Cast, start: int, wanted: str | None) -> tuple[int, str] | None:
    """The body that spoke last, in the same paragraph: "la cour relève … Ces règles, écrit-elle"."""
    if not s.heard_bodies or start - s.heard_bodies[-1].start > _NEAR:
        return None
    last = s.heard_bodies[-1]
    words = s.words(last.start, last.end)
    noun = next((_ORG_NOUNS[w][1] for w in words[1:3] if w in _ORG_NOUNS), None)
    gender = noun or s.body_gender(last)
    if "\n\n" in s.doc.text[last.end : start]:
        # In the paragraph before: only the one who spoke last, of whom the gender is sure.
        gender = gender or _name_gender(s, last.id)
        since = s.heard and s.heard[-1].start > last.start
        if gender is None and not since and _long_silent(s, last.start, wanted):
            return last.start, last.id  # « … », a averti l'ACEA. ¶ « … », explique-t-elle.
        if (
            since
            or gender != wanted
            or last.start in s.cited
            or s.doc.text.count("\n\n", last.end, start) > 1
        ):
            return None
    return (last.start, last.id) if gender in (wanted, None) else None


def _long_silent(s: Cast, start: int, wanted: str | None) -> bool:
    """Whether nobody of that gender was named in the last paragraphs before a body spoke."""
    last = next((k for k in s.persons_before(start) if s.gender(k.id) in (wanted, None)), None)
    return last is None or s.doc.text.count("\n\n", last.end, start) > 2


def _name_gender(s: Cast, body: str) -> str | None:
    """m or f by the noun that the fullest name of a body begins with."""
    first = s.doc.lower[slice(*_first_naming(s, body))].replace("'", " ").split()[:1]
    return _ORG_NOUNS[first[0]][1] if first and first[0] in _ORG_NOUNS else None


def _first_naming(s: Cast, body: str) -> tuple[int, int]:
    longest = max(s.institutions[body].mentions, key=lambda m: m.end - m.start)
    return longest.start, longest.end


def subject_like(s: Cast, before: Sequence[Known]) -> Known | None:
    """The nearest person, but of a sentence that names several one who spoke or its subject."""
    if not before:
        return None
    nearest = before[0]
    sentence = s.doc.sentence_at(nearest.start)
    heard = s.heard[-FEW:]
    if sentence is None or nearest in heard:
        return nearest
    same = [k for k in before if k.start >= sentence.start]
    spoke = [k for k in same if k in heard]
    plain = [k for k in same if not mentioned(s, k)]
    earlier = _subject_before(s, before[len(same) :], sentence.start)
    return (spoke or plain[-1:] or earlier or _spoke_last(s, same) or [nearest])[0]


def _spoke_last(s: Cast, named: Sequence[Known]) -> list[Known]:
    """ "La lettre de Jean Petit surprend jusqu'au ministre Paul Durand.": of those, who spoke before."""
    last = s.heard[-1].id if s.heard else None
    return [k for k in named if k.id == last][:1]


def _subject_before(s: Cast, earlier: Sequence[Known], start: int) -> list[Known]:
    """ "Jeanne Petit a hésité. La terre était vendue par Lise Roux.": who was the subject just before."""
    if not earlier or start - earlier[0].end > _NEAR // 2 or "\n" in s.doc.text[earlier[0].end : start]:
        return []
    return [] if mentioned(s, earlier[0]) else [earlier[0]]


def mentioned(s: Cast, known: Known) -> bool:
    """Whether a naming is only that of a complement: "avec Jean Petit", "la méthode du chercheur X"."""
    led = s.doc.lower[max(0, known.start - 45) : known.start]
    titled = _OF_TITLED.search(led)
    return _OBLIQUE.search(led) is not None or (titled is not None and titled.group(1) in _ROLE_NOUNS)


def _in_marks_before(s: Cast, start: int, wanted: str | None) -> Known | None:
    """« … Jeanne Petit … », souligne X. Pour cette dernière: named by the words just quoted."""
    i = bisect_left(s.persons, (start,))
    for known in reversed(s.persons[max(0, i - FEW) : i]):
        if known.start < start - _NEAR or "\n" in s.doc.text[known.end : start]:
            return None
        if s.gender(known.id) == wanted:
            return known
    return None


def _latter(s: Cast, start: int, wanted: str | None, person: Known | None) -> str:
    """ "Contacté, ce dernier répond": the person or the body named last."""
    for body in s.bodies_before(start):
        if person is not None and body.start < person.end:
            break
        if body.start < start - _NEAR or _belongs_to_role(s, body):
            continue
        if _ON_AIR.search(s.doc.lower, max(0, body.start - 30), body.start):
            continue
        if s.body_gender(body) in (wanted, None):
            return body.id
    return person.id if person is not None and person.id in s.people else ""


def _belongs_to_role(s: Cast, body: Known) -> bool:
    """Whether a body is only named as somebody's: "Jean Petit, directeur du CHU"."""
    roles = (r for p in s.people.values() for r in p.roles)
    return any(r.institution == body.id and 0 <= body.start - r.start < _NEAR // 4 for r in roles)


def concerned(s: Cast, start: int, end: int) -> str | None:
    """ "l'intéressée": the person last spoken of, in marks too, other than the one who spoke last."""
    words = s.words(start, end)
    if words[1:2] in (["principal"], ["principale"]):
        del words[1]  # "la principale intéressée"
    if len(words) < 2 or words[1] not in ("intéressé", "intéressée", "concerné", "concernée"):
        return None
    wanted = "f" if words[1].endswith("ée") else "m"
    last = s.heard[-1].id if s.heard else None
    i = bisect_left(s.persons, (start,))
    named = [k.id for k in reversed(s.persons[max(0, i - FEW) : i]) if s.gender(k.id) in (wanted, None)]
    return next((k for k in named if k != last), named[0] if named else "")


def _opening_body(s: Cast, start: int, wanted: str | None) -> tuple[int, str] | None:
    """The institution (by name or by noun) that opened the sentence before the pronoun's."""
    i = s.sentence_number(start)
    previous = s.doc.sentences[i - 1] if i else None
    if i is None or previous is None or "\n\n" in s.doc.text[previous.end : s.doc.sentences[i].start]:
        return None
    first = bisect_left(s.opening_bodies, (previous.start,))
    for known in s.opening_bodies[first : first + 1]:
        if known.start < previous.end:
            article = s.words(previous.start, known.start)
            if wanted and article and article[0] in ("le", "la") and (article[0] == "le") != (wanted == "m"):
                return None
            return known.start, known.id
    fronted = _FRONTED.match(s.doc.lower, previous.start, previous.end)
    opens = fronted.end() if fronted is not None else previous.start
    words = s.words(opens, min(previous.end, opens + 40))
    definite = len(words) > 1 and words[0] in ("l'", "le", "la", "cette", "ce", "cet")
    if definite and words[1] in _ORG_NOUNS and wanted in (None, _ORG_NOUNS[words[1]][1]):
        return previous.start, body_for(s, words[1], previous.start) or ""
    return None
