"""People meant by their function: "la directrice", "l'édile", "le vainqueur", "la chargée d'études"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.people.lexicon import is_inhabitant, offices_held
from communique.extractors.quotations.words import (
    by_what_they_did,
    in_class,
    listed,
    org_nouns,
    other_words_for,
    role_noun_of,
    role_nouns,
)
from communique.link.beside import is_complement, told_of
from communique.link.cast import Cast, Known, head_of
from communique.link.deeds import led_by, of_stranger, succeeded, successor, who_did
from communique.link.described import brought_in, described, nearer
from communique.link.offices import (
    OF,
    by_another_name,
    fits,
    known_office,
    named_next,
    read_title,
    without_role,
)
from communique.link.recency import (
    affiliated,
    by_article,
    just_named,
    last_of,
    spoke_just_now,
    whatever_gender,
)
from communique.link.roles_held import (
    LITTLE,
    as_presented,
    defended,
    kin_of,
    names_stranger,
    of_the_family,
    one_pleader,
    otherwise_said,
    peer,
)
from communique.records import Person

_TOWNS = in_class("towns")
_GENERIC_PEOPLE = listed("generic_people.txt")
_ORG_NOUNS = org_nouns()
_OFFICES = listed("offices.txt")

_ADJECTIVE = 30  # characters of " centrafricaine "
# What a title says of whoever holds the office, not of what.
_STILL = frozenset(
    {"sortant", "sortante", "actuel", "actuelle", "réélu", "réélue", "élu", "élue", "honoraire", "historique"}
)
_NOBODY = "?"  # somebody whom the text tells of and does not name
_FORMER = frozenset({"ancien", "ancienne", "ex"})
# Complements that tell of what sort somebody is: "le père de famille", "l'homme de terrain".
_OF_ANYBODY = frozenset({("de", "famille"), ("de", "terrain"), ("de", "métier")})
_OF_MANY = frozenset({"représentant", "responsable", "dirigeant", "élu", "militant"})
_FIRST = frozenset({"premier", "première"})
_SCIENTISTS = ("logue", "icien", "icienne", "graphe", "nomiste")  # "l'hydrologue"


def role_noun(s: Cast, start: int, end: int) -> str | None:
    """ "la directrice", "son président", "l'ancien maire", "cette infirmière": by roles, then recency."""
    s.told_of = told_of(s)
    found = _by_function(s, start, end)
    who = described(s, start, end) if found == "" else found
    s.told_of = frozenset()
    if who == _NOBODY:
        return ""
    return "" if who and is_complement(s, who, start, end) else who


def _by_function(s: Cast, start: int, end: int) -> str | None:
    words = s.words(start, end)
    head = head_of(words)
    if head is None:
        return None
    otherwise_said(words, head)
    if words in (["son", "conseil"], ["leur", "conseil"]) and not s.doc.lower.endswith("de ", 0, start):
        words[head] = "avocat"  # but "la famille, par la voix de son conseil"
    noun = role_noun_of(words[head])
    if noun is None:
        return None
    if words[0] in ("un", "une", "des", "plusieurs", "certains", "quelques"):
        return ""
    if (stranger := names_stranger(s, start, end)) is not None:
        return stranger or _NOBODY
    if "autre" in words[1:head]:
        return _NOBODY  # "l'autre coprésident": not the one last named so
    if noun.plural or words[0] in ("les", "ces", "ses", "leurs"):  # "les insoumis"
        speaks_for = words[0] == "les" and words[head] in in_class("spokespeople")
        return (s.body_within(start, end) if speaks_for else None) or ""
    gender = by_article(words) if noun.gender == "mf" or words[0] in ("la", "cette") else noun.gender
    if noun.lemma in in_class("of_either_sex"):
        gender = "mf"  # "la victime", "la vedette"
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
    if brought_in(s, words, head, start):
        return _NOBODY
    scored = _scored(s, (start, end), (words[head], noun.lemma, gender), rest, body, former)
    if not scored and rest and not body and all(is_inhabitant(w) for w in rest):
        alone = _scored(s, (start, end), (words[head], noun.lemma, gender), set(), body, former)
        told_so = {k for *_, k in alone if not _of_a_land(s.people[k], noun.lemma)}
        if alone and not told_so:
            return _NOBODY  # "le ministre belge de la Pêche" is not "le ministre allemand"
        scored = alone if len(told_so) == 1 and len({k for *_, k in alone}) == 1 else []
    bare = _bare(words[head + 1 :])
    if scored and rest and (there := _of_that_land(s, max(scored)[3], before, rest, gender)):
        return there
    if scored and max(scored)[0] < 0:
        if bare and (told := _goes_on_speaking(s, scored, start, gender)):
            return told
        if told := known_office(s, words, head, start, gender):
            return told
    further = bool(scored) and bare and not former and not max(scored)[1]  # who is named further down only
    if further and (told := spoke_just_now(s, start, gender)):
        return told
    last = spoke_just_now(s, start, gender) if bare and scored and max(scored)[0] == 0 else ""
    if last and not s.people[last].roles:
        return last  # "le député" is not the "chef de file des députés" when another one speaks
    if scored and (max(scored)[0] >= 0 or not bare):
        if bare and noun.lemma == "président" and (state := _of_the_state(s, scored, before)):
            return state
        closer = nearer(s, max(scored)[3], noun.lemma, gender, start) if bare and not further else ""
        return closer or max(scored)[3]
    if (leader := led_by(s, before, noun.lemma, gender)) != "":
        return leader
    if noun.lemma == "avocat" and (pleader := one_pleader(s, before)):
        return pleader
    known_by_trade = words[head] in _GENERIC_PEOPLE or words[head].endswith(_SCIENTISTS)
    if words[head] in ("homme", "femme") and of_stranger(s, start):
        return _NOBODY
    if words[0] == "notre" and noun.lemma in in_class("met"):
        return spoke_just_now(s, start, gender, paragraphs=2)  # "notre interlocuteur"
    if words[0] == "notre" and (told := known_office(s, words, head, start, gender)):
        return told
    if words[0] in ("son", "sa", "leur", "mon", "ma", "notre", "votre"):
        if noun.lemma == "prédécesseur":
            return succeeded(s, start)
        if noun.lemma in in_class("kin"):
            return of_the_family(s, start, gender)
        if noun.lemma == "client":
            return defended(s, start, gender)
        if noun.lemma in in_class("peers"):
            return peer(s, before, noun.lemma, gender)
        if (leader := _only_one(s, noun.lemma, gender)) != "":
            return leader
        return ""  # "son prédécesseur": somebody else than the person spoken of
    if noun.lemma == "chef" and not scored and (told := known_office(s, words, head, start, gender)):
        return told
    if words[head] in _ORG_NOUNS and not (words[0] == "la" and _ORG_NOUNS[words[head]][1] == "m"):
        return None  # "l'exploitant", "l'organisateur", but "la chimiste"
    if (bare or body) and (taken_up := _taken_up(s, before, noun.lemma, gender, body, (start, end))):
        return taken_up
    if words[head - 1] in ("nouveau", "nouvelle", "nouvel") and (newcomer := successor(s, start)):
        return newcomer
    if bare and (presented := as_presented(s, before, noun.lemma, gender)):
        return presented
    if bare and scored:
        return last_of(s, before, gender) or max(scored)[3]
    if noun.lemma in by_what_they_did():
        return who_did(s, by_what_they_did()[noun.lemma], start, gender)
    if body and known_by_trade and (member := affiliated(s, start, gender, body)):
        return member
    if bare and (other := _of_that_trade(s, before, noun.lemma, gender)):
        return other
    if bare and (known_by_trade or words[head] not in _OFFICES):  # "l'élue verte", "la chercheuse"
        whoever = whatever_gender(s, words, start) if known_by_trade else ""
        return last_of(s, before, gender) or whoever
    if words[head] not in _OFFICES and _of_a_sort(s, words, head, (start, end)):
        plied = spoke_just_now(s, start, gender)
        if plied and not _held_alike(s, plied, noun.lemma):
            return plied  # "la professeure d'histoire" for the secretary of a union
    if words[head] not in _OFFICES:
        kept = former or noun.lemma in in_class("relations")
        return just_named(s, start, gender) or by_another_name(s, (start, end), gender, body, beside=kept)
    if not body and (told := known_office(s, words, head, start, gender)):
        return told
    if bare and noun.lemma in _OF_MANY and (told := spoke_just_now(s, start, gender)):
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
        if person.id in s.told_of:
            continue
        for role in person.roles:
            score = _role_score(s, person, role.title, role.institution, head, rest, body)
            past = not _FORMER.isdisjoint(read_title(role.title)[0][:1])
            if score is None or (past and not former):
                continue  # "le président" is not the "ancien président"
            score += 2 * (past and former)
            nearest = next((k.start for k in before if k.id == person.id), None)
            if start <= role.start < end and not fits(s, person.id, head[2]):
                continue  # what these words say of somebody is no proof that a woman is "le chef"
            if start <= role.start < end and not start <= person.mentions[0].start < end:
                if nearest is None and person.mentions[0].start < start:
                    continue  # somebody whom only marked words name
                score = -1  # read from these very words: any other reading is better
            scored.append((score, nearest is not None, nearest or -person.mentions[0].start, person.id))
    return scored


def _goes_on_speaking(s: Cast, scored: Sequence[tuple[int, bool, int, str]], start: int, gender: str) -> str:
    """« … », dit Jeanne Petit. La militante ajoute: who spoke last, and is called so only here."""
    last = spoke_just_now(s, start, gender, paragraphs=1)
    if last and s.heard_bodies and s.heard_bodies[-1].start > s.heard[-1].start:
        return ""
    return last if any(who == last for *_, who in scored) else ""


def _of_the_state(s: Cast, scored: Sequence[tuple[int, bool, int, str]], before: Sequence[Known]) -> str:
    """ "le président": of a country, beside the president of a union whom the text tells less of."""
    named = {who for *_, who in scored} | {k.id for k in before if k.id in s.people}
    held = {who for who in named if "président" in offices_held(s.people[who].name)}
    one = held.pop() if len(held) == 1 else ""
    most = max(len(s.people[who].mentions) for *_, who in scored)
    return one if one and len(s.people[one].mentions) >= most else ""


def _of_that_land(s: Cast, found: str, before: Sequence[Known], rest: set[str], gender: str) -> str:
    """ "le président français" beside "le président Paul" and "son homologue français Jean Petit"."""
    lands = [w for w in rest if is_inhabitant(w)]
    if not lands or any(lands[0] in read_title(r.title)[0] for r in s.people[found].roles):
        return ""
    stem = lands[0].removesuffix("e")
    for known in before:
        led = s.words(max(0, known.start - _ADJECTIVE), known.start)[-1:]
        same = led and led[0].startswith(stem) and len(led[0]) < len(stem) + 3
        if same and known.id != found and known.id in s.people and fits(s, known.id, gender):
            return known.id
    return ""


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


def _taken_up(
    s: Cast, before: Sequence[Known], lemma: str, gender: str, body: str | None, span: tuple[int, int]
) -> str:
    """ "l'édile": the mayor last named, though somebody else was named since."""
    functions = other_words_for().get(lemma, frozenset())
    for known in before if functions else ():
        if not (fits(s, known.id, gender) if known.id in s.people else False):
            continue
        if _has_one_of(s.people[known.id], functions, body, span):
            spoke = next((k for k in reversed(s.heard) if k.start < known.start), None)
            if spoke is None or known in s.heard or spoke.id not in s.people or spoke.id == known.id:
                return known.id
            sentence = s.doc.sentence_at(spoke.start)
            beside = sentence is not None and sentence.start <= known.start < sentence.end
            told = beside and fits(s, spoke.id, gender)
            return spoke.id if told and _has_one_of(s.people[spoke.id], functions, body, span) else known.id
    return ""


def _has_one_of(person: Person, functions: frozenset[str], body: str | None, span: tuple[int, int]) -> bool:
    """Whether the text gives somebody one of these functions elsewhere, in that body where one is told."""
    told = [r for r in person.roles if body is None or r.institution == body]
    read = [read_title(r.title) for r in told if not span[0] <= r.start < span[1]]
    heads = {lemma for _, lemmas in read for lemma in lemmas}
    whole = {f"{w[0]}+{w[-1]}" for w, _ in read if len(w) > 1}  # "secrétaire+État"
    return bool(heads & functions or whole & functions)


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
    if lemma not in heads:
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
    extra = set(words) - LITTLE - _STILL - {word}
    missing = {w for w in rest if w not in extra}
    if rest and body is None and len(missing) == len(rest) and extra:
        return None
    if words and (words[0] == word or heads[0] == lemma):
        score += 1
    return score + len(rest & extra)
