"""What a class's marks say about its tasks: difficulty, discrimination, options chosen, certainty; pure figures from scored.jsonl."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Any

import msgspec

from ...content.faults import CourseError

Scored = dict[str, Any]


class TaskFigures(msgspec.Struct, frozen=True):
    """One task: how many answered, the mean fraction (1 easy, 0 hard), how it goes with the rest of the marks, what was chosen."""
    task: str
    marked: int
    answered: int
    difficulty: float | None
    discrimination: float | None
    chosen: Counter


class Sureness(msgspec.Struct, frozen=True):
    """How often answers given with one certainty were fully right."""
    level: int
    answers: int
    right: int


def scored(folder: Path) -> list[Scored]:
    """Read what `mark` wrote into `folder`."""
    try:
        lines = (folder / "scored.jsonl").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise CourseError(f"{folder} holds no scored.jsonl; name the folder that `mark` wrote into.") from None
    try:
        return [json.loads(line) for line in lines]
    except ValueError:
        raise CourseError(f"{folder / 'scored.jsonl'} is damaged; run `mark` again.") from None


def of_task(task: str, class_: Iterable[Scored]) -> TaskFigures:
    """Return the figures of one task over all students who handed in."""
    given = [student["tasks"][task] | {"rest": _rest(student, task)} for student in class_ if task in student["tasks"]]
    marked = [each for each in given if each["fraction"] is not None]
    fractions = [each["fraction"] for each in marked]
    return TaskFigures(task, len(marked), sum(each["response"] is not None for each in given), _mean(fractions),
                       correlation(fractions, [each["rest"] for each in marked]), _chosen(given))


def sureness(class_: Iterable[Scored]) -> list[Sureness]:
    """Return right answers by certainty, over all tasks that a machine marked."""
    said = [(task["sure"], task["fraction"] >= 1) for student in class_ for task in student["tasks"].values() if task["sure"] and task["fraction"] is not None]
    return [Sureness(level, sum(sure == level for sure, _ in said), sum(right for sure, right in said if sure == level)) for level in (1, 2, 3)]


def puzzling(class_: Iterable[Scored]) -> list[tuple[str, int]]:
    """Return (paragraph, how many ticked it), the most puzzling first."""
    counts = Counter(paragraph for student in class_ for paragraph in dict.fromkeys(student["puzzling"]))
    return sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))


def correlation(first: list[float], second: list[float]) -> float | None:
    """Return Pearson's correlation; None where one of the two never changes or there are fewer than five pairs."""
    n = len(first)
    if n < 5:
        return None
    a, b = _mean(first), _mean(second)
    across = sum((x - a) * (y - b) for x, y in zip(first, second, strict=True))
    spread = sqrt(sum((x - a) ** 2 for x in first) * sum((y - b) ** 2 for y in second))
    return across / spread if spread > 1e-12 else None


def _rest(student: Scored, task: str) -> float:
    """The marks without this task: an item that counts in its own total would always go with it a little."""
    return sum(each["points"] or 0 for name, each in student["tasks"].items() if name != task)


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _chosen(given: Iterable[Scored]) -> Counter:
    counts: Counter = Counter()
    for each in given:
        response = each["response"]
        if isinstance(response, str):
            counts[response] += 1
        elif isinstance(response, list):
            counts.update(str(name) for name in response)
        elif isinstance(response, dict):
            counts.update(f"{card}\x1f{place}" for card, place in response.items() if isinstance(place, str) and place)
    return counts
