"""Errors of the content, each with a message that says what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong: which file, which record, which field, and what to do."""

    file: str
    record: str
    field: str
    says: str

    def __str__(self) -> str:
        return _shown(", ".join(part for part in (self.file, self.record, self.field) if part) + f": {self.says}")


_LONGEST = 600


def _shown(text: str) -> str:
    """`text` on one line of a terminal: without control characters, and cut where somebody's cell fills pages."""
    line = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text[:_LONGEST])
    return line if len(text) <= _LONGEST else f"{line}\N{HORIZONTAL ELLIPSIS}"


class CourseError(Exception):
    """An error that its reader can put right; in a notebook it shows as its message alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [f"Reading Room: {self}"]


class ContentError(CourseError):
    """The faults found in the course's files, all of them at once."""

    def __init__(self, faults: list[Fault]):
        self.faults = faults
        many = "a fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(
            "\n".join(
                [f"the course's files have {many}; nothing you wrote is touched.", *(f"  {fault}" for fault in faults)]
            )
        )
