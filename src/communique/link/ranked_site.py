"""A position in its sentence, for the learned choice of its subject: which words stand for it, and how."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from communique.document import plain_shadow
from communique.extractors.rankings.patterns import RESPECTIVELY, lazy, rankable_nouns, small_words
from communique.extractors.rankings.phrases import Phrase, head_nouns, is_discipline
from communique.lexicon import words as listed_words
from communique.link.antecedents import OURS
from communique.link.ranked import Ranked
from communique.records import Section

_OWN = frozenset({"son", "sa", "ses", "notre", "nos", "leur", "leurs"})
_COPULAS = frozenset({"est", "sont", "a", "ont", "reste", "se", "gagne", "progresse"})
QUIET = frozenset({"heading", "title"})
_LINE = 4000  # characters of a line that are looked back through
_NEAR = 8  # namings before a sentence that are looked at
_CLAUSE_OPENS = lazy(r"[:;»–—]\s(?:(?:l[ae]|en|au|a\sla)\s)?$")
_COMMA = lazy(r"[^.;:]{0,90}?,\s")
_LABEL = lazy(r"[\s\-–—•*·➡▪◦‣>️✔✅🏆■✂\W]{0,8}(?P<label>[^\n:.;,«»]{2,60}?)\s?:\s(?=[^\n:.]{0,30}$)")
_SMALL = (
    r"(?:(?:toujours|desormais|deja|encore|actuel\w*|ex\saequo|seulement|bon(?:ne)?|sacree?s?|classee?s?|"
    r"retrogradee?s?|promue?s?|arrivee?s?|elue?s?|nommee?s?|lui|elle|eux|tous?|pour\ssa\spart|indetronable|"
    r"pourtant|aussi|meme),?\s){0,3}(?:l[ae]s?\s|au\s|a\sla\s|en\s)?"
)
_PARENTHESIS = lazy(rf"\s?\(\s?{_SMALL}")
_COMMA_BESIDE = lazy(rf",\s{_SMALL}")
_ENDS = lazy(r"\s?(?:[,;.)!?»]|$|\(|et\s|mais\s|sur\s\d)")
# "le magazine la classe", "Skytrax nous relègue", "lui attribue"
_OBJECT = lazy(
    r"\b(?P<who>l[ae]|l'|nous|lui)\s?(?:a\s|ont\s|avait\s|avaient\s|y\s|font\s|fait\s)?(?:\w+ment\s)?"
    r"(?:class|plac|positionn|situ|hiss|propuls|releg|install|rang|attribu|accord|decern|donn|octroi|vaut|offr|"
    r"cit|distingu|design|nomm|sacr|credit|mett|met|fait|passer)\w*(?:\s[^.;:,()]{0,50})?\s?$"
)
_VERB = lazy(r"(?:class|plac|positionn|situ|hiss|rang|propuls)(?:e|er|ee?s?|ent|ait|aient)\s")
_RANK = lazy(r"(?:\d|premi|deuxi|second|troisi|\w{4,12}iemes?\b|derni|bons?\sderni|n[°o]\s?\d)")
_WHICH = lazy(r",?\s(?:qui|que|qu')\s?(?![^,;:.()]{0,140}[,;:.()][^;:.()]{3,})")
LATTER = lazy(r"\b(?:ce|cette|ces)\s(?:dernie?re?s?)\b|\bcel(?:le|ui)-ci\b|\bce(?:ux|lles)-ci\b")
_LISTED = lazy(
    r"\b(?:des|les)\s(?:\d+\s)?(?:meilleure?s?\s|plus\s\w+\s|grande?s\s|jeunes\s)?"
    r"(?P<unit>[a-z-]{3,}(?:\s[a-z']+)?)"
)
# "la Nantaise", "l'enseigne bordelaise": of a place
_OF_PLACE = lazy(
    r"[a-z-]{2,}(?:ais|aise|ois|oise|ien|ienne|ain|aine|in|ine|ard|arde|on|onne|an|anne|eau|ote)s?"
)
# "13es du classement": of several
SEVERAL = lazy(
    r"\b(?:\d+(?:er|re|e|eme|nd|nde)s|premi(?:er|ere)s|derni(?:er|ere)s|seconde?s|[a-z-]{3,20}iemes)\b"
    r"(?!\s(?:places|rangs))"
)


class Site:
    """One position with the phrases of its sentence; ``said``: what sort of words stand for its subject."""

    def __init__(self, ranked: Ranked, k: int) -> None:
        self.r, self.doc, self.k = ranked, ranked.doc, k
        self.m = m = ranked.told[k]
        self.start, self.end = ranked.bounds(m.start)
        previous = ranked.told[k - 1] if k else None
        following = ranked.told[k + 1] if k + 1 < len(ranked.told) else None
        self.floor = previous.end if previous is not None and previous.start >= self.start else self.start
        self.limit = following.start if following is not None and following.start < self.end else self.end
        self.line = self.doc.plain.rfind("\n", max(0, m.start - _LINE), m.start) + 1
        found = ranked.phrases.between(self.start, self.end)
        found = [p for p in found if p.kind == "name" or not ranked.in_name(p.start)]
        self.before = [p for p in found if p.end <= m.start][-40:]
        self.after = [p for p in found if p.start >= m.end][:20]
        self.free = [p for p in self.before if not p.oblique]
        self.label = self._label()
        if not self.label and self._opens_clause():
            self.free = []
        self.subject: Phrase | None = self.free[-1] if self.free else None
        self.opener = next((p for p in self.free if p.opens and p.kind != "other"), None)
        self.fronted, self.mode = False, ""
        if not self._attached():
            self._find_latter()
        self.called = ranked.short(self.subject) if self.subject and self.subject.kind == "other" else None
        self.read_id, self.read_as = self._read()
        self.section = self.doc.section_at(m.start)
        self.word = self.doc.plain[self.subject.start : self.subject.end] if self.subject else ""
        self.said = self._said()
        self.told_words = self._told_words()
        self.ordered = self._respective(k)
        self.units = self._units()
        self.ranked = [
            (source, (word.split() or [""])[0].rstrip("sx"), kinds_of(word)) for source, word in self.units
        ]  # the noun of each unit, and the kinds that it may stand for
        self.fitting = self._fitting()
        self.quoted = ranked.quoted(m.start)
        self.latest = self._latest()
        self.latest_said: tuple[str | None] | None = None  # of what the subject's words may stand for
        self.index = bisect_right(self.doc.sentences, m.start, key=lambda s: s.start) - 1
        self.opened_last = self._opened_last()
        self.heading = self._heading()
        self.plural = SEVERAL.search(self.doc.plain, m.start, m.end) is not None

    def barred(self) -> frozenset[str]:
        """Whose the position cannot be: who makes its ranking, and, where it is a crew's, any one person."""
        makers = self.r.makers(self.m.ranking) if self.m.ranking else frozenset[str]()
        return makers | self.r.persons if self.plural else makers

    def _opens_clause(self) -> bool:
        """Whether the position stands before its clause: "Un chiffre : 61e, elle gagne"."""
        opens = _CLAUSE_OPENS.search(self.doc.plain, max(self.start, self.m.start - 12), self.m.start)
        if opens is None or not any(not p.oblique and p.kind != "other" for p in self.after):
            return False
        return _COMMA.match(self.doc.plain, self.m.end) is not None

    def _find_latter(self) -> None:
        """ "Ce dernier", else, of a position before its clause, the first phrase after it."""
        latter = LATTER.search(self.doc.plain, max(self.floor, self.m.start - 120), self.m.start)
        if latter is not None and (self.subject is None or self.subject.start < latter.start()):
            self.subject = Phrase(*latter.span(), "pronoun", False)
        following = next((p for p in self.after if not p.oblique), None)
        if self.subject is None and following is not None:
            self.fronted, self.subject = True, following

    def _attached(self) -> bool:
        """Whether the position is set beside a phrase, or told of one by a relative clause, of an object."""
        m, plain = self.m, self.doc.plain
        inside = [p for p in self.before if p.start >= self.floor]
        last = inside[-1] if inside else Phrase(0, 0, "other", True)
        if inside and m.start - last.end < 60:
            known = last.kind == "name" or not last.oblique
            comma = _COMMA_BESIDE.fullmatch(plain, last.end, m.start) and _ENDS.match(plain, m.end)
            bare = m.start - last.end == 1 and _RANK.match(plain, m.start)
            if _PARENTHESIS.fullmatch(plain, last.end, m.start) or (known and not m.noun and (comma or bare)):
                self.mode, self.subject = "beside", last
                return True
        verb = _VERB.match(plain, m.start)  # "la [classe 3e]"
        until = m.start if verb is None else verb.end()
        given = _OBJECT.search(plain, max(self.floor, m.start - 110), until)
        if given is not None:
            self.mode, self.subject = "object", Phrase(*given.span("who"), "pronoun", False)
            return True
        which = max(
            _WHICH.finditer(plain, max(self.floor, m.start - 160), m.start),
            key=lambda w: w.start(),
            default=None,
        )
        if which is None or any(
            p.start >= which.end() and not p.oblique and p.kind != "other" for p in inside
        ):
            return False
        told = [p for p in inside if p.end <= which.start() + 1]
        if told:
            self.mode, self.subject = "relative", told[-1]
        return bool(told)

    def _said(self) -> str:
        """The words that look like the clause's subject, by kind."""
        p = self.subject
        if p is None:
            return "none"
        unknown = p.kind == "other" and self.called is None
        if self.mode:
            return f"{self.mode} {self.sort(p) if unknown else p.kind}"
        if self.label and p.kind == "other" and not self.fronted:
            return f"label {self.label}"
        out: str = p.kind if p.kind != "pronoun" else "nous" if self.word in OURS else "it"
        if unknown:
            out = f"other {self.sort(p)}"
        elif self.called is not None:
            out = "short"
        elif LATTER.match(self.doc.plain, p.start, p.end + 10):
            out = "latter"
        return f"fronted {out}" if self.fronted else out

    def _told_words(self) -> tuple[list[str], list[str]]:
        """The words of the subject that a name may hold, and the roots of those for people of a place."""
        p = self.subject
        if p is None or p.kind not in {"other", "noun"}:
            return [], []
        tokens = self.doc.tokens
        i = tokens.at(p.start)
        last = min(bisect_left(tokens.start, p.end), len(tokens))
        if p.kind == "noun" and last < len(tokens) and _OF_PLACE.fullmatch(tokens.plain[last]):
            last += 1  # "l'enseigne bordelaise"
        long = [w for w in tokens.plain[i : min(last, i + 8)] if len(w) > 3]
        return long, [w[:4] for w in long if _OF_PLACE.fullmatch(w)]

    def _read(self) -> tuple[str | None, str]:
        """Whom the words that the rules read as the subject name, and what they are."""
        words = self.m.subject
        if words is None:
            return None, "none"
        far = "" if self.start <= words[0] < self.end else " far"
        kind = self.r.antecedents.kind(*words)
        if kind == "pronoun":
            return None, ("nous" if self.doc.plain[slice(*words)] in OURS else "it") + far
        id = self.r.at(words[0])
        if id is not None:
            return id, "name" + far
        if kind == "noun":
            return None, "noun" + far
        return self.r.short(Phrase(*words, "other", False)), "other" + far

    def _units(self) -> list[tuple[str, str]]:
        """What is ranked here: by the position's own noun, by the ranking's name."""
        out, m = list[tuple[str, str]](), self.m
        if m.noun or m.category:
            out.append(("u", plain_shadow(m.noun or m.category or "")))
        listed = _LISTED.search(plain_shadow(m.ranking)) if m.ranking else None
        if listed:
            out.append(("ur", listed.group("unit")))
        return out

    def sort(self, p: Phrase) -> str:
        """What a phrase that names nobody known is: a name, what can be ranked, one's own, a criterion."""
        tokens = self.doc.tokens
        i = tokens.at(p.start)
        words = tokens.plain[i : bisect_left(tokens.start, p.end)]
        nouns = [w for w in words if w not in small_words("determiners") and w[:1].isalpha()]
        own = i + 1 if len(words) > 1 and self.start == p.start else i
        if is_discipline(" ".join(nouns)):
            return "criterion"  # "l'AVC", whatever its letters
        if any(tokens.text[k][0].isupper() for k in range(own, i + len(words))):
            return "unknown"
        head = (nouns or [""])[0]
        if words and words[0] in _OWN:
            return "own"
        if is_thing(head):
            return "thing"
        return "common"

    def _label(self) -> str:
        """The kind of label that the position's line opens with: "Satisfaction : 1er rang"."""
        m = _LABEL.match(self.doc.text, self.line, self.m.start) if self.m.start - self.line < 120 else None
        if m is None:
            return ""
        words = m.group("label").replace("’", " ").replace("'", " ").split()
        if not words or any(w in _COPULAS for w in words):
            return ""
        if is_discipline(plain_shadow(m.group("label"))):
            return "discipline"
        capitals = sum(w[:1].isupper() for w in words[1:])
        return "number" if words[0][:1].isdigit() else "proper" if capitals else "common"

    def _respective(self, k: int) -> str:
        """Whose the position is in "A et B, respectivement 6e et 24e"."""
        m = RESPECTIVELY.search(self.doc.plain, self.start, self.m.start)
        if m is None:
            return ""
        first = max(0, k - 6)
        here = [
            i
            for i in range(first, min(k + 6, len(self.r.told)))
            if m.end() <= self.r.told[i].start < self.end
        ]
        plain = self.doc.plain
        named = ((s, id) for s, _, id in self.r.between(self.start, m.start()) if plain[s - 1 : s] != "(")
        told = (id for _, id in named if not self.r.entities[id].publishes)
        ids = list(dict.fromkeys(told))[-len(here) :]
        return ids[here.index(k)] if k in here and len(ids) == len(here) else ""

    def _fitting(self) -> dict[str, list[str]]:
        """By what is ranked, and by the noun that is the subject, the entities of a kind that fits."""
        words = dict(self.units)
        if self.said in {"noun", "fronted noun"}:
            words["noun"] = self.word
        kinds = {source: kinds_of(word) for source, word in words.items()}
        return {source: self.r.fitting(of) for source, of in kinds.items() if of is not None}

    def _latest(self) -> str | None:
        """Who is named last before the sentence, but for who makes rankings."""
        i = bisect_left(self.r.starts, self.start)
        for k in range(i - 1, max(0, i - _NEAR) - 1, -1):
            if self.r.spans[k][2] not in self.r.publishers:
                return self.r.spans[k][2]
        return None

    def _opened_last(self) -> Phrase | None:
        """The first subject of the sentence before."""
        if self.index < 1:
            return None
        last = self.doc.sentences[self.index - 1]
        if self.start - last.start > _LINE // 2:
            return None
        told = self.r.phrases.between(last.start, last.end)
        return next((p for p in told if not p.oblique and p.kind != "other"), None)

    def _heading(self) -> Section | None:
        """The heading above, or the title."""
        i = bisect_right(self.doc.sections, self.m.start, key=lambda s: s.start) - 1
        return next((s for s in reversed(self.doc.sections[max(0, i - 12) : i]) if s.kind in QUIET), None)


def is_thing(noun: str) -> bool:
    """Whether a noun is of what can be ranked and is no body: a town, a programme."""
    works = listed_words("communique.extractors.rankings", "works.txt")
    return noun in rankable_nouns() or noun.rstrip("sx") in works


def sort_of(noun: str) -> str:
    """What a common noun is of: a thing that can be ranked, a body, a field, or anything else.

    >>> sort_of("master"), sort_of("lycee"), sort_of("chimie")
    ('thing', 'body', 'discipline')
    """
    if noun in head_nouns():
        return "body"
    return "thing" if is_thing(noun) else "discipline" if is_discipline(noun) else "common"


def kinds_of(word: str) -> frozenset[str] | None:
    """The kinds of bodies that a noun of what is ranked may stand for; None for a noun that none has.

    >>> sorted(kinds_of("hopitaux publics") or ()), kinds_of("villes")
    (['health'], None)
    """
    for w in word.split()[:3]:
        known = (
            head_nouns().get(w)
            or head_nouns().get(w.rstrip("sx"))
            or head_nouns().get(w.replace("aux", "al"))
        )
        if known is not None:
            return known[1]
    return None
