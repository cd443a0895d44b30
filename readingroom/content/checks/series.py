"""Checks of data/series.toml with the CSV files of data/series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from ..csv_rows import read_rows
from ..dates import is_date
from ..models import Series
from .collector import Collector
from .references import check_record

_A_RULE = 3  # so many equal steps say that a series has a row for every year, or every tenth
_LENGTHS = {"year": 4, "month": 7, "day": 10}


def check_series(collector: Collector) -> None:
    """Check the description of every series, and each row's date and source; reading a table checked its cells."""
    for name, about in collector.series.items():
        label = f"series {name}"
        check_record(collector, "data/series.toml", label, about)
        if not about.sources:
            collector.add("data/series.toml", label, "sources", "names no source")
        for column, count in _columns(about).items():
            if count > 1:
                collector.add("data/series.toml", label, column, f"{count} columns, sums or shares have this id")
        _check_rows(collector, about)


def _columns(about: Series) -> Counter[str]:
    """How often each column, sum or share has its id."""
    measured, sums, shares = [c.id for c in about.column], [s.id for s in about.sum], [s.id for s in about.share]
    return Counter([*measured, *sums, *shares])


def _check_rows(collector: Collector, about: Series) -> None:
    file = f"data/series/{about.id}.csv"
    rows = collector.read(partial(read_rows, collector.library.root, file), [])
    if len(rows) < 2:
        return
    head, body = rows[0], rows[1:]
    for number, field, message in (
        *_date_faults(about, head, body),
        *_gaps(head, body),
        *_cut_off(collector, file, rows),
    ):
        collector.add(file, f"row {number}", field, message)
    if "source" in head:
        place = head.index("source")
        for number, row in enumerate(body, start=2):
            names = row[place : place + 1]
            collector.unknown(file, f"row {number}", "source", names, collector.known["source"], "source")


def _date_faults(about: Series, head: list[str], body: list[list[str]]) -> Iterator[tuple[int, str, str]]:
    """Yield (row, field, what is wrong) for dates that are none, too precise, or out of order."""
    field, dates = head[0], [row[0] if row else "" for row in body]
    longest = 4 if field == "year" else _LENGTHS[about.date]
    wanted = {4: "a year, as 1998", 7: "a month, as 1998-08", 10: "a date, as 1998-08-17"}[longest]
    for number, date in enumerate(dates, start=2):
        if not is_date(date) or len(date) > longest:
            yield number, field, f"{date!r} is not {wanted}"
    for number, (before, date) in enumerate(pairwise(dates), start=3):
        shorter = min(len(before), len(date))
        if is_date(before) and is_date(date) and before != date and date[:shorter] <= before[:shorter]:
            yield number, field, f"{date} comes after {before}; rows stand in the order of their dates"


def _gaps(head: list[str], body: list[list[str]]) -> Iterator[tuple[int, str, str]]:
    """Yield a fault where a year is left out: a line would be drawn across it as if it had been measured."""
    dates = [row[0] if row else "" for row in body]
    if head[0] != "year" or not all(len(date) == 4 and date.isdecimal() for date in dates):
        return
    steps = [int(year) - int(before) for before, year in pairwise(dates)]
    usual, times = Counter(steps).most_common(1)[0] if steps else (0, 0)
    for number, step in enumerate(steps, start=3):
        if times >= _A_RULE and step > usual > 0:
            message = f"nothing stands between {dates[number - 3]} and {dates[number - 2]}"
            yield number, "year", f"{message}; add the rows, with empty cells where nothing is known"


def _cut_off(collector: Collector, file: str, rows: list[list[str]]) -> Iterator[tuple[int, str, str]]:
    """Yield a fault where the last line does not end: a figure that was cut in half is a figure all the same."""
    if not (collector.library.root / file).read_bytes().endswith((b"\n", b"\r")):
        yield (
            len(rows),
            "",
            "the last line has no end; look whether the file was cut short, then end it with a line break",
        )
