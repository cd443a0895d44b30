"""Each step as it is given waits, and with its solution is right, with pandas and without."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.content.turns import QUIZ
from readingroom.learning.progress import progress_of
from readingroom.parts.base.prose import inline
from readingroom.parts.lesson import SectionLesson, WholeCourse
from readingroom.site.lite import without_pandas

ROOT = Path(__file__).resolve().parents[2]
TURNS = Library(ROOT).turns
each_turn = pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)


@pytest.fixture
def run(library, record):
    """Runs the lines of a cell as a notebook does, and returns what the last one comes to."""

    def run(lines: list[str]):
        names = {"course": WholeCourse(library, record)}
        for section in library.sections:
            names[section] = SectionLesson(library, record, section)
        names["reality_check"] = names["check"]
        *body, last = ast.parse("\n".join(lines)).body
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)

    return run


@each_turn
def test_a_step_as_it_is_given_runs_and_waits(run, record, turn):
    checked = run(turn.given)

    assert checked.kind == "waits"
    assert record.entries == []


@each_turn
def test_a_step_with_its_solution_is_right_and_kept(run, record, turn):
    checked = run(turn.solution)

    answer = progress_of(record)["answers"][f"turn-{turn.id}"]
    assert checked.kind == "right", repr(checked)
    assert (answer["fraction"], answer["quiz"]) == (1, QUIZ)


@each_turn
def test_a_step_can_be_done_without_pandas(run, turn):
    assert run(turn.plain_solution).kind == "right"


@each_turn
def test_where_pandas_is_missing_a_step_shows_the_way_without_it(run, record, turn, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", without_pandas)
    monkeypatch.setattr(without_pandas.Missing, "__module__", "pandas")

    checked = run(turn.given if ".data(" not in "\n".join(turn.given) else turn.solution)

    assert checked.kind == "waits"
    assert record.entries == []
    assert checked.code == ("\n".join(turn.plain) if ".data(" in "\n".join(turn.given) else "")


@each_turn
def test_a_foreseen_mistake_is_answered_with_its_own_words(library, record, turn):
    lesson = WholeCourse(library, record)
    item = next(item for item in library.items(QUIZ) if item.id == turn.question.id)

    for mistake in item.mistake:
        assert inline(library, mistake.why) in lesson.check(turn.id, float(mistake.value)).said


@pytest.mark.parametrize(
    ("turn", "value", "says"),
    [
        ("share-2003", 0.6, "right figure, but rounded"),
        ("share-2003", "0.56", "Right."),
        ("growth-1993", -9, "right figure, but rounded"),
        ("oil-1998", 100 * 17.9 / 19.11 - 100, "over two years"),
        ("oil-1998", -6.35, "the change in dollars"),
        ("first-figure", 3, "right figure, but rounded"),
    ],
)
def test_a_number_near_a_known_mistake_is_not_taken_for_it(library, record, turn, value, says):
    assert says in repr(WholeCourse(library, record).check(turn, value))


@pytest.mark.parametrize(
    ("turn", "value", "says"),
    [
        ("oil-1998", -33.22867609, "You found: \N{MINUS SIGN}33.23 per cent."),
        ("growth-1993", "-8,67 per cent", "You found: \N{MINUS SIGN}8.67 per cent."),
        ("share-2003", 1257122.827, "You found: 1,257,123 per cent."),
        ("over-five", 101.3721379, "You found: 101.3721379 years."),
        ("exports-peak", 2008, "You found: 2008."),
        ("over-five", 0, "You found: 0 years."),
    ],
)
def test_the_answer_is_shown_as_it_was_read_with_its_unit_once(library, record, turn, value, says):
    assert says in repr(WholeCourse(library, record).check(turn, value))


@each_turn
def test_a_hint_leaves_a_step_to_take(turn):
    assert all(line.split(" = ", 1)[-1] not in turn.hint for line in turn.solution if line not in turn.given)


def test_a_name_without_quotation_marks_is_answered_in_words(library, record):
    with pytest.raises(CourseError, match="stands in quotation marks"):
        WholeCourse(library, record).check(1993, 1)
