"""What is said to somebody who asks a table for a row or a column that it has not: in words, without a traceback."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import Any

from ...content.errors import CourseError

_MOST_NAMES, _MOST_NEAR = 16, 3
Place = Callable[..., str]
"""How a row, or a row and a column of it, is written."""


def by_loc(row: Any, *column: Any) -> str:
    """Return how pandas is asked for a figure."""
    return f".loc[{', '.join(map(_written, (row, *column)))}]"


def _written(key: Any) -> str:
    return f"{key.start}:{key.stop}" if isinstance(key, slice) else repr(key)


def by_brackets(row: Any, *column: Any) -> str:
    """Return how plain rows are asked for a figure."""
    return "rows" + "".join(f"[{key!r}]" for key in (row, *column))


class UnknownFigureError(CourseError, KeyError):
    """A row or a column that there is not. A KeyError, as pandas and Python expect."""

    def __str__(self) -> str:  # a KeyError shows its text in quotation marks
        return str(self.args[0])


def unknown_row(
    key: Any,
    rows: Sequence[Any],
    columns: Sequence[Any] = (),
    *,
    place: Place = by_loc,
    second: Any = None,
) -> UnknownFigureError:
    """Return the error for a row `key`: a year, which is a number, or another date, which is text.

    `second` is what was asked for after the row, if anything.
    """
    yearly = bool(rows) and not isinstance(rows[0], str)
    if key is ...:
        says = "the three dots still stand where a year or a date belongs."
    elif isinstance(key, tuple) and len(key) == 2:
        says = _pair(key, rows, place)
    elif key in columns:
        turned = f"write {place(second, key)}" if second in rows else f"for example {place(rows[-1], key)}"
        says = f"{key!r} is a column, and the row comes first: {turned}."
    elif yearly and isinstance(key, str):
        says = _year_as_text(key, rows, place)
    elif yearly and isinstance(key, int) and key < 0:
        says = f"there is no row {key}. From one year to another is written with a colon: {rows[0]}:{rows[-1]}."
    elif yearly and isinstance(key, (int, float)):
        says = f"there is no row {key}. This table goes from {rows[0]} to {rows[-1]}{_gaps(rows)}."
    elif not isinstance(key, (str, int, float)):
        says = (
            f"what stands in the brackets names no row; a row is {place(rows[-1])}." if rows else "there are no rows."
        )
    elif not isinstance(key, str):
        says = f"dates are text in this table, so they stand in quotation marks, as in {rows[0]!r}. You wrote {key}."
    else:
        says = f"there is no row {key!r}{_nearest_dates(key, rows)}.{_as_dates_are(key, rows)}"
    return UnknownFigureError(says)


def unknown_column(
    key: Any,
    columns: Sequence[Any],
    rows: Sequence[Any] = (),
    *,
    place: Place = by_loc,
) -> UnknownFigureError:
    """Return the error for a column `key`: misspelt, or a year where a column belongs."""
    known = [str(column) for column in columns]
    if key is ...:
        says = "the three dots still stand where a name belongs."
    elif isinstance(key, tuple) and len(key) == 2:
        are_names = all(isinstance(part, str) and not part[:1].isdigit() for part in key)
        says = f"two columns need two pairs of brackets: [{list(key)!r}]." if are_names else _pair(key, rows, place)
    elif key in rows or str(key).isdigit():
        row = int(key) if key not in rows and (not rows or isinstance(rows[0], int)) else key
        says = f"{row!r} is a row. Square brackets alone look for a column; a row is {place(row)}."
    else:
        near = _near_names(str(key), known)
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else "."
        listed = ", ".join(known[:_MOST_NAMES]) + (", \N{HORIZONTAL ELLIPSIS}" if len(known) > _MOST_NAMES else "")
        says = f"there is no column {key!r}{hint} The columns are {listed}."
    return UnknownFigureError(says)


def stretch_by_position(key: slice) -> CourseError:
    """Return the error for years asked for in brackets alone, where pandas counts rows and finds none."""
    return CourseError(f"a stretch of years needs .loc: write {by_loc(key)}.")


def one_too_many(key: tuple[Any, ...], labels: Sequence[Any], *, is_column: bool) -> CourseError:
    """Return the error for a column, or a row, that is asked for both a row and a column."""
    own = next((part for part in key if part in labels), None)
    named = f": {by_loc(own)}" if own is not None else ""
    has, needs = ("column", "row") if is_column else ("row", "column")
    return CourseError(f"this is one {has} already, so give the {needs} alone{named}.")


def _pair(key: tuple[Any, Any], rows: Sequence[Any], place: Place) -> str:
    row, column = reversed(key) if key[1] in rows else key
    needs = "stand in brackets of their own" if place is by_brackets else "together need .loc"
    return f"a row and a column {needs}: write {place(row, column)}."


def _year_as_text(key: str, rows: Sequence[Any], place: Place) -> str:
    if key.strip().isdigit():
        year = int(key)
        missing = "" if year in rows else f" This table goes from {rows[0]} to {rows[-1]}."
        return f"years are numbers in this table: write {year} without quotation marks, as in {place(year)}.{missing}"
    return f"there is no row {key!r}. The rows are the years from {rows[0]} to {rows[-1]}, written as numbers."


def _near_names(key: str, known: Sequence[str]) -> list[str]:
    """Return the names that `key` may stand for: those that begin with it, else the nearest."""
    small = {name.lower(): name for name in known}
    longer = [name for lower, name in small.items() if lower.startswith(key.lower() + "_")]
    nearest = difflib.get_close_matches(key.lower(), small, n=1, cutoff=0.5)
    return longer[:_MOST_NEAR] or [small[name] for name in nearest]


def _as_dates_are(key: str, rows: Sequence[str]) -> str:
    """Return how a date is written, where `key` is written another way."""
    form = rows[-1] if rows else ""
    alike = [c if not c.isdigit() else "0" for c in key] == [c if not c.isdigit() else "0" for c in form]
    return "" if alike else f" A date is written as {form!r}."


def _gaps(rows: Sequence[Any]) -> str:
    return " and has not every year between" if len(rows) < rows[-1] - rows[0] + 1 else ""


def _nearest_dates(key: str, rows: Sequence[str]) -> str:
    before = [row for row in rows if row < key][-1:]
    after = [row for row in rows if row > key][:1]
    near = " and ".join(repr(row) for row in [*before, *after])
    return f"; the nearest are {near}" if near else ""
