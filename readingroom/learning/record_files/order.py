"""The order of entries, where a clock was wrong too.

Entries are ordered by their times. A time that cannot be right (still to come, or long before the course was written)
would hide all that was done later, or be hidden by what was done earlier. Such an entry takes its place after the entry
before it in its file, and the first of a file after what its kernel had seen. site/progress.js keeps the same rule as
far as a page knows files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from operator import itemgetter

from .lines import Entry
from .names import is_restored, ordinal_of

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
    return _TOO_EARLY[1] <= at <= latest or at < _TOO_EARLY[0] or _COUNTED.match(at) is not None


def chronological(files: Mapping[str, list[Entry]], latest: str) -> list[Entry]:
    """Return the entries of all files in the order in which they were made."""
    placed: list[tuple[str, Entry]] = []
    for name in sorted(files, key=lambda name: (ordinal_of(name), name)):
        reached: str | None = None
        for number, entry in enumerate(files[name]):
            if is_possible(entry["at"], latest):
                reached = max(reached or "", entry["at"])
                placed.append((entry["at"], entry))
            else:
                reached = _begin(name, files, number, latest) if reached is None else reached
                placed.append((reached, entry))
    return [entry for _, entry in sorted(placed, key=itemgetter(0))]


def _begin(name: str, files: Mapping[str, list[Entry]], number: int, latest: str) -> str:
    """Return a time for entry `number` of a file, before which the file has no possible one.

    It is after all that is in the files its kernel had seen, and before what follows it there and in the files of
    kernels that had seen it. Entries of another record, and files of earlier versions, tell nothing of that.
    """
    ordinal = 0 if is_restored(name) else ordinal_of(name)
    if not ordinal:
        return ""
    others = {other: ordinal_of(other) for other in files if not is_restored(other)}
    seen = [entry for other, place in others.items() if place < ordinal for entry in files[other]]
    later = [entry for other, place in others.items() if place > ordinal for entry in files[other]]
    ends = _possible([*files[name][number:], *later], latest)
    return min([max(_possible(seen, latest), default=""), *ends])


def _possible(entries: Iterable[Entry], latest: str) -> list[str]:
    return [entry["at"] for entry in entries if is_possible(entry["at"], latest)]
