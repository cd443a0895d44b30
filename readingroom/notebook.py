"""What a lesson's cell may call."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .content.library import Library
from .content.paths import course_root
from .learning.record import Record
from .parts.lesson import SectionLesson, WholeCourse

if TYPE_CHECKING:
    from .learning.submission.records import Answer
    from .parts.exercise.exercise import OpenExercise

__all__ = ["open_course", "open_exercise", "open_section"]


def open_section(name: str) -> SectionLesson:
    """Open the lesson on section `name` of the article."""
    return SectionLesson(*_opened(course_root()), name)


def open_course() -> WholeCourse:
    """Open the course as a whole: map, timeline, forecasts, the quizzes across sections, your record."""
    return WholeCourse(*_opened(course_root()))


def open_exercise(name: str) -> OpenExercise:
    """Open the tasks of exercise `name`."""
    from .parts.exercise.exercise import OpenExercise  # no lesson waits for it

    return OpenExercise(*_opened(course_root()), name, _own_feedback)


def _own_feedback(library: Library, exercise: str, answers: Mapping[str, Answer]) -> str:
    from .teaching.mark.own_work import own_feedback  # a student's bundle and a browser's Python come without it

    return own_feedback(library, exercise, answers)


@cache
def _opened(root: Path) -> tuple[Library, Record]:
    """One library and one record for each kernel and course."""
    library = Library(root)
    return library, Record(root, library.course.id)


def __dir__() -> list[str]:
    return __all__
