"""Articles made by hand: what is shown must not depend on what is extracted."""

from __future__ import annotations

from communique.records import (
    Article,
    Count,
    Date,
    Institution,
    Person,
    Quotation,
    Ranking,
    Role,
    Section,
    Span,
    Warning,
)

TEXT = """Une école <b>distinguée</b>

Alès, le 3 mai 2024

« Nous sommes 6e sur 1 600 écoles », confirme Assia Tria, directrice de l’École des mines d’Alès (EMA).

— Contact : presse@ema.example
"""


def span(text: str, part: str, nth: int = 0) -> tuple[int, int]:
    """Where ``part`` is found for the ``nth`` time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(part, at + 1)
    return at, at + len(part)


def at(part: str, text: str = TEXT) -> dict[str, int]:
    start, end = span(text, part)
    return {"start": start, "end": end}


def sample() -> Article:
    """One record of each kind; a ranking and a count lie in a quotation, a role beside an institution."""
    return Article(
        source="ecole.txt",
        text=TEXT,
        title="Une école <b>distinguée</b>",
        published="2024-05-03",
        sections=(
            Section(kind="title", **at("Une école <b>distinguée</b>")),
            Section(kind="dateline", **at("Alès, le 3 mai 2024")),
            Section(kind="paragraph", start=TEXT.index("«"), end=TEXT.index("\n\n—")),
            Section(kind="contact", **at("— Contact : presse@ema.example")),
        ),
        institutions=(
            Institution(
                id="i1", name="École des mines d’Alès", kind="education", acronym="EMA", aliases=("EMA",),
                mentions=(Span(**at("École des mines d’Alès")), Span(**at("EMA"))), rule="head_noun",
            ),
        ),
        people=(
            Person(
                id="p1", name="Assia Tria", mentions=(Span(**at("Assia Tria")),), rule="full_name",
                roles=(Role(title="directrice", institution="i1", rule="apposition", **at("directrice")),),
            ),
        ),
        rankings=(
            Ranking(
                text="6e sur 1 600 écoles", rank_min=6, rank_max=6, subject="i1", out_of=1600, year=2024,
                change=2, scope="world", rule="ordinal", **at("6e sur 1 600 écoles"),
            ),
        ),
        counts=(Count(text="1 600 écoles", kind="count", value=1600, noun="écoles", **at("1 600 écoles")),),
        quotations=(
            Quotation(
                text="Nous sommes 6e sur 1 600 écoles",
                parts=(Span(**at("Nous sommes 6e sur 1 600 écoles")),),
                kind="direct", speaker="p1", speaker_text="Assia Tria", cue="confirme", rule="marks",
                **at("Nous sommes 6e sur 1 600 écoles"),
            ),
        ),
        dates=(Date(text="3 mai 2024", kind="date", value="2024-05-03", rule="day", **at("3 mai 2024")),),
        warnings=(Warning(code="encoding", message="read as cp1252"),),
    )  # fmt: skip


HOSTILE = (
    "\"><script>alert(1)</script><img src=x onerror=alert(2)>\u2028]]>-->\x00\ud800'</style></title>&lt;"
)


def hostile() -> Article:
    """Every string that a record can hold tries to get out of its place."""
    text = f"{HOSTILE} dit {HOSTILE}"
    whole = {"start": 0, "end": len(HOSTILE)}
    both = {"start": 0, "end": len(text)}
    return Article(
        source=HOSTILE, text=text, title=HOSTILE, published=HOSTILE,
        sections=(Section(kind="paragraph", **both),),
        institutions=(
            Institution(
                id=f"i1{HOSTILE}", name=HOSTILE, kind="other", acronym=HOSTILE, aliases=(HOSTILE,),
                links={HOSTILE: HOSTILE}, mentions=(Span(**whole),), rule=HOSTILE,
            ),
        ),
        people=(
            Person(
                id=f"p1{HOSTILE}", name=HOSTILE, civility=HOSTILE, mentions=(Span(**both),),
                roles=(Role(title=HOSTILE, institution=HOSTILE, rule=HOSTILE, **whole),), rule=HOSTILE,
            ),
        ),
        rankings=(Ranking(text=HOSTILE, subject=HOSTILE, ranking=HOSTILE, category=HOSTILE, **whole),),
        counts=(Count(text=HOSTILE, kind="money", value=1, unit=HOSTILE, noun=HOSTILE, **whole),),
        quotations=(
            Quotation(
                text=HOSTILE, parts=(Span(**whole),), kind="direct", speaker=HOSTILE, speaker_text=HOSTILE,
                cue=HOSTILE, **whole,
            ),
        ),
        dates=(Date(text=HOSTILE, kind="date", value=HOSTILE, **whole),),
        warnings=(Warning(code=HOSTILE, message=HOSTILE),),
    )  # fmt: skip
