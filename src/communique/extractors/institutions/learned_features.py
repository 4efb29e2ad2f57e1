"""What a learned model is told of a name: its words, and what stands around each of its uses."""

from __future__ import annotations

from functools import cache

from communique.extractors.institutions.acronyms import not_acronyms
from communique.extractors.institutions.candidates import givers, place_nouns
from communique.extractors.institutions.head_nouns import heads, singular
from communique.extractors.institutions.open_names import MARKS, acts
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.usage_lists import company_nouns, suffixes
from communique.extractors.institutions.words import ROOM, Words, endings, function_words, wordset
from communique.extractors.people.lexicon import first_names, named_after, speech_verbs
from communique.gazetteer import bodies, places, registered, registry_key, split_words
from communique.lexicon import lines, words

_ARTICLES = frozenset(("la", "le", "les", "l'"))
_SMALL = _ARTICLES | {"de", "d'", "du", "des", "a", "par"}
_CONTRACTED = frozenset(("du", "des", "au", "aux"))
_OF = frozenset(("de", "d'", "du", "des"))
_ASIDE = 12  # tokens of a parenthesis or quoted name at most
_STOPS = frozenset('.,;:()«»“”"–—-•|!?…')


def name_features(u: Usage, i: int, j: int) -> list[str]:
    """Of the name itself, the same for all its uses."""
    w = u.w
    out = ["bias", f"n={min(j - i, 4)}"]
    caps = [k for k in range(i, j) if w.cap[k]]
    out.append(f"caps={min(len(caps), 4)}")
    for k in caps or [i]:
        where = "F" if k == i else "L" if k == j - 1 else "M"
        out.append(f"sh{where}={_shape(w.text[k])}")
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
    if j - i == 1:
        out.append(f"len={min(len(first), 12)}")
        if w.text[i].isupper():
            out.append(f"alen={min(len(first), 7)}")
    if not w.cap[j - 1]:
        out.append("ends-lower")
    if j - i > 1 and w.plain[i].endswith(endings("demonym")):
        out.append("demonym0")
    names = first_names()
    if j - i > 1 and any(w.plain[k] in names for k in range(i + 1, j - 1)):
        out.append("lex:firstM")
    if j - i == 2 and len(caps) == 2:
        out.append("two" + ("-p" if w.plain[i] in names else ""))
    return out


def _lexical(u: Usage, i: int, j: int) -> list[str]:
    w, out = u.w, []
    key = registry_key(w.span_text(i, j))
    if key in places():
        out.append("lex:place")
    if j - i > 1:
        if registry_key(w.text[i]) in places():
            out.append("lex:place0")
        if registry_key(w.text[j - 1]) in places():
            out.append("lex:placeL")
    if w.plain[i].split("-")[0] in first_names():
        out.append("lex:first0" if j - i > 1 else "lex:first1")
    if len(key) > 4 and registered(w.span_text(i, j)) is not None:
        out.append("lex:ror")
    if j - i == 1 and w.is_acronym(i) and registered(w.text[i], acronym=True) is not None:
        out.append("lex:rora")
    if any(b.form == w.span_text(i, j) for b in bodies().get(w.plain[i], ())):
        out.append("lex:body")
    elif any(
        b.form == w.text[k] and len(b.words) == 1 for k in range(i, j) for b in bodies().get(w.plain[k], ())
    ):
        out.append("lex:bodyin")
    first = singular(w.plain[i])
    if first in u.negatives:
        out.append("lex:neg0")
    if first in heads():
        out.append("lex:head0" if j - i > 1 else "lex:head1")
    if first in company_nouns():
        out.append("lex:comp0")
    if first in place_nouns():
        out.append("lex:placenoun0")
    if first in named_after():
        out.append("lex:after0")
    if w.plain[i] in words(ROOM, "titles.txt"):
        out.append("lex:title0")
    if any(singular(w.plain[k]) in u.events for k in range(i, j)):
        out.append("lex:event")
    closings = suffixes()
    for k in range(i, j):
        if (kind := closings.get(w.plain[k])) is not None:
            out += ["lex:suf", f"lex:suf:{kind}", f"lex:suf{'L' if k == j - 1 else 'F' if k == i else 'M'}"]
    if w.plain[i] in function_words():
        out.append("lex:fw0" if j - i > 1 else "lex:fw")
    if w.text[i] in not_acronyms():
        out.append("lex:notacr")
    low = [w.lower[k] in u.ctx.lower_words for k in range(i, j) if w.cap[k]]
    if low and all(low):
        out.append("low:all")
    elif any(low):
        out.append("low:some")
    else:
        out.append("low:none")
    if w.plain[i] in u.roles:
        out.append("lex:role0")
    if registry_key(w.span_text(i, j)).replace(" ", "") in u.domains:
        out.append("domain")
    if any(any(c.isdigit() for c in w.text[k]) for k in range(i, j)):
        out.append("digit")
    if j - i == 1 and w.plain[i].endswith(endings("abstract")):
        out.append("end:abstract")
    if w.plain[j - 1].endswith(endings("brand")):
        out.append("end:brand")
    if j - i == 1 and w.plain[i].endswith(endings("demonym")):
        out.append("end:demonym")
    if w.plain[j - 1] in wordset("legal"):
        out.append("legal")
    if w.text[i] in u.ctx.local_places:
        out.append("doc:local")
    if w.text[i] in u.ctx.reached:
        out.append("doc:reached")
    if w.span_text(i, j) in u.ctx.unsure_people:
        out.append("doc:person?")
    if any(w.text[k] in u.surnames for k in range(i, j)):
        out.append("doc:surname")
    return out


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


def use_features(u: Usage, taken: set[int], i: int, j: int) -> list[str]:
    """Of one use: the words before and after, their classes, the neighbours in a list, the section."""
    w = u.w
    out: list[str] = []
    section = w.doc.section_at(w.start[i])
    if section is not None:
        out.append(f"sec={section.kind}")
    opening = w.opens_sentence(i)
    out.append("open" if opening else "inner")
    out += _before(u, taken, i, opening)
    out += _after(u, taken, i, j)
    k, n = i - 1, j
    if k >= 0 and n < len(w):
        if w.text[k] == "(" and w.text[n] == ")":
            out.append("par")
            if j - i == 1 and w.is_acronym(i) and _spelt_before(u, k, w.plain[i]):
                out.append("spelt")
        if w.text[k] in MARKS and w.text[n] in MARKS:
            out.append("quoted")
        elif w.plain[k] in _ARTICLES | _CONTRACTED and k and w.text[k - 1] in MARKS and w.text[n] in MARKS:
            out.append("quoted'")
    if w.line_break(i) and w.line_break(j):
        out.append("alone")
    shape = _shape(w.text[i]) + ("+" if j - i > 1 else "")
    seen = {f[:2]: f for f in out if f[:3] in ("p1=", "n1=")}
    subject = opening or w.text[i - 1] in ",;:»”)"
    out += [
        f"{shape}|{seen.get('p1', '')}",
        f"{shape}|{seen.get('n1', '')}",
        f"{seen.get('p1', '')}|{seen.get('n1', '')}",
    ]
    out.append(f"{shape}|{'S' if subject else 'O'}|{'v' if j < len(w) and acts(w, j) else '-'}")
    row = _row(u, taken, i)
    out += row
    topic = _topic(u)
    out.append(f"{topic}|{shape}|{'S' if subject else 'O'}")
    if row:
        out.append(f"{topic}|row")
    if any(f in ("pn:cap", "nn:cap", "pn:body", "nn:body") for f in out):
        out.append(f"{topic}|listed")
    return out


def _topic(u: Usage) -> str:
    """What the article calls the bodies that it is about, if it says so often."""
    kind, count = max(u._spoken.items(), key=lambda item: item[1], default=("", 0))
    return f"doc={kind}" if count > 1 else "doc="


def _spelt_before(u: Usage, k: int, acronym: str) -> bool:
    """Whether the words before token ``k`` have the acronym's letters for initials, small words aside."""
    w = u.w
    left = len(acronym)
    for at in range(k - 1, max(-1, k - 3 * len(acronym)), -1):
        if w.text[at] in _STOPS:
            break
        if w.plain[at][0] == acronym[left - 1]:
            left -= 1
            if left == 0:
                return True
        elif w.plain[at] not in wordset("empty"):
            break
    return False


def _row(u: Usage, taken: set[int], i: int) -> list[str]:
    """What opens the lines around that of the name, where it opens its own: the rows of a list or table."""
    w = u.w
    k = i
    while k > 0 and i - k < 4 and not w.line_break(k):
        k -= 1
        if w.text[k][0].isalpha() and len(w.text[k]) > 2:
            return []
    if not (k == 0 or w.line_break(k)):
        return []
    out = ["row"]
    for step in (-1, 1):
        n = _line(w, k, step)
        if n < 0:
            continue
        for at in range(n, min(n + 5, len(w))):
            if at > n and w.line_break(at):
                break
            if w.cap[at] or at in taken:
                out += [f"row{f[2:]}" for f in _neighbour(u, taken, at, "nn")]
                break
    return out


def _line(w: Words, k: int, step: int) -> int:
    """The first token of the line before or after the one that token ``k`` opens; -1 far away."""
    n = k + step
    for _ in range(40):
        if not 0 <= n < len(w):
            return -1
        if w.line_break(n):
            return n
        n += step
    return -1


def _before(u: Usage, taken: set[int], i: int, opening: bool) -> list[str]:
    w, out = u.w, []
    if i == 0 or w.line_break(i):
        return ["p1=^"]
    k = i - 1
    word = w.plain[k]
    out.append(f"p1={word if not word[0].isdigit() else '#'}")
    det = ""
    if word in _ARTICLES and k and w.joined(k):
        det, k = word, k - 1
        word = w.plain[k]
    elif word in MARKS and k:
        out.append("p:mark")
        k -= 1
        word = w.plain[k]
        if word in _ARTICLES and k:
            det, k = word, k - 1
            word = w.plain[k]
    out.append(f"det={det}")
    out.append(f"p2={det}|{word if not word[0].isdigit() else '#'}")
    if w.lower[k] == "à":
        out.append("p:à")
        if k and w.plain[k - 1] in givers():
            out.append("p:giver")
    if w.text[k] == ",":
        out.append("p:comma" + ("+det" if det else ""))
        out += _neighbour(u, taken, k - 1, "pn")
        if k and u._role_before(k):
            out.append("p:role,")
    elif word in ("et", "ou", "&"):
        out += _neighbour(u, taken, k - 1, "pn")
    elif word == "(":
        out += _neighbour(u, taken, k - 1, "pp")
        if u._role_before(k):
            out.append("p:role(")
    elif word in ("par", "a", "aupres", "avec") and u._agent_before(k):
        out.append("p:agent")
    if word in u.objects and not det:
        out.append("p:object")
    of = word in _OF
    meant = _preposition(u, k)
    if meant:
        out += [f"p:for={meant}", f"p:for={meant}" + ("+det" if det or word in _CONTRACTED else "-")]
    if of:
        out.append("p:of" + ("+det" if det or word in ("du", "des") else ""))
        if u._role_before(k):
            out.append("of:role")
        k -= 1
    if k >= 0 and word not in _STOPS and not opening:
        out += _governor(u, k, "of" if of else "by", bool(det))
    if word[0].isalpha() and not of:
        verb = word in u.verbs or word.removesuffix("nt") in u.verbs
        out.append("p:verb" if verb else "p:word" if word not in function_words() else "p:fw")
        if word in speech_verbs():
            out.append("p:speech")
    if w.cap[i - 1] and not w.opens_sentence(i - 1):
        out.append("p:cap")
    return out


@cache
def prepositions() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By its last word, each preposition with what its complement is likely to be, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in lines(ROOM, "prepositions.txt"):
        phrase, meant = (part.strip() for part in line.split("|"))
        split = split_words(phrase)
        out.setdefault(split[-1], []).append((split, meant))
    for found in out.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return out


_SAME = {"du": "de", "des": "de", "d'": "de", "au": "a", "aux": "a"}


def _preposition(u: Usage, k: int) -> str:
    """What the preposition that ends at token ``k`` is likely to govern: "agent", "place" or nothing."""
    w = u.w
    last = _SAME.get(w.plain[k], w.plain[k])
    for phrase, meant in prepositions().get(last, ()):
        size = len(phrase) - 1
        if k >= size and tuple(w.plain[k - size : k]) == phrase[:-1]:
            return meant
    return ""


def _neighbour(u: Usage, taken: set[int], k: int, name: str) -> list[str]:
    w = u.w
    if k < 0:
        return []
    if w.text[k] in ")»”":
        far = k - _ASIDE
        while k > max(0, far) and w.text[k] not in "(«“":
            k -= 1
        k -= 1
    if k < 0:
        return []
    if k in taken:
        return [f"{name}:body"]
    if u.ctx.in_person[k]:
        return [f"{name}:person"]
    if not w.cap[k]:
        return [f"{name}:low"]
    if registry_key(w.text[k]) in places() or u.ctx.reached_or_local(w.text[k]):
        return [f"{name}:place"]
    return [f"{name}:cap"]


def _governor(u: Usage, k: int, name: str, det: bool) -> list[str]:
    """The noun that governs the name: « la société X », « le festival de X », two adjectives aside."""
    w, out = u.w, []
    name += "d" if det else ""
    steps = 0
    while k >= 0 and steps < 3 and (steps == 0 or w.joined(k + 1)):
        word = w.plain[k]
        if w.text[k] in _STOPS or not word[0].isalpha():
            break
        if word in function_words() and (steps or w.cap[k]):
            break
        if w.cap[k]:
            out.append(f"{name}:cap")
            break
        noun = singular(word)
        if steps == 0:
            out.append(f"{name}={noun}")
        known = [
            label
            for label, found in (
                ("company", noun in company_nouns()),
                ("intro", noun in u.introducing),
                ("head", noun in heads()),
                ("neg", noun in u.negatives),
                ("event", noun in u.events),
                ("place", noun in place_nouns()),
                ("role", word in u.roles),
                ("belong", word in u.belongings),
                ("after", noun in named_after()),
            )
            if found
        ]
        out += [f"{name}:{label}" for label in known]
        if known:
            break
        if steps == 0 and word.endswith(endings("agent")):
            out.append(f"{name}:agent")
        if not w.is_adjective(k):
            break
        k, steps = k - 1, steps + 1
    return out


def _after(u: Usage, taken: set[int], i: int, j: int) -> list[str]:
    w, out = u.w, []
    if j >= len(w) or w.line_break(j):
        return ["n1=$"]
    word = w.plain[j]
    out.append(f"n1={word if not word[0].isdigit() else '#'}")
    subject = i == 0 or w.line_break(i) or w.text[i - 1] in ',;.:»”"'
    mark = "S" if subject else "O"
    if acts(w, j):
        out += ["n:acts", f"n:acts{mark}"]
    elif word in wordset("auxiliaries") and j + 1 < len(w):
        out += [f"n:aux={word}", f"n:aux{mark}"]
        if f"{word} {w.plain[j + 1]}" in u.verbs:
            out.append(f"n:auxacts{mark}")
    elif word[0].isalpha() and not w.cap[j] and word not in function_words():
        out.append(f"n:e={word[-2:]}{mark}")
        if word in speech_verbs():
            out.append("n:speech")
        if w.is_adjective(j):
            out.append("n:adj")
    if word in ("et", "ou", ",", "&"):
        k = j + 1
        while k < len(w) - 1 and w.plain[k] in _SMALL:
            k += 1
        if k < len(w):
            out += _neighbour(u, taken, k, "nn")
        if u._enumerated(j):
            out.append("n:enum")
    if word == "," and j + 2 < len(w):
        weight, _ = u._apposition(j + 1)
        if weight:
            out.append(f"n:appos{weight}")
        if w.plain[j + 1][0].isdigit():
            out.append("n:,#ans" if w.plain[j + 2] == "ans" else "n:,#")
        if w.plain[j + 1] == "a" and w.cap[j + 2]:
            out.append("n:,à")
        if w.plain[j + 1] in u.roles or (w.plain[j + 1] in _ARTICLES and w.plain[j + 2] in u.roles):
            out.append("n:,role")
        out.append(f"n,={w.plain[j + 1]}" if w.plain[j + 1][0].isalpha() and not w.cap[j + 1] else "n,.")
    if word == "est" and j + 2 < len(w):
        weight, _ = u._apposition(j + 1)
        out.append(f"n:est{weight}")
    if word == "(" and j + 1 < len(w):
        inside = w.plain[j + 1]
        out.append(
            "n:(#" if inside[0].isdigit() else "n:(place" if registry_key(inside) in places() else "n:(."
        )
        if w.is_acronym(j + 1):
            out.append("n:(acr")
    if word in _OF and j + 1 < len(w):
        out.append("n:ofcap" if w.cap[j + 1] or (j + 2 < len(w) and w.cap[j + 2]) else "n:oflow")
    if w.cap[j] and w.joined(j):
        out.append("n:cap")
    if u._resumed(j + 1) and word == "," and subject:
        out.append("n:resumed")
    return out
