"""An assigned exercise as a student sees it: tasks to answer, with nothing on the page that knows the answers."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ...content.exercise import Assignment, Task, assignment, names
from ...content.library import Library, find
from ...content.parameters import filled, first_values
from ...learning.ordering import opening_sentence, shuffled
from ...learning.record import Record
from ..base.citations import places
from ..base.frontend import module, source
from ..base.persistence import Keeping
from ..base.prose import inline


class TaskView(Keeping):
    """One task and the student's answer to it."""

    _esm = module("exercise/exercise.js")
    _css = source("base/lesson.css") + source("exercise/exercise.css")


class OpenExercise:
    """An exercise opened in its notebook: `.task(id)` shows a task, `.hand_in()` makes the file for the teacher."""

    def __init__(self, library: Library, record: Record, name: str):
        find({known: known for known in names(library.root)}, name, "exercise")
        self._library, self._record, self._given = library, record, as_asked(assignment(library.root, name))

    def task(self, id: str) -> TaskView:
        """The task `id`, with a place for your answer."""
        task = find(self._given.tasks, id, "task")
        return TaskView(self._record, task_content(self._library, self._given, task), ("tasks",))

    def hand_in(self) -> Any:
        """What you answered and what not, and the file for your teacher."""
        from .submission import hand_in

        return hand_in(self._library, self._record, self._given)


def as_asked(given: Assignment) -> Assignment:
    """Return the exercise as it is asked: a student's own variant as it stands, else the first values and lines in a set shuffle."""
    if given.assigned:
        return given
    return Assignment(
        given.about, {name: _laid(filled(task, first_values(task))) for name, task in given.tasks.items()}
    )


def _laid(task: Task) -> Task:
    drawn = {field: getattr(task, field)[: task.draw] for field in ("option", "card") if task.draw}
    task = replace(task, **drawn)
    mixed = (
        ("left", "right", "card") if task.kind == "order" else ("option", "left", "right", "card")
    )  # lines to order stand mixed in the file
    return replace(task, **{field: shuffled(f"{task.id} {field}", getattr(task, field)) for field in mixed})


def task_content(library: Library, given: Assignment, task: Task) -> dict[str, Any]:
    """Return what tasks.js shows."""
    where = ", ".join(f"{place['label']} ({place['lesson']})" for place in places(library, task.paragraphs))
    shown = {
        "name": f"{given.about.id}/{task.id}",
        "id": task.id,
        "kind": task.kind,
        "number": list(given.tasks).index(task.id) + 1,
        "prompt": inline(library, task.prompt),
        "about": f"{_form(task)}On {where}.",
    }
    match task.kind:
        case "choice" | "choices" | "order":
            shown["options"] = _lines(library, task.option)
        case "passage":
            shown["options"] = [{"id": p, "html": inline(library, opening_sentence(library, p))} for p in task.passage]
        case "match":
            shown |= {"lefts": _lines(library, task.left), "rights": _names(library, task.right)}
        case "sort":
            shown |= {"cards": _lines(library, task.card), "bins": _names(library, task.bin)}
        case "number":
            shown["unit"] = task.unit
        case "table":
            shown |= {
                "rows": _names(library, task.row),
                "columns": [{"id": c.id, "text": library.text(c.text), "unit": c.unit} for c in task.column],
            }
    return shown


def _form(task: Task) -> str:
    if task.kind == "table":
        return "".join(f"{c.text}: {_digits(c.decimals).lower()}" for c in task.column)
    if task.kind == "choices":
        return "More than one may be right. "
    return _digits(task.decimals) if task.kind == "number" else ""


def _digits(decimals: int | None) -> str:
    return {None: "", 0: "A whole number. ", 1: "One decimal. "}.get(decimals, f"{decimals} decimals. ")


def _lines(library: Library, lines: list[Any]) -> list[dict[str, str]]:
    return [{"id": line.id, "html": inline(library, line.text)} for line in lines]


def _names(library: Library, lines: list[Any]) -> list[dict[str, str]]:
    return [{"id": line.id, "text": library.text(line.text)} for line in lines]
