"""One name accepted anywhere is read everywhere: full form, acronym, capitals, admissible short forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from communique.document import fold_name
from communique.extractors.institutions.acronyms import anagram, fits, initials, letters_of, not_acronyms
from communique.extractors.institutions.bare_classes import bare_classes
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.leading_articles import without_article
from communique.extractors.institutions.same_body import same_bodies
from communique.extractors.institutions.sequels import longer
from communique.extractors.institutions.short_forms import short_forms
from communique.extractors.institutions.words import ARTICLES, ROOM, Words, land_end, wordset
from communique.gazetteer import bodies
from communique.lexicon import words
from communique.mentions import InstitutionMention
from communique.records import InstitutionKind

_BODIES = bodies()
_NOT_ACRONYMS = not_acronyms()
_DEFINITE = wordset("definite")
_NOT_BODIES = words(ROOM, "not_bodies.txt")
_EMPTY = wordset("empty")
_GATHERINGS_ABROAD = wordset("gatherings_abroad")
_TERRITORIES = ("ville", "région", "canton", "département", "commune", "province", "municipalité")
_LETTERS = 5  # of an acronym
_MOST = 60  # long names of an article
_SYLLABIC = 4  # letters of an acronym that may skip a word of its name, or take two letters of one


class Form(NamedTuple):
    """A way of writing a body's name: plain words, which of them have a capital, and whose name it is."""

    words: tuple[str, ...]
    caps: tuple[bool, ...]
    text: str
    kind: InstitutionKind | None
    alias_of: str | None
    rule: str


def every_naming(ctx: Context) -> Iterator[InstitutionMention]:
    """All mentions of the accepted bodies, in order, without overlap."""
    kept = _longest(ctx.accepted)
    if alone := {c.first: c for c in bare_classes(ctx.w, kept)}:
        kept = sorted([*alone.values(), *(c for c in kept if c.first not in alone)], key=lambda c: c.first)
    kept = [longer(ctx.w, _tied(ctx.w, without_article(ctx.w, c))) for c in kept]
    forms, led = _forms(ctx, kept)
    at = {c.first: c for c in kept}
    w, i = ctx.w, 0
    size, plain = len(w), w.plain
    while i < size:
        candidate = at.get(i)
        form = _form_at(ctx, forms, i) if plain[i] in forms else None
        if form is not None and _led(w, form, i):
            if i + 1 in at and at[i + 1].last >= i + len(form.words):
                form = None  # "l'École des Beaux-Arts", where « L'École » is another's name
            elif _droppable(form):
                end = i + len(form.words)
                yield _mention(ctx, i + 1, end, form.kind, form.rule, None, form.alias_of or form.text, None)
                i = end
                continue
        size_here = candidate.last - i if candidate is not None else 0
        if form is not None:
            size_here = max(size_here, len(form.words))
        firm = (form is not None and form.kind == "company") or (
            candidate is not None and candidate.kind == "company"
        )
        if (
            firm
            and (end := land_end(w, i + size_here)) > i + size_here
            and at.keys().isdisjoint(range(i + 1, end))
        ):
            yield _mention(ctx, i, end, "company", "unknown_name", None, None, None)
            i = end
            continue
        if form is not None and (candidate is None or len(form.words) > candidate.last - i):
            yield _mention(ctx, i, i + len(form.words), form.kind, form.rule, None, form.alias_of, None)
            i += len(form.words)
        elif candidate is not None:
            acronym = fold_name(w.span_text(*candidate.acronym)) if candidate.acronym is not None else None
            alias_of = form.alias_of if form is not None and len(form.words) == candidate.last - i else None
            if alias_of is None and led:
                alias_of = led.get(fold_name(w.span_text(i, candidate.last)))
            kind = form.kind if form is not None and alias_of else candidate.kind
            rule = form.rule if form is not None and alias_of else candidate.rule
            yield _mention(ctx, i, candidate.last, kind, rule, acronym, alias_of, candidate.name)
            i = candidate.last
        else:
            i += 1


def _led(w: Words, form: Form, i: int) -> bool:
    """Whether the article that opens a name is in lower case here: "de la Cordée" for « La Cordée »."""
    return len(form.words) > 1 and form.words[0] in ARTICLES and form.caps[0] and not w.cap[i]


def _droppable(form: Form) -> bool:
    """Whether the article may be left out of a mention: no title's, no listed firm's."""
    return form.kind != "media" and (form.rule != "known_body" or form.kind == "culture")


def _tied(w: Words, c: Candidate) -> Candidate:
    """« Centre for Security Studies (CSS) »: a name read from its uses, with the acronym after it."""
    a = c.last + 1
    if c.acronym is not None or c.rule not in ("unknown_name", "learned") or c.last - c.first < 2:
        return c
    if a + 1 >= len(w) or w.text[c.last] + w.text[a + 1] != "()" or not w.is_acronym(a):
        return c
    letters, name = letters_of(w.plain[a]), w.plain[c.first : c.last]
    tied = w.text[a] not in _NOT_ACRONYMS and (fits(letters, name) or anagram(letters, name))
    return replace(c, acronym=(a, a + 1)) if tied else c


def _mention(
    ctx: Context, i: int, j: int, kind: InstitutionKind | None, rule: str,
    acronym: str | None, alias_of: str | None, name: str | None,
) -> InstitutionMention:  # fmt: skip
    surface = fold_name(ctx.w.span_text(i, j))
    return InstitutionMention(
        start=ctx.w.start[i], end=ctx.w.end[j - 1], name=name or surface, kind=kind, acronym=acronym,
        alias_of=alias_of if alias_of != surface else None, rule=rule,
    )  # fmt: skip


def _longest(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates without overlap: a defined long form first, then the longest, then the earlier rule."""
    order = sorted(
        range(len(candidates)),
        key=lambda n: (
            candidates[n].rule not in ("defined_acronym", "coordinated_name"),
            candidates[n].first - candidates[n].last, n,
        ),
    )  # fmt: skip
    kinds: dict[tuple[int, int], InstitutionKind] = {}  # the list knows best, then any rule that knows
    for c in sorted(candidates, key=lambda c: c.rule != "known_body"):
        if c.kind is not None:
            kinds.setdefault((c.first, c.last), c.kind)
    taken: set[int] = set()
    kept = []
    for n in order:
        c = candidates[n]
        if taken.isdisjoint(range(c.first, c.last)):
            taken.update(range(c.first, c.last))
            kind = kinds.get((c.first, c.last))
            kept.append(c if c.kind == kind else replace(c, kind=kind))
    return sorted(kept, key=lambda c: c.first)


def _forms(ctx: Context, kept: list[Candidate]) -> tuple[dict[str, list[Form]], dict[str, str]]:
    """Every form to look for, by its first word, longest first; the owners of names not looked for."""
    w = ctx.w
    led: dict[str, str] = {}
    found: dict[str, Form] = {}
    names: list[tuple[str, Candidate]] = []
    for c in kept:
        if c.rule in ("acronym", "lower_brand", "unique_body") or c.name is not None:
            continue
        text = fold_name(w.span_text(c.first, c.last))
        names.append((text, c))
        if c.rule == "headed_name" and w.text[c.first] in _TERRITORIES:
            continue  # "convention avec la ville de Sète", then "il habite la ville de Sète"
        if c.rule == "known_body" and c.kind == "public_body" and not w.cap[c.first]:
            continue  # "l'assurance maladie", then "des contrats d'assurance maladie"
        _add(found, w, c.first, c.last, text, c.kind, None, c.rule)
        if c.acronym is not None:
            a, b = c.acronym
            _add(found, w, a, b, fold_name(w.span_text(a, b)), c.kind, text, "acronym")
            if b - a > 1 and w.is_acronym(a) and w.text[a].isalpha():
                _add(found, w, a, a + 1, w.text[a], c.kind, text, "short_form")
        for first, last in short_forms(ctx, c):
            _add(found, w, first, last, fold_name(w.span_text(first, last)), c.kind, text, "short_form")
    for text, c in names:
        _respelt(w, text, c, found)
        _recased(ctx, text, c, found)
    _same_listed_body(ctx, names, found)
    _prefixes(names, found)
    _undefined_acronyms(ctx, names, found)
    for text, fuller in same_bodies(ctx, names):
        form = found.get(text)
        if form is None:  # "la municipalité de Sète" is looked for nowhere else
            led[text] = _owner(found, fuller)
        elif form.alias_of is None and _owner(found, fuller) != text:
            found[text] = form._replace(alias_of=_owner(found, fuller))
    for text, form in found.items():
        if form.alias_of is not None and (owner := _owner(found, form.alias_of)) != form.alias_of:
            found[text] = form._replace(alias_of=owner)
    out: dict[str, list[Form]] = {}
    for form in found.values():
        out.setdefault(form.words[0], []).append(form)
    for entries in out.values():
        entries.sort(key=lambda f: -len(f.words))
    return out, led


def _owner(found: dict[str, Form], text: str) -> str:
    """The fullest name to which a form leads."""
    for _ in range(4):
        form = found.get(text)
        if form is None or form.alias_of is None:
            break
        text = form.alias_of
    return text


def _add(
    found: dict[str, Form], w: Words, i: int, j: int, text: str,
    kind: InstitutionKind | None, alias_of: str | None, rule: str,
) -> None:  # fmt: skip
    if text not in found or (found[text].alias_of is None and alias_of is not None):
        found[text] = Form(tuple(w.plain[i:j]), tuple(w.cap[i:j]), text, kind, alias_of, rule)


def _respelt(w: Words, text: str, c: Candidate, found: dict[str, Form]) -> None:
    """ "Torvel-Privacy" for « Torvel Privacy », "TorvOuest" for « torvOuest »: one hyphen or capital more."""
    if c.last - c.first == 1:
        if not any(map(str.isupper, text[1:])) or text.isupper():
            return
        alike = [i for i in w.doc.places[w.plain[c.first]][:_MOST] if w.text[i][1:] == text[1:]]
    else:
        words = [word for word in w.plain[c.first : c.last] if word.isalnum()]
        if c.last - c.first > 3 or len(words) < 2 or not w.cap[c.first]:
            return
        alike = [i for i in w.doc.places.get("-".join(words), ())[:_MOST] if w.cap[i]]
    for i in alike:
        known = found.get(w.text[i])
        if w.text[i] != text and (known is None or known.rule != "known_body"):
            _add(found, w, i, i + 1, w.text[i], c.kind, text, "short_form")


def _recased(ctx: Context, text: str, c: Candidate, found: dict[str, Form]) -> None:
    """ "SOLVIA" for « Solvia », "Solvia" for « SOLVIA »: one word in capitals, or with one."""
    w = ctx.w
    if c.last - c.first > 1 or len(text) < _SYLLABIC or not text.isalpha() or c.rule == "short_form":
        return
    if w.lower[c.first] in ctx.lower_words or ctx.reached_or_local(text):
        return
    other = text.capitalize() if text.isupper() else text.upper() if text[1:].islower() else ""
    if not other or other in found or other in _NOT_ACRONYMS:
        return
    for i in w.doc.places[w.plain[c.first]][:_MOST]:
        if w.text[i] == other and not ctx.in_person[i] and (text.islower() or not w.opens_sentence(i)):
            _add(found, w, i, i + 1, other, c.kind, text, "short_form")
            return


def _same_listed_body(ctx: Context, names: list[tuple[str, Candidate]], found: dict[str, Form]) -> None:
    """Forms of one listed body, "ESO" and "Observatoire européen austral", go under the longest."""
    groups: dict[str, set[str]] = {}
    for text, c in names:
        body = c.body
        if body is None and c.acronym is not None:  # "Organisation des Nations unies (ONU)"
            words = tuple(ctx.w.plain[c.first : c.last])
            body = next((b.name for b in _BODIES.get(words[0]) if b.words == words and not b.weak), None)
        if body is not None:
            groups.setdefault(body, set()).add(text)
    for body, texts in groups.items():
        longest = max((len(text), text == body, text) for text in texts)[2]
        for text in texts - {longest}:
            if found[text].alias_of is None:
                found[text] = found[text]._replace(alias_of=longest)


def _prefixes(names: list[tuple[str, Candidate]], found: dict[str, Form]) -> None:
    """ "Conseil d'Etat" is the "Conseil d'Etat vaudois" of the same article."""
    longer = {text.rpartition(" ")[0]: text for text, _ in names if text.rpartition(" ")[2].islower()}
    for text, _ in names:
        if text in longer and found[text].alias_of is None and " " in text:
            found[text] = found[text]._replace(alias_of=longer[text])


def _undefined_acronyms(ctx: Context, names: list[tuple[str, Candidate]], found: dict[str, Form]) -> None:
    """An acronym that spells the initials of a name of the article, though no parenthesis ties them."""
    w = ctx.w
    spelt: dict[str, tuple[str, Candidate]] = {}
    for text, c in names:
        if c.last - c.first > 2:
            words = w.plain[c.first : c.last]
            spelt.setdefault(initials(words), (text, c))
            if c.rule == "headed_name" and words[-2] in ("de", "d'") and w.cap[c.last - 1] and len(words) > 4:
                spelt.setdefault(
                    initials(words[:-2]), (text, c)
                )  # "Cour administrative d'appel de Lyon": CAA
            spelt.setdefault("".join(word[0] for word in words), (text, c))  # "Blog du Modérateur": BDM
    _listed_acronyms(w, names, found)
    told: dict[str, tuple[str, Candidate] | None] = {}
    long = _long_names(w, names)
    for i in w.capitals:
        if w.shouted[i] or not (w.is_acronym(i) or _worded(w, i)):
            continue
        if w.text[i] in _NOT_ACRONYMS and not (
            w.determiner(i) and _its_initials(spelt.get(w.text[i].lower()), w.text[i])
        ):
            continue
        if w.text[i] in found and found[w.text[i]].alias_of:
            continue
        letters = letters_of(w.plain[i])
        owner = spelt.get(letters) if len(letters) > 2 else None
        if owner is None and len(letters) >= _SYLLABIC and w.is_acronym(i):
            if letters not in told:
                told[letters] = _spelt_in_part(w, long, letters)
            owner = told[letters]
        if owner is not None:
            text, c = owner
            _add(found, w, i, i + 1, w.text[i], c.kind, text, "acronym")


def _listed_acronyms(w: Words, names: list[tuple[str, Candidate]], found: dict[str, Form]) -> None:
    """ "l'OL", where « Olympique lyonnais », a listed body, is named in full: letters of other things too."""
    for text, c in names:
        if c.body is None or c.rule != "known_body" or c.last - c.first < 2:
            continue
        words = tuple(w.plain[c.first : c.last])
        body = next((b for b in _BODIES.get(words[0]) if b.words == words), None)
        for form in body.forms if body is not None else ():
            if (
                not form.isupper()
                or not form.isalpha()
                or len(form) > _LETTERS
                or form.lower() not in w.doc.places
            ):
                continue
            for i in w.doc.places[form.lower()]:
                if w.text[i] == form and w.determiner(i) == "definite" and not w.shouted[i]:
                    _add(found, w, i, i + 1, form, c.kind, text, "acronym")
                    break


def _its_initials(owner: tuple[str, Candidate] | None, text: str) -> bool:
    """ "le PAM", where « Programme alimentaire mondial », a listed body, is named in full."""
    return owner is not None and owner[1].rule == "known_body" and owner[1].kind != "media" and text.isupper()


def _long_names(w: Words, names: list[tuple[str, Candidate]]) -> list[tuple[str, Candidate]]:
    """The names of four words and more that no acronym is tied to; none where they are too many to tell."""
    found = {text: c for text, c in names if c.last - c.first > 3 and c.acronym is None}
    return list(found.items()) if len(found) <= _MOST else []


def _spelt_in_part(w: Words, long: list[tuple[str, Candidate]], letters: str) -> tuple[str, Candidate] | None:
    """« la direction interministérielle du numérique », « la DINUM »: the one name that has its letters."""
    fitting = [
        (text, c)
        for text, c in long
        if w.plain[c.first][0] == letters[0]
        and sum(word not in _EMPTY for word in w.plain[c.first : c.last]) <= len(letters) + 1
        and fits(letters, w.plain[c.first : c.last])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _worded(w: Words, i: int) -> bool:
    """An acronym read as a word, after its article: "l'Apep"."""
    return 2 < len(w.text[i]) < 8 and w.joined(i) and w.plain[i - 1] in _DEFINITE


def _form_at(ctx: Context, forms: dict[str, list[Form]], i: int) -> Form | None:
    w = ctx.w
    for form in forms.get(w.plain[i], ()):
        size = len(form.words)
        if i + size > len(w) or (size > 1 and tuple(w.plain[i : i + size]) != form.words):
            continue
        if size > 1 and not all(w.joined(k) for k in range(i + 1, i + size)):
            continue
        if form.rule == "short_form" and size == 1 and not w.is_acronym(i) and _beside_capital(w, i):
            continue  # "Armor Cycling Team", then "Armor Lux"
        if size == 1 and i + 1 < len(w) and w.cap[i + 1] and f"{w.plain[i]} {w.plain[i + 1]}" in _NOT_BODIES:
            continue  # "Google Maps", a product of the firm
        if _event_of(w, i + size):
            continue  # "Hello Tomorrow", then "Hello Tomorrow Challenge"
        if _cased(ctx, form, i) and not _inside_person(ctx, form, i):
            return form
    return None


def _event_of(w: Words, j: int) -> bool:
    """Whether a word of an event, with its capital, goes on what ends at token ``j``."""
    return j < len(w) and w.cap[j] and w.joined(j) and w.plain[j] in _GATHERINGS_ABROAD


def _beside_capital(w: Words, i: int) -> bool:
    after = i + 1 < len(w) and w.joined(i + 1) and w.cap[i + 1]
    return after or (i > 0 and w.joined(i) and w.cap[i - 1] and not w.opens_sentence(i - 1))


def _cased(ctx: Context, form: Form, i: int) -> bool:
    """Capitals where the name has them, or a line all in capitals."""
    w = ctx.w
    size = len(form.words)
    if size == 1:
        return w.text[i] == form.text or (
            w.shouted[i] and w.text[i] == w.text[i].upper() and len(w.text[i]) > 2
        )
    inner = any(form.caps[1:])
    if inner and w.cap[i] and form.words[0] not in ARTICLES and not w.opens_sentence(i) and all(form.caps):
        return True  # "Ateliers Sauvages", then "les Ateliers sauvages"
    return all(w.cap[i + k] or not cap or (k == 0 and inner) for k, cap in enumerate(form.caps)) and (
        w.cap[i] or inner or not form.caps[0]
    )


def _inside_person(ctx: Context, form: Form, i: int) -> bool:
    """A person's name of the same length or longer takes the words."""
    last = i + len(form.words)
    if not ctx.in_person[i]:
        return False
    return all(ctx.in_person[k] for k in range(i, last)) and not ctx.w.text[i].isupper()
