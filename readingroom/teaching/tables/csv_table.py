"""CSV files as rows of strings, with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from ...content.errors import CourseError
from .encoding import Encoding

LARGEST_CELL = 10_000_000  # letters; Python's reader ends at 131,072 unless told otherwise
_SEPARATOR_LINE = re.compile(r"\"?sep=([,;\t|])\"?\r?\n", re.I)  # Excel's own way to say it; it shows no row for it
_QUOTED = re.compile(r'"[^"]*"?')


def rows(path: Path, encoding: Encoding) -> Iterator[list[str]]:
    """Yield the rows of the file; CourseError says in which line it is no table."""
    csv.field_size_limit(max(LARGEST_CELL, csv.field_size_limit()))
    reader = None
    try:
        with path.open(encoding=encoding.codec, newline="") as file:
            first = file.readline()
            said = _SEPARATOR_LINE.fullmatch(first)
            form = dialect(first, said[1] if said else "")
            reader = csv.reader(file if said else chain([first], file), form, strict=True)
            yield from reader
    except UnicodeError:
        raise CourseError(f"{path} is damaged: not all of it is text in {encoding}. Take an earlier copy.") from None
    except csv.Error as error:
        line = reader.line_num if reader else 1
        raise CourseError(
            f"{path} is no table that can be read: at its end or before line {line} a quotation mark is missing or a "
            f"cell is damaged ({error}). Take an earlier copy, or save it again as CSV (UTF-8)."
        ) from None


def dialect(head: str, said: str = "") -> type[csv.Dialect]:
    """Return how a table is written whose first line is `head`, or that says its separator itself.

    Spreadsheets put a semicolon where a comma marks decimals.
    """
    bare = _QUOTED.sub("", head)

    class Found(csv.excel):
        delimiter = said or max(",;\t", key=bare.count)

    return Found
