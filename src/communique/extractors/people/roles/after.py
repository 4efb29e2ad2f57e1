"""Titles after the name: "Assia Tria, directrice de X", "(directrice, X)", "– Directrice – X", signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.document import line_start
from communique.extractors.people.heads import is_head, is_known_head, singular
from communique.extractors.people.lexicon import gender_of, speech_verbs
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.affiliations import GRADES, body_in_bracket, grade, unit_in_bracket
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import crowd, of_each, role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.further import Shared, body_of_all, further_titles
from communique.extractors.people.roles.holders import labels_next, listed_before, person_at, slashed_before
from communique.extractors.people.roles.next_name import belongs_to_next, subject_of_next
from communique.extractors.people.roles.not_held import not_held
from communique.extractors.people.roles.owner import heading_of, label_of, owner
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.represented import represented_by
from communique.extractors.people.roles.title_parts import one_of, scorer
from communique.extractors.people.roles.titles import (
    DETERMINERS,
    Title,
    before_head,
    english_head,
    read_title,
)
from communique.lexicon import lines, words
from communique.mentions import InstitutionMention, PersonMention, RoleMention

_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_OF_PLACES = words(ROOM, "of_places.txt")
_ATTRIBUTES = words(ROOM, "attributes.txt")
_SPEECH_VERBS = speech_verbs()

_SEPARATORS = frozenset((",", "(", "[", "–", "—", "-", "|", ":", "/", "•", "·"))
_DASHES = frozenset(("–", "—", "-", "|", "/", "•"))
_ENDS = frozenset(".;:!?«»")
ASIDE = 14  # tokens at most between two such signs
_FILLERS = words(ROOM, "apposition_fillers.txt")
_STOPS = words(ROOM, "title_stops.txt")
_PARTICIPLES = words(ROOM, "participles.txt")
_DEGREE = re.compile(
    r"(?:,\s(?:ph\.?\s?d\.?|m\.?\s?sc\.?|ing\.?|m\.?\s?d\.?|m\.?b\.?a\.?|f?cpa|asc|ll\.?\s?[mb]\.?|adm\.\s?a\.?|frcpc?|frs"
    r"|urb\.|arch\.|pmp|cfa)(?=[,\s])){1,4}"
)
# a telephone number, an address, "matricule de solde n° 516.882/C"
_NUMBER = re.compile(
    r"(?:,\s(?:\+?\d[\d .()-]{6,20}\d|[\w.+-]{1,40}@[\w.-]{1,40}\w"
    r"|(?:[a-z.]{2,12} (?:de solde )?)(?:n° ?)?\d{3}[\d ./-]{2,12}(?: ?/? ?[a-z\d])?)){1,2}(?=,)"
)
_INDENT = 200  # characters at most that may stand before a name on its line
_LABELS = re.compile(
    r"[ \t•*–-]*(?:[a-z' ]{0,40}: ?)?(?:(?:mme|m\.|mr|dre?\.?|pre?\.?|me|madame|monsieur) )?"
)
_AGE = re.compile(
    r"(?:,\s|\s\()(?:(?:âgée? de )?\d{1,2} ans\b"
    r"|née? (?:le |en )(?:\d{1,2}(?:er)? )?(?:[a-zûé]{3,9} )?\d{4}(?: à [\w-]{2,20})?)\)?"
)


@dataclass(frozen=True, slots=True)
class _Apposition:
    """Where the title after a name begins, whether on a new line, and the affiliation between the two."""

    head: int
    newline: bool = False
    body: InstitutionMention | None = None


_VERB_HOMONYMS = words(ROOM, "verb_homonyms.txt")
_APPOINTING = lines(ROOM, "appointing.txt")
_KNOWN_AS = frozenset(
    ("reconnu", "reconnue", "désigné", "désignée", "présenté", "présentée", "connu", "connue")
)
_PRIZED = ("lauréat", "médaillé", "vainqueu", "finaliste")
_TOLD = ("é", "i", "u", "is", "it", "ert", "ant", "ment")  # participles, adverbs
_OF = frozenset(("de", "d'", "du", "des", "à", "au", "chez"))


def roles_after(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Name, then title."""
    taken = {r.start for r in done}
    shared_body = Shared()
    for person in page.named:
        found = _apposition(page, person)
        if found is None:
            continue
        chain = read_chain(page, found.head, commas=True)
        beside = page.word(page.after(person.end)) not in _SEPARATORS
        if found.newline and page.word(chain.next) == ":":
            continue
        if page.word(chain.next) == ":" and person_at(page, chain.next + 1) is not None:
            continue  # a label of the next name
        if chain.titles[0].start in taken or page.participle(found.head) or scorer(page, found.head):
            continue
        if not beside and belongs_to_next(page, chain.titles[0], chain.next, person):
            continue
        if subject_of_next(page, chain.titles[0], chain.next, person):
            continue
        if page.word(chain.titles[0].first - 1) in ("les", "ces") and not listed_before(page, person):
            continue  # "À la demande d'Anne Petit, les députés ont voté"
        if len(chain.titles) > 1 and _respectively(page, person, found.head):
            holders = (*listed_before(page, person), person)
            for one, title in zip(reversed(holders), reversed(chain.titles), strict=False):
                yield role(title, one, "after")
            continue
        if (pairs := _one_each(page, person, chain.titles)) is not None:
            for one, title in pairs:
                yield role(title, one, "after")
            continue
        below = _given_body(page, chain.titles[-1], person, newline=found.newline)
        label = label_of(page, person.start)
        last = chain.titles[-1]
        shared = len(chain.titles) == 1 or page.word(chain.titles[-2].next) == "et"
        for title in (*chain.titles, *further_titles(page, chain, newline=found.newline)):
            if crowd(page, title) and not of_each(page, title):
                continue
            # "psychanalyste, professeure émérite, X": of the last
            told = title.start <= last.start and (shared or title is last)
            given = (below if told or found.newline else None) or label or body_in_bracket(page, title)
            # "Anne Petit (PS), maire de Nantes": a party is not the town's
            of_place = singular(page.word(title.head)) in _OF_PLACES
            beside_name = None if of_place else found.body
            body = title.institution or given or beside_name or unit_in_bracket(page, title, person)
            body = body or owner(page, title, person)
            if (
                body is None
                and title.next == title.last + 1
                and singular(page.word(title.head)) not in _OF_PLACES
            ):
                body = body_of_all(page, title)
            body = body or (None if of_place else represented_by(page, title, person))
            body = body or shared_body.of(page, page.tokens.at(person.start), title)
            body = body or heading_of(page, title, person)
            shared_body.tell(page, title, body)
            for one in (*_sharing(page, title, person), person):
                yield role(title, one, "after", body=(body.start, body.end) if body else None)


def _apposition(page: Page, person: PersonMention) -> _Apposition | None:
    """The title that what follows a name opens with, if it does."""
    tokens = page.tokens
    if (under := _line_under(page, person)) is not None:
        return _Apposition(under, newline=True)
    if (third := _third_line(page, person)) is not None:
        return third
    low, end = page.doc.lower, person.end
    aside = _AGE.match(low, end) or _DEGREE.match(low, end) or _NUMBER.match(low, end)
    j, body = _past_affiliation(page, page.after(aside.end() if aside else end))
    if not 0 < j < len(tokens):
        return None
    newline = page.broken(j - 1, j)
    if newline:
        if page.doc.text.count("\n", tokens.end[j - 1], tokens.start[j]) > 2:
            return None
    elif page.word(j) in _SEPARATORS or _stopped(page, person, j):
        j += 1
    elif not _beside(page, person, j):
        return None
    if person.civility == "Me" and page.word(j) in ("conseil", "défenseur"):
        return _Apposition(j, newline, body)  # the noun is a role for a lawyer only
    head = _head_near(page, j, determiners=not newline)
    return _Apposition(head, newline, body) if head is not None else None


def _stopped(page: Page, person: PersonMention, j: int) -> bool:
    """ "• NAME. Psychologue à X." alone on its line: the full stop of a list."""
    if page.word(j) != "." or not is_head(page.word(j + 1)) or page.broken(j, j + 1):
        return False
    if not _opens_line(page, person):
        return False
    end = read_title(page, j + 1).next
    end += page.word(end) in ".;"
    return end >= len(page.tokens) or page.broken(end - 1, end)


def _opens_line(page: Page, person: PersonMention) -> bool:
    line = line_start(page.doc.text, person.start, max(0, person.start - _INDENT))
    return _LABELS.fullmatch(page.doc.plain, line, person.start) is not None


def _past_affiliation(page: Page, j: int) -> tuple[int, InstitutionMention | None]:
    """The token after "(LR)", "(Inserm)", "de l'Inserm" or ", Inserm", and the institution among them."""
    if page.word(j) == "(" and _head_near(page, j + 1, determiners=False) is None:
        close = next((k for k in range(j, min(j + 14, len(page.tokens))) if page.word(k) == ")"), None)
        if close is not None and not page.broken(j, close):
            inner = (k for k in range(j + 2, close) if page.word(k) == "," and is_head(page.word(k + 1)))
            return next(inner, close + 1), page.bodies.get(j + 1)  # "(Inserm)", "(Inserm, rapporteure)"
    if page.word(j) in _DASHES and (affiliated := _between_dashes(page, j)) is not None:
        return affiliated
    k = j + 1 if page.word(j) == "," else j
    while k - j < 4 and page.word(k) in LINKS:
        k += 1
    if (body := page.bodies.get(k)) and not page.broken(j, k):
        after = page.after(body.end)
        if page.word(after) == ",":
            return after, body
    return (_past_place(page, j) if page.word(j) == "," else j), None


def _past_place(page: Page, j: int) -> int:
    """ "NAME, Nantes, professeure", "NAME, X-Ponts, directrice": the comma after a word in capitals."""
    for k in range(j + 1, min(j + 5, len(page.tokens))):
        if page.word(k) == ",":
            return k if k > j + 1 and _head_near(page, k + 1, determiners=False) is not None else j
        named = page.tokens.text[k][0].isupper() or page.word(k) in LINKS or page.word(k) == "-"
        if not named or k in page.people or page.broken(k - 1, k) or is_head(page.word(k)):
            break
    return j


def _between_dashes(page: Page, j: int) -> tuple[int, InstitutionMention | None] | None:
    """ "NAME – X – présidente", "NAME | X | trésorier": the second sign, and X."""
    body = None
    for k in range(j + 1, min(j + ASIDE, len(page.tokens) - 1)):
        word = page.word(k)
        titled = is_head(word) and page.word(k - 1) not in LINKS  # not "Fédération des chasseurs"
        if k in page.people or page.broken(k - 1, k) or titled or word in _ENDS:
            return None
        if k > j + 1 and word == page.word(j):
            opens = page.tokens.text[j + 1][0].isupper() or body is not None
            return (k, body) if opens and is_head(page.word(k + 1)) else None
        body = body or page.bodies.get(k)
    return None


def _head_near(page: Page, j: int, *, determiners: bool) -> int | None:
    """The role noun at token ``j`` or after determiners, adverbs and participles ("alors", "nommée")."""
    if page.word(j) in GRADES and page.word(j - 1) in ("(", ",") and j + 1 not in page.people:
        return j if grade(page, j) else None  # "(Pr émérite, X)", ", MCF à l'université X"
    j = _past_attribute(page, j)
    if (foreign := english_head(page, j)) is not None:
        return foreign
    for k in range(j, min(j + 8, len(page.tokens))):
        word = page.word(k)
        if k in page.bodies or k in page.people:
            return None
        if word in _PARTICIPLES and page.participle(k) and is_head(page.word(k + 1)):
            continue
        if word in ("femme", "homme") and is_head(page.word(k + 1)) and page.word(k - 1) in before_head():
            continue  # "première femme présidente de X"
        if word == "d'" and page.word(k + 1) == "abord":
            continue  # "d'abord institutrice"
        if (word in _KNOWN_AS and page.word(k + 1) == "comme") or (
            word == "comme" and page.word(k - 1) in _KNOWN_AS
        ):
            continue  # "reconnu comme président par X"
        if is_head(word):
            return None if not_held(page, k) else k
        if word == "des" and not one_of(page, k):
            return None  # "accompagné de A et B, des maires et …"
        allowed = word in _FILLERS or word in _PARTICIPLES or word in before_head()
        if not (allowed or word.isdigit() or word in ("ans", ",") or (determiners and word in DETERMINERS)):
            return None
    return None


def _past_attribute(page: Page, j: int) -> int:
    """The token after "passionné de jardinage et", "père de trois enfants,": what somebody is besides."""
    if page.word(j) not in _ATTRIBUTES and not _other_noun(page, j):
        return _past_adjectives(page, j)
    for k in range(j + 1, min(j + 9, len(page.tokens))):
        if page.word(k) in ("et", ",") and is_head(page.word(k + 1)):
            return k + 1
        if not page.word(k)[0].isalnum() or k in page.people or page.broken(k - 1, k):
            break
    return j


def _other_noun(page: Page, j: int) -> bool:
    """ "*coworker à* X et fondatrice de Y": a noun that no list has, with its complement."""
    word, plain = page.word(j), page.tokens.plain[j] if j < len(page.tokens) else ""
    if page.word(j + 1) not in _OF or len(plain) < 4 or not page.tokens.text[j].islower():
        return False
    told = (
        plain in _STOPS or plain in _SPEECH_VERBS or word.removesuffix("s").removesuffix("e").endswith(_TOLD)
    )
    return word.isalpha() and word not in LINKS and not told and not is_head(word)


def _past_adjectives(page: Page, j: int) -> int:
    """ "NAME, féministe, cofondatrice de X": the token after one or two words that tell no function."""
    for k in range(j, min(j + 3, len(page.tokens) - 1)):
        if k > j and page.word(k) == ",":
            return k + 1 if is_head(page.word(k + 1)) and not page.broken(k, k + 1) else j
        plain = page.tokens.plain[k]
        if not page.tokens.text[k].islower() or is_head(page.word(k)) or k in page.bodies:
            break
        if not plain.isalpha() or plain in _SPEECH_VERBS or plain in _STOPS or page.broken(k - 1, k):
            break
    return j


def _beside(page: Page, person: PersonMention, j: int) -> bool:
    """ "M. Petit Préfet du Lot", "M. Grand le président de X": a title right after the name."""
    k = j + 1 if page.word(j) in ("le", "la", "l'") else j
    if page.word(j) in ("nouveau", "nouvelle", "nouvel", "futur", "future") and is_head(page.word(j + 1)):
        return " " in person.name and page.word(j + 2) in _OF and not page.broken(j, j + 2)
    if not is_head(page.word(k)) or page.tokens.plain[k] in _SPEECH_VERBS:
        return False
    if person.civility is not None or page.tokens.text[k][0].isupper():
        return True
    if k == j and _unparted(page, person, j):
        return True
    # « … », Anne PETIT directrice du département de X
    signs = page.doc.text[max(0, person.start - 4) : person.start].strip()
    return k == j and signs.endswith(("», ", "»,", "”,", '",', "»", "”")) and page.word(k + 1) in LINKS


def _unparted(page: Page, person: PersonMention, j: int) -> bool:
    """ "Anne Petit présidente de X a remercié": no comma, but no verb either, and of what it is follows."""
    noun = page.word(j)
    if page.word(page.tokens.before(person.start)).startswith(_APPOINTING):
        return False  # "X a nommé Anne Petit présidente du directoire": the verb says of whom
    if " " not in person.name or noun in _VERB_HOMONYMS or not is_known_head(noun) or page.participle(j):
        return False
    if noun.startswith(_PRIZED) or (noun.endswith("ent") and listed_before(page, person)):
        return False  # "Anne et Paul Petit président de grandes maisons"
    k = j + 1 + (is_adjective(page.tokens.plain[j + 1]) if j + 1 < len(page.tokens) else 0)
    return page.word(k) in _OF and not page.broken(j, k)


def _line_under(page: Page, person: PersonMention) -> int | None:
    """The role noun that opens the line under the name's ("NAME – PROJECT" over "Directrice …")."""
    text = page.doc.text
    line = line_start(text, person.start, max(0, person.start - _INDENT))
    if text[line : person.start].strip(" \t•*–-") and person.civility is None:
        return None
    line_end = text.find("\n", person.end, person.end + 41)
    if line_end < 0 or any(c in ",.;«" for c in text[person.end : line_end]):
        return None
    k = page.after(person.end)
    if page.word(k) in _DASHES and page.tokens.start[k] < line_end and is_head(page.word(k + 1)):
        return None  # "NAME – directrice – X" has its title already
    j = page.after(line_end)
    if (
        j >= len(page.tokens)
        or not page.broken(j - 1, j)
        or text.count("\n", line_end, page.tokens.start[j]) > 2
    ):
        return None
    if not is_head(page.word(j)) or j in page.bodies:
        return None
    return None if labels_next(page, read_title(page, j).next) else j


def _third_line(page: Page, person: PersonMention) -> _Apposition | None:
    """ "NAME", "X", "Directrice" on three lines: the title under the institution."""
    j = page.after(person.end)
    if (body := page.bodies.get(j)) is None or not page.broken(j - 1, j) or not _opens_line(page, person):
        return None
    k = page.after(body.end)
    text, start = page.doc.text, page.tokens.start
    if k >= len(page.tokens) or not page.broken(k - 1, k) or not is_head(page.word(k)) or k in page.bodies:
        return None
    if text.count("\n", person.end, body.start) > 1 or text.count("\n", body.end, start[k]) > 1:
        return None
    return _Apposition(k, newline=True, body=body)


def _given_body(
    page: Page, title: Title, person: PersonMention, *, newline: bool
) -> InstitutionMention | None:
    """ "directrice, X", "– Directrice – X", or X on the line under the title of a signature."""
    j = title.next
    if title.institution is not None or j >= len(page.tokens):
        return None
    if page.broken(j - 1, j):
        of_place = singular(page.word(title.head)) in _OF_PLACES and page.word(title.head + 1) != "en"
        below = j in page.bodies and (newline or (not of_place and _signed(page, person, j)))
        return _whole(page, j) if below else None
    if page.word(j) not in (",", "–", "—", "-", "|", "/", ":", "(", "•", "·"):
        return None
    if page.word(j) == "(" and singular(page.word(title.head)) in _OF_PLACES:
        return None  # "députée (LFI)": a party
    j += page.word(j) == "(" and singular(page.word(j + 1)) in _BODY_NOUNS  # "avocat (cabinet X)"
    return _whole(page, j + 1) if j + 1 in page.bodies else None


def _signed(page: Page, person: PersonMention, j: int) -> bool:
    """ "NAME, conseillère en relations médias" over a line that is X alone: no office of a place."""
    text, start = page.doc.text, page.tokens.start[j]
    if not _opens_line(page, person) or text.count("\n", person.end, start) > 1:
        return False
    after = page.after(page.bodies[j].end)
    return after >= len(page.tokens) or page.broken(after - 1, after)


def _whole(page: Page, j: int) -> InstitutionMention | None:
    """The institution at token ``j`` when it stands by itself, up to a sign or the end of the line."""
    body = page.bodies[j]
    k = page.after(body.end)
    if k >= len(page.tokens) or page.broken(k - 1, k):
        return body
    alone = page.word(k) in ",.;)(–—-|:/»" or (page.word(k) == "et" and is_head(page.word(k + 1)))
    return body if alone or (k in page.people and page.word(j - 1) in _DASHES) else None


def _sharing(page: Page, title: Title, person: PersonMention) -> Sequence[PersonMention]:
    """ "Anne Petit et Paul Grand, coprésidents de X": those named before who share a title in the plural."""
    if page.tokens.lower[title.head][-1] in "sx":
        return listed_before(page, person)
    return slashed_before(page, person)


def _respectively(page: Page, person: PersonMention, head: int) -> bool:
    """ "Anne Petit et Paul Grand, respectivement présidente et trésorier": one title each."""
    return any(page.word(k) == "respectivement" for k in range(page.after(person.end), head))


def _one_each(
    page: Page, person: PersonMention, titles: Sequence[Title]
) -> list[tuple[PersonMention, Title]] | None:
    """ "Anne Petit (X) et Paul Grand (Y), marraine et parrain": as many titles as people."""
    if len(titles) < 2 or any(page.word(title.head)[-1] in "sx" for title in titles):
        return None
    if page.word(titles[-2].next) != "et":
        return None  # "Dr Anne Petit – chirurgienne, autrice –"
    holders = (*listed_before(page, person), person)
    if len(holders) != len(titles) or not all(
        agrees(page, t, h) for h, t in zip(holders, titles, strict=True)
    ):
        return None
    genders = [gender_of(h.name) for h in holders]
    return list(zip(holders, titles, strict=True)) if len(set(genders)) > 1 or None not in genders else None
