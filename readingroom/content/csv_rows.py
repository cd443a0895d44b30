"""Reads the rows of a CSV file; what keeps a file from being read is a fault with its row and column."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .errors import ContentError, Fault
from .files import read_text

LONGEST_CELL = 1000


def read_rows(root: Path, name: str) -> list[list[str]]:
    """Return the rows of the CSV file `name` under `root`, the head first."""
    text = read_text(root, name, _place)
    faults = _oversized(name, text)
    if faults:
        raise ContentError(faults)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        message = f"the row cannot be read ({error}); look for a quotation mark too many"
        raise ContentError([Fault(name, f"row {max(1, reader.line_num)}", "", message)]) from None


def _place(before: str) -> tuple[str, str]:
    """The row and the column that a text ends in."""
    lines = before.split("\n")
    column = _column(lines[0], lines[-1].count(",")) if len(lines) > 1 else ""
    return f"row {len(lines)}", column


def _column(head: str, number: int) -> str:
    names = head.strip().split(",")
    return names[number] if number < len(names) else ""


def _oversized(name: str, text: str) -> list[Fault]:
    """A fault for each cell that can be no figure and no source, and that might fill the memory."""
    lines = text.split("\n")
    return [
        Fault(
            name, f"row {row}", _column(lines[0], number), f"a cell of {len(cell):,} characters; no figure is so long"
        )
        for row, line in enumerate(lines, start=1)
        if len(line) > LONGEST_CELL
        for number, cell in enumerate(line.split(","))
        if len(cell) > LONGEST_CELL
    ]
