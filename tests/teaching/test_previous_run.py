"""A marked folder is not written over by a slip: another seed, an empty folder, the next exercise, a sheet that is open."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from classroom import ON_TIME

from readingroom.content.errors import CourseError
from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.mark.lessons.alone import mark_lessons
from readingroom.teaching.mark.mark import MarkingOptions, mark

ROOT = Path(__file__).resolve().parents[2]
EXERCISE, TASK = "02-opening", "choice-of-dates"


@pytest.fixture
def folder(tmp_path):
    """A class of two who handed in, marked once."""
    (tmp_path / "in").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "class.csv").write_text("id\nanna\nbert\n")
    (tmp_path / "other-class.csv").write_text("id\nzoe\n")
    for student in ("anna", "bert"):
        text = serialize(Submission(EXERCISE, student, ON_TIME, {TASK: Answer(f"{student} writes.")}))
        (tmp_path / f"in/{student}.jsonl").write_text(text)
    run(tmp_path)
    return tmp_path


def run(folder: Path, hand_ins: str = "in", exercise: str = EXERCISE, roster: str = "class.csv") -> list[str]:
    key = ROOT / f"exercises/key/{exercise}.toml"
    return mark(ROOT, folder / hand_ins, key, folder / "out", MarkingOptions(folder / roster))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "slip, says",
    [
        ({"hand_ins": "empty"}, "holds the marks of 2 hand-ins, and no file came now"),
        (
            {"roster": "other-class.csv"},
            "of the 2 files that came none counts, most for this reason: anna is not on the",
        ),
        ({"exercise": "04-pillars"}, "holds marks of another exercise than 04-pillars"),
    ],
)
def test_a_slip_writes_nothing_and_says_what_it_may_be(folder, slip, says):
    before = contents(folder)

    with pytest.raises(CourseError, match=says):
        run(folder, **slip)

    assert contents(folder) == before


def test_a_key_called_by_its_exercise_is_offered_as_a_file(folder):
    with pytest.raises(CourseError, match=r"did you mean .*02-opening\.toml\?"):
        mark(ROOT, folder / "in", Path("02-opening"), folder / "new", MarkingOptions(folder / "class.csv"))


def test_lists_in_the_folder_of_the_hand_ins_are_no_hand_ins(folder):
    out = folder / "in/marked here"
    for _ in range(2):
        mark(ROOT, folder / "in", ROOT / f"exercises/key/{EXERCISE}.toml", out, MarkingOptions(folder / "class.csv"))

    with (out / "files.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["file"] for row in csv.DictReader(file)] == ["anna.jsonl", "bert.jsonl"]


def test_without_a_key_a_folder_of_an_exercise_is_left_alone(folder):
    before = contents(folder)

    with pytest.raises(CourseError, match="holds the marks of an exercise"):
        mark_lessons(ROOT, folder / "in", folder / "out", MarkingOptions(folder / "class.csv"))

    assert contents(folder) == before


def test_a_folder_in_which_nobody_was_marked_yet_is_used_again(folder, tmp_path_factory):
    fresh = tmp_path_factory.mktemp("fresh")
    (fresh / "empty").mkdir()
    (fresh / "class.csv").write_text("id\nanna\n")

    run(fresh, "empty")
    said = run(fresh, "empty")

    assert "1 missing" in said[0]


def test_what_changed_is_told_though_a_run_between_stumbled(folder, monkeypatch):
    (folder / "in/bert.jsonl").unlink()
    monkeypatch.setattr("readingroom.teaching.mark.mark._write_lists", stumble)
    with pytest.raises(PermissionError):
        run(folder)
    monkeypatch.undo()

    run(folder)

    with (folder / "out/changes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["id"], row["why"]) for row in csv.DictReader(file)] == [("bert", "the hand-in is no longer there")]


def stumble(*_):
    raise PermissionError(13, "it is open in a spreadsheet")
