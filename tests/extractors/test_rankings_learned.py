"""The learned choices about rankings: their candidates and signs, what they add to the rules, their training."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import log_linear
from scripts import ranking_paragraphs as made
from scripts import train_rankings as training

from communique.extractors.institutions.learned import weights as name_weights
from communique.extractors.rankings import Scan, learned, read_positions
from communique.extractors.rankings.name_spans import spans
from communique.extractors.rankings.names import make_name
from communique.extractors.rankings.proposed import chosen, proposals, told_as
from communique.link.institutions import link_institutions
from communique.link.people import link_people
from communique.link.ranked import Ranked
from communique.link.ranked_choice import choose_subjects
from communique.link.ranked_signs import subject_signs
from communique.link.ranked_site import Site
from communique.link.rankings import Resolver
from communique.pipeline import Pipeline, extract, link, segment
from communique.read import Source
from communique.records import Article

TITLE = "L'École des Tilleuls progresse\n\n"
FOLDER = Path(training.TRAINING)


def read(text: str) -> Article:
    """As the default pipeline reads, without the recogniser."""
    doc = segment(Source(text))
    doc.name_weights, doc.choices = name_weights(), learned.all_weights()
    return link(doc, extract(doc), Source(text))


def subjects(text: str) -> list[str | None]:
    article = read(text)
    names = {i.id: i.name for i in article.institutions} | {p.id: p.name for p in article.people}
    return [names.get(r.subject or "") for r in article.rankings]


def site(text: str, k: int = 0) -> Site:
    return Site(ranked(text), k)


def ranked(text: str) -> Ranked:
    doc = segment(Source(text))
    found = extract(doc)
    institutions = link_institutions(doc, found)
    people = link_people(doc, found, institutions)
    antecedents = Resolver(doc, institutions, people, found.rankings, ()).antecedents
    return Ranked(doc, institutions, people, found.rankings, (), antecedents, found.ranking_names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'École des Tilleuls devance l'Université de Valmont. Cette dernière est 7e.", "Université de Valmont"),
        (TITLE + "L'arrivée de l'Université de Valmont, qui se glisse à la 33e place, a surpris.",
         "Université de Valmont"),
        (TITLE + "La bonne surprise vient de l'Université de Valmont. Elle occupe la 11e place nationale.",
         "Université de Valmont"),
        (TITLE + "Les étudiants la placent en deuxième position pour l'ambiance.", "École des Tilleuls"),
        (TITLE + "Le Point la situe au 21e rang.", "École des Tilleuls"),
        (TITLE + "La ville est 12e des villes étudiantes.", None),
        (TITLE + "Le supercalculateur de l'École des Tilleuls pointe au 93e rang mondial.", None),
        ("Le musée Brancourt entre au palmarès\n\nSur le volet jeune public, Brancourt est 5e.", "musée Brancourt"),
        ("Nous voilà 14es\n\nÀ propos – L'École Delvaux, fondée à Lyon en 1987, forme 300 étudiants.",
         "École Delvaux"),
    ],
)  # fmt: skip
def test_subject(text: str, expected: str | None) -> None:
    assert subjects(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who makes the ranking
        (TITLE + "Le Figaro la situe 21e et L'Étudiant, 18e.", ["École des Tilleuls"] * 2),
        (TITLE + "L'École des Tilleuls est 12e du palmarès du Point.", ["École des Tilleuls"]),
        ("Le Point recrute\n\nLe Point est 3e du palmarès des employeurs de Capital.", ["Le Point"]),
        # a crew
        ("Finale\n\nEmma Thill et Sarah Pinto, 13es du classement, sont déçues.", [None]),
        ("Finale\n\nEmma Thill, 13e du classement, est déçue.", ["Emma Thill"]),
        # in the order told
        ("Au palmarès, seules l'École des Tilleuls et l'Université de Valmont, respectivement 6e et 24e, font mieux.",
         ["École des Tilleuls", "Université de Valmont"]),
    ],
)  # fmt: skip
def test_words_that_leave_no_choice(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TITLE + "L'École des Tilleuls est 3e pour le MSc Finance.", [None]),
        (TITLE + "L'École des Tilleuls est 3e pour son master de gestion.", [None]),
        (TITLE + "L'École des Tilleuls est 3e pour l'insertion.", ["École des Tilleuls"]),
        (TITLE + "Quelles plateformes ?\nTikTok : 81 % (1re)\nWhatsApp : 74 % (3e)", [None, None]),
        (TITLE + "Le palmarès des villes étudiantes de L'Étudiant place la cité 4e.", [None]),
        (TITLE + "L'École des Tilleuls est 4e du palmarès des écoles de L'Étudiant.", ["École des Tilleuls"]),
    ],
)
def test_things_have_no_id(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Elle place trois formations :\n• Audit : 3e\n• Marketing : 6e", [None, None]),
        ("Nos masters au palmarès :\n\n• Audit : 3e\n• Marketing : 6e", [None, None]),
        ("Elle se distingue :\n• Master Audit : 3e\n• Insertion : 6e", [None, "École des Tilleuls"]),
        ("Palmarès du Parisien (licence de droit) : 6e\nClassement de Leyde : 14e", [None, "École des Tilleuls"]),
        ("Dans le détail, sur 120 formations évaluées :\n• Insertion : 3e\n• Recherche : 6e",
         ["École des Tilleuls"] * 2),
        ("Elle se distingue dans ces critères :\n• Insertion : 3e\n• Recherche : 6e", ["École des Tilleuls"] * 2),
    ],
)  # fmt: skip
def test_listed_degrees_have_no_id(told: str, expected: list[str | None]) -> None:
    before = "L'École des Tilleuls est 12e du palmarès 2025 de L'Étudiant, paru mardi.\n\n"
    assert subjects(TITLE + before + told) == ["École des Tilleuls", *expected]


@pytest.mark.parametrize(
    ("end", "then"),
    [
        (" pour le master Gestion.", {"0:then pour", "0:then pour thing"}),
        (" pour le lycée.", {"0:then pour", "0:then pour body"}),
        (" en chimie.", {"0:then en", "0:then en discipline"}),
        (" de sa catégorie.", {"0:then de", "0:then de common"}),
        (", un record.", {"0:then ,"}),
    ],
)
def test_what_follows(end: str, then: set[str]) -> None:
    signs = subject_signs(ranked(f"L'École des Tilleuls est 3e{end}"), 0)[None]
    assert {s for s in signs if s.startswith("0:then")} == then


@pytest.mark.parametrize(("rank", "plural"), [("13es", True), ("treizièmes", True), ("13e", False)])
def test_crew(rank: str, plural: bool) -> None:
    article = ranked(f"TITRE\n\nLes skippers Emma Thill et Sarah Pinto arrivent {rank}, à Lyon.")
    told = [signs for of, signs in subject_signs(article, 0).items() if of is not None]
    assert told
    assert {"P:plural" in signs for signs in told} == {plural}


def test_chosen_together() -> None:
    article = ranked(
        "L'École des Tilleuls devance l'Université de Valmont. Elle est 3e. L'École des Tilleuls est 5e en chimie."
    )
    tilleuls, valmont = article.entities
    # Of "elle", a little more speaks for the last one named; then it would be the next position's too.
    table = {"it:latest:yes": 10, "c:next:same": 500, "nobody": -500}
    assert choose_subjects(article, [None, None], table) == [valmont, valmont]
    assert choose_subjects(article, [None, None], table | {"at:before": 450}) == [tilleuls, tilleuls]


def test_each_beside_has_its_own() -> None:
    text = (
        TITLE + "L'École des Tilleuls obtient la 8e place, aux côtés de l'Université de Valmont, 2e, "
        "et de l'École supérieure de Brancourt (7e)."
    )
    assert subjects(text) == ["École des Tilleuls", "Université de Valmont", "École supérieure de Brancourt"]


def test_respectively() -> None:
    text = TITLE + "L'École des Tilleuls et l'Université de Valmont sont respectivement 6e et 24e."
    assert subjects(text) == ["École des Tilleuls", "Université de Valmont"]


def test_respectively_with_brackets() -> None:
    text = TITLE + (
        "L'École des Tilleuls (Région Bretagne) et l'Université de Valmont (Région Normandie) "
        "sont respectivement 6e et 24e."
    )
    assert subjects(text) == ["École des Tilleuls", "Université de Valmont"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("L'Université de Valmont est 3e.", "name"),
        ("L'Université de Valmont (3e) recrute.", "beside name"),
        ("L'école progresse, devant l'Université de Valmont (3e).", "beside name"),
        ("La gouvernance (3e) tire la note vers le haut.", "beside common"),
        ("L'école est 3e.", "noun"),
        ("Elle est 3e.", "it"),
        ("Le magazine la classe 3e.", "object pronoun"),
        ("Le magazine lui attribue la 3e place.", "object pronoun"),
        ("L'Université de Valmont, qui pointe à la 3e place, recrute.", "relative name"),
        ("Ce dernier est 3e.", "latter"),
        ("3e en France, l'Université de Valmont recrute.", "fronted name"),
        ("La ville se hisse à la 3e place.", "other thing"),
        ("Notre équipe occupe la 3e place.", "nous"),
    ],
)
def test_said(sentence: str, said: str) -> None:
    assert site(f"{TITLE}L'École des Tilleuls est première.\n\n{sentence}", 1).said == said


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Chimie : 3e place", "discipline"), ("Qualité de vie : 3e place", "common"),
        ("Sophie Marceau-Lebrun : 3e place", "proper"), ("2023 : 3e place", "number"),
        ("L'école progresse : elle prend la 3e place", ""), ("Elle prend la 3e place", ""),
    ],
)  # fmt: skip
def test_label(line: str, label: str) -> None:
    assert site(f"{TITLE}L'École des Tilleuls est première.\n\n• {line}\n• {line}", 1).label == label


def test_signs() -> None:
    article = ranked("L'École des Tilleuls est 3e, devant l'Université de Valmont.")
    signs = subject_signs(article, 0)
    assert sorted(signs, key=str) == [None, "i1", "i2"]
    assert {"at:before", "b:subject", "b:nearest fresh"} <= set(signs["i1"])
    assert {"at:after", "a:by devant"} <= set(signs["i2"])
    assert "0:nobody before|name" not in signs[None]


def test_called_short() -> None:
    article = ranked("Le musée Brancourt rouvre. Brancourt est 5e. La ville de Brancourt aussi est 7e.")
    text = article.doc.text
    assert [text[s:e] for s, e in article.entities["i1"].spans] == ["musée Brancourt", "Brancourt"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Au Podium 2025 de l'accueil client, la Banque du Rouvray obtient la 3e place.",
         ["Podium 2025 de l'accueil client"]),
        ("Le classement Village apaisé 2024, publié mardi, place l'École des Tilleuls 3e.",
         ["classement Village apaisé 2024"]),
        ("Dans le World's Calmest Campuses 2024, dévoilé hier, l'École des Tilleuls est 3e.",
         ["World's Calmest Campuses 2024"]),
        ("L'École des Tilleuls est 12e du GreenTech Verte 2025, dévoilé mardi.", ["GreenTech Verte 2025"]),
    ],
)  # fmt: skip
def test_name(text: str, names: list[str]) -> None:
    assert [r.ranking for r in read(text).rankings] == names


@pytest.mark.parametrize(
    "text",
    [
        "Novalume a livré l'Airbus A320 en 2024 et arrive 3e.",
        "Avec le programme Horizon Europe 2025, l'Université de Valmont est 2e en France.",
        "Réunis au Palais Brongniart, les élus ont salué la société Novalume, 4e de son secteur.",
        "L'École des Tilleuls a signé la Charte Diversité 2025. Elle est 4e de France.",
        "Née à Lyon en 1987, l'École des Tilleuls est 4e de France.",
    ],
)
def test_no_name(text: str) -> None:
    assert [r.ranking for r in read(text).rankings] == [None]


def test_rule_tells() -> None:
    article = read("Au Podium 2025 de l'accueil client, la Banque du Rouvray obtient la 3e place.")
    assert article.rankings[0].rule == "rank noun, learned name"
    latter = read("L'École des Tilleuls devance l'Université de Valmont. Cette dernière est 7e.")
    assert latter.rankings[0].rule == "placed, learned subject"


def test_choices_need_no_model() -> None:
    text = "Au Podium 2025 de l'accueil client, la Banque du Rouvray obtient la 3e place."
    assert Pipeline(model=None)(text).rankings[0].ranking == "Podium 2025 de l'accueil client"
    assert Pipeline(model=None, choices={})(text).rankings[0].ranking is None
    text = "L'École des Tilleuls devance l'Université de Valmont. Cette dernière est 7e."
    school, university = Pipeline(model=None)(text).institutions
    assert [r.subject for r in Pipeline(model=None)(text).rankings] == [university.id]
    assert [r.subject for r in Pipeline(model=None, choices={})(text).rankings] == [school.id]


def test_spans_leave_names_alone() -> None:
    doc = segment(Source("Au FinTech 100, elle est 3e, et 4e de l'Airports Index 2024 de Forbes."))
    at = doc.text.index("Airports")
    taken = [(at, at + len("Airports Index 2024"))]
    texts = {doc.text[p.start : p.end] for p in proposals(doc, taken, [], [n.start for n in doc.numbers])}
    assert "FinTech 100" in texts
    # Over a name that the rules read, longer ones only.
    assert {text for text in texts if "Airports" in text} <= {"Airports Index 2024 de Forbes"}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Au « Private Banking Rating », elle est 3e.", "Private Banking Rating"),
        (
            "Sa note la place 2e des Trophées de la gastronomie marocaine.",
            "Trophées de la gastronomie marocaine",
        ),
        ("Elle est 14e au Travellers’ Choice 2024.", "Travellers’ Choice 2024"),
        ("Il annonce le nom du Village préféré des Français 2025.", "Village préféré des Français 2025"),
        ("L’observatoire de l’Arcep la place 8e.", "observatoire de l’Arcep"),
    ],
)
def test_spans_that_may_name(text: str, span: str) -> None:
    doc = segment(Source(text))
    assert span in {text[s:e] for s, e in spans(doc, [])}


@pytest.mark.parametrize("text", ["En 2013, on est 3e.", "Par ailleurs, on monte.", "« il est 3e »"])
def test_spans_that_name_nothing(text: str) -> None:
    assert spans(segment(Source(text)), []) == []


def test_a_contest_has_no_list() -> None:
    contest = "En finale du tournoi CodeQuest, l'équipe remporte le match et la médaille : elle est 2e."
    told = "Dans le classement CodeQuest, publié lundi, la liste met l'école au 2e rang des notes."
    assert [told_as(segment(Source(text))) for text in (contest, told)] == ["contest", "list"]


def test_chosen() -> None:
    assert chosen([(90, 0, 10), (120, 5, 12), (60, 12, 20), (10, 30, 40)]) == [(5, 12), (12, 20)]


def test_added_names() -> None:
    doc = segment(Source("Au Podium 2025 du commerce, elle est 3e. Dans le classement QS 2024, elle est 4e."))
    scan = Scan(doc)
    assert [n.value for n in scan.names] == ["classement QS 2024"]
    scan.add_names([make_name(doc, 3, 26)])
    assert [n.value for n in scan.names] == ["Podium 2025 du commerce", "classement QS 2024"]
    assert scan.added == {"Podium 2025 du commerce"}
    assert scan.told[0].start == 3


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    article = read(f"L'École Navarre, Marie Dupont : 3e du QS 2024 {text} 4e, 5e (6e) {text}")
    ids = {i.id for i in article.institutions} | {p.id for p in article.people}
    for r in article.rankings:
        assert article.text[r.start : r.end] == r.text
        assert r.subject is None or r.subject in ids


def test_best() -> None:
    table = {"a": 10, "b": 10, "c": -5}
    assert learned.best(table, [("one", ["a", "c"]), ("two", ["a", "a"]), ("three", ["b"])]) == "two"
    assert learned.best(table, [("one", []), ("two", ["unknown"])]) == "one"


@pytest.mark.parametrize("file", [learned.SUBJECTS, learned.NAMES, learned.SPANS])
def test_weights_are_in_order(file: str) -> None:
    table = learned.weights(file)
    assert len(table) > 300
    assert list(table) == sorted(table)
    assert all(abs(w) >= 3 for w in table.values())


def test_weights_written_are_read(tmp_path: Path) -> None:
    log_linear.write({"b:x y": -12, "at:before": 120}, "w.txt", tmp_path)
    assert learned.read_weights((tmp_path / "w.txt").read_text("utf-8")) == {"at:before": 120, "b:x y": -12}


def test_fit_prefers_what_tells_right_from_wrong() -> None:
    examples = [([(["good", "any"], True), (["bad", "any"], False)], 1.0)] * 20
    table = log_linear.fit(examples, 1.0)
    assert table["good"] > 100
    assert table["bad"] < -100
    assert "any" not in table


def test_training_leaves_out_what_is_apart() -> None:
    names = [article.name for _, article in training.articles(training.APART)]
    assert len(names) > 150
    assert not any(name.startswith(("h0", "h1")) for name in names)


def test_first_sight_stands_on_positions() -> None:
    texts = {a.name: a.text for _, a in training.articles(training.APART)}
    answers = training.first_sight()
    assert len(answers) > 100
    for name, found in answers.items():
        assert all(0 <= a["start"] < a["end"] <= len(texts[name]) for a in found if name in texts)


def test_paragraphs() -> None:
    texts = list(made.paragraphs(FOLDER, 1))
    assert len(texts) > 25
    for text, marks in texts:
        assert "{" not in text
        assert marks == sorted(marks)
        assert all(text[a:b].strip() for a, b, _ in marks)
        assert "de le " not in text
        assert "à le " not in text


def test_paragraphs_are_the_same_each_time() -> None:
    assert list(made.paragraphs(FOLDER, 1)) == list(made.paragraphs(FOLDER, 1))


def test_lists() -> None:
    for text, names in made.lists(FOLDER, 1):
        assert "{" not in text
        assert any(name in text for name in names)


@pytest.mark.parametrize(
    ("preposition", "name", "expected"),
    [
        ("de", "le groupe Brignac", "du groupe Brignac"), ("à", "le CHU de Lormont", "au CHU de Lormont"),
        ("de", "l'École Nord", "de l'École Nord"), ("à", "la Banque Sud", "à la Banque Sud"),
        ("de", "Le Point", "du Point"), ("de", "L'Étudiant", "de l'Étudiant"), ("de", "Forbes", "de Forbes"),
        ("à", "Newsweek", "à Newsweek"),
    ],
)  # fmt: skip
def test_governed(preposition: str, name: str, expected: str) -> None:
    assert made._governed(preposition, name) == expected


def test_positions_in_order() -> None:
    doc = segment(Source(TITLE + "Elle est 3e, puis 2e en Europe et 5e en France."))
    scan, positions = read_positions(doc, extract(doc))
    assert [c.start for c in positions] == sorted(c.start for c in positions)
    assert scan.doc is doc
