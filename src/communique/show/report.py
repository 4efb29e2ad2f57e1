"""A corpus → one self-contained, searchable page: who speaks, rankings, figures, quotations, problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from communique.corpus import Corpus
from communique.corpus.tables import Row
from communique.show.catalogue import Words
from communique.show.charts import history
from communique.show.markup import Markup, data, join, on_one_line, tag
from communique.show.page import asset, page, style
from communique.version import __version__

MOST = 200
MOST_FIGURES = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read, or a warning on one that was."""

    source: str
    reason: str


def report_page(corpus: Corpus, problems: Sequence[Problem] = (), *, lang: str = "fr") -> str:
    """The report of a corpus. ``problems`` are the inputs that could not be read."""
    words = Words(lang)
    sections = [
        ("speakers", _speakers(corpus, words)),
        ("institutions", _institutions(corpus, words)),
        ("histories", _histories(corpus, words)),
        ("figures", _figures(corpus, words)),
        ("quotations", _quotations(corpus, words)),
        ("articles", _articles(corpus, words)),
        ("problems", _problems(corpus, problems, words)),
    ]
    one = len(corpus) == 1
    title = words("report", "title_one") if one else _say(words, "title", n=words.number(len(corpus)))
    search = tag(
        "div",
        Markup(f'<input type="search" autocomplete="off" aria-label="{words("report", "search")}"'
               f' placeholder="{words("report", "search")}">'),
        tag("output", "", class_="results", data_say=words("report", "results")),
        class_="search",
    )  # fmt: skip
    links = (tag("a", words("report", name), href=f"#{name}") for name, _ in sections)
    body = tag(
        "div",
        tag("header", tag("h1", title), _period(corpus, words), _tiles(corpus, words)),
        tag("div", tag("nav", *links), search, class_="bar-top"),
        *(tag("section", tag("h2", words("report", name)), inner, id=name) for name, inner in sections),
        tag("footer", _say(words, "made", version=__version__)),
        class_="communique report",
    )
    return page(title=title, lang=lang, css=style("report.css"), script=asset("report.js"), body=body)


def _say(words: Words, key: str, **values: object) -> str:
    return words("report", key).format(**values)


def _period(corpus: Corpus, words: Words) -> Markup | None:
    published = sorted(filter(None, (a.published for a in corpus)))
    if not published:
        return None
    return tag("p", _say(words, "period", first=published[0], last=published[-1]), class_="period")


def _tiles(corpus: Corpus, words: Words) -> Markup:
    numbers = {
        "people": len(corpus.merged.people),
        "institutions": len(corpus.merged.institutions),
        "quotations": sum(len(a.quotations) for a in corpus),
        "rankings": sum(len(a.rankings) for a in corpus),
        "counts": sum(len(a.counts) for a in corpus),
    }
    tiles = (
        tag(
            "li",
            tag("b", words.number(n)),
            " ",
            tag("span", words("kinds", kind), class_="swatch"),
            class_=kind,
        )
        for kind, n in numbers.items()
    )
    return tag("ul", *tiles, class_="tiles")


def _speakers(corpus: Corpus, words: Words) -> Markup:
    spoken = [row for row in corpus.rows("people") if row["quotations"]]
    spoken.sort(key=lambda row: (-row["quotations"], row["id"]))
    most = max((row["quotations"] for row in spoken), default=1)
    rows = [
        (row["name"], row["roles"], _bar(row["quotations"], most, words), words.number(row["articles"]))
        for row in spoken
    ]
    genders = Counter(row["gender"] for row in corpus.rows("quotations") if row["speaker"])
    return join(
        _genders(genders, words), _table(("name", "roles", "quotations", "articles"), rows, words, "people")
    )


def _genders(genders: Counter[str | None], words: Words) -> Markup | None:
    total = sum(genders.values())
    if not total:
        return None
    named = {"f": "feminine", "m": "masculine", None: "not_said"}
    parts = [
        tag("span", words("report", name), " ", tag("b", words.number(genders[key])), class_=f"part {name}",
            style=f"flex-grow:{genders[key]}")
        for key, name in named.items()
        if genders[key]
    ]  # fmt: skip
    return tag("figure", tag("figcaption", words("report", "gender")), tag("div", *parts, class_="parts"))


def _institutions(corpus: Corpus, words: Words) -> Markup:
    found = corpus.rows("institutions")
    most = max((row["mentions"] for row in found), default=1)
    rows = [
        (
            row["name"], words("institution", row["kind"]), row["aliases"], words.number(row["articles"]),
            _bar(row["mentions"], most, words), words.number(row["quotations"]), row["why"],
        )
        for row in found
    ]  # fmt: skip
    headers = ("name", "kind", "forms", "articles", "mentions", "quotations", "why")
    return _table(headers, rows, words, "institutions")


def _histories(corpus: Corpus, words: Words) -> Markup:
    short = _shortened(corpus)
    series: dict[tuple[str, ...], list[Row]] = {}
    found = corpus.rows("positions")
    for row in found:
        series.setdefault((row["subject"], row["series"] or "", row["scope"] or ""), []).append(row)
    charts = [
        history(
            rows[0]["subject_name"],
            " · ".join(
                filter(
                    None,
                    (rows[-1]["ranking"], words("scope", rows[0]["scope"]) if rows[0]["scope"] else None),
                )
            ),
            [(row["year"], row["rank_min"] or row["rank_max"], row["rank_max"]) for row in rows],
            words,
        )
        for rows in series.values()
        if len(rows) > 1
    ]
    rows = [
        (
            row["subject_name"], row["ranking"] or "",
            words.rank(row["rank_min"], row["rank_max"]) + _scope(row, words, " ({})"),
            str(row["year"]), row["text"], short(row["source"]),
        )
        for row in found
    ]  # fmt: skip
    best = tag("p", words("report", "best"), class_="note") if charts else None
    grid = tag("div", *charts, class_="charts") if charts else None
    headers = ("subject", "ranking", "rank", "year", "text", "source")
    return join(best, grid, _table(headers, rows, words, "rankings"))


def _scope(row: Row, words: Words, shape: str = "{}") -> str:
    return shape.format(words("scope", row["scope"])) if row["scope"] else ""


def _figures(corpus: Corpus, words: Words) -> Markup:
    """The biggest sums of each currency, then the biggest numbers of things and people."""
    short = _shortened(corpus)
    found = [row for row in corpus.rows("counts") if row["value"] or row["high"]]
    groups: dict[str, list[Row]] = {}
    for row in found:
        if row["kind"] == "money":
            groups.setdefault(f"{words('count', 'money')} ({row['unit'] or '?'})", []).append(row)
        elif row["kind"] == "count":
            groups.setdefault(words("count", "count"), []).append(row)
    parts = []
    for name, rows in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        rows.sort(key=lambda row: (-(row["value"] or row["high"]), row["source"] or "", row["start"]))
        cells = [
            (words.number(row["value"] or row["high"]), on_one_line(row["text"]), short(row["source"]))
            for row in rows[:MOST_FIGURES]
        ]
        parts += [tag("h3", name), _table(("value", "text", "source"), cells, words, "counts")]
    return join(*parts) if parts else _none(words)


def _shortened(corpus: Corpus) -> Callable[[str | None], str]:
    """Sources without the folder that all share: a report on a folder need not repeat it."""
    folders = [article.source.split("/")[:-1] for article in corpus if article.source]
    shared = 0
    while folders and all(len(f) > shared and f[shared] == folders[0][shared] for f in folders):
        shared += 1
    return lambda source: "/".join(source.split("/")[shared:]) if source else ""


def _quotations(corpus: Corpus, words: Words) -> Markup:
    """All of them as data, shown in pages by the script; without it, the first ones are there to read."""
    short = _shortened(corpus)
    rows = corpus.rows("quotations")
    said = [
        [
            on_one_line(row["text"]),
            row["speaker_name"] or row["speaker_text"] or words("report", "unknown"),
            ", ".join(filter(None, (row["role"], row["institution_name"]))) if row["role"] else "",
            words("quotation", row["kind"]), row["published"] or "", short(row["source"]),
            row["speaker"] or "",
        ]
        for row in rows
    ]  # fmt: skip
    total = Counter(row["speaker"] for row in rows if row["speaker"])
    names = corpus.merged.names
    options = (
        tag("option", f"{names[id]} ({n})", value=id)
        for id, n in sorted(total.items(), key=lambda item: (-item[1], names[item[0]]))[:MOST]
    )
    everyone = tag("option", words("report", "everyone"), value="")
    choice = tag("select", everyone, *options, aria_label=words("fields", "speaker"), autocomplete="off")
    first = tag("ol", *(_quote(*quote) for quote in said[:20]), class_="quotes")
    more = tag("button", words("report", "more"), type="button", class_="more", hidden=True)
    if not said:
        return _none(words)
    return tag("div", tag("p", choice), first, more, data(said, "said"), class_="browser")


def _quote(text: str, who: str, role: str, kind: str, published: str, source: str, _id: str) -> Markup:
    by = tag("b", who)
    where = " · ".join(filter(None, (role, kind, published, source)))
    return tag("li", tag("blockquote", text), tag("p", by, " ", tag("span", where)))


def _articles(corpus: Corpus, words: Words) -> Markup:
    short = _shortened(corpus)
    rows = [
        (
            a.title or words("ui", "untitled"),
            a.published or "",
            short(a.source),
            words.number(len(a.quotations)),
        )
        for a in corpus
    ]
    return _table(("name", "date", "source", "quotations"), rows, words, "")


def _problems(corpus: Corpus, problems: Iterable[Problem], words: Words) -> Markup:
    rows = [(problem.source, problem.reason) for problem in problems]
    rows += [(a.source or a.title or "", f"{w.code}: {w.message}") for a in corpus for w in a.warnings]
    if not rows:
        return tag("p", words("report", "all_read"), class_="note")
    return _table(("source", "reason"), rows, words, "")


def _table(columns: Sequence[str], rows: Sequence[tuple[str, ...]], words: Words, kind: str) -> Markup:
    if not rows:
        return _none(words)
    head = tag("tr", *(tag("th", words("column", column), scope="col") for column in columns))
    lines = (tag("tr", *(tag("td", cell) for cell in cells)) for cells in rows[:MOST])
    table = tag("table", tag("thead", head), tag("tbody", *lines), class_=kind or None)
    cut = None
    if len(rows) > MOST:
        said = _say(words, "only_first", n=words.number(MOST), total=words.number(len(rows)))
        cut = tag("p", said, class_="note")
    return join(tag("div", table, class_="scroll"), cut)


def _bar(number: int, most: int, words: Words) -> Markup:
    share = f"--share:{number / most:.3f}"
    return tag("span", tag("i", style=share), tag("span", words.number(number)), class_="bar")


def _none(words: Words) -> Markup:
    return tag("p", words("report", "none"), class_="note")
