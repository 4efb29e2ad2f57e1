"""What the learned model is told of one use of a name: the words before and after it, and their classes."""

from __future__ import annotations

from communique.extractors.institutions.candidates import givers
from communique.extractors.institutions.learned_context import (
    STOPS,
    governor,
    meant_by,
    neighbour,
    row_features,
    spelt_before,
    topic_of,
)
from communique.extractors.institutions.learned_names import shape
from communique.extractors.institutions.learned_things import signs_after, signs_before
from communique.extractors.institutions.open_names import MARKS, acts
from communique.extractors.institutions.rosters import roster_features
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.words import ARTICLES, OF, function_words, wordset
from communique.extractors.people.lexicon import speech_verbs
from communique.gazetteer import places, registry_key

_GIVERS = givers()
_FUNCTION_WORDS = function_words()
_SPEECH_VERBS = speech_verbs()
_AUXILIARIES = wordset("auxiliaries")
_PLACES = places()

_SMALL = ARTICLES | {"de", "d'", "du", "des", "a", "par"}
_CONTRACTED = frozenset(("du", "des", "au", "aux"))
_THE = ARTICLES | _CONTRACTED
_NAMING = ("baptise", "nomme", "denomme", "intitule", "appele", "surnomme")
_LISTED = frozenset(("pn:cap", "nn:cap", "pn:body", "nn:body"))


def use_features(u: Usage, taken: set[int], i: int, j: int) -> list[str]:
    """Of one use: the words before and after, their classes, the neighbours in a list, the section."""
    w = u.w
    out: list[str] = []
    section = w.doc.section_at(w.start[i])
    if section is not None:
        out.append(f"sec={section.kind}")
    opening = w.opens_sentence(i)
    out.append("open" if opening else "inner")
    if opening and j - i > 1 and w.lower[i].endswith(("é", "ée", "és", "ées")):
        out.append("participle0")  # "Baptisé X, le robot"
    if (before := u.befores.get(i)) is None:
        before = u.befores[i] = _before(u, taken, i, opening)
    out += before
    out += _after(u, taken, i, j)
    k, n = i - 1, j
    if k >= 0 and n < len(w):
        if w.text[k] == "(" and w.text[n] == ")":
            out.append("par")
            if j - i == 1 and w.is_acronym(i) and (spelt := spelt_before(u, k, w.plain[i])):
                out += ["spelt", f"spelt={spelt}"]
        if w.text[k] in MARKS and w.text[n] in MARKS:
            out.append("quoted")
        elif w.plain[k] in _THE and k and w.text[k - 1] in MARKS and w.text[n] in MARKS:
            out.append("quoted'")
    if w.line_break(i) and w.line_break(j):
        out.append("alone")
    form = shape(w.text[i]) + ("+" if j - i > 1 else "")
    seen = {f[:2]: f for f in out if f[:3] in ("p1=", "n1=")}
    subject = opening or w.text[i - 1] in ",;:»”)"
    out += [
        f"{form}|{seen.get('p1', '')}",
        f"{form}|{seen.get('n1', '')}",
        f"{seen.get('p1', '')}|{seen.get('n1', '')}",
    ]
    out.append(f"{form}|{'S' if subject else 'O'}|{'v' if j < len(w) and acts(w, j) else '-'}")
    if (row := u.rows.get(i)) is None:
        row = u.rows[i] = row_features(u, taken, i)
    out += row
    out += roster_features(w, u.ctx.rosters, i, j)
    out.append(f"{u.things}|{form}")
    topic = u.topic or topic_of(u)
    out.append(f"{topic}|{form}|{'S' if subject else 'O'}")
    if row:
        out.append(f"{topic}|row")
    if not _LISTED.isdisjoint(out):
        out.append(f"{topic}|listed")
    return out


def _before(u: Usage, taken: set[int], i: int, opening: bool) -> list[str]:
    w, out = u.w, []
    if i == 0 or w.line_break(i):
        return ["p1=^"]
    k = i - 1
    word = w.plain[k]
    out.append(f"p1={word if not word[0].isdigit() else '#'}")
    det = ""
    if word in ARTICLES and k and w.joined(k):
        det, k = word, k - 1
        word = w.plain[k]
    elif word in MARKS and k:
        out.append("p:mark")
        k -= 1
        word = w.plain[k]
        if word in ARTICLES and k:
            det, k = word, k - 1
            word = w.plain[k]
    out.append(f"det={det}")
    out.append(f"p2={det}|{word if not word[0].isdigit() else '#'}")
    if w.lower[k] == "à":
        out.append("p:à")
        if k and w.plain[k - 1] in _GIVERS:
            out.append("p:giver")
    if w.text[k] == ",":
        out.append("p:comma" + ("+det" if det else ""))
        out += neighbour(u, taken, k - 1, "pn")
        if k and u._role_before(k):
            out.append("p:role,")
    elif word in ("et", "ou", "&"):
        out += neighbour(u, taken, k - 1, "pn")
    elif word == "(":
        out += neighbour(u, taken, k - 1, "pp")
        if u._role_before(k):
            out.append("p:role(")
    elif word in ("par", "a", "aupres", "avec") and u._agent_before(k):
        out.append("p:agent")
    if word in u.objects and not det:
        out.append("p:object")
    if word.startswith(_NAMING):
        out.append("p:naming" + ("^" if w.opens_sentence(k) else ""))
    of = word in OF
    meant = meant_by(u, k)
    if meant:
        out += [f"p:for={meant}", f"p:for={meant}" + ("+det" if det or word in _CONTRACTED else "-")]
    if of:
        out.append("p:of" + ("+det" if det or word in ("du", "des") else ""))
        if u._role_before(k):
            out.append("of:role")
        k -= 1
    if k >= 0 and word not in STOPS and not opening:
        out += governor(u, k, "of" if of else "by", bool(det))
    if word[0].isalpha() and not of:
        verb = word in u.verbs or word.removesuffix("nt") in u.verbs
        out.append("p:verb" if verb else "p:word" if word not in _FUNCTION_WORDS else "p:fw")
        if word in _SPEECH_VERBS:
            out.append("p:speech")
    if w.cap[i - 1] and not w.opens_sentence(i - 1):
        out.append("p:cap")
    if not opening:
        out += signs_before(u, i)
    return out


def _after(u: Usage, taken: set[int], i: int, j: int) -> list[str]:
    w, out = u.w, []
    if j >= len(w) or w.line_break(j):
        return ["n1=$"]
    word = w.plain[j]
    out.append(f"n1={word if not word[0].isdigit() else '#'}")
    subject = i == 0 or w.line_break(i) or w.text[i - 1] in ',;.:»”"'
    mark = "S" if subject else "O"
    out += signs_after(u, i, j, mark)
    if acts(w, j):
        out += ["n:acts", f"n:acts{mark}"]
    elif word in _AUXILIARIES and j + 1 < len(w):
        out += [f"n:aux={word}", f"n:aux{mark}"]
        if f"{word} {w.plain[j + 1]}" in u.verbs:
            out.append(f"n:auxacts{mark}")
    elif word[0].isalpha() and not w.cap[j] and word not in _FUNCTION_WORDS:
        out.append(f"n:e={word[-2:]}{mark}")
        if word in _SPEECH_VERBS:
            out.append("n:speech")
        if w.is_adjective(j):
            out.append("n:adj")
    if word in ("et", "ou", ",", "&"):
        k = j + 1
        while k < len(w) - 1 and w.plain[k] in _SMALL:
            k += 1
        if k < len(w):
            out += neighbour(u, taken, k, "nn")
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
        if w.plain[j + 1] in u.roles or (w.plain[j + 1] in ARTICLES and w.plain[j + 2] in u.roles):
            out.append("n:,role")
        out.append(f"n,={w.plain[j + 1]}" if w.plain[j + 1][0].isalpha() and not w.cap[j + 1] else "n,.")
    if word == "est" and j + 2 < len(w):
        weight, _ = u._apposition(j + 1)
        out.append(f"n:est{weight}")
    if word == "(" and j + 1 < len(w):
        inside = w.plain[j + 1]
        out.append(
            "n:(#" if inside[0].isdigit() else "n:(place" if registry_key(inside) in _PLACES else "n:(."
        )
        if w.is_acronym(j + 1):
            out.append("n:(acr")
    if word in OF and j + 1 < len(w):
        out.append("n:ofcap" if w.cap[j + 1] or (j + 2 < len(w) and w.cap[j + 2]) else "n:oflow")
    if w.cap[j] and w.joined(j):
        out.append("n:cap")
    if word == "," and subject and u._resumed(j + 1):
        out.append("n:resumed")
    return out
