"""A learner with no mouse answers one item of each kind, in JupyterLab and in Notebook 7."""

from __future__ import annotations

import browser
import pytest
from keyboard import KINDS, choose_radio, ensure_open, focused, one_of_each_kind, settle, stays, tab_to

pytestmark = pytest.mark.browser
QUIZ = "bureaucrats"


@pytest.fixture(scope="module", params=["lab", "notebook7"])
def quiz_page(request, chrome):
    """A notebook with one section's quiz and written task, run; the tests below share it as a learner would."""
    front = request.getfixturevalue(request.param)
    path = browser.write_notebook(
        front,
        "quiz.ipynb",
        f"from readingroom.notebook import open_section\nlesson = open_section('{QUIZ}')",
        "lesson.quiz()",
        "lesson.write()",
    )
    page = browser.new_page(chrome)
    page.again = lambda: (
        browser.open_notebook(page, front, path),
        browser.run_all(page),
        page.wait_for_selector(".rr-quiz .rr-item"),
    )
    page.again()
    yield page
    page.close()


@pytest.mark.parametrize(
    "selector",
    [
        ".rr-options input[type=radio]",
        ".rr-options input[type=checkbox]",
        ".rr-sure input",
        ".rr-place select",
        ".rr-typed input",
        ".rr-main",
        ".rr-order button",
    ],
)
def test_letters_and_arrows_on_a_control_leave_the_notebook_alone(quiz_page, selector):
    if not quiz_page.locator(f".rr-item {selector}:not([disabled])").count():  # an earlier test has answered it
        quiz_page.locator(f".rr-item:has({selector}) .rr-main", has_text="Try again").first.click()
    quiz_page.locator(f".rr-item {selector}:not([disabled])").first.focus()

    assert stays(quiz_page, "b", "x", "m", "d", "d", "ArrowDown", "ArrowUp")


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_is_answered_by_keyboard_and_explained_in_a_live_region(quiz_page, library, kind):
    item = one_of_each_kind(library, QUIZ)[kind]

    settle(quiz_page, library, item)

    said = quiz_page.locator(f"#rr-item-{item.id} > [role=status]")
    assert "Right." in said.text_content() and "2 marks" in said.text_content()
    assert said.get_attribute("aria-live") == "polite"
    assert focused(quiz_page, "on.className") == "rr-main"
    assert quiz_page.troubles == []


def test_a_written_answer_is_compared_and_marked_by_keyboard(quiz_page, library):
    item = next(item for item in library.items(QUIZ) if item.use == "write")
    ensure_open(quiz_page, item)
    quiz_page.locator(f"#rr-item-{item.id} textarea").focus()
    quiz_page.keyboard.type("Trade was small, so few people at home would defend the partnership when it was attacked.")
    if quiz_page.locator(f"#rr-item-{item.id} .rr-marking").is_hidden():
        tab_to(quiz_page, item.id, ".rr-main")
        quiz_page.keyboard.press("Enter")
        quiz_page.locator(f"#rr-item-{item.id} textarea").focus()
    best = str(max(level.points for level in item.criterion[0].level))

    choose_radio(quiz_page, item.id, best, ".rr-criterion input")
    tab_to(quiz_page, item.id, ".rr-main")
    quiz_page.keyboard.press("Enter")

    assert "Your marks:" in quiz_page.locator(f"#rr-item-{item.id} > [role=status]").text_content()


def test_answers_are_there_after_a_reload(quiz_page, library):
    item = one_of_each_kind(library, QUIZ)["short"]
    ensure_open(quiz_page, item)
    field = quiz_page.locator(f"#rr-item-{item.id} .rr-typed input")
    field.fill("something else")
    quiz_page.locator(f"#rr-item-{item.id} .rr-sure input").first.check()
    quiz_page.locator(f"#rr-item-{item.id} .rr-main").click()
    quiz_page.wait_for_selector(".rr-kept[data-kind=saved]")

    quiz_page.again()

    quiz_page.wait_for_selector(f"#rr-item-{item.id}")
    assert field.input_value() == "something else"
    assert "Not right." in quiz_page.locator(f"#rr-item-{item.id} > [role=status]").text_content()
