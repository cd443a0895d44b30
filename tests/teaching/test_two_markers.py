"""Two people mark the same texts apart; where they differ one decides, and how far they agree is shown."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from classroom import ON_TIME

from readingroom.content.errors import CourseError
from readingroom.content.exercise import key
from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.mark.rubric_sheets.kappa import weighted_kappa
from readingroom.teaching.spreadsheets import reading

ROOT = Path(__file__).resolve().parents[2]
EXERCISE, TASK = "02-opening", "choice-of-dates"
KEY = ROOT / f"exercises/key/{EXERCISE}.toml"
CRITERIA = [criterion.id for entry in key(ROOT, EXERCISE) if entry.task == TASK for criterion in entry.criterion]
SAME, HIGH, LOW = (dict.fromkeys(CRITERIA, points) for points in ("1", "2", "0"))


# --- kappa, against what others have worked out ---------------------------------------------------------------------


def pairs_of(table: list[list[int]]) -> list[tuple[float, float]]:
    return [(row, column) for row, line in enumerate(table) for column, often in enumerate(line) for _ in range(often)]


SAS = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]  # an example of SAS, printed in the tests of statsmodels
ANXIETY = [  # R's package irr, its data set anxiety, raters 2 and 3, whose levels are numbered as they occur
    ["3", "3", "3", "4", "5", "5", "2", "3", "5", "2", "2", "6", "1", "5", "2", "2", "1", "2", "4", "3"], ["3", "6", "4", "6", "2", "4", "2", "4", "3", "3", "2", "3", "3", "3", "2", "2", "1", "3", "3", "4"],
    ["2", "1", "4", "4", "3", "2", "1", "6", "1", "1", "1", "2", "3", "3", "1", "1", "3", "3", "2", "2"],
]  # fmt: skip


def numbered(*raters: list[str]) -> list[tuple[float, float]]:
    levels = sorted({level for rater in raters for level in rater})
    return [tuple(levels.index(level) for level in pair) for pair in zip(*raters, strict=True)]


def test_kappa_is_as_sas_prints_it_for_its_example():
    assert weighted_kappa(pairs_of(SAS), power=1) == pytest.approx(0.4701, abs=5e-5)


def test_kappa_is_as_r_works_it_out_for_its_example():
    pairs = numbered(ANXIETY[1], ANXIETY[2])

    assert weighted_kappa(pairs) == pytest.approx(0.2520325, abs=5e-8)
    assert weighted_kappa(pairs, power=1) == pytest.approx(0.1459075, abs=5e-8)


def test_kappa_does_not_depend_on_the_unit_and_is_none_where_all_points_are_the_same():
    pairs = pairs_of(SAS)

    assert weighted_kappa([(one * 0.5 + 3, two * 0.5 + 3) for one, two in pairs]) == pytest.approx(
        weighted_kappa(pairs)
    )
    assert weighted_kappa([(1, 1)] * 5) is None and weighted_kappa([]) is None


# --- the term -------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """Four students' texts, laid out for Ada and Ben."""
    (tmp_path / "in").mkdir()
    for student in ("anna", "bert", "cleo", "dora"):
        text = serialize(Submission(EXERCISE, student, ON_TIME, {TASK: Answer(f"{student} writes.")}))
        (tmp_path / f"in/{student}.jsonl").write_text(text)
    marked(tmp_path, markers="ada, ben")
    return tmp_path


def marked(folder: Path, **options) -> list[str]:
    return mark(ROOT, folder / "in", KEY, folder / "out", MarkingOptions(**options))


def written(folder: Path, name: str = "") -> Path:
    return folder / "out/written" / (f"markers/{name}" if name else "") / f"{TASK}.csv"


def type_in(path: Path, **by_student: dict[str, str]) -> None:
    rows = [row | by_student.get(row["student"], {}) for _, row in reading(path)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def points(folder: Path) -> dict[str, str]:
    return {row["id"]: row[TASK] for _, row in reading(folder / "out/marks.csv")}


def both(folder: Path) -> list[str]:
    """Ada and Ben agree on Anna and Bert, differ on Cleo by one criterion; only Ada has marked Dora."""
    one_more = SAME | {CRITERIA[0]: "2"}
    type_in(written(folder, "ada"), anna=SAME | {"comment": "Ada says."}, bert=HIGH, cleo=SAME, dora=LOW)
    type_in(written(folder, "ben"), anna=SAME, bert=HIGH, cleo=one_more | {"comment": "Ben says."})
    return marked(folder)


def test_each_marker_gets_every_text_and_nobody_has_a_third_sheet_yet(folder):
    for name in ("ada", "ben"):
        assert {row["student"] for _, row in reading(written(folder, name))} == {"anna", "bert", "cleo", "dora"}
    assert not written(folder).exists()


def test_what_both_gave_counts_and_the_rest_waits(folder):
    both(folder)

    assert points(folder) == {"anna": f"{len(CRITERIA)}", "bert": f"{2 * len(CRITERIA)}", "cleo": "", "dora": ""}
    assert "Ada says." in (folder / "out/feedback/anna.html").read_text(encoding="utf-8")


def test_the_texts_where_they_differ_stand_on_a_third_sheet_with_what_both_gave(folder):
    both(folder)

    (row,) = [row for _, row in reading(written(folder))]
    assert row["student"] == "cleo" and f"{CRITERIA[0]}: ada 1, ben 2" in row["given"]
    assert "ben writes: Ben says." in row["given"] and row[CRITERIA[0]] == row["comment"] == ""


def test_a_decision_counts_where_the_two_differ_and_needs_no_more(folder):
    both(folder)
    type_in(written(folder), cleo={CRITERIA[0]: "2", "comment": "Decided."})

    marked(folder)
    marked(folder)

    assert points(folder)["cleo"] == f"{len(CRITERIA) + 1}"
    page = (folder / "out/feedback/cleo.html").read_text(encoding="utf-8")
    assert "Decided." in page and "Ben says." not in page


def test_how_far_they_agree_is_shown_by_criterion_with_the_texts_on_which_they_differ(folder):
    said = both(folder)

    rows = {row["criterion"]: row for _, row in reading(folder / "out/written/markers/agreement.csv")}
    assert [(row["texts"], row["same points"]) for row in rows.values()] == [
        ("3", "2"),
        *[("3", "3")] * (len(CRITERIA) - 1),
    ]
    assert rows[CRITERIA[1]]["kappa"] == "1.00" and rows[CRITERIA[0]]["mean of ben"] == "1.67"
    page = (folder / "out/written/markers/agreement.html").read_text(encoding="utf-8")
    assert "cleo writes." in page and "anna writes." not in page
    assert any("how far ada and ben agree (weighted kappa: " in line for line in said)


def test_sheets_of_two_markers_stay_in_the_form_that_was_asked_for_and_the_third_is_in_it_too(folder):
    marked(folder, sheets="xlsx")
    from openpyxl import load_workbook

    for name, value in (("ada", 1), ("ben", 0)):
        path = written(folder, name).with_suffix(".xlsx")
        book = load_workbook(path)
        head = [cell.value for cell in book["marks"][1]]
        for criterion in CRITERIA:
            book["marks"].cell(2, head.index(criterion) + 1).value = value
        book.save(path)
    marked(folder)

    third = [row for _, row in reading(written(folder).with_suffix(".xlsx"), "code", "given", *CRITERIA)]
    assert len(third) == 1 and not written(folder).exists()


def test_a_colleague_s_folder_can_stand_elsewhere(folder, tmp_path):
    (tmp_path / "mail/ben").mkdir(parents=True)
    written(folder, "ben").rename(tmp_path / "mail/ben" / f"{TASK}.csv")
    type_in(tmp_path / "mail/ben" / f"{TASK}.csv", anna=SAME)
    type_in(written(folder, "ada"), anna=SAME)

    marked(folder, written=tmp_path / "mail")

    assert points(folder)["anna"] == f"{len(CRITERIA)}"


def test_sheets_of_two_have_the_form_that_those_of_one_had(folder):
    alone = folder / "alone"
    mark(ROOT, folder / "in", KEY, alone, MarkingOptions(sheets="xlsx"))

    mark(ROOT, folder / "in", KEY, alone, MarkingOptions(markers="ada,ben"))

    assert {path.suffix for path in alone.glob(f"written/markers/*/{TASK}.*")} == {".xlsx", ".html"}


@pytest.mark.parametrize("asked", ["ada", "ada,ben,cleo", "ada,../ben", "ada,cleo"])
def test_other_than_two_names_are_refused_and_no_sheet_is_lost(folder, asked):
    type_in(written(folder, "ada"), anna=SAME)

    with pytest.raises(CourseError, match="ada"):
        marked(folder, markers=asked)

    assert [row[CRITERIA[0]] for _, row in reading(written(folder, "ada")) if row["student"] == "anna"] == ["1"]


def test_every_total_is_what_both_gave_or_what_was_decided(folder):
    chance = random.Random(5)
    given = {name: {s: {c: chance.choice("012") for c in CRITERIA} for s in points(folder)} for name in ("ada", "ben")}
    decided = {student: dict.fromkeys(CRITERIA, "1") for student in points(folder)}
    for name in given:
        type_in(written(folder, name), **given[name])
    marked(folder)
    type_in(written(folder), **decided)
    marked(folder)

    expected = {
        student: sum(int(given["ada"][student][c]) for c in CRITERIA)
        if given["ada"][student] == given["ben"][student]
        else len(CRITERIA)
        for student in decided
    }
    assert {student: int(total) for student, total in points(folder).items()} == expected
