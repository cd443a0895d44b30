"""The feedback page for somebody who works alone, where the exercise's key is at hand."""

from __future__ import annotations

from collections.abc import Mapping

from ...content.exercise import assignment, key
from ...content.library import Library
from ...learning.submission.format import Answer, Submission, read, serialize
from ..roster import Student
from .feedback import Feedback
from .gradebook import Line
from .scoring import Marker


def own_feedback(library: Library, exercise: str, answers: Mapping[str, Answer]) -> str:
    """Return the feedback page on `answers` to `exercise`, as a class gets it.

    ContentError where the key or the tasks have a fault.
    """
    asked_for = assignment(library.root, exercise)
    marker = Marker(library, asked_for, {each.task: each for each in key(library.root, exercise)})
    asked = marker.asked("")
    # As a file that came in: what no hand-in can hold is left out here too.
    submission = read(serialize(Submission(exercise, "me", "", dict(answers)))).submission
    marks = marker.marks(submission, asked, {}) if submission else []
    points = {mark.task: mark.points for mark in marks}
    state = "written open" if None in points.values() else "marked"
    line = Line(Student("My work"), state, round(sum(p or 0 for p in points.values()), 2), points)
    return Feedback(library, asked_for.about.title, marker.most).page(line, asked, marks, {}, {}, "")
