"""Figures: a CSV file of data/series with its description, and the columns reckoned from it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from .errors import ContentError, Fault
from .models import Column, Series, Share, Sum

Values = list[float | None]


@dataclass(frozen=True)
class Table:
    """A series read: one date a row, one list of values a column (None where nothing is known)."""

    about: Series
    dates: list[str]
    values: dict[str, Values]
    row_sources: list[str]

    def column(self, name: str) -> Column | Share | Sum:
        """Return the description of column `name`, stored or reckoned; KeyError if there is none."""
        return next(c for c in (*self.about.column, *self.about.sum, *self.about.share) if c.id == name)

    def value(self, column: str, date: str) -> float | None:
        """Return the figure of `column` at `date`; KeyError or ValueError if there is no such column or date."""
        return self.values[column][self.dates.index(date)]

    def points(self, column: str, start: str = "", end: str = "9999") -> list[tuple[str, float]]:
        """Return (date, figure) for every known figure of `column` from `start` to `end`."""
        pairs = zip(self.dates, self.values[column], strict=True)
        return [(d, v) for d, v in pairs if v is not None and start <= d and d[: len(end)] <= end]


def read_series(root: Path, about: Series) -> Table:
    """Read data/series/ID.csv; ContentError names every cell that is no number and every column out of place."""
    name = f"data/series/{about.id}.csv"
    try:
        with (root / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    except OSError as error:
        raise ContentError([Fault(name, "", "", f"the file cannot be read ({error.strerror})")]) from None
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
    return None if None in row else sum(row)


def _share(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else 100 * part / whole


def _head_faults(name: str, head: list[str], about: Series) -> list[Fault]:
    want = [column.id for column in about.column]
    have = [column for column in head[1:] if column != "source"]
    if head[:1] not in (["year"], ["date"]):
        return [Fault(name, "row 1", "", "the first column must be called year or date")]
    stored = set(want)
    faults = (
        [Fault(name, "row 1", "", f"columns are {', '.join(have)}, but data/series.toml describes {', '.join(want)}")]
        if want != have
        else []
    )
    for reckoned in (*about.sum, *about.share):
        used = reckoned.of if isinstance(reckoned, Sum) else [*reckoned.part, *reckoned.whole]
        faults += [
            Fault("data/series.toml", f"series {about.id}", reckoned.id, f"no column {c!r} to reckon with")
            for c in used
            if c not in stored
        ]
    return faults


def _body_faults(name: str, head: list[str], body: list[list[str]]) -> list[Fault]:
    faults, seen = [], set()
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
    try:
        return abs(float(cell)) < float("inf")
    except ValueError:
        return False
