"""What the report says of each kind of task, from tiny classes."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from readingroom.content.errors import CourseError
from readingroom.content.exercise import assignment, key
from readingroom.teaching.report.figures import (
    Answered,
    Scored,
    chosen,
    misplaced,
    missed,
    most_first,
    of_task,
    turned,
    wrong,
)
from readingroom.teaching.report.report import report

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = "06-bureaucrats"


def said(*responses, right: bool = False) -> list[Answered]:
    return [Answered(response, right, []) for response in responses]


def test_options_are_counted_whether_one_or_several_can_be_chosen():
    assert chosen(said("a", ["a", "b"])) == {"a": 2, "b": 1}


def test_only_cards_in_a_wrong_place_are_counted():
    assert misplaced(said({"x": "1", "y": "1"}, {"x": "2", "y": ""}), {"x": "1", "y": "2"}) == {
        ("y", "1"): 1,
        ("x", "2"): 1,
    }


def test_of_an_order_the_pairs_that_were_turned_round_are_counted():
    assert turned(said(["b", "a", "c"], ["c", "b"]), ["a", "b", "c"]) == {("b", "a"): 1, ("c", "b"): 1}


def test_right_numbers_are_no_wrong_answers():
    assert wrong([*said("1.5", right=True), *said("15 ", "15", " ")]) == {"15": 2}


def test_cells_that_were_missed_are_counted():
    assert missed([Answered({}, False, ["r/c"]), Answered({}, False, ["r/c", "r/d"])]) == {"r/c": 2, "r/d": 1}


def test_the_commonest_come_first_and_in_the_same_order_always():
    assert most_first(chosen(said("b", "a", "c", "c")), 2) == [("c", 2), ("a", 1)]


def scored(name: str, **tasks) -> dict:
    plain = {"response": "x", "fraction": 1.0, "points": 1.0, "most": 1, "sure": 0, "missed": [], "values": {}}
    return {
        "student": name,
        "name": name,
        "state": "written open",
        "late": False,
        "total": 1,
        "most": 1,
        "puzzling": [],
        "tasks": {task: plain | more for task, more in tasks.items()},
    }


def test_a_task_has_no_difficulty_while_texts_wait_to_be_marked():
    class_ = [
        msgspec.convert(line, Scored)
        for line in (
            scored("a", t={"response": None, "fraction": 0.0, "points": 0.0}),
            scored("b", t={"fraction": None, "points": None}),
        )
    ]

    assert (of_task("t", class_).difficulty, of_task("t", class_).waiting) == (None, 1)


@pytest.fixture
def folder(tmp_path):
    """A folder as `mark` leaves it: two students, the first task missed in one cell, the written one waiting."""
    tasks = {
        task.id: {
            "response": {} if task.kind == "table" else "x",
            "missed": ["russia/value"] if task.kind == "table" else [],
        }
        for task in assignment(ROOT, EXERCISE).tasks.values()
    }
    waits = {
        task: more | {"fraction": None, "points": None}
        for task, more in tasks.items()
        if not any(k.answer or k.cell or k.place for k in key(ROOT, EXERCISE) if k.task == task)
    }
    lines = [scored("Anna", **tasks | waits), scored("Bert", **tasks | waits)]
    (tmp_path / "scored.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def test_a_written_task_is_said_to_wait_and_not_to_be_hard(folder):
    page = report(ROOT, folder, EXERCISE)

    assert "2 of 2 texts are not marked yet." in page and "Hard for this class" not in page


def test_a_missed_cell_is_named_by_its_row_and_column(folder):
    assert "Russia, Trade both ways</th><td class='number'>2</td>" in report(ROOT, folder, EXERCISE)


def test_whoever_is_excused_from_a_task_is_in_the_middle_and_the_mean_as_in_the_gradebook(tmp_path):
    tasks = {
        task: {"response": "x", "fraction": 1, "points": 1, "most": 1} for task in assignment(ROOT, EXERCISE).tasks
    }
    class_ = [("Anna", 12, 12), ("Bert", 10, 20), ("Cem", 5, 20), ("Dora", 0, 0)]  # Dora is excused from everything
    lines = [
        {"student": s, "name": s, "state": "marked", "total": t, "most": m, "tasks": tasks, "puzzling": []}
        for s, t, m in class_
    ]
    (tmp_path / "scored.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    page = report(ROOT, tmp_path, EXERCISE)

    assert "Of 20 points the middle student has 10; the mean is 11.7, the range 5 to 20." in page


def test_a_folder_of_another_exercise_is_said(folder):
    with pytest.raises(CourseError, match="another exercise than 04-pillars"):
        report(ROOT, folder, "04-pillars")


@pytest.mark.parametrize("text", ["{}", "no list"])
def test_a_damaged_list_is_said(tmp_path, text):
    (tmp_path / "scored.jsonl").write_text(text)

    with pytest.raises(CourseError, match="damaged"):
        report(ROOT, tmp_path, EXERCISE)
