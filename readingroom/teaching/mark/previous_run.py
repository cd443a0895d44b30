"""What the run before this one made of each student, read from its scored.jsonl a line at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from ...content.errors import CourseError
from ...content.exercise import Assignment
from .spill import DiskStore
from .triage_file import File

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
        self._out, self._students = out, DiskStore(Earlier)
        self._marked, self._tasks = 0, dict[str, None]()  # students whose marks stand there, and the tasks they did
        self.is_there = (out / SCORED).is_file()
        if self.is_there:
            with (out / SCORED).open("rb") as lines:
                for line in lines:
                    if (found := earlier(line)) is not None:
                        self._students.put(found.student, found)
                        self._marked += bool(found.tasks)
                        self._tasks |= dict.fromkeys(found.tasks)

    def refuse_other_exercise(self, exercise: Assignment) -> None:
        """Raise CourseError where the folder holds marks of tasks that are all unknown to `exercise`."""
        if self._tasks and not any(task in exercise.tasks for task in self._tasks):
            first = ", ".join(list(self._tasks)[:3])
            raise CourseError(
                f"{self._out} holds marks of another exercise than {exercise.about.id} (its tasks are {first} …), and "
                "they would be lost. Nothing was written; name a folder of its own with --out."
            )

    def refuse_loss(self, files: Sequence[File]) -> None:
        """Raise CourseError where marks stand in the folder and no file counts now."""
        if not self._marked or any(file.counts for file in files):
            return
        reason = Counter(file.advice for file in files).most_common(1)
        why = f"of the {len(files)} files that came none counts, most for this reason: {reason[0][0]}" if files else ""
        raise CourseError(
            f"{self._out} holds the marks of {self._marked} hand-ins, and {why or 'no file came now.'} Nothing was "
            "written. Is it the right folder of hand-ins, --roster and --seed? To mark without them all the same, name "
            "another folder with --out."
        )

    def student(self, name: str) -> Earlier | None:
        """Return what was made of a student; None for one who is new."""
        found: Earlier | None = self._students.get(name)
        return found

    @property
    def names(self) -> list[str]:
        """The students, sorted."""
        return self._students.names
