"""Which marked words are somebody's: titles, names, terms and irony are nobody's."""

from __future__ import annotations

import re

from communique.document import lower_shadow
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.extents import is_finite, noun_kind
from communique.extractors.quotations.going_on import last_told
from communique.extractors.quotations.loose import relative_words
from communique.extractors.quotations.names import goes_on, has_verb, is_name, is_plural_term, word_count
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import NOT_PROSE, in_class, listed

_DETERMINERS = in_class("determiners")
_NAME_HEADS = listed("name_heads.txt")
_PARTICIPLES = ("é", "ée", "és", "ées", "ue", "ues", "us", "ise", "ises", "ite", "ites", "ant")
_MID_CAPITAL = re.compile(
    r"(?<=\w )[A-ZÀ-Ý][a-zà-ÿ]+(?: [a-zà-ÿ]+){0,3} [A-ZÀ-Ý]|^[a-zà-ÿ]+ [A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý]"
)
_NO_INFINITIVES = frozenset({"premier", "dernier", "entre", "contre", "autre", "notre", "votre", "encadre"})
_SENTENCE_END = ".!?…"
_KEPT_IN_MARKS = 3  # times that a term is marked
_GOING_ON = frozenset({"mais", "même", "sauf"})  # "« Il est venu », mais il n'a « rien dit »"
_LISTS = frozenset(
    {"liste", "titre", "nom", "intitulé", "slogan", "devise", "thème", "spectacle", "film", "livre"}
)
_WORKS = in_class("works")
_PURPOSE = frozenset({"pour", "à", "de", "d'"})
_ON = frozenset({"et", "non", "ou", "ni"})  # the writer goes on: "« … » non plus"
_FRAGMENT = 8  # words
_ARTICLES = frozenset({"un", "une", "le", "la", "les", "des"})
_ENGLISH = frozenset({"the", "of", "and", "as", "is", "for", "with", "to", "your", "you", "we", "our"})
# "des revues « à comité de lecture »", "l'achat « au coup par coup »"
_SET_PHRASES = ("à ", "au ", "aux ", "en ", "sur ", "hors ", "tout ", "zéro ", "clé ", "clés ")
_PHRASE = 4  # words of a noun phrase with its own article
_WHOLE = 6  # words of a marked sentence that is nobody's title
_NEXT = 4  # chunks of "« … », poursuit-il"
_OF_MANNER = frozenset({"par", "sans", "à", "avec", "en", "sous", "contre", "dans", "jusqu'à", "malgré"})
_NAMED_BY = 5  # chunks of "roman publié en 2019" before a colon
_WEAK = frozenset(
    {
        "same-sentence",
        "same-paragraph",
        "next-sentence",
        "earlier-sentence",
        "unattributed",
        "after-sentence",
        "continues",
        "goes-on",
        "headline",
    }
)


def _named_thing(place: Place) -> bool:
    """ "un succès inattendu : « Portage », un jeu de canot": a name, with what bears it."""
    following = place.chunks[place.k + 1 : place.k + 3]
    apposed = [c.low for c in following] in ([",", "un"], [",", "une"])
    short = word_count(place.words) <= 3 and place.words[-1] not in _SENTENCE_END
    return apposed and short and place.words[0].isupper() and not has_verb(place.words)


def _says(place: Place, colon: int) -> bool:
    """Whether a reporting word announces the words after a colon, or they speak for somebody."""
    return any(c.after <= colon for c in place.cues) or place.words[-1] in _SENTENCE_END


def _entitled(place: Place, rule: str) -> bool:
    """ "une association ayant pour titre : « Le Bief »", "La liste de X : « Nantes en commun »": a name."""
    colon = place.k - 1
    if colon < 1 or place.chunks[colon].kind != ":":
        return False
    if place.chunks[colon - 1].low in _NAME_HEADS and place.chunks[colon - 2].low == "pour":
        return True
    work = any(c.low in _WORKS for c in place.chunks[max(0, colon - _NAMED_BY) : colon])
    if work and not _says(place, colon):
        return True  # "récompensé pour son roman paru en mai : « L'Été » (Untel)"
    head = next((c for c in place.chunks[:3] if c.low not in _DETERMINERS and c.kind == "w"), None)
    if rule != "name-colon" or head is None or head.low not in _LISTS or place.words[-1] in _SENTENCE_END:
        return False
    return not has_verb(place.text[head.end : place.chunks[colon].start])


def is_kept(place: Place, found: Attribution) -> bool:
    """Words without a cue are somebody's only when their form says so."""
    if found.rule == "pull-quote" and found.like is not None:
        other = place.scene.quotes[found.like]
        return found.like in place.done or has_verb(place.text[other.start : other.end])
    if found.rule == "echo" and not place.alone:
        headed = place.k > 0 and place.chunks[place.k - 1].low in _NAME_HEADS  # "Journée « … »", a title
        return not (headed or is_plural_term(place.chunks, place.k, place.words))
    if found.rule not in _WEAK:
        return not (found.rule.endswith("-colon") and (_named_thing(place) or _entitled(place, found.rule)))
    section = place.scene.doc.section_at(place.quote.open)
    if section is not None and section.kind in NOT_PROSE:
        return False
    count, clause = word_count(place.words), has_verb(place.words)
    if place.alone:
        if found.rule == "continues" and place.words[-1] in _SENTENCE_END:
            return True
        if found.rule in ("unattributed", "headline"):
            stated = count > _FRAGMENT and place.words[0].isupper() and place.words[-1] in _SENTENCE_END
            return (clause and count >= 4) or stated
        return count >= 2 and (clause or count >= 5 or place.words[-1] in _SENTENCE_END)
    if is_name(place.chunks, place.k, place.words):
        return False
    before = place.chunks[place.k - 1] if place.k else None
    after = place.chunks[place.k + 1] if place.k + 1 < len(place.chunks) else None
    if place.opens_row:
        set_off = after is not None and after.kind == ","
        if _described_as_work(place):
            return False
        third = place.chunks[place.k + 2].low if place.k + 2 < len(place.chunks) else ""
        pair = after is not None and after.low in ("et", "mais", "car", "donc") and clause and count >= 4
        if pair and place.chunks[place.k + 2 : place.k + 3] and place.chunks[place.k + 2].kind == "Q":
            return True  # "« La journée se termine » et « le dialogue reprend »"
        if after is not None and after.low in ("et", "mais") and _predicated(place, clause, count):
            return True  # "« Cinq blessés ont été évacués » et ont reçu des soins."
        if set_off and third in ("par", "de", "d'", "avec", "du"):
            return False  # "« … ? », par Jeanne Petit": the title of a talk
        named = after is not None and after.kind == "w" and after.low not in _GOING_ON
        if found.rule == "continues" and clause and count >= 8 and place.words[0].isupper():
            return True  # "« Ces menaces, qui visent des gens, sont graves » et la direction porte plainte"
        if found.rule == "goes-on" and after is not None and after.low in in_class("prepositions"):
            return True  # "« Il doit créer les conditions d'un débat » au parlement."
        goes = named and after is not None and (after.low in _ON or (after.low, third) == ("en", "même"))
        if goes and clause and count >= _WHOLE and place.words[0].isupper():
            return place.words[-1] not in _SENTENCE_END  # "« Il n'y aura pas de hausse » non plus ici"
        return (clause or set_off) and count >= 4 and not named
    if (
        (found.cue is None or found.rule == "same-sentence")
        and not clause
        and _MID_CAPITAL.search(place.words)
    ):
        return False  # "la projection des « Nouveaux Chiens de garde »"
    if before is not None and before.kind == ":" and count == 3:
        return clause and place.words[-1] in _SENTENCE_END
    if before is not None and before.low in _NAME_HEADS and found.rule != "unattributed":
        return False  # "une pétition « pour la baisse des prix »"
    by_a_body = found.subject is not None and found.subject.kind == "inst"
    if found.rule == "same-sentence" and by_a_body and not clause:
        return False  # "après l'avis de la Cour, une « grande marche des oubliés » est partie"
    if place.words.startswith(("comme ", "sur ")) and not relative_words(place):
        return False  # "surveille « comme le lait sur le feu »", "une conférence « sur les signaux »"
    if place.words[0].isupper():
        clause = clause or any(is_finite(w) for w in place.words.lower().split())
        series = before is not None and before.kind == "," and place.chunks[place.k - 2].kind == "Q"
        series = series and place.chunks[place.k - 2].ref in place.done  # "« A », « B » ou encore « C »"
        return clause and count >= 4 and (series or not (before is not None and before.kind in ",("))
    if _judgement(place, before, count) and _beside_told(place):
        return True
    if _manner(place, count) and _beside_told(place):
        return True
    if _judgement(place, before, count) and count > 1 and goes_on_after(place):
        return True
    if found.rule != "unattributed" and count >= 3 and _infinitive(place.words):
        return True  # "une idée qui viserait à faire « éclater encore plus le pays »"
    if count >= 4 and before is not None and before.low in _PURPOSE and _infinitive(place.words):
        return True  # "réunis pour « convenir de mesures d'aide »"
    apart = before is not None and before.kind == "," and found.cue is not None and count >= 2
    if (
        apart
        and place.words.split(maxsplit=1)[0].lower().endswith(_PARTICIPLES)
        and found.rule == "same-sentence"
    ):
        return True  # "plaide pour les pistes, « devenues impraticables »"
    of_somebody = before is not None and before.kind == "w" and noun_kind(before.low) == "role"
    if found.rule == "same-sentence" and of_somebody and count >= 2 and goes_on(place.words):
        return True  # "… contre un prévenu « sans scrupules »"
    if found.rule == "unattributed" and count >= 4 and _foreign(place.words):
        return False  # "une application « software as a service »"
    own = before is not None and before.kind == "w" and _infinitive(before.low)
    own = own and place.words.split(maxsplit=1)[0] in _ARTICLES
    if count > _PHRASE and own and not clause:
        return True  # "pour briser « une espèce de cercle infernal de la dette »"
    if count >= _FRAGMENT and before is not None and before.low in _DETERMINERS:
        return True  # "réunis pour une « première évaluation de ce que le gel a coûté »"
    owned = before is not None and before.low in ("son", "sa", "ses", "leur", "leurs")
    if owned and not clause and found.rule in ("same-paragraph", "continues", "goes-on"):
        return False  # "La société a installé son « centre d'accueil des partenaires »"
    kind_of = place.words.startswith(_SET_PHRASES) and set_beside(before) and count <= _WHOLE
    if found.rule == "unattributed" and not clause and kind_of:
        return False  # "des revues internationales « à comité de lecture »"
    return count >= 4 and (
        clause or goes_on(place.words) or (found.rule != "unattributed" and not set_beside(before))
    )


def _infinitive(words: str) -> bool:
    first = words.split(maxsplit=1)[0]
    return (
        first.islower()
        and len(first) > 4
        and first.endswith(("er", "ir", "dre", "tre", "oir"))
        and (noun_kind(first) == "other" and first not in _NO_INFINITIVES)
    )


def _foreign(words: str) -> bool:
    return not _ENGLISH.isdisjoint(words.lower().split())


def _judgement(place: Place, before: Chunk | None, count: int) -> bool:
    """ "une décision « cynique »", "jusqu'à « la mi-mai »": an adjective or a whole noun phrase, no term."""
    if not place.words.islower() or is_plural_term(place.chunks, place.k, place.words):
        return False
    first = lower_shadow(place.words).split(maxsplit=1)[0]
    return first in _DETERMINERS or first.startswith("l'") or (count == 1 and set_beside(before))


def _predicated(place: Place, clause: bool, count: int) -> bool:
    """Whether a second verb goes on with a whole marked sentence: "« … » | et ont reçu"."""
    third = place.chunks[place.k + 2] if place.k + 2 < len(place.chunks) else None
    whole = clause and count >= _WHOLE and place.words[0].isupper()
    return whole and third is not None and third.low in in_class("auxiliaries")


def _manner(place: Place, count: int) -> bool:
    """ "sous peine d'être expulsés « par la force »", "partir « sans délai »": how it is to be done."""
    first = lower_shadow(place.words).split(maxsplit=1)[0]
    return place.words.islower() and 1 < count <= _WHOLE and first in _OF_MANNER


def goes_on_after(place: Place) -> bool:
    """Il portait « un uniforme ». « Nul ne le savait », poursuit-il.: between words of one speaker."""
    if not place.closes_row or place.number + 1 >= len(place.scene.starts) or last_told(place) is None:
        return False
    following = place.scene.row(place.number + 1)
    if (
        not following.chunks
        or following.chunks[0].kind != "Q"
        or "\n" in place.text[place.quote.close : following.start]
    ):
        return False
    told = (c for c in cues_of(place.scene, place.number + 1) if c.order == "VS" and c.first < _NEXT)
    return any(c.subject is not None and c.subject.kind == "pronoun" for c in told)


def _beside_told(place: Place) -> bool:
    """Whether a reporting word of the same sentence governs marked words before these."""
    return any(
        c.kind == "Q" and c.ref in place.done and place.done[c.ref].rule not in _WEAK
        and place.done[c.ref].cue is not None and place.done[c.ref].subject is not None
        for c in place.chunks[: place.k]
    )  # fmt: skip


def is_fragment(place: Place) -> bool:
    """Whether marked words can be a few words of somebody in the sentence of another: no name, no title."""
    words = place.words
    if not words[:1].islower() or not 1 < word_count(words) <= _FRAGMENT or place.opens_row:
        return False
    if place.scene.times_marked(words) > 1 or is_plural_term(place.chunks, place.k, words):
        return False
    before = place.chunks[place.k - 1]
    if before.low in ("de", "d'") and not (goes_on(words) or _infinitive(words)):
        return False  # "équipés de « fusils d'assaut »"
    named = before.low in _NAME_HEADS or is_name(place.chunks, place.k, words)
    return not named and not (set_beside(before) and noun_kind(before.low) != "other")


def is_term(place: Place) -> bool:
    """A short name for a thing that the article keeps in marks each time: « gilets jaunes »."""
    words = place.words
    if place.scene.times_marked(words) < _KEPT_IN_MARKS or place.alone or words.count(" ") > 2:
        return False
    return not has_verb(words) and word_count(words) > 1 and words.split()[0].lower() not in _DETERMINERS


def _described_as_work(place: Place) -> bool:
    """ "« … », spectacle de marionnettes", "« … » (roman)": what follows says that it is a title."""
    chunks, i = place.chunks, place.k + 1
    if i + 1 >= len(chunks) or chunks[i].kind not in ",(:–—":
        return False
    i += 1
    while i + 1 < len(chunks) and (chunks[i].low in _DETERMINERS or chunks[i].low.isdigit()):
        i += 1
    return chunks[i].kind == "w" and chunks[i].low in _NAME_HEADS


def set_beside(before: Chunk | None) -> bool:
    """Whether the marks stand right after a noun, as a name or a term does."""
    return (
        before is not None
        and before.kind == "w"
        and not any(
            before.low in in_class(c)
            for c in ("prepositions", "determiners", "adverbs", "auxiliaries", "relatives")
        )
    )
