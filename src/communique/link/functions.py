"""People meant by their function: "la directrice", "l'édile", "le vainqueur", "la chargée d'études"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.extractors.people.lexicon import is_inhabitant
from communique.extractors.quotations.words import (
    by_what_they_did,
    in_class,
    listed,
    org_nouns,
    other_words_for,
    role_noun_of,
    role_nouns,
)
from communique.link.cast import Cast, Known, head_of
from communique.link.offices import (
    APPOSED,
    OF,
    SPEAKING,
    by_another_name,
    fits,
    known_office,
    named_next,
    read_title,
    without_role,
)
from communique.link.pronouns import before_pronoun, spoken_of, subject_like
from communique.link.roles_held import (
    LITTLE,
    as_presented,
    kin_of,
    names_stranger,
    of_a_client,
    of_the_family,
    one_pleader,
    peer,
    seat_office,
)
from communique.records import Person

_ROLE_NOUNS = role_nouns()
_TOWNS = in_class("towns")
_GENERIC_PEOPLE = listed("generic_people.txt")
_ORG_NOUNS = org_nouns()
_OFFICES = listed("offices.txt")

_FORMER = frozenset({"ancien", "ancienne", "ex"})
_NAMED_BESIDE = 30  # characters of a function before the name set beside it
_SUCCESSION = 50  # characters that a verb of succession and a title take
# Complements that tell of what sort somebody is: "le père de famille", "l'homme de terrain".
_OF_ANYBODY = frozenset({("de", "famille"), ("de", "terrain"), ("de", "métier")})
_SUCCEEDS = re.compile(
    r"\b(?:succ[eéè]d\w+ (?:à|au|aux)|rempla[cç]\w+|(?:suite|place|relève|flambeau) d[eu]|succession d[eu])"
    r"(?: (?!et\b|par\b)[\w.'-]+){0,3} ?$"
)
_APPOSED = re.compile(r"^[^.;:,]*, (?:(?:me|m\.|mme|dr|pr) )?$")
_OF_MANY = frozenset({"représentant", "responsable", "dirigeant", "élu", "militant"})
_FIRST = frozenset({"premier", "première"})
_EXAMPLES = frozenset({"comme", "tels", "telles", "notamment", "dont"})
_LED_BY = dict(pair.split("=") for pair in sorted(in_class("led_by")))
_BY = re.compile(r"ée?s? par (?:l'|les? |la )?[^,.;:«»]{0,30}")
_FEMININE_ENDINGS = ("ienne", "elle", "ière", "nde", "ture", "ale", "tite", "ute")
_MASCULINE_FORMS = in_class("masculine_adjectives")
_SCIENTISTS = ("logue", "icien", "icienne", "graphe", "nomiste")  # "l'hydrologue"


def role_noun(s: Cast, start: int, end: int) -> str | None:
    """ "la directrice", "son président", "l'ancien maire", "cette infirmière": by roles, then recency."""
    words = s.words(start, end)
    head = head_of(words)
    if head is None:
        return None
    if words[head] in ("magistrat", "magistrate") and words[head - 1].startswith("premi"):
        words[head] = "maire"  # "le premier magistrat" of a town
    if words[head] in ("locataire", "hôte", "occupant") and (seat := seat_office(words[head + 1 :])):
        words[head:] = [seat]  # "le locataire de la Maison-Blanche"
    if words[head] == "conseil" and of_a_client(words[head + 1 :]):
        words[head] = "avocat"  # "le conseil de Mme Petit", "le conseil de la famille"
    if words[head].startswith("conseill") and words[head + 1 : head + 2] in (["fédéral"], ["fédérale"]):
        words[head : head + 2] = ["ministre"]  # of Switzerland
    noun = role_noun_of(words[head])
    if noun is None:
        return None
    if words[0] in ("un", "une", "des", "plusieurs", "certains", "quelques"):
        return ""
    if (stranger := names_stranger(s, start, end)) is not None:
        return stranger
    if noun.plural or words[0] in ("les", "ces", "ses", "leurs"):  # "les insoumis"
        speaks_for = words[0] == "les" and words[head] in in_class("spokespeople")
        return (s.body_within(start, end) if speaks_for else None) or ""
    gender = by_article(words) if noun.gender == "mf" or words[0] in ("la", "cette") else noun.gender
    if noun.lemma == "avocat" and words[head + 1 : head + 2] in (["général"], ["générale"]):
        noun = role_nouns()["procureur"]  # who prosecutes, not who defends
        words[head] = noun.lemma
    if noun.lemma in in_class("kin") and words[0] in ("le", "la", "l'"):
        kin = kin_of(s, start, end, gender)
        if kin is not None:
            return kin  # "le père de Jean Petit"
    before = s.persons_before(start)
    if words[0] in ("ce", "cet", "cette"):
        return last_of(s, before, gender)
    rest = set(words[head + 1 :]) - LITTLE
    if rest <= _TOWNS:  # "le maire de la commune"
        rest = set()
    body = s.body_within(start, end)
    former = not _FORMER.isdisjoint(words[:head])
    if words[head] == "ministre" and words[head - 1] in _FIRST:
        rest.add(words[head - 1])
    scored = _scored(s, (start, end), (words[head], noun.lemma, gender), rest, body, former)
    if not scored and rest and not body and all(is_inhabitant(w) for w in rest):
        alone = _scored(s, (start, end), (words[head], noun.lemma, gender), set(), body, former)
        told_so = {k for *_, k in alone if not _of_a_land(s.people[k], noun.lemma)}
        if alone and not told_so:
            return ""  # "le ministre belge de la Pêche" is not "le ministre allemand"
        scored = alone if len(told_so) == 1 and len({k for *_, k in alone}) == 1 else []
    bare = _bare(words[head + 1 :])
    if scored and max(scored)[0] < 0 and (told := known_office(s, words, head, start, gender)):
        return told
    further = bool(scored) and bare and not former and not max(scored)[1]  # who is named further down only
    if further and (told := _spoke_just_now(s, start, gender)):
        return told
    if scored and (max(scored)[0] >= 0 or not bare):
        return max(scored)[3]
    if (leader := _led_by(s, before, noun.lemma, gender)) != "":
        return leader
    if noun.lemma == "avocat" and (pleader := one_pleader(s, before)):
        return pleader
    known_by_trade = words[head] in _GENERIC_PEOPLE or words[head].endswith(_SCIENTISTS)
    if words[head] in ("homme", "femme") and _of_stranger(s, start):
        return ""
    if words[0] == "notre" and (told := known_office(s, words, head, start, gender)):
        return told
    if words[0] in ("son", "sa", "leur", "mon", "ma", "notre", "votre"):
        if noun.lemma == "prédécesseur":
            return _succeeded(s, start)
        if noun.lemma in in_class("kin"):
            return of_the_family(s, start, gender)
        if noun.lemma in in_class("peers"):
            return peer(s, before, noun.lemma, gender)
        if (leader := _only_one(s, noun.lemma, gender)) != "":
            return leader
        return ""  # "son prédécesseur": somebody else than the person spoken of
    if words[head] in _ORG_NOUNS and not (words[0] == "la" and _ORG_NOUNS[words[head]][1] == "m"):
        return None  # "l'exploitant", "l'organisateur", but "la chimiste"
    if (bare or body) and (taken_up := _taken_up(s, before, noun.lemma, gender, body)):
        return taken_up
    if words[head - 1] in ("nouveau", "nouvelle", "nouvel") and (newcomer := _successor(s, start)):
        return newcomer
    if bare and (presented := as_presented(s, before, noun.lemma, gender)):
        return presented
    if bare and scored:
        return last_of(s, before, gender) or max(scored)[3]
    if noun.lemma in by_what_they_did():
        return _who_did(s, by_what_they_did()[noun.lemma], start, gender)
    if body and known_by_trade and (affiliated := _affiliated(s, start, gender, body)):
        return affiliated
    if bare and (other := _of_that_trade(s, before, noun.lemma, gender)):
        return other
    if bare and (known_by_trade or words[head] not in _OFFICES):  # "l'élue verte", "la chercheuse"
        whoever = _whatever_gender(s, words, start) if known_by_trade else ""
        return last_of(s, before, gender) or whoever
    if words[head] not in _OFFICES and _of_a_sort(s, words, head, (start, end)):
        plied = _spoke_just_now(s, start, gender)
        if plied and not _held_alike(s, plied, noun.lemma):
            return plied  # "la professeure d'histoire" for the secretary of a union
    if words[head] not in _OFFICES:
        kept = former or noun.lemma in in_class("relations")
        return _just_named(s, start, gender) or by_another_name(s, (start, end), gender, body, beside=kept)
    if not body and (told := known_office(s, words, head, start, gender)):
        return told
    if bare and noun.lemma in _OF_MANY and (told := _spoke_just_now(s, start, gender)):
        return told
    whole = bare and not LITTLE.intersection(words[head + 1 :])  # not "le ministre wallon des Sports"
    found = (without_role(s, before, gender) if whole else "") or named_next(s, start, gender)
    return found or by_another_name(s, (start, end), gender, body, beside=former)


def _scored(
    s: Cast,
    span: tuple[int, int],
    head: tuple[str, str, str],
    rest: set[str],
    body: str | None,
    former: bool,
) -> list[tuple[int, bool, int, str]]:
    """Who has such a function: how well it fits, whether named before, where, whose."""
    start, end = span
    before = s.persons_before(start)
    scored = []
    for person in s.people.values():
        for role in person.roles:
            score = _role_score(s, person, role.title, role.institution, head, rest, body)
            past = not _FORMER.isdisjoint(read_title(role.title)[0][:1])
            if score is None or (past and not former):
                continue  # "le président" is not the "ancien président"
            score += 2 * (past and former)
            nearest = next((k.start for k in before if k.id == person.id), None)
            if start <= role.start < end and not start <= person.mentions[0].start < end:
                if nearest is None and person.mentions[0].start < start:
                    continue  # somebody whom only marked words name
                score = -1  # read from these very words: any other reading is better
            scored.append((score, nearest is not None, nearest or -person.mentions[0].start, person.id))
    return scored


def _of_a_land(person: Person, lemma: str) -> bool:
    """ "le ministre belge": whether a function says of which land."""
    return any(
        is_inhabitant(w)
        for r in person.roles
        if lemma in read_title(r.title)[1]
        for w in read_title(r.title)[0]
    )


def _bare(after: Sequence[str]) -> bool:
    """Whether no complement says of what: "la directrice", "l'élue verte", "la mère de famille"."""
    aged = after[0:1] == ["de"] and after[2:3] == ["ans"]  # "le technicien de 52 ans"
    return not after or after[0] not in OF or aged or tuple(after) in _OF_ANYBODY


def _spoke_just_now(s: Cast, start: int, gender: str, paragraphs: int = 0) -> str:
    """« … », dit Jeanne Petit, élue du syndicat. « … », déplore la représentante: who spoke just before."""
    last = next((k for k in reversed(s.heard) if k.start < start), None)
    if last is None or last.id not in s.people or not fits(s, last.id, gender):
        return ""
    return last.id if s.doc.text.count("\n\n", last.end, start) <= paragraphs else ""


def _whatever_gender(s: Cast, words: Sequence[str], start: int) -> str:
    """« … », dit Jeanne Petit. « … », poursuit l'expert: no man was named."""
    men = words[0] != "l'" or any(s.gender(k.id) == "m" for k in s.persons_before(start))
    return "" if men else _spoke_just_now(s, start, "mf", paragraphs=1)


def _taken_up(s: Cast, before: Sequence[Known], lemma: str, gender: str, body: str | None) -> str:
    """ "l'édile": the mayor last named, though somebody else was named since."""
    functions = other_words_for().get(lemma, frozenset())
    for known in before if functions else ():
        person = s.people.get(known.id)
        if person is not None and fits(s, known.id, gender):
            roles = [r for r in person.roles if body is None or r.institution == body]
            read = [read_title(role.title) for role in roles]
            heads = {lemma_ for _, lemmas in read for lemma_ in lemmas}
            whole = {f"{w[0]}+{w[-1]}" for w, _ in read if len(w) > 1}  # "secrétaire+État"
            if heads & functions or whole & functions:
                return known.id
    return ""


def _of_a_sort(s: Cast, words: Sequence[str], head: int, span: tuple[int, int]) -> bool:
    """ "la professeure d'histoire", "le marchand de vin": a trade, its complement a bare noun."""
    of = words[head + 1 : head + 3]
    if (
        words[0] not in ("le", "la", "l'")
        or len(of) < 2
        or of[0] not in ("de", "d'")
        or len(words) > head + 4
    ):
        return False
    return of[1] not in LITTLE and s.doc.text[span[0] + 1 : span[1]].islower()


def _held_alike(s: Cast, person: str, lemma: str) -> bool:
    """Whether somebody is said to have a function of that noun already, of another sort then."""
    return any(lemma in read_title(role.title)[1] for role in s.people[person].roles)


def _of_that_trade(s: Cast, before: Sequence[Known], lemma: str, gender: str) -> str:
    """ "le technicien" after the words of a manager: the one who has no other function."""
    functions = other_words_for().get(lemma, frozenset())
    last = last_of(s, before, gender) if functions else ""
    if last not in s.people or not s.people[last].roles:
        return ""
    heads = {h for role in s.people[last].roles for h in read_title(role.title)[1]}
    return "" if heads & functions or lemma in heads else without_role(s, before, gender)


def _of_stranger(s: Cast, start: int) -> bool:
    """ "Le chauffeur du car a été entendu, a dit X. L'homme": the paragraph is about somebody unnamed."""
    begin = s.doc.text.rfind("\n\n", 0, start) + 2 if "\n\n" in s.doc.text[:start] else 0
    words = s.words(begin, min(begin + _SUCCESSION, start))
    head = head_of(words)
    noun = _ROLE_NOUNS.get(words[head]) if head is not None else None
    if noun is None or noun.plural:
        return False
    named = s.persons[bisect_left(s.persons, (begin,)) :][:1]
    if not named or named[0].start > begin + 2 * _SUCCESSION:
        return True
    between = s.doc.lower[begin : named[0].start]
    beside = _APPOSED.search(between) is not None  # "L'avocat de l'ancien maire, Me Petit,"
    return not beside and len(between) > _NAMED_BESIDE


def _replaced(s: Cast, start: int) -> Known | None:
    """Whom the text says that somebody succeeds or replaces."""
    for known in s.persons_before(start):
        before = s.doc.lower[max(0, known.start - _SUCCESSION) : known.start]
        if known.id in s.people and _SUCCEEDS.search(before):
            return known
    return None


def _succeeded(s: Cast, start: int) -> str:
    """ "son prédécesseur"."""
    known = _replaced(s, start)
    return known.id if known is not None else ""


def _led_by(s: Cast, before: Sequence[Known], lemma: str, gender: str) -> str:
    """ "un jury présidé par Jeanne Petit": she is "la présidente"."""
    stem = _LED_BY.get(lemma)
    for known in before if stem else ():
        told = s.doc.lower[max(0, known.start - _SUCCESSION) : known.start]
        at = told.rfind(f"{stem}é")
        led = at >= 0 and _BY.fullmatch(told, at + len(stem or "")) is not None
        if led and known.id in s.people and fits(s, known.id, gender):
            return known.id
    return ""


def _only_one(s: Cast, lemma: str, gender: str) -> str:
    """ "sa dirigeante": the one person of the article whose function another word names ("CEO")."""
    functions = other_words_for().get(lemma, frozenset())
    fit = {
        p.id
        for p in (s.people.values() if functions else ())
        if fits(s, p.id, gender)
        and any(functions & {*read_title(r.title)[0], *read_title(r.title)[1]} for r in p.roles)
    }
    return fit.pop() if len(fit) == 1 else ""


def _successor(s: Cast, start: int) -> str:
    """ "le nouveau recteur": who succeeds somebody, named in that sentence or meant by its pronoun."""
    known = _replaced(s, start)
    sentence = s.doc.sentence_at(known.start) if known is not None else None
    if known is None or sentence is None:
        return ""
    here = [k for k in s.persons_before(known.start) if k.start >= sentence.start and k.id != known.id]
    if here:
        return here[-1].id if here[-1].id in s.people else ""
    said = re.search(r"(?<![\w-])(?:elle|il)(?![\w'-])", s.doc.lower[sentence.start : known.start])
    if said is None:
        return ""
    return spoken_of(s, sentence.start + said.start(), "f" if said.group() == "elle" else "m")


def _who_did(s: Cast, deeds: frozenset[str], start: int, gender: str) -> str:
    """ "le vainqueur", "la prévenue": the last person of whom the text says so before."""
    seen: dict[int, bool] = {}
    for known in s.persons_before(start):
        sentence = s.doc.sentence_at(known.start)
        if sentence is None or known.id not in s.people or not fits(s, known.id, gender):
            continue
        if sentence.start not in seen:
            told = s.words(sentence.start, _goes_on(s, sentence.start, sentence.end, start))
            seen[sentence.start] = not deeds.isdisjoint(told)
            if seen[sentence.start] and _of_stranger(s, known.start):
                return ""  # "L'homme soupçonné d'avoir insulté X"
        if seen[sentence.start]:
            first = s.persons[bisect_left(s.persons, (sentence.start,))]
            return first.id if fits(s, first.id, gender) else known.id
    named = {k.id for k in s.persons_before(start) if k.id in s.people}
    return named.pop() if len(named) == 1 else ""  # nobody else was told of yet


def _goes_on(s: Cast, start: int, end: int, limit: int) -> int:
    """The end of the next sentence when it still tells of those whom this one names, else of this one."""
    i = bisect_left(s.doc.sentences, start, key=lambda x: x.start) + 1
    following = s.doc.sentences[i] if i < len(s.doc.sentences) else None
    if following is None or following.end > limit or s.inside(following.start):
        return end
    if "\n" in s.doc.text[end : following.start]:
        return end
    at = bisect_left(s.persons, (following.start,))
    named = at < len(s.persons) and s.persons[at].start < following.end
    return end if named else following.end


def _just_named(s: Cast, start: int, gender: str) -> str:
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


def _affiliated(s: Cast, start: int, gender: str, body: str) -> str:
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


def _role_score(
    s: Cast,
    person: Person,
    title: str,
    institution: str | None,
    head: tuple[str, str, str],
    rest: set[str],
    body: str | None,
) -> int | None:
    word, lemma, gender = head
    words, heads = read_title(title)
    if word not in words and lemma not in heads:
        return None
    if not fits(s, person.id, gender) and (word not in words or gender == "f"):
        return None  # but "le recteur" where the text calls her "recteur"
    if body is not None and institution is not None and body != institution:
        return None
    score = 2 * (body is not None and body == institution)
    if lemma == "ministre" and words and not _FIRST.isdisjoint(rest) and _FIRST.isdisjoint(words):
        return None  # "le Premier ministre" is no "ministre de la Culture"
    if lemma == "ministre" and _FIRST.isdisjoint(rest) and not _FIRST.isdisjoint(words):
        return None  # … nor the other way round
    extra = set(words) - {word, "de", "du", "des", "d'", "la", "le", "l'", "les", "et", "à"}
    missing = {w for w in rest if w not in extra}
    if rest and body is None and len(missing) == len(rest) and extra:
        return None
    if words and (words[0] == word or heads[0] == lemma):
        score += 1
    return score + len(rest & extra)
