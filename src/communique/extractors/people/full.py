"""Names found where they stand: a form of address, a known first name, or a telling context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import Document, fold_name
from communique.extractors.people import context, lexicon
from communique.extractors.people.boundaries import parted_runs
from communique.extractors.people.bylines import one_of_such, signs
from communique.extractors.people.doubtful import Doubtful, doubtful_name, introduced, no_person, settle
from communique.extractors.people.extent import capitals, end_of_name, in_marks, middle_initial, shouted_line
from communique.extractors.people.given import given_name, known_givens, with_nicknames, withheld
from communique.extractors.people.heads import is_head
from communique.extractors.people.namesakes import is_adjective, is_namesake
from communique.extractors.people.runs import Word
from communique.extractors.people.set_after import noun_again, told_after, written_to
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import words as entries
from communique.mentions import PersonMention

_NAMED_AFTER = lexicon.named_after()
_CIVILITIES = lexicon.civilities()
_PLACES = places()
_OPENING_WORDS = lexicon.opening_words()
_SPEECH_VERBS = lexicon.speech_verbs()
_NOT_SURNAMES = lexicon.not_surnames()

_OF_RANKS = ("armee", "aviation", "gendarmerie", "police")
_COMMA_OR_AND = re.compile(r"(?:\s\([^()\n]{1,40}\))?(?:\s?,\s|\s(?:et|ou|&)\s)")
_AND = re.compile(r"\s(?:et|&)\s")
_JOINED = re.compile(
    r"\b(?P<name>[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý][\w’'-]+)(?: (?:d[e’']|du|des|à|au) ?[A-ZÀ-Ý][\w’'-]+)?"
    r"(?: \([^()\n]{1,30}\))?"
    r"(?:,| et| ou|, et) $"
)
_MEDIUM = 3  # words of the name of a medium
# "le *nouveau* président NAME", "le *premier* ministre NAME"
_QUALIFYING = entries(lexicon.ROOM, "qualifying.txt")
_SAID = 4  # tokens between a verb of speech and where it was said
_PLURAL = re.compile(r"(?:^|\W)(?:mm\.|mmes|messieurs|mesdames|drs\.?|prs)\s$")
_TITLED = {"sem", "se", "rp", "sar"}  # "S.E.M. NAME"
_NOT_INITIALS = entries(lexicon.ROOM, "initials_of_functions.txt") | _TITLED
_ARTICLES = frozenset(("le", "la", "les", "des", "l"))
_FIRST_NAMES = lexicon.first_names()
_USUAL, _SURNAMES = lexicon.usual_first_names(), lexicon.surnames_abroad()
# "notre Grand Témoin NAME"
_PERSONS = entries(lexicon.ROOM, "persons_told.txt") | {"ambassador", "speaker", "guest", "winner"}
_OF_A_BODY = frozenset(("du", "de la", "de l'", "de l’", "des"))
_CHANNELS = frozenset(("tel", "mail", "email", "courriel", "fax", "mobile", "portable", "telephone"))
_OF_OFFICES = ("le ", "la ", "l'")
_HONOURED = ("hadji", "hadj", "hajj", "hadja")
_OF_SCHOLARS = ("Pr", "Dr")
_FABLED = ("noel", "fouettard", "ubu", "castor")
_TWO_INITIALS = entries(lexicon.ROOM, "two_initials.txt")
_ROMAN = re.compile(r"[IVX]+")
_PAREN_OR_LIST = re.compile(r"[^\S\n]?(?:[,;.)(:|–—/]|$|\n|et\s|-\s)")


class FullNames:
    """People named by a form of address and a name, by first name and surname, or by what stands around.

    What stands around is read once, and weighed again when the model answers.
    """

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.doubtful: list[Doubtful] = []
        self.alone: list[PersonMention] = []
        self.sure = with_nicknames(doc, list(_sure_names(doc, self.doubtful, self.alone)))
        self.settled: list[PersonMention] = []

    def settle(self) -> list[PersonMention]:
        """All full names, by all that is known."""
        self.settled = settle(self.doc, self.sure, self.doubtful)
        people = self.sure + self.settled
        return people + known_givens(people, self.alone)


def _sure_names(
    doc: Document, doubtful: list[Doubtful], alone: list[PersonMention]
) -> Iterator[PersonMention]:
    before: tuple[list[Word], str | None] = ([], None)
    for words in parted_runs(doc):
        plural = _shared_civility(doc, words, *before)
        mentions = list(_people_of_run(doc, words, plural, doubtful))
        i = 1 if len(words) == 2 and context.told_to(doc, words[0].start) else _skip_openers(doc, words)
        after = alone[-1].end if alone else -1
        if not mentions and (given := given_name(doc, words, i, after)):
            alone.append(given)  # "a déclaré à l'AFP *Karim*, 51 ans"
        if mentions and _coordinated_namesake(doc, before[0], words):
            mentions = mentions[1:]
        if mentions:
            yield from _shared_surname(doc, before[0], words, mentions[0])
            yield from mentions
        shared = mentions[-1].civility if mentions and (plural or _opens_plural(doc, mentions[-1])) else None
        before = (words, shared)


def _coordinated_namesake(doc: Document, before: list[Word], words: list[Word]) -> bool:
    """ "Fondation Daniel et Nina Carasso": neither is a person here."""
    if not before or not _AND.fullmatch(doc.text, before[-1].end, words[0].start):
        return False
    return _is_given(before[-1]) and is_namesake(doc, before[-1].start)


def _also_namesake(doc: Document, start: int) -> bool:
    """ "les lycées A de X (Y) et B": the second of two things named after people."""
    if not doc.text.startswith(("et ", ", ", "ou "), start - 3 if doc.text[start - 2] != "," else start - 2):
        return False
    if not (found := _JOINED.search(doc.text, max(0, start - 90), start)):
        return False
    first = found.start("name")
    thing = doc.tokens.before(first)
    if context.titled(doc, start):
        return False  # "un commandant des Brigades A, NAME"
    return thing >= 0 and doc.tokens.plain[thing][-1] in "sx" and doc.tokens.plain[thing] in _NAMED_AFTER


def _opens_plural(doc: Document, mention: PersonMention) -> bool:
    return _PLURAL.search(doc.lower, max(0, mention.start - 12), mention.start) is not None


def _shared_civility(
    doc: Document, words: list[Word], before: list[Word], civility: str | None
) -> str | None:
    """ "MM. Martin et Durand": the second name has the civility of the first."""
    if civility and before and _COMMA_OR_AND.fullmatch(doc.text, before[-1].end, words[0].lead):
        return civility
    return None


def _shared_surname(
    doc: Document, before: list[Word], words: list[Word], mention: PersonMention
) -> Iterator[PersonMention]:
    """ "Anne et Paul Durand": the first of the two has the surname of the second."""
    if len(before) != 1 or mention.start != words[0].start or len(words) < 2:
        return
    first = before[0]
    if _AND.fullmatch(doc.text, first.end, words[0].start) and _is_given(first) and _is_given(words[0]):
        surname = fold_name(doc.text[words[1].lead : mention.end])
        name = f"{doc.text[first.start : first.end]} {surname}"
        yield PersonMention(start=first.start, end=first.end, name=name, rule="shared_surname")


def _is_given(word: Word) -> bool:
    return not word.initial and lexicon.is_first_name(word.plain)


def _people_of_run(
    doc: Document, words: list[Word], plural: str | None, doubtful: list[Doubtful]
) -> Iterator[PersonMention]:
    i = first = _skip_openers(doc, words)
    named = -1  # where the last name ended
    while i < len(words):
        if (
            i == 0
            and len(words) > 2
            and capitals(doc.text, words[0])
            and context.told_to(doc, words[0].start)
        ):
            i = first = 1  # "a dit à l'AFP NAME"
        if i + 1 < len(words) and words[i].plain in _CIVILITIES and not _is_initial(doc, words, i):
            i = first = i + 1
        civility = _civility_of(doc, words, i) or (plural if i == first else None)
        mention = None
        if civility and i and is_namesake(doc, words[i - 1].start):
            i = end_of_name(doc, words, i)
            continue  # "Institut Lady Davis"
        if civility:
            mention = _after_civility(doc, words, i, civility)
        elif _starts_name(doc, words, i):
            namesake = is_namesake(doc, words[i].start) and not (
                _after_listed(doc, words, i)
                or (i > 1 and not is_adjective(words[i - 1].plain) and told_after(doc, words, i))
                or (i > 1 and written_to(doc, words[-1]))
                or (i == 1 and noun_again(doc, words))
                or _speaks_for(doc, words, i)
            )
            if namesake or _also_namesake(doc, words[i].start):
                i = end_of_name(doc, words, i)
                continue
            if i == named or _may_start(doc, words, i, first):
                mention = _given_and_surname(doc, words, i)
        if mention is None and not civility:
            mention = _surname_first(doc, words, i)
            if mention is None and i == first and not _is_complement(words):
                doubtful.extend(doubtful_name(doc, words, i, end_of_name(doc, words, i)))
            if mention is None and i == first:
                mention = _surname_after_title(doc, words)
        if mention:
            yield mention
            while i < len(words) and words[i].start < mention.end:
                i += 1
            named = i
        else:
            i += 1


def _after_listed(doc: Document, words: list[Word], i: int) -> bool:
    """ "le directeur de l'Institut Pasteur *Jean Grand*": a listed body of two words or more ends before."""
    if i < 2 or i + 1 >= len(words):
        return False
    tokens = doc.tokens
    first, last = tokens.at(words[0].start), tokens.at(words[i].start)
    name = tuple(tokens.plain[first:last])
    return any(body.words == name for body in bodies().likely(name[0], name[1] if len(name) > 1 else None))


def _may_start(doc: Document, words: list[Word], i: int, first: int) -> bool:
    """Can a name start at word ``i``, right after another capitalised word ("IRT Jules Verne")?"""
    if i == first or words[i].lead < words[i].start:
        return True
    if _after_listed(doc, words, i) or told_after(doc, words, i) or (i == 1 and noun_again(doc, words)):
        return True
    before = words[i - 1]
    if i == first + 1 and _closes_phrase(doc, before):
        return True
    if capitals(doc.text, before):
        if not context.article_before(doc, before.start):
            return True
        if context.told_to(doc, before.start):
            return True
        # "la secrétaire générale de la CGT NAME", but "le directeur de l'IRT NAME"
        named_after = before.plain in _NAMED_AFTER and not _speaks_for(doc, words, i)
        return not named_after and context.ends_title(doc, before.start)
    told = doc.lower[before.start : before.end]
    if before.end + 1 < words[i].start or is_head(told) or told in lexicon.offices() or told in _PERSONS:
        return True
    return context.ends_title(doc, before.start) or _told_to_medium(doc, words, i)


def _speaks_for(doc: Document, words: list[Word], i: int) -> bool:
    """ "la porte-parole de l'ONG *Anne Petit* a déclaré": who speaks for a body that nothing else names."""
    if i != 1 or len(words) > _MEDIUM or not capitals(doc.text, words[0]):
        return False
    return context.ends_title(doc, words[0].start) and context.reports(doc, words[1].start, words[-1].end)


def _closes_phrase(doc: Document, before: Word) -> bool:
    """ "rejoint à Lyon *Anne Martin*", "le garde des Sceaux *Paul Durand*": the word before ends a phrase."""
    lead = doc.lower[max(0, before.start - 10) : before.start].replace("\n", " ")
    if before.plain == "sceaux" and lead.endswith("garde des "):
        return True
    return lead.endswith((" à ", " depuis ")) and registry_key(before.plain) in _PLACES


def _told_to_medium(doc: Document, words: list[Word], i: int) -> bool:
    """ "a estimé dimanche sur Radio Rive NAME", "explique au Figaro NAME": where, then who."""
    tokens, at = doc.tokens, doc.tokens.before(words[0].start)
    if i > _MEDIUM or at < 1 or i + 1 >= len(words):
        return False
    at -= tokens.lower[at] in ("le", "la", "les", "l'")
    if tokens.plain[at] not in ("a", "au", "aux", "sur", "dans", "pour", "chez"):
        return False
    return any(tokens.plain[k] in _SPEECH_VERBS for k in range(max(0, at - _SAID), at))


def _skip_openers(doc: Document, words: list[Word]) -> int:
    """Index of the first word that can belong to a name: "Selon", "Directrice" are passed over."""
    openers, verbs = _OPENING_WORDS, _SPEECH_VERBS
    i = 0
    while i < len(words):
        if words[i].initial:
            if _letters(doc, words[i]) not in _NOT_INITIALS:
                break
            i += 1  # "S.E.M. NAME", "Le R.P. NAME"
            continue
        word = words[i].plain
        if word in _CIVILITIES:
            break
        if i < 2 and len(words) > i + 2 and introduced(doc, words[i]):
            i += 1  # "la Tchèque Tereza Nováková"
        elif word in openers or word in verbs:
            unsure = word in _FIRST_NAMES or word in ("le", "la")  # "la gardienne Grâce Adjovi"
            if unsure and i == 0 and not _sentence_start(doc, words[0].start):
                break
            i += 1
        elif is_head(doc.lower[words[i].start : words[i].end]) and not lexicon.is_first_name(word):
            i += 1
        elif i and word in _OF_RANKS and words[i].lead < words[i].start:
            i += 1  # "le Général d'Armée NAME"
        else:
            break
    return i


def _letters(doc: Document, word: Word) -> str:
    return "".join(c for c in doc.plain[word.start : word.end] if c.isalpha())


def _sentence_start(doc: Document, start: int) -> bool:
    i = doc.tokens.before(start)
    return i < 0 or doc.tokens.text[i] in '.!?:;«»“”"•*–—-' or "\n" in doc.text[doc.tokens.end[i] : start]


def _is_initial(doc: Document, words: list[Word], i: int) -> bool:
    """Is "M." an initial here, as in "H. Sato, M. L. Petit" or "Jean M. Petit"?"""
    if middle_initial(words, i):
        return True
    return words[i].initial and words[i + 1].initial and doc.text[max(0, words[i].start - 2)] == ","


def _civility_of(doc: Document, words: list[Word], i: int) -> str | None:
    if i and _is_initial(doc, words, i - 1):
        return None
    return context.civility_before(doc, words[i].lead)


def _starts_name(doc: Document, words: list[Word], i: int) -> bool:
    word = words[i]
    if word.plain == "el" and i + 2 < len(words) and words[i + 1].plain in _HONOURED:
        return True  # "El Hadji Cheikhou Sy"
    if word.initial or not lexicon.is_first_name(word.plain):
        return False
    surface = doc.text[word.start : word.end]
    if "-" in surface and surface[surface.index("-") + 1 :][:1].islower():
        return False  # "Meta-analysis"
    shouted = capitals(doc.text, word) and word.plain not in _TWO_INITIALS
    if shouted and i + 1 < len(words) and not capitals(doc.text, words[i + 1]):
        return False  # "MIA Paris"
    if word.lead == word.start or i == 0:
        return True
    return (i == 1 and _is_complement(words)) or _whose_work(doc, words, i)


def _whose_work(doc: Document, words: list[Word], i: int) -> bool:
    """ "le Guide du Grand Voyage *de Paul Durand*": who wrote, made or owns what the words before name."""
    if i < 2 or i != len(words) - 2 or words[i + 1].initial or words[i + 1].lead < words[i + 1].start:
        return False
    if words[i].plain not in _USUAL and words[i + 1].plain not in _SURNAMES:
        return False
    if doc.lower[words[i].lead : words[i].start].strip() not in (
        "de",
        "d'",
        "d’",
    ):
        return False
    heads = lexicon.heads_of_bodies()
    return not any(w.initial or _is_given(w) or w.plain in heads for w in words[:i])


def _is_complement(words: list[Word]) -> bool:
    """ "Témoignage de Jeanne Martin": a noun, and whose it is."""
    if len(words) < 3 or words[1].lead == words[1].start:
        return False
    return _is_given(words[1]) and not (words[0].initial or _is_given(words[0]))


def _surname_after_title(doc: Document, words: list[Word]) -> PersonMention | None:
    """ "le président Martin", "la députée Petit": one word after such a title and its article."""
    word, tokens = words[-1], doc.tokens
    if doc.lower[word.lead : word.start].strip() not in ("", "de", "de la", "le", "la"):
        return None  # "le ministre de l'Intérieur"
    k = tokens.before(word.lead)
    if (
        len(words) > 2
        or (len(words) == 2 and words[0].start != tokens.start[k])
        or k < 1
        or tokens.lower[k].removeprefix("ex-") not in lexicon.bearers_of_surnames()
    ):
        return None
    if is_namesake(doc, tokens.start[k]):
        return None  # "boulevard du Maréchal Foch"
    before = k - 1 - (k > 1 and tokens.plain[k - 1] in _QUALIFYING)
    if (
        tokens.plain[before] not in ("le", "la", "du", "au", "par", "l'")
        or word.initial
        or capitals(doc.text, word)
    ):
        return None
    if word.plain in lexicon.places():
        return None  # "le président Europe de la marque"
    if word.plain in _NOT_SURNAMES or "\n" in doc.text[tokens.end[k] : word.start] or len(word.plain) < 4:
        return None
    return _mention(doc, word.lead, word.end, "title_and_surname")


def _mention(doc: Document, start: int, end: int, rule: str, civility: str | None = None) -> PersonMention:
    return PersonMention(
        start=start, end=end, name=fold_name(doc.text[start:end]), civility=civility, rule=rule
    )


def _after_civility(doc: Document, words: list[Word], i: int, civility: str) -> PersonMention | None:
    """ "Mme Tria", "M. de Saint-Aignan", "Me Anne Petit", "Dr J.-P. Martin"."""
    word = words[i]
    if word.plain in _CIVILITIES or word.plain + "." in _CIVILITIES:
        return None
    if word.plain == "tout-le-monde" or (civility in _OF_SCHOLARS and word.plain.startswith("paris-")):
        return None  # "Monsieur Tout-le-Monde", "Pr Paris-Diderot"
    if civility == "P." and word.plain in _FABLED and i == len(words) - 1:
        return None  # "le père Noël"
    barred = word.plain in _NOT_SURNAMES or word.plain in _OPENING_WORDS
    if barred and word.plain not in ("le", "la", "des"):
        return None
    office = doc.lower[word.start : word.end]
    if _addressed(doc, words, i):
        return None  # "Monsieur Le Maire", "Madame La Présidente"
    if office in lexicon.offices() or (doc.lower[word.lead : word.start] in _OF_OFFICES and is_head(office)):
        return None  # "Monsieur le Ministre", "Madame la Bourgmestre NAME"
    j = end_of_name(doc, words, i)
    if j - i == 1 and lexicon.is_first_name(word.plain) and withheld(doc, words, i):
        j += 1  # "M. Étienne B. avait transmis"
    if j == len(words) - 1 and j - i > 1 and capitals(doc.text, words[j]) and not capitals(doc.text, word):
        j += 1  # "Monsieur Bassirou Diomaye FAYE"
    if j - i == 1 and (word.initial or word.plain in _ARTICLES):
        return None  # "MADAME LA MINISTRE"
    return _mention(doc, word.lead, words[j - 1].end, "civility", civility)


def _addressed(doc: Document, words: list[Word], i: int) -> bool:
    """Do "Monsieur Le", "Madame La" open a form of address that an office ends?"""
    if words[i].plain not in ("le", "la") or i + 2 != len(words):
        return False
    spelt = doc.lower[max(0, words[i].lead - 9) : words[i].lead].rstrip().endswith(("monsieur", "madame"))
    office = doc.lower[words[i + 1].start : words[i + 1].end]
    return spelt and (office in lexicon.offices() or is_head(office))


def _given_and_surname(doc: Document, words: list[Word], i: int) -> PersonMention | None:
    """ "Anne Petit", "Jean-Paul DUPONT", "Hubert de La Motte": a first name of the list and what follows."""
    word = words[i]
    if capitals(doc.text, word) and shouted_line(doc, word.start) and not signs(doc, words):
        return None
    j = end_of_name(doc, words, i)
    if j - i == 1 and withheld(doc, words, i):
        j += 1  # "Bilal M., 32 ans,"
    if in_marks(doc, word.start, words[j - 1].end):
        return None  # the week-end « Massilia Sounds »
    if no_person(doc.plain[word.start : words[j - 1].end]):
        return None  # "Louis Vuitton", "Bandar Abbas"
    if (
        j - i < 2
        or (context.article_before(doc, word.start) and not one_of_such(doc, word.start, words[j - 1].end))
        or _ROMAN.fullmatch(doc.text, words[i + 1].start, words[j - 1].end)
    ):
        return None
    follows = words[j].plain if j < len(words) and words[j].lead == words[j].start else ""
    if follows in _NOT_SURNAMES and follows not in _CHANNELS:
        return None  # "Pierre Fabre Laboratoires"
    return _mention(doc, word.start, words[j - 1].end, "first_name")


def _surname_first(doc: Document, words: list[Word], i: int) -> PersonMention | None:
    """ "DUPONT Marie", "LE GOFF Anne-Marie": a surname in capitals, then a first name that ends the run."""
    j = i
    while j < len(words) and capitals(doc.text, words[j]) and j - i < 4:
        j += 1
    bodied = j + 1 < len(words) and doc.lower[words[j + 1].lead : words[j + 1].start].strip() in _OF_A_BODY
    if j == i or not (bodied or j == len(words) - 1) or len(doc.text[words[i].start : words[j - 1].end]) < 3:
        return None
    if doc.text[words[i].start - 1 : words[i].start] in ("'", "’"):
        return None  # "a dit à l'AFP Serge, 73 ans"
    last = words[j]
    if last.lead != last.start or not _is_given(last) or not doc.text[last.end - 1].islower():
        return None
    if any(w.plain in _NOT_SURNAMES for w in words[i:j]) or shouted_line(doc, words[i].start):
        return None
    several = j - i > 1 and last.plain in _USUAL and doc.text[last.end + 1 : last.end + 2].islower()
    if not several and not _PAREN_OR_LIST.match(doc.text, last.end):
        return None
    return _mention(doc, words[i].start, last.end, "surname_first")
