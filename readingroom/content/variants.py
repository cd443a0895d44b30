"""Each student's own variant of an exercise: which values, which lines, in which order, under which names.

Everything is drawn with HMAC-SHA256 from the teacher's secret seed, so that the same seed and student always give the same variant and
nobody without the seed can tell one from the other or say which name stands for which option. The key never enters: a variant is made
from the tasks alone.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from .exercise import Assigned, Assignment, Task, VaryValue
from .parameters import filled, first_values

Part = TypeVar("Part")


class Variant(msgspec.Struct, frozen=True):
    """One task as one student gets it: as handed out, the same under the exercise's own names, the values, what the new names stand for."""

    task: Task
    asked: Task
    values: dict[str, VaryValue]
    names: dict[str, str]


def plain(task: Task) -> Variant:
    """Return the variant of a class without a roster: the first values, the task's own names."""
    values = first_values(task)
    asked = filled(task, values)
    drawn = {field: getattr(asked, field)[: task.draw] for field in ("option", "card") if task.draw}
    asked = msgspec.structs.replace(asked, **drawn)
    return Variant(asked, asked, values, {})


def variants(given: Assignment, seed: str, student: str) -> dict[str, Variant]:
    """Return the variant of every task for `student`, known by the id on the roster."""
    values = _Draw(seed, given.about.id, student)
    return {
        task.id: _variant(task, values, _Draw(seed, given.about.id, student, task.id)) for task in given.tasks.values()
    }


def assigned(given: Assignment, seed: str, student: str) -> Assignment:
    """Return the exercise as `student` gets it."""
    tasks = {name: variant.task for name, variant in variants(given, seed, student).items()}
    return Assignment(given.about, tasks, Assigned(student=student, tag=tag(given, seed, student)))


def tag(given: Assignment, seed: str, student: str) -> str:
    """Return what tells a student's variant from the others without saying anything about it."""
    return _Draw(seed, given.about.id, student, "").name("variant")


def original(variant: Variant, response: Any) -> Any:
    """Return a student's response in the exercise's own names, so that it can be scored; foreign names stay as they are."""
    names = variant.names
    if isinstance(response, str) and variant.task.kind == "choice":
        return names.get(response, response)
    if isinstance(response, list):
        return [names.get(name, name) if isinstance(name, str) else name for name in response]
    if isinstance(response, dict) and variant.task.kind in ("match", "sort"):
        return {
            names.get(card, card): names.get(place, place) if isinstance(place, str) else place
            for card, place in response.items()
        }
    return response


_LINES = ("option", "left", "right", "card", "bin")


def _variant(task: Task, drawn: _Draw, draw: _Draw) -> Variant:
    # Tasks that vary by the same list belong together: a student meets the same value in each.
    values = {
        vary.name: drawn.first(f"vary {vary.name} {' '.join(value.id for value in vary.value)}", vary.value)
        for vary in task.vary
    }
    names: dict[str, str] = {}
    drawn_lines, new = {}, {}
    for field in _LINES:
        lines = getattr(task, field)
        if field in ("option", "card") and task.draw and len(lines) > task.draw:
            lines = draw.order(f"draw {field}", lines)[: task.draw]
        drawn_lines[field] = draw.order(f"order {field}", lines)
    asked = msgspec.structs.replace(
        task, vary=[], draw=None, passage=draw.order("order passage", task.passage), **drawn_lines
    )
    asked = filled(asked, values) if values else asked
    for field in _LINES:
        lines = [(draw.name(f"name {field} {line.id}"), line) for line in getattr(asked, field)]
        names |= {name: line.id for name, line in lines}
        new[field] = [msgspec.structs.replace(line, id=name) for name, line in lines]
    return Variant(msgspec.structs.replace(asked, **new), asked, values, names)


class _Draw:
    """Draws that only the seed can repeat."""

    def __init__(self, seed: str, *about: str):
        self._key = seed.encode()
        self._about = "\x1f".join(about)

    def _digest(self, words: str) -> bytes:
        return hmac.digest(self._key, f"{self._about}\x1f{words}".encode(), hashlib.sha256)

    def name(self, words: str) -> str:
        """A name that tells nothing."""
        return f"k{self._digest(words).hex()[:8]}"

    def order(self, words: str, parts: Iterable[Part]) -> list[Part]:
        parts = list(parts)
        return [
            part for _, part in sorted(enumerate(parts), key=lambda numbered: self._digest(f"{words} {numbered[0]}"))
        ]

    def first(self, words: str, parts: list[Part]) -> Part:
        return parts[int.from_bytes(self._digest(words)[:8]) % len(parts)]
