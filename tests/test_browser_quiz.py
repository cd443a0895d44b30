"""A learner with no mouse answers one item of each kind, in JupyterLab and in Notebook 7."""

from __future__ import annotations

import browser
import pytest

from readingroom.content import models as m

pytestmark = pytest.mark.browser
QUIZ = "bureaucrats"
KINDS = ["choice", "choices", "order", "match", "sort", "number", "passage", "short"]


@pytest.fixture(scope="module", params=["lab", "notebook7"])
def quiz_page(request, chrome):
    """A notebook with one section's quiz and written task, run; the tests below share it as a learner would."""
    front = request.getfixturevalue(request.param)
    path = browser.write_notebook(front, "quiz.ipynb", f"from readingroom.notebook import open_section\nlesson = open_section('{QUIZ}')",
                                  "lesson.quiz()", "lesson.write()")
    page = browser.new_page(chrome)
    page.again = lambda: (browser.open_notebook(page, front, path), browser.run_all(page), page.wait_for_selector(".rr-quiz .rr-item"))
    page.again()
    yield page
    page.close()


def one_of_each_kind(library):
    items = [item for item in library.items(QUIZ) if item.use == "quiz"]
    return {kind: next(item for item in items if m.kind_of(item) == kind) for kind in KINDS}


def tab_to(page, item_id: str, selector: str) -> None:
    """Press Tab until the focus is on a control of the item that fits `selector`."""
    for _ in range(400):
        if page.evaluate("([id, selector]) => { const on = document.activeElement; return !!on && on.matches(selector) && !!on.closest('#rr-item-' + id); }",
                         [item_id, selector]):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector} of {item_id}")


def focused(page, expression: str):
    return page.evaluate(f"() => {{ const on = document.activeElement; return {expression}; }}")


def walk_from_the_top(page) -> None:
    page.locator(".rr-quiz-head button").first.focus()


def choose_radio(page, item_id: str, value: str, selector: str) -> None:
    tab_to(page, item_id, selector)
    page.keyboard.press("Space")
    for _ in range(12):
        if focused(page, "on.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys never reached {value}")


def answer(page, library, item) -> None:
    """Give the right answer to `item` by keyboard."""
    match item:
        case m.Choice():
            choose_radio(page, item.id, item.answer, ".rr-options input")
        case m.PassageItem():
            choose_radio(page, item.id, item.answer[0], ".rr-options input")
        case m.Choices():
            tab_to(page, item.id, ".rr-options input")
            for _ in item.option:
                if focused(page, "on.checked") != (focused(page, "on.value") in item.answer):
                    page.keyboard.press("Space")
                page.keyboard.press("Tab")
        case m.Order():
            sort_lines(page, item)
        case m.Match() | m.Sort():
            key = {p.id: p.id for p in item.pair} if isinstance(item, m.Match) else {c.id: c.bin for c in item.card}
            place_cards(page, item, key)
        case m.Number():
            tab_to(page, item.id, ".rr-typed input")
            page.keyboard.type(str(library.number(item.answer)))
        case m.Short():
            tab_to(page, item.id, ".rr-typed input")
            page.keyboard.type(item.answer[0])


def sort_lines(page, item) -> None:
    """Move each line up to its place, the first one first."""
    for place, option in enumerate(item.option):
        walk_from_the_top(page)
        tab_to(page, item.id, f"[data-id='{option.id}'] button:first-child")
        while focused(page, "[...on.closest('ol').children].indexOf(on.closest('li'))") > place:
            page.keyboard.press("Enter")


def place_cards(page, item, key: dict[str, str]) -> None:
    tab_to(page, item.id, "select")
    for _ in key:
        card = focused(page, "on.id").split("-", 1)[1].rpartition("-")[0]
        for _ in range(12):
            if focused(page, "on.value") == key[card]:
                break
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")


@pytest.mark.parametrize("selector", [".rr-options input[type=radio]", ".rr-options input[type=checkbox]", ".rr-sure input", ".rr-place select",
                                      ".rr-typed input", ".rr-main", ".rr-order button"])
def test_letters_and_arrows_on_a_control_leave_the_notebook_alone(quiz_page, selector):
    cells = quiz_page.locator(".jp-Notebook .jp-Cell").count()
    control = quiz_page.locator(f".rr-item {selector}:not([disabled])").first
    control.focus()

    for key in ("b", "x", "m", "d", "d", "ArrowDown", "ArrowUp"):
        control.press(key)

    assert quiz_page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert focused(quiz_page, "!!on.closest('.rr-item')")


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_is_answered_by_keyboard_and_explained_in_a_live_region(quiz_page, library, kind):
    item = one_of_each_kind(library)[kind]
    walk_from_the_top(quiz_page)

    ensure_open(quiz_page, item)
    answer(quiz_page, library, item)
    choose_radio(quiz_page, item.id, "2", ".rr-sure input")
    tab_to(quiz_page, item.id, ".rr-main")
    quiz_page.keyboard.press("Enter")

    said = quiz_page.locator(f"#rr-item-{item.id} > [role=status]")
    assert "Right." in said.inner_text() and "2 marks" in said.inner_text()
    assert said.get_attribute("aria-live") == "polite"
    assert focused(quiz_page, "on.className") == "rr-main"
    assert quiz_page.troubles == []


def ensure_open(page, item) -> None:
    """Try again where an earlier test has answered the item."""
    button = page.locator(f"#rr-item-{item.id} .rr-main")
    if button.inner_text() == "Try again":
        tab_to(page, item.id, ".rr-main")
        page.keyboard.press("Enter")
        walk_from_the_top(page)


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

    assert "Your marks:" in quiz_page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()


def test_answers_are_there_after_a_reload(quiz_page, library):
    item = one_of_each_kind(library)["short"]
    ensure_open(quiz_page, item)
    field = quiz_page.locator(f"#rr-item-{item.id} .rr-typed input")
    field.fill("something else")
    quiz_page.locator(f"#rr-item-{item.id} .rr-sure input").first.check()
    quiz_page.locator(f"#rr-item-{item.id} .rr-main").click()
    quiz_page.wait_for_selector(".rr-kept[data-kind=saved]")

    quiz_page.again()

    quiz_page.wait_for_selector(f"#rr-item-{item.id}")
    assert field.input_value() == "something else"
    assert "Not right." in quiz_page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()
