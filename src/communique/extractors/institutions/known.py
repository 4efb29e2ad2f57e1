"""Bodies that the bundled list knows."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import plain_shadow
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.known_ends import UNIONS, branch_end, extended
from communique.extractors.institutions.known_forms import crossed, matches, reads, titled
from communique.extractors.institutions.parties import told_to
from communique.extractors.institutions.unlikely import MODEL_CODE
from communique.extractors.institutions.weak_forms import named_as_somebody, told
from communique.extractors.institutions.words import ARTICLES, OF, THE, Words, wordset
from communique.gazetteer import Body, bodies, lower_bodies, places, registry_key
from communique.lexicon import singular
from communique.records import InstitutionKind
from communique.spellings import Caller, Spelling

_BODIES = bodies()
_LOWER_BODIES = lower_bodies()
_PLACES = places()
_PRESS = wordset("press")
_AFTER_NO_TITLE = wordset("after_no_title")
_EVERYDAY_TITLES = wordset("everyday_titles")
_PAGE_HEADINGS = wordset("page_headings")
_LABELS = wordset("labels_of_things")
_NOT_OF_MEDIA = wordset("not_of_media")
_OWNED = ("caisse", "carte", "regime", "contrat", "frais")  # "la caisse d'assurance maladie"
_MADE_THINGS = wordset("made_things")
_STATUSES = ("DS", "RSS", "CSE", "IRP", "DP", "CE", "TPE", "PME")
_FUNCTION_ACRONYMS = wordset("function_acronyms")
_WITHOUT_CAPITAL = _BODIES.uncapitalised.union(_LOWER_BODIES)

_UNITS = ("umr", "uar", "upr", "ura", "ums", "ea", "ur")
_PORTFOLIO = 12  # tokens of "ministre de la Santé, des Solidarités et de la Sécurité sociale"


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
            and not (
                ctx.in_person[i]
                and not w.text[i].isupper()
                and word not in ARTICLES
                and not named_as_somebody(ctx, i)
            )
        ):
            following = w.plain[i + 1] if i + 1 < n else None
            for likely in listed.likely(word, following):
                if reads(ctx, i, likely) or (likely.weak and told(ctx, i, likely)):
                    body = likely
                    break
        article = i - 1
        if i > 1 and caps[i] and w.text[i - 1] in "«“":
            article = i - 2  # "au « Parisien »"
        if body is None and i and w.cap[i] and not w.shouted[i] and w.plain[article] in THE:
            joined = w.plain[article] in ("du", "au", "des", "aux")  # "le Temps" may be the time
            joined = joined or (article > 0 and w.plain[article - 1] in ("apres", "d'apres", "selon"))
            known = (b for b in listed.untitled(word) if joined or len(b.words) > 1)
            body = next((b for b in known if reads(ctx, i, b) and not _also_place(ctx, i, b)), None)
        if body is None and i and w.cap[i] and w.text[i - 1] in ("l'", "l’") and not w.shouted[i]:
            likely_firms = (b for b in listed.likely("l'", word) if b.kind == "company" and not b.weak)
            if (firm := next((b for b in likely_firms if matches(ctx, i - 1, b)), None)) is not None:
                done = i - 1 + len(firm.words)
                yield Candidate(i - 1, done, "company", "known_body", body=firm.name)  # "face à l'Oréal"
                continue
        if body is None and word in unlisted and not w.shouted[i]:
            owned = (
                i > 1 and w.plain[i - 1] in ("d'", "de") and (w.plain[i - 2] in _OWNED or word == "assurance")
            )
            owned = owned or (i > 0 and w.plain[i - 1] in ("un", "une"))  # "une police fédérale"
            owned = owned or (
                word == "cour" and w.plain[i - 1] in ("de", "d'")
            )  # "magistrat de cour suprême"
            body = None if owned else next((b for b in unlisted[word] if matches(ctx, i, b)), None)
        if body is None:
            if "-" in word and caps[i] and not ctx.in_person[i]:
                if _union(w.text[i]):
                    yield Candidate(i, branch_end(w, i + 1), "association", "known_body")
                elif w.is_acronym(i) and (kind := _joint(w.text[i])) is not None:
                    yield Candidate(i, i + 1, kind, "known_body")
            continue
        if body.kind == "public_body" and _portfolio(w, i):
            done = i + len(body.words)
            continue
        if _executive(ctx, i) or _labels_a_thing(ctx, i, body) or _no_title(w, i, body):
            continue
        last = extended(ctx, i + len(body.words), body)
        if not w.cap[i]:
            last = _land_end(w, last, body)
        if body.kind == "research" and _numbered_unit(w, i):
            # "l'UMR 7253 Heudiasyc"
            yield Candidate(i - 2, last, "research", "known_body", body=body.name)
            done = last
            continue
        if body.form in UNIONS and _federated(ctx, i, done):
            yield Candidate(i - 1, last, body.kind, "known_body")  # "SYNEP CFE-CGC"
            done = last
            continue
        if last == i + 1 and body.kind == "company" and (crossed(ctx, i) or _model(w, i)):
            continue
        yield Candidate(
            i, last, body.kind, "known_body", body=body.name if last == i + len(body.words) else None
        )
        done = last


def _land_end(w: Words, k: int, body: Body) -> int:
    """« la chambre régionale des comptes *de Bretagne* »: a service of a region goes on with it."""
    if not any(word.startswith(("regional", "departemental")) for word in body.words) or k + 1 >= len(w):
        return k
    n = k + 1 + (w.plain[k + 1] in ("la", "l'"))
    if w.plain[k] not in OF or n >= len(w) or not w.cap[n] or not w.joined(n) or w.is_acronym(n):
        return k
    return w.glued(n)


def _numbered_unit(w: Words, i: int) -> bool:
    """Whether the number of a mixed unit stands before its name."""
    return i > 1 and w.text[i - 1].isdigit() and w.plain[i - 2] in _UNITS and w.joined(i) and w.joined(i - 1)


def _federated(ctx: Context, i: int, done: int) -> bool:
    """« le SYNEP CFE-CGC »: a trade's union and its confederation, both in letters."""
    w = ctx.w
    k = i - 1
    if k < done or k < 1 or not w.joined(i) or w.shouted[i] or not w.is_acronym(k) or not w.text[k].isupper():
        return False
    return w.plain[k - 1] in THE and w.text[k] not in _STATUSES and not ctx.in_person[k]


def _also_place(ctx: Context, i: int, body: Body) -> bool:
    """« au plus près du Soleil », « la Coupe du Monde »: a title's noun, where no press is told of."""
    w = ctx.w
    if len(body.words) > 1 or not (w.plain[i] in _EVERYDAY_TITLES or registry_key(w.text[i]) in _PLACES):
        return False
    if titled(ctx, body) or _press_before(w, i) or told_to(w, i):
        return False
    return not (w.plain[i - 1] == "du" and _beside_medium(ctx, i))


def _beside_medium(ctx: Context, i: int) -> bool:
    """« du Monde et de Mediapart »: a title beside a title."""
    w, k = ctx.w, i + 2
    if k >= len(w) or w.plain[i + 1] not in ("et", ","):
        return False
    k += w.plain[k] in ("de", "du", "d'")
    return k < len(w) and any(b.kind == "media" and matches(ctx, k, b) for b in _BODIES.get(w.plain[k]))


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


def _no_title(w: Words, i: int, body: Body) -> bool:
    """« L'Équipe nationale du Togo »: common nouns with their capital, no newspaper."""
    last = i + len(body.words)
    titled = body.kind == "media" and body.words[0] in ARTICLES and body.words[-1] in _PAGE_HEADINGS
    if titled and w.text[i].isupper() and w.line_break(i) and w.line_break(last):
        return True  # "L'ÉQUIPE", over the names of a staff
    if body.kind != "media" or last >= len(w) or not w.joined(last):
        return False
    if body.words[0] in ARTICLES and w.plain[last : last + 2] in (["d'", "un"], ["d'", "une"]):
        return True  # "L'Avenir d'une illusion"
    if (
        w.plain[last] == "des"
        and last + 1 < len(w)
        and w.cap[last + 1]
        and w.plain[last - 1] in _EVERYDAY_TITLES
    ):
        return True  # "Le Monde des Grandes Écoles"
    return w.plain[last] in _AFTER_NO_TITLE and body.words[0] in ARTICLES


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


def _model(w: Words, i: int) -> bool:
    """« en Peugeot 208 », « un 4x4 Audi »: a product under its maker's name."""
    if i and w.joined(i) and singular(w.plain[i - 1]) in _MADE_THINGS:
        return True
    if i + 1 < len(w) and w.joined(i + 1) and MODEL_CODE.fullmatch(w.text[i + 1]) is not None:
        return True  # "BMW M3"
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


def _joint(text: str) -> InstitutionKind | None:
    """« EDF-GDF »: every part is a body; the kind of the first."""
    known = _BODIES
    parts = [[b for b in known.get(plain_shadow(p)) if b.form == p and not b.weak] for p in text.split("-")]
    return parts[0][0].kind if all(parts) else None
