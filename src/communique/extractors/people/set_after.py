"""People whose names stand right after a body's, the line end between them lost: what follows tells."""

from __future__ import annotations

from communique.document import Document
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head
from communique.extractors.people.runs import Word
from communique.gazetteer import places, registry_key
from communique.lexicon import words as entries

_NAMED_AFTER = lexicon.named_after()
_PLACES = places()
_QUALIFYING = entries(lexicon.ROOM, "qualifying.txt")
_ADDRESS = 40  # characters up to the sign of an address
_SHORTEST = 4  # letters of a first name that begins a name after another word
_BEFORE_BODIES = _NAMED_AFTER | {"l'", "la", "le", "du", "au"}


def told_after(doc: Document, words: list[Word], i: int) -> bool:
    """ "chargée de projet - Musée de Torvel *Anne Petit*, directrice": the line end before a name is lost."""
    size = len(words) - i
    given = words[i].plain
    if len(given) < _SHORTEST or given in lexicon.unsure_first_names():
        return False  # "Hanae Torve *Ben Morve*, professeure"
    if not 2 <= size <= 3 or words[i + 1].initial:
        return False
    before = words[i - 1]
    if before.plain in _NAMED_AFTER or (lexicon.is_first_name(before.plain) and not before.initial):
        return False
    lead = doc.tokens.before(words[0].start)
    bare = lead < 0 or doc.tokens.plain[lead] not in _BEFORE_BODIES
    if i == 1 and bare and registry_key(before.plain) not in _PLACES:
        return False  # "Sidi *Mohamed Torve*, président"
    if written_to(doc, words[-1]):
        return True  # "Agence Torvel *Anne Petit* a.petit@torvel.fr"
    k = doc.tokens.at(words[-1].end)
    if k + 2 >= len(doc.tokens) or doc.tokens.text[k] not in ",—–":
        return False
    k += doc.tokens.plain[k + 1] in _QUALIFYING
    return is_head(doc.tokens.lower[k + 1])


def noun_again(doc: Document, words: list[Word]) -> bool:
    """ "éditions Torvel *Anne Petit*, éditions Morvel": the noun of a body before it comes again after."""
    tokens, lead = doc.tokens, doc.tokens.before(words[0].start)
    k = tokens.at(words[-1].end)
    if lead < 0 or k + 1 >= len(tokens) or tokens.text[k] != "," or not 3 <= len(words) <= 4:
        return False
    return tokens.plain[k + 1] == tokens.plain[lead] and tokens.plain[lead] in _NAMED_AFTER


def written_to(doc: Document, surname: Word) -> bool:
    """Whether an address that holds the surname follows it: "Anne Petit a.petit@torvel.fr"."""
    after = doc.plain[surname.end : surname.end + _ADDRESS]
    return "@" in after and surname.plain in after.strip().partition("@")[0].partition(" ")[0]
