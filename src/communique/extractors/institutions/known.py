"""Bodies that the bundled list knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from communique.document import plain_shadow
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.complements import extend
from communique.extractors.institutions.walk import Manner, line_lost
from communique.extractors.institutions.words import ROOM, Words, land_end, wordset
from communique.gazetteer import Body, bodies, lower_bodies, places, registry_key
from communique.lexicon import lines, singular, words
from communique.records import InstitutionKind
from communique.spellings import Caller, Spelling

_BODIES = bodies()
_LOWER_BODIES = lower_bodies()
_FIRM_VERBS = words(ROOM, "firm_verbs.txt")
_PLACES = places()
_PRESS = wordset("press")
_EVERYDAY_TITLES = wordset("everyday_titles")
_LABELS = wordset("labels_of_things")
_NOT_OF_MEDIA = wordset("not_of_media")
_OWNED = ("caisse", "carte", "regime", "contrat", "frais")  # "la caisse d'assurance maladie"
_COMPASS = ("nord", "sud", "est", "ouest", "atlantique", "mediterranee")
_UNIONS = (
    "CGT",
    "CFDT",
    "FO",
    "UNSA",
    "CFTC",
    "CFE-CGC",
    "SUD",
    "FSU",
    "CSC",
    "FGTB",
    "CNE",
    "CSN",
    "FTQ",
    "UGTT",
    "UGT",
)
_STATUSES = ("DS", "RSS", "CSE", "UD", "UL", "UR", "IRP", "DP", "CE", "TPE", "PME")
_FUNCTION_ACRONYMS = wordset("function_acronyms")
_CIVILITIES = wordset("civilities")
_BRANCH_ADJECTIVES = wordset("branch_adjectives")
_WITHOUT_CAPITAL = _BODIES.uncapitalised.union(_LOWER_BODIES)

_PORTFOLIO = 12  # tokens of "ministre de la Santé, des Solidarités et de la Sécurité sociale"
_ARTICLES = frozenset(("du", "au", "des", "aux", "le", "la", "les", "l'"))


@cache
def branches() -> frozenset[str]:
    """Words that name a branch after a firm's name: "Vinci *Construction*"."""
    return frozenset(
        plain_shadow(line.split("|")[0].strip()) for line in lines(ROOM, "suffixes.txt")
    ) | words(ROOM, "branches.txt")


def _may_be_listed(form: Spelling) -> bool:
    return form.capital or form.plain in _WITHOUT_CAPITAL


_LISTABLE = Caller(_may_be_listed)


def known_bodies(ctx: Context) -> Iterator[Candidate]:
    """A listed name, with its capital: "le CNRS", "l'Agence nationale de la recherche"."""
    w = ctx.w
    listed = _BODIES
    unlisted = _LOWER_BODIES
    uncapitalised = listed.uncapitalised
    done, n, caps, plain = 0, len(w), w.cap, w.plain
    for i in _LISTABLE.of(w.doc.forms):
        if i < done:
            continue
        word = plain[i]
        body = None
        if (
            word in listed
            and (w.cap[i] or word in uncapitalised)
            and not (ctx.in_person[i] and not w.text[i].isupper())
        ):
            following = w.plain[i + 1] if i + 1 < n else None
            for likely in listed.likely(word, following):
                if _reads(ctx, i, likely) or (likely.weak and _certain(ctx, i, likely)):
                    body = likely
                    break
        if body is None and i and w.cap[i] and not w.shouted[i] and w.plain[i - 1] in _ARTICLES:
            joined = w.plain[i - 1] in ("du", "au", "des", "aux")  # "le Temps" may be the time
            known = (b for b in listed.untitled(word) if joined or len(b.words) > 1)
            body = next((b for b in known if _reads(ctx, i, b) and not _also_place(ctx, i, b)), None)
        if body is None and word in unlisted and not w.shouted[i]:
            owned = i > 1 and w.plain[i - 1] in ("d'", "de") and w.plain[i - 2] in _OWNED
            body = None if owned else next((b for b in unlisted[word] if _matches(ctx, i, b)), None)
        if body is None:
            if "-" in word and caps[i] and not ctx.in_person[i]:
                if _union(w.text[i]):
                    yield Candidate(i, _branch_end(w, i + 1), "association", "known_body")
                elif w.is_acronym(i) and (kind := _joint(w.text[i])) is not None:
                    yield Candidate(i, i + 1, kind, "known_body")
            continue
        if body.kind == "public_body" and _portfolio(w, i):
            done = i + len(body.words)
            continue
        if _executive(ctx, i) or _labels_a_thing(ctx, i, body):
            continue
        last = _extended(ctx, i + len(body.words), body)
        if body.form in _UNIONS and _federated(ctx, i, done):
            yield Candidate(i - 1, last, body.kind, "known_body")  # "SYNEP CFE-CGC"
            done = last
            continue
        if last == i + 1 and body.kind == "company" and (_crossed(ctx, i) or _model(w, i)):
            continue
        yield Candidate(
            i, last, body.kind, "known_body", body=body.name if last == i + len(body.words) else None
        )
        done = last


def _federated(ctx: Context, i: int, done: int) -> bool:
    """« le SYNEP CFE-CGC »: a trade's union and its confederation, both in letters."""
    w = ctx.w
    k = i - 1
    if k < done or k < 1 or not w.joined(i) or w.shouted[i] or not w.is_acronym(k) or not w.text[k].isupper():
        return False
    return w.plain[k - 1] in _ARTICLES and w.text[k] not in _STATUSES and not ctx.in_person[k]


def _certain(ctx: Context, i: int, body: Body) -> bool:
    """Whether one use settles that a form which is also a word, a town or a surname names the body here."""
    w, size = ctx.w, len(body.words)
    if not _matches(ctx, i, body) or w.shouted[i] or w.span_text(i, i + size) != body.form:
        return False
    if body.words[0] in ("l'", "la", "le", "les"):
        return not w.opens_sentence(i)  # "ORTM ; L'Essor": nothing else asks for the article's capital
    if size > 1 or _crossed(ctx, i):
        return False
    before = w.plain[i - 1] if i else ""
    if before == "selon" or (before == "chez" and body.kind == "company"):
        return True
    subject = (
        w.opens_sentence(i) or before in (",", ";", "que", "qu'") or (w.is_acronym(i) and w.determiner(i))
    )
    if not subject or i + 2 >= len(w) or not w.joined(i + 1):
        return False
    verb = i + 1 + (w.lower[i + 1] in ("a", "ont", "avait", "va", "vont"))
    return w.plain[verb] in _FIRM_VERBS


def _also_place(ctx: Context, i: int, body: Body) -> bool:
    """« au plus près du Soleil », « la Coupe du Monde »: a title's noun, where no press is told of."""
    w = ctx.w
    if len(body.words) > 1 or not (w.plain[i] in _EVERYDAY_TITLES or registry_key(w.text[i]) in _PLACES):
        return False
    return not _titled(ctx, body) and not _press_before(w, i)


def _titled(ctx: Context, body: Body) -> bool:
    """Whether the article writes the title in full, article and capitals, somewhere."""
    if body.name not in ctx.titled:
        ctx.titled[body.name] = body.name in ctx.w.doc.text
    return ctx.titled[body.name]


def _press_before(w: Words, i: int) -> bool:
    """« les lecteurs du Soleil », « à la une du Centre »."""
    return i > 1 and singular(w.plain[i - 2]) in _PRESS


def _executive(ctx: Context, i: int) -> bool:
    """« Anne Petit, CIO de l'État »: a function."""
    w = ctx.w
    if w.plain[i] not in _FUNCTION_ACRONYMS or i < 2 or i + 1 >= len(w):
        return False
    if w.text[i - 1] in ",(" and (
        w.plain[i + 1] in ("de", "d'", "du") or w.text[i - 1] + w.text[i + 1] == "()"
    ):
        return True  # "secrétaire d'État, CIO du gouvernement"
    named = ctx.in_person[i - 2] or w.text[i - 2] == ")"
    return (
        w.text[i - 1] in ",–-"
        and named
        and (w.plain[i + 1] in ("de", "d'", "du", "des", "chez") or w.cap[i + 1])
    )


def _labels_a_thing(ctx: Context, i: int, body: Body) -> bool:
    """« sous licence MIT », « la norme AFNOR », « le trophée Orange »: the name is the thing's."""
    w = ctx.w
    if not i or not w.joined(i) or ctx.in_person[i - 1]:
        return False
    noun = singular(w.plain[i - 1])
    if body.words[0] in ("l'", "la", "le", "les"):
        return noun == "prix"
    return noun in _LABELS or (body.kind == "media" and noun in _NOT_OF_MEDIA)


def _portfolio(w: Words, i: int) -> bool:
    """« le ministre de l'Éducation nationale », « déléguée à l'Assurance maladie »: part of a function."""
    k = i - 1
    k -= k > 0 and w.plain[k] in ("la", "l'", "les", "le")
    if k < 1 or w.plain[k] not in ("de", "d'", "du", "des", "a", "au", "aux"):
        return False
    if w.plain[k - 1] in ("et", ",") and w.cap[i]:  # "la ministre de la Santé et de la Sécurité sociale"
        for n in range(k - 2, max(0, k - _PORTFOLIO), -1):
            if w.text[n] in ".;:()" or w.line_break(n + 1):
                return False
            if w.plain[n].rstrip("es") in ("ministr", "delegu"):
                return True
    return w.plain[k - 1].rstrip("es") in ("ministr", "delegu") or w.plain[k - 2 : k] == ["d'", "etat"]


def _extended(ctx: Context, j: int, body: Body) -> int:
    """A local branch or a sister title: "Snesup-FSU *Alpes-Durance*", "The Lancet *Public Health*"."""
    w = ctx.w
    first, last = j - len(body.words), w.glued(j - 1)
    if (
        not w.shouted[first]
        and body.kind in ("public_body", "media", "association")
        and (end := _place_end(ctx, last))
    ):
        # "France Bleu Drôme Ardèche": a branch may hold two lands
        return (_place_end(ctx, end) or end) if body.kind == "media" else end
    if (
        body.kind == "culture"
        and last < len(w)
        and w.joined(last)
        and w.cap[last]
        and w.plain[last] in _COMPASS
    ):
        return last + 1  # "Mucem Nord"
    if body.kind in ("association", "education") and (goes_on := _members_end(w, first, last, body)) > last:
        return goes_on
    if w.shouted[first] or body.kind not in ("association", "education", "media", "company"):
        return j
    if body.kind == "company":
        if _associated(ctx, last):
            return w.glued(last + 1)
        if w.text[first].isupper() and len(body.words) == 1 and last < len(w) and w.joined(last):
            return last + 1 if _branch(ctx, last) else (land_end(w, last) or j)
        following = last < len(w) and w.joined(last) and w.cap[last] and w.plain[last] in branches()
        if following and last + 1 < len(w) and w.joined(last + 1) and w.cap[last + 1]:
            return j  # "Deloitte Technology Fast 50" is a ranking
        return last + 1 if following else j
    if body.kind == "media" and body.words[0] not in ("the", "nature", "science"):
        return j
    if w.text[first].islower():
        return j
    while last < len(w) and w.joined(last) and last - j < 4:
        if w.text[last] == "&" and last + 1 < len(w) and w.cap[last + 1]:
            last += 1  # "Nature Ecology & Evolution"
        if not w.cap[last] or ctx.in_person[last] or w.shouted[last] or w.plain[last] in _CIVILITIES:
            break
        if line_lost(w, last):
            break
        if any(_reads(ctx, last, b) for b in _BODIES.get(w.plain[last])):
            break
        last = w.glued(last)
    if body.kind == "association" and last == w.glued(j - 1):
        k = last
        while (
            k < len(w)
            and k < last + 2
            and w.joined(k)
            and w.plain[k] in ("de", "d'", "du", "des", "la", "l'")
        ):
            k += 1
        if last < k < len(w) and w.cap[k] and registry_key(w.text[k]) in _PLACES:
            return k + 1  # "CPME de l'Aude"
    if (
        body.kind == "association"
        and last < len(w)
        and w.joined(last)
        and w.text[first][:2].isupper()  # "FO 43", not "2. Provence Rugby 36 ; 3. …"
        and w.text[last].isdigit()
        and len(w.text[last]) < 4
    ):
        last += 1
    return last


def _associated(ctx: Context, i: int) -> bool:
    """« SNCF Connect *& Tech* »: a name goes on, unless another listed one begins there."""
    w = ctx.w
    if i + 1 >= len(w) or w.text[i] != "&" or not (w.joined(i) and w.joined(i + 1) and w.cap[i + 1]):
        return False
    return not ctx.in_person[i + 1] and not any(_reads(ctx, i + 1, b) for b in _BODIES.get(w.plain[i + 1]))


def _members_end(w: Words, first: int, j: int, body: Body) -> int:
    """« la CGT *des marins du Ponant* », « l'UTC *de Compiègne* »: a union's trade, a school's town."""
    if not w.is_acronym(first) or not w.text[first].isupper() or j != first + 1 or j + 1 >= len(w):
        return j
    if not (w.joined(j) and w.joined(j + 1)):
        return j
    if body.kind == "education":
        town = w.plain[j] in ("de", "d'") and registry_key(w.text[j + 1]) in _PLACES
        return w.glued(j + 1) if town and not w.is_acronym(j + 1) else j
    trade = w.plain[j] == "des" and not w.cap[j + 1] and w.plain[j + 1][-1] in "sx"
    if body.form not in _UNIONS or not trade:
        return j
    return extend(w, j, manner=Manner(), stops=lambda k: False).end


def _crossed(ctx: Context, i: int) -> bool:
    """« Scierie Legrand »: the word stands in a longer name, which is weighed as a whole."""
    w = ctx.w
    if w.text[i].isupper() or w.shouted[i]:
        return False
    before = (
        i > 0 and w.joined(i) and w.cap[i - 1] and not ctx.in_person[i - 1] and not w.opens_sentence(i - 1)
    )
    after = i + 1 < len(w) and w.joined(i + 1) and w.cap[i + 1] and not ctx.in_person[i + 1]
    return before or after


def _model(w: Words, i: int) -> bool:
    """« en Peugeot 208 »: a product under its maker's name."""
    numbered = i + 1 < len(w) and w.joined(i + 1) and w.text[i + 1].isdigit()
    return numbered and w.plain[i - 1] in ("en", "un", "une", "la", "le", "sa", "cette")


def _union(text: str) -> bool:
    """« CGT-Textile », « Unsa-Ferroviaire », « Sup'Recherche-UNSA »: one part is a union."""
    parts = [(part, _BODIES.get(plain_shadow(part))) for part in text.split("-")]
    return any(
        b.form == part
        and not b.weak
        and b.kind == "association"
        and (part.isupper() or b.name.isupper() or len(part) < 6)
        for part, found in parts
        for b in found
    )


def _branch_end(w: Words, j: int) -> int:
    """The end of a union's name after what specifies it: "CSC-Services *publics*", "SNUEP-FSU *43*"."""
    if j < len(w) and w.joined(j) and not w.cap[j] and w.text[j - 1][-1].islower():
        plural = w.is_adjective(j) and w.plain[j][-1] in "sx" and w.plain[j - 1][-1] in "sx"
        if plural or w.plain[j].removesuffix("s") in _BRANCH_ADJECTIVES:
            return j + 1
    numbered = j < len(w) and w.joined(j) and w.text[j].isdigit() and len(w.text[j]) < 4
    if not numbered or (j + 1 < len(w) and w.joined(j + 1) and not w.cap[j + 1] and w.is_word(j + 1)):
        return j  # "la CGT-Textile 43 délégués"
    return j + 1


def _joint(text: str) -> InstitutionKind | None:
    """« EDF-GDF »: every part is a body; the kind of the first."""
    known = _BODIES
    parts = [[b for b in known.get(plain_shadow(p)) if b.form == p and not b.weak] for p in text.split("-")]
    return parts[0][0].kind if all(parts) else None


def _place_end(ctx: Context, i: int) -> int | None:
    """The end of the place that follows at once: "Insee *Pays de la Loire*", "France 3 *Bretagne*"."""
    w = ctx.w
    if i >= len(w) or not w.cap[i] or not w.joined(i) or ctx.in_person[i]:
        return None
    for end in range(min(len(w), i + 6), i, -1):
        if (
            w.is_word(end - 1)
            and all(w.joined(k) for k in range(i + 1, end))
            and registry_key(w.span_text(i, end)) in _PLACES
        ):
            return end
    return None


def _branch(ctx: Context, i: int) -> bool:
    """« RATP *Dev* »: a capitalised word after a firm's acronym."""
    w = ctx.w
    if not w.cap[i] or ctx.in_person[i] or w.is_acronym(i) or registry_key(w.text[i]) in _PLACES:
        return False
    return not any(_reads(ctx, i, b) for b in _BODIES.get(w.plain[i]))


def _matches(ctx: Context, i: int, body: Body) -> bool:
    w = ctx.w
    size = len(body.words)
    return tuple(w.plain[i : i + size]) == body.words and all(w.joined(k) for k in range(i + 1, i + size))


def _reads(ctx: Context, i: int, body: Body) -> bool:
    """The listed form with its capitals; all capitals only in a shouted line."""
    w = ctx.w
    if body.weak or not _matches(ctx, i, body):
        return False
    size = len(body.words)
    if size == 1:
        text = w.text[i]
        if text == body.form:
            return True
        return w.shouted[i] and text == body.form.upper() and len(text) > 4
    if body.words[0] in ("l'", "la", "le", "les") and not (w.cap[i] and w.cap[i + 1]):
        return False  # "L'équipe" is not "L'Équipe"
    if w.shouted[i] and body.kind == "media" and not _titled(ctx, body):
        return False  # "LA VIE DU CABINET"
    if body.form[0].isdigit():  # "30 Millions d'amis", but no "30 millions d'euros"
        text = w.span_text(i, i + size).replace("’", "'")
        return size > 1 and text == body.form and not text.islower()
    return w.cap[i] or body.form[0].islower()
