"""Work marked without a teacher: the feedback page, where the exercise's key lies beside the course."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from ...content.errors import ContentError, CourseError
from ...content.exercise import Assignment
from ...content.library import Library
from ...learning.progress import progress_of
from ...learning.record import Record
from ...learning.submission.records import Answer
from ...learning.submission.save import answers
from ..base.answering import AnsweringWidget
from ..base.frontend import module, styles

Marking = Callable[[Library, str, Mapping[str, Answer]], str]
"""Makes the feedback page on answers to an exercise; ImportError where the package came without its teacher's side."""

_NO_KEY = (
    "The key of this exercise is not here: your teacher has it. Hand in your work above, and your feedback comes back."
)
_NOT_MARKED = "Your work could not be marked. Your answers are safe. What is wrong with the key: "


class OwnMarks(AnsweringWidget):
    """Offers to mark: each change of `wanted` asks for it.

    The feedback page then comes in `page`, or a sentence in `says`.
    """

    _esm = module("exercise/own-marks.js")
    _css = styles("exercise/exercise.css")
    answers: tuple[str, ...] = ("page", "says")
    content = traitlets.Dict().tag(sync=True)
    wanted = traitlets.Int(0).tag(sync=True)
    page = traitlets.Unicode("").tag(sync=True)
    says = traitlets.Unicode("").tag(sync=True)

    def __init__(self, library: Library, record: Record, exercise: Assignment, marking: Marking):
        self.library, self.record, self.exercise, self.marking = library, record, exercise, marking
        super().__init__(content={"title": exercise.about.title})
        if exercise.assigned or not has_key(library, exercise):
            self.content = {**self.content, "absent": _NO_KEY}
        self.observe(self._mark, names="wanted")

    def _mark(self, _: Any) -> None:
        self.says, self.page = "", ""
        self.record.refresh()
        given = answers(self.exercise.about.id, self.exercise.tasks, progress_of(self.record)["tasks"])
        if not given:
            self.says = "No task has an answer yet, so there is nothing to mark."
            return
        try:
            self.page = self.marking(self.library, self.exercise.about.id, given)
        except ImportError:
            self.says = _NO_KEY
        except (ContentError, CourseError) as error:
            self.says = f"{_NOT_MARKED}{error}"


def has_key(library: Library, exercise: Assignment) -> bool:
    """Return whether the key lies beside the exercise: not in a student's bundle, nor in an exported copy."""
    return (library.root / f"exercises/key/{exercise.about.id}.toml").is_file()
