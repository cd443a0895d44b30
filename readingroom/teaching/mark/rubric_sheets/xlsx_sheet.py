"""Texts to mark as a spreadsheet: only the marker's cells are open, each criterion with its levels to choose from.

The rubric stands on a second sheet, and each criterion's levels beside the cell that they are given in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ....content.library import Library
from ....content.models import Criterion
from ....content.tasks import Key, Task
from ...tables import xlsx_book
from ...tables.encoding import LETTERS
from ...tables.formulas import harmless
from . import csv_sheet
from .entries import COMMENT, LONGEST_CELL, Entry, shown

SUFFIX = ".xlsx"
read = csv_sheet.read
_WIDTHS = {"code": 13, "student": 14, "name": 22, "text": 80, "given": 34, COMMENT: 40}
_RUBRIC_WIDTHS = (22, 14, 100)
_LONGEST_PROMPT = 255  # letters, by Excel's limits


def write(path: Path, library: Library, task: Task, key: Key, hide_names: bool, entries: Iterable[Entry]) -> None:
    """Write the workbook, whole or not at all; the same marks give the same bytes."""
    book = xlsx_book.new("marks", "rubric")
    levels = _rubric(book["rubric"], library, task, key)
    _marks(book["marks"], library, key, levels, hide_names, list(entries))
    xlsx_book.save(book, path)


def _marks(
    sheet: Any, library: Library, key: Key, levels: Mapping[str, str], hide_names: bool, entries: list[Entry]
) -> None:
    criteria = {criterion.id: criterion for criterion in key.criterion}
    both = ["given"] if any(entry.given for entry in entries) else []
    columns = ["code", *([] if hide_names else ["student", "name"]), "text", *both, *criteria, COMMENT]
    widths = [_WIDTHS.get(column, max(12, len(column) + 3)) for column in columns]
    xlsx_book.head(sheet, columns, widths, frozen="B2")
    for number, entry in enumerate(entries, start=2):
        for place, column in enumerate(columns, start=1):
            typed = column in criteria or column == COMMENT
            text = entry.typed.get(column, "") if typed else shown(str(getattr(entry, column)), LONGEST_CELL)
            value = _points(text) if column in criteria else harmless(text)
            xlsx_book.cell(sheet, number, place, value, is_open=typed, is_text=column not in criteria)
        xlsx_book.fit(sheet, number, widths)
    # Saved as CSV in a code page, the sheet says by this head in which one.
    xlsx_book.cell(sheet, 1, len(columns) + 1, LETTERS)
    xlsx_book.hide(sheet, len(columns) + 1)
    for column, criterion in criteria.items():
        prompt = _prompt(library, criterion)[:_LONGEST_PROMPT]
        last = max(2, len(entries) + 1)
        xlsx_book.choice(sheet, columns.index(column) + 1, last, levels[column], column, prompt)
    xlsx_book.lock(sheet)


def _points(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return harmless(text)


def _prompt(library: Library, criterion: Criterion) -> str:
    lines = [f"{level.points:g}: {_plain(library, level.text)}" for level in criterion.level]
    whole = "\n".join(lines)
    if len(whole) <= _LONGEST_PROMPT:
        return whole
    room = (_LONGEST_PROMPT - len(lines)) // len(lines)
    return "\n".join(line if len(line) <= room else f"{line[: room - 1]}\N{HORIZONTAL ELLIPSIS}" for line in lines)


def _rubric(sheet: Any, library: Library, task: Task, key: Key) -> dict[str, str]:
    """Fill the second sheet; return where the points of each criterion stand on it."""
    rows: list[tuple[str, float | str, str]] = [("task", task.id, _plain(library, task.prompt))]
    places = {}
    for criterion in key.criterion:
        rows.append((criterion.id, "", _plain(library, criterion.text)))
        first = len(rows) + 2  # below the head
        rows += [("", level.points, _plain(library, level.text)) for level in criterion.level]
        places[criterion.id] = f"rubric!$B${first}:$B${len(rows) + 1}"
    rows.append(("a model answer", "", library.text(key.model).strip()))
    rows += [("notes", "", library.text(advice).strip()) for advice in (key.why, key.marking) if advice]
    xlsx_book.head(sheet, ["criterion", "points", "what it says"], _RUBRIC_WIDTHS, frozen="A2")
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            words = harmless(value) if isinstance(value, str) else value
            xlsx_book.cell(sheet, number, place, words, is_open=False, is_text=isinstance(value, str))
        xlsx_book.fit(sheet, number, _RUBRIC_WIDTHS)
    xlsx_book.lock(sheet)
    return places


def _plain(library: Library, text: str) -> str:
    return " ".join(library.text(text).split())
