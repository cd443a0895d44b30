"""What a scorer needs to know of a task: the same small dictionary as for a quiz item, and one for small tables."""

from __future__ import annotations

from collections.abc import Callable

from ..content.exercise import Key as TaskKey
from ..content.exercise import Task
from .answer_keys import Key


def key_of_task(task: Task, key: TaskKey, number: Callable[[str], float]) -> Key:
    """Return the scorer's key to `task`; `number` reckons what is written, and the result is rounded as the task asks.

    `task` may be a student's own variant as long as its lines carry the exercise's own names: of a draw, what was drawn counts.
    """
    answers = [key.answer] if isinstance(key.answer, str) else key.answer
    match task.kind:
        case "choice" | "passage":
            return {"kind": "one", "right": answers}
        case "choices":
            return {"kind": "several", "right": answers}
        case "order":
            drawn = {option.id for option in task.option}
            return {"kind": "order", "right": [name for name in answers if name in drawn]}
        case "match":
            return {"kind": "place", "right": {line.id: key.place[line.id] for line in task.left}}
        case "sort":
            return {"kind": "place", "right": {card.id: key.place[card.id] for card in task.card}}
        case "number":
            return {"kind": "number", "right": _rounded(number(answers[0]), task.decimals), "tolerance": key.tolerance}
        case "short":
            return {"kind": "short", "right": answers}
        case "table":
            right = {
                row.id: {c.id: _rounded(number(key.cell[row.id][c.id]), c.decimals) for c in task.column}
                for row in task.row
            }
            return {"kind": "table", "right": right, "tolerance": key.tolerance}
    return {"kind": "rubric", "most": {c.id: max(level.points for level in c.level) for c in key.criterion}}


def _rounded(value: float, decimals: int | None) -> float:
    return value if decimals is None else round(value, decimals)
