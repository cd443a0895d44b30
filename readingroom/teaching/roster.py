"""The list of a class: a plain CSV file, or the gradebook that Canvas or Moodle exports, whose columns are kept for
the way back.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from ..content.errors import CourseError
from .spreadsheets import reading

PLAIN = ("id", "name", "email")
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("First name", "Last name", "Surname", "ID number", "Username", "Email address")
_SHORTENED = re.compile(r"\d[.,]\d+E\+\d+", re.I)


class Student(msgspec.Struct, frozen=True):
    """One student: the id by which hand-ins are known, the name, the address, and the roster's own columns."""

    id: str
    name: str = ""
    email: str = ""
    columns: dict[str, str] = {}


class Roster(msgspec.Struct, frozen=True):
    """A class in the order of its list, and whose form the list has."""

    form: Literal["plain", "canvas", "moodle"]
    students: list[Student]


def known_as(students: Iterable[Student]) -> dict[str, str]:
    """Return folded id, name or address -> id; a name that two students share stands for neither."""
    students = list(students)
    ways = [(folded(way), student.id) for student in students for way in {student.id, student.name, student.email}]
    shared = Counter(way for way, _ in ways)
    return {way: student for way, student in ways if way and shared[way] == 1} | {
        folded(student.id): student.id for student in students
    }


def folded(name: str) -> str:
    """Return what tells a name from others however it is written: `Anderson, Anna` and `anna anderson` are one.

    So are an accent in one character with its letter, and one of its own behind it, as macOS writes them.
    """
    return " ".join(sorted(re.findall(r"\w+", unicodedata.normalize("NFC", name.casefold()))))


def read_roster(path: Path) -> Roster:
    """Read the list of a class; CourseError names every row without an id and every id that stands twice."""
    rows = list(reading(path, once=PLAIN[:1]))
    if not rows:
        raise CourseError(f"{path}: there is no student in it.")
    form = _form(path, rows[0][1])
    numbered = [(number, _student(form, row)) for number, row in rows if not _no_student(form, row)]
    _refuse(path, numbered)
    return Roster(form, [student for _, student in numbered])


def _form(path: Path, columns: Iterable[str]) -> Literal["plain", "canvas", "moodle"]:
    if "id" in columns:
        return "plain"
    if "Student" in columns and "ID" in columns:
        return "canvas"
    if {"ID number", "Username", "Email address"} & set(columns):
        return "moodle"
    raise CourseError(
        f"{path}: no column says who the students are. A list has the columns id and name (and email, if you like); "
        "the gradebooks that Canvas and Moodle export are read as they are. Where yours names its columns in another "
        "language, call them Username, First name, Last name and Email address."
    )


def _no_student(form: str, row: dict[str, str]) -> bool:
    """Canvas puts rows between head and students; a list may end in empty lines."""
    name = (row.get("Student") or "").strip()
    return not any(value.strip() for value in row.values()) or (
        form == "canvas" and (name in ("Points Possible", "Student, Test") or not name)
    )


def _student(form: str, row: dict[str, str]) -> Student:
    row = {name: value.strip() for name, value in row.items()}
    if form == "canvas":
        return Student(
            _first(row, "SIS Login ID", "SIS User ID", "ID"),
            row["Student"],
            "",
            {name: row.get(name, "") for name in CANVAS},
        )
    if form == "moodle":
        name = " ".join(filter(None, (row.get("First name"), row.get("Last name") or row.get("Surname"))))
        return Student(
            _first(row, "ID number", "Username", "Email address"),
            name,
            row.get("Email address", ""),
            {name: row[name] for name in MOODLE if name in row},
        )
    return Student(row["id"], row.get("name", ""), row.get("email", ""))


def _first(row: dict[str, str], *names: str) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _refuse(path: Path, numbered: list[tuple[int, Student]]) -> None:
    says = [f"row {number}: there is no id" for number, student in numbered if not student.id]
    says += [
        f"row {number}: {student.id} is what a spreadsheet made of a long number; give that column the format text and "
        "enter the number anew"
        for number, student in numbered
        if _SHORTENED.fullmatch(student.id)
    ]
    counts = Counter(student.id for _, student in numbered if student.id)
    says += [
        f"rows {', '.join(str(n) for n, s in numbered if s.id == name)}: {name!r} stands {count} times"
        for name, count in counts.items()
        if count > 1
    ]
    if not numbered:
        says.append("there is no student in it")
    if says:
        raise CourseError(f"{path}: " + "; ".join(says) + ".")
