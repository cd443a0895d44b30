"""The lessons with their code in a browser alone: JupyterLite from a file server, every other host out of reach and counted."""

from __future__ import annotations

import contextlib
import http.server
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import audit
import browser
import nbformat
import pytest
from keyboard import KINDS, answer, choose_radio, focused, one_of_each_kind, settle, tab_to, walk_from_the_top
from test_browser_quiz import QUIZ

from readingroom.cli.environment import SetupError, install_apart
from readingroom.cli.launch_links import LITE, pyodide
from readingroom.content.errors import CourseError
from readingroom.learning.progress import fold
from readingroom.site.build import build
from readingroom.site.lite.build import build_live
from readingroom.site.serve import server

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PATIENCE = 180_000


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """JupyterLite as a front end, beside the plain pages."""
    out = tmp_path_factory.mktemp("live")
    build(ROOT, out)
    course = browser.copy_of_the_course(tmp_path_factory.mktemp("course"))
    write_all_lessons(course)
    try:
        build_live(course, out / LITE, install_apart(ROOT, "live"), pyodide(ROOT), Path(sys.prefix) / "live-fetched")
    except (CourseError, SetupError) as trouble:
        (pytest.fail if os.environ.get("READINGROOM_NODE") == "required" else pytest.skip)(
            f"JupyterLite could not be built: {trouble}"
        )
    with browser.answering(server(out)) as address:
        yield browser.Front("lite", f"{address}{LITE}/notebooks/index.html?path=", out, "")


class Counter(http.server.BaseHTTPRequestHandler):
    """A proxy that lets nothing through and writes down which hosts were asked."""

    asked: list[str] = []
    # What Chromium asks for itself, whatever page it shows.
    OWN = {
        "update.googleapis.com",
        "clients2.google.com",
        "accounts.google.com",
        "android.clients.google.com",
        "optimizationguide-pa.googleapis.com",
        "content-autofill.googleapis.com",
    }

    def refuse(self):
        host = urlsplit(self.path if "://" in self.path else f"//{self.path}").hostname
        if host not in self.OWN:
            Counter.asked.append(host)
        self.send_error(502)

    do_GET = do_POST = do_CONNECT = refuse  # noqa: N815 - http.server looks for these names

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def alone(chrome):
    """A Chromium that sends whatever is not for this machine to the counter: pages, workers and service workers alike."""
    with browser.answering(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Counter)) as counter:
        running = chrome.browser_type.launch(
            executable_path=browser.chromium(),
            args=browser.CALM,
            proxy={"server": counter.rstrip("/"), "bypass": "127.0.0.1"},
        )
        yield running
        running.close()


@pytest.fixture(scope="module")
def reader(alone):
    """One reader's browser with its storage and its cache."""
    context = alone.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.add_init_script(browser.OPEN_FOLDS)
    yield context
    context.close()


@contextlib.contextmanager
def opened(reader, live, notebook: str):
    page = reader.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        show(page, live, notebook)
        yield page
    finally:
        page.close()


def show(page, live, notebook: str) -> None:
    """Open a notebook and run it to its end, which asks no other host for anything."""
    browser.open_notebook(page, live, notebook)
    run_to_the_end(page)


def run_to_the_end(page) -> None:
    """Run the notebook in front to its end, which asks no other host for anything."""
    browser.run_all(page)
    page.wait_for_selector(".rr", state="attached")
    assert browser.unfinished(page) == []
    assert Counter.asked == []


# The others run to their end in the tests below, each in its own notebook.
LOOKED_AT = next(path for path in LESSONS if path.stem.endswith("reality"))
IN_A_ROW = [path for path in LESSONS if path != LOOKED_AT and not path.stem.endswith((QUIZ, "check"))]
ALL_LESSONS = "notebooks/all-lessons.ipynb"


def write_all_lessons(course: Path) -> None:
    """Write the cells of several lessons into one notebook: a browser's Python takes most of a minute to start."""
    cells = [cell for path in IN_A_ROW for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    together = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.source) for cell in cells], metadata=browser.KERNEL
    )
    nbformat.write(together, course / ALL_LESSONS)


def parts_of_each_lesson(page) -> dict[str, int]:
    """How many of the cells that show a part do so, for each lesson in a row."""
    shown = page.evaluate(
        "() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map((cell) => cell.querySelectorAll('.rr').length)"
    )
    parts = {}
    for path in IN_A_ROW:
        count = sum(cell.cell_type == "code" for cell in nbformat.read(path, as_version=4).cells)
        parts[path.stem], shown = sum(shown[:count]), shown[count:]
    return parts


@pytest.fixture(scope="module")
def in_a_row(reader, live):
    """A notebook with the cells of several lessons, run to its end; no cell is held back that is far off."""
    page = reader.new_page()
    page.set_default_timeout(PATIENCE)
    browser.open_notebook(page, live, ALL_LESSONS)
    show_every_cell(page)
    run_to_the_end(page)
    yield parts_of_each_lesson(page)
    page.close()


def show_every_cell(page) -> None:
    page.evaluate(
        """() => { const { content } = window.jupyterapp.shell.currentWidget;
        content.notebookConfig = { ...content.notebookConfig, windowingMode: 'none' }; }"""
    )


@pytest.mark.parametrize("lesson", [path.stem for path in IN_A_ROW])
def test_a_lesson_runs_to_its_end_and_asks_no_other_host(in_a_row, lesson):
    calls = (ROOT / f"notebooks/{lesson}.ipynb").read_text(encoding="utf-8")
    assert in_a_row[lesson] > 5 or ".quiz(" not in calls, "the page on pandas shows no part of a lesson"


def test_an_exercise_runs_to_its_end_and_what_needs_pandas_says_so(reader, live):
    with opened(reader, live, "exercises/06-bureaucrats.ipynb") as page:
        page.get_by_text("needs pandas").first.wait_for()
        page.locator(".rr-task").first.wait_for()


def test_a_request_to_another_host_would_be_counted(alone):
    page = alone.new_page()
    with contextlib.suppress(Exception):
        page.goto("http://elsewhere.example/")
    page.close()

    asked = Counter.asked[:]
    Counter.asked.clear()
    assert set(asked) == {"elsewhere.example"}


def test_an_item_of_each_kind_is_answered_by_keyboard_and_there_after_a_reload(reader, live, library):
    items = one_of_each_kind(library, QUIZ)
    with opened(reader, live, f"notebooks/{library.sections[QUIZ].lesson}.ipynb") as page:
        page.wait_for_selector(f"#rr-item-{items['choice'].id}")
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        for kind in KINDS:
            item = items[kind]
            page.locator(
                f"#rr-item-{item.id} input, #rr-item-{item.id} select, #rr-item-{item.id} button"
            ).first.focus()
            page.keyboard.press("b")
            page.keyboard.press("x")
            start(page, item)
            answer(page, library, item)
            choose_radio(page, item.id, "2", ".rr-sure input")
            tab_to(page, item.id, ".rr-main")
            page.keyboard.press("Enter")
            assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").text_content(), kind
            assert focused(page, "on.className") == "rr-main"
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells, "a letter went to the notebook"
        page.wait_for_selector(".rr-kept[data-kind=saved]")

        show(page, live, f"notebooks/{library.sections[QUIZ].lesson}.ipynb")

        for item in items.values():
            assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").text_content()


def test_a_question_is_answered_by_keyboard_in_firefox(firefox, live, library):
    item = one_of_each_kind(library, QUIZ)["choice"]
    context = firefox.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(browser.OPEN_FOLDS)
    with opened(context, live, f"notebooks/{library.sections[QUIZ].lesson}.ipynb") as page:
        page.wait_for_selector(f"#rr-item-{item.id}")
        settle(page, library, item)

        assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").text_content()
    context.close()


def start(page, item) -> None:
    """Empty what the letters left in a field, and walk from the top of the quiz."""
    field = page.locator(f"#rr-item-{item.id} .rr-typed input")
    if field.count():
        field.fill("")
    walk_from_the_top(page)


# --- for readers who see little, enlarge, recolour, hold things still, or print --------------------------------------------


@pytest.fixture(scope="module")
def laid_open(reader, live):
    """A page with a whole lesson, everything unfolded; the notebook holds no cell back that is far off."""
    page = reader.new_page()
    page.set_default_timeout(PATIENCE)
    page.emulate_media(reduced_motion="reduce")
    browser.open_notebook(page, live, f"notebooks/{LOOKED_AT.name}")
    show_every_cell(page)
    run_to_the_end(page)
    page.wait_for_selector(".rr-record", state="attached")
    page.wait_for_selector(".js-plotly-plot")
    audit.begin_on_parts(page)
    yield page
    page.close()


def test_axe_finds_nothing_in_a_lesson(laid_open):
    found = audit.axe(laid_open, audit.OURS, without=audit.IN_A_NOTEBOOK)

    assert found["violations"] == []
    assert found["named"] > 50, "axe looked at too little for its silence to mean much"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_text_controls_and_figures_of_a_lesson_stand_out(laid_open, theme):
    audit.change_theme(laid_open, theme)

    assert [fault for check in ("texts", "edges", "figures") for fault in audit.faults(laid_open, check, 20)] == []


def test_a_lesson_is_whole_narrow_enlarged_set_wide_recoloured_still_and_on_paper(laid_open):
    assert audit.in_other_ways(laid_open) == {}


# --- the record --------------------------------------------------------------------------------------------------------------


def test_the_record_made_here_restores_through_every_other_door_and_theirs_here(reader, live, record, tmp_path):
    record.append([{"what": "note", "paragraph": "check-1", "text": "Brought along."}])
    (tmp_path / "brought.jsonl").write_text(record.export(), encoding="utf-8")
    with opened(reader, live, "notebooks/06-check.ipynb") as page:
        page.locator("#rr-p-check-2 textarea").fill("Made here.")
        page.wait_for_selector(".rr-kept[data-kind=saved]")
        page.locator(".rr-record input[type=file]").set_input_files(tmp_path / "brought.jsonl")
        page.wait_for_function("() => /restored/.test(document.querySelector('.rr-record [role=status]').textContent)")
        with page.expect_download() as coming:
            page.get_by_role("button", name="Download my record").click()
        taken = Path(coming.value.path())
        # On the server of the notebooks:
        record.restore(taken.read_text(encoding="utf-8"))
        notes = fold(record.entries)["notes"]
        assert [notes[paragraph]["text"] for paragraph in ("check-1", "check-2")] == ["Brought along.", "Made here."]
        # On a plain page, which is at the same address and yet keeps a record of its own:
        page.goto(live.address.partition(LITE)[0] + "06-check.html")
        page.get_by_label("Restore from a file").set_input_files(taken)
        page.wait_for_function("() => document.querySelector('#rr-p-check-2 textarea')?.value === 'Made here.'")
        # And here, on another day:
        show(page, live, "notebooks/06-check.ipynb")
        page.wait_for_function("() => document.querySelector('#rr-p-check-1 textarea')?.value === 'Brought along.'")
