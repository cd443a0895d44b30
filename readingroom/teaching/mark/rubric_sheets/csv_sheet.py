"""Texts to mark as a CSV file: a row for each, a column for each criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from ....content.errors import CourseError
from ....content.library import Library
from ....content.tasks import Key, Task
from ...spreadsheets import reading, writing
from .entries import COMMENT, LONGEST_CELL, Entry, shown

SUFFIX = ".csv"


def read(path: Path, criteria: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield (place in the file, entry) for every row with a code, from every kind of spreadsheet.

    CourseError where a column is gone, and at the end where marks stand in rows without a code.
    """
    columns = [*criteria, COMMENT]
    lost = []
    for number, row in reading(path, "code", *columns):
        typed = {column: row[column].strip() for column in columns if row[column].strip()}
        student, name, text = (row.get(column, "") for column in ("student", "name", "text"))
        if row["code"].strip():
            yield f"row {number}", Entry(row["code"].strip(), student, name, text, typed)
        elif typed:
            lost.append(f"row {number} ({', '.join(f'{column} {words!r}' for column, words in typed.items())})")
    if lost:
        raise CourseError(
            f"{path}: marks stand beside no code, so nobody can tell to which text they belong: {'; '.join(lost)}. Put "
            "the code back or clear the row."
        )


def write(path: Path, library: Library, task: Task, key: Key, hide_names: bool, entries: Iterable[Entry]) -> None:
    """Write the file."""
    columns = [*(criterion.id for criterion in key.criterion), COMMENT]
    who = [] if hide_names else ["student", "name"]
    entries = iter(entries)
    first = next(entries, None)
    both = ["given"] if first and first.given else []
    entries = chain([first] if first else [], entries)
    rows = (
        [
            e.code,
            *(getattr(e, part) for part in who),
            shown(e.text, LONGEST_CELL),
            *(e.given for _ in both),
            *(e.typed.get(column, "") for column in columns),
        ]
        for e in entries
    )
    writing(path, chain([["code", *who, "text", *both, *columns]], rows), comes_back=True)
