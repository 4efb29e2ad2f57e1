"""Words that a reporting verb or a source before them takes: X dénonce « … », selon X la mesure « … »."""

from __future__ import annotations

import re

from communique.extractors.quotations.adverbials import is_adverb, skip_adverbials
from communique.extractors.quotations.agents import OF_AGENT
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.extents import is_finite, noun_kind
from communique.extractors.quotations.going_on import coordinated_with, goes_on_speaking
from communique.extractors.quotations.incises import told_at_end
from communique.extractors.quotations.names import goes_on, has_verb, is_name, is_plural_term, word_count
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.relatives import on_body
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.voices import lender
from communique.extractors.quotations.words import in_class, listed

_DETERMINERS = in_class("determiners")
_PREPOSITIONS = in_class("prepositions")
_AUXILIARIES = in_class("auxiliaries")
_SUBJECT_PRONOUNS = in_class("subject_pronouns")
_NEEDS = in_class("needs")
_CLITICS = in_class("clitics")

_NAME_HEADS = listed("name_heads.txt")
_DEFINITE = frozenset({"le", "la", "les", "l'", "ces", "des", "du", "aux", "au"})
_SO_CALLED = frozenset({"dit", "dite", "dits", "dites"})
_INTENDING = frozenset(
    {"envisager", "vouloir", "prévoir", "exclure", "écarter", "refuser", "accepter", "souhaiter", "espérer",
     "demander", "attendre", "décider", "réclamer", "chercher"}
)  # fmt: skip
# "dispose d'une trésorerie « confortable »": what somebody says of a thing, not its name.
_QUALIFYING = ("able", "ables", "ible", "ibles", "eux", "euse", "euses", "ant", "ante", "antes", "ants")
_OF = frozenset({"de", "d'"})
_OF_OR_TO = _OF | {"du", "des", "au", "aux", "à"}
_CONDITIONAL = ("rait", "raient")
_FINDING = frozenset({"juger", "trouver", "estimer", "considérer", "qualifier"})
_CONTRASTED = frozenset({"lui", "elle", "eux", "elles"})
_LIKENING = frozenset(
    {
        "décrire",
        "définir",
        "présenter",
        "considérer",
        "qualifier",
        "voir",
        "juger",
        "dépeindre",
        "envisager",
        "imaginer",
        "percevoir",
    }
)
_VOICING = frozenset({"évoquer", "décrire", "parler", "promettre", "invoquer", "confier"})
_CRYING = frozenset({"scander", "crier", "hurler", "clamer"})
_AT = frozenset({"à", "au", "aux", "chez", "du", "côté"})
_FEMININE = frozenset({"la", "une", "cette", "sa", "leur"})
_SINGULAR = _FEMININE | {"le", "un", "ce", "cet", "l'", "son", "du"}
_INVARIABLE = ("eux", "ais", "ois", "as", "us", "oux", "is", "os", "rs")  # "un projet « ambitieux »"
_NOMINAL = ("o", "ion", "ment", "isme", "age", "logie")
# "appelle les salariés « du site à cesser le travail »": what is asked for stands in the words.
_URGING = re.compile(r"(?<!\w)à (?:ne pas |s['’]|se |l['’]|les |y )?\w{2,}(?:er|ir|re)(?!\w)")
_NAMED = 6  # chunks of "la France de pays"
_ADDRESSEE = 6  # chunks of "à la Région Occitanie"
FAR = 30  # chunks between a verb and the fragment it governs


_TO = re.compile(r"(?:à|au|aux) ")


def verb_before(p: Place) -> Attribution | None:
    """X dénonce « … », la ministre a jugé que … « … », Selon X, … « … »."""
    near = [cue for cue in p.cues if p.k - 2 * FAR <= cue.first < p.k]
    cues = [_carried(p, cue) for cue in reversed(near) if _may_govern(p, cue)]
    if not cues:
        return None
    speaking = [c for c in cues if c.subject is not None and c.subject.kind != "other"]
    cue = _reporter(p, speaking) or cues[0]
    if _named_thing(p, cue):
        return None
    other = _elliptic(p, cue)
    if other is not None:
        return Attribution("ellipsis", (cue.start, cue.end), other)
    voice = next((c for c in cues if c.kind == "source" and p.chunks[c.first].low == "par"), None)
    if voice is not None:  # "X, par la voix de Y, salue « … »"
        verb = cue if cue.kind == "verb" else next((c for c in cues if c.kind == "verb"), voice)
        own = verb.subject if verb.subject is not None and verb.subject.kind in ("inst", "org") else None
        by_function = own is not None and voice.subject is not None and voice.subject.kind == "role"
        cue = verb if by_function else verb._replace(subject=voice.subject)  # "par la voix de son directeur"
        if (own_words := lender(p.chunks, verb.first)) is not None:
            cue = verb._replace(subject=own_words)
    rule = cue.kind if cue.kind in ("source", "viewpoint", "passive", "gerund") else "verb-before"
    linked = cue.kind == "verb" and cue.order == "SV" and 0 < cue.first < 3
    linked = linked and p.chunks[0].low in ("mais", "et", "puis")  # "Mais assure que « … »"
    if cue.subject is None and (cue.kind == "infinitive" or linked):
        return goes_on_speaking(p, rule, cue)
    return Attribution(rule, (cue.start, cue.end), on_body(p.chunks, cue.subject))


def _carried(p: Place, cue: Cue) -> Cue:
    """The reporting word with the subject of the verb it goes on with, where it has none of its own."""
    if cue.subject is not None or cue.kind != "verb":
        return cue
    return cue._replace(subject=coordinated_with(p.chunks, p.cues, cue))


def verb_before_or_after(p: Place) -> Attribution | None:
    """A reporting word before the words; where it has no speaker, the incise that ends the sentence."""
    found = verb_before(p)
    if found is not None and found.subject is not None and found.subject.kind != "other":
        return found
    return told_at_end(p) or found


def _reporter(p: Place, cues: list[Cue]) -> Cue | None:
    """ "X ajoute que la société n'envisage « aucune cession »": who tells of the intention of another."""
    if not cues:
        return None
    inner = cues[0]
    if inner.verb is None or inner.verb.lemma not in _INTENDING:
        return inner
    if (
        inner.first
        and p.chunks[inner.first - 1].low == "qui"
        and (marked := _told_already(p, cues)) is not None
    ):
        return marked  # "critique un « pouvoir » qui veut « étouffer un mouvement »"
    for outer in cues[1:]:
        between = p.chunks[skip_adverbials(p.chunks, outer.after) : inner.first]
        view = outer.kind in ("source", "viewpoint") and between and between[0].kind == ","
        hearsay = inner.verb is not None and p.text[inner.start : inner.end].lower().endswith(_CONDITIONAL)
        if view and not any(c.low == "qui" or (c.kind == "Q" and not hearsay) for c in between):
            return outer  # "Pour lui, l'État cherche « à gagner du temps »"
        told = outer.kind in ("verb", "gerund") and outer.order == "SV" and outer.governs("q")
        if (
            told
            and between
            and between[0].low in ("que", "qu'")
            and not any(c.kind in "Q,:" for c in between)
        ):
            return outer
    return inner


def _told_already(p: Place, cues: list[Cue]) -> Cue | None:
    """The reporting verb whose words in marks the relative goes on with."""
    inner = cues[0]
    for outer in cues[1:]:
        marked = any(c.kind == "Q" for c in p.chunks[outer.after : inner.first])
        if outer.kind == "verb" and outer.order == "SV" and outer.after < inner.first and marked:
            return outer
    return None


def _elliptic(p: Place, cue: Cue) -> Subject | None:
    """ "A dénonce « … », B « … »": the second has its own subject and the verb of the first."""
    quotes = [j for j in range(cue.after, p.k) if p.chunks[j].kind == "Q"]
    if not quotes:
        return None
    i = quotes[-1] + 1
    if i < p.k and p.chunks[i].kind == "w" and p.chunks[i].low not in ("et", "mais", "quand"):
        return None  # "a « mis en garde » le ministre « sur les délais »": whom the words are told
    while i < p.k and (p.chunks[i].kind in ",;" or p.chunks[i].low in ("et", "mais", "quand")):
        i += 1
    if i < p.k and p.chunks[i].low in _OF_OR_TO:
        return None  # "le « mépris » du président pour ceux « qui ne sont rien »"
    found = read_np(p.chunks, i, p.text, p.k)
    if found is None or found.kind not in STRONG or found.kind == "pronoun":
        return None
    if has_verb(p.words, first_only=True):
        return None  # "« A » mais le mouvement « n'a pas vocation à durer »": what the sentence is about
    return found if all(c.low in ("d'", "de") for c in p.chunks[found.after : p.k]) else None


def _named_thing(p: Place, cue: Cue) -> bool:
    """Whether the marks hold a name or a term in spite of the reporting word before them."""
    speaks = cue.subject is not None and cue.subject.kind != "other"
    between = p.chunks[cue.after : p.k]
    title = p.words[0].isupper() and not p.words.endswith((".", "!", "…"))
    title = title and not (len(between) == 1 and has_verb(p.words))  # "témoignent (« On a appris »)"
    if p.chunks[p.k - 1].kind == "(" and title:
        return True  # "les cours de l'école (« Coder en mai », « Dessiner en juin »)"
    if cue.kind in ("source", "viewpoint") and not between and p.words[0].isupper():
        return True  # "pour le collectif « Sauvons la poste »"
    if speaks and _found_so(p, cue, between):
        return False
    if p.chunks[p.k - 1].low == "selon" and p.words[0].isupper() and not has_verb(p.words):
        return True  # "il nie, selon « Le Matin »"
    likens = p.chunks[p.k + 1 : p.k + 3]
    if speaks and [c.low or c.kind for c in likens] == ["comme", "Q"]:
        return False
    if speaks and len(between) > 1 and between[-1].low == "comme" and between[-2].kind == "Q":
        return False  # "insiste sur la « confiance » comme « seule boussole »"
    if _predicate(p, cue) or _only_verb(p, between) or _likened(cue, between):
        return False
    cried = cue.verb is not None and cue.verb.lemma in _CRYING
    if cried or (not between and cue.kind == "infinitive" and p.text[cue.start : cue.end] == "dire"):
        return False  # "scandaient le rituel « Dupont démission »", "se contente de dire « Rien »"
    asked = p.words[0].islower() or p.words.split()[1:2] in (["aux"], ["au"], ["à"], ["sans"])
    asks = cue.governs("q") or (cue.governs("a") and asked)  # "appelle à laisser « Nîmes aux Nîmois »"
    if speaks and asks and between and _infinitive(between[-1]):
        return False
    if (between or not speaks) and is_name(p.chunks, p.k, p.words) and not _judged(p, cue):
        return not (speaks and _claimed(p, cue, between))
    count, clause_inside = word_count(p.words), has_verb(p.words)
    if not between and p.chunks[cue.first].low in _SO_CALLED and p.k > 1 and _is_thing(p.chunks[p.k - 2]):
        return True  # "le voile dit « de la Reine »"
    shown = cue.governs("a") and bool(between) and between[-1].low in ("leurs", "leur", "nos", "les")
    if (cue.subject is None or cue.subject.kind == "on") and shown and count <= 3 and not clause_inside:
        return True  # "Nous vous invitons à consulter leurs « listes de votes »"
    if cue.subject is not None and cue.subject.kind == "on" and count <= 2 and not clause_inside:
        if (p.chunks[0].low in _AT or p.chunks[0].low == "a") and p.text[
            cue.subject.start : cue.subject.end
        ].lower() == "on":
            return False  # "À la mairie, on se dit « attentif »"
        return on_body(p.chunks, cue.subject) is cue.subject and not addressed(p, cue.subject)
    clause = cue.kind in ("source", "viewpoint") or any(c.low in ("que", "qu'") for c in between)
    evaluative = cue.verb is not None and cue.verb.strength == "evaluative"
    thing = cue.subject is not None and cue.subject.kind == "other" and not evaluative
    verbal = cue.kind not in ("source", "viewpoint")
    judges = evaluative or (cue.verb is not None and cue.verb.strength == "thought")
    plural = is_plural_term(p.chunks, p.k, p.words)
    of_some = between[-1].low in ("des", "aux") if between else False
    if plural and len(between) > 2 and of_some and (between[-2].kind in "PI" or _is_noun(between[-2])):
        return True  # "désapprouvent les dégâts des « casseurs »"
    if _other_name(p, between) or _partitive(cue, between, count):
        return True
    told = any(c.kind == "Q" and c.ref in p.done for c in between) and p.scene.times_marked(p.words) == 1
    if verbal and not judges and speaks and plural and not told:
        return True
    if not clause_inside and count <= 3 and not goes_on(p.words):
        beside_noun = bool(between) and _is_noun(between[-1]) and not is_finite(between[-1].low)
        set_beside = bool(between) and (beside_noun or between[-1].low in _DETERMINERS)
        determined = p.words.lower().split(maxsplit=1)[0] in _DETERMINERS and p.words[0].islower()
        judged = speaks and count == 1 and p.words.endswith(_QUALIFYING) and p.words[0].islower()
        judged = judged and (clause or not _apposed_noun(p))  # "annonce une réponse « implacable »"
        if thing or (set_beside and not clause and cue.weak and not judged):
            return True
        told = judged or is_adverb(p.words.split(maxsplit=1)[0])  # "une trêve « vraiment respectée »"
        if count <= 2 and beside_noun and not (determined or told or _judged(p, cue)):
            return True
    if p.words[0].isupper() and not has_verb(p.words) and not evaluative:
        return not (speaks and _claimed(p, cue, between))
    term = count == 1 and bool(between) and between[-1].low in _DEFINITE
    return term and (clause or (cue.kind == "gerund" and not evaluative))


def _claimed(p: Place, cue: Cue, between: list[Chunk]) -> bool:
    """ "a prôné une « République de tous les débats »": what somebody calls for, in a few words."""
    one = [c.low for c in between] in (["un"], ["une"])
    return one and cue.governs("n") and not cue.weak and word_count(p.words) >= 3


def _other_name(p: Place, between: list[Chunk]) -> bool:
    """ "des micro-états ou « atomes de la pensée »": another name for a thing."""
    if len(between) < 2 or between[-1].low != "ou" or between[-2].kind != "w":
        return False
    return p.words[0].islower() and word_count(p.words) <= 4 and not has_verb(p.words)


def _partitive(cue: Cue, between: list[Chunk], count: int) -> bool:
    """ "pour ajouter du « piquant »": something is added, nothing is said."""
    adds = cue.verb is not None and cue.verb.lemma in ("ajouter", "apporter")
    return adds and count == 1 and [c.low for c in between[:2]] in (["du"], ["de", "la"], ["de", "l'"])


def _calls(p: Place, cue: Cue, between: list[Chunk]) -> bool:
    """ "l'avait appelé la « châtelaine »": what somebody calls another."""
    named = cue.verb is not None and cue.verb.lemma in ("appeler", "baptiser") and len(between) < 2
    objects = p.chunks[max(0, cue.first - 1) : cue.after]
    return named and any(c.low in ("l'", "les", "la", "le") for c in objects)


def _likened(cue: Cue, between: list[Chunk]) -> bool:
    """ "décrit sa fille comme « bourgeoise »", "se définit comme un « passeur »": what somebody is called."""
    last = [c.low for c in between[-2:]]
    return (
        cue.verb is not None
        and cue.verb.lemma in _LIKENING
        and (last[-1:] == ["comme"] or (last[:1] == ["comme"] and last[-1] in ("un", "une", "le", "la")))
    )


def _predicate(p: Place, cue: Cue) -> bool:
    """ "Pour X, l'accord « limite la casse »": the marked words are all that can hold the verb."""
    if cue.kind not in ("source", "viewpoint") or not p.words[0].islower() or word_count(p.words) < 2:
        return False
    between = p.chunks[cue.after : p.k]
    subject = [c for c in between if c.kind != ","]
    if not subject or between[0].kind != "," or not p.closes_clause or subject[0].low in _PREPOSITIONS:
        return False
    return not any(c.kind == "w" and has_verb(c.low, first_only=True) for c in subject)


def _only_verb(p: Place, between: list[Chunk]) -> bool:
    """ "exige que l'État « tienne parole »": nothing else can hold the verb of the clause."""
    que = next((j for j, c in enumerate(between) if c.low in ("que", "qu'")), None)
    if que is None or not p.words[0].islower() or word_count(p.words) < 2 or not p.closes_clause:
        return False
    told = between[que + 1 :]
    if not told or any(c.kind not in "wPI" for c in told) or told[0].low in _PREPOSITIONS:
        return False
    return not any(c.kind == "w" and (has_verb(c.low, first_only=True) or _may_be_verb(c)) for c in told)


def _may_be_verb(chunk: Chunk) -> bool:
    return chunk.low in _AUXILIARIES or chunk.low.endswith(("é", "ée", "és", "ées", "ait", "ra"))


def _infinitive(chunk: Chunk) -> bool:
    """ "dit avoir « … »", "dit vouloir « … »"."""
    ends = chunk.kind == "w" and chunk.low.endswith(("er", "ir", "être"))
    return ends and noun_kind(chunk.low) == "other" and chunk.low not in _NAME_HEADS  # "le chantier « rail »"


def _is_thing(chunk: Chunk) -> bool:
    return _is_noun(chunk) and noun_kind(chunk.low) == "other" and chunk.low not in _SUBJECT_PRONOUNS


def addressed(p: Place, subject: Subject) -> bool:
    """ "vous" in an open letter."""
    return p.scene.addressed and p.text[subject.start : subject.end].lower() == "vous"


def _may_govern(p: Place, cue: Cue) -> bool:
    """Whether a reporting word before the quotation can take it: near, same clause, with such a frame."""
    if cue.after > p.k or p.k - cue.after > FAR or cue.kind in ("noun", "relative"):
        return False
    if not same_clause(p, cue.after) or _taken(p, cue):
        return False
    between = p.chunks[cue.after : p.k]
    clause = any(c.low in ("que", "qu'") for c in between)
    if (
        cue.verb is not None
        and cue.verb.lemma in ("traiter", "taxer")
        and (not between or between[-1].low not in _OF)
    ):
        return False  # "traitées « dans l'ordre »", but "traite sa fille de « bourgeoise »"
    counted = cue.verb is not None and cue.verb.lemma == "compter"
    if counted and cue.subject is not None and cue.subject.kind == "on":
        return False  # "on ne compte plus les « impasses »"
    if _in_closed_relative(p, cue) or _by_the_way(p, cue):
        return False
    finds = cue.verb is not None and cue.verb.lemma in _FINDING  # "avoir qualifié la France de pays « … »"
    if cue.kind == "infinitive" and len(between) > (_NAMED if finds else 3) and not clause:
        return False
    if cue.kind not in ("verb", "infinitive", "gerund"):
        return True
    if cue.order == "VS":
        spoken = [c for c in between if c.kind in "wPI" and c.low not in ("que", "qu'")]
        told = between and between[0].kind == "," and cue.first and p.chunks[cue.first - 1].kind == ","
        fragment = bool(told) and p.words[:1].islower() and cue.subject is not None and not p.opens_row
        return not spoken or between[-1].kind == "," or fragment
    if _conditional(p, cue, between):
        return False
    if _found_so(p, cue, between):
        return True
    if cue.verb is not None and cue.verb.lemma == "répondre" and not between and _TO.match(p.words):
        return False  # "répondraient « à l'appel de X »"
    to = between[-1].low if between else p.words.split(maxsplit=1)[0].lower()
    to_the = len(between) > 1 and between[-2].low == "à"  # "en appelle à la « responsabilité générale »"
    if cue.governs("a") and (
        to in ("à", "a", "au", "aux")
        or (to in ("ne", "n'") and between[:1] and between[0].low == "à")
        or to_the
        or _urged(between)
        or _URGING.search(p.words)
        or (not between and p.k + 1 < len(p.chunks) and p.chunks[p.k + 1].low in ("à", "au", "aux"))
    ):
        return True
    if any(c.kind == ":" for c in between):
        return cue.governs("i") or cue.governs("q")
    if _likened(cue, between) or _calls(p, cue, between):
        return True
    if not (
        cue.governs("n")
        or cue.governs("w")
        or (clause and cue.governs("q"))
        or (not between and cue.governs("q"))
    ):
        return False
    return clause or _object_like(p, cue, between)


def _found_so(p: Place, cue: Cue, between: list[Chunk]) -> bool:
    """ "juge la taxe sur l'embarquement « stupide »": what somebody finds a thing to be."""
    if cue.verb is None or cue.verb.lemma not in _FINDING or not p.words.islower() or not p.closes_clause:
        return False
    if len(between) < 2 or between[0].low not in _DETERMINERS or any(c.kind not in "wPI" for c in between):
        return False
    return word_count(p.words) < 4 and not any(c.low in ("que", "qu'", "qui") for c in between)


def _conditional(p: Place, cue: Cue, between: list[Chunk]) -> bool:
    """ "prévient que si l'État ne répond pas à la demande, « … »": no words of the condition's subject."""
    begin = cue.subject.start if cue.subject is not None else 0
    opens = (j for j in range(max(1, cue.first - 8), cue.first) if p.chunks[j].start >= begin)
    first = next(opens, 0)
    if not first or p.chunks[first - 1].low not in ("si", "s'"):
        return False
    return any(c.kind == "," for c in between) and not any(c.low in ("que", "qu'") for c in between)


def _by_the_way(p: Place, cue: Cue) -> bool:
    """ "déplore que l'aide promise par la Région ne soit « qu'en partie » là": the participle of another."""
    who = cue.subject
    if cue.kind != "passive" or who is None or who.start > p.quote.open:
        return False
    own = all(c.low in OF_AGENT or c.kind == "," for c in p.chunks[who.after : p.k])
    return not own


def _in_closed_relative(p: Place, cue: Cue) -> bool:
    """ "selon un élu, qui a requis l'anonymat, l'ordre vient « d'en haut »": told by the way, and over."""
    if cue.kind != "verb" or cue.first < 2 or p.chunks[cue.first - 1].low != "qui":
        return False
    comma = next((j for j in range(p.k - 1, cue.after - 1, -1) if p.chunks[j].kind == ","), 0)
    over = bool(comma)
    after = p.chunks[comma + 1 : p.k] if over else []
    if over and p.chunks[cue.first - 2].kind == "," and any(_has_verb(c) for c in after[:3]):
        return True  # "La banque, qui envisage un départ, en a déplacé une « poignée »"
    return over and any(c.kind == "source" and c.after < cue.first for c in p.cues)


def _has_verb(chunk: Chunk) -> bool:
    return chunk.kind == "w" and (chunk.low in _AUXILIARIES or has_verb(chunk.low, first_only=True))


def _urged(between: list[Chunk]) -> bool:
    """ "a appelé l'État à négocier « vite, et sans bruit »": how what is asked for is to be done."""
    if between and between[-1].low in _DETERMINERS:
        between = between[:-1]  # "à garantir la « liberté de circuler »"
    if len(between) < 2 or not _infinitive(between[-1]):
        return False
    return between[-2].low in ("à", "a", "de", "d'", "y", "s'", "se")


def _judged(p: Place, cue: Cue) -> bool:
    """ "dénonce un projet « inutile »": an adjective of somebody who judges, not a name."""
    near = p.k - cue.after <= 4
    if not near or not p.words[0].islower() or cue.verb is None or _apposed_noun(p):
        return False
    return cue.verb.strength != "declarative" or cue.verb.lemma in _VOICING


def _apposed_noun(p: Place) -> bool:
    """ "la loi « climat »", "le décret « bassines »": one word that cannot agree with the noun before it."""
    determiner = p.chunks[p.k - 2].low if p.k > 1 else ""
    if word_count(p.words) > 1 or determiner not in _SINGULAR:
        return False
    word = p.words.lower()
    plural = word[-1] in "sx" and not word.endswith(_INVARIABLE)
    return plural or word.endswith(_NOMINAL) or (determiner in _FEMININE and word[-1] != "e")


def _is_noun(chunk: Chunk) -> bool:
    """Whether a word, by what it is not, can be the noun that marks are set beside."""
    closed = ("determiners", "prepositions", "adverbs", "auxiliaries", "relatives", "clitics", "prenominal")
    return chunk.kind == "w" and not any(chunk.low in in_class(c) for c in closed) and not has_verb(chunk.low)


def _object_like(p: Place, cue: Cue, between: list[Chunk]) -> bool:
    """The fragment is what the verb takes: near it, or the words of somebody who judges."""
    if between and _coordinated(p) and between[-1].low in _OF and not is_name(p.chunks, p.k, p.words):
        return True  # "parle, devant la presse, de « marée » ou de « foules massives »"
    near = sum(c.kind != "," and c.low not in _CONTRASTED for c in between)  # "parle, lui, d'« indécence »"
    if cue.verb is None or cue.verb.strength == "evaluative" or near <= 3:
        return True
    if any(c.low in _NEEDS for c in between[-3:]) or (_asks_to(between) and goes_on(p.words)):
        return True
    return has_verb(p.words) or word_count(p.words) >= 3 or any(c.kind == "Q" for c in between)


def _coordinated(p: Place) -> bool:
    """Whether more marked words follow "et" or "ou": "de « marée humaine » ou de « foules massives »"."""
    lows = [c.low or c.kind for c in p.chunks[p.k + 1 : p.k + 4]]
    if lows[:1] not in (["et"], ["ou"]):
        return False
    return lows[1:2] == ["Q"] or (lows[1:2] in (["de"], ["d'"]) and lows[2:3] == ["Q"])


def _asks_to(between: list[Chunk]) -> bool:
    """ "recommande de rouvrir les accès « au compte-gouttes »": how what is asked for is to be done."""
    if between[0].low in ("à", "au", "aux"):  # "demandent | à la Région | de revoir"
        of = next((j for j, c in enumerate(between[:_ADDRESSEE]) if c.low in ("de", "d'")), 0)
        between = between[of:]
    if between[0].low not in ("de", "d'"):
        return False
    verb = next((c for c in between[1:4] if c.low not in _CLITICS and c.low not in ("pas", "plus")), None)
    return verb is not None and _infinitive(verb)


def same_clause(p: Place, after: int) -> bool:
    return not any(c.kind in ";?!" for c in p.chunks[after : p.k])


def _taken(p: Place, cue: Cue) -> bool:
    """The incise of an earlier quotation does not govern a later one."""
    return cue.order == "VS" and any(c.kind == "Q" for c in p.chunks[max(0, cue.first - 3) : cue.first])
