"""Texts to mark as a CSV file: a row for each, a column for each criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from ....content.library import Library
from ....content.tasks import Key, Task
from ...spreadsheets import reading, writing
from .entries import COMMENT, Entry

SUFFIX = ".csv"
LONGEST_CELL = 32_767  # letters; Excel cuts what is longer, or moves it into other cells


def read(path: Path, criteria: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield (place in the file, entry) for every row with a code; CourseError where a column is gone."""
    columns = [*criteria, COMMENT]
    for number, row in reading(path, "code", *columns):
        typed = {column: row[column].strip() for column in columns if row[column].strip()}
        student, name, text = (row.get(column, "") for column in ("student", "name", "text"))
        if row["code"].strip():
            yield f"row {number}", Entry(row["code"].strip(), student, name, text, typed)


def write(path: Path, library: Library, task: Task, key: Key, hide_names: bool, entries: Iterable[Entry]) -> None:
    """Write the file."""
    columns = [*(criterion.id for criterion in key.criterion), COMMENT]
    who = [] if hide_names else ["student", "name"]
    rows = (
        [
            e.code,
            *(getattr(e, part) for part in who),
            _shown(e.text),
            *(e.typed.get(column, "") for column in columns),
        ]
        for e in entries
    )
    writing(path, chain([["code", *who, "text", *columns]], rows), comes_back=True)


def _shown(text: str) -> str:
    if len(text) <= LONGEST_CELL:
        return text
    note = f" [\N{HORIZONTAL ELLIPSIS}] The whole text has {len(text):,} letters; --sheets notebook shows it all."
    return text[: LONGEST_CELL - len(note)] + note
