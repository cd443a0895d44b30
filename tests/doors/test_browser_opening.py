"""A lesson opens ready: the course's own cells run by themselves, nobody else's do, and what is no lesson is left alone."""

from __future__ import annotations

import re

import browser
import nbformat
import pytest

pytestmark = pytest.mark.browser
OPENING = 'from readingroom.notebook import open_section\nlesson = open_section("opening")'
CHART = 'lesson.chart("oil-price")'
LEARNERS = "open('touched', 'w').close()"
HOSTILE = [
    "lesson.read(); open('touched', 'w').close()",
    "lesson.chart(open('touched', 'w').name)",
    "getattr(lesson, 'read')() and open('touched', 'w')",
    "lesson.read(f\"{open('touched', 'w').name}\")",
    "lesson.read() # and a comment",
    "%time open('touched', 'w')",
    "lesson.read()\nopen('touched', 'w')",
]
RUN = """() => window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells
    .map((cell, place) => [cell, place]).filter(([cell]) => cell.execution_count).map(([, place]) => place)"""
TOP = "() => document.querySelector('.jp-Notebook .jp-WindowedPanel-outer, .jp-WindowedPanel-outer').scrollTop"
# Whether a part ever read so on this page, however short.
WATCH = """new MutationObserver(() => {
    if (/model not found/i.test(document.body?.innerText ?? '')) window.wasNotFound = true;
}).observe(document, { childList: true, subtree: true, characterData: true });"""


def open_and_wait(page, running: browser.Front, path: str) -> bool:
    """Open a notebook and return whether its course's cells were run by themselves."""
    browser.open_notebook(page, running, path)
    return page.evaluate("async () => await window.jupyterapp.commands.execute('readingroom:opened')")


def turn_and_wait(desk, path: str) -> bool:
    """Turn to a notebook and return whether its course's cells were run by themselves."""
    browser.turn_to(desk, path)
    return desk.evaluate("async () => await window.jupyterapp.commands.execute('readingroom:opened')")


@pytest.fixture(params=["lab", "notebook7"])
def running(request) -> browser.Front:
    """JupyterLab and Notebook 7, one after the other."""
    return request.getfixturevalue(request.param)


def test_a_lesson_opens_ready_and_does_so_again_on_the_next_day_and_after_a_restart(running, page):
    page.add_init_script(WATCH)
    path = browser.write_notebook(running, "ready.ipynb", OPENING, "lesson.before()", LEARNERS, "lesson.read()")
    assert open_and_wait(page, running, path) is True
    page.wait_for_selector(".rr-item")
    assert page.evaluate(RUN) == [0, 1, 3]
    assert page.evaluate(TOP) == 0
    assert page.evaluate("() => window.jupyterapp.shell.currentWidget.context.model.dirty") is False

    page.evaluate("""async () => { const { context } = window.jupyterapp.shell.currentWidget;
        await context.save();
        await context.sessionContext.shutdown(); }""")
    assert "widget-view" in (running.course / path).read_text()
    assert open_and_wait(page, running, path) is True
    page.wait_for_selector(".rr-item")
    assert page.evaluate("() => window.wasNotFound ?? false") is False

    page.evaluate("() => document.querySelector('.rr-item').closest('.rr').remove()")
    page.evaluate("async () => { await window.jupyterapp.shell.currentWidget.sessionContext.restartKernel() }")
    page.wait_for_selector(".rr-item")
    page.locator("#rr-p-opening-1 textarea").fill("After the restart.")
    page.wait_for_selector(".rr-kept[data-kind=saved]", state="attached")
    assert not (running.course / "notebooks/touched").exists()


# How many sessions a notebook has.
SESSIONS = """async (path) => { const { sessions } = window.jupyterapp.serviceManager;
    await sessions.refreshRunning();
    return [...sessions.running()].filter((session) => session.path === path).length; }"""


# A server that is slow to start a kernel; how often one was asked for stands in `window.kernelsAskedFor`.
SLOW_KERNELS = """window.kernelsAskedFor = 0;
const { fetch } = window;
window.fetch = async (asked, ...more) => {
    if (asked.method === 'POST' && /api.sessions$/.test(new URL(asked.url).pathname)) {
        window.kernelsAskedFor += 1;
        await new Promise((done) => setTimeout(done, 3000));
    }
    return fetch(asked, ...more);
};"""


def test_a_lesson_asks_for_one_kernel_where_the_server_is_slow_to_start_it(running, page):
    path = browser.write_notebook(running, "slow-kernel.ipynb", OPENING, "lesson.before()")
    page.add_init_script(SLOW_KERNELS)

    assert open_and_wait(page, running, path) is True

    assert page.evaluate("() => window.kernelsAskedFor") == 1
    assert page.evaluate(SESSIONS, path) == 1


def test_cells_that_only_look_like_the_courses_are_not_run(lab, desk):
    path = browser.write_notebook(lab, "hostile.ipynb", OPENING, *HOSTILE, "lesson.before()")

    assert turn_and_wait(desk, path) is True

    assert desk.evaluate(RUN) == [0, len(HOSTILE) + 1]
    assert not (lab.course / "notebooks/touched").exists()


@pytest.mark.parametrize(
    "cells",
    [
        ["lesson = 1", OPENING, "lesson.before()"],
        [OPENING, "lesson = __import__('os')", "lesson.before()"],
        ["from os import open as open_section\nlesson = open_section('x', 1)", "lesson.before()"],
    ],
)
def test_nothing_runs_where_a_name_is_taken_or_comes_from_elsewhere(lab, desk, cells):
    path = browser.write_notebook(lab, "taken.ipynb", *cells)

    assert turn_and_wait(desk, path) is False

    assert desk.evaluate(RUN) == []


def test_a_notebook_with_outputs_that_jupyter_does_not_trust_waits_for_its_reader(lab, desk):
    path = browser.write_notebook(lab, "foreign.ipynb", OPENING, "lesson.before()")
    notebook = nbformat.read(lab.course / path, as_version=4)
    notebook.cells[1].outputs = [nbformat.v4.new_output("display_data", {"text/html": "<p>Not mine.</p>"})]
    nbformat.write(notebook, lab.course / path)

    assert turn_and_wait(desk, path) is False

    assert desk.evaluate(RUN) == []


def test_code_beside_the_notebook_keeps_it_from_opening_and_the_reader_is_told(lab, desk):
    path = browser.write_notebook(lab, "beside.ipynb", OPENING, "lesson.before()")
    own = lab.course / "notebooks/readingroom.py"
    own.write_text("open('touched', 'w')")
    try:
        assert turn_and_wait(desk, path) is False
        notice = desk.locator(".rr-opening[role=status]")

        assert "as readingroom.py. In the menu choose Run, then Run All Cells." in notice.inner_text()
        assert desk.evaluate(RUN) == []
        assert not (lab.course / "notebooks/touched").exists()
    finally:
        own.unlink()


# How many parts the kernel holds.
PARTS = """async () => { const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    const { content } = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
    return Object.keys(content.comms).length; }"""


def test_cells_that_are_run_again_and_again_leave_no_old_parts_and_lose_nothing_that_was_written(lab, desk):
    path = browser.write_notebook(lab, "rerun.ipynb", OPENING, "lesson.before()", CHART, "lesson.read()")
    assert turn_and_wait(desk, path) is True
    held = [desk.evaluate(PARTS)]
    for number in range(3):
        desk.locator("#rr-p-opening-1 textarea").fill(f"Written in round {number}.")
        desk.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
        held.append(desk.evaluate(PARTS))

    assert len({*held}) == 1, held
    desk.wait_for_function("() => document.querySelector('#rr-p-opening-1 textarea')?.value === 'Written in round 2.'")


def test_where_no_kernel_starts_the_reader_is_told_what_to_do(lab, desk):
    path = browser.write_notebook(lab, "no-kernel.ipynb", OPENING, "lesson.before()")
    desk.route(re.compile(r"/api/sessions(\?|$)"), lambda route: route.fulfill(status=500, body="{}"))

    desk.evaluate("(path) => { window.jupyterapp.commands.execute('docmanager:open', { path }); }", path)

    desk.locator(".rr-opening[role=status]").filter(has_text="Python is not running").wait_for()


def test_a_formula_is_typeset_and_a_lesson_without_any_fetches_nothing_for_it(running, page):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url.partition("?")[0]))
    plain = browser.write_notebook(running, "plain.ipynb", OPENING, "lesson.before()")
    browser.put_on_top(running.course / plain, "No formula stands here.")
    formula = browser.write_notebook(running, "formula.ipynb", "1")
    browser.put_on_top(running.course / formula, "The square: $x^2$")
    assert open_and_wait(page, running, plain) is True
    page.wait_for_selector(".rr-item")
    page.wait_for_load_state("networkidle")
    for_a_lesson = {*fetched}

    browser.open_notebook(page, running, formula)

    page.wait_for_selector("mjx-container")
    assert len([url for url in {*fetched} - for_a_lesson if url.endswith(".js")]) > 10, "MathJax comes in many files"


def test_a_lesson_that_is_opened_again_and_again_leaves_no_old_parts_in_its_kernel(running, page):
    path = browser.write_notebook(running, "again.ipynb", OPENING, "lesson.before()", CHART, "lesson.read()")
    held = []
    for _ in range(3):
        assert open_and_wait(page, running, path) is True
        page.wait_for_selector("#rr-p-opening-1 textarea")
        held.append(page.evaluate(PARTS))

    assert len({*held}) == 1, held


def test_in_two_tabs_a_lesson_answers_in_both(lab, chrome, page):
    path = browser.write_notebook(lab, "tabs.ipynb", OPENING, "lesson.read()")
    other = browser.new_page(chrome)
    try:
        for tab in (page, other):
            assert open_and_wait(tab, lab, path) is True
        # Opened again, the second closes what it showed before, and nothing of its neighbour's.
        assert open_and_wait(other, lab, path) is True
        for tab in (page, other):
            tab.locator("#rr-p-opening-2 textarea").fill(f"Written in {tab.url[:4]} {tab is page}.")
            tab.wait_for_selector(".rr-kept[data-kind=saved]", state="attached")
    finally:
        other.close()
