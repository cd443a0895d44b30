"""A submission and its answers, as records."""

from __future__ import annotations

from typing import Any

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """The response to one task, how sure the student was (1 to 3, 0 if not said), and when it was last changed."""

    response: Any
    sure: int = 0
    at: str = ""


class Submission(msgspec.Struct, frozen=True):
    """What a student hands in. `variant` is the tag of the student's own variant, empty where all have the same."""

    exercise: str
    student: str
    made: str
    answers: dict[str, Answer]
    puzzling: tuple[str, ...] = ()
    variant: str = ""
