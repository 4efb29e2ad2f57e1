"""People whom the text calls by their first name alone: witnesses, pupils, patients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.document import Document, fold_name, matches_at, plain_shadow, starts_of
from communique.extractors.people import context, lexicon
from communique.extractors.people.everyday import also_called, everyday
from communique.extractors.people.heads import feminine, feminines
from communique.extractors.people.kin import belongs, calls, stage_name, starred, told_of_child
from communique.extractors.people.namesakes import is_namesake
from communique.extractors.people.runs import Word
from communique.extractors.people.surnames_alone import plays, scores
from communique.lexicon import lines, words
from communique.mentions import PersonMention

_APPOSED = re.compile(
    r"\s?,\s(?:(?:une?|la|le|notre|leur|son|sa) |l')?(?:jeune |ancien(?:ne)? |futur?e? )?"
    r"(?P<head>[a-zœ\u00e0-\u00ff·-]+)"
)
_IN_BRACKET = re.compile(r"\s\((?:ancien(?:ne)? |futur?e? )?(?P<head>[a-zœ\u00e0-\u00ff·-]+)")
# "Léa, aide à domicile de 54 ans", "Fred, l'un des porte-parole du mouvement".
_OF_AGE = re.compile(r"\s?,\s(?:une? )?[a-zœ\u00e0-\u00ff][^,.;:()«»\n]{2,60}? d(?:e |')\d{2} ans\b")
_ONE_OF = re.compile(r"\s?,\s(?:l'une?|une?) d(?:es|e (?:ses|ces|nos|leurs)) (?P<head>[a-zœ\u00e0-\u00ff-]+)")
# "constate l'un d'eux, Fabrice."
_ONE_BEFORE = re.compile(
    r"\b(?:l'une?|une?) d(?:'(?:eux|elles)|'entre (?:eux|elles|nous)|es [\w -]{3,30}"
    r"|e (?:ses|ces|nos|vos|mes|leurs) [\w -]{3,30}), $"
)
_THEN_COLON = re.compile(r" (?:ne |n'|s'|se )?[a-zœ\u00e0-\u00ff][^.,:;()«»\"“”\n]{2,50} ?: ?[«\"“]")
_THEN_SPEAKS = re.compile(
    r" [a-zœ\u00e0-\u00ff][^.:;()«»\"“”\n]{2,120}\. ?[«\"“] ?[^«»\"“”\n]{3,400}[»\"”] ?,? "
    r"(?:s'|l'|lui |leur |en )?[\w'-]{2,20}?-(?:t-)?(il|elle)\b"
)
_BEING = re.compile(
    r" (?:est|était|devient|sera) (?:(?:une?|la|le|notre|leur) |l')?"
    r"(?:ancien(?:ne)? |futur?e? |jeune |nouvelle |nouveau )?(?P<head>[a-zœ\u00e0-\u00ff·-]+)"
)
_CONTENDERS = lines(lexicon.ROOM, "contenders.txt")
_POSSESSIVES = frozenset(("notre", "leur", "votre", "mon", "ma", "son", "sa", "ton", "ta"))
_WORDS_OF = words(lexicon.ROOM, "words_of.txt")
_WHO = frozenset(
    {"femme", "homme", "mère", "père", "maman", "papa", "habitant", "habitante", "veuve", "veuf"}
)
_APART = 50  # characters of "l'un des manifestants,"
_SHORTEST = 3
# A usual first name that tells of a person where the article calls others so.
ALSO_CALLED = "also_called"
_SOVEREIGNS = frozenset(
    (
        "roi",
        "reine",
        "pape",
        "prince",
        "princesse",
        "empereur",
        "impératrice",
        "émir",
        "grand-duc",
        "grande-duchesse",
    )
)
_REGNAL = re.compile(r"[IVX]{1,6}")
_CLOSERS = frozenset('»”",’')


def given_name(doc: Document, run: Sequence[Word], i: int, after: int = -1) -> PersonMention | None:
    """ "confie Julie", "Karim, 42 ans", "Léa, étudiante": a first name that is all there is of a run.

    ``after``: where another such name ended, if it did right before ("ses enfants Jules *et Zoé*").

    >>> from communique.extractors.people.runs import runs
    >>> doc = Document("« J'y vais », confie Julie.")
    >>> [m.name for r in runs(doc) if (m := given_name(doc, r, 0))]
    ['Julie']
    """
    opened = run[-2].plain in _WORDS_OF if len(run) > 1 and i >= len(run) - 2 else False
    if opened:
        i = len(run) - 1  # "Interview de Julie, cheffe de projet"
    if i + 1 < len(run):
        return _sovereign(doc, run, i)
    if i != len(run) - 1:
        return None
    word = run[i]
    if word.initial or (word.lead < word.start and not opened):
        return None
    if doc.text[word.start : word.end].isupper() or context.article_before(doc, word.start):
        return None
    if not lexicon.is_first_name(word.plain):
        told = plays(doc, word) or scores(doc, word) or _witness(doc, word)
        if not told and calls(doc, word):
            told = told_of_child(doc, word) or stage_name(doc, word)
    else:
        told = _reigns(doc, word, numbered=False) or _told(doc, word)
        told = told or stage_name(doc, word) or starred(doc, word) or _listed(doc, word, after)
        told = told or everyday(doc, word)
    if not (told or also_called(doc, word)) or is_namesake(doc, word.start):
        return None
    name = doc.text[word.start : word.end]
    return PersonMention(
        start=word.start, end=word.end, name=name, rule="given_name" if told else ALSO_CALLED
    )


def _sovereign(doc: Document, run: Sequence[Word], i: int) -> PersonMention | None:
    """ "le roi Mohammed VI", "Sa Majesté le Roi Mohammed VI": a name and its number."""
    titled = (k + 1 for k in range(i, len(run) - 2) if run[k].plain in _SOVEREIGNS)
    i = next(titled, i)
    number = run[i + 1]
    if number.plain[0] not in "ivx" or _REGNAL.fullmatch(doc.text, number.start, number.end) is None:
        return None
    if not _reigns(doc, run[i], numbered=True):
        return None
    name = fold_name(doc.text[run[i].start : number.end])
    return PersonMention(start=run[i].start, end=number.end, name=name, rule="given_name")


def _reigns(doc: Document, word: Word, *, numbered: bool) -> bool:
    """ "le roi Philippe", "la reine Mathilde", "Sa Majesté le Roi Mohammed VI"."""
    i = doc.tokens.before(word.start)
    i -= i > 1 and doc.tokens.lower[i] in ("héritier", "héritière")
    if i < 1 or doc.tokens.lower[i] not in _SOVEREIGNS:
        return False
    if not (numbered or doc.tokens.text[i].islower() or "-" in doc.tokens.text[i]):
        return False
    return doc.tokens.plain[i - 1] in ("le", "la", "du", "au", "de", "par", "un") or i == 0


def _witness(doc: Document, word: Word) -> bool:
    """« … », raconte Mistal, un trentenaire: a name that no list knows, after its words, with who it is."""
    if len(word.plain) < _SHORTEST or not doc.text[word.start + 1 : word.end].islower():
        return False
    return context.cites(doc, word.start, _CLOSERS) and _described(doc, word.end)


def _speaks_next(doc: Document, word: Word) -> bool:
    """ "Sandrine hoche la tête. « … », souffle-t-elle", "Bernard s'emporte : « … »": quoted right after."""
    i = doc.tokens.before(word.start)
    opens = i < 0 or doc.tokens.text[i] in ",.!?»”" or "\n" in doc.text[doc.tokens.end[i] : word.start]
    if not opens or doc.lower[word.end : word.end + 1] != " ":
        return False
    if _THEN_COLON.match(doc.lower, word.end) is not None:
        return True
    spoke = _THEN_SPEAKS.match(doc.lower, word.end)
    gender = lexicon.gender(word.plain)
    return spoke is not None and gender in (None, "m" if spoke[1] == "il" else "f")


def _listed(doc: Document, word: Word, after: int) -> bool:
    """ "ses enfants Jules *et Zoé*", "nos élèves Cléa, *Inès* et *Noé*": after another first name alone."""
    return 0 <= after < word.start and doc.text[after : word.start].strip() in (",", "et", "&", ", et")


def _twice(doc: Document, word: Word) -> bool:
    """ "Le parcours de *Julie Julie* obtient": a heading and the sentence after it, which ran together."""
    name = doc.text[word.start : word.end]
    back = word.start - 1 - len(name)
    return doc.text.startswith(f" {name} ", word.end) or (back >= 0 and doc.text.startswith(f"{name} ", back))


def _described(doc: Document, end: int) -> bool:
    """Does an age or a function follow a name?"""
    if context.aged(doc, end) or _OF_AGE.match(doc.lower, end) is not None:
        return True
    after = _ONE_OF.match(doc.lower, end) or _APPOSED.match(doc.lower, end)
    return after is not None and (
        context.personal(after["head"])
        or (after["head"] in feminines() and doc.lower.startswith(("la ", "notre "), end + 2))
        or after["head"].endswith("enaire")
        or after["head"] in _WHO
        or lexicon.is_inhabitant(after["head"])
    )


def _told(doc: Document, word: Word) -> bool:
    """Does an age, a function or a verb of speech after a quotation say that somebody is meant?"""
    if context.aged(doc, word.end) or _OF_AGE.match(doc.lower, word.end) is not None:
        return True
    if belongs(doc, word):
        return True
    if context.cites(doc, word.start, _CLOSERS):
        return True
    if _speaks_next(doc, word) or _twice(doc, word):
        return True
    if _ONE_BEFORE.search(doc.lower, max(0, word.start - _APART), word.start) is not None:
        return True
    bracket = _IN_BRACKET.match(doc.lower, word.end)
    if bracket is not None and context.personal(bracket["head"]):
        return True  # "Bienvenue à Killian (animateur jeunesse)"
    i = doc.tokens.before(word.start)
    if i > 0 and doc.tokens.plain[i] in ("de", "d'"):
        # "quelques mots de Léa, présidente", "interview d'Inès, cheffe de projet"
        before = doc.tokens.plain[i - 1]
        return (before in _WORDS_OF or before in (",", "et")) and _described(doc, word.end)
    if i >= 0 and doc.tokens.plain[i] in ("a", "en", "chez"):
        return False
    if _titled_before(doc, i) and doc.text[word.end : word.end + 2].strip()[:1] in (",", ".", ")", "?", "!"):
        return True  # "Notre présidente, Solène, ouvre le bal"
    return _is_somebody(doc, word) or (_described(doc, word.end) and not _next_subject(doc, word))


def _next_subject(doc: Document, word: Word) -> bool:
    """ "Selon Marianne, *le président* l'emporterait": the clause's subject is somebody else."""
    after, given = doc.lower[word.end : word.end + 5], lexicon.gender(word.plain)
    return (given == "f" and after.startswith(", le ")) or (given == "m" and after.startswith(", la "))


def _titled_before(doc: Document, comma: int) -> bool:
    """Is one noun of function and its determiner all that stands before the comma?"""
    i = comma - 1
    if i < 1 or doc.tokens.text[comma] != "," or not context.personal(doc.tokens.lower[i]):
        return False
    return doc.tokens.plain[i - 1] in _POSSESSIVES


def _is_somebody(doc: Document, word: Word) -> bool:
    """ "Aurélie est conseillère en insertion": a first name that opens its sentence, and what she is."""
    being = _BEING.match(doc.lower, word.end)
    if being is None or not context.personal(being["head"]) or being["head"].startswith(_CONTENDERS):
        return False
    i = doc.tokens.before(word.start)
    opens = i < 0 or doc.tokens.text[i] in ".!?»”" or "\n" in doc.text[doc.tokens.end[i] : word.start]
    if not opens:
        return False
    noun, given = being["head"], lexicon.gender(word.plain)
    return given is None or feminine(noun) == noun or (noun in feminines()) == (given == "f")


def known_givens(people: Sequence[PersonMention], alone: Sequence[PersonMention]) -> list[PersonMention]:
    """The lone first names, under the full name where one person alone is called so.

    A word that is a family name in this article is left to the short forms of that person.
    """
    full: dict[str, set[str]] = {}
    families: set[str] = set()
    for m in people:
        first, _, rest = m.name.partition(" ")
        if rest:
            full.setdefault(first, set()).add(m.name)
            families.update(rest.replace("-", " ").split(" "))
        else:
            families.add(first)
    taken = {m.start for m in people}
    found = []
    others = any(m.rule != ALSO_CALLED and m.name not in full for m in alone)
    for m in alone:
        if m.name in families or m.start in taken or (m.rule == ALSO_CALLED and not others):
            continue
        names = full.get(m.name, set())
        if m.rule == ALSO_CALLED and names:
            continue
        found.append(replace(m, name=next(iter(names)) if len(names) == 1 else m.name, rule="given_name"))
    return found


def withheld(doc: Document, words: list[Word], i: int) -> bool:
    """ "Étienne B., comptable": a first name and the letter of a surname that is not told."""
    if i + 2 != len(words) or not words[i + 1].initial or words[i + 1].end - words[i + 1].start != 2:
        return False
    authors = _AUTHORS.match(doc.text, words[i + 1].end)
    if authors and not lexicon.is_first_name(plain_shadow(authors["next"].lower())):
        return False  # "Chandran R., Diop A.": surnames first
    if doc.plain[words[i + 1].start] == "i":
        return False  # "Aram I."
    after = doc.text[words[i + 1].end : words[i + 1].end + 2]
    return after[:1] in ("", "\n", ",", ")", ";") or (
        after[:1] == " " and (after[1:].islower() or after[1:] == "(")
    )


_AUTHORS = re.compile(r",? (?:& |et )?(?P<next>[A-ZÀ-Ý][\w’'-]+) (?:[A-ZÀ-Ý]\.){1,3}")
_NICKNAME = re.compile(r"\s[«“\"]\s?[^\W\d_][^«»“”\"\n.,;:!?]{0,23}[»”\"]\s(?=[^\W\d_a-zà-ÿ])")


def with_nicknames(doc: Document, sure: list[PersonMention]) -> list[PersonMention]:
    """The people found, and "Awa « la Flèche » Diallo": a first name, a nickname in marks, a surname."""
    named = []
    marks = starts_of(doc.text, '«“"', 1)
    for m in matches_at(_NICKNAME, doc.text, [at - 1 for at in marks]):
        i, j = doc.tokens.before(m.start() + 1), doc.tokens.at(m.end())
        start, end = doc.tokens.start[i], doc.tokens.end[j] if j < len(doc.tokens) else 0
        given = doc.text[start : m.start()]
        if end <= m.end() + 2 or not given[:1].isupper() or not lexicon.is_first_name(doc.tokens.plain[i]):
            continue
        surname = doc.tokens.plain[j]
        if surname in lexicon.not_surnames() or surname in lexicon.opening_words():
            continue
        if surname in lexicon.speech_verbs() or doc.text[m.end() : end].isupper():
            continue
        named.append(
            PersonMention(start=start, end=end, name=fold_name(doc.text[start:end]), rule="nickname")
        )
    if not named:
        return sure
    return [m for m in sure if not any(n.start < m.end and m.start < n.end for n in named)] + named
