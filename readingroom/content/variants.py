"""Each student's own variant of an exercise: which values, which lines, in which order, under which names.

Everything is drawn with HMAC-SHA256 from the teacher's secret seed: the same seed and student always give the same
variant, and without the seed nobody can tell one variant from another or say which name stands for which option.
The key never enters: a variant is made from the tasks alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from .exercise import Assignment
from .keyed_digest import KeyedDigest
from .kinds import KINDS
from .parameters import first_values, with_values
from .tasks import Assigned, Task, TaskOption, VaryValue

Part = TypeVar("Part")


class Variant(msgspec.Struct, frozen=True):
    """One task as one student gets it.

    `task` is what is handed out, `asked` the same under the exercise's own names, `values` what the parameters stand
    for, `names` the exercise's own name for each new one.
    """

    task: Task
    asked: Task
    values: dict[str, VaryValue]
    names: dict[str, str]


def default_variant(task: Task) -> Variant:
    """Return the variant of a class without a roster: the first values, the task's own names."""
    values = first_values(task)
    asked = with_values(task, values)
    drawn = {field: getattr(asked, field)[: task.draw] for field in ("option", "card") if task.draw}
    asked = msgspec.structs.replace(asked, **drawn)
    return Variant(asked, asked, values, {})


def variants(assignment: Assignment, seed: str, student: str) -> dict[str, Variant]:
    """Return the variant of every task for `student`, an id of the roster."""
    return Variants(assignment, seed).of(student)


class Variants:
    """The variants of an exercise under one seed; a task with the same values is written once for all."""

    def __init__(self, assignment: Assignment, seed: str):
        self._exercise, self._tasks, self._seed = assignment.about.id, assignment.tasks, seed
        self._written: dict[tuple[str, ...], Task] = {}

    def of(self, student: str) -> dict[str, Variant]:
        """Return the variant of every task for `student`, an id of the roster."""
        of_student = _Draw(self._seed, self._exercise, student)
        return {
            task.id: self._variant(task, of_student, _Draw(self._seed, self._exercise, student, task.id))
            for task in self._tasks.values()
        }

    def _variant(self, task: Task, of_student: _Draw, of_task: _Draw) -> Variant:
        # Tasks that vary by the same list belong together: a student meets the same value in each.
        values = {
            vary.name: of_student.first(f"vary {vary.name} {' '.join(value.id for value in vary.value)}", vary.value)
            for vary in task.vary
        }
        return _drawn(self._with_values(task, values), task.draw, values, of_task)

    def _with_values(self, task: Task, values: dict[str, VaryValue]) -> Task:
        name = (task.id, *(value.id for value in values.values()))
        if name not in self._written:
            plain = msgspec.structs.replace(task, vary=[], draw=None)
            self._written[name] = with_values(plain, values) if values else plain
        return self._written[name]


def assignment_for(assignment: Assignment, seed: str, student: str) -> Assignment:
    """Return the exercise as `student` gets it."""
    tasks = {name: variant.task for name, variant in variants(assignment, seed, student).items()}
    tag = variant_tag(assignment, seed, student)
    return Assignment(assignment.about, tasks, Assigned(student=student, tag=tag))


def variant_tag(assignment: Assignment, seed: str, student: str) -> str:
    """Return what tells a student's variant from the others without saying anything about it."""
    return _Draw(seed, assignment.about.id, student, "").name("variant")


def to_original_names(variant: Variant, response: Any) -> Any:
    """Return a response in the exercise's own names, so that it can be scored; unknown names stay as they are."""
    names = variant.names
    renamed = KINDS[variant.task.kind].renames_response
    if isinstance(response, str) and renamed:
        return names.get(response, response)
    if isinstance(response, list):
        return [names.get(name, name) if isinstance(name, str) else name for name in response]
    if isinstance(response, dict) and renamed:
        return {
            names.get(card, card): names.get(place, place) if isinstance(place, str) else place
            for card, place in response.items()
        }
    return response


_LINES = ("option", "left", "right", "card", "bin")


def _drawn(task: Task, most: int | None, values: dict[str, VaryValue], draw: _Draw) -> Variant:
    """Return a task with its values in it in this student's order and under new names, `most` lines of it at most."""
    fields = [field for field in _LINES if getattr(task, field)]
    drawn = {field: _drawn_lines(task, field, most, draw) for field in fields}
    asked = msgspec.structs.replace(task, passage=draw.order("order passage", task.passage), **drawn)
    names: dict[str, str] = {}
    renamed = {}
    for field, own in drawn.items():
        lines = [(draw.name(f"name {field} {line.id}"), line) for line in own]
        names |= {name: line.id for name, line in lines}
        renamed[field] = [TaskOption(id=name, text=line.text) for name, line in lines]
    return Variant(msgspec.structs.replace(asked, **renamed), asked, values, names)


def _drawn_lines(task: Task, field: str, most: int | None, draw: _Draw) -> list[TaskOption]:
    """The lines of one field in this student's order, after those left out are gone."""
    lines = getattr(task, field)
    if field in ("option", "card") and most and len(lines) > most:
        lines = draw.order(f"draw {field}", lines)[:most]
    return draw.order(f"order {field}", lines)


class _Draw:
    """Draws that only the seed can repeat."""

    def __init__(self, seed: str, *subject: str):
        self._keyed = KeyedDigest(seed.encode(), "\x1f".join((*subject, "")).encode())

    def _digest(self, label: str) -> bytes:
        return self._keyed.of(label.encode())

    def name(self, label: str) -> str:
        """Return a name that says nothing about what it stands for."""
        return f"k{self._digest(label).hex()[:8]}"

    def order(self, label: str, parts: Iterable[Part]) -> list[Part]:
        """Return `parts` shuffled."""
        numbered = sorted(enumerate(parts), key=lambda pair: self._digest(f"{label} {pair[0]}"))
        return [part for _, part in numbered]

    def first(self, label: str, parts: list[Part]) -> Part:
        """Return one of `parts`."""
        return parts[int.from_bytes(self._digest(label)[:8]) % len(parts)]
