"""Hostile and damaged hand-ins beside sound ones: each bad one is named, each sound one marked, all pages are made."""

from __future__ import annotations

import csv
import json
import os
import zipfile
from pathlib import Path

import hostile
import pytest

from readingroom.content.errors import CourseError
from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.mark.page_names import page_names
from readingroom.teaching.report.report import report

ROOT = Path(__file__).resolve().parents[2]
KEY = ROOT / f"exercises/key/{hostile.EXERCISE}.toml"
HOSTILE, SOUND = (int(size) for size in os.environ.get("READINGROOM_HOSTILE", "60 5").split())


def rows(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(10**7)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def marked(where: Path, out: Path, **options) -> dict[str, dict[str, str]]:
    """Mark, report, mark again with the sheet typed into; return the rows of marks.csv by student."""
    mark(ROOT, where, KEY, out, MarkingOptions(**options))
    report(ROOT, out, hostile.EXERCISE, with_names=True).encode()
    return {row["id"]: row for row in rows(out / "marks.csv")}


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_every_bad_file_is_named_and_every_sound_one_marked(tmp_path, packed):
    folder = tmp_path / "in"
    folder.mkdir()
    hostile.fill(folder, HOSTILE, seed=10 + packed)
    students = [f"sound-{number}" for number in range(SOUND)]
    for student in students:
        name, text = hostile.sound(student)
        (folder / name).write_text(text)
    count = len(os.listdir(folder))
    if packed:
        with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as zipped:
            plain = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
            for entry in plain:
                zipped.writestr(entry.name.encode("utf-8", "replace").decode(), Path(entry.path).read_bytes())
        count = len(plain)

    marks = marked(tmp_path / "in.zip" if packed else folder, tmp_path / "out")

    files = rows(tmp_path / "out/files.csv")
    bad = [row for row in files if "sound-" not in row["file"]]
    assert len(files) == count and len({row["file"] for row in files}) == count
    assert [row for row in bad if row["found"] in ("sound", "renamed") or not row["what to do"]] == []
    assert {(marks[student]["state"], marks[student]["total"]) for student in students} == {("written open", "6.33")}
    assert all(row["found"] == "sound" and row["counts"] == "yes" for row in files if "sound-" in row["file"])


def one_odd(tmp_path: Path, text: str) -> dict[str, dict[str, str]]:
    """Mark a sound hand-in beside one with this text; return the rows of marks.csv."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / hostile.sound("anna")[0]).write_text(hostile.sound("anna")[1])
    (tmp_path / "in/b.jsonl").write_text(text, encoding="utf-8")
    return marked(tmp_path / "in", tmp_path / "out")


def test_a_text_too_long_for_a_spreadsheet_leaves_the_sheet_readable_and_what_was_typed_counts(tmp_path):
    answers = {"strongest-pillar": Answer("word " * 40_000)}
    one_odd(tmp_path, serialize(Submission(hostile.EXERCISE, "bob", hostile.MADE, answers)))
    sheet = tmp_path / "out/written/strongest-pillar.csv"
    typed = [row | {"evidence": "1", "judgement": "1", "two-views": "1", "limits": "0"} for row in rows(sheet)]
    assert max(len(row["text"]) for row in typed) == 32_767
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(typed[0]))
        writer.writeheader()
        writer.writerows(typed)

    marks = marked(tmp_path / "in", tmp_path / "out")

    assert (marks["bob"]["state"], marks["bob"]["strongest-pillar"]) == ("provisional", "3")
    assert marks["anna"]["state"] == "marked"


def test_a_sheet_with_a_cell_of_any_length_from_an_earlier_version_is_read(tmp_path):
    one_odd(tmp_path, "")
    sheet = tmp_path / "out/written/strongest-pillar.csv"
    sheet.write_text(sheet.read_text().replace("The economy", "The economy " * 50_000))

    assert marked(tmp_path / "in", tmp_path / "out")["anna"]["state"] == "written open"


def test_a_written_answer_without_a_text_leaves_nothing_to_mark(tmp_path):
    lines = [
        {**line, "response": [" "]} if line.get("task") == "strongest-pillar" else line
        for line in hostile.lines_of("b")
    ]

    assert one_odd(tmp_path, hostile.summed(lines).decode())["b"]["state"] == "marked"


def test_a_certainty_that_is_no_number_leaves_the_report_whole(tmp_path):
    lines = [{**line, "sure": True} if "sure" in line else line for line in hostile.lines_of("bob")]
    one_odd(tmp_path, hostile.summed(lines).decode())

    scored = [json.loads(line) for line in (tmp_path / "out/scored.jsonl").read_text().splitlines()]

    assert {task["sure"] for student in scored for task in student["tasks"].values()} == {0, 2}


def test_a_long_wrong_answer_does_not_fill_the_report(tmp_path):
    lines = [
        {**line, "response": "7" * 1_900} if line.get("task") == "oil-gap" else line for line in hostile.lines_of("b")
    ]
    one_odd(tmp_path, hostile.summed(lines).decode())

    page = report(ROOT, tmp_path / "out", hostile.EXERCISE)

    assert "7" * 100 in page and "7" * 101 not in page


@pytest.mark.parametrize("line", [b"{", b"\xff", b'{"student": "\\ud800"}', b"[" * 100_000, b'{"student": 5}'])
def test_a_damaged_line_of_what_mark_wrote_is_said_with_its_number(tmp_path, line):
    one_odd(tmp_path, "")
    with (tmp_path / "out/scored.jsonl").open("ab") as scored:
        scored.write(line + b"\n")

    with pytest.raises(CourseError, match=r"scored\.jsonl, line 2, is damaged.*run `mark` again"):
        report(ROOT, tmp_path / "out", hostile.EXERCISE)


@pytest.mark.parametrize(
    "where", ["readingroom.teaching.mark.run.MarkingRun._marked", "readingroom.teaching.mark.triage.read"]
)
def test_whatever_is_raised_for_one_file_is_a_row_and_the_others_are_marked(tmp_path, monkeypatch, where):
    module, _, name = where.rpartition(".")
    owner = __import__("readingroom.teaching.mark.run").teaching.mark
    owner = owner.run.MarkingRun if "MarkingRun" in module else owner.triage
    real = getattr(owner, name)

    def raising(*given):
        if any("bob" in str(each) for each in given):
            raise RuntimeError("nobody foresaw this")
        return real(*given)

    monkeypatch.setattr(owner, name, raising)

    marks = one_odd(tmp_path, hostile.sound("bob")[1])

    row = rows(tmp_path / "out/files.csv")[1]
    assert (row["counts"], "RuntimeError" in row["what to do"], marks["anna"]["total"]) == ("no", True, "6.33")
    assert marks.get("bob", {"feedback": ""})["feedback"] == ""


def test_a_page_has_a_name_that_every_disk_takes_and_no_two_have_the_same():
    students = ["A" * 300, "A" * 299 + "B", "anna", "Anna", "con", "CON.txt", "nul", "x", *("李娜", "王芳")]
    students.append(page_names(students)["anna"].removesuffix(".html"))

    names = page_names(students)

    assert len({name.lower() for name in names.values()}) == len(students) and names["x"] == "x.html"
    assert all(len(name) < 200 and name.split(".")[0].lower() not in ("con", "nul") for name in names.values())


def test_formulas_in_names_and_files_are_words_in_every_list(tmp_path):
    student = '=HYPERLINK("https://example.org/";"x")'
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "＝cmd.jsonl").write_text(hostile.sound(student)[1])
    (tmp_path / "in" / " @sum.jsonl").write_text(hostile.sound("＠b")[1])

    marked(tmp_path / "in", tmp_path / "out")

    for path in (tmp_path / "out").rglob("*.csv"):
        cells = [cell for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()) for cell in row]
        assert not any(cell.strip().startswith(("=", "@", "＝", "＠")) for cell in cells), path.name
