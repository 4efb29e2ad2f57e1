"""What is merged over articles, what is not, and what is said of it."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from communique import Corpus
from communique.records import Article
from corpus.made import article, body, person


def bodies(*articles: Article) -> dict[str, set[str]]:
    corpus = Corpus(articles)
    return {
        i.id: {corpus[a.article].institution(a.id).name for a in i.appearances}
        for i in corpus.merged.institutions
    }


def people(*articles: Article) -> dict[str, int]:
    return {p.id: len(p.appearances) for p in Corpus(articles).merged.people}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (body("i1", "École des mines d'Alès"), body("i1", "ECOLE DES MINES D’ALES")),
        (body("i1", "L’Usine nouvelle", "media"), body("i1", "Usine Nouvelle", "media")),
        (body("i1", "CNRS", "research"), body("i1", "CNRS", "other")),
        (body("i1", "Agence de l'espace", "association", "ADE", "ADE"), body("i1", "ADE", "other")),
        (body("i1", "Université Grenoble Alpes", "education", None, "Université Joseph-Fourier"),
         body("i1", "Université Joseph Fourier")),
        (body("i1", "IMT Mines Alès", "education", None, "Mines Alès"), body("i1", "Mines Alès")),
        (body("i1", "Sorbonne Université", ror="02en5vm52"), body("i1", "UPMC", ror="02en5vm52")),
        (body("i1", "Orange", "company"), body("i1", "Orange", "company")),
    ],
)  # fmt: skip
def test_one_institution(one: object, two: object) -> None:
    assert len(bodies(article("a", one), article("b", two))) == 1
    assert len(bodies(article("b", two), article("a", one))) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (body("i1", "Orange", "company"), body("i1", "Orange", "local_authority")),
        (
            body("i1", "conseil départemental", "local_authority"),
            body("i1", "Conseil départemental", "local_authority"),
        ),
        (body("i1", "CHU", "health"), body("i1", "CHU", "health")),
        (body("i1", "Université de Lyon"), body("i1", "Université de Lille")),
        (body("i1", "Centre hospitalier de Sète", "health", "CH", "CH"), body("i1", "CH", "health")),
        (body("i1", "École polytechnique", ror="a"), body("i1", "École polytechnique", ror="b")),
        (body("i1", "Centrale Nantes", "education", None, "Centrale"), body("i1", "Centrale")),
    ],
)
def test_two_institutions(one: object, two: object) -> None:
    assert len(bodies(article("a", one), article("b", two))) == 2


def test_an_acronym_of_two_names_merges_with_neither() -> None:
    found = bodies(
        article("a", body("i1", "Agence spatiale européenne", "international", "ESA", "ESA")),
        article("b", body("i1", "École supérieure d'agriculture", "education", "ESA", "ESA")),
        article("c", body("i1", "ESA", "other")),
    )
    assert found["i-esa"] == {"ESA"}
    assert len(found) == 3


def test_institutions_that_one_article_tells_apart_stay_apart() -> None:
    corpus = Corpus([
        article("a", body("i1", "Mines Paris", "education", None, "École des mines")),
        article("b", body("i1", "École des mines"), body("i2", "Mines Paris")),
    ])  # fmt: skip
    assert len(corpus.merged.institutions) == 2
    assert any("one article tells them apart" in reason for reason in corpus.merged.refused)


def test_an_institution_has_its_fullest_name_and_says_why() -> None:
    corpus = Corpus([
        article("a", body("i1", "CGE", "other")),
        article("b", body("i1", "CONFÉRENCE DES GRANDES ÉCOLES", "association")),
        article("c", body("i1", "Conférence des grandes écoles", "association", "CGE", "CGE")),
    ])  # fmt: skip
    (found,) = corpus.merged.institutions
    assert (found.id, found.name, found.acronym, found.kind) == (
        "i-conference-des-grandes-ecoles", "Conférence des grandes écoles", "CGE", "association",
    )  # fmt: skip
    assert "CGE" in found.aliases
    assert [why.split(":")[0].split(" “")[0] for why in found.why] == ["same name", "acronym"]


def test_a_person_with_successive_roles() -> None:
    corpus = Corpus([
        article("new", body("i1", "CDEFI", "association"), person("p1", "Assia Tria", ("présidente", "i1")),
                published="2025-02-01"),
        article("old", body("i1", "IMT Mines Alès"), person("p1", "Assia TRIA", ("directrice", "i1")),
                published="2021-02-01"),
    ])  # fmt: skip
    (found,) = corpus.merged.people
    assert (found.id, found.name, found.gender) == ("p-assia-tria", "Assia Tria", "f")
    assert [(r.title, r.institution, r.published) for r in found.roles] == [
        ("directrice", "i-imt-mines-ales", "2021-02-01"),
        ("présidente", "i-cdefi", "2025-02-01"),
    ]


SCHOOL = body("i1", "IMT Mines Alès")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("p1", "Hélène Vandamme"), person("p1", "Helene VANDAMME")),
        (person("p1", "Jean-Pierre Roy"), person("p1", "Jean Pierre Roy")),
        (person("p1", "Assia Tria", ("directrice", "i1")), person("p1", "TRIA Assia", ("directrice", "i1"))),
        (person("p1", "Assia Tria", ("directrice", "i1")), person("p1", "A. Tria", ("directrice", "i1"))),
        (
            person("p1", "Assia Tria", ("directrice", "i1")),
            person("p1", "Tria", ("directrice", "i1"), civility="Mme"),
        ),
        (person("p1", "Claude Roy", ("maire", None)), person("p1", "Claude Roy", civility="Mme")),
    ],
)
def test_one_person(one: object, two: object) -> None:
    assert list(people(article("a", SCHOOL, one), article("b", SCHOOL, two)).values()) == [2]
    assert list(people(article("b", SCHOOL, two), article("a", SCHOOL, one)).values()) == [2]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("p1", "Claude Roy", civility="M."), person("p1", "Claude Roy", civility="Mme")),
        (person("p1", "Claude Roy", ("directeur", None)), person("p1", "Claude Roy", ("directrice", None))),
        (person("p1", "Assia Tria"), person("p1", "A. Tria")),
        (person("p1", "Assia Tria"), person("p1", "Tria", civility="Mme")),
        (person("p1", "Paul Martin"), person("p1", "Martin Paul")),
        (person("p1", "Tria"), person("p1", "Tria")),
        (person("p1", "Anne Roy", ("chercheuse", "i1")), person("p1", "B. Roy", ("chercheuse", "i1"))),
        (person("p1", "Anne Roy", ("directrice", "i1")), person("p1", "Roy", ("directeur", "i1"))),
    ],
)
def test_two_people(one: object, two: object) -> None:
    assert len(people(article("a", SCHOOL, one), article("b", SCHOOL, two))) == 2


def test_a_surname_that_two_colleagues_bear_merges_with_neither() -> None:
    found = people(
        article("a", SCHOOL, person("p1", "Anne Roy", ("chercheuse", "i1"))),
        article("b", SCHOOL, person("p1", "Bea Roy", ("chercheuse", "i1"))),
        article("c", SCHOOL, person("p1", "Roy", ("chercheuse", "i1"))),
    )
    assert found == {"p-anne-roy": 1, "p-bea-roy": 1, "p-roy": 1}


def test_namesakes_have_ids_of_their_own_whatever_the_order() -> None:
    articles = [
        article("a", person("p1", "Claude Roy", civility="M.")),
        article("b", person("p1", "Claude Roy", civility="Mme")),
        article("c", person("p1", "Tria")),
        article("d", person("p1", "Tria")),
        article("e", body("i1", "Orange", "company")),
        article("f", body("i1", "Orange", "local_authority")),
    ]
    seen = set()
    for order in itertools.islice(itertools.permutations(articles), 0, 720, 71):
        corpus = Corpus(order)
        places = {
            (record.id, tuple(sorted(corpus[a.article].source or "" for a in record.appearances)))
            for record in (*corpus.merged.people, *corpus.merged.institutions)
        }
        seen.add(frozenset(places))
    (only,) = seen
    ids = {id for id, _ in only}
    assert {"p-claude-roy~f", "p-claude-roy~m", "i-orange~company", "i-orange~local_authority"} < ids
    assert len(ids) == 6


def test_ids_do_not_depend_on_other_articles() -> None:
    known = article("a", body("i1", "IMT Mines Alès"), person("p1", "Assia Tria"))
    others = [article(f"o{n}", body("i1", f"École {n}"), person("p1", f"Anne Roy {n}")) for n in range(20)]
    alone = {r.id for r in Corpus([known]).merged.people}
    assert alone <= {r.id for r in Corpus([*others, known]).merged.people}


def test_every_record_of_every_article_is_in_one_merged_record() -> None:
    draw = random.Random(7)
    names = ["Anne Roy", "A. Roy", "Roy", "ROY Anne", "Bea Roy", "Claude Tria"]
    kinds = ["education", "company"]
    schools = ["Mines Alès", "IMT Mines Alès", "EMA", "CHU", "Orange"]
    articles = [
        article(
            f"a{n}",
            *(body(f"i{k}", draw.choice(schools), draw.choice(kinds), None, draw.choice(schools))
              for k in range(3)),
            *(person(f"p{k}", draw.choice(names), ("directrice", f"i{draw.randrange(3)}")) for k in range(3)),
        )
        for n in range(30)
    ]  # fmt: skip
    corpus = Corpus(articles)
    for records, kind in ((corpus.merged.people, "people"), (corpus.merged.institutions, "institutions")):
        places = [(a.article, a.id) for record in records for a in record.appearances]
        assert len(places) == len(set(places))
        assert set(places) == {(n, r.id) for n, a in enumerate(articles) for r in getattr(a, kind)}
        assert len({record.id for record in records}) == len(records)


def test_thousands_of_articles_are_merged_in_linear_time() -> None:
    def seconds(n: int) -> float:
        articles = [
            article(
                f"a{k}", body("i1", "CNRS", "research"), body("i2", f"Laboratoire {k % 97}", "research"),
                person("p1", f"Anne Roy{k % 331}", ("directrice", "i1")),
            )
            for k in range(n)
        ]  # fmt: skip
        start = time.process_time()
        assert len(Corpus(articles).merged.people) == 331
        return time.process_time() - start

    seconds(400)
    assert seconds(8000) < 60 * max(seconds(800), 0.01)
