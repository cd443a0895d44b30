"""Feedback pages go back in one upload: Canvas and Moodle find whose each is, and nobody's goes to another."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from classroom import ON_TIME

from readingroom.content.errors import CourseError
from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.export.feedback_names import canvas_name, moodle_name
from readingroom.teaching.export.feedback_zip import feedback_zip
from readingroom.teaching.mark.mark import MarkingOptions, mark

ROOT = Path(__file__).resolve().parents[2]
EXERCISE, TASK = "02-opening", "choice-of-dates"
CLASS = {
    "aine": "Áine O’Brien", "lina": "李 娜", "zhanna": "Жанна Ёлкина", "olu": "Olúwáṣeun Adé", "noor": "نور الهدى",
    "absent": "Łukasz Śniadecki",
}  # fmt: skip
CANVAS = "{plain}_{late}{number}_{file}_02-opening--{student}.jsonl"
MOODLE = "{name}_{number}_assignsubmission_file_/02-opening--{student}.jsonl"


def marked(folder: Path, form: str, **more: tuple[str, str]) -> Path:
    """Mark the zip that a learning platform gives; `more` has further files, name and student by account."""
    with zipfile.ZipFile(folder / "in.zip", "w") as packed:
        for number, (student, name) in enumerate(CLASS.items(), start=4711):
            if student != "absent":
                late = "LATE_" if student == "lina" else ""
                of = {"plain": student, "name": name, "number": number, "file": number * 7, "late": late}
                packed.writestr(form.format(student=student, **of), text(student))
        for name, student in more.values():
            packed.writestr(name, text(student))
    (folder / "class.csv").write_text("id,name\n" + "".join(f"{s},{n}\n" for s, n in CLASS.items()), encoding="utf-8")
    options = MarkingOptions(folder / "class.csv")
    mark(ROOT, folder / "in.zip", ROOT / f"exercises/key/{EXERCISE}.toml", folder / "marked", options)
    return folder / "marked"


def text(student: str) -> str:
    return serialize(Submission(EXERCISE, student, ON_TIME, {TASK: Answer(f"What {student} thinks.")}))


def by_account(path: Path, form: str) -> dict[int, str]:
    """Whose page each account gets, found as the platforms do it: by the numbers in the names, and nothing else."""
    with zipfile.ZipFile(path) as packed:
        found = {}
        for name in packed.namelist():
            parts = [part for part in name.split("/")[0].split("_") if part != "LATE"]
            number = parts[1] if form == "moodle" else next(part for part in parts if part.isdigit())
            found[int(number)] = packed.read(name).decode()
    return {number: next(s for s, n in CLASS.items() if f"<p>{n}</p>" in page) for number, page in found.items()}


@pytest.mark.parametrize("form, names", [("canvas", CANVAS), ("moodle", MOODLE)])
def test_every_page_goes_to_the_account_of_its_student_and_who_handed_nothing_in_is_named(tmp_path, form, names):
    said = feedback_zip(marked(tmp_path, names), form, tmp_path / "back.zip")

    expected = {number: student for number, student in enumerate(CLASS, start=4711) if student != "absent"}
    assert by_account(tmp_path / "back.zip", form) == expected
    assert said[-1] == "Not in it, handed nothing in (1): Łukasz Śniadecki (absent)."
    assert said[0].startswith(f"{tmp_path / 'back.zip'}: 5 pages")


def test_a_student_s_page_never_goes_to_an_account_that_uploaded_for_several(tmp_path):
    more = {"x": ("lina_4712_99_b.jsonl", "aine"), "y": ("absent_4716_98_c.jsonl", "absent")}

    said = feedback_zip(marked(tmp_path, CANVAS, **more), "canvas", tmp_path / "back.zip")

    assert set(by_account(tmp_path / "back.zip", "canvas").values()) == set(CLASS) - {"aine", "lina"}
    assert any("'several uploaders': give the page by hand" in line and "aine" in line for line in said)


def test_two_students_whose_files_came_in_one_account_get_their_pages_by_hand(tmp_path):
    folder = marked(tmp_path, MOODLE)
    lines = (folder / "files.csv").read_text(encoding="utf-8").replace("李 娜_4712_", "Áine O’Brien_4711_")
    (folder / "files.csv").write_text(lines, encoding="utf-8")

    feedback_zip(folder, "moodle", tmp_path / "back.zip")

    assert set(by_account(tmp_path / "back.zip", "moodle").values()) == set(CLASS) - {"aine", "lina", "absent"}


def test_the_same_pages_give_the_same_zip(tmp_path):
    folder = marked(tmp_path, MOODLE)
    feedback_zip(folder, "moodle", tmp_path / "one.zip")
    feedback_zip(folder, "moodle", tmp_path / "two.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize(
    "handed_in, name",
    [
        ("andersonanna_4711_98765_x_12_y.jsonl", "andersonanna_4711_98765_feedback.html"),
        ("andersonanna_LATE_4711_98765_x.jsonl", "andersonanna_LATE_4711_98765_feedback.html"),
        ("all/anna_4711_98765_x-1.jsonl", "anna_4711_98765_feedback.html"),
        ("anon_aB3x9_98765_x.jsonl", "anon_aB3x9_98765_feedback.html"),
        ("anna_4711_link.html", ""),
        ("anna_4711_98765_link.html", ""),
        ("x.jsonl", ""),
    ],
)
def test_canvas_names(handed_in, name):
    assert canvas_name(handed_in) == name


@pytest.mark.parametrize(
    "handed_in, name",
    [
        ("Anna A_12_assignsubmission_file_/x.jsonl", "Anna A_12_assignsubmission_file_/feedback.html"),
        ("Anna A_12_assignsubmission_file/x.jsonl", "Anna A_12_assignsubmission_file/feedback.html"),
        ("all/Anna A_12_assignsubmission_file_/f/x.jsonl", "Anna A_12_assignsubmission_file_/feedback.html"),
        ("Anna A_12_assignsubmission_file_x.jsonl", "Anna A_12_assignsubmission_file_feedback.html"),
        ("…1a2b_12_assignsubmission_file_/x.jsonl", ""),
        ("anna_4711_98765_x.jsonl", ""),
    ],
)
def test_moodle_names(handed_in, name):
    assert moodle_name(handed_in) == name


def test_files_that_came_from_no_platform_are_said(tmp_path):
    with pytest.raises(CourseError, match="Mark the zip that Moodle gives"):
        feedback_zip(marked(tmp_path, CANVAS), "moodle", tmp_path / "back.zip")


def test_a_folder_that_mark_did_not_write_is_said(tmp_path):
    with pytest.raises(CourseError, match="name the folder that the command mark wrote into"):
        feedback_zip(tmp_path, "canvas", tmp_path / "back.zip")
