"""An author hears from check what keeps a lesson from being a page, and need not build the pages for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from readingroom.cli import main
from readingroom.content.library import Library
from readingroom.site.page_faults import page_faults

TINY = Path(__file__).resolve().parents[1] / "tiny"


def write(course, name: str, text: str) -> None:
    path = course / "notebooks" / name
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source = text
    nbformat.write(notebook, path)


@pytest.fixture
def tiny(tmp_path):
    return shutil.copytree(TINY, tmp_path / "tiny")


@pytest.fixture
def lessons(tiny):
    return sorted(path.name for path in (tiny / "notebooks").glob("*.ipynb"))


def test_each_lesson_that_can_be_no_page_is_named_with_its_cell(tiny, lessons):
    for name in lessons[:2]:
        write(tiny, name, "# Title\n\n[On](no-such-lesson.ipynb)")

    found = [str(fault) for fault in page_faults(Library(tiny))]

    assert [line.split(":")[0] for line in found] == [f"notebooks/{name}" for name in lessons[:2]]
    assert all("cell-01: the link 'no-such-lesson.ipynb' leads to no page" in line for line in found)


def test_a_sound_course_has_no_such_fault(tiny):
    assert page_faults(Library(tiny)) == []


def test_check_ends_with_what_keeps_a_lesson_from_being_a_page(tiny, lessons, monkeypatch, capsys):
    write(tiny, lessons[0], "# Title\n\n[On](no-such-lesson.ipynb)")
    monkeypatch.chdir(tiny)

    status = main.main(["check"])

    shown = capsys.readouterr().out
    assert status == 1 and "1 fault" in shown.splitlines() and f"notebooks/{lessons[0]}: cell" in shown
