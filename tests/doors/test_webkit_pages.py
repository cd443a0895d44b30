"""The plain pages in WebKit, Safari's engine: each part answers by keyboard and pointer, and remembers."""

from __future__ import annotations

import json

import pytest
import webkit
from dead_parts import DEAD_PARTS
from keyboard import KINDS, answer_where_it_stands, focused, one_of_each_kind
from test_browser_quiz import QUIZ
from test_browser_site import LESSON, served

__all__ = ["served"]
pytestmark = pytest.mark.browser
ENTRIES = "async () => (await loadModule('site/record-store.js')).openRecord().entries()"


@pytest.fixture(scope="module")
def driver():
    """One WebKit for all tests here."""
    with webkit.session() as running:
        yield running


@pytest.fixture
def page(driver, served):
    """A page of the site for a reader who was never there."""
    driver.set_window_size(1280, 900)
    driver.get(served[0] + "accessibility.html")
    driver.execute_script("localStorage.clear(); sessionStorage.clear();")
    return webkit.Page(driver, served[0])


def everything(page) -> None:
    """Have every part of the page drawn, near or not."""
    page.evaluate("async () => { await (await loadModule('site/when-near.js')).everything(); }")


def said(page, item) -> str:
    return page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()


def test_every_page_draws_every_part_and_fits_the_window(page, served):
    wrong = []
    for path in sorted(served[1].glob("*.html")):
        page.open(path.name)
        everything(page)
        left = page.locator(".rr-prose").count() + page.locator(".rr-failed").count()
        wide = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
        wrong += [path.name] * bool(left or wide)

    assert wrong == []


def test_an_item_of_each_kind_is_answered_by_keyboard_and_there_after_a_reload(page, library):
    items = one_of_each_kind(library, QUIZ)
    page.open(LESSON)
    for kind in KINDS:
        answer_where_it_stands(page, library, items[kind])
        assert "Right." in said(page, items[kind]), kind
        assert focused(page, "on.className") == "rr-main"

    page.open(LESSON)

    assert [kind for kind in KINDS if "Right." not in said(page, items[kind])] == []


def test_an_item_is_answered_with_a_pointer(page, library):
    item = one_of_each_kind(library, QUIZ)["choice"]
    page.open(LESSON)

    page.locator(f"#rr-item-{item.id} .rr-options input[value='{item.answer}']").click()
    page.locator(f"#rr-item-{item.id} .rr-sure label").click()
    page.locator(f"#rr-item-{item.id} .rr-main").click()

    assert "Right." in said(page, item)


def test_a_note_a_mark_a_vote_and_a_guess_are_there_after_a_reload(page):
    page.open(LESSON)
    page.locator(".rr-mine textarea").click()
    page.keyboard.type("Who says so?")
    page.locator(".rr-mark[data-mark=puzzling]").click()
    page.locator("[data-module='claims/claims.js']").scroll_into_view_if_needed()
    page.locator(".rr-ballot input").click()
    page.locator(".rr-guess input").click()
    page.keyboard.type("3.7")
    page.locator(".rr-guess button").click()
    page.locator(".rr-guessed").wait_for()

    page.open(LESSON)

    assert page.locator(".rr-mine textarea").value() == "Who says so?"
    assert page.locator(".rr-mark[aria-pressed=true][data-mark=puzzling]").count() == 1
    assert page.locator(".rr-guessed").inner_text().startswith("You said 3.7")
    assert {entry["what"] for entry in page.evaluate(ENTRIES)} >= {"note", "mark", "guess"}


def test_a_chart_and_the_timeline_are_drawn(page):
    page.open("01-opening.html")
    everything(page)

    assert page.locator("svg.rr-figure").count() > 0
    assert page.wait("() => document.querySelectorAll('.rr-still > *').length")


def test_the_course_is_searched_by_keyboard(page):
    page.open("index.html")
    page.keyboard.press("Control+k")
    page.wait("() => document.activeElement?.matches('dialog[open] input')")
    page.keyboard.type("vanik jackson")
    page.locator(".hits a").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert page.wait("() => location.hash && document.activeElement.id === decodeURIComponent(location.hash.slice(1))")


def test_the_look_is_changed_and_kept(page):
    paper = "() => getComputedStyle(document.body).backgroundColor"
    page.open("index.html")
    light = page.evaluate(paper)
    page.evaluate(
        "() => [...document.querySelectorAll('button')].find((each) => / look$/.test(each.textContent)).focus()"
    )
    page.keyboard.press("Enter")
    dark = page.evaluate(paper)
    page.open("index.html")

    assert page.evaluate(paper) == dark != light


def test_a_record_is_restored_from_a_file_and_can_be_taken_along(page, tmp_path):
    mark = {"id": "1", "at": "2026-01-01T10:00:00Z", "what": "mark", "paragraph": f"{QUIZ}-1", "mark": "puzzling"}
    (tmp_path / "mine.jsonl").write_text(json.dumps(mark) + "\n", encoding="utf-8")
    page.open(LESSON)

    page.locator("input[type=file]").wait_for_presence()
    page.locator("input[type=file]").element().send_keys(str(tmp_path / "mine.jsonl"))

    page.wait("() => document.querySelector('.rr-mark[aria-pressed=true]')?.dataset.mark === 'puzzling'")
    assert [entry["mark"] for entry in page.evaluate(ENTRIES)] == ["puzzling"]


@pytest.mark.parametrize("width, height", [(390, 844), (320, 256)], ids=["a phone", "1280 pixels enlarged four times"])
def test_a_lesson_fits_a_phone_and_a_window_enlarged_four_times(page, served, width, height):
    # WebKit's own window is never narrower than 447 pixels; to a page in a frame the frame is its window.
    frame = f'<!doctype html><iframe src="{LESSON}" width="{width}" height="{height}"></iframe>'
    (served[1] / "frame.htm").write_text(frame, encoding="utf-8")
    page.driver.get(served[0] + "frame.htm")
    page.driver.switch_to.frame(0)
    page.wait_until_ready()
    everything(page)
    seen = page.evaluate("() => [innerWidth, document.documentElement.scrollWidth]")
    page.driver.switch_to.default_content()

    assert seen == [width, width]


def test_a_lesson_opened_as_a_file_has_no_dead_part_and_keeps_a_mark(driver, site):
    page = webkit.Page(driver, f"{site.as_uri()}/")
    page.open(LESSON)
    dead = page.evaluate(DEAD_PARTS)
    page.locator(".rr-mark[data-mark=puzzling]").click()
    page.open(LESSON)

    assert dead == []
    assert page.locator(".rr-mark[aria-pressed=true][data-mark=puzzling]").count() == 1
