"""What a learning platform writes before a file's own name: who uploaded it, and that it was late.

Canvas writes `andersonanna_LATE_4711_98765_NAME`, where 4711 is the user's number; Moodle makes a folder
`Anna Anderson_4711_assignsubmission_file_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from .triage_file import File

_CANVAS = re.compile(r"(?:.*/)?(?P<name>[^/_]+)(?P<late>_LATE)?_(?P<number>\d+)_\d+_[^/]*\Z", re.S)
_MOODLE = re.compile(r"(?:.*/)?(?P<name>[^/]+)_(?P<number>\d+)_assignsubmission_[a-z]+_?/", re.S)
UPLOADERS = "several uploaders"


class Uploader(msgspec.Struct, frozen=True):
    """An account of the learning platform."""

    name: str
    number: str

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"


def uploader(name: str) -> Uploader | None:
    """Return who uploaded the file called `name`, where the learning platform has written it there."""
    found = _MOODLE.match(name) or _CANVAS.match(name)
    return Uploader(found["name"], found["number"]) if found else None


def is_marked_late(name: str) -> bool:
    """Say whether Canvas calls the file late."""
    found = _CANVAS.match(name)
    return bool(found and found["late"])


def with_uploaders(files: Iterable[File]) -> list[File]:
    """Return the files with a warning where a student has several accounts, or an account several students."""
    files = list(files)
    accounts: dict[str, dict[str, Uploader]] = {}
    students: dict[str, set[str]] = {}
    for file in files:
        account = uploader(file.name)
        if account and file.student and "foreign" not in file.problems:
            accounts.setdefault(file.student, {})[account.number] = account
            students.setdefault(account.number, set()).add(file.student)
    return [_warned(file, accounts, students) for file in files]


def _warned(file: File, accounts: Mapping[str, Mapping[str, Uploader]], students: Mapping[str, set[str]]) -> File:
    account = uploader(file.name)
    if not account or "foreign" in file.problems or file.student not in accounts:
        return file
    warnings = []
    if len(of_student := accounts[file.student]) > 1:
        names = ", ".join(sorted(map(str, of_student.values())))
        warnings.append(f"Files of {file.student} were uploaded by different accounts: {names}.")
    if len(of_account := students[account.number]) > 1:
        warnings.append(f"{account} uploaded files of several students: {', '.join(sorted(of_account))}.")
    if not warnings:
        return file
    advice = " ".join([file.advice, *warnings, "Ask whose work it is; a file says only what its maker wrote in it."])
    return msgspec.structs.replace(file, problems=(*file.problems, UPLOADERS), advice=advice.strip())
