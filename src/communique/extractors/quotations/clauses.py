"""Reported clauses: the sentence they stand in, where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import Subject
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.words import in_class, listed, role_nouns
from communique.mentions import QuotationMention

_RELATIVES = in_class("relatives")

_ROLE_NOUNS = role_nouns()
_DETERMINERS = in_class("determiners")

_OPENERS = frozenset(
    {"le", "la", "les", "l'", "il", "elle", "ils", "elles", "ce", "cette", "ces", "un", "une", "des", "ses",
     "nos"}
)  # fmt: skip
_BEFORE_TITLES = in_class("prepositions") | listed("name_heads.txt") | {"et", "ou"}
_FRONTED = in_class("prepositions")
_PRONOUNS = in_class("subject_pronouns")
_SINCE = frozenset({"dès", "après", "alors", "depuis", "sitôt", "aussitôt", "tandis", "bien", "maintenant"})

_BESIDE_SOURCE = frozenset(
    {"qui", "dont", "ancien", "ancienne", "autre", "ex", "co", "relatif", "relative", "paru", "parue",
     "rendu", "rendue", "parus", "parues", "rendus", "rendues", "issu", "issue", "issus", "issues"}
)  # fmt: skip
_CIVILITY = re.compile(r"(?<!\w)(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Dre|Pr|Pre|Me|Monsieur|Madame)[ \u00a0\u202f]\Z")
_ELISION = re.compile(r"\w['’](?=\w)")
_MIN_WORDS = 3
# What names a statement just told: "…, une version que démentent les témoins".
_STATEMENTS = frozenset(
    {"version", "thèse", "affirmation", "affirmations", "allégation", "allégations", "accusation",
     "accusations", "explication", "explications", "déclaration", "déclarations", "propos", "information",
     "assertion", "argument", "hypothèse", "lecture", "interprétation"}
)  # fmt: skip
_DENYING = re.compile(
    r"\W*ce (?:que |qu')(?:a |ont |avait |avaient )?(?:formellement |fermement |catégoriquement )?"
    r"(?:dément|nie|contest|réfut|rejet|démenti|confirm)"
)
# "que le mandat a pris fin | et que | la mission a été « menée à bien »": the fragment is of the second.
_SECOND_QUE = re.compile(r"\w{3,}[^.;:«»\"“”]{12,},? (?:et|mais) (?:que |qu['’])")
_SO_MUCH = frozenset({"si", "tel", "telle", "tels", "telles", "tant", "tellement"})
_WRAPPING = frozenset(
    {"que", "source", "incise", "source-after"}
)  # rules whose clause may hold a marked fragment
_OTHER_SUBJECT = 12  # chunks of somebody's name and function before the verb
_EDGE = 12  # characters of the clause's own words on either side of such a fragment


def _word_count(words: str) -> int:
    """Words, elided ones too: three in "l'aide continuera", two in "il s'agit"."""
    bare = words.count(" ") + 1
    impersonal = words[:3].lower() in ("il ", "on ") or words[:2].lower().replace("’", "'") == "c'"
    return bare if impersonal else bare + len(_ELISION.findall(words))


class Sentence:
    """A sentence to read: its row, its reporting words, the spans of the marked words already found."""

    __slots__ = ("chunks", "cues", "number", "scene", "taken")

    def __init__(
        self,
        scene: Scene,
        chunks: Sequence[Chunk],
        cues: Sequence[Cue],
        taken: Sequence[tuple[int, int]],
        number: int,
    ) -> None:
        self.scene = scene
        self.chunks = chunks
        self.cues = cues
        self.taken = taken
        self.number = number

    @property
    def text(self) -> str:
        return self.scene.doc.text

    def mention(
        self, cue: Cue, parts: Sequence[tuple[int, int]], rule: str, subject: Subject | None = None
    ) -> QuotationMention | None:
        """A mention of the chunks of ``parts``, unless it wraps marked words or is too short."""
        spans = [self._span(a, b) for a, b in parts]
        kept = [s for s in spans if s is not None]
        if not kept or not self._mostly_unmarked(kept[0][0], kept[-1][1], wraps=rule in _WRAPPING):
            return None
        if sum(_word_count(self.text[s:e]) for s, e in kept) < _MIN_WORDS:
            return None
        who = subject or cue.subject
        spoken_to = who is not None and self.text[who.start : who.end].lower() == "vous"
        named = who is not None and (who.kind not in ("other", "on") or (spoken_to and self.scene.addressed))
        return QuotationMention(
            start=kept[0][0], end=kept[-1][1], kind="indirect", parts=tuple(kept),
            speaker=(who.start, who.end) if who is not None and named else None,
            also=who.also if who is not None else (),
            cue=(cue.start, cue.end), rule=f"clause/{rule}",
        )  # fmt: skip

    def _second_que(self, start: int, end: int) -> bool:
        words = self.text[start:end]
        return (" et qu" in words or " mais qu" in words) and _SECOND_QUE.search(
            self.text, start, end
        ) is not None

    def _mostly_unmarked(self, start: int, end: int, *, wraps: bool) -> bool:
        """Whether a clause holds no marked words, or (``wraps``) but a fragment well inside it."""
        inside = [(s, e) for s, e in self.taken if s < end and e > start]
        within = all(start + _EDGE < s and (e + _EDGE < end or self._second_que(start, s)) for s, e in inside)
        return not inside or (wraps and within and 4 * sum(e - s for s, e in inside) < end - start)

    def _span(self, a: int, b: int) -> tuple[int, int] | None:
        while a < b and self.chunks[a].kind not in 'wPIQ([«"“':
            a += 1
        while b > a and self.chunks[b - 1].kind in '.,;:!?…—–"”»':
            b -= 1
        if a >= b:
            return None
        start = self.chunks[a].start
        if self.chunks[a].kind == "P" and (m := _CIVILITY.search(self.text, max(0, start - 14), start)):
            start = m.start()  # "M. Petit est venu, …": the form of address belongs to the words
        return start, self.chunks[b - 1].end


def clause_end(s: Sentence, cue: Cue, start: int) -> int:
    """Where a reported clause ends: at ";" or ":" before marks, at the next reporting verb of the speaker."""
    chunks = s.chunks
    end = len(chunks)
    for j in range(start, len(chunks)):
        kind = chunks[j].kind
        if kind == ";" or (kind == ":" and j + 1 < len(chunks) and chunks[j + 1].kind == "Q"):
            end = j
            break
        added = kind == "Q" and chunks[j - 1].kind == "," and j - start > 3
        added = added and chunks[j - 2].low not in ("que", "qu'")
        if kind == "Q" and (again := _second_que(chunks, start, j)) is not None:
            end = again
            break
        if added and has_verb(s.text[chunks[start].start : chunks[j - 1].start]):
            end = j - 1
            break
        if kind == "," and j > start + 2 and _taken_up(s, j, len(chunks)):
            end = j
            break
    apposed = cue.kind == "gerund" and cue.first > 0 and chunks[cue.first - 1].kind == ","
    if apposed or any(c.low in ("qui", "dont") for c in chunks[max(0, cue.first - 5) : cue.first]):
        commas = (j for j in range(start + 1, end - 1) if chunks[j].kind == ",")
        main = (j for j in commas if has_verb(chunks[j + 1].low, first_only=True))
        before_it = s.text[chunks[0].start : chunks[max(0, cue.first - 1)].start]
        end = next(main, end) if not has_verb(before_it) else end  # "X, qui estime que …, a signé"
    if cue.kind == "gerund" and cue.subject is not None and cue.subject.start > cue.end:
        opens = (j for j in range(start + 1, end) if chunks[j].start >= cue.subject.start)
        commas = (k for j in opens for k in range(j, start, -1) if chunks[k].kind == ",")
        return next(commas, end)  # "Craignant que le vent ne tourne, le maire a signé"
    if _fronted_clause(chunks, cue):
        commas = (j for j in range(start + 2, end - 2) if chunks[j].kind == ",")
        main = (j for j in commas if _begins_clause(s, j + 1, end))
        end = next(main, end)  # "Dès que X eut annoncé que …, la foule sortit"
    for other in s.cues:
        if other.first <= start or other.first >= end or other is cue:
            continue
        before = other.first - 1
        if other.kind == "gerund" and cue.kind in ("source", "viewpoint"):
            continue  # "Selon X, le juge a refusé, estimant que …": all of it is told by X
        if other.kind == "gerund" and chunks[before].low == "en" and before > start + 1:
            before -= 1 + (chunks[before - 1].low == "tout")  # ", tout en affirmant"
        if other.kind == "gerund" and chunks[before].kind == ",":
            return before
        if chunks[before].kind == "," and _told_at_end(s, other):
            return before  # "X affirme tenir bon, rappelle Y."
        if other.kind == "gerund" and (others := _of_others(chunks, other)) is not None:
            return others
        if other.kind == "source" and chunks[before].kind == "," and _closes(s, other):
            return before
        if other.kind in ("source", "viewpoint") and chunks[before].kind == ":":
            return before  # "X dit avoir tenu parole : selon lui, …"
        if (own := _own_clause(chunks, other, start)) is not None:
            return own
        coordinated = chunks[before].low in ("et", "mais", "puis")
        if coordinated and other.kind == "verb" and other.order == "SV" and _agree(chunks, cue, other):
            return before - (chunks[before - 1].kind == ",")
    return end


def _told_at_end(s: Sentence, other: Cue) -> bool:
    """Whether somebody else tells, in an incise, the whole sentence that ends there."""
    if other.kind != "verb" or other.order != "VS" or not other.governs("i") or other.subject is None:
        return False
    rest = [c for c in s.chunks[other.after :] if c.kind != "."]
    few = len(rest) < _MIN_WORDS and all(c.kind == "w" for c in rest)
    return other.subject.kind in ("person", "inst", "org", "role") and few


def so_much(chunks: Sequence[Chunk], begin: int, end: int) -> bool:
    """ "La crue a été | si | brutale": a clause that waits for its "que"."""
    return any(c.low in _SO_MUCH for c in chunks[begin + 1 : end])


def _taken_up(s: Sentence, comma: int, end: int) -> bool:
    """ "que rien n'a brûlé, | une version que démentent les voisins", "…, | ce que nie l'intéressé"."""
    chunks = s.chunks
    if comma + 2 >= end:
        return False
    if chunks[comma + 1].low in ("un", "une", "des"):
        return chunks[comma + 2].low in _STATEMENTS
    return chunks[comma + 1].low == "ce" and (
        _DENYING.match(s.scene.doc.lower, chunks[comma].start, chunks[comma].start + 60) is not None
    )


def _of_others(chunks: Sequence[Chunk], other: Cue) -> int | None:
    """ "que tout va mal, | d'autres jugeant que rien ne presse": the comma before the next speaker."""
    who = other.subject
    first = next((j for j in range(other.first) if who is not None and chunks[j].start >= who.start), 0)
    return first - 1 if first > 1 and other.first - first < 3 and chunks[first - 1].kind == "," else None


def _fronted_clause(chunks: Sequence[Chunk], cue: Cue) -> bool:
    """Whether the reporting verb is that of a clause of time or cause that opens the sentence."""
    lows = [c.low for c in chunks[:4]]
    lows = lows[1:] if lows[0] in ("et", "mais", "or") else lows
    if lows[:1] in (["lorsque"], ["lorsqu'"], ["quand"], ["puisque"], ["puisqu'"]) and cue.first < _EDGE:
        subject = cue.subject  # "Quand la nuit tombe, | le maire dit que …": its clause comes after
        before = [c for c in chunks[: cue.first] if subject is not None and c.start < subject.start]
        return not any(c.kind == "," for c in before)
    if lows[:2] == ["après", "avoir"] and cue.kind == "infinitive" and cue.first < _EDGE:
        return True
    if lows[0] in _SINCE and any(low in ("que", "qu'") for low in lows[1:3]) and cue.first < _EDGE:
        return True
    que = cue.first - 2  # "Sur le pont, alors qu'elle indiquait que"
    if que < 2 or chunks[que].low not in ("que", "qu'") or chunks[que - 1].low not in _SINCE:
        return False
    return que > 2 and chunks[que - 2].kind == "," and chunks[0].low in _FRONTED


def _begins_clause(s: Sentence, i: int, end: int) -> bool:
    chunk = s.chunks[i]
    opens = chunk.kind in "PI" or chunk.low in _DETERMINERS or chunk.low in _PRONOUNS
    return opens and has_verb(s.text[chunk.start : s.chunks[end - 1].end])


def _own_clause(chunks: Sequence[Chunk], other: Cue, start: int) -> int | None:
    """ "…, mais B répond que …": where the clause before ends, when somebody else speaks in the next."""
    subject = other.subject
    those = [c.low for c in chunks[max(0, other.first - 3) : other.first]]
    if those[:1] == ["et"] and those[1:] in (["ceux", "qui"], ["celles", "qui"]) and other.governs("q"):
        return other.first - 3 - (chunks[other.first - 4].kind == ",")
    if other.kind != "verb" or other.order != "SV" or subject is None or not other.governs("q"):
        return None
    if subject.kind not in ("person", "inst", "role", "org"):
        return None
    j = next((k for k in range(start + 1, other.first) if chunks[k].start >= subject.start), 0)
    j -= bool(j) and chunks[j - 1].low in ("l'", "la", "le", "les")
    if j - 1 <= start + 1 or other.first - j > _OTHER_SUBJECT:
        return None
    if any(c.low in _RELATIVES for c in chunks[j : other.first]):
        return None
    if chunks[j - 1].kind == ",":  # ", et le premier hébergeur du pays, OVH, annonce que"
        linked = (
            k for k in range(j - 2, max(start + 1, j - _OTHER_SUBJECT), -1) if chunks[k].low in ("et", "mais")
        )
        j = next((k + 1 for k in linked if chunks[k - 1].kind == ","), j)
    if chunks[j - 1].low in ("et", "mais", "or", "quand"):
        j -= 1
    elif chunks[j - 1].low == "que" and chunks[j - 2].low in ("tandis", "alors"):
        j -= 2
    else:
        return None
    return j - (chunks[j - 1].kind == ",")


def _second_que(chunks: Sequence[Chunk], start: int, quote: int) -> int | None:
    """ "que rien n'est prêt, mais que « … »": where the clause before the marked one ends."""
    i = quote - 1
    if i - 1 <= start + 3 or chunks[i].low not in ("que", "qu'"):
        return None
    i -= 1
    if chunks[i].low not in ("et", "mais"):
        return None
    return i - (chunks[i - 1].kind == ",")


def _closes(s: Sentence, source: Cue) -> bool:
    """ "…, selon l'Insee.": the sentence ends with a source, what describes it apart."""
    rest = s.chunks[source.after :]
    return not any(c.kind in ";:Q" or c.low in ("et", "que", "qu'") for c in rest) and (
        not any(c.kind == "," for c in rest) or not has_verb(s.text[rest[0].start : rest[-1].end])
    )


def _agree(chunks: Sequence[Chunk], cue: Cue, other: Cue) -> bool:
    """Whether two verbs have the same number: the second is then the speaker's, not the clause's."""
    plural = [
        chunks[c.after - 1].low.endswith("nt") or chunks[c.first].low.endswith("nt") for c in (cue, other)
    ]
    if _conditional(chunks, other) and not _conditional(chunks, cue):
        return False  # "a assuré que le parc alimenterait … et rapporterait …"
    if plural[0] != plural[1] or other.after >= len(chunks):
        return plural[0] == plural[1] and other.governs("q")
    if chunks[other.after].kind == "Q":  # "rappelle que …, et propose « … »"
        return other.governs("q") or other.governs("n") or other.governs("w")
    return chunks[other.after].low != ""


def _conditional(chunks: Sequence[Chunk], cue: Cue) -> bool:
    return any(c.low.endswith(("rait", "raient")) for c in chunks[cue.first : cue.after])


def set_beside(s: Sentence, chunk: Chunk) -> bool:
    """A stretch that goes on describing the source: a role, a participle, a relative."""
    low = chunk.low
    return chunk.kind == "w" and (
        low in _ROLE_NOUNS
        or chunk.start in s.scene.role_starts
        or low in _BESIDE_SOURCE
        or (low.endswith(("é", "ée", "és", "ées")) and s.text[chunk.start].islower())
    )


def _dash_after(chunks: Sequence[Chunk], i: int) -> str:
    """The dash that closes an aside with its own source: "(…) — deux sont libres, selon la police — (…)"."""
    signs = (c.kind for c in chunks[i : i + _OTHER_SUBJECT] if c.kind not in "wPI(),")
    sign = next(signs, "")
    opened = sum(c.kind == sign for c in chunks[:i]) % 2 == 1
    return sign if sign and sign in "—–" and opened else ""


def _after_heading(chunks: Sequence[Chunk], i: int, text: str) -> int:
    """ "Un sujet tabou | Elle ignorait", "pic.site.fr/x | Le jeune homme sera reçu": lines run together."""
    for j in range(i - 3, 0, -1):
        before, chunk = chunks[j - 1], chunks[j]
        if chunk.kind in ":;":
            return 0
        if chunk.kind != "w" or chunk.low not in _OPENERS or not text[chunk.start].isupper():
            continue
        after = chunks[j + 1]
        plain = before.kind in "wPI" and text[chunk.start + 1 : chunk.end].strip("'’").islower()
        plain = plain or (before.kind in "wPI" and chunk.low == "l'" and after.low in ("un", "une"))
        lower = after.kind == "w" and text[after.start].islower()
        titled = before.low in _BEFORE_TITLES or (j == 2 and chunks[0].low in _DETERMINERS)
        if plain and lower and not titled:
            return j
    return 0


def clause_begin(chunks: Sequence[Chunk], i: int, text: str = "") -> int:
    """Where the clause that ends at chunk ``i`` begins: after ":" or ";" and list signs."""
    begin = _after_heading(chunks, i, text)
    if begin:
        return begin
    dashed = _dash_after(chunks, i)
    for j in range(i - 1, -1, -1):
        if chunks[j].kind in ":;" or (j < i - 1 and dashed and chunks[j].kind == dashed):
            begin = j + 1
            break
    told = i > 5 and [c.kind for c in chunks[1:4:2]] == ["(", ")"] and chunks[4].kind in "wPI"
    if begin == 0 and told and (chunks[4].kind in "PI" or chunks[4].low in _DETERMINERS):
        begin = 4  # "BRUXELLES (Belga) Les syndicats …"
    if begin == 0:  # a dateline that opens the paragraph: "Lausanne, le 20 février 2024. – Les hôtels …"
        for j in range(min(i, 12) - 1, 0, -1):
            if chunks[j].kind not in "–—-":
                continue
            after = chunks[j + 1]
            if text[chunks[0].start : chunks[j - 1].end].isupper() and after.kind in "wPIQ":
                begin = j + 1  # "LE POINT DU JOUR - Le port rouvrira"
                break
            place = j < 3 and chunks[0].low not in _DETERMINERS
            place = place and (after.kind in "PI" or after.low in _DETERMINERS)  # "Québec – La ville"
            if after.low in _RELATIVES:
                continue  # "La région, le Nord - qui va jusqu'à la mer - présente"
            if any(c.kind in ",./)" for c in chunks[:j]) or (place and chunks[j].kind != "-"):
                begin = j + 1
                break
    while begin < i and chunks[begin].kind not in "wPIQ(":
        begin += 1
    return begin
