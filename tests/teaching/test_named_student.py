"""A student whose file cannot be marked is told that it came, and not that nothing was handed in."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest
from classroom import ON_TIME

from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.export.feedback_zip import feedback_zip
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.mark.named_student import with_named_students
from readingroom.teaching.mark.triage_file import File
from readingroom.teaching.report.report import report
from readingroom.teaching.roster import Student

ROOT = Path(__file__).resolve().parents[2]
EXERCISE, TASK = "02-opening", "choice-of-dates"
CLASS = [
    Student("01001", "José Nuñez", "jn@example.org"),
    Student("01002", "Anna Maria Anderson"),
    Student("o'brien", "李 娜"),
    Student("04", "Kim, Lee"),
    Student("05", "Same Name"),
    Student("06", "Same Name"),
]


@pytest.mark.parametrize(
    "name, student",
    [
        ("José Nuñez_4711_assignsubmission_file_/essay.docx", "01001"),
        ("nunezjose_4711_98765_photo.jpg", "01001"),
        ("nuñezjosé_LATE_4711_98765_photo.jpg", "01001"),
        ("andersonannamaria_4712_98765_x.pdf", "01002"),
        ("Anna Maria Anderson_4712_assignsubmission_file_/x.jsonl", "01002"),
        ("李 娜_4713_assignsubmission_file_/x.txt", "o'brien"),
        ("all/02-opening--01001--ABCD-EFGH.jsonl", "01001"),
        ("02-opening--o-brien--ABCD-EFGH (1).jsonl", "o'brien"),
        ("kimlee_4_5_x.txt", "04"),
        ("Same Name_4714_assignsubmission_file_/x.txt", ""),
        ("Somebody Else_4714_assignsubmission_file_/x.txt", ""),
        ("essay.docx", ""),
        ("a--b.txt", ""),
        ("", ""),
    ],
)
def test_a_file_that_says_no_student_is_that_of_its_account_or_its_name(name, student):
    file = File(name, "", "", "", ("unreadable",), "")

    assert [found.student for found in with_named_students([file], CLASS)] == [student]


def test_what_a_file_says_itself_holds():
    file = File("José Nuñez_4711_assignsubmission_file_/x.jsonl", "04", "", "", (), "", counts=True)

    assert with_named_students([file], CLASS) == [file]


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """The folder of a class of six: one sound file, one of another exercise, a document, nothing legible, and two of nobody."""
    folder = tmp_path_factory.mktemp("class")
    lines = "".join(f'{s.id},"{s.name}",{s.email}\n' for s in CLASS)
    (folder / "class.csv").write_text(f"id,name,email\n{lines}", encoding="utf-8")
    with zipfile.ZipFile(folder / "in.zip", "w") as packed:
        packed.writestr("José Nuñez_1_assignsubmission_file_/essay.docx", b"PK\x03\x04\x00")
        for number, (student, exercise) in enumerate([("01002", EXERCISE), ("o'brien", "04-pillars")], start=2):
            text = serialize(Submission(exercise, student, ON_TIME, {TASK: Answer("Some words.")}))
            packed.writestr(f"{student}_{number}_assignsubmission_file_/a.jsonl", text)
        packed.writestr(f"{EXERCISE}--04--ABCD.jsonl", b"\xff\xfe\x00damaged")
    options = MarkingOptions(folder / "class.csv")
    mark(ROOT, folder / "in.zip", ROOT / f"exercises/key/{EXERCISE}.toml", folder / "marked", options)
    return folder / "marked"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_list_tells_a_file_that_cannot_be_marked_from_none(marked):
    states = {row["id"]: row["state"] for row in rows(marked / "marks.csv")}
    assert states == {
        "01001": "no usable file",
        "01002": "written open",
        "o'brien": "no usable file",
        "04": "no usable file",
        "05": "missing",
        "06": "missing",
    }


def test_the_gradebook_says_nothing_was_handed_in_only_where_that_is_so(marked):
    with (marked / "gradebook-moodle.csv").open(encoding="utf-8", newline="") as file:
        said = {row[0]: row[-1] for row in csv.reader(file)}

    assert {student for student, words in said.items() if words.startswith("Nothing was handed in")} == {"05", "06"}
    assert {student for student, words in said.items() if "cannot be read" in words} == {"01001", "o'brien", "04"}


def test_the_list_of_files_says_whose_they_are(marked):
    assert {row["student"] for row in rows(marked / "files.csv")} == {"01001", "01002", "o'brien", "04"}


def test_the_report_counts_them_apart(marked):
    page = report(ROOT, marked, EXERCISE, with_names=True)

    assert "Handed in no file that can be marked</h3><p>3 of 6" in page
    assert "Not handed in</h2><p>2 of 6" in page


def test_the_zip_of_pages_names_them_apart(marked, tmp_path):
    said = "\n".join(feedback_zip(marked, "moodle", tmp_path / "pages.zip"))

    assert "Not in it, handed in no file that can be marked (3): José Nuñez (01001)" in said
    assert "Not in it, handed nothing in (2)" in said
