"""An exercise in a real browser: every kind of task by keyboard alone, and the file that is handed in."""

from __future__ import annotations

import browser
import pytest
from keyboard import in_its_cell

from readingroom.learning.submission import lesson_format
from readingroom.learning.submission.format import read

pytestmark = pytest.mark.browser

# One task of each kind, wherever it stands, and at the end the hand-in of the first exercise.
KINDS = {
    "order": ("02-opening", "in-order"),
    "choice": ("02-opening", "mend-the-duma"),
    "sort": ("02-opening", "record-judgement-forecast"),
    "match": ("02-opening", "which-witness"),
    "passage": ("02-opening", "where-thesis"),
    "choices": ("02-opening", "against-the-forecast"),
    "written": ("02-opening", "choice-of-dates"),
    "number": ("04-pillars", "oil-gap"),
    "short": ("01-trade-shares", "whose-count"),
    "table": ("05-reality", "how-many-times"),
}


@pytest.fixture(scope="module")
def notebook(lab):
    cells = [
        "from readingroom.notebook import open_exercise",
        *(f'open_exercise("{exercise}").task("{task}")' for exercise, task in KINDS.values()),
        'open_exercise("02-opening").hand_in()',
        'from readingroom.notebook import open_section\nlesson = open_section("opening")\nlesson.read()',
        "lesson.hand_in()",
    ]
    return browser.write_notebook(lab, "try-tasks.ipynb", *cells)


@pytest.fixture
def page(desk):
    """The page of the desk, as wide as it was, without the faults of the test before."""
    desk.troubles.clear()
    desk.set_viewport_size({"width": 1280, "height": 900})
    return desk


@pytest.fixture
def tasks(page, notebook):
    """A page with every task on it."""
    browser.turn_to(page, notebook)
    show(page)
    return page


def show(page) -> None:
    browser.hide_sidebars(page)
    browser.run_all(page)
    page.wait_for_selector(".rr-handing", timeout=60_000)
    assert browser.errors(page) == []


def part(page, kind: str):
    return page.locator(".rr-task").nth(list(KINDS).index(kind))


def first_control(page, kind: str) -> None:
    """Put the focus before the task's first control and step on to it by keyboard."""
    section = part(page, kind)
    section.scroll_into_view_if_needed()
    section.evaluate("section => { section.tabIndex = -1; section.focus(); }")
    page.keyboard.press("Tab")


def do(page, kind: str) -> None:
    """Answer by keyboard alone."""
    first_control(page, kind)
    match kind:
        case "choice" | "passage":
            page.keyboard.press("ArrowDown")
        case "choices":
            page.keyboard.press("Space")
        case "order":
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
        case "match" | "sort":
            page.keyboard.press("ArrowDown")
        case "table":
            page.keyboard.type("31.6")
            page.keyboard.press("Tab")
            page.keyboard.type("19,1")
        case _:
            page.keyboard.type("12")


def given(page, kind: str):
    """What stands in the task's controls."""
    return part(
        page, kind
    ).evaluate("""section => [...section.querySelectorAll('fieldset:not(.rr-sure) :is(input, select, textarea)')].map((on) =>
        on.type === 'radio' || on.type === 'checkbox' ? on.checked : on.value).concat([...section.querySelectorAll('.rr-order li')].map((li) => li.dataset.id))""")


def test_every_kind_is_answered_by_keyboard_and_there_after_a_reload(tasks, page, lab, notebook):
    answers = {}
    for kind in KINDS:
        before = given(page, kind)
        do(page, kind)
        assert in_its_cell(page), f"{kind}: a letter or an arrow went to the notebook"
        part(page, kind).get_by_text("Saved", exact=False).wait_for()
        answers[kind] = given(page, kind)
        assert answers[kind] != before, kind
    part(page, "choice").locator(".rr-sure input").nth(1).focus()
    page.keyboard.press("Space")
    part(page, "choice").get_by_text("Saved", exact=False).wait_for()

    browser.open_notebook(page, lab, notebook)
    show(page)

    assert {kind: given(page, kind) for kind in KINDS} == answers
    assert part(page, "choice").locator(".rr-sure input").nth(1).is_checked()
    assert page.troubles == []


def test_a_hand_in_is_made_by_keyboard_and_its_receipt_is_read_aloud(tasks, page, lab):
    handing = page.locator(".rr-handing")
    handing.get_by_label("Your name or number").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Anna")
    handing.get_by_role("button", name="Make my hand-in").focus()
    page.keyboard.press("Enter")

    handing.locator(".rr-receipt").wait_for()
    receipt = handing.locator(".rr-receipt").inner_text()
    assert ", ".join(" ".join(group) for group in receipt.split("-")) in handing.get_by_role("status").inner_text()
    files = [
        each
        for path in lab.course.rglob("hand-ins/*.jsonl")
        if (each := read(path.read_text(encoding="utf-8"))).receipt == receipt
    ]
    assert [(each.damage, each.submission.student, each.submission.exercise) for each in files] == [
        ("", "Anna", "02-opening")
    ]
    with page.expect_download() as coming:
        handing.get_by_role("button", name="Download the file").press("Enter")
    assert coming.value.suggested_filename.endswith(f"--{receipt}.jsonl")


def mark_first(page, mark: str) -> None:
    """Mark the first paragraph so, where an earlier test on this server has not: pressed again, a mark is taken away."""
    button = page.locator(f".rr-mark[data-mark={mark}]").first
    if button.get_attribute("aria-pressed") != "true":
        button.press("Enter")


def test_a_lesson_is_handed_in_as_it_stands_and_the_kernel_writes_the_file(tasks, page, lab):
    mark_first(page, "puzzling")
    handing = page.locator(".rr-hand-in")
    handing.get_by_text("1 of 4 (\u00b61 puzzling)").wait_for()
    handing.get_by_label("Your name or number").fill("Ben")
    handing.get_by_role("button", name="Make my hand-in").press("Enter")

    handing.locator(".rr-receipt").wait_for()
    receipt = handing.locator(".rr-receipt").inner_text()
    found = [
        lesson_format.read(path.read_text(encoding="utf-8"))
        for path in lab.course.rglob(f"hand-ins/lesson-opening--Ben--{receipt}.jsonl")
    ]
    assert [(each.damage, each.hand_in.student, each.hand_in.marks) for each in found] == [
        ("", "Ben", {"opening-1": "puzzling"})
    ]
    assert page.troubles == []


def test_what_is_asked_while_the_connection_breaks_is_asked_again(tasks, page):
    mark_first(page, "clear")
    handing = page.locator(".rr-hand-in")
    handing.get_by_text("Paragraphs that you marked: 1 of 4").wait_for()
    handing.get_by_label("Your name or number").fill("Cyd")
    handing.get_by_role("button", name="Make my hand-in").press("Enter")
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel._ws.close()")

    handing.locator(".rr-receipt").wait_for()
    assert "Your hand-in is made" in handing.get_by_role("status").inner_text()


def test_without_a_name_nothing_is_made_and_the_field_has_the_focus(tasks, page):
    handing = page.locator(".rr-handing")
    handing.get_by_label("Your name or number").fill("")
    handing.get_by_role("button", name="Make my hand-in").press("Enter")

    assert "your name or number" in handing.get_by_role("status").inner_text()
    assert page.evaluate("document.activeElement.tagName") == "INPUT"


def test_tasks_fit_a_narrow_screen(tasks, page):
    page.set_viewport_size({"width": 400, "height": 900})
    browser.hide_sidebars(page)
    page.wait_for_timeout(300)
    wide = page.locator(".rr-task, .rr-handing").evaluate_all(
        "parts => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.getAttribute('aria-label'))"
    )

    assert wide == []
