"""CSV files as spreadsheets write and read them.

With commas, semicolons or tabs, and nothing in them taken for a formula.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..content.errors import CourseError

LARGEST_CELL = 10_000_000  # letters; Python's reader ends at 131,072 unless told otherwise
# Spreadsheets of East Asia take the full-width signs for the others; blanks and invisible letters before one are
# passed over by some.
_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]")
_QUOTED_FORMULA = re.compile(r"'+(?:" + _FORMULA.pattern + ")")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_NUMBER = re.compile(r" *[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,3})? *")


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet runs it.

    An apostrophe before what would start a formula, unless it is a number, and before such a text that has one already.
    """
    if _QUOTED_FORMULA.match(text) or (_FORMULA.match(text) and not _NUMBER.fullmatch(text)):
        return f"'{text}"
    return text


def as_meant(text: str) -> str:
    """Return `text` without the apostrophe that `harmless` put before it."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def reading(path: Path, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (number, row) as a spreadsheet numbers the rows below the head; no cell has the apostrophe of `writing`.

    CourseError where one of `columns` is missing.
    """
    allow_large_cells()
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
                        name: as_meant(value or "")
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


def allow_large_cells() -> None:
    """Let Python's reader take the cells that `writing` wrote, however long they are."""
    csv.field_size_limit(max(LARGEST_CELL, csv.field_size_limit()))


def writing(path: Path, rows: Iterable[Iterable[str]]) -> Path:
    """Write `rows` to `path`, whole or not at all, and return it. No cell becomes a formula."""
    fresh = path.with_name(f"{path.name}.writing")
    with fresh.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([_cell(text) for text in row] for row in rows)
    os.replace(fresh, path)
    return path


def _cell(text: str) -> str:
    # Before Python 3.13 a carriage return alone is written without quotes, and ends the row for whoever reads it.
    return _LONE_RETURN.sub("\n", harmless(text))
