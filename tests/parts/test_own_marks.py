"""An exercise that marks itself for those who work alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readingroom import notebook
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.parts.exercise.exercise import OpenExercise, no_marking

TINY = Path(__file__).resolve().parents[1] / "tiny"
EXERCISE = "01-count-and-read"


@pytest.fixture
def course(tmp_path):
    shutil.copytree(TINY, tmp_path / "course")
    return tmp_path / "course"


@pytest.fixture
def answered(course):
    """A record with an answer to each task of the exercise, none of them right."""
    record = Record(course)
    tasks = OpenExercise(Library(course), record, EXERCISE)._given.tasks
    record.append([{"what": "task", "task": f"{EXERCISE}/{task}", "response": "no such thing"} for task in tasks])
    return record


def marks_of(course, record, marking=notebook._own_feedback):
    return OpenExercise(Library(course), record, EXERCISE, marking).mark_my_work()


def test_the_feedback_page_comes_with_points_and_reasons(course, answered):
    part = marks_of(course, answered)

    part.wanted = 1

    assert part.says == ""
    assert "points" in part.page and "The right answer" in part.page and part.page.count("<section class='task'") > 1


def test_marking_again_follows_a_new_answer(course, answered):
    part = marks_of(course, answered)
    part.wanted = 1
    before = part.page
    task = next(iter(part.exercise.tasks))

    answered.append([{"what": "task", "task": f"{EXERCISE}/{task}", "response": ""}])
    part.wanted = 2

    assert "No answer" in part.page and part.page != before


def test_without_an_answer_nothing_is_marked(course):
    part = marks_of(course, Record(course))

    part.wanted = 1

    assert (part.page, part.says) == ("", "No task has an answer yet, so there is nothing to mark.")


def test_where_the_key_is_with_the_teacher_the_part_says_so(course, answered):
    shutil.rmtree(course / "exercises/key")

    assert "your teacher has it" in marks_of(course, answered).content["absent"]


def test_without_the_teachers_side_of_the_package_the_part_says_so(course, answered):
    part = marks_of(course, answered, no_marking)

    part.wanted = 1

    assert "your teacher has it" in part.says


def test_a_key_with_a_fault_is_a_sentence_and_no_traceback(course, answered):
    key = course / f"exercises/key/{EXERCISE}.toml"
    key.write_text(key.read_text(encoding="utf-8").replace("points = ", "points = x", 1), encoding="utf-8")
    part = marks_of(course, answered)

    part.wanted = 1

    assert part.page == "" and "Your answers are safe" in part.says and f"exercises/key/{EXERCISE}.toml" in part.says
