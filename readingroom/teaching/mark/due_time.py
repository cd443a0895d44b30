"""The moment until which work is on time, from what a teacher types; without a zone it is this computer's own time."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from ...content.errors import CourseError

_NAMED = re.compile(
    r"(?P<time>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?)\s*[\s\[(]\s*(?P<zone>[A-Za-z][\w/+-]*)[\])]?"
)
_EXAMPLES = (
    "write it as in 2026-12-01T23:59, which is your own time, or with a zone, as in 2026-12-01T23:59+01:00, "
    "2026-12-01T23:59Z or '2026-12-01T23:59 Europe/Berlin'"
)
_END_OF_DAY = time(23, 59, 59)
_FIRST_YEAR, _LAST_YEAR = 1970, 2999

Attach = Callable[[datetime], datetime]


class DueTime(msgspec.Struct, frozen=True):
    """A moment, and the name of its zone as it was given; "" where it is a difference from UTC alone.

    `is_local` says that no zone was given, so that it is this computer's own.
    """

    moment: datetime
    zone: str = ""
    is_local: bool = False

    @property
    def text(self) -> str:
        """The moment as files name it, with its difference from UTC."""
        return self.moment.isoformat()

    def later(self, delay: timedelta) -> DueTime:
        """Return the moment that comes so much later, in the same zone."""
        moved = self.moment.astimezone(UTC) + delay
        if self.is_local:  # the clocks may have been changed since
            there = moved.astimezone()
            return DueTime(there, there.tzname() or "", True)
        return DueTime(moved.astimezone(self.moment.tzinfo), self.zone)

    def __str__(self) -> str:
        moment = self.moment
        clock = moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
        offset = _offset(moment)
        zone = f"{self.zone}, {offset}" if self.zone and self.zone != offset else offset
        return f"{moment:%A} {moment.day} {moment:%B %Y}, {clock} ({zone})"


def due_time(text: str, called: str = "--due") -> DueTime:
    """Return the moment that `text` names; CourseError says in words why it names none, or two."""
    named = _NAMED.fullmatch(text.strip())
    try:
        said = _said(named["time"] if named else text.strip())
    except ValueError:
        raise CourseError(f"{called} {text!r} is no time; {_EXAMPLES}.") from None
    if not _FIRST_YEAR <= said.year <= _LAST_YEAR:
        raise CourseError(
            f"{called} {text!r}: the year must lie between {_FIRST_YEAR} and {_LAST_YEAR}; where there is no date, "
            "leave it out."
        )
    if named and named["zone"].upper() in ("UTC", "GMT", "Z"):
        return DueTime(said.replace(tzinfo=UTC), "UTC")
    if named:
        zone = _zone(named["zone"], text, called)
        return DueTime(_attached(said, lambda naive: naive.replace(tzinfo=zone), text, called, zone.key), zone.key)
    if said.tzinfo:
        return DueTime(said, "UTC" if said.utcoffset() == timedelta(0) else "")
    found = _attached(said, datetime.astimezone, text, called, "this computer's zone")
    return DueTime(found, found.tzname() or "", True)


def heard(due: DueTime | None) -> list[str]:
    """Return what was understood, for whoever typed it."""
    return [f"Due: {due}{', the time of this computer' if due.is_local else ''}."] if due else []


def _said(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), _END_OF_DAY)  # a day alone lasts until its end
    except ValueError:
        return datetime.fromisoformat(text)


def _zone(name: str, text: str, called: str) -> ZoneInfo:
    known = available_timezones()
    exact = {zone.casefold(): zone for zone in known}
    if found := exact.get(name.casefold()):
        return ZoneInfo(found)
    if not known:
        raise CourseError(
            f"{called} {text!r}: this computer has no list of time zones; write the difference from UTC instead, as in "
            "2026-12-01T23:59+01:00."
        )
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(known)} | exact
    near = difflib.get_close_matches(name.casefold(), cities, n=1, cutoff=0.5)
    hint = f"did you mean {cities[near[0]]}? Else " if near and len(name) > 4 else ""
    raise CourseError(
        f"{called} {text!r}: no time zone is called {name!r}; {hint}write a city's zone, as in Europe/Berlin or "
        "America/New_York, or the difference from UTC, as in +01:00."
    )


def _attached(naive: datetime, attach: Attach, text: str, called: str, where: str) -> datetime:
    """Return `naive` in a zone; where clocks are changed some times never are, and some are twice."""
    first, second = attach(naive.replace(fold=0)), attach(naive.replace(fold=1))
    if first.utcoffset() == second.utcoffset():
        return first
    back = first.astimezone(UTC).astimezone(first.tzinfo if isinstance(first.tzinfo, ZoneInfo) else None)
    if back.replace(tzinfo=None) != naive:
        # Read with the summer's and the winter's difference, the missing hour is one before and one behind the change.
        earlier, later = sorted(
            moment.replace(tzinfo=None) for moment in (_real(naive, second, attach), _real(naive, first, attach))
        )
        raise CourseError(
            f"{called} {text!r}: there is no such time in {where}, since clocks go forward over it. Write "
            f"{earlier:%Y-%m-%dT%H:%M} for an hour before, or {later:%Y-%m-%dT%H:%M}."
        )
    plain = f"{naive:%Y-%m-%dT%H:%M}"
    raise CourseError(
        f"{called} {text!r}: this time comes twice in {where}, since clocks go back. Write "
        f"{plain}{_offset(first)[3:]} for the first or {plain}{_offset(second)[3:]} for the second."
    )


def _real(naive: datetime, read_as: datetime, attach: Attach) -> datetime:
    moment = (naive - (read_as.utcoffset() or timedelta(0))).replace(tzinfo=UTC)
    zone = attach(naive).tzinfo
    return moment.astimezone(zone if isinstance(zone, ZoneInfo) else None)


def _offset(moment: datetime) -> str:
    found = moment.strftime("%z")
    return f"UTC{found[:3]}:{found[3:5]}" if moment.utcoffset() else "UTC"
