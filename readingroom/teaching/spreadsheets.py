"""Tables that teachers open in a spreadsheet and bring back: CSV as it is written here, CSV, xlsx and ods as they are
read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from ..content.errors import CourseError
from ..content.output_file import replaced
from .tables import csv_table, ods_table, xlsx_table
from .tables.encoding import LETTERS, encodings
from .tables.formulas import as_meant, harmless

__all__ = ["SUFFIXES", "as_meant", "harmless", "reading", "saved_as", "writing"]
SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx", ".ods")  # Excel calls a table in UTF-16 text
_UNREAD = (".xls", ".xlsm", ".xlsb", ".numbers", ".fods")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_UTF_8_READ_AS_ANOTHER = "ï»¿"  # the byte-order mark, opened as Windows-1252
_NAMED = 5  # rows, in a sentence on those that cannot be read for sure
Rows = Iterator[tuple[int, dict[str, str]]]


def reading(path: Path, *columns: str, once: Sequence[str] = ()) -> Rows:
    """Yield (number, row) as a spreadsheet numbers the rows below the head; no cell has the apostrophe of `writing`.

    CourseError where one of `columns` is missing or stands twice, where one of `once`, which may be missing, stands
    twice, and where it cannot be told which letters were typed in them.
    """
    if path.suffix.lower() in (".xlsx", ".ods"):
        form = xlsx_table if path.suffix.lower() == ".xlsx" else ods_table
        yield from _numbered(path, form.rows(path, columns), columns, once)
        return
    found = encodings(path)
    if not found:
        raise CourseError(
            f"{path} is no text in UTF-8 or in a code page of Windows that is known here; save it as CSV (UTF-8) and "
            "try again."
        )
    if len(found) > 1:
        _refuse_where_unsure(path, columns, {str(each): csv_table.rows(path, each) for each in found})
    rows = list(csv_table.rows(path, found[0]))
    _refuse_long_rows(path, rows)
    yield from _numbered(path, iter(rows), columns, once)


def _refuse_long_rows(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Raise CourseError where a row has more cells than the head: a comma within a cell moved all that follows.

    Spreadsheets write every row as long as the head, so that what is noted beside a table is no such row.
    """
    columns = len(rows[0]) if rows else 0
    long = [str(number) for number, cells in enumerate(rows, start=1) if any(cells[columns:])]
    if long:
        more = f" and in {len(long) - _NAMED} rows more" if len(long) > _NAMED else ""
        raise CourseError(
            f"{path}: in row {', '.join(long[:_NAMED])}{more} there are more cells than columns in the first row. "
            'A cell with a comma in it needs quotation marks, as in "Doe, Jane"; or save the table from a spreadsheet.'
        )


def _refuse_where_unsure(path: Path, columns: Sequence[str], tables: dict[str, Iterator[list[str]]]) -> None:
    says = []
    for read in zip(*(_numbered(path, rows, columns) for rows in tables.values()), strict=False):
        number = read[0][0]
        for column in columns or list(read[0][1]):
            ways: dict[str, str] = {}
            for name, (_, row) in zip(tables, read, strict=True):
                ways.setdefault(row.get(column, ""), name)
            if len(ways) > 1:
                meant = " or ".join(f"{_short(text)!r} in {name}" for text, name in ways.items())
                says.append(f"row {number}, column {column}: {meant}")
    if says:
        more = f"; and so in {len(says) - _NAMED} cells more" if len(says) > _NAMED else ""
        raise CourseError(
            f"{path} does not say in which encoding it was saved, and it could be read as "
            + "; ".join(says[:_NAMED])
            + f"{more}. Open it where it was saved, save it as CSV UTF-8 or as xlsx, and try again."
        )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _numbered(path: Path, rows: Iterator[list[str]], columns: Sequence[str], once: Sequence[str] = ()) -> Rows:
    head = [name.strip() for name in next(rows, [])]
    was_misread = bool(head) and head[0].startswith(_UTF_8_READ_AS_ANOTHER)
    head = [_read_again(name).lstrip("\ufeff") for name in head] if was_misread else head
    _refuse_head(path, head, columns, once)
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        cells = [_read_again(cell) for cell in cells] if was_misread else cells
        row = {name: as_meant(cell) for name, cell in zip(head, cells, strict=False) if name}
        yield number, dict.fromkeys(filter(None, head), "") | row


def _refuse_head(path: Path, head: Sequence[str], columns: Sequence[str], once: Sequence[str]) -> None:
    missing = [column for column in columns if column not in head]
    if missing:
        raise CourseError(
            f"{path} has no column {' and no column '.join(missing)}, so nothing in it can be told "
            "apart; was its first row changed?"
        )
    twice = [column for column in (*columns, *once) if head.count(column) > 1]
    if twice:
        raise CourseError(
            f"{path}: the column {' and the column '.join(twice)} stands twice; leave the one that counts."
        )


def _read_again(cell: str) -> str:
    """Return what was in a cell before its UTF-8 was opened as Windows-1252; what was typed since stays."""
    try:
        return b"".join(_byte(letter) for letter in cell).decode("utf-8")
    except UnicodeError:
        return cell


def _byte(letter: str) -> bytes:
    # Five bytes have no letter in Windows-1252: programs take the control characters, LibreOffice a private letter.
    if "\uf180" <= letter <= "\uf1ff":
        return bytes([ord(letter) - 0xF100])
    return letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode("cp1252")


def saved_as(path: Path) -> Path | None:
    """Return the table that stands as `path`, or as another kind of spreadsheet in its place; None where there is none.

    CourseError where two stand there, or one that cannot be read here.
    """
    found = [other for suffix in (*SUFFIXES, *_UNREAD) if (other := path.with_suffix(suffix)).is_file()]
    if len(found) > 1:
        raise CourseError(
            f"both {found[0].name} and {found[1].name} are in {path.parent}; leave the one that you worked in and move "
            "the other away."
        )
    if found and found[0].suffix in _UNREAD:
        raise CourseError(f"{found[0]} cannot be read here; save it as xlsx or as CSV (UTF-8), and move this one away.")
    return found[0] if found else None


def writing(path: Path, rows: Iterable[Iterable[str]], for_people: bool = True, comes_back: bool = False) -> Path:
    """Write `rows` to `path`, whole or not at all, and return it. No cell becomes a formula.

    `for_people` begins the file with the byte-order mark, by which Excel knows UTF-8: gradebooks that a learning
    platform imports have none, since Canvas takes it for a part of the first column's name. A table that `comes_back`
    has a last column whose head says in which encoding it was saved.
    """
    fresh = path.with_name(f"{path.name}.writing")
    encoding = "utf-8-sig" if for_people else "utf-8"
    with fresh.open("w", encoding=encoding, errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        rows = iter(rows)
        for head in islice(rows, 1):
            writer.writerow([*(_cell(text) for text in head), *([LETTERS] if comes_back else [])])
        writer.writerows([_cell(text) for text in row] + ([""] if comes_back else []) for row in rows)
    return replaced(path, fresh)


def _cell(text: str) -> str:
    # Before Python 3.13 a carriage return alone is written without quotes, and ends the row for whoever reads it.
    return _LONE_RETURN.sub("\n", harmless(text))
