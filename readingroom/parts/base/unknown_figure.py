"""What is said to somebody who asks a table for a row or a column that it has not: in words, without a traceback."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from ...content.errors import CourseError

_MOST_NAMES = 16


class UnknownFigureError(CourseError, KeyError):
    """A row or a column that there is not. A KeyError, as pandas and Python expect."""

    def __str__(self) -> str:  # a KeyError shows its text in quotation marks
        return str(self.args[0])


def unknown_row(key: Any, rows: Sequence[Any], columns: Sequence[Any] = ()) -> UnknownFigureError:
    """Return the error for a row `key`: a year, which is a number, or another date, which is text."""
    yearly = bool(rows) and not isinstance(rows[0], str)
    if key is ...:
        says = "the three dots still stand where a year or a date belongs."
    elif yearly and isinstance(key, str):
        says = _year_as_text(key, rows, columns)
    elif yearly:
        says = f"there is no row {key}. This table goes from {rows[0]} to {rows[-1]}{_gaps(rows)}."
    elif not isinstance(key, str):
        says = f"dates are text in this table, so they stand in quotation marks, as in {rows[0]!r}. You wrote {key}."
    elif key in columns:
        says = f"{key!r} is a column, and the row comes first: .loc[{rows[0]!r}, {key!r}]."
    else:
        says = f"there is no row {key!r}{_nearest_dates(key, rows)}."
    return UnknownFigureError(says)


def unknown_column(key: Any, columns: Sequence[Any], rows: Sequence[Any] = ()) -> UnknownFigureError:
    """Return the error for a column `key`: misspelt, or a year where a column belongs."""
    known = [str(column) for column in columns]
    near = difflib.get_close_matches(str(key), known, n=1, cutoff=0.5)
    if key is ...:
        says = "the three dots still stand where a name belongs."
    elif key in rows or str(key).isdigit():
        row = key if not rows or key in rows or not isinstance(rows[0], int) else int(key)
        says = f"{row!r} is a row. Square brackets alone look for a column; a row is .loc[{row!r}]."
    else:
        hint = f"did you mean {near[0]!r}? " if near else ""
        names = ", ".join(known[:_MOST_NAMES]) + (", \N{HORIZONTAL ELLIPSIS}" if len(known) > _MOST_NAMES else "")
        says = f"there is no column {key!r}; {hint}Columns: {names}."
    return UnknownFigureError(says)


def _year_as_text(key: str, rows: Sequence[Any], columns: Sequence[Any]) -> str:
    if key.strip().isdigit():
        year = int(key)
        missing = "" if year in rows else f" This table goes from {rows[0]} to {rows[-1]}."
        return f"years are numbers in this table: write {year} without quotation marks, as in .loc[{year}].{missing}"
    if key in columns:
        return f"{key!r} is a column, and the row comes first: .loc[{rows[-1]}, {key!r}]."
    return f"there is no row {key!r}. The rows are the years from {rows[0]} to {rows[-1]}, written as numbers."


def _gaps(rows: Sequence[Any]) -> str:
    return " and has not every year between" if len(rows) < rows[-1] - rows[0] + 1 else ""


def _nearest_dates(key: str, rows: Sequence[str]) -> str:
    before = [row for row in rows if row < key][-1:]
    after = [row for row in rows if row > key][:1]
    near = " and ".join(repr(row) for row in [*before, *after])
    return f"; the nearest are {near}" if near else ""
