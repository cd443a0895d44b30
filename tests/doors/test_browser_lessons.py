"""Every lesson, opened and run as a learner would, wide and narrow."""

from __future__ import annotations

import os
from pathlib import Path

import browser
import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
LESSONS = [*sorted((ROOT / "notebooks").glob("*.ipynb")), *sorted((ROOT / "exercises").glob("*.ipynb"))]
SHOWN = ".rr, .jp-RenderedHTMLCommon table"
"""What the first cells of a notebook show: a part of a lesson, or a table of pandas."""
PICTURES = os.environ.get("READINGROOM_PICTURES", "")
"""Where screenshots go, for whoever wants to look at them."""


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_to_its_end_in_jupyterlab_and_fits_the_page(desk, lesson):
    desk.troubles.clear()

    turn_and_run(desk, lesson.relative_to(ROOT).as_posix())
    desk.wait_for_selector(SHOWN)

    assert browser.errors(desk) == []
    assert desk.troubles == []
    for width in (1280, 400):
        desk.set_viewport_size({"width": width, "height": 1000})
        browser.hide_sidebars(desk)
        desk.wait_for_timeout(300)
        assert too_wide(desk) == [], width
        picture(desk, f"{lesson.stem}-{width}")


def turn_and_run(desk, path: str):
    """Turn to a notebook, run it, and return the page that shows it."""
    desk.set_viewport_size({"width": 1280, "height": 1000})
    browser.turn_to(desk, path)
    browser.run_all(desk)
    return desk


def too_wide(page) -> list[str]:
    """The parts of ours that reach beyond the page and cannot be scrolled to within their own box."""
    return page.evaluate("""() => [...document.querySelectorAll('.rr')].flatMap((part) => {
        const edge = part.getBoundingClientRect().right + 2;
        return [...part.querySelectorAll('*')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width && box.right > edge && !element.closest('.rr-scroll, .rr-hidden, svg, [role=region][tabindex]');
        }).map((element) => `${element.tagName}.${element.className} in ${part.className}`);
    })""")


def picture(page, name: str) -> None:
    """Keep a picture of the whole lesson where READINGROOM_PICTURES says."""
    if PICTURES:
        size = page.viewport_size
        page.set_viewport_size({"width": size["width"], "height": 9000})
        page.wait_for_timeout(1500)
        height = page.evaluate(
            "() => Math.max(...[...document.querySelectorAll('.jp-WindowedPanel-outer')].map((e) => e.scrollHeight))"
        )
        page.set_viewport_size({"width": size["width"], "height": min(height + 120, 30000)})
        page.evaluate("() => document.querySelectorAll('.jp-WindowedPanel-outer').forEach((e) => { e.scrollTop = 0; })")
        page.wait_for_timeout(2500)
        page.screenshot(path=f"{PICTURES}/{name}.png")
        page.set_viewport_size(size)


def test_a_note_written_yesterday_is_there_today(lab, desk, page):
    path = browser.write_notebook(
        lab,
        "reading.ipynb",
        "from readingroom.notebook import open_section\nlesson = open_section('opening')",
        "lesson.read()",
    )
    turn_and_run(desk, path)
    desk.locator("#rr-p-opening-1 textarea").fill("Why does she begin with autumn?")
    desk.locator("#rr-p-opening-1 .rr-mark[data-mark=puzzling]").click()
    desk.wait_for_selector(".rr-kept[data-kind=saved]")
    desk.evaluate("async () => { await window.jupyterapp.shell.currentWidget.sessionContext.restartKernel() }")

    browser.open_notebook(page, lab, path)
    browser.run_all(page)

    page.wait_for_selector("#rr-p-opening-1")
    assert page.locator("#rr-p-opening-1 textarea").input_value() == "Why does she begin with autumn?"
    assert page.locator("#rr-p-opening-1 .rr-mark[data-mark=puzzling]").get_attribute("aria-pressed") == "true"


def test_a_record_is_downloaded_and_restored_elsewhere(lab, desk, notebook7, page):
    cells = (
        "from readingroom.notebook import open_section\nlesson = open_section('realism')",
        "lesson.read()",
        "lesson.record()",
    )
    turn_and_run(desk, browser.write_notebook(lab, "take.ipynb", *cells))
    desk.locator("#rr-p-realism-1 textarea").fill("A note to take along.")
    desk.wait_for_selector(".rr-kept[data-kind=saved]")
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Download my record").click()
    taken = lab.course / "taken.jsonl"
    download.value.save_as(taken)

    browser.open_notebook(page, notebook7, browser.write_notebook(notebook7, "bring.ipynb", *cells))
    browser.run_all(page)
    page.locator(".rr-record input[type=file]").set_input_files(taken)
    page.wait_for_function(
        "() => /restored|already/.test(document.querySelector('.rr-record [role=status]').textContent)"
    )
    browser.run_all(page)
    page.wait_for_selector("#rr-p-realism-1")
    page.wait_for_function(
        "() => document.querySelector('#rr-p-realism-1 textarea')?.value === 'A note to take along.'"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a folder that can be made unwritable")
def test_what_cannot_be_kept_is_said_in_one_sentence_and_stays_on_the_page(lab, desk):
    folder = lab.course / "my-record"
    aside = folder.rename(lab.course / "my-record-aside") if folder.exists() else None
    folder.write_text("a file where the folder should be")  # unlike a mode, this stops the superuser of a container too
    opening = "from readingroom.notebook import open_section\nlesson = open_section('pillars')"
    try:
        page = turn_and_run(desk, browser.write_notebook(lab, "full.ipynb", opening, "lesson.read()"))
        trouble = page.locator(".rr-kept[data-kind=trouble]")
        trouble.filter(has_text="could not be read").wait_for()
        note = page.locator("#rr-p-pillars-1 textarea")
        note.fill("Not to be lost.")
        trouble.filter(has_text="could not be written").wait_for()
        assert browser.errors(page) == []

        folder.unlink()
        note.press_sequentially(" Kept now.")

        page.wait_for_selector(".rr-kept[data-kind=saved]")
        assert "Not to be lost. Kept now." in "".join(file.read_text() for file in folder.glob("*.jsonl"))
    finally:
        if aside:
            [file.rename(folder / file.name) for file in aside.glob("*.jsonl")]


def test_a_note_written_while_the_kernel_is_gone_is_saved_once_it_is_back(lab, desk):
    path = browser.write_notebook(
        lab,
        "gone.ipynb",
        "from readingroom.notebook import open_section\nlesson = open_section('reality')",
        "lesson.read()",
    )
    turn_and_run(desk, path)
    desk.wait_for_selector("#rr-p-reality-1 textarea")
    desk.evaluate("async () => { await window.jupyterapp.shell.currentWidget.sessionContext.restartKernel() }")
    desk.locator("#rr-p-reality-1 textarea").fill("Written into the void.")
    desk.wait_for_selector(".rr-kept[data-kind=trouble]")
    assert "Run All Cells" in desk.locator(".rr-kept[data-kind=trouble]").inner_text()

    browser.run_all(desk)

    desk.wait_for_function(
        "() => document.querySelector('#rr-p-reality-1 textarea')?.value === 'Written into the void.'"
    )
    desk.wait_for_selector(".rr-kept[data-kind=saved]")
    assert "Written into the void." in "".join(file.read_text() for file in (lab.course / "my-record").glob("*.jsonl"))
