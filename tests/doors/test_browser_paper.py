"""A page that is printed by the browser's own command: figures, tables and items as they come out on paper."""

from __future__ import annotations

import io

import pytest
from keyboard import one_of_each_kind
from pypdf import PdfReader
from test_browser_quiz import QUIZ
from test_browser_site import LESSON, reader, served  # noqa: F401

pytestmark = pytest.mark.browser


def printed(page) -> str:
    """What a page gives to the printer without its button, as letters and digits alone: where a PDF breaks its words is its own affair."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return letters(" ".join(sheet.extract_text() for sheet in sheets))


def letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def test_a_figure_that_is_not_drawn_yet_prints_its_table_and_folds_it_again(reader):  # noqa: F811
    reader.context.route("**/figures/*.json", lambda route: None)  # pictures stay on their way
    page = reader.open(LESSON)
    page.wait_for_function("() => [...document.querySelectorAll('.rr-chart')].at(-1).querySelector('.rr-figures')")
    figures = page.evaluate(
        "() => [...document.querySelectorAll('.rr-chart .rr-figures')].at(-1).querySelector('tbody tr:last-child').textContent.slice(4)"
    )
    assert page.locator(".rr-still > *").count() == 0

    assert letters(figures) in printed(page)
    assert page.locator(".rr-figures[open]").count() == 0
    page.emulate_media(media="print")  # by style alone too
    assert page.locator(".rr-chart .rr-figure:visible").count() == 0
    assert page.locator(".rr-chart .rr-figures tbody").last.is_visible()


def test_a_picture_is_printed_in_its_narrow_width_and_a_zoomed_figure_as_wide_as_a_column(reader):  # noqa: F811
    page = reader.open("06-check.html")
    chart = page.locator("[data-chart='share-since']")
    chart.locator(".rr-figure").scroll_into_view_if_needed()
    chart.locator(".rr-still-wide:visible").wait_for()
    page.emulate_media(media="print")
    assert chart.locator(".rr-still:visible").get_attribute("class").endswith("rr-still-narrow")
    assert chart.locator(".rr-figures:visible").count() == 0
    page.emulate_media(media="screen")

    chart.get_by_role("button", name="Zoom into this chart").click()
    drawn = chart.locator(".main-svg").first
    drawn.wait_for()
    before = drawn.get_attribute("width")
    page.evaluate(
        "() => addEventListener('beforeprint', () => { window.onPaper = document.querySelector('.main-svg').getAttribute('width'); })"
    )
    page.pdf(format="A4")

    assert (page.evaluate("() => window.onPaper"), int(before) > 460) == ("460", True)
    page.wait_for_function(
        "(before) => document.querySelector('.main-svg').getAttribute('width') === before", arg=before
    )
    assert drawn.get_attribute("viewBox").split()[2] == before  # so that it shrinks on a narrower sheet


def test_the_places_of_a_matching_item_are_printed_in_full_below_it(reader, library):  # noqa: F811
    page = reader.open(LESSON)
    item = one_of_each_kind(library, QUIZ)["match"]
    said = printed(page)

    assert all(letters(library.text(pair.right)) in said for pair in item.pair)
    page.emulate_media(media="print")
    assert page.locator(f"#rr-item-{item.id} select:visible").count() == 0


def sheets_of(page) -> list[str]:
    """The text of each sheet of a page that is printed by its own button, every figure drawn."""
    page.evaluate(
        "() => { window.print = () => { window.wasPrinted = true; }; document.getElementById('print').click(); }"
    )
    page.wait_for_function("() => window.wasPrinted")
    made = page.pdf(format="A4", prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(made)).pages]


STILL_PROSE = "document.querySelectorAll('.rr-part > .rr-prose').length"  # parts that nobody has scrolled to yet
STAND_IN = f"() => {{ window.prints = []; window.print = () => window.prints.push({STILL_PROSE}); }}"


def test_the_keys_of_the_browsers_print_command_print_a_page_with_every_part_drawn(reader):  # noqa: F811
    page = reader.open("05-bureaucrats.html")
    undrawn = page.evaluate(f"() => {STILL_PROSE}")
    page.evaluate(STAND_IN)

    page.keyboard.press("Control+p")

    page.wait_for_function("() => window.prints.length")
    assert (undrawn > 0, page.evaluate("() => window.prints")) == (True, [0])
    page.keyboard.press("Control+Shift+p")
    page.locator("#print").click()
    page.wait_for_function("() => window.prints.length === 2")


def test_a_lesson_is_printed_on_twelve_sheets_at_most_with_notes_and_sheets_numbered(reader):  # noqa: F811
    page = reader.open("05-bureaucrats.html")  # the longest

    sheets = sheets_of(page)

    assert len(sheets) <= 12
    assert [
        letters(f"{number} / {len(sheets)}") in letters(sheet[-40:] + sheet[:40])
        for number, sheet in enumerate(sheets, 1)
    ]
    said = " ".join(sheets)
    assert "Check answer" not in said and "How sure are you" not in said
    page.emulate_media(media="print")
    assert page.locator(".rr-ballot").count() == page.locator(".rr-ballot:visible").count() > 10, (
        "a claim has nothing to tick"
    )
    assert (
        page.locator(".rr-note-head").first.evaluate("(head) => getComputedStyle(head, '::before').content") != "none"
    )
