"""Titles before the name: "la directrice de X, Assia Tria", "le sociologue Petit", "Directeur : Petit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head, is_known_head, singular
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.asides import ASIDE, DEFINITE, closed_apposition, past_aside
from communique.extractors.people.roles.chains import Chain, read_chain
from communique.extractors.people.roles.holders import (
    entrusted,
    lately,
    past_land,
    past_since,
    person_at,
)
from communique.extractors.people.roles.not_held import of_clause, told_to_one
from communique.extractors.people.roles.owner import heading_of, label_of, owner
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.rows import each_of_body, follows_name, inner_office, labels
from communique.extractors.people.roles.served import past_then, serving
from communique.extractors.people.roles.sharing import PLURAL, SEVERAL, coordinated, items, share
from communique.extractors.people.roles.title_parts import one_of
from communique.extractors.people.roles.title_signs import ABBREVIATED
from communique.extractors.people.roles.titles import (
    DETERMINERS,
    ENGLISH_HEADS,
    NEWLY,
    Title,
    before_head,
    english,
    participial,
)
from communique.extractors.people.roles.whose import of_another, of_the_holder
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention, RoleMention

_OF_PLACES = words(ROOM, "of_places.txt")
_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_PARTICIPLES = words(ROOM, "participles.txt")
_CIVILITIES = lexicon.civilities()
_ATTRIBUTES = words(ROOM, "attributes.txt")
_MONTHS = words(ROOM, "months.txt")

_DASHES = frozenset(("–", "—", "-", "|"))
_BESIDE = frozenset(
    (",", "(", "et", "par", "de", "d'", "avec", "madame", "monsieur", "mme", "m", "à", "/", "|")
)
_WERE = frozenset(("est", "était", "sera", "serait", "devient", "deviendra", "devenait", "fut", "reste"))
_BEING = ("est", "était", "sera")
_WHEN = frozenset(
    (
        "hui",
        "jadis",
        "actuellement",
        "désormais",
        "également",
        "longtemps",
        "auparavant",
        "autrefois",
        "naguère",
    )
)
_OFFICES = frozenset(("mission", "poste", "rôle", "fonction", "fonctions", "charge", "mandat"))
_SINCE = frozenset(("depuis", "pendant", "durant", "dès", "jusqu'"))
_JOINS = frozenset((",", ":", "qui", "que", *_BEING)) | _DASHES
LONGEST_NAME = 80  # characters
_CROWDS = words(ROOM, "crowds.txt")
# Whom a noun of a crowd may tell of, one by one, beside their names.
_EACH = frozenset(("auteur", "autrice", "journaliste", "étudiant", "étudiante"))
_ENTRUSTING = ("confi", "attribu", "dévolu", "transm")
_VERB_BEFORE = 6  # tokens
_FEW = 5  # names in a bracket after those
_FRONTED = 30  # tokens before "à titre de"
_AS = (("tant", "que"), ("qualité", "de"), ("poste", "de"), ("titre", "de"))
_FRONTING = frozenset(
    (
        "a", "apres", "au", "avant", "depuis", "en", "fort", "forte", "connu", "connue", "lors",
        "longtemps", "passe", "pour",
    )
)  # fmt: skip


def roles_before(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Title, then name, with a comma, a colon or nothing between them."""
    upto = -1
    held = {r.person[0] for r in done}
    for k in page.heads:
        if k < upto:
            continue
        left = left_of(page, k)
        opens = opens_sentence(page, left - (page.word(left) in ("le", "la", "l'")))
        chain = read_chain(page, k, commas=opens)
        person = _named(page, chain)
        if person is None and not opens and page.word(left) in DEFINITE and page.word(chain.next) == ",":
            # "le maire, président de la Métropole, NAME"
            longer = read_chain(page, k, commas=True)
            if len(longer.titles) > len(chain.titles) and (holder := _after_chain(page, longer)) is not None:
                chain, person = longer, holder
        if person is None and (served := serving(page, chain)) is not None:
            title, person = served
            chain = Chain((title,))
        if person is None or _is_civility(page, chain, person):
            continue
        if of_the_holder(page, chain.titles[-1]):
            continue  # the noun beside the name comes next
        if page.word(left) in ("un", "une") and (inner := inner_office(page, chain, person)) is not None:
            chain = Chain((inner,))  # "un conseiller de la ministre du Travail, NAME"
        if follows_name(page, left, chain, held):
            upto = chain.next
            continue  # in a row without separators: "NAME, peintre NAME, sculptrice"
        upto = chain.next
        for title in chain.titles:
            fronted = opens and left + 1 == title.first and page.word(chain.next) == ","
            if crowd(page, title) and not (fronted and of_each(page, title)):
                continue
            held.add(person.start)
            body = title.institution or owner(page, title, person) or _affiliation(page, title, person)
            if body is None and page.word(left) in _DASHES:
                body = label_of(page, title.start)  # "SNCB – Porte-parole : NAME"
            body = body or heading_of(page, title, person)
            more = items(page, title, person) if page.word(title.next) == ":" else ()
            first = chain.titles[0].first if len(chain.titles) > 1 else title.first
            others = coordinated(page, replace(title, first=first), person, fronted=fronted)
            for one in (person, *others, *more):
                yield role(title, one, "before", body=(body.start, body.end) if body else None)
            for one, its in each_of_body(page, title, person):
                yield role(title, one, "before", body=(its.start, its.end))


def _after_chain(page: Page, chain: Chain) -> PersonMention | None:
    """Who is named right after several titles, when they can all be that person's."""
    j = past_land(page, chain.next) if chain.titles[-1].institution is not None else chain.next
    person = person_at(page, j + (page.word(j) == ","))
    if person is None or not all(agrees(page, title, person) for title in chain.titles):
        return None
    follows = page.word(page.after(person.end))
    return person if follows not in ("et", "&") and not is_head(follows) else None


def crowd(page: Page, title: Title) -> bool:
    """ "les élèves A et B", "Signataires : A, B": the noun of a crowd is no function of each."""
    noun = page.word(title.head)
    return noun != singular(noun) and singular(noun) in _CROWDS


def of_each(page: Page, title: Title) -> bool:
    """ "Journalistes à X, A et B": the noun of a crowd is the function of each here."""
    return not title.complement and singular(page.word(title.head)) in _EACH


def _affiliation(page: Page, title: Title, person: PersonMention) -> InstitutionMention | None:
    """ "la biologiste NAME, de l'université X,", "l'économiste NAME (X)": no elected office's."""
    if title.complement or singular(page.word(title.head)) in _OF_PLACES:
        return None
    j = page.after(person.end)
    if page.word(j) == "(":
        body = page.bodies.get(j + 1)
        closed = body is not None and page.word(page.after(body.end)) in (")", ",")
        return body if closed else None
    j += page.word(j) == ","
    k = j + 1 if page.word(j) in ("de", "du", "d'") else j
    k += k > j and page.word(k) in ("la", "l'")
    if k > j and singular(page.word(k)) in _BODY_NOUNS and k not in page.bodies:
        k = _past_sort(page, k)  # "le sociologue NAME, de la maison de sondage X"
    return page.bodies[k] if k > j and k in page.bodies and not page.broken(j - 1, k) else None


def _past_sort(page: Page, k: int) -> int:
    """The token after a noun for a body, "de" and what sort it is: "cabinet *de conseil* X"."""
    sort = page.word(k + 1) in ("de", "d'") and page.tokens.text[k + 2 : k + 3] != []
    after = k + 3 if sort and page.tokens.text[k + 2].islower() else k + 1
    return after if after in page.bodies else k


def role(
    title: Title, person: PersonMention, rule: str, *, body: tuple[int, int] | None = None
) -> RoleMention:
    """A role mention made of a title and the person who holds it."""
    if body is None and title.institution is not None:
        body = (title.institution.start, title.institution.end)
    return RoleMention(
        start=title.start,
        end=title.end,
        title=title.text,
        person=(person.start, person.end),
        institution=body,
        elsewhere=body is None and title.next > title.last + 1,
        rule=rule,
    )


def left_of(page: Page, head: int) -> int:
    """Index of the token before the title and the adjectives before it ("ses deux adjoints")."""
    i = head - 1
    while i >= 0 and page.word(head) in ENGLISH_HEADS and english(page, i) and not page.broken(i, i + 1):
        i -= 1  # "le country manager"
    while i >= 0 and page.word(i) in before_head() and not page.broken(i, i + 1):
        i -= 1
    return i - 1 if page.word(i) in SEVERAL and page.word(i - 1) in PLURAL else i


def opens_sentence(page: Page, i: int) -> bool:
    """Is token ``i`` (before a title) the end of a sentence, a bullet or the end of a line?"""
    if page.word(i) in _PARTICIPLES:  # "Nommée directrice de X, Anne Petit …"
        return opens_sentence(page, i - 1)
    if page.word(i) in _WHEN and not page.broken(i, i + 1):  # "Aujourd'hui ministre, Anne Petit …"
        return opens_sentence(page, i - 3 if page.word(i) == "hui" else i - 1)
    if page.word(i).isdigit() and page.word(i - 1) in ("en", "depuis") and i > 1:
        return page.word(i - 2) in _PARTICIPLES and opens_sentence(page, i - 3)
    return i < 0 or page.word(i) in ".!?:;«»“”•*–—-" or page.broken(i, i + 1)


def _named(page: Page, chain: Chain) -> PersonMention | None:
    """The person whose name the titles lead to, if they do."""
    j = chain.next
    if page.word(j) == "." and page.word(j - 1) in ABBREVIATED and j + 1 in page.people:
        return page.people[j + 1]  # "(resp. NAME)"
    if page.word(j) == "(" and (bracketed := _bracketed(page, chain, j)) is not None:
        return bracketed
    if page.word(j) == "(":
        close = next((k for k in range(j, min(j + 8, len(page.tokens))) if page.word(k) == ")"), None)
        if close is None:
            return None  # "Les capybaras (A, B, C)": a team and who plays in it
        j = close + 1
        if j in page.bodies and page.word(page.after(page.bodies[j].end)) == ",":
            j = page.after(page.bodies[j].end)  # "représentante de la section (RSS) X, NAME"
    if page.word(j) in ("en", "depuis") and (page.word(j + 1).isdigit() or page.word(j + 1) in _MONTHS):
        j += 2  # "Nommée directrice de X en 2019, Anne Petit …"
    if chain.titles[-1].institution is not None:
        if page.word(j).isdigit() and page.word(j + 1) == ",":
            j += 1  # "Chargé de mission à Nature 25, NAME"
        j = past_land(page, j)
    if j >= len(page.tokens) or page.broken(j - 1, j):
        return None
    word = page.word(j)
    if word == "]" and page.word(left_of(page, chain.titles[0].head) - 1) == "[":
        return person_at(page, j + 1)  # "avec [la ministre de la Culture] Anne Petit"
    if word in ("d'", "de") and (past := past_then(page, j)) > j:
        j, word = past, page.word(past)
    if word == "et" and page.word(j + 1) in _ATTRIBUTES:
        # "Docteure en pharmacie et diplômée de X, NAME"
        j = next((k for k in range(j, min(j + ASIDE, len(page.tokens))) if page.word(k) == ","), j)
        word = page.word(j)
    i = left_of(page, chain.titles[0].head)
    if word == "," and page.word(i) in ("le", "la") and page.word(i - 1) == "," and _name_ends(page, i - 2):
        before, after = _ends_at(page, i - 2), person_at(page, j + 1)
        told = before and after and agrees(page, chain.titles[0], before)
        if told and after and not agrees(page, chain.titles[0], after):
            return None  # "Anne Petit, la maire, Jean Roux, le préfet, …"
    if i > 0 and page.word(i) == "," and page.broken(i, i + 1) and _name_ends(page, i - 1):
        return None  # "NAME," over "maîtresse de conférences"
    if i > 0 and page.word(i) in DETERMINERS and _name_ends(page, i - 1) and not page.broken(i - 1, i):
        return None  # "M. Petit le président de X, M. Grand …": the title of the one before
    if told_to_one(page, i):
        return None
    if page.word(j) in NEWLY and page.word(j + 1) != "par" and (named := lately(page, j)) is not None:
        return named
    if participial(page, j):
        commas = (k for k in range(j, min(j + 10, len(page.tokens))) if not page.word(k)[0].isalnum())
        j = next(commas, j)
        word = page.word(j)
        if word != ",":
            return None
    if page.word(i) in ("de", "d'") and page.word(i - 1) in _OFFICES and _entrusts(page, i, j):
        return entrusted(page, j)
    one = page.word(chain.titles[0].head) == singular(page.word(chain.titles[0].head))
    if one and word in _SINCE and opens_sentence(page, i) and (comma := past_since(page, j)):
        return person_at(page, comma + 1)
    if word not in _JOINS:
        beside = page.word(i) in DETERMINERS or opens_sentence(page, i) or page.word(i) in _BESIDE
        return person_at(page, j) if beside and word not in ("le", "la", "l'") else None
    if word in _BEING and page.word(i) in DETERMINERS:  # "son président est Paul Grand"
        return person_at(page, j + 1) if j + 1 in page.people or page.word(j + 1) in _CIVILITIES else None
    if word in _DASHES and (i < 0 or page.broken(i, i + 1)):  # "Présidente – NAME" on a line of its own
        return person_at(page, j + 1)
    if word == ":":
        plural = page.tokens.lower[chain.titles[0].head][-1] in "sx"
        # "Notre notaire : NAME", "Pour le collectif, la porte-parole : NAME"
        ours = page.word(i) in DETERMINERS and (opens_sentence(page, i - 1) or page.word(i - 1) == ",")
        ours = ours or page.word(i + 1) in ("nouveau", "nouvel", "nouvelle")
        opens = ours or opens_sentence(page, i) or page.word(i) in ("(", "/", "|") or labels(page, i, chain)
        person = (person_at(page, j + 1) or _ranked(page, j + 1)) if opens else None
        return person if person is None or not plural or share(page, chain.titles[0], person) else None
    if page.word(i) in ("du", "la", "l'") and of_another(page, i, j):
        return None
    if word == "," and page.word(i) in ("le", "la", "l'") and _saidof_another(page, i - 1):
        return None
    fronted = word == "," and _fronted(page, i)
    several = page.word(i) in SEVERAL and page.word(chain.titles[0].head)[-1] in "sx"
    if not (page.word(i) in DETERMINERS or several or opens_sentence(page, i) or fronted):
        return None
    if _indefinite(page, i) and not closed_apposition(page, j):
        return None
    if word in ("qui", "que"):  # "l'ingénieure qui les encadre, Anne Petit"
        commas = (k for k in range(j, min(j + 10, len(page.tokens))) if not page.word(k)[0].isalnum())
        j = next(commas, j)
        if page.word(j) != ",":
            return None
    person = person_at(page, j + 1)
    if person is not None and word == "," and of_clause(page, i, person):
        return None
    if person is None and word == "," and page.word(i) not in ("les", "des", "de", "d'"):
        person = past_aside(page, chain.titles[-1], j)
    shared = several or (page.word(i) in PLURAL and not one_of(page, i))
    if person is not None and shared and not any(coordinated(page, chain.titles[0], person)):
        return None  # "en Conseil des ministres, le Pr Petit", "Bois dont on fait les filles, Anne Petit"
    if person is None and (again := _titled_again(page, j + 1)) is not None:
        return None if of_clause(page, i, again) else again
    return person


def _entrusts(page: Page, i: int, j: int) -> bool:
    """ "le poste de directrice *confié à* NAME", "X a *confié* le poste de directrice *à* NAME"."""
    word = page.word(j)
    if word in ("revient", "reviendra", "revenait", "échoit") or word.startswith(_ENTRUSTING):
        return True
    given = any(page.word(k).startswith(_ENTRUSTING) for k in range(max(0, i - _VERB_BEFORE), i - 1))
    return word in ("à", "au") and given


def _ranked(page: Page, j: int) -> PersonMention | None:
    """ "Inspecteur général : *Colonel NAME*": a rank between the label and the name."""
    if not is_head(page.word(j)) or page.broken(j - 1, j):
        return None
    return person_at(page, read_chain(page, j, commas=False).next)


def _all_named(page: Page, title: Title, person: PersonMention) -> bool:
    """Whether the bracket that opens with the person's name holds a few, the last after "et"."""
    others = list(coordinated(page, title, person))
    if not 1 < len(others) < _FEW or not is_known_head(page.word(title.head)):
        return False
    joined = page.word(page.tokens.before(others[-1].start)) in ("et", "&")
    return joined and page.word(page.after(others[-1].end)) == ")"


def _bracketed(page: Page, chain: Chain, j: int) -> PersonMention | None:
    """ "le directeur de cabinet (M. Petit)": a name alone in a bracket after a definite title."""
    person = person_at(page, j + 1)
    follows = page.word(page.after(person.end)) if person is not None else ""
    if (
        person is not None
        and page.word(left_of(page, chain.titles[0].head)) in PLURAL
        and (follows == "et" or (follows == "," and _all_named(page, chain.titles[0], person)))
    ):
        return person  # "les directrices (A et B)", "ses ambassadeurs (A, B et C)", no team of many
    if person is None or follows != ")":
        return None
    left = left_of(page, chain.titles[0].head)
    if page.word(left - 1) == "de" and person.civility is None:
        return None  # "Guide de l'animateur (Paul Grand)": who wrote it
    return person if page.word(left) in ("le", "la", "l'", "son", "sa") else None


def _saidof_another(page: Page, k: int) -> bool:
    """ "A en sera le trésorier, B …": the predicate of whoever is named before the verb."""
    if page.word(k) not in _WERE:
        return False
    k -= 1
    while page.word(k) in ("en", "y", "aussi", "également", ")"):
        k -= 1
    return k >= 0 and _name_ends(page, k)


def _fronted(page: Page, i: int) -> bool:
    """ "Après trois ans passés comme présidente de X, NAME", "En tant que directeur, NAME"."""
    phrase = (page.word(i - 1), page.word(i))
    if page.word(i) != "comme" and phrase not in _AS:
        return False
    sentence = page.doc.sentence_at(page.tokens.start[i])
    if sentence is None:
        return False
    first = page.after(sentence.start)
    if first == i:
        return True  # "Comme présidente de X, NAME a signé"
    if (
        phrase in _AS
        and i - first < _FRONTED
        and not page.people_between(sentence.start, page.tokens.start[i])
    ):
        return True  # "Paris | Lors d'un voyage à titre de ministre, NAME"
    return i - first < 14 and page.tokens.plain[first] in _FRONTING


def _titled_again(page: Page, j: int) -> PersonMention | None:
    """ "Professeure à X, l'économiste NAME", "La médiatrice, l'ancienne inspectrice NAME"."""
    if page.word(j) not in ("le", "la", "l'"):
        return None
    k = j + 1
    while page.word(k) in before_head():
        k += 1
    return person_at(page, read_chain(page, k, commas=False).next) if is_head(page.word(k)) else None


def _indefinite(page: Page, i: int) -> bool:
    """ "une chercheuse", but not "une nouvelle directrice", who is named next."""
    return page.word(i) in ("un", "une") and page.word(i + 1) not in ("nouveau", "nouvel", "nouvelle")


def _name_ends(page: Page, i: int) -> bool:
    return _ends_at(page, i) is not None


def _ends_at(page: Page, i: int) -> PersonMention | None:
    """Whose name ends with token ``i``."""
    end = page.tokens.end[i]
    return next((m for m in page.people_between(end - LONGEST_NAME, end) if m.end == end), None)


def _is_civility(page: Page, chain: Chain, person: PersonMention) -> bool:
    """ "le professeur Petit": a form of address that the name's mention has already taken."""
    title = chain.titles[0]
    if page.word(title.head) in ("professeurs", "professeures"):
        return False  # "les professeurs A et B"
    beside = page.word(title.next) != "," and title.head == title.last
    return beside and person.civility is not None and title.text.lower() in _CIVILITIES
