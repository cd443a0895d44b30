"""Whose a file is by its name, where nothing that can be read in it says so: a photograph, a document, a damaged file.

Such a file never counts for anybody; its student is told that it came, and not that nothing did.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from ..roster import Student
from .lms_names import uploader
from .triage_file import File


def with_named_students(files: Iterable[File], students: Iterable[Student]) -> list[File]:
    """Return the files; one that says no student itself gets that of its name, where only one can be meant."""
    ways = _ways(students)
    return [file if file.student else msgspec.structs.replace(file, student=_named(file.name, ways)) for file in files]


def _named(name: str, ways: dict[str, str]) -> str:
    """Return the id of the student whom the account or the course's own file name says; "" where neither does."""
    account = uploader(name)
    if account and (student := ways.get(_plain(account.name))):
        return student
    parts = name.rsplit("/", 1)[-1].split("--")  # EXERCISE--STUDENT--RECEIPT.jsonl
    return ways.get(_plain(parts[1]), "") if len(parts) > 2 else ""


def _ways(students: Iterable[Student]) -> dict[str, str]:
    """Return what a student may be called -> id; a way that two students share stands for neither."""
    found = {(way, student.id) for student in students for way in _of(student) if way}
    shared = Counter(way for way, _ in found)
    return {way: student for way, student in found if shared[way] == 1}


def _of(student: Student) -> Iterator[str]:
    yield from map(_plain, (student.id, student.email))
    # Canvas writes the family name first, wherever a list has it.
    words = student.name.split()
    yield from (_plain("".join([*words[at:], *words[:at]])) for at in range(len(words)))


def _plain(text: str) -> str:
    """Return the letters and digits alone, without accents, which Canvas and file names may leave out."""
    return re.sub(r"[\W_]+|[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.casefold()))
