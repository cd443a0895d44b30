"""Stored answers that no longer fit, and a cell that fails, in JupyterLab."""

from __future__ import annotations

import json

import browser
import pytest
from test_browser_exercises import KINDS

from readingroom.parts.failure import RAISES

pytestmark = pytest.mark.browser
AT = "2026-01-01T00:00:00Z"
ITEM = "opening-dating-the-text"


def odd_entries() -> list[dict]:
    """An answer of another kind to each task, an answer to an item whose option was renamed, and one that is none."""
    tasks = [
        {"what": "task", "task": f"{exercise}/{task}", "response": [["of another kind"]], "sure": 1}
        for exercise, task in KINDS.values()
    ]
    answer = {"what": "answer", "quiz": "opening", "item": ITEM, "response": "since renamed", "fraction": 1}
    odd = {"what": "answer", "quiz": "opening", "item": [], "response": None}
    return [{"id": f"odd-{n}", "at": AT, **entry} for n, entry in enumerate([*tasks, answer, odd])]


@pytest.fixture
def notebook(lab):
    record = lab.course / "my-record"
    record.mkdir(exist_ok=True)
    kept = record / "20200101T000000Z-1-odd000.jsonl"
    kept.write_text("".join(f"{json.dumps(entry)}\n" for entry in odd_entries()), encoding="utf-8")
    cells = [
        "import os",
        f"os.environ.pop({RAISES!r}, None)",
        "from readingroom.notebook import open_exercise, open_section",
        *(f'open_exercise("{exercise}").task("{task}")' for exercise, task in KINDS.values()),
        'open_section("opening").quiz()',
        "from readingroom.parts.glossary import glossary\nglossary.glossary = None",
        'open_section("opening").glossary()',
        'open_section("opening").record()',
    ]
    yield browser.write_notebook(lab, "try-odd.ipynb", *cells)
    kept.unlink()


def test_each_answer_that_no_longer_fits_is_said_and_a_cell_that_fails_stops_no_other(page, lab, notebook):
    browser.open_notebook(page, lab, notebook)
    browser.run_all(page)
    page.wait_for_selector(".rr-record", timeout=60_000)

    assert browser.errors(page) == []
    assert page.get_by_text("You answered before this task was changed").count() == len(KINDS)
    assert "answered before this question was changed" in page.locator(f"#rr-item-{ITEM}").text_content()
    assert (
        "This part could not be shown (TypeError"
        in page.get_by_text("This part could not be shown").first.text_content()
    )
    assert page.get_by_text("1 entry could not be read and is left out.").count() == 1
