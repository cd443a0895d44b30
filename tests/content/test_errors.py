"""A learner's mistakes and broken files are answered by a sentence, never by a traceback."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from conftest import TINY

from readingroom.content.errors import CourseError
from readingroom.content.library import Library, find, section_of
from readingroom.content.paths import course_root
from readingroom.learning.record import Record
from readingroom.parts.lesson import SectionLesson, WholeCourse


def test_a_wrong_section_is_answered_with_the_right_ones(library, record):
    with pytest.raises(
        CourseError, match=r"no section 'relism'; did you mean 'realism'. Sections: opening, realism, pillars"
    ):
        SectionLesson(library, record, "relism")


def test_a_wrong_chart_is_answered_with_the_right_ones(library, record):
    with pytest.raises(CourseError, match=r"no chart 'trade-share'; did you mean 'trade-shares'.*oil-price"):
        WholeCourse(library, record).chart("trade-share")


def test_a_wrong_quiz_is_answered_with_the_right_ones(library, record):
    with pytest.raises(CourseError, match="no quiz 'strat'; did you mean 'start'"):
        WholeCourse(library, record).quiz("strat")


def test_a_wrong_series_is_answered_with_the_right_ones(library, record):
    with pytest.raises(CourseError, match=r"no series 'us-trade'.*us-goods-trade"):
        WholeCourse(library, record).data("us-trade")


def test_something_unlike_any_name_is_answered_without_a_guess():
    with pytest.raises(CourseError, match=r"^no chart 'zzz'; Charts: a\.$"):
        find({"a": 1}, "zzz", "chart")


def test_a_lesson_outside_the_course_says_what_was_looked_for_and_where(tmp_path):
    with pytest.raises(CourseError, match=f"(?s){tmp_path}.*data/article.toml.*Open the lesson from inside"):
        course_root(tmp_path)


def test_a_course_is_found_from_any_folder_in_it(root):
    assert course_root(root / "notebooks") == root


def test_a_broken_file_names_record_and_field_and_says_that_nothing_is_lost(course):
    file = course / "data/notes/realism.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("\nlevel = ", "\nlevle = ", 1), encoding="utf-8")

    with pytest.raises(
        CourseError, match=r"(?s)nothing you wrote is touched.*data/notes/realism\.toml, note 1 .*levle"
    ):
        SectionLesson(Library(course), Record(course), "realism").read()


def test_a_bad_row_is_named_by_its_place_and_its_id(course):
    file = course / "data/glossary.toml"
    file.write_text('[[term]]\nid = "a"\nterm = "a"\nmeaning = "b"\n[[term]]\nid = "b"\nterm = "c"\n', encoding="utf-8")

    with pytest.raises(CourseError, match=r"data/glossary\.toml, term 2 \(b\): .*meaning"):
        Library(course).terms  # noqa: B018 - reading is what fails


def test_a_section_s_name_may_have_a_hyphen():
    assert (section_of("bureaucrats-6"), section_of("two-halves-12")) == ("bureaucrats", "two-halves")


def test_in_a_notebook_an_error_shows_as_its_sentence_alone(tmp_path):
    code = (
        "from IPython.core.interactiveshell import InteractiveShell as S; "
        "S.instance().run_cell('from readingroom.notebook import open_section; open_section(\"x\")')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)

    assert "Reading Room: this notebook runs in" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_record_that_cannot_be_written_does_not_stop_a_lesson(course, library):
    (course / "my-record").write_text("a file where the folder should be")

    widget = SectionLesson(library, Record(course), "opening").read()
    widget.outbox = [
        {"id": "n", "at": "2026-01-01T00:00:00.000Z", "what": "note", "paragraph": "opening-1", "text": "?"}
    ]

    assert "could not be written" in widget.trouble
    assert widget.saved == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that a program stands in")
def test_a_folder_that_was_moved_while_a_notebook_is_open_is_said_to_be_gone(tmp_path, monkeypatch):
    """The folder of a kernel goes more often than one thinks: ipython/ipython#10378."""
    shutil.copytree(TINY, tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    library = Library(course_root())
    (tmp_path / "course").rename(tmp_path / "moved")

    with pytest.raises(CourseError, match="was moved, renamed or deleted"):
        library.tables("data/charts.toml")
    shutil.rmtree(tmp_path / "moved")
    with pytest.raises(CourseError, match="was moved, renamed or deleted"):
        course_root()
