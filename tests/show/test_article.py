from __future__ import annotations

import json
import re
import time
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records import Article, Count, Section
from communique.show import article_fragment, article_page
from show.parsed import Parsed
from show.samples import HOSTILE, TEXT, hostile, sample


def test_the_page_is_well_formed_and_alone() -> None:
    html = article_page(sample())
    page = Parsed(html)
    assert page.faults == []
    assert page.all("html")[0].attributes["lang"] == "fr"
    for element in page.elements:
        assert "src" not in element.attributes
        href = element.attributes.get("href") or "#"
        assert href.startswith("#") or href == "data:,"
    assert "http" not in re.sub(r'http-equiv="', "", html)
    assert "@import" not in html
    assert "url(" not in html


def test_the_policy_allows_the_script_that_is_there_and_no_other() -> None:
    page = Parsed(article_page(sample()))
    policy = next(e.attributes["content"] or "" for e in page.all("meta") if "http-equiv" in e.attributes)
    script = next(e for e in page.all("script") if not e.attributes)
    assert f"'sha256-{b64encode(sha256(script.text.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy


def test_the_text_is_whole_and_in_its_layout() -> None:
    page = Parsed(article_page(sample()))
    shown = page.of_class("text")[0].text
    assert shown == "".join(line for line in TEXT.split("\n") if line)
    assert [e.classes[1] for e in page.of_class("s")] == [
        "title-section", "dateline-section", "paragraph-section", "contact-section",
    ]  # fmt: skip
    assert page.all("h2")[0].text == "Une école <b>distinguée</b>"


def test_text_outside_sections_is_shown_too() -> None:
    bare = sample().model_copy(update={"sections": ()})
    assert Parsed(article_page(bare)).of_class("text")[0].text == TEXT.strip()


def test_cards_have_the_fields_of_the_record_and_the_rule() -> None:
    page = Parsed(article_page(sample()))
    cards = json.loads(page.of_class("records")[0].text)
    assert cards["q0"] == [
        "Citation", "quotations",
        [["Type", "directe"], ["Locuteur", "Assia Tria"], ["Nommé ici", "Assia Tria"],
         ["Introduit par", "confirme"], ["Règle", "marks"]],
    ]  # fmt: skip
    assert cards["p1-r0"][2] == [
        ["Fonction", "directrice"], ["Personne", "Assia Tria"],
        ["Institution", "École des mines d’Alès"], ["Règle", "apposition"],
    ]  # fmt: skip
    assert ["Rang", "6e"] in cards["r0"][2]
    assert ["Évolution", "+2"] in cards["r0"][2]
    assert ["Valeur", "1\u202f600"] in cards["c0"][2]
    marked = {e.attributes["data-r"] for e in page.all("mark")}
    assert marked == set(cards)


def test_rows_lead_to_places_that_exist() -> None:
    page = Parsed(article_page(sample()))
    ids = {e.attributes["id"] for e in page.all("mark") if "id" in e.attributes}
    links = [e.attributes["href"] or "" for e in page.all("a")]
    assert len(links) == 7  # six rows, and the second mention of the school
    assert {link[1:] for link in links} <= ids


def test_the_legend_counts_records() -> None:
    page = Parsed(article_page(sample()))
    boxes = [e.attributes["value"] for e in page.all("input")]
    assert boxes == ["institutions", "people", "roles", "rankings", "counts", "quotations", "dates"]
    label = next(e for e in page.all("label") if "institutions" in e.classes)
    assert label.text == "Institutions1"


def test_only_some_kinds() -> None:
    page = Parsed(article_page(sample(), kinds=["people"]))
    assert {e.classes[0] for e in page.all("mark")} == {"people", "roles"}
    assert len(page.all("details")) == 1


def test_english() -> None:
    page = Parsed(article_page(sample(), lang="en"))
    assert page.all("html")[0].attributes["lang"] == "en"
    assert page.of_class("text")[0].attributes["lang"] == "fr"
    assert "Highlight" in page.of_class("legend")[0].text
    assert ["Position", "6th"] in json.loads(page.of_class("records")[0].text)["r0"][2]
    with pytest.raises(ValueError, match="unknown language 'de'"):
        article_page(sample(), lang="de")


def test_nothing_found() -> None:
    page = Parsed(article_page(Article(text="Rien.")))
    assert page.of_class("tables")[0].text == "Rien n’a été trouvé."
    assert page.faults == []


@pytest.mark.parametrize("make", [article_page, article_fragment])
def test_a_hostile_article_adds_no_element_and_no_attribute(make: object) -> None:
    html = make(hostile())  # type: ignore[operator]
    html.encode("utf-8")
    assert "\x00" not in html
    plain = make(_tame())  # type: ignore[operator]
    shape = [(e.name, sorted(e.attributes)) for e in Parsed(html).elements]
    assert shape == [(e.name, sorted(e.attributes)) for e in Parsed(plain).elements]
    assert Parsed(html).faults == []
    assert not Parsed(html).all("img")
    assert "alert(1)" in Parsed(html).of_class("text")[0].text


def _tame() -> Article:
    """The hostile article with letters in place of whatever could mean something."""
    return Article.model_validate(_letters(hostile().model_dump()))


def _letters(value: object) -> object:
    if isinstance(value, str):
        return value.replace(HOSTILE, "x" * len(HOSTILE))
    if isinstance(value, dict):
        return {_letters(k): _letters(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_letters(v) for v in value]
    return value


@given(st.text())
def test_any_text_makes_a_page(text: str) -> None:
    page = Parsed(article_page(Article(text=text, title=text or None, source=text)))
    assert page.faults == []
    assert not page.all("img")


def test_what_a_notebook_shows() -> None:
    html = sample()._repr_html_()
    page = Parsed(html)
    assert page.faults == []
    assert not page.all("html")
    assert html == article_fragment(sample())  # the same article gives the same bytes
    assert len(page.all("script")) == 2


def test_several_articles_on_one_page() -> None:
    other = sample().model_copy(update={"source": "autre.txt", "title": None})
    page = Parsed(article_page([sample(), other]))
    roots = [e.attributes["id"] for e in page.of_class("communique")]
    assert len(set(roots)) == 2
    links = [e for e in page.all("a") if e.attributes["href"] in {f"#{r}" for r in roots}]
    assert [e.text for e in links] == ["Une école <b>distinguée</b>", "autre.txt"]
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))


def test_a_megabyte_is_formatted_in_linear_time() -> None:
    def article(lines: int) -> Article:
        line = "Les 300 écoles et les 400 lycées sont là depuis 2019, dit-on, et cela dure encore. "
        text = "\n\n".join([line] * lines)
        step = len(line) + 2
        return Article(
            text=text,
            sections=tuple(
                Section(kind="paragraph", start=k * step, end=k * step + len(line) - 1) for k in range(lines)
            ),
            counts=tuple(
                Count(start=k * step + 4, end=k * step + 14, text="300 écoles", kind="count", value=300)
                for k in range(lines)
            ),
        )

    def seconds(lines: int) -> float:
        made = article(lines)
        start = time.process_time()
        article_page(made)
        return time.process_time() - start

    seconds(100)
    assert seconds(12_000) < 40 * max(seconds(1_200), 0.01)


def test_every_word_shown_comes_from_the_catalogue() -> None:
    french, english = (
        [e.text for e in Parsed(article_page(sample(), lang=lang)).all("th")] for lang in ("fr", "en")
    )
    assert french != english
    script = (Path(__file__).parents[2] / "src/communique/show/assets/article.js").read_text("utf-8")
    assert not re.findall(r"textContent = [\"'`]", script)
    assert "innerHTML" not in script
