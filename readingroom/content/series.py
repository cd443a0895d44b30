"""Reads the series: a CSV file of data/series with its description, and the columns computed from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .csv_rows import read_rows
from .errors import ContentError, Fault
from .models import Column, Series, Share, Sum

Values = list[float | None]
# As pandas reads them too; and what is larger than a million million has a slip in it.
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
_LARGEST = 1e12


@dataclass(frozen=True)
class Table:
    """The figures of a series: a date for each row, a list of values for each column (None where unknown)."""

    about: Series
    dates: list[str]
    values: dict[str, Values]
    row_sources: list[str]

    def column(self, name: str) -> Column | Share | Sum:
        """Return the description of column `name`, stored or computed; KeyError if there is none."""
        columns: list[Column | Share | Sum] = [*self.about.column, *self.about.sum, *self.about.share]
        return next(column for column in columns if column.id == name)

    def value(self, column: str, date: str) -> float | None:
        """Return the figure of `column` at `date`; KeyError for an unknown column, ValueError for an unknown date."""
        return self.values[column][self.dates.index(date)]

    def points(self, column: str, start: str = "", end: str = "9999") -> list[tuple[str, float]]:
        """Return (date, figure) for every known figure of `column` from `start` to `end`."""
        pairs = zip(self.dates, self.values[column], strict=True)
        return [(d, v) for d, v in pairs if v is not None and start <= d and d[: len(end)] <= end]


def read_series(root: Path, about: Series) -> Table:
    """Read data/series/ID.csv; ContentError names every cell that is no number and every column out of place."""
    name = f"data/series/{about.id}.csv"
    rows = read_rows(root, name)
    head, body = rows[0] if rows else [], rows[1:]
    faults = _head_faults(name, head, about) or _body_faults(name, head, body)
    if faults:
        raise ContentError(faults)
    cells = {column: [row[head.index(column)] for row in body] for column in head}
    values: dict[str, Values] = {c.id: [float(x) if x else None for x in cells[c.id]] for c in about.column}
    for total in about.sum:
        values[total.id] = [_total(row) for row in zip(*(values[c] for c in total.of), strict=True)]
    for share in about.share:
        parts = zip(*(values[c] for c in share.part), strict=True)
        wholes = zip(*(values[c] for c in share.whole), strict=True)
        values[share.id] = [_share(_total(p), _total(w)) for p, w in zip(parts, wholes, strict=True)]
    return Table(about, [row[0] for row in body], values, cells.get("source", []))


def _total(row: tuple[float | None, ...]) -> float | None:
    known = [figure for figure in row if figure is not None]
    return sum(known) if len(known) == len(row) else None


def _share(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else 100 * part / whole


def _head_faults(name: str, head: list[str], about: Series) -> list[Fault]:
    described = [column.id for column in about.column]
    columns = [column for column in head[1:] if column != "source"]
    if not head:
        return [Fault(name, "row 1", "", "the file is empty")]
    if head[:1] not in (["year"], ["date"]):
        return [Fault(name, "row 1", head[0], "the first column must be called year or date")]
    names = ", ".join(columns)
    if head.count("source") > 1:
        return [Fault(name, "row 1", "source", "a file has one column of sources")]
    faults = (
        [Fault(name, "row 1", "", f"columns are {names}, but data/series.toml describes {', '.join(described)}")]
        if described != columns
        else []
    )
    uses = {total.id: total.of for total in about.sum} | {s.id: [*s.part, *s.whole] for s in about.share}
    faults += [
        Fault("data/series.toml", f"series {about.id}", computed, f"no column {column!r} to calculate with")
        for computed, operands in uses.items()
        for column in operands
        if column not in described
    ]
    return faults


def _body_faults(name: str, head: list[str], body: list[list[str]]) -> list[Fault]:
    faults: list[Fault] = []
    seen: set[str] = set()
    if not body:
        faults.append(Fault(name, "row 2", "", "the file has no row of figures"))
    for number, row in enumerate(body, start=2):
        if len(row) != len(head):
            faults.append(Fault(name, f"row {number}", "", f"{len(row)} cells where the head has {len(head)}"))
            continue
        if row[0] in seen:
            faults.append(Fault(name, f"row {number}", head[0], f"{row[0]} stands twice"))
        seen.add(row[0])
        faults += [
            Fault(
                name,
                f"row {number} ({row[0]})",
                column,
                f"{cell!r} is not a number; leave the cell empty where nothing is known",
            )
            for column, cell in zip(head[1:], row[1:], strict=True)
            if column != "source" and cell and not _is_number(cell)
        ]
    return faults


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and abs(float(cell)) <= _LARGEST
