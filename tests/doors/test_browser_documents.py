"""Documents on a plain page: the way out, the question by keyboard, and what is kept over a reload."""

from __future__ import annotations

from pathlib import Path

import browser
import pytest
from keyboard import tab_to
from test_browser_site import NewReader

from readingroom.site.build import build
from readingroom.site.serve import server

pytestmark = pytest.mark.browser
TINY = Path(__file__).resolve().parents[1] / "tiny"
LESSON, QUESTION = "01-founding.html", "document-declaration"
STATUS = f"#rr-item-{QUESTION} > [role=status]"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    out = tmp_path_factory.mktemp("tiny") / "site"
    build(TINY, out)
    with browser.answering(server(out, 0)) as address:
        yield address


@pytest.fixture
def reader(chrome, address):
    with NewReader(chrome, address) as reader:
        yield reader


def opened(reader):
    """The lesson with its documents drawn."""
    page = reader.open(LESSON)
    page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")
    page.locator(".rr-documents").wait_for()
    return page


def give(page, answer: str) -> None:
    """Type an answer and check it, with keys alone."""
    tab_to(page, QUESTION, "input")
    page.keyboard.type(answer)
    page.keyboard.press("Enter")


def test_a_wrong_try_is_explained_and_then_the_answer_can_be_had(reader):
    page = opened(reader)

    give(page, "sacred")

    assert "Not right." in page.locator(STATUS).inner_text()
    tab_to(page, QUESTION, "button:not(.rr-main)")
    page.keyboard.press("Enter")
    assert "unalienable" in page.locator(STATUS).inner_text()
    assert (reader.outside, reader.troubles) == ([], [])


def test_a_right_answer_is_kept_over_a_reload_and_counted_in_the_record(reader):
    page = opened(reader)

    give(page, "Unalienable")
    page.locator(STATUS).get_by_text("Right.").wait_for()
    reader.again(page)
    page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")

    page.locator(STATUS).get_by_text("Right.").wait_for()
    assert page.locator(f"#rr-item-{QUESTION} input").input_value() == "Unalienable"
    assert page.locator(".rr-documents .rr-score").inner_text() == "1 of 1 question answered, 1 right."
    row = page.locator(".rr-record tr", has_text="Documents").inner_text()
    assert "1 of 1" in row
    assert reader.troubles == []


def test_nobody_is_asked_how_sure_they_are_of_what_they_look_up(reader):
    assert opened(reader).locator(f"#rr-item-{QUESTION} .rr-sure").count() == 0


def test_a_reader_without_a_connection_is_told_that_the_question_can_wait(reader):
    page = opened(reader)
    notice = page.locator(".rr-offline")
    assert notice.inner_text() == ""

    reader.context.set_offline(True)

    notice.get_by_text("the questions can wait").wait_for()
    reader.context.set_offline(False)
    notice.get_by_text("the questions can wait").wait_for(state="detached")
