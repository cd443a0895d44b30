"""Every table that a teacher opens comes back from LibreOffice, whatever form and country it is saved in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from classroom import ON_TIME
from lesson_hand_ins import lesson_name, lesson_text
from office import COUNTRIES, saved

from readingroom.content.exercise import key
from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.assign.assign import assign
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.roster import read_roster
from readingroom.teaching.spreadsheets import reading
from readingroom.teaching.tables.xlsx_table import rows as xlsx_rows

pytestmark = pytest.mark.door
ROOT = Path(__file__).resolve().parents[2]
EXERCISE, TASK = "02-opening", "choice-of-dates"
KEY = ROOT / f"exercises/key/{EXERCISE}.toml"
CRITERIA = [criterion.id for entry in key(ROOT, EXERCISE) if entry.task == TASK for criterion in entry.criterion]
CLASS = {"aine": "Áine O’Brien", "lina": "李娜", "zora": "Zora Đurić"}
TEXT = '=SUM(1;2) "says"; she, and\nnext line\n\t- 1/2'
COMMENT = "Très bien, 1/2;\nmore – of “it”"
LISTS = (
    "marks.csv",
    "files.csv",
    "lessons.csv",
    "changes.csv",
    "decisions.csv",
    "gradebook-canvas.csv",
    "gradebook-moodle.csv",
)


@pytest.fixture(scope="module")
def term(tmp_path_factory) -> Path:
    """A class marked with sheets as CSV and as xlsx, points and a comment typed for everybody; all saved anew."""
    term = tmp_path_factory.mktemp("term")
    (term / "in").mkdir()
    (term / "class.csv").write_text(
        "\ufeffid,name,email\n" + "".join(f"{student},{name},{student}@x.org\n" for student, name in CLASS.items()),
        encoding="utf-8",
    )
    for student in CLASS:
        text = serialize(Submission(EXERCISE, student, ON_TIME, {TASK: Answer(f"{student}: {TEXT}")}))
        (term / f"in/{student}.jsonl").write_text(text if student != "zora" else text[:-40], encoding="utf-8")
        lesson = lesson_text("opening", student, [{"paragraph": "opening-1", "mark": "clear"}])
        (term / "in" / lesson_name(lesson)).write_text(lesson, encoding="utf-8")
    assign(ROOT, EXERCISE, term / "bundles", term / "class.csv", "a secret for the test")
    for form in ("csv", "xlsx"):
        marked(term, term / form, sheets=form)
    type_into_csv(term / f"csv/written/{TASK}.csv")
    type_into_xlsx(term / f"xlsx/written/{TASK}.xlsx")
    marked(term, term / "two", markers="ada,ben")
    for marker, given in (("ada", "0.5"), ("ben", "2")):
        type_into_csv(term / f"two/written/markers/{marker}/{TASK}.csv", given)
    marked(term, term / "two")
    shutil.copytree(term / "csv", term / "again")
    marked(term, term / "again")  # what changed since the first run stands in a list of its own
    shutil.copy(term / "again/changes.csv", term / "csv")
    type_into_csv(term / f"two/written/{TASK}.csv", "1")
    third = shutil.copy(term / f"two/written/{TASK}.csv", term / "third.csv")
    for country in COUNTRIES:
        tables = [
            third,
            term / "class.csv",
            term / "bundles/assigned.csv",
            term / f"csv/written/{TASK}.csv",
        ]
        tables += [term / "csv" / name for name in LISTS]
        again = saved(tables, "xlsx", country, term / country / "from-csv", term / "profile")
        copies = [*again.iterdir(), shutil.copy(term / f"xlsx/written/{TASK}.xlsx", term / "typed-in-xlsx.xlsx")]
        saved(copies, "csv", country, term / country / "as-csv", term / "profile")
    for form in ("xlsx", "ods"):
        saved([term / "typed-in-xlsx.xlsx"], form, "de-DE", term / form / "again", term / "profile")
    return term


def marked(term: Path, out: Path, **options) -> list[str]:
    return mark(ROOT, term / "in", KEY, out, MarkingOptions(term / "class.csv", **options))


def type_into_csv(path: Path, given: str = "0.5") -> None:
    """Type points and a comment into each row, as a spreadsheet saves them."""
    points = ",".join([given] * len(CRITERIA))
    comment = COMMENT.replace('"', '""')
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"(?m),{{{len(CRITERIA) + 2}}}$", f',{points},"{comment}",', text), encoding="utf-8")


def type_into_xlsx(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book["marks"]
    head = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for name in (*CRITERIA, "comment"):
            row[head.index(name)].value = COMMENT if name == "comment" else 0.5
    book.save(path)


def points_after(term: Path, sheet: Path, tmp_path: Path) -> set[str]:
    """Mark with this sheet as it came back; return the points of the students whose files are sound."""
    (tmp_path / "out/written").mkdir(parents=True)
    shutil.copy(sheet, tmp_path / f"out/written/{TASK}{sheet.suffix}")
    marked(term, tmp_path / "out")
    assert "Très bien, 1/2;\nmore – of “it”" in (tmp_path / "out/feedback/aine.html").read_text(encoding="utf-8")
    return {row[TASK] for _, row in reading(tmp_path / "out/marks.csv") if row["id"] != "zora"}


@pytest.mark.parametrize(
    "sheet",
    [
        *(f"{country}/from-csv/{TASK}.xlsx" for country in COUNTRIES),
        *(f"{country}/as-csv/{name}.csv" for country in COUNTRIES for name in (TASK, "typed-in-xlsx")),
        "xlsx/again/typed-in-xlsx.xlsx",
        "ods/again/typed-in-xlsx.ods",
    ],
)
def test_what_was_typed_into_a_sheet_counts_however_it_is_saved(term, sheet, tmp_path):
    assert points_after(term, term / sheet, tmp_path) == {f"{len(CRITERIA) / 2:g}"}


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("form", ["from-csv/{}.xlsx", "as-csv/{}.csv"])
@pytest.mark.parametrize(
    "name",
    ["class.csv", "bundles/assigned.csv", *(f"csv/{name}" for name in LISTS)],
)
def test_every_cell_of_a_list_is_there_after_it_was_saved(term, country, form, name):
    again = term / country / form.format(Path(name).stem)

    assert cells(again) == [[lost(cell, again, country) for cell in row] for row in cells(term / name)]


def cells(path: Path) -> list[list[str]]:
    """All cells, numbers as they are written in English, rows without what is empty at their ends."""
    rows = [list(row.values()) for _, row in reading(path)]
    return [[re.sub(r"^(\d+),(\d+)$", r"\1.\2", cell) for cell in row] for row in rows]


def lost(cell: str, again: Path, country: str) -> str:
    """Windows-1252 has no letters but Western ones: a question mark stands for each of the others."""
    return cell.encode("cp1252", "replace").decode("cp1252") if (again.suffix, country) == (".csv", "de-DE") else cell


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("form", ["from-csv/third.xlsx", "as-csv/third.csv"])
def test_what_was_decided_between_two_markers_counts_however_it_is_saved(term, country, form, tmp_path):
    again = term / country / form
    shutil.copytree(term / "two", tmp_path / "out")
    (tmp_path / f"out/written/{TASK}.csv").unlink()
    shutil.copy(again, tmp_path / f"out/written/{TASK}{again.suffix}")

    marked(term, tmp_path / "out")

    points = {row[TASK] for _, row in reading(tmp_path / "out/marks.csv") if row["id"] != "zora"}
    assert points == {str(len(CRITERIA))}


def test_a_list_of_the_class_is_read_however_it_is_saved(term):
    came = {again.suffix: read_roster(again) for again in (term / "en-US").glob("*/class.*")}

    assert {student.id: student.name for student in came[".xlsx"].students} == CLASS
    assert came[".xlsx"].students == came[".csv"].students


def test_the_rubric_and_the_levels_to_choose_from_survive(term):
    from openpyxl import load_workbook

    book = load_workbook(term / "xlsx/again/typed-in-xlsx.xlsx")

    assert len(book["marks"].data_validations.dataValidation) == len(CRITERIA)
    assert book["marks"].protection.sheet and not book["marks"]["A2"].value.startswith("=")
    assert next(iter(xlsx_rows(term / "xlsx/again/typed-in-xlsx.xlsx", ["criterion"])))[0] == "criterion"
