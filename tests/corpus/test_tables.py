from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import communique
from communique import Article, Corpus
from communique.corpus import MissingExtraError, RecordsError, load
from communique.corpus.names import fold, ranking_key, singular, title_gender
from corpus.made import article, body, counted, person, ranked, said
from show.samples import sample


@pytest.fixture
def corpus() -> Corpus:
    return Corpus([
        article(
            "2023.txt", body("i1", "IMT Mines Alès", "education", "IMA", "Mines Alès"),
            person("p1", "Assia Tria", ("directrice", "i1")), said("Nous sommes prêts", "p1"),
            ranked("i1", 9, "classement 2023 de Shanghai", 2023, scope="national"),
            counted(1600, "étudiants"), counted(12.5, None, "percent", unit="%"), published="2023-05-03",
        ),
        article(
            "2025.txt", body("i3", "Mines Alès"), body("i4", "CDEFI", "association"),
            person("p1", "Assia Tria", ("présidente", "i4")), said("L’École grandit", "p1"),
            said("Elle embauche", "i3"), said("On verra", None),
            ranked("i3", 6, "Classement de Shanghai", scope="national"),
            ranked("i3", 8, "Classement de Shanghai", scope="national"),
            ranked(None, 1, "palmarès du Figaro"), counted(None, "Étudiant"), published="2025-05-03",
        ),
    ])  # fmt: skip


def test_people(corpus: Corpus) -> None:
    (row,) = corpus.people.to_dict("records")
    assert (row["id"], row["articles"], row["mentions"], row["quotations"]) == ("p-assia-tria", 2, 4, 2)
    assert row["roles"] == "directrice (IMT Mines Alès) · présidente (CDEFI)"
    assert (row["first"], row["last"]) == ("2023-05-03", "2025-05-03")
    assert row["why"] == "same full name: “Assia Tria”"


def test_institutions(corpus: Corpus) -> None:
    rows = {row["id"]: row for row in corpus.institutions.to_dict("records")}
    assert set(rows) == {"i-imt-mines-ales", "i-cdefi"}
    assert rows["i-imt-mines-ales"]["quotations"] == 2  # one by its director, one of its own
    assert rows["i-imt-mines-ales"]["rankings"] == 3
    assert rows["i-cdefi"]["quotations"] == 1


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ({}, ["Nous sommes prêts", "L’École grandit", "Elle embauche", "On verra"]),
        ({"speaker": "Assia Tria"}, ["Nous sommes prêts", "L’École grandit"]),
        ({"speaker": "tria"}, ["Nous sommes prêts", "L’École grandit"]),
        ({"speaker": "p-assia-tria"}, ["Nous sommes prêts", "L’École grandit"]),
        ({"speaker": "mines alès"}, ["Elle embauche"]),
        ({"speaker": "IMA"}, ["Elle embauche"]),
        ({"institution": "IMT Mines Alès"}, ["Nous sommes prêts", "Elle embauche"]),
        ({"contains": "ecole"}, ["L’École grandit"]),
        ({"contains": "PRÊTS", "speaker": "Assia Tria"}, ["Nous sommes prêts"]),
        ({"speaker": "Nobody"}, []),
    ],
)
def test_quotations(corpus: Corpus, asked: dict[str, str], texts: list[str]) -> None:
    assert list(corpus.quotations(**asked)["text"]) == texts


def test_a_quotation_knows_the_role_of_its_speaker_then(corpus: Corpus) -> None:
    first, second = corpus.quotations(speaker="Assia Tria").to_dict("records")
    assert (first["role"], first["institution_name"], first["gender"]) == (
        "directrice",
        "IMT Mines Alès",
        "f",
    )
    assert (second["role"], second["institution_name"]) == ("présidente", "CDEFI")


def test_rankings(corpus: Corpus) -> None:
    assert list(corpus.rankings(subject="Mines Alès")["rank_max"]) == [9, 6, 8]
    assert list(corpus.rankings(ranking="Shanghai")["rank_max"]) == [9, 6, 8]
    assert list(corpus.rankings(ranking="figaro")["rank_max"]) == [1]
    assert corpus.rankings(subject="CDEFI").empty


def test_the_timeline_of_positions_has_the_best_of_each_year(corpus: Corpus) -> None:
    frame = corpus.positions(subject="IMT Mines Alès")
    assert [(row.year, row.rank_max, row.series) for row in frame.itertuples()] == [
        (2023, 9, "shanghai"), (2025, 6, "shanghai"),
    ]  # fmt: skip


def test_the_timeline_of_roles(corpus: Corpus) -> None:
    frame = corpus.roles(person="Assia Tria")
    assert list(frame["title"]) == ["directrice", "présidente"]
    assert list(corpus.roles(institution="CDEFI")["title"]) == ["présidente"]


def test_counts(corpus: Corpus) -> None:
    assert list(corpus.counts(noun="étudiants")["source"]) == ["2023.txt", "2025.txt"]
    assert list(corpus.counts(kind="percent")["value"]) == [12.5]


def test_numbers_are_numbers_even_where_none_is_given() -> None:
    made = Corpus([article("a.txt", counted(12, "élèves"))])
    for frame in (made.counts(), made[0].to_frame("counts"), Corpus([]).counts()):
        assert [str(frame[name].dtype) for name in ("start", "value", "low", "high")] == [
            "Int64",
            *["Float64"] * 3,
        ]


def test_articles_by_number(corpus: Corpus) -> None:
    assert list(corpus.articles["title"]) == ["Title of 2023.txt", "Title of 2025.txt"]
    assert corpus[int(corpus.articles.loc[1, "article"])].source == "2025.txt"
    assert len(corpus) == 2
    assert repr(corpus) == "Corpus(2 articles, 1 people, 2 institutions)"


def test_an_empty_corpus_has_its_columns() -> None:
    empty = Corpus([])
    for frame in (empty.people, empty.institutions, empty.quotations(), empty.rankings(), empty.positions()):
        assert frame.empty
        assert len(frame.columns) > 5


def test_unknown_names(corpus: Corpus) -> None:
    with pytest.raises(KeyError):
        corpus.person("p-nobody")
    with pytest.raises(KeyError):
        corpus.institution("i-nothing")
    with pytest.raises(KeyError):
        corpus.rows("verbs")


def test_without_pandas_the_error_says_what_to_install(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"communique\[pandas\]"):
        _ = corpus.people
    assert corpus.rows("people")  # the same without pandas


def test_files_of_records(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(a.to_json() + "\n" for a in corpus), "utf-8")
    assert list(Corpus.from_jsonl(path)) == list(corpus)
    assert list(Corpus.from_jsonl(str(path), progress=True)) == list(corpus)
    path.write_text(corpus[0].to_json() + "\n\n{}\n", "utf-8")
    with pytest.raises(RecordsError, match=r"records.jsonl, line 3: not an article record"):
        Corpus.from_jsonl(path)
    with pytest.raises(FileNotFoundError):
        Corpus.from_jsonl(tmp_path / "none.jsonl")


@pytest.mark.parametrize("rules", [False, True])
def test_parquet_gives_back_the_same_articles(tmp_path: Path, rules: bool) -> None:
    pytest.importorskip("pyarrow")
    from communique.write import FORMATS

    bare = article("b.txt")
    articles = [sample(), bare, sample().model_copy(update={"source": "c.txt", "people": ()})]
    lines = tmp_path / "records.jsonl"
    lines.write_text("".join(a.to_json(rules=rules) + "\n" for a in articles), "utf-8")
    FORMATS["parquet"](lines, tmp_path / "records.parquet")
    found = Corpus.from_parquet(tmp_path / "records.parquet", progress=True)
    assert list(found) == articles
    assert (found[0].people[0].roles[0].rule == "apposition") is rules
    nested = tmp_path / "whole.parquet"
    _write_whole(nested, articles)
    assert list(Corpus.from_parquet(nested)) == articles


def _write_whole(path: Path, articles: list[Article]) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    from communique.write.schema import article_schema

    write_table(pa.Table.from_pylist([a.to_dict(rules=True) for a in articles], article_schema()), path)


def test_parquet_of_something_else(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow as pa
    from pyarrow.parquet import write_table

    path = tmp_path / "other.parquet"
    write_table(pa.table({"a": [1]}), path)
    with pytest.raises(RecordsError, match="not a file of article records"):
        Corpus.from_parquet(path)
    path.write_bytes(b"not parquet")
    with pytest.raises(RecordsError):
        Corpus.from_parquet(path)


def test_compressed_lines(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress("".join(a.to_json() + "\n" for a in corpus).encode()))
    assert list(Corpus.from_jsonl(path)) == list(corpus)
    assert load.is_records(path)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", False),
        (b"Le CNRS recrute.", False),
        (b'{"text": "a"}', False),
        (b"[1]", False),
        (b"\xff\xfe", False),
    ],
)
def test_what_is_a_file_of_records(tmp_path: Path, content: bytes, expected: bool) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    assert load.is_records(path) is expected


def test_the_package_door() -> None:
    assert communique.Corpus is Corpus


@pytest.mark.parametrize(
    ("one", "two"),
    [("Cœur", "coeur"), ("L’Été", "l'ete"), ("A.-B.", "a b"), ("ﬁn", "fin")],
)
def test_folding(one: str, two: str) -> None:
    assert fold(one) == fold(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Times Higher Education Impact 2023", "Times Higher Education Impact"),
        ("le palmarès du Figaro Étudiant", "Figaro étudiant"),
        ("classement de Shanghai", "Shanghai 2025"),
    ],
)
def test_a_ranking_over_editions(one: str, two: str) -> None:
    assert ranking_key(one) == ranking_key(two)


@pytest.mark.parametrize(
    ("title", "gender"),
    [
        ("directrice", "f"), ("directeur général", "m"), ("présidente", "f"), ("président", "m"),
        ("vice-présidente chargée de l'eau", "f"), ("chercheuse", "f"), ("maire de Nîmes", None),
        ("ministre de la Culture", None), ("chargée de mission", "f"), ("délégué syndical", "m"),
        ("professeur", None), ("professeure", "f"), ("cheffe de projet", "f"), ("chef de service", None),
        ("responsable", None), ("infirmière", "f"), ("", None), ("première adjointe", "f"),
    ],
)  # fmt: skip
def test_gender_of_role_nouns(title: str, gender: str | None) -> None:
    assert title_gender(title) == gender


@pytest.mark.parametrize(
    ("one", "two"), [("étudiants", "étudiant"), ("Journaux", "journal"), ("pays", "pays")]
)
def test_singular(one: str, two: str) -> None:
    assert singular(one) == singular(two)
