"""The day on which each entry of a record was made, for the scheduler."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo

from ..record import Entry

_LAST_YEAR = 9000  # a card that is due after the last year there is would stop all review
_AHEAD = timedelta(days=365)


def placed(entries: Iterable[Entry], today: date, zone: tzinfo | None) -> Iterator[tuple[Entry, date]]:
    """Yield the entries, which are in their order, each with its day in `zone`; those without a time are left out.

    A day more than a year ahead is that of a clock that was wrong, and would put its card off until then: the entry
    counts on the day of the one before it, or else of the first after it that has a possible day.
    """
    dated = [(entry, day) for entry in entries if (day := _day(entry, zone))]
    latest = today + _AHEAD
    reached = next((day for _, day in dated if day <= latest), None)
    for entry, day in dated:
        if day <= latest:
            reached = day
        if reached:
            yield entry, reached


def _day(entry: Entry, zone: tzinfo | None) -> date | None:
    try:
        day = datetime.fromisoformat(entry["at"]).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None  # an entry without a time cannot be placed
    return day if day.year < _LAST_YEAR else None
