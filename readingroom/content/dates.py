"""Writes dates out for readers, as precisely as they are known."""

from __future__ import annotations

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
