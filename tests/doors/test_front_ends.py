"""The front ends that people have beside the pinned ones: a lesson runs in each, and answers by keyboard alone.

The pinned JupyterLab and Notebook are walked in test_browser_quiz.py. Each line has an environment of its own; JupyterLab and the
Notebook made from it share one, and one server.
"""

from __future__ import annotations

import re
import subprocess

import audit
import browser
import pytest
from environments import ROOT, environment
from keyboard import KINDS, ensure_open, focused, one_of_each_kind, settle, stays, tab_to, walk_from_the_top

from readingroom.cli.locked import wanted
from readingroom.learning.record import Record

pytestmark = pytest.mark.browser
SECTION = "bureaucrats"
QUIZ = ".rr-quiz-head button"
LESSON = f"notebooks/05-{SECTION}.ipynb"
LINES = {
    "4.4": {"jupyterlab": "4.4.9", "notebook": "7.4.7", "ipywidgets": "8.1.7"},  # what Binder's base holds
    "4.5": {"jupyterlab": "4.5.11", "notebook": "7.5.8", "ipywidgets": "8.1.8", "voila": "0.5.13"},
}


def pins(line: str) -> list[str]:
    """What the course asks for by name, in the tested versions, with those of `line` in their place."""
    tested = dict(
        re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = {re.split("[=<>!~; ]", need)[0] for need in wanted(ROOT)} & set(tested)
    return [f"{name}=={version}" for name, version in ({name: tested[name] for name in named} | LINES[line]).items()]


@pytest.fixture(scope="module")
def environments(chrome, tmp_path_factory):
    """The bin of each line's environment, made when it is first asked for."""
    made = {}

    def of(line: str):
        if line not in made:
            made[line] = environment(tmp_path_factory.mktemp(f"line-{line}"), f"JupyterLab {line}", *pins(line), ROOT)
        return made[line]

    return of


@pytest.fixture(scope="module", params=LINES)
def line(request, environments, tmp_path_factory):
    """A running server of one line: its address and the course that it shows."""
    course = browser.copy_of_the_course(tmp_path_factory.mktemp("course"))
    with browser.serving(course, python=environments(request.param) / "python") as address:
        yield address, course


@pytest.fixture(scope="module", params=browser.FRONTS)
def lesson(request, line, chrome):
    """A page with the whole lesson, opened and run in one front end; the tests below share it as a learner would."""
    address, course = line
    running = browser.Front(request.param, address + browser.FRONTS[request.param][2], course)
    page = browser.new_page(chrome)
    page.set_default_timeout(90_000)
    page.again = lambda: (
        browser.open_notebook(page, running, LESSON),
        browser.run_all(page),
        page.wait_for_selector(".rr-record", state="attached"),
        browser.scroll_to(page, QUIZ),
    )
    page.again()
    yield page
    page.close()


def said(page, item) -> str:
    return page.locator(f"#rr-item-{item.id} > [role=status][aria-live=polite]").text_content()


def test_a_lesson_runs_to_its_end(lesson):
    assert browser.errors(lesson) == []
    assert lesson.troubles == []


@pytest.mark.parametrize("selector", [".rr-sure input", ".rr-main"])
def test_letters_on_a_control_leave_the_notebook_alone(lesson, library, selector):
    item = one_of_each_kind(library, SECTION)["choice"]
    walk_from_the_top(lesson)
    ensure_open(lesson, item)  # the line's other front end has the same record
    tab_to(lesson, item.id, selector)

    assert stays(lesson, "b", "x")


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_is_answered_by_keyboard_and_explained_in_a_live_region(lesson, library, kind):
    item = one_of_each_kind(library, SECTION)[kind]

    settle(lesson, library, item)

    assert "Right." in said(lesson, item) and "2 marks" in said(lesson, item)
    assert focused(lesson, "on.className") == "rr-main"
    assert lesson.troubles == []


def test_the_answers_are_there_after_a_reload(lesson, library):
    lesson.wait_for_selector(".rr-quiz .rr-kept[data-kind=saved]")

    lesson.again()

    assert [
        kind for kind, item in one_of_each_kind(library, SECTION).items() if "Right." not in said(lesson, item)
    ] == []


# --- Voila -------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def voila(environments, chrome, tmp_path_factory):
    """A page with the lesson as Voila serves it, and the course over which it stands."""
    course, port = browser.copy_of_the_course(tmp_path_factory.mktemp("voila")), browser.free_port()
    page = browser.new_page(chrome)
    page.set_default_timeout(180_000)  # Voila runs the whole lesson before it shows any of it
    with (course / "voila.log").open("w") as log:
        running = subprocess.Popen(
            [
                environments("4.5") / "python",
                "-m",
                "voila",
                course / LESSON,
                "--no-browser",
                f"--port={port}",
                "--port_retries=0",
            ],
            cwd=course,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            browser.wait_for_server(f"http://127.0.0.1:{port}/voila/static/none", running)
            page.emulate_media(reduced_motion="reduce")
            page.goto(f"http://127.0.0.1:{port}")
            try:
                page.wait_for_selector(".rr-record", timeout=90_000)
            except browser.playwright_timeout():  # a kernel of Voila's that never answered; a reader loads it again
                page.reload()
                page.wait_for_selector(".rr-record")
            yield page, course
        finally:
            page.close()
            running.terminate()
            running.wait(60)


def test_voila_serves_a_lesson_whose_quiz_answers_by_keyboard_and_is_kept(voila, library):
    page, course = voila
    item = one_of_each_kind(library, SECTION)["choice"]

    settle(page, library, item)
    page.wait_for_selector(".rr-quiz .rr-kept[data-kind=saved]")

    assert page.locator(".rr").count() > 8 and page.troubles == []
    assert [(entry["item"], entry["fraction"]) for entry in Record(course).entries if entry["what"] == "answer"] == [
        (item.id, 1)
    ]


@pytest.fixture(scope="module")
def laid_open(voila):
    """The page of Voila with everything unfolded."""
    page, _ = voila
    audit.begin_on_parts(page)
    return page


def test_a_lesson_in_voila_stands_out_and_axe_finds_nothing(laid_open):
    found = audit.axe(laid_open, audit.OURS, without=audit.IN_A_NOTEBOOK)
    assert found["violations"] == [] and found["named"] > 50
    assert [fault for check in ("texts", "edges", "figures") for fault in audit.faults(laid_open, check, 20)] == []


def test_a_lesson_in_voila_is_whole_narrow_enlarged_set_wide_recoloured_still_and_on_paper(laid_open):
    assert audit.in_other_ways(laid_open) == {}
