"""Dates as the records have them, as precisely as they are known: 1991, 1991-08, 1991-08-19."""

from __future__ import annotations

import datetime
import re

LAST_YEAR = "2100"  # what lies later is a slip of the pen
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def written_date(date: str) -> str:
    """Return a date of the records as readers see it: 1991, August 1991, 19 August 1991."""
    year, *rest = date.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def written_span(start: str, end: str | None) -> str:
    """Return when something began and, if that is known, when it ended."""
    return f"{written_date(start)} to {written_date(end)}" if end else written_date(start)


def is_date(text: str) -> bool:
    """Whether `text` is a date of the calendar, written as the records write it."""
    if not _DATE.fullmatch(text) or text[:4] > LAST_YEAR:
        return False
    try:
        datetime.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True
