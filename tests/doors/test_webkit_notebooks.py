"""JupyterLab and Notebook 7 in WebKit, Safari's engine: a lesson opens ready, and a question is answered by keyboard."""

from __future__ import annotations

import browser
import pytest
import webkit
from keyboard import one_of_each_kind, settle
from test_browser_quiz import QUIZ

pytestmark = pytest.mark.browser
OPENING = f'from readingroom.notebook import open_section\nlesson = open_section("{QUIZ}")'
PATHS = {"lab": "/lab/tree/", "notebook7": "/notebooks/"}
SAVED = "async () => { await window.jupyterapp.shell.currentWidget.context.save(); return true; }"


@pytest.fixture(scope="session")
def chrome():
    """No Chromium beside it."""


@pytest.fixture(scope="module")
def driver():
    """One WebKit for both."""
    with webkit.session() as running:
        yield running


@pytest.mark.parametrize("front", PATHS)
def test_a_lesson_opens_ready_and_a_question_answered_by_keyboard_is_there_after_a_reload(front, lab, driver, library):
    item = one_of_each_kind(library, QUIZ)["choice"]
    path = browser.write_notebook(lab, f"webkit-{front}.ipynb", OPENING, "lesson.quiz()")
    page = webkit.Page(driver, lab.address.replace(PATHS["lab"], PATHS[front]))
    said = page.locator(f"#rr-item-{item.id} > [role=status]")

    driver.get(page.address + path + lab.end)
    page.locator(f"#rr-item-{item.id}").wait_for_presence()
    settle(page, library, item)
    answered = said.inner_text()
    page.evaluate(SAVED)  # else the browser asks whether to leave the page
    driver.get(page.address + path + lab.end)
    page.locator(f"#rr-item-{item.id}").wait_for_presence()

    assert "Right." in answered
    page.wait(
        "(selector) => document.querySelector(selector).innerText.includes('Right.')",
        f"#rr-item-{item.id} > [role=status]",
    )
