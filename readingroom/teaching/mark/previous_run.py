"""What the run before this one made of each student, read from its scored.jsonl a line at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from .spill import DiskStore

SCORED = "scored.jsonl"


class EarlierTask(msgspec.Struct, frozen=True, gc=False):
    """The mark of one task: `raw` and `reasons` stand only where a class's own rules made a difference."""

    response: Any = None
    points: float | None = None
    most: float = 0
    raw: float | None = None
    reasons: list[str] = []

    @property
    def by_key(self) -> float | None:
        """The points before a class's own rules."""
        return self.raw if self.reasons else self.points


class Earlier(msgspec.Struct, frozen=True):
    """A line of scored.jsonl, as far as a change is told from it; folders of earlier versions have no `reasons`."""

    student: str
    name: str = ""
    state: str = ""
    made: str = ""
    late: bool = False
    total: float = 0
    most: float = 0
    tasks: dict[str, EarlierTask] = {}
    reasons: list[str] = []


_READER = msgspec.json.Decoder(Earlier)


def earlier(line: bytes | str) -> Earlier | None:
    """Return a line of scored.jsonl; None for one that is damaged."""
    try:
        return _READER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


class PreviousRun:
    """The students of the run before, by id; empty where there was none."""

    def __init__(self, out: Path):
        self._students = DiskStore(Earlier)
        self.is_there = (out / SCORED).is_file()
        if self.is_there:
            with (out / SCORED).open("rb") as lines:
                for line in lines:
                    if (found := earlier(line)) is not None:
                        self._students.put(found.student, found)

    def student(self, name: str) -> Earlier | None:
        """Return what was made of a student; None for one who is new."""
        found: Earlier | None = self._students.get(name)
        return found

    @property
    def names(self) -> list[str]:
        """The students, sorted."""
        return self._students.names
