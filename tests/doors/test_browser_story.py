"""The story is walked by keyboard alone, its answers are kept, and on paper it is a spread of two pages."""

from __future__ import annotations

import io

import audit
import pytest
from pypdf import PdfReader
from test_browser_site import reader, served  # noqa: F401

pytestmark = pytest.mark.browser
PAGE = "07-looking-back.html"
PART = "[data-module='story/story.js']"
SHOWN = ".rr-stop:not([hidden])"


@pytest.fixture
def page(reader):  # noqa: F811
    opened = reader.open(PAGE)
    unfold(opened)
    opened.locator(".rr-story").wait_for()
    return opened


def unfold(page) -> None:
    """Open what the usual way through the lesson folds in, and go to the walk."""
    page.evaluate(
        """(part) => { for (let each = document.querySelector(part); each; each = each.parentElement)
        if (each.localName === 'details') each.open = true; }""",
        PART,
    )
    page.locator(PART).scroll_into_view_if_needed()


def tab_to(page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_a_question_is_answered_by_keyboard_and_leads_on_to_the_next_stop(page):
    page.locator(f"{SHOWN} h4").focus()
    tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    tab_to(page, "button.rr-main")
    page.keyboard.press("Enter")
    page.locator(f"{SHOWN} .rr-feedback[data-kind]").wait_for()
    tab_to(page, ".rr-stop-steps button.rr-main")
    assert page.evaluate("() => document.activeElement.textContent").startswith("Go on to 1993")

    page.keyboard.press("Enter")

    page.wait_for_function("() => document.activeElement.closest('.rr-stop')?.dataset.stop === 'autumn-1993'")
    assert page.locator(".rr-stop-announced").text_content() == "Stop 2 of 5."
    assert page.locator(f"{SHOWN} .rr-stop-strip svg.rr-figure").is_visible()
    page.locator(f"{SHOWN} .rr-stop-chart .rr-still > *").first.wait_for(state="attached")
    page.reload()
    page.wait_for_function("() => document.documentElement.dataset.ready")
    unfold(page)
    page.locator(".rr-stop-line button[data-done]").wait_for()
    assert page.locator(SHOWN).get_attribute("data-stop") == "autumn-1993"


def test_axe_finds_nothing_at_any_stop_light_or_dark(page):
    found, coloured = {}, 0
    stops = page.locator(".rr-stop-line button")
    for number in range(stops.count()):
        stops.nth(number).press("Enter")
        page.locator(f"{SHOWN} .rr-stop-chart .rr-still > *").first.wait_for(state="attached")
        page.emulate_media(color_scheme=("light", "dark")[number % 2])
        seen = audit.axe(page, PART)
        found[number + 1] = seen["violations"]
        coloured += seen["coloured"]

    assert found == {number: [] for number in range(1, 6)}
    assert coloured > 100, "axe looked at too little for its silence to mean much"


def test_on_paper_the_walk_is_a_spread_of_two_pages(page):
    page.locator(".rr-way-choice input").last.check(
        force=True
    )  # paper shows the chosen way, and the walk is on the longest
    page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")
    page.wait_for_function("() => document.querySelectorAll('.rr-stop .rr-figure:has(.rr-still > *)').length > 4")

    texts = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]

    titles = [
        "three days in Moscow",
        "president against parliament",
        "day by day",
        "the author writes",
        "beyond the article",
    ]
    sheets = [next(number for number, text in enumerate(texts) if title in text) for title in titles]
    assert sheets[-1] - sheets[0] == 1
    assert page.locator(".rr-stop:visible").count() == 1
