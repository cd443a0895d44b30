"""What a student hands in of a lesson, as records."""

from __future__ import annotations

from typing import Any

import msgspec


class LessonAnswer(msgspec.Struct, frozen=True):
    """The latest answer to a quiz item.

    `sure` is 1 to 3, 0 if it was not said; `fraction` and `first` are how right the latest and the first answer were,
    by the student's own page; `text` is what was written where the response are points given by a rubric.
    """

    response: Any
    sure: int = 0
    fraction: float = 0.0
    first: float = 0.0
    tries: int = 1
    text: str = ""


class LessonHandIn(msgspec.Struct, frozen=True):
    """What a student hands in of a lesson: `marks` by paragraph, `votes` and `weighings` by claim, `answers` by item,
    and `notes` by paragraph where the student chose to send them.
    """

    lesson: str
    student: str
    made: str
    marks: dict[str, str] = {}
    votes: dict[str, str] = {}
    weighings: dict[str, str] = {}
    answers: dict[str, LessonAnswer] = {}
    notes: dict[str, str] = {}

    @property
    def parts(self) -> int:
        """How many things are in it."""
        return len(self.marks) + len(self.votes) + len(self.weighings) + len(self.answers) + len(self.notes)
