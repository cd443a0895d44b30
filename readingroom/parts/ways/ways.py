"""The ways through a lesson: which there are, how long each takes, and the lesson's steps."""

from __future__ import annotations

from typing import Any

from ...content.errors import CourseError
from ...content.library import Library
from ...content.ways import FILE
from ...learning.lesson_steps import Step, minutes_on, steps_of
from ...learning.minutes import whole_minutes
from ...learning.progress import progress_of
from ...learning.record import Record
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget

STYLES = ("ways/ways.css",)
PLACES = ("settings", "marks", "votes", "answers", "guesses", "probabilities")


class Ways(SavingWidget):
    """Lets a reader choose a way, and shows the steps of the lesson; `state` follows the record."""

    _esm = module("ways/ways.js")
    _css = styles(*STYLES)

    def __init__(self, record: Record, content: dict[str, Any]):
        super().__init__(record, content, PLACES)
        record.on_change.append(lambda _: self._show())

    def _show(self) -> None:
        progress = progress_of(self.record)
        self.state = {place: progress[place] for place in PLACES}


def ways(library: Library, record: Record, lesson: str) -> Ways:
    """Return the top of the lesson in notebooks/LESSON.ipynb, with what other lessons have written since."""
    record.refresh()
    return Ways(record, ways_content(library, lesson))


def ways_content(library: Library, lesson: str) -> dict[str, Any]:
    """Return what ways.js shows: plain values."""
    if not library.ways:
        raise CourseError(f"this course has no {FILE}, so there is one way through each lesson: leave this cell out.")
    steps = steps_of(library, lesson)
    if not steps:
        raise CourseError(f"there is no lesson notebooks/{lesson}.ipynb with steps, so it has no ways.")
    return {
        "ways": [
            {"id": way.id, "label": way.label, "about": way.about, "minutes": minutes_on(steps, rank)}
            for rank, way in enumerate(library.ways.values())
        ],
        "usual": usual_way(library),
        "steps": [_step(step, len(library.ways)) for step in steps if step.acts],
        "folds": [
            {"from": list(library.ways).index(fold.way), "title": fold.title, "cells": fold.cells}
            for fold in library.folds
            if fold.lesson == lesson
        ],
    }


def usual_way(library: Library) -> int:
    """Return the number of the way that a reader is given who chose none."""
    return next((rank for rank, way in enumerate(library.ways.values()) if way.usual), 0)


def _step(step: Step, count: int) -> dict[str, Any]:
    return {
        "title": step.title,
        "minutes": [whole_minutes(step.seconds(rank)) for rank in range(count)],
        "acts": [[*act, rank] for act, rank in step.acts],
    }
