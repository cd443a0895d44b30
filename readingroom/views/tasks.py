"""An assigned exercise as a student sees it: tasks to answer, with nothing on the page that knows the answers."""

from __future__ import annotations

from typing import Any

from ..content.exercise import Assignment, Task, assignment, names
from ..content.library import Library, find
from ..learning.record import Record
from .cited import places
from .frontend import module
from .keeping import Keeping
from .prose import inline


class TaskView(Keeping):
    """One task and the student's answer to it."""

    _esm = module("tasks.js")


class OpenExercise:
    """An exercise opened in its notebook: `.task(id)` shows a task."""

    def __init__(self, library: Library, record: Record, name: str):
        find({known: known for known in names(library.root)}, name, "exercise")
        self._library, self._record, self._given = library, record, assignment(library.root, name)

    def task(self, id: str) -> TaskView:
        """The task `id`, with a place for your answer."""
        task = find(self._given.tasks, id, "task")
        return TaskView(self._record, task_content(self._library, self._given, task), ("tasks",))


def task_content(library: Library, given: Assignment, task: Task) -> dict[str, Any]:
    """Return what tasks.js shows."""
    digits = {None: "", 0: "A whole number. ", 1: "One decimal. "}.get(task.decimals, f"{task.decimals} decimals. ")
    where = ", ".join(f"{place['label']} ({place['lesson']})" for place in places(library, task.paragraphs))
    return {"name": f"{given.about.id}/{task.id}", "id": task.id, "kind": task.kind, "number": list(given.tasks).index(task.id) + 1,
            "prompt": inline(library, task.prompt), "unit": task.unit, "about": f"{digits}On {where}.",
            "options": [{"id": o.id, "html": inline(library, o.text)} for o in task.option]}
