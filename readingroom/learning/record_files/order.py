"""The order of entries, where a clock was wrong too.

Entries are ordered by their times. A time that cannot be right (still to come, or long before the course was written)
would hide all that was done later, or earlier: such an entry takes its place after the entry before it in its file, and
the first of a file after what its kernel had seen. site/progress.js keeps the same rule as far as a page knows files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from .lines import Entry
from .names import begun_at, ordinal_of

_TOO_EARLY = ("1900", "2020")
_AHEAD = timedelta(days=1)
_COUNTED = re.compile(r"[0-9]{1,3}\Z")
"""Moments that are counted, and not read from a clock."""
_NEVER = ":"
"""A text after all that begin with a digit."""


def latest_time(now: datetime | None = None) -> str:
    """Return the latest time that an entry may bear: a day ahead, or any where this machine's own clock is wrong."""
    ahead = ((now or datetime.now(UTC)) + _AHEAD).astimezone(UTC).isoformat()
    return _NEVER if ahead < _TOO_EARLY[1] else ahead


def is_possible(at: str, latest: str) -> bool:
    """Tell whether an entry can have been made at `at`."""
    return _COUNTED.match(at) is not None or (at <= latest and not _TOO_EARLY[0] <= at < _TOO_EARLY[1])


def chronological(files: Mapping[str, list[Entry]], latest: str) -> list[Entry]:
    """Return the entries of all files in the order in which they were made."""
    placed: list[tuple[str, Entry]] = []
    seen = ""
    for name in sorted(files, key=lambda name: (ordinal_of(name), name)):
        begun = begun_at(name)
        reached = begun if begun and is_possible(begun, latest) else seen if begun and ordinal_of(name) else ""
        for entry in files[name]:
            if is_possible(entry["at"], latest):
                reached = max(reached, entry["at"])
                placed.append((entry["at"], entry))
            else:
                placed.append((reached, entry))
        seen = max(seen, reached)
    return [entry for _, entry in sorted(placed, key=lambda one: one[0])]
