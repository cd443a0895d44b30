"""Each student's own variant of an exercise: which values, which lines, in which order, under which names.

Everything is drawn with HMAC-SHA256 from the teacher's secret seed: the same seed and student always give the same
variant, and without the seed nobody can tell one variant from another or say which name stands for which option.
The key never enters: a variant is made from the tasks alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from .exercise import Assignment
from .keyed_digest import KeyedDigest, keyed_digest
from .kinds import KINDS
from .parameters import first_values, with_values
from .tasks import Assigned, Task, TaskOption, VaryValue

Part = TypeVar("Part")


class Question(msgspec.Struct, frozen=True, gc=False):
    """One task as one student was asked it, under the exercise's own names: what marking needs of a variant.

    `values` is what the parameters stand for, `names` the exercise's own name for each new one. Two questions of a task
    with the same `drawn` ask the same.
    """

    asked: Task
    values: dict[str, VaryValue]
    names: dict[str, str]
    drawn: tuple[str, ...] = ()


class Variant(Question, frozen=True, kw_only=True):
    """One task as one student gets it: `task` is what is handed out, under this student's names."""

    task: Task


def default_variant(task: Task) -> Variant:
    """Return the variant of a class without a roster: the first values, the task's own names."""
    values = first_values(task)
    asked = with_values(task, values)
    drawn = {field: getattr(asked, field)[: task.draw] for field in ("option", "card") if task.draw}
    asked = msgspec.structs.replace(asked, **drawn)
    return Variant(asked, values, {}, task=asked)


def variants(assignment: Assignment, seed: str, student: str) -> dict[str, Variant]:
    """Return the variant of every task for `student`, an id of the roster."""
    return Variants(assignment, seed).of(student)


class Variants:
    """The variants of an exercise under one seed; a task with the same values is written once for all."""

    def __init__(self, assignment: Assignment, seed: str):
        self._tasks = assignment.tasks
        self._draw = _Draw(keyed_digest(seed.encode())).below(assignment.about.id)
        self._written: dict[tuple[str, ...], Task] = {}

    def of(self, student: str) -> dict[str, Variant]:
        """Return the variant of every task for `student`, an id of the roster."""
        return {
            task.id: _variant(self._with_values(task, values), task.draw, values, draw)
            for task, values, draw in self._draws(student)
        }

    def questions(self, student: str) -> dict[str, Question]:
        """Return every task as `student` was asked it, with no more of it drawn than marking needs."""
        return {
            task.id: _question(self._with_values(task, values), task.draw, values, draw)
            for task, values, draw in self._draws(student)
        }

    def _draws(self, student: str) -> Iterator[tuple[Task, dict[str, VaryValue], _Draw]]:
        of_student = self._draw.below(student)
        for task in self._tasks.values():
            # Tasks that vary by the same list belong together: a student meets the same value in each.
            values = {
                vary.name: of_student.first(
                    f"vary {vary.name} {' '.join(value.id for value in vary.value)}", vary.value
                )
                for vary in task.vary
            }
            yield task, values, of_student.below(task.id)

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
    return _Draw(keyed_digest(seed.encode())).below(assignment.about.id, student, "").name("variant")


def to_original_names(question: Question, response: Any) -> Any:
    """Return a response in the exercise's own names, so that it can be scored; unknown names stay as they are."""
    names = question.names
    renamed = KINDS[question.asked.kind].renames_response
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
_IN_ORDER = ("left", "card")  # the right answer is told in the order in which a student had these


def _variant(task: Task, most: int | None, values: dict[str, VaryValue], draw: _Draw) -> Variant:
    """Return a task with its values in it in this student's order and under new names, `most` lines of it at most."""
    drawn = {
        field: draw.order(f"order {field}", _drawn_lines(task, field, most, draw))
        for field in _LINES
        if getattr(task, field)
    }
    asked = msgspec.structs.replace(task, passage=draw.order("order passage", task.passage), **drawn)
    names: dict[str, str] = {}
    renamed = {}
    for field, own in drawn.items():
        lines = [(draw.line_name(field, line), line) for line in own]
        names |= {name: line.id for name, line in lines}
        renamed[field] = [TaskOption(id=name, text=line.text) for name, line in lines]
    return Variant(asked, values, names, task=msgspec.structs.replace(asked, **renamed))


def _question(task: Task, most: int | None, values: dict[str, VaryValue], draw: _Draw) -> Question:
    """Return a task as a student was asked it; its lines are in the student's order where an answer is told in it."""
    names: dict[str, str] = {}
    changed: dict[str, list[TaskOption]] = {}
    for field in _LINES:
        if not (lines := getattr(task, field)):
            continue
        own = _drawn_lines(task, field, most, draw)
        if field in _IN_ORDER:
            own = draw.order(f"order {field}", own)
        for line in own:
            names[draw.line_name(field, line)] = line.id
        if own is not lines:
            changed[field] = own
    drawn = (*(value.id for value in values.values()), *(line.id for lines in changed.values() for line in lines))
    return Question(msgspec.structs.replace(task, **changed) if changed else task, values, names, drawn)


def _drawn_lines(task: Task, field: str, most: int | None, draw: _Draw) -> list[TaskOption]:
    """The lines of one field, after those left out for this student are gone."""
    lines: list[TaskOption] = getattr(task, field)
    if field in ("option", "card") and most and len(lines) > most:
        return draw.order(f"draw {field}", lines)[:most]
    return lines


class _Draw:
    """Draws that only the seed can repeat."""

    def __init__(self, keyed: KeyedDigest):
        self._keyed = keyed

    def below(self, *subject: str) -> _Draw:
        """Return the draws of a part of the subject."""
        return _Draw(self._keyed.begun("\x1f".join((*subject, "")).encode()))

    def _digest(self, label: str) -> bytes:
        return self._keyed.of(label.encode())

    def line_name(self, field: str, line: TaskOption) -> str:
        """Return the name of a task's line."""
        return self.name(f"name {field} {line.id}")

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
