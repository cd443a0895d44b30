"""Where nothing is kept, a reader is offered the record in time, in the part that is worked in; elsewhere never."""

from __future__ import annotations

from pathlib import Path

import browser
import pytest

from readingroom.learning.record import Record

pytestmark = pytest.mark.browser
OPENED = "from readingroom.notebook import open_section\nlesson = open_section('opening')"
ON_BINDER = f"import os\nos.environ['BINDER_REPO_URL'] = 'https://git.example/reading/room'\n{OPENED}"


@pytest.fixture
def note(lab, page):
    """Opens a notebook that begins with the given cell, and returns the reader's note on its first paragraph."""

    def opened(first: str):
        path = browser.write_notebook(
            lab, f"binder-{first == ON_BINDER}.ipynb", first, "lesson.read()"
        )  # else they would share a kernel
        browser.open_notebook(page, lab, path)
        browser.run_all(page)
        page.wait_for_selector("#rr-p-opening-1 textarea")
        return page.locator("#rr-p-opening-1 textarea")

    return opened


def keep(page, note, words: str) -> None:
    """Write a note, and wait until the page says that it is kept."""
    page.evaluate("() => document.querySelectorAll('.rr-kept').forEach((line) => { delete line.dataset.kind; })")
    note.fill(words)
    page.wait_for_selector(".rr-kept[data-kind=saved]", state="attached")


def work_for(page, minutes: int) -> None:
    """Let the first thing that was kept on this page lie so far back."""
    page.evaluate("(minutes) => sessionStorage.setItem('readingroom-since', Date.now() - minutes * 60000)", minutes)


def test_after_some_minutes_of_work_on_binder_the_record_is_offered_and_taken_by_keyboard(note, page, tmp_path):
    mine = note(ON_BINDER)
    keep(page, mine, "Why autumn?")
    assert page.locator(".rr-offer button").count() == 0

    work_for(page, 6)
    keep(page, mine, "Why does she begin with autumn?")
    offer = page.locator(".rr-offer[role=status][aria-live=polite]")
    assert "Binder keeps nothing" in offer.inner_text()
    with page.expect_download() as download:
        offer.get_by_role("button", name="Download my record").press("Enter")

    assert "was downloaded" in offer.inner_text()
    at_home = Record(tmp_path)
    at_home.restore(Path(download.value.path()).read_text(encoding="utf-8"))
    assert "Why does she begin with autumn?" in [entry.get("text") for entry in at_home.entries]
    again = note(ON_BINDER)
    keep(page, again, "Enough for now.")
    assert page.locator(".rr-offer button").count() == 0


def test_where_the_record_stays_it_is_not_offered(note, page):
    mine = note(OPENED)
    work_for(page, 60)

    keep(page, mine, "Kept at home.")

    assert page.locator(".rr-offer").count() == 0
