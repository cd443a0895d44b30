"""Files that JupyterLab, a browser, a program for syncing or git left: they are named, and readers meet none of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import TINY

from readingroom.content import exercise
from readingroom.content.checks.course import faults
from readingroom.content.copies import copied
from readingroom.content.errors import ContentError
from readingroom.content.lessons import lesson_files
from readingroom.content.library import Library
from readingroom.parts.ways.go_on import go_on_content
from readingroom.site.build import build
from readingroom.site.pages import lesson_page

MERGE = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> 1a2b3c4 (from the course)\n"
ENDS = (
    " (1)",
    " (Ada's conflicted copy 2026-11-28)",
    " (conflicted copy 2026-11-28 101500)",
    " - Copy",
    " 2",
    "-Copy1",
    "-DESKTOP-A1B2C3",
    ".sync-conflict-20261128-101500-ABCDEFG",
    "~HEAD",
)


@pytest.fixture
def course(tmp_path):
    """A copy of the tiny course."""
    return Path(shutil.copytree(TINY, tmp_path / "course"))


@pytest.mark.parametrize("end", ENDS)
def test_a_copy_is_known_by_its_name(end):
    assert copied(f"01-whig{end}", {"01-whig", "02-tory", f"01-whig{end}"}) == "01-whig"


@pytest.mark.parametrize("name", ["01-whig-2", "01-whig-again", "01-whigs", "02-tory (1)"])
def test_a_file_of_another_name_is_no_copy(name):
    assert copied(name, {"01-whig", name}) is None


def test_readers_meet_no_copy_of_a_lesson_or_an_exercise(course, tmp_path):
    """JupyterLab's "Duplicate", a second download and two machines on one Dropbox (pbek/QOwnNotes#1589) leave such."""
    lessons, exercises = [path.name for path in lesson_files(course)], exercise.names(course)
    first = lessons[0].removesuffix(".ipynb")
    for end in ENDS:
        shutil.copy(course / "notebooks" / lessons[0], course / f"notebooks/{first}{end}.ipynb")
    shutil.copy(course / f"exercises/tasks/{exercises[0]}.toml", course / f"exercises/tasks/{exercises[0]} (1).toml")

    build(course, tmp_path / "site")

    assert [path.name for path in lesson_files(course)] == lessons
    assert len(go_on_content(Library(course), lambda lesson, title: lesson)["lessons"]) == len(lessons)
    assert [path.stem for path in sorted((tmp_path / "site").glob("0*.html"))] == [name[:-6] for name in lessons]
    assert exercise.names(course) == exercises


def test_the_check_names_each_copy_and_says_nothing_else_of_it(course):
    copies = ["data/course (1).toml", "exercises/tasks/{} (1).toml", "notebooks/{}-Copy1.ipynb"]
    lesson, name = lesson_files(course)[0].stem, exercise.names(course)[0]
    made = [copies[0], copies[1].format(name), copies[2].format(lesson)]
    for file, of in zip(
        made, ("data/course.toml", f"exercises/tasks/{name}.toml", f"notebooks/{lesson}.ipynb"), strict=True
    ):
        shutil.copy(course / of, course / file)

    found = [str(fault) for fault in faults(Library(course))]

    assert [fault.partition(": a copy of ")[0] for fault in found] == made


@pytest.mark.parametrize("kind", ["toml", "csv", "ipynb"])
def test_what_git_could_not_merge_is_said_with_its_line(course, kind):
    """Inside a text of several lines the marks were no fault of TOML, and readers saw them; jupyter/notebook#4889."""
    path = next(path for path in sorted(course.rglob(f"*.{kind}")) if len(path.read_text("utf-8").split("\n")) > 4)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:3], MERGE.format(lines[3], lines[3]), *lines[4:]]), encoding="utf-8", newline="")

    found = [str(fault) for fault in faults(Library(course)) if "git left two versions here" in str(fault)]

    assert [fault.partition(": ")[0] for fault in found] == [f"{path.relative_to(course).as_posix()}, line 4"]


def test_a_page_is_not_made_of_a_notebook_that_git_could_not_merge(course):
    path = lesson_files(course)[0]
    path.write_text(MERGE.format("{}\n", "{}\n"), encoding="utf-8")

    with pytest.raises(ContentError, match="line 1: git left two versions here"):
        lesson_page(Library(course), path)
