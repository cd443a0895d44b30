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


def test_excel_is_told_that_a_list_is_utf_8_and_a_learning_platform_is_not(tmp_path):
    lists = [writing(tmp_path / f"{people}.csv", [["Áine"]], for_people=people) for people in (True, False)]

    assert [path.read_bytes() for path in lists] == ["\ufeffÁine\n".encode(), "Áine\n".encode()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_as_a_spreadsheet_saved_it(tmp_path, encoding, delimiter):
    text = 'id,"a;;;\t b",comment,,\r\nx,"1,5","Áine\n李",,\r\n,,,,\r\n'.replace('"1,5"', "1.5").replace(",", delimiter)
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))

    assert list(reading(tmp_path / "a.csv", "id")) == [(2, {"id": "x", "a;;;\t b": "1.5", "comment": "Áine\n李"})]


def test_the_line_in_which_excel_names_the_separator_is_no_row(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"sep=|\r\nid|name\r\n1|A\r\n")

    assert list(reading(tmp_path / "a.csv", "id")) == [(2, {"id": "1", "name": "A"})]


@pytest.mark.parametrize(
    "codec, name",
    [
        ("cp1252", "Hélène"), ("cp1250", "Dvořák"), ("cp1251", "Жанна"), ("cp1253", "Ελένη"), ("cp1254", "Işıl"),
        ("cp1257", "Rūta"), ("mac_roman", "Hélène"), ("mac_cyrillic", "Жанна"), ("mac_latin2", "Dvořák"),
        ("cp932", "陽子"), ("gbk", "李娜"), ("cp949", "지민"), ("cp950", "陳"),
    ],
)  # fmt: skip
def test_a_table_that_comes_back_says_its_encoding_itself(tmp_path, codec, name):
    text = writing(tmp_path / "a.csv", [["id", "name"], ["1", name]], comes_back=True).read_text("utf-8-sig")
    (tmp_path / "a.csv").write_bytes(text.encode(codec, errors="replace"))

    assert [row["name"] for _, row in reading(tmp_path / "a.csv", "id", "name")] == [name]


@pytest.mark.parametrize(
    "codec, names",
    [
        ("cp1252", "Müller Hélène Françoise Benoît"),
        ("cp1252", "Núñez O’Brien Muñiz"),
        ("cp1250", "Łukasz Żółć Śniadecki"),
        ("cp1250", "Dvořák Růžička Šťastný"),
        ("cp1251", "Анна Щукина-Ёлкина"),
        ("mac_roman", "Hélène Françoise"),
    ],
)
def test_a_list_without_a_sign_is_read_where_its_letters_make_words_in_one_encoding_alone(tmp_path, codec, names):
    (tmp_path / "a.csv").write_bytes(f"id,name\n1,{names}\n".encode(codec))

    assert [student.name for student in read_roster(tmp_path / "a.csv").students] == [names]


def test_a_list_that_could_be_in_two_encodings_is_named_with_its_rows(tmp_path):
    (tmp_path / "a.csv").write_bytes("id,name\n1,Anna\n2,Irène\n".encode("cp1252"))

    with pytest.raises(CourseError, match=r"a\.csv .* row 3, column name: 'Irène' in Windows-1252 .* or 'Irčne' in "):
        read_roster(tmp_path / "a.csv")


def test_letters_that_both_encodings_share_are_read(tmp_path):
    (tmp_path / "a.csv").write_bytes("id,name\n1,Jörg Müller\n".encode("cp1250"))

    assert [student.name for student in read_roster(tmp_path / "a.csv").students] == ["Jörg Müller"]


def test_a_table_opened_as_windows_1252_by_mistake_is_put_right_and_what_was_typed_since_stays(tmp_path):
    text = "\ufeffcode,comment\n1,Áine\n".encode().decode("cp1252", errors="replace").replace("\ufffd", "\x81")
    (tmp_path / "a.csv").write_text(f"{text}2,très\n", encoding="utf-8-sig")

    assert [row["comment"] for _, row in reading(tmp_path / "a.csv", "code")] == ["Áine", "très"]


def test_a_row_without_its_last_quotation_mark_is_said_and_none_is_lost_in_it(tmp_path):
    (tmp_path / "a.csv").write_text('code,comment\n1,"good\n2,fair\n')

    with pytest.raises(CourseError, match="a quotation mark is missing"):
        list(reading(tmp_path / "a.csv", "code"))


def test_a_column_that_stands_twice_is_said(tmp_path):
    (tmp_path / "a.csv").write_text("code,points,points\n1,2,3\n")

    with pytest.raises(CourseError, match="column points stands twice"):
        list(reading(tmp_path / "a.csv", "code", "points"))


def test_an_id_that_a_spreadsheet_shortened_is_named_with_its_row(tmp_path):
    (tmp_path / "r.csv").write_text('id;name\n"1,23457E+15";Anna\n')

    with pytest.raises(CourseError, match=r"row 2: 1,23457E\+15 is what a spreadsheet made of a long number"):
        read_roster(tmp_path / "r.csv")


def test_all_rows_that_a_comma_made_longer_than_the_head_are_named(tmp_path):
    (tmp_path / "r.csv").write_text('id,name\n1,Doe, Jane\n2,"Roe, Max"\n3,Low,Ann,x\n')

    with pytest.raises(CourseError, match=r'in row 2, 4 there are more cells .* as in "Doe, Jane"'):
        read_roster(tmp_path / "r.csv")


def test_a_row_with_empty_cells_beyond_the_head_is_read(tmp_path):
    (tmp_path / "r.csv").write_text("id,name\n1,Anna,,\n")

    assert [student.name for student in read_roster(tmp_path / "r.csv").students] == ["Anna"]


def test_a_gradebook_in_another_language_is_told_how_to_call_its_columns(tmp_path):
    (tmp_path / "r.csv").write_text("Vorname,Nachname,Anmeldename\nAnna,Roe,a1\n")

    with pytest.raises(CourseError, match="call them Username, First name, Last name and Email address"):
        read_roster(tmp_path / "r.csv")


def test_a_list_with_two_columns_of_ids_is_refused(tmp_path):
    (tmp_path / "r.csv").write_text("id,name,id\n1,Anna,2\n")

    with pytest.raises(CourseError, match="the column id stands twice"):
        read_roster(tmp_path / "r.csv")


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


@pytest.mark.parametrize("content", [b"id\n\x81\x8d\xff", b"", b"\0" * 100, b'"id\n' * 50])
def test_a_list_that_is_no_table_is_said(tmp_path, content):
    (tmp_path / "r.csv").write_bytes(content)

    with pytest.raises(CourseError, match=r"r\.csv"):
        read_roster(tmp_path / "r.csv")
