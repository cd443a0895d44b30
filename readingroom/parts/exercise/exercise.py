"""An assigned exercise as a student sees it: tasks to answer, with nothing on the page that knows the answers."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ...content.exercise import Assignment, assignment, names
from ...content.kinds import KINDS
from ...content.library import Library, find
from ...content.parameters import first_values, with_values
from ...content.tasks import Task
from ...learning.ordering import shuffled
from ...learning.record import Record
from ..base.citations import places
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import inline
from ..calls import ListsCalls
from ..failure import failing_in_place
from ..quiz.kinds import KINDS as PART_KINDS
from .own_marks import Marking, OwnMarks


def no_marking(library: Library, exercise: str, answers: Any) -> str:
    """Stand for the teacher's side where it is not installed."""
    raise ImportError("the teacher's side of the package is not here")


class TaskView(SavingWidget):
    """One task and the student's answer to it."""

    _esm = module("exercise/exercise.js")
    _css = styles("quiz/quiz.css", "exercise/exercise.css")


class OpenExercise(ListsCalls):
    """An exercise opened in its notebook: `.task(id)` shows a task, `.hand_in()` makes the file for the teacher.

    `marking` makes the feedback page for somebody who works alone.
    """

    def __init__(self, library: Library, record: Record, name: str, marking: Marking = no_marking):
        find({known: known for known in names(library.root)}, name, "exercise")
        self._library, self._record, self._given = library, record, as_asked(assignment(library.root, name))
        self._marking = marking

    @property
    def _title(self) -> str:
        return f"Exercise {self._given.about.title!r}"

    @failing_in_place
    def task(self, id: str) -> TaskView:
        """The task `id`, with a place for your answer."""
        task = find(self._given.tasks, id, "task")
        return TaskView(self._record, task_content(self._library, self._given, task), ("tasks",))

    @failing_in_place
    def hand_in(self) -> Any:
        """What you answered and what not, and the file for your teacher."""
        from .submission import hand_in

        return hand_in(self._library, self._record, self._given)

    @failing_in_place
    def mark_my_work(self) -> OwnMarks:
        """Your work marked, with the reasons: for those who work alone, where the key lies beside the course."""
        return OwnMarks(self._library, self._record, self._given, self._marking)


def as_asked(exercise: Assignment) -> Assignment:
    """Return the exercise as it is asked: a student's own variant, else the first values and lines in a set shuffle."""
    if exercise.assigned:
        return exercise
    return Assignment(
        exercise.about,
        {name: _in_a_set_order(with_values(task, first_values(task))) for name, task in exercise.tasks.items()},
    )


def _in_a_set_order(task: Task) -> Task:
    drawn = {field: getattr(task, field)[: task.draw] for field in ("option", "card") if task.draw}
    task = replace(task, **drawn)
    mixed = ("left", "right", "card") if KINDS[task.kind].lines_are_mixed else ("option", "left", "right", "card")
    return replace(task, **{field: shuffled(f"{task.id} {field}", getattr(task, field)) for field in mixed})


def task_content(library: Library, exercise: Assignment, task: Task) -> dict[str, Any]:
    """Return what exercise.js shows."""
    where = ", ".join(f"{place['label']} ({place['lesson']})" for place in places(library, task.paragraphs))
    kind = PART_KINDS[task.kind]
    return {
        "name": f"{exercise.about.id}/{task.id}",
        "id": task.id,
        "kind": task.kind,
        "number": list(exercise.tasks).index(task.id) + 1,
        "prompt": inline(library, task.prompt),
        "about": f"{kind.answer_form(task)}On {where}.",
        **kind.task_content(library, task),
    }
