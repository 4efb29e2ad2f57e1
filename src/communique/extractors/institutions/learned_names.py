"""What the learned model is told of a name itself: its words, shapes, endings, and the lists that hold it."""

from __future__ import annotations

from communique.extractors.institutions.acronyms import not_acronyms
from communique.extractors.institutions.candidates import place_nouns
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.learned_words import word_features
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.usage_lists import company_nouns, suffixes
from communique.extractors.institutions.words import ROOM, endings, function_words, wordset
from communique.extractors.people.lexicon import first_names, named_after
from communique.gazetteer import bodies, places, registered, registry_key
from communique.lexicon import singular, words
from communique.memos import remember

_DEMONYM = endings("demonym")
_FIRST_NAMES = first_names()
_PLACES = places()
_BODIES = bodies()
_HEADS = heads()
_COMPANY_NOUNS = company_nouns()
_PLACE_NOUNS = place_nouns()
_NAMED_AFTER = named_after()
_TITLES = words(ROOM, "titles.txt")
_SUFFIXES = suffixes()
_FUNCTION_WORDS = function_words()
_NOT_ACRONYMS = not_acronyms()
_ABSTRACT = endings("abstract")
_BRAND = endings("brand")
_LEGAL = wordset("legal")


def name_features(u: Usage, i: int, j: int) -> list[str]:
    """Of the name itself, the same for all its uses."""
    return own_features(u, i, j) + article_features(u, i, j)


def own_features(u: Usage, i: int, j: int) -> list[str]:
    """Of the name itself, the same in every article."""
    w = u.w
    out = ["bias", f"n={min(j - i, 4)}"]
    caps = [k for k in range(i, j) if w.cap[k]]
    out.append(f"caps={min(len(caps), 4)}")
    for k in caps or [i]:
        where = "F" if k == i else "L" if k == j - 1 else "M"
        out.append(f"sh{where}={shape(w.text[k])}")
    first, last = w.plain[i], w.plain[j - 1]
    out += [
        f"w0={first}",
        f"wl={last}",
        f"s3={last[-3:]}",
        f"s2={last[-2:]}",
        f"p3={first[:3]}",
        f"f3={first[-3:]}",
    ]
    if len(last) > 5:
        out.append(f"s4={last[-4:]}")
    for k in range(i + 1, j - 1):
        out.append(f"in={w.plain[k]}" if not w.cap[k] else f"w={w.plain[k]}")
    if j - i > 1:
        out += [f"w={first}", f"w={last}"]
    out += _lexical(u, i, j)
    out += word_features(w, i, j)
    if j - i == 1:
        out.append(f"len={min(len(first), 12)}")
        if w.text[i].isupper():
            out.append(f"alen={min(len(first), 7)}")
    if not w.cap[j - 1]:
        out.append("ends-lower")
    if j - i > 1 and w.plain[i].endswith(_DEMONYM):
        out.append("demonym0")
    names = _FIRST_NAMES
    if j - i > 1 and any(w.plain[k] in names for k in range(i + 1, j - 1)):
        out.append("lex:firstM")
    if j - i == 2 and len(caps) == 2:
        out.append("two" + ("-p" if w.plain[i] in names else ""))
    return out


def _lexical(u: Usage, i: int, j: int) -> list[str]:
    w, out = u.w, []
    key = registry_key(w.span_text(i, j))
    if key in _PLACES:
        out.append("lex:place")
    if j - i > 1:
        if registry_key(w.text[i]) in _PLACES:
            out.append("lex:place0")
        if registry_key(w.text[j - 1]) in _PLACES:
            out.append("lex:placeL")
    if w.plain[i].split("-")[0] in _FIRST_NAMES:
        out.append("lex:first0" if j - i > 1 else "lex:first1")
    if len(key) > 4 and registered(w.span_text(i, j)) is not None:
        out.append("lex:ror")
    if j - i == 1 and w.is_acronym(i) and registered(w.text[i], acronym=True) is not None:
        out.append("lex:rora")
    if any(b.form == w.span_text(i, j) for b in _BODIES.get(w.plain[i], ())):
        out.append("lex:body")
    elif any(
        b.form == w.text[k] and len(b.words) == 1 for k in range(i, j) for b in _BODIES.get(w.plain[k], ())
    ):
        out.append("lex:bodyin")
    first = singular(w.plain[i])
    if first in u.negatives:
        out.append("lex:neg0")
    if first in _HEADS:
        out.append("lex:head0" if j - i > 1 else "lex:head1")
    if first in _COMPANY_NOUNS:
        out.append("lex:comp0")
    if first in _PLACE_NOUNS:
        out.append("lex:placenoun0")
    if first in _NAMED_AFTER:
        out.append("lex:after0")
    if w.plain[i] in _TITLES:
        out.append("lex:title0")
    if any(singular(w.plain[k]) in u.events for k in range(i, j)):
        out.append("lex:event")
    closings = _SUFFIXES
    for k in range(i, j):
        if (kind := closings.get(w.plain[k])) is not None:
            out += ["lex:suf", f"lex:suf:{kind}", f"lex:suf{'L' if k == j - 1 else 'F' if k == i else 'M'}"]
    if w.plain[i] in _FUNCTION_WORDS:
        out.append("lex:fw0" if j - i > 1 else "lex:fw")
    if w.text[i] in _NOT_ACRONYMS:
        out.append("lex:notacr")
    if w.plain[i] in u.roles:
        out.append("lex:role0")
    if any(any(c.isdigit() for c in w.text[k]) for k in range(i, j)):
        out.append("digit")
    if j - i == 1 and w.plain[i].endswith(_ABSTRACT):
        out.append("end:abstract")
    if w.plain[j - 1].endswith(_BRAND):
        out.append("end:brand")
    if j - i == 1 and w.plain[i].endswith(_DEMONYM):
        out.append("end:demonym")
    if w.plain[j - 1] in _LEGAL:
        out.append("legal")
    return out


def article_features(u: Usage, i: int, j: int) -> list[str]:
    """Of the name itself, by what its article tells elsewhere."""
    w, out = u.w, []
    low = [w.lower[k] in u.ctx.lower_words for k in range(i, j) if w.cap[k]]
    out.append("low:none" if not any(low) else "low:all" if all(low) else "low:some")
    if w.text[i] in u.borne:
        out.append("doc:borne" + ("+" if j - i == 1 or w.text[j - 1] in u.borne else ""))
    if u.domains and registry_key(w.span_text(i, j)).replace(" ", "") in u.domains:
        out.append("domain")
    if w.text[i] in u.ctx.local_places:
        out.append("doc:local")
    if w.text[i] in u.ctx.reached:
        out.append("doc:reached")
    if u.ctx.unsure_people and w.span_text(i, j) in u.ctx.unsure_people:
        out.append("doc:person?")
    if any(w.text[k] in u.surnames for k in range(i, j)):
        out.append("doc:surname")
    return out


_shapes: dict[str, str] = {}
_MOST_SHAPES = 1 << 12


def shape(text: str) -> str:
    """The pattern of a word's capitals, figures and hyphens.

    >>> shape("CNRS"), shape("Kubéa"), shape("OVHcloud"), shape("Co2Lab")
    ('X', 'Xx', 'xX', 'x9')
    """
    found = _shapes.get(text)
    return remember(_shapes, text, _shape(text), _MOST_SHAPES) if found is None else found


def _shape(text: str) -> str:
    if text.isupper():
        return "X" if text.isalpha() else "X9" if any(c.isdigit() for c in text) else "X-"
    if text[1:].islower():
        return "Xx"
    if "-" in text:
        parts = text.split("-")
        return "X-X" if all(p[:1].isupper() for p in parts) else "X-x"
    if any(c.isdigit() for c in text):
        return "x9"
    if any(c.isupper() for c in text[1:]):
        return "xX"
    return "x."
