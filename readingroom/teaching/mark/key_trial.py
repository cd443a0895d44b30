"""Whether a key can mark at all: one slip in it, as in a key put right in haste, would be laid to every student."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...content.errors import ContentError, Fault
from ...content.exercise import Assignment
from ...content.library import Library
from ...content.parameters import Values, first_values, key_for, with_values
from ...content.tasks import Key, Task
from ...learning.kinds import task_answer_key
from ..kinds import KINDS
from ..kinds.base import task_lines

MOST_TRIED = 200  # combinations of values of one task


def refuse_unfit_key(library: Library, path: Path, exercise: Assignment, keys: Mapping[str, Key], varies: bool) -> None:
    """Raise a ContentError that names each key of the file `path` by which no answer to its task can be marked.

    `varies` says whether students are asked about different values.
    """
    unfit = [task for task in exercise.tasks.values() if not _can_mark(library, task, keys[task.id], varies)]
    if faults := [fault for task in unfit for fault in _faults(library, path.name, task, keys[task.id])]:
        raise ContentError(faults)


def _can_mark(library: Library, task: Task, key: Key, varies: bool) -> bool:
    try:
        for values in _choices(task) if varies else [first_values(task)]:
            asked, fitting = with_values(task, values), key_for(key, values)
            answer = task_answer_key(asked, fitting, library.evaluate)
            KINDS[task.kind].solution_html(library, asked, answer, task_lines(library, asked))
    except Exception:  # whatever it is, each hand-in would stumble over it
        return False
    return True


def _choices(task: Task) -> Iterator[Values]:
    if math.prod(len(vary.value) for vary in task.vary) > MOST_TRIED:
        yield first_values(task)
        return
    for values in itertools.product(*(vary.value for vary in task.vary)):
        yield dict(zip((vary.name for vary in task.vary), values, strict=True))


def _faults(library: Library, file: str, task: Task, key: Key) -> list[Fault]:
    from ...content.checks.exercises import key_faults  # here, since a sound key needs no more of the check

    found = key_faults(library, task, key) or [("", "no answer can be marked by it")]
    return [Fault(file, f"key {task.id}", field, f"{says}; put it right, and give mark again") for field, says in found]
