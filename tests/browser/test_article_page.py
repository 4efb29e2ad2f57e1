from __future__ import annotations

import time
from typing import Any

import pytest

from browser.conftest import Open
from communique.records import Article, Count, Institution, Section, Span
from communique.show import article_page
from show.samples import hostile, sample

TALL = 2000
CLEAR = "rgba(0, 0, 0, 0)"


def ground(page: Any, selector: str) -> str:
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")


def long_article() -> Article:
    """The sample under forty paragraphs, so that its places are out of sight."""
    before = "Rien à signaler ici.\n\n" * 40
    data = sample().model_dump()

    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            shift = {"start", "end"} & value.keys()
            return {k: v + len(before) if k in shift else moved(v) for k, v in value.items()}
        return [moved(v) for v in value] if isinstance(value, (list, tuple)) else value

    made = moved(data)
    lines = [
        {"kind": "paragraph", "start": k * 22, "end": k * 22 + 20} for k in range(40)
    ]  # "Rien à signaler ici." and a blank line
    made |= {"text": before + data["text"], "sections": [*lines, *made["sections"]]}
    return Article.model_validate(made)


def test_hovering_shows_the_card_of_the_innermost_place(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    card = page.locator(".card")
    assert card.is_hidden()
    page.locator("mark.counts").hover()
    assert card.is_visible()
    assert card.inner_text().split() == [
        "Chiffre", "Type", "nombre", "Valeur", "1", "600", "Quoi", "écoles", "Précision", "exactement",
    ]  # fmt: skip
    page.locator("mark.people").hover()
    assert "Assia Tria" in card.inner_text()
    assert page.locator("mark.people").get_attribute("aria-describedby") == card.get_attribute("id")
    page.locator("h2").first.hover()
    page.mouse.move(1200, 880)
    assert card.is_hidden()


def test_every_place_of_a_record_lights_up_together_with_its_row(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    page.locator("mark.institutions").first.hover()
    assert page.locator("mark.same").all_inner_texts() == ["École des mines d’Alès", "EMA"]
    assert "École des mines" in page.locator("tr.here").inner_text()


def test_the_legend_turns_a_kind_off_and_on(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    assert ground(page, "mark.counts") != CLEAR
    box = page.locator(".legend label.counts input")
    box.uncheck()
    assert ground(page, "mark.counts") == CLEAR
    assert ground(page, "mark.rankings") != CLEAR
    page.locator("mark.counts").hover()
    assert "Classement" in page.locator(".card").inner_text()  # the ranking around the count
    box.check()
    assert ground(page, "mark.counts") != CLEAR


def test_a_row_leads_to_its_place(open_page: Open) -> None:
    page = open_page(article_page(long_article()), width=700).page
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator(".of-dates tr[data-row]").click()
    mark = page.locator("mark.dates")
    assert mark.evaluate("e => document.activeElement === e")
    box = mark.bounding_box()
    assert 0 < box["y"] < 900
    assert page.locator(".card").is_visible()


def test_a_row_switches_its_kind_on_again(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    page.locator(".legend label.dates input").uncheck()
    page.locator(".of-dates tr[data-row]").click()
    assert page.locator(".legend label.dates input").is_checked()


def test_the_second_mention_has_a_link_of_its_own(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    page.locator(".of-institutions .also").first.click()
    assert page.evaluate("document.activeElement.textContent") == "EMA"


def test_the_keyboard_is_enough(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    page.locator(".text").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "3 mai 2024"
    assert page.locator(".card").is_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.classList[0]") == "rankings"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.classList[0]") == "quotations"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('tr').dataset.row") == "q0"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList[0]") == "quotations"
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()


def test_one_tab_stop_for_all_places(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    assert page.locator("mark[tabindex='0']").count() == 0
    page.locator(".text").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator("mark[tabindex='0']").count() == 1


def test_a_click_pins_the_card(open_page: Open) -> None:
    page = open_page(article_page(sample())).page
    page.locator("mark.roles").click()
    page.mouse.move(1200, 880)
    assert "directrice" in page.locator(".card").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(22, 24, 28)")])
def test_the_theme_follows_the_reader_and_can_be_chosen(open_page: Open, scheme: str, colour: str) -> None:
    page = open_page(article_page(sample()), color_scheme=scheme).page
    assert ground(page, "body") == ground(page, ".communique") == colour
    button = page.locator("button.theme")
    button.click()
    assert (button.inner_text(), ground(page, ".communique")) == ("Thème\u00a0: clair", "rgb(255, 255, 255)")
    button.click()
    assert (button.inner_text(), ground(page, ".communique")) == ("Thème\u00a0: sombre", "rgb(22, 24, 28)")


@pytest.mark.parametrize("width", [320, 480, 800, 1400])
def test_nothing_overflows(open_page: Open, width: int) -> None:
    page = open_page(article_page(sample()), width=width).page
    page.locator("mark.institutions").last.hover()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(".card").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_in_print_it_is_light_and_has_no_controls(open_page: Open) -> None:
    page = open_page(article_page(sample()), color_scheme="dark").page
    page.locator("mark.roles").click()
    page.emulate_media(media="print", color_scheme="dark")
    assert ground(page, ".communique") == "rgb(255, 255, 255)"
    assert page.locator("button.theme").is_hidden()
    assert page.locator(".card").is_hidden()


def test_a_hostile_article_runs_nothing(open_page: Open) -> None:
    opened = open_page(article_page(hostile()))
    page = opened.page
    for mark in page.locator("mark[id]").all():
        mark.hover()
        assert page.locator(".card").is_visible()
        assert page.locator(".card *").evaluate_all("all => all.map(e => e.tagName)").count("SCRIPT") == 0
    page.locator("tr[data-row]").first.click()
    assert opened.dialogs == []


def test_without_script_links_and_legend_still_work(open_page: Open) -> None:
    page = open_page(article_page(sample()), java_script_enabled=False).page
    page.locator(".legend label.counts input").uncheck()
    page.locator(".of-dates tr[data-row] a").click()
    assert page.url.endswith("-d0-0")


def test_a_megabyte_stays_responsive(open_page: Open) -> None:
    line = "Les 300 écoles de l’Université de Nice et les 400 lycées sont là depuis longtemps. " * 3
    lines = 4_000
    step = len(line) + 2
    at = line.index("Université de Nice")
    article = Article(
        text="\n\n".join([line] * lines),
        sections=tuple(
            Section(kind="paragraph", start=k * step, end=k * step + step - 3) for k in range(lines)
        ),
        institutions=(
            Institution(
                id="i1", name="Université de Nice", kind="education",
                mentions=tuple(Span(start=k * step + at, end=k * step + at + 18) for k in range(lines)),
            ),
        ),
        counts=tuple(
            Count(start=k * step + 4, end=k * step + 14, text="300 écoles", kind="count", value=300)
            for k in range(lines)
        ),
    )  # fmt: skip
    assert len(article.text.encode()) > 1_000_000
    html = article_page(article)
    start = time.perf_counter()
    page = open_page(html).page
    assert time.perf_counter() - start < 8
    for selector in ("mark.institutions", "mark.counts"):
        start = time.perf_counter()
        page.locator(selector).first.hover()
        page.locator(".card").wait_for(state="visible")
        assert time.perf_counter() - start < 2
    start = time.perf_counter()
    page.locator(".legend label.counts input").uncheck()
    page.evaluate("document.body.offsetHeight")
    assert time.perf_counter() - start < 3
