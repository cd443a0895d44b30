"""What a bundle's tables leave out: the reckoned columns in which an answer could be looked up."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from ...content.exercise import Assignment
from ...content.parameters import key_for
from ...content.references import REFERENCE
from ...content.tasks import Key, Task

Columns = set[tuple[str, str]]


def withheld(exercise: Assignment, keys: Iterable[Key]) -> Columns:
    """Return (series, column) for every column that the answer to a task refers to, in whatever variant."""
    return {
        (found[1], found[2])
        for key in keys
        for asked in _every_variant(key, exercise.tasks[key.task])
        for answer in _answers(asked)
        for found in REFERENCE.finditer(answer)
    }


def without(series: dict[str, Any], columns: Columns) -> dict[str, Any]:
    """Return a series' description without its withheld reckoned columns.

    A column as published stays, since reading it is the task.
    """
    kept = {
        kind: [c for c in series.get(kind, []) if (series["id"], c["id"]) not in columns] for kind in ("sum", "share")
    }
    return {name: value for name, value in series.items() if name not in kept} | {
        kind: rows for kind, rows in kept.items() if rows
    }


def _every_variant(key: Key, task: Task) -> Iterator[Key]:
    names = [vary.name for vary in task.vary]
    for values in itertools.product(*(vary.value for vary in task.vary)):
        yield key_for(key, dict(zip(names, values, strict=True)))


def _answers(key: Key) -> Iterator[str]:
    yield from [key.answer] if isinstance(key.answer, str) else key.answer
    for row in key.cell.values():
        yield from row.values()
