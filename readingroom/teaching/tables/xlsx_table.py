"""xlsx files as rows of strings, whichever program saved them."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...content.errors import CourseError


def rows(path: Path, columns: Iterable[str]) -> Iterator[list[str]]:
    """Yield the rows of the sheet whose first row has all of `columns`, or of the first one.

    The formulas of a marker count by what they came to.
    """
    from openpyxl import load_workbook  # only where somebody marks in a spreadsheet

    try:
        with warnings.catch_warnings():  # it has nothing to say about what it leaves out of a foreign file
            warnings.simplefilter("ignore")
            book = load_workbook(path, data_only=True)
        sheets = [sheet.iter_rows(values_only=True) for sheet in book.worksheets]
        tables = [[[shown(cell) for cell in row] for row in sheet] for sheet in sheets]
    except Exception as error:  # zip, XML and openpyxl each have their own ways to say damage
        raise damaged(path, error) from None
    yield from table_with(tables, columns)


def table_with(tables: list[list[list[str]]], columns: Iterable[str]) -> list[list[str]]:
    """Return the table that has all of `columns` in its first row, or the first one."""
    wanted = set(columns)
    return next((table for table in tables if table and wanted <= set(table[0])), tables[0] if tables else [])


def damaged(path: Path, error: Exception) -> CourseError:
    """Return what to say about a file that cannot be opened."""
    return CourseError(
        f"{path} is no spreadsheet that can be read ({type(error).__name__}); was it damaged on its way, or has it a "
        "password? Save it again as xlsx, or take an earlier copy."
    )


def shown(value: Any) -> str:
    """Return the value of a cell as text: numbers without needless noughts, dates as 2026-12-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
