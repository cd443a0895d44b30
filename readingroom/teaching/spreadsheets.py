"""CSV files as spreadsheets write and read them.

With commas, semicolons or tabs, and nothing in them taken for a formula.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..content.errors import CourseError

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet runs it.

    An apostrophe before what would start a formula, unless it is a number.
    """
    if not text.startswith(_STARTS_A_FORMULA):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text


def as_meant(text: str) -> str:
    """Return `text` without the apostrophe that `harmless` put before it."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def reading(path: Path, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (number, row) as a spreadsheet numbers the rows below the head.

    CourseError where one of `columns` is missing.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            head = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, dialect=dialect(head))
            missing = [column for column in columns if column not in (rows.fieldnames or [])]
            if missing:
                raise CourseError(
                    f"{path} has no column {' and no column '.join(missing)}, so nothing in it can be told "
                    "apart; was its first row changed?"
                )
            for number, row in enumerate(rows, start=2):
                yield (
                    number,
                    {
                        name: value or ""
                        for name, value in row.items()
                        if isinstance(name, str) and not isinstance(value, list)
                    },
                )
        except UnicodeDecodeError:
            raise CourseError(f"{path} is not text in UTF-8; save it as CSV (UTF-8) and try again.") from None
        except csv.Error as error:
            raise CourseError(
                f"{path} is no table that can be read ({error}); save it as CSV (UTF-8) and try again."
            ) from None


def dialect(head: str) -> type[csv.Dialect]:
    """Return how a table is written whose first line is `head`.

    Spreadsheets put a semicolon where a comma marks decimals.
    """

    class Found(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Found


def writing(path: Path, rows: Iterable[Iterable[str]]) -> Path:
    """Write `rows` to `path`, whole or not at all, and return it."""
    fresh = path.with_name(f"{path.name}.writing")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    os.replace(fresh, path)
    return path
