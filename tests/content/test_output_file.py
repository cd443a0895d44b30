"""A file under a name of its user's is written whole or not at all, and never over one of another kind."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.output_file import output_file


def packed(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


def put(path: Path, text: str) -> None:
    with output_file(path) as fresh:
        fresh.write_text(text)


def put_zip(path: Path, *names: str) -> None:
    with output_file(path) as fresh:
        packed(fresh, *names)


def alone(path: Path) -> bool:
    return list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("before", [None, "", "<!doctype html>\n<p>Of last week.</p>"])
def test_a_new_name_and_a_file_of_the_same_kind_are_written(tmp_path, before):
    path = tmp_path / "report.html"
    if before is not None:
        path.write_text(before)

    put(path, "<!doctype html>\n<p>New.</p>")

    assert path.read_text().endswith("New.</p>") and alone(path)


@pytest.mark.parametrize("before", ["id,name\n1,Anna\n", "{}", "# notes", "PK\x03\x04", "<?xml version='1.0'?>"])
def test_a_page_takes_no_other_file_s_place(tmp_path, before):
    path = tmp_path / "class.csv"
    path.write_text(before)

    with pytest.raises(CourseError, match=r"class\.csv is there already.*--out"):
        put(path, "<!doctype html>\n<p>New.</p>")

    assert path.read_text() == before and alone(path)


def test_a_zip_of_pages_takes_the_place_of_one_and_of_no_zip_of_hand_ins(tmp_path):
    path = packed(tmp_path / "subs.zip", "a.jsonl", "b.html")
    before = path.read_bytes()

    with pytest.raises(CourseError, match="would be lost"):
        put_zip(path, "a.html")
    assert path.read_bytes() == before

    put_zip(packed(path, "old.html"), "a.html", "b.html")
    assert zipfile.ZipFile(path).namelist() == ["a.html", "b.html"] and alone(path)


def test_a_zip_takes_no_text_s_place(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("id,name\n")

    with pytest.raises(CourseError, match="would be lost"):
        put_zip(path, "a.html")

    assert path.read_text() == "id,name\n"


def test_what_stood_there_outlives_a_writing_that_broke_off(tmp_path):
    path = tmp_path / "report.html"
    path.write_text("<!doctype html> before")

    with pytest.raises(OSError, match="full"):
        broken_off(path)

    assert path.read_text() == "<!doctype html> before" and alone(path)


def test_a_file_that_another_program_keeps_open_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(CourseError, match="is open in another program"):
        put(tmp_path / "a.html", "<!doctype html>")


def broken_off(path: Path):
    with output_file(path) as fresh:
        fresh.write_text("<!doct")
        raise OSError(28, "full")


def refuse(*_):
    raise PermissionError(13, "denied")
