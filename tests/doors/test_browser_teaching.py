"""What a teacher and a marked student open in a browser: by keyboard, on a wide screen and a narrow one, in the dark, on paper."""

from __future__ import annotations

import io
import os
import re
from importlib.util import find_spec
from pathlib import Path

import browser
import pytest
from classroom import DUE, ON_TIME, Class

from readingroom.content.library import Library
from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.export.export import export
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.report.report import report

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
EXERCISE, SEED = "06-bureaucrats", "a seed that nobody knows"  # it has a table, an order and a written task
PAGES = ("feedback", "report", "marking", "paper", "paper with the key")
WIDTHS = (1280, 400)
LONG = "So I think, and I could go on. " * 40 + "https://example.org/" + "a" * 200


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    """The addresses of what a teacher and a student get to see of a class of thirty."""
    folder = tmp_path_factory.mktemp("teaching")
    class_ = Class(ROOT, EXERCISE, 30, SEED)
    roster = class_.roster(folder / "roster.csv")
    (folder / "in").mkdir()
    for number, (_, name, text) in enumerate(class_.hand_ins()):
        (folder / "in" / name).write_text(
            text[: len(text) * 3 // 4] if number == 1 else text.replace("What s00000 thinks of it.", LONG),
            encoding="utf-8",
        )
    mark(
        ROOT, folder / "in", ROOT / f"exercises/key/{EXERCISE}.toml", folder / "out", MarkingOptions(roster, SEED, DUE)
    )
    (folder / "report.html").write_text(report(ROOT, folder / "out", EXERCISE, with_names=True), encoding="utf-8")
    library = Library(ROOT)
    export(library, "paper", folder / "paper.html", exercise=EXERCISE)
    export(library, "paper", folder / "key.html", exercise=EXERCISE, key=True)
    files = (
        folder / "out/feedback/s00000.html",
        folder / "report.html",
        next((folder / "out/written").glob("*.html")),
        folder / "paper.html",
        folder / "key.html",
    )
    return {name: file.as_uri() for name, file in zip(PAGES, files, strict=True)}


@pytest.fixture(params=WIDTHS)
def screen(request, chrome):
    """A page of that width, and the addresses of all that it asked for."""
    opened = browser.new_page(chrome, request.param)
    opened.asked = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    opened.close()


# What stands out of the page, but for what lies in a region that can be scrolled.
OUTSIDE = """() => [...document.querySelectorAll('main *')].filter((each) => !each.closest('.scroll'))
  .filter((each) => { const box = each.getBoundingClientRect(); return box.width && (box.right > innerWidth + 1 || box.left < -1); })
  .map((each) => each.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen_and_nothing_is_fetched(screen, pages, name):
    screen.goto(pages[name])

    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth") and screen.evaluate(OUTSIDE) == []
    assert screen.asked == [pages[name]]


# Lines in a cell that is too narrow for its words: three words high for every one across.
SQUEEZED = """() => [...document.querySelectorAll('th, td, .says')].filter((each) => each.textContent.trim().length > 12)
  .filter((each) => { const box = each.getBoundingClientRect(); return box.height > 3 * box.width; }).map((each) => each.textContent)"""


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_no_column_is_squeezed_to_a_word_a_line(screen, pages, name):
    screen.goto(pages[name])

    assert screen.evaluate(SQUEEZED) == []


FOCUSED = """() => { const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect();
  return each === document.body ? null : { name: each.getAttribute('aria-label') || each.textContent.trim().slice(0, 40),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, seen: box.top >= 0 && box.bottom <= innerHeight + 1 || box.height > innerHeight, high: box.height }; }"""


def walked(page) -> list[dict]:
    """What the Tab key reaches, from the top to the end."""
    stops = []
    while len(stops) < 100:
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if not found:
            return stops
        stops.append(found)
    raise AssertionError("the Tab key never came to the end of the page")


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_the_tab_key_reaches_every_task_and_shows_where_it_is(screen, pages, name):
    screen.goto(pages[name])

    stops = walked(screen)

    assert [stop["name"] for stop in stops if stop["name"].startswith("Task")] == [
        f"Task {number}" for number in range(1, 8)
    ]
    assert [stop for stop in stops if not stop["ring"] or not stop["seen"]] == []


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_a_link_leads_to_its_task(screen, pages, name):
    screen.goto(pages[name])
    screen.get_by_role("link", name="Task 5").focus()

    screen.keyboard.press("Enter")

    screen.wait_for_function(
        "location.hash === '#task-5' && Math.abs(document.getElementById('task-5').getBoundingClientRect().top) < innerHeight"
    )


def test_a_model_answer_is_folded_and_unfolded_by_keyboard(screen, pages):
    screen.goto(pages["feedback"])
    screen.locator("summary").focus()

    screen.keyboard.press("Enter")
    folded = screen.locator("details").get_attribute("open")
    screen.keyboard.press("Space")

    assert (folded, screen.locator("details").get_attribute("open")) == (None, "")


def test_a_table_that_is_too_wide_is_scrolled_by_keyboard(chrome, pages):
    narrow = browser.new_page(chrome, 200)
    narrow.goto(pages["feedback"])
    region = narrow.get_by_role("group", name="A table").first
    region.focus()

    narrow.keyboard.press("ArrowRight")

    narrow.wait_for_function("document.activeElement.scrollLeft > 0")
    narrow.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(screen, pages, name, theme):
    found = find_spec("axe_playwright_python")
    if not found or not found.submodule_search_locations:
        (pytest.fail if os.environ.get("READINGROOM_BROWSER") == "required" else pytest.skip)(
            "axe-playwright-python is not installed: nothing was asked of axe"
        )
    screen.emulate_media(color_scheme=theme)
    screen.goto(pages[name])
    screen.evaluate((Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8"))

    said = screen.evaluate(
        "async () => { const found = await axe.run(); return [found.passes.length, found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)}`))]; }"
    )

    assert said[1] == [] and said[0] > 10


# --- on paper ------------------------------------------------------------------------------------------------------


def printed(page, address: str) -> list[str]:
    """The text of each sheet of A4."""
    import pypdf

    page.goto(address)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", print_background=False, prefer_css_page_size=True))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


@pytest.mark.parametrize("name", PAGES)
def test_no_sheet_is_wasted_and_no_task_lost_on_paper(page, pages, name):
    sheets = printed(page, pages[name])

    assert min(map(len, sheets[:-1]), default=1000) > 300
    if name in ("feedback", "report"):
        assert re.findall(r"Task (\d)(?! ?: )(?= )", " ".join(sheets))[-7:] == [str(number) for number in range(1, 8)]


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(page, pages, name):
    assert [
        sheet[-60:]
        for sheet in printed(page, pages[name])
        if re.search(r"(Task \d (Right|Not right|mean mark)[^.]{0,30}|You answered|Why|The right answer)$", sheet)
    ] == []


def test_paper_is_white_and_ink_is_black_even_where_the_screen_is_dark(page, pages):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(pages["feedback"])

    assert page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.yours')).backgroundColor]"
    ) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(255, 255, 255)"]


# --- marking in a notebook -----------------------------------------------------------------------------------------


def test_a_text_is_read_marked_and_saved_in_jupyterlab_by_keyboard(page, lab):
    folder = lab.course / "class"
    (folder / "in").mkdir(parents=True)
    text = serialize(
        Submission(
            "02-opening",
            "anna",
            ON_TIME,
            {"choice-of-dates": Answer("It cost $5 then, and $6 *now*.\n# not a heading")},
        )
    )
    (folder / "in/anna.jsonl").write_text(text, encoding="utf-8")
    orders = (
        ROOT,
        folder / "in",
        ROOT / "exercises/key/02-opening.toml",
        folder / "out",
        MarkingOptions(sheets="notebook"),
    )
    mark(*orders)
    browser.open_notebook(page, lab, "class/out/written/choice-of-dates.ipynb")
    browser.hide_sidebars(page)
    shown = page.locator(".jp-MarkdownCell").nth(1).locator(".jp-RenderedMarkdown")
    shown.wait_for()

    page.locator(".jp-RawCell .cm-content").click()
    page.keyboard.press("Control+Home")
    for _ in page.locator(".jp-RawCell .cm-line").all()[:-1]:
        page.keyboard.press("End")
        page.keyboard.type("1")
        page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.type("Well seen.")
    page.evaluate("async () => { await window.jupyterapp.commands.execute('docmanager:save') }")
    mark(*orders)

    assert (
        "It cost $5 then, and $6 *now*.\n# not a heading" in shown.inner_text()
        and shown.locator("mjx-container").count() == 0
    )
    feedback = (folder / "out/feedback/anna.html").read_text(encoding="utf-8")
    assert "Well seen." in feedback and "How it was marked" in feedback
