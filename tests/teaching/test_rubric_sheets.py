"""Written tasks are marked in a table or a notebook and brought back, and nothing that a teacher typed is ever lost."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import shutil
from pathlib import Path

import mistune
import pytest
from classroom import ON_TIME

from readingroom.content.errors import CourseError
from readingroom.content.exercise import key
from readingroom.learning.submission.format import Answer, Submission, file_name, read, serialize
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.mark.rubric_sheets.notebook_sheet import literal
from readingroom.teaching.mark.rubric_sheets.sheets import code
from readingroom.teaching.tables.encoding import LETTERS

ROOT = Path(__file__).resolve().parents[2]
EXERCISE, TASK = "02-opening", "choice-of-dates"
KEY = ROOT / f"exercises/key/{EXERCISE}.toml"
CRITERIA = [criterion.id for entry in key(ROOT, EXERCISE) if entry.task == TASK for criterion in entry.criterion]
RUBRIC = [criterion for entry in key(ROOT, EXERCISE) if entry.task == TASK for criterion in entry.criterion]
FULL = dict.fromkeys(CRITERIA, "1")


@pytest.fixture
def folder(tmp_path):
    """The hand-ins of Anna and Bert, who wrote a sentence each, marked once."""
    (tmp_path / "in").mkdir()
    for student in ("anna", "bert"):
        submission = Submission(EXERCISE, student, ON_TIME, {TASK: Answer(f"{student} writes.")})
        text = serialize(submission)
        (tmp_path / "in" / file_name(submission, read(text).receipt)).write_text(text)
    marked(tmp_path)
    return tmp_path


def marked(folder: Path, hand_ins: str = "in", **orders) -> list[str]:
    return mark(ROOT, folder / hand_ins, KEY, folder / "out", MarkingOptions(**orders))


def sheet(folder: Path) -> Path:
    return folder / f"out/written/{TASK}.csv"


def notebook(folder: Path) -> Path:
    return folder / f"out/written/{TASK}.ipynb"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def type_in(path: Path, student: str, delimiter: str = ",", encoding: str = "utf-8", **cells: str) -> None:
    """Type `cells` into the row of `student` and save as a spreadsheet of that kind does."""
    found = [row | (cells if row["student"] == student else {}) for row in rows(path)]
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        writer = csv.DictWriter(file, list(found[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(found)


def write_in(path: Path, student: str, **lines: str) -> None:
    """Write `lines` into the cell of `student` in a notebook, behind their colons."""
    found = json.loads(path.read_text(encoding="utf-8"))
    for cell in found["cells"]:
        if cell["metadata"].get("reading_room", {}).get("student") == student:
            for name, text in lines.items():
                cell["source"] = re.sub(rf"(?m)^({name}[^:]*:).*", rf"\1 {text}", cell["source"])
    path.write_text(json.dumps(found), encoding="utf-8")


def points(folder: Path) -> dict[str, str]:
    return {row["id"]: row[TASK] for row in rows(folder / "out/marks.csv")}


def typed(path: Path, student: str) -> dict[str, str]:
    row = next(row for row in rows(path) if row["student"] == student)
    return {name: row[name] for name in (*CRITERIA, "comment")}


# --- a table -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_comes_back_from_every_spreadsheet(folder, delimiter):
    type_in(sheet(folder), "anna", delimiter, **FULL)

    marked(folder)

    assert points(folder) == {"anna": str(len(CRITERIA)), "bert": ""}


@pytest.mark.parametrize(
    "encoding, comment",
    [("cp1252", "très bien"), ("cp1250", "příliš žluťoučký"), ("cp1251", "хорошо"), ("utf-16", "李")],
)
def test_a_comment_comes_back_from_a_sheet_in_another_encoding(folder, encoding, comment):
    type_in(sheet(folder), "anna", ";", encoding, **FULL, comment=comment)

    marked(folder)

    assert typed(sheet(folder), "anna")["comment"] == comment


def test_a_sheet_whose_encoding_cannot_be_told_is_named_with_the_row_and_left_as_it_is(folder):
    lines = [row | {"comment": "très" if row["student"] == "bert" else ""} for row in rows(sheet(folder))]
    for line in lines:
        del line[LETTERS]
    with sheet(folder).open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    before = sheet(folder).read_bytes()

    with pytest.raises(CourseError, match=r"column comment: 'très' in Windows-1252 \(Western\) or 'trčs' in "):
        marked(folder)

    assert sheet(folder).read_bytes() == before


def test_a_sheet_without_its_first_row_is_said_and_left_as_it_is(folder):
    sheet(folder).write_text("".join(sheet(folder).read_text().splitlines(keepends=True)[1:]))
    before = sheet(folder).read_bytes()

    with pytest.raises(CourseError, match="no column code"):
        marked(folder)

    assert sheet(folder).read_bytes() == before


@pytest.mark.parametrize(
    "cells",
    [{CRITERIA[0]: "1"}, FULL | {CRITERIA[0]: "two"}, FULL | {CRITERIA[0]: "99"}],
    ids=["half marked", "no number", "too many"],
)
def test_what_cannot_be_taken_yet_is_said_and_stays_as_it_was_typed(folder, cells):
    type_in(sheet(folder), "anna", **cells)

    said = marked(folder)

    assert points(folder)["anna"] == "" and [line for line in said if line.startswith(f"{TASK}.csv, row ")]
    assert typed(sheet(folder), "anna") == dict.fromkeys(CRITERIA, "") | {"comment": ""} | cells


def test_marks_outlive_a_run_over_a_folder_that_lacks_the_text(folder):
    type_in(sheet(folder), "anna", **FULL)
    shutil.copytree(folder / "in", folder / "half", ignore=shutil.ignore_patterns("*anna*"))

    said = marked(folder, "half")
    marked(folder)

    assert any("1 marked text that was not handed in this time" in line for line in said)
    assert points(folder)["anna"] == str(len(CRITERIA))


def test_a_text_that_was_changed_is_marked_afresh_and_the_old_marks_stay(folder):
    type_in(sheet(folder), "anna", **FULL)
    for path in (folder / "in").glob("*anna*"):
        path.unlink()
    (folder / "in/new.jsonl").write_text(
        serialize(Submission(EXERCISE, "anna", ON_TIME, {TASK: Answer("Quite another text.")}))
    )

    marked(folder)

    assert points(folder)["anna"] == ""
    assert [(row["text"], row[CRITERIA[0]]) for row in rows(sheet(folder)) if row["student"] == "anna"] == [
        ("Quite another text.", ""),
        ("anna writes.", "1"),
    ]


def test_two_colleagues_who_mark_half_each_are_both_heard(folder):
    for colleague, student in (("one", "anna"), ("two", "bert")):
        (folder / colleague).mkdir()
        shutil.copy(sheet(folder), folder / colleague)
        type_in(folder / colleague / sheet(folder).name, student, **FULL)

    for colleague in ("one", "two"):
        marked(folder, written=folder / colleague)

    assert points(folder) == {"anna": str(len(CRITERIA)), "bert": str(len(CRITERIA))}


def test_a_comment_that_begins_with_a_dash_reaches_the_student_as_it_was_written(folder):
    type_in(sheet(folder), "anna", **FULL, comment="- a good first date")
    marked(folder)
    marked(folder)

    assert "<p class='text'>- a good first date</p>" in (folder / "out/feedback/anna.html").read_text(encoding="utf-8")
    assert typed(sheet(folder), "anna")["comment"] == "'- a good first date"


def test_no_spreadsheet_takes_a_code_for_a_number():
    assert {code("e", "t", str(n), "")[0] for n in range(50)} == {"t"}


# --- a spreadsheet -------------------------------------------------------------------------------------------------


def book(folder: Path):
    from openpyxl import load_workbook

    return load_workbook(folder / f"out/written/{TASK}.xlsx")


def type_in_cells(folder: Path, student: str, **cells) -> None:
    opened = book(folder)
    head = [cell.value for cell in opened["marks"][1]]
    for row in opened["marks"].iter_rows(min_row=2):
        for name, value in cells.items() if row[head.index("student")].value == student else ():
            row[head.index(name)].value = value
    opened.save(folder / f"out/written/{TASK}.xlsx")


def test_points_and_a_comment_typed_into_a_spreadsheet_come_back(folder):
    marked(folder, sheets="xlsx")
    type_in_cells(folder, "anna", **dict.fromkeys(CRITERIA, 0.5), comment="Très bien: 1/2")

    marked(folder)

    assert points(folder) == {"anna": f"{len(CRITERIA) / 2:g}", "bert": ""}
    assert "Très bien: 1/2" in (folder / "out/feedback/anna.html").read_text(encoding="utf-8")


def test_only_the_cells_of_the_marker_are_open_and_each_criterion_offers_its_levels(folder):
    marked(folder, sheets="xlsx")

    sheet_ = book(folder)["marks"]
    open_ = {
        sheet_.cell(1, cell.column).value for row in sheet_.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_ == {*CRITERIA, "comment"} and sheet_.protection.sheet and sheet_.freeze_panes == "B2"
    rules = sheet_.data_validations.dataValidation
    levels = [
        [cell[0].value for cell in book(folder)["rubric"][rule.formula1.split("!")[1].replace("$", "")]]
        for rule in rules
    ]
    assert levels == [[level.points for level in criterion.level] for criterion in RUBRIC]


def test_marking_a_spreadsheet_again_gives_the_same_bytes(folder):
    marked(folder, sheets="xlsx")
    type_in_cells(folder, "anna", **dict.fromkeys(CRITERIA, 1), comment="- well")
    marked(folder)
    before = (folder / f"out/written/{TASK}.xlsx").read_bytes()

    marked(folder)

    assert (folder / f"out/written/{TASK}.xlsx").read_bytes() == before


def test_no_text_in_a_spreadsheet_is_a_formula_and_odd_letters_do_not_damage_it(folder):
    text = serialize(Submission(EXERCISE, "cleo", ON_TIME, {TASK: Answer('=HYPERLINK("x")\x07 #N/A')}))
    (folder / "in/cleo.jsonl").write_text(text)

    marked(folder, sheets="xlsx")

    cells = [cell for row in book(folder)["marks"].iter_rows() for cell in row]
    assert not any(cell.data_type in "fe" or str(cell.value).startswith("=") for cell in cells)


def test_a_date_that_a_spreadsheet_made_of_points_is_named_with_its_row_and_nothing_is_lost(folder):
    marked(folder, sheets="xlsx")
    type_in_cells(folder, "anna", **dict.fromkeys(CRITERIA, 1) | {CRITERIA[0]: dt.datetime(2026, 5, 1)})

    said = marked(folder)

    assert any(f"column {CRITERIA[0]}: '2026-05-01' is no number; the spreadsheet has taken" in line for line in said)
    assert points(folder)["anna"] == "" and "2026-05-01" in [cell.value for cell in book(folder)["marks"][2]]


def test_marks_beside_no_code_or_twice_are_all_named_and_no_sheet_is_touched(folder):
    found = rows(sheet(folder))
    lines = [found[0] | FULL, found[0] | dict.fromkeys(CRITERIA, "0"), found[1] | FULL | {"code": ""}]
    with sheet(folder).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]))
        writer.writeheader()
        writer.writerows(lines)
    before = sheet(folder).read_bytes()

    with pytest.raises(CourseError, match=r"beside no code.*row 4 ") as caught:
        marked(folder)
    sheet(folder).write_bytes(b"".join(before.splitlines(keepends=True)[:3]))
    with pytest.raises(CourseError, match=r"row 3: text t\w+ has other marks than in .*row 2"):
        marked(folder)

    assert CRITERIA[0] in str(caught.value) and sheet(folder).read_bytes() == b"".join(
        before.splitlines(keepends=True)[:3]
    )


def test_a_sheet_saved_as_a_kind_that_cannot_be_read_is_said(folder):
    marked(folder, sheets="xlsx")
    type_in_cells(folder, "anna", **FULL)
    there = folder / f"out/written/{TASK}.xlsx"
    there.rename(there.with_suffix(".xls"))

    with pytest.raises(CourseError, match=r"\.xls cannot be read here; save it as xlsx"):
        marked(folder)


def test_a_damaged_spreadsheet_is_said_and_left_as_it_is(folder):
    marked(folder, sheets="xlsx")
    there = folder / f"out/written/{TASK}.xlsx"
    there.write_bytes(there.read_bytes()[:2000])

    with pytest.raises(CourseError, match="no spreadsheet that can be read"):
        marked(folder)

    assert len(there.read_bytes()) == 2000


# --- a notebook ----------------------------------------------------------------------------------------------------


def test_marks_and_comments_written_in_a_notebook_come_back(folder):
    marked(folder, sheets="notebook")
    write_in(notebook(folder), "anna", **FULL, comment="Good: more of it.")

    marked(folder)

    assert points(folder) == {"anna": str(len(CRITERIA)), "bert": ""}
    assert "Good: more of it." in (folder / "out/feedback/anna.html").read_text(encoding="utf-8")


def test_a_notebook_has_the_rubric_and_every_text_and_can_be_opened(folder):
    import nbformat

    marked(folder, sheets="notebook")

    found = nbformat.read(notebook(folder), as_version=4)
    nbformat.validate(found)

    assert all(criterion in found.cells[0].source for criterion in CRITERIA)
    assert [cell.cell_type for cell in found.cells] == ["markdown", *["markdown", "raw"] * 2]


def test_marking_a_notebook_again_gives_the_same_bytes(folder):
    marked(folder, sheets="notebook")
    write_in(notebook(folder), "anna", **FULL, comment="Good.")
    marked(folder)
    before = notebook(folder).read_bytes()

    marked(folder)

    assert notebook(folder).read_bytes() == before


def test_marks_move_from_table_to_notebook_and_back(folder):
    type_in(sheet(folder), "anna", **FULL, comment="- well")

    marked(folder, sheets="notebook")
    there = points(folder)
    marked(folder, sheets="csv")

    assert there == points(folder) == {"anna": str(len(CRITERIA)), "bert": ""}
    assert typed(sheet(folder), "anna") == FULL | {"comment": "'- well"} and not notebook(folder).exists()


def test_a_line_that_was_not_understood_is_said_and_kept(folder):
    marked(folder, sheets="notebook")
    found = json.loads(notebook(folder).read_text(encoding="utf-8"))
    found["cells"][2]["source"] = f"{CRITERIA[0]} 2\n" + found["cells"][2]["source"]
    notebook(folder).write_text(json.dumps(found), encoding="utf-8")

    said = marked(folder)

    assert any(f"'{CRITERIA[0]} 2' was not understood" in line for line in said)
    assert json.loads(notebook(folder).read_text(encoding="utf-8"))["cells"][2]["source"].startswith(
        f"{CRITERIA[0]} 2\n"
    )


def test_a_damaged_notebook_is_said_and_left_as_it_is(folder):
    marked(folder, sheets="notebook")
    notebook(folder).write_text("{")

    with pytest.raises(CourseError, match="no notebook that can be read"):
        marked(folder)

    assert notebook(folder).read_text() == "{"


def test_a_table_beside_a_notebook_is_said_before_one_overrides_the_other(folder):
    sheet(folder).with_suffix(".ipynb").write_text('{"cells": []}')

    with pytest.raises(CourseError, match="leave the one that you marked"):
        marked(folder)


@pytest.mark.parametrize("sheets", ["csv", "notebook"])
def test_no_name_stands_in_a_sheet_where_names_are_hidden(folder, sheets):
    marked(folder, sheets=sheets, hide_names=True)

    assert (
        re.findall("anna(?! writes)", (sheet if sheets == "csv" else notebook)(folder).read_text(encoding="utf-8"))
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "    no code",
        "*a* _b_ `c` $d$ \\(e\\) <b>f</b> [g](h) &amp; www.i.org",
        "---",
        "a | b\n--|--\nc | d",
    ],
)
def test_what_a_student_wrote_is_shown_letter_by_letter(text):
    shown = mistune.html(literal(text))

    assert set(re.findall(r"<(\w+)", shown)) <= {"p", "br", "span"}
    plain = re.sub(r"<[^>]+>", "", shown.replace("<br />\n", "\n"))
    import html

    assert html.unescape(plain).replace("\N{NO-BREAK SPACE}", " ").rstrip("\n") == text


# --- a student's page ----------------------------------------------------------------------------------------------


def test_students_whose_names_look_alike_in_plain_letters_get_a_page_each(tmp_path):
    (tmp_path / "in").mkdir()
    for number, student in enumerate(("李娜", "王芳", "Anna", "anna")):
        (tmp_path / f"in/{number}.jsonl").write_text(
            serialize(Submission(EXERCISE, student, ON_TIME, {TASK: Answer(student)})), encoding="utf-8"
        )

    marked(tmp_path)

    pages = {
        row["id"]: (tmp_path / "out/feedback" / row["feedback"]).read_text(encoding="utf-8")
        for row in rows(tmp_path / "out/marks.csv")
    }
    assert len(pages) == len(list((tmp_path / "out/feedback").iterdir())) == 4
    assert all(f"<p>{student}</p>" in page for student, page in pages.items())


def test_variants_marked_without_seed_and_list_get_no_marks_and_a_sentence_why(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.jsonl").write_text(
        serialize(Submission(EXERCISE, "anna", ON_TIME, {TASK: Answer("x")}, variant="k1"))
    )

    said = marked(tmp_path)

    assert any("--roster and the --seed" in line for line in said) and points(tmp_path) == {}
