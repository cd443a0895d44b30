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
from keyboard import KINDS, answer, choose_radio, focused, one_of_each_kind, settle, stays, tab_to, walk_from_the_top
from test_browser_quiz import QUIZ

from readingroom.cli.environment import SetupError, install_apart
from readingroom.cli.launch_links import LITE, pyodide
from readingroom.content.errors import CourseError
from readingroom.learning.progress import fold
from readingroom.learning.record import Record
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
EXERCISE = ROOT / "exercises/06-bureaucrats.ipynb"
IN_A_ROW = [*(path for path in LESSONS if path != LOOKED_AT and not path.stem.endswith(QUIZ)), EXERCISE]
ALL_LESSONS = "notebooks/all-lessons.ipynb"


def write_all_lessons(course: Path) -> None:
    """Write the cells of several notebooks into one: a browser's Python takes most of a minute to start."""
    cells = [cell for path in IN_A_ROW for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    together = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.source) for cell in cells], metadata=browser.KERNEL
    )
    nbformat.write(together, course / ALL_LESSONS)


def shown_of_each(page) -> dict[Path, list[dict]]:
    """What each code cell of the notebooks in a row shows: how many parts, how many tasks, and its words."""
    shown = page.evaluate("""() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map((cell) => ({
        parts: cell.querySelectorAll('.rr').length, tasks: cell.querySelectorAll('.rr-task').length, words: cell.innerText }))""")
    cells = {}
    for path in IN_A_ROW:
        count = sum(cell.cell_type == "code" for cell in nbformat.read(path, as_version=4).cells)
        cells[path], shown = shown[:count], shown[count:]
    return cells


@pytest.fixture(scope="module")
def in_a_row(reader, live):
    """What several notebooks show whose cells stand in one, run to its end; no cell is held back that is far off."""
    page = reader.new_page()
    page.set_default_timeout(PATIENCE)
    browser.open_notebook(page, live, ALL_LESSONS)
    show_every_cell(page)
    run_to_the_end(page)
    shown = shown_of_each(page)
    page.close()
    return shown


def show_every_cell(page) -> None:
    page.evaluate(
        """() => { const { content } = window.jupyterapp.shell.currentWidget;
        content.notebookConfig = { ...content.notebookConfig, windowingMode: 'none' }; }"""
    )


@pytest.mark.parametrize("lesson", [path for path in IN_A_ROW if path != EXERCISE], ids=lambda path: path.stem)
def test_a_lesson_runs_to_its_end_and_asks_no_other_host(in_a_row, lesson):
    parts = sum(cell["parts"] for cell in in_a_row[lesson])
    assert parts > 5 or ".quiz(" not in lesson.read_text(encoding="utf-8"), (
        "the page on pandas shows no part of a lesson"
    )


def test_an_exercise_runs_to_its_end_and_what_needs_pandas_says_so(in_a_row):
    cells = in_a_row[EXERCISE]
    assert any("needs pandas" in cell["words"] for cell in cells) and any(cell["tasks"] for cell in cells)


def test_a_request_to_another_host_would_be_counted(alone):
    page = alone.new_page()
    with contextlib.suppress(Exception):
        page.goto("http://elsewhere.example/")
    page.close()

    asked = Counter.asked[:]
    Counter.asked.clear()
    assert set(asked) == {"elsewhere.example"}


@pytest.fixture(scope="module")
def lesson(reader, live, library):
    """A page with the lesson whose quiz has every kind of item; the tests below share it as a reader would."""
    with opened(reader, live, f"notebooks/{library.sections[QUIZ].lesson}.ipynb") as page:
        page.wait_for_selector(f"#rr-item-{one_of_each_kind(library, QUIZ)['choice'].id}")
        yield page


def said(page, item) -> str:
    return page.locator(f"#rr-item-{item.id} > [role=status]").text_content()


@pytest.fixture(scope="module")
def answered(lesson, library):
    """What was said of an item of each kind, answered by keyboard, and where the focus was then; the kinds that kept letters."""
    heard, kept = {}, []
    for kind, item in one_of_each_kind(library, QUIZ).items():
        lesson.locator(f"#rr-item-{item.id} input, #rr-item-{item.id} select, #rr-item-{item.id} button").first.focus()
        kept += [kind] if stays(lesson, "b", "x") else []
        start(lesson, item)
        answer(lesson, library, item)
        choose_radio(lesson, item.id, "2", ".rr-sure input")
        tab_to(lesson, item.id, ".rr-main")
        lesson.keyboard.press("Enter")
        heard[kind] = said(lesson, item), focused(lesson, "on.className")
    lesson.wait_for_selector(".rr-quiz .rr-kept[data-kind=saved]")
    return heard, kept


@pytest.fixture(scope="module")
def taken(lesson, library, tmp_path_factory):
    """A note brought along and one written here, and the record that was then downloaded."""
    brought, made = library.of_section(QUIZ)[:2]
    folder = tmp_path_factory.mktemp("taken")
    elsewhere = Record(folder)
    elsewhere.append([{"what": "note", "paragraph": brought.id, "text": "Brought along."}])
    (folder / "brought.jsonl").write_text(elsewhere.export(), encoding="utf-8")
    lesson.locator(f"#rr-p-{made.id} textarea").fill("Made here.")
    lesson.wait_for_selector(".rr-kept[data-kind=saved]")
    lesson.locator(".rr-record input[type=file]").set_input_files(folder / "brought.jsonl")
    lesson.wait_for_function("() => /restored/.test(document.querySelector('.rr-record [role=status]').textContent)")
    with lesson.expect_download() as coming:
        lesson.get_by_role("button", name="Download my record").click()
    coming.value.save_as(folder / "taken.jsonl")
    return brought, made, folder / "taken.jsonl"


@pytest.fixture(scope="module")
def another_day(lesson, live, library, answered, taken):
    """The same lesson, opened again."""
    show(lesson, live, f"notebooks/{library.sections[QUIZ].lesson}.ipynb")
    return lesson


def test_an_item_of_each_kind_is_answered_by_keyboard_and_there_after_a_reload(answered, another_day, library):
    heard, kept = answered
    assert [kind for kind in KINDS if "Right." not in heard[kind][0] or heard[kind][1] != "rr-main"] == []
    assert kept == list(KINDS), "a letter went to the notebook"
    for item in one_of_each_kind(library, QUIZ).values():
        assert "Right." in said(another_day, item)


def test_the_record_made_here_restores_through_every_other_door_and_theirs_here(
    reader, live, library, taken, another_day, record
):
    brought, made, file = taken
    # On the server of the notebooks:
    record.restore(file.read_text(encoding="utf-8"))
    notes = fold(record.entries)["notes"]
    assert [notes[each.id]["text"] for each in (brought, made)] == ["Brought along.", "Made here."]
    # On a plain page, which is at the same address and yet keeps a record of its own:
    page = reader.new_page()
    page.goto(f"{live.address.partition(LITE)[0]}{library.sections[QUIZ].lesson}.html")
    page.get_by_label("Restore from a file").set_input_files(file)
    page.wait_for_function(f"() => document.querySelector('#rr-p-{made.id} textarea')?.value === 'Made here.'")
    page.close()
    # And here, on another day:
    for note, text in ((brought, "Brought along."), (made, "Made here.")):
        another_day.wait_for_function(f"() => document.querySelector('#rr-p-{note.id} textarea')?.value === '{text}'")


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
