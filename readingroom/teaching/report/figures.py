"""What a class's marks say about its tasks.

Difficulty, discrimination, options chosen, certainty; pure figures from scored.jsonl.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any

import msgspec

from ...content.errors import CourseError


class Done(msgspec.Struct, frozen=True, gc=False):
    """What one student made of one task; `fraction` and `points` are None while a text waits to be marked."""

    response: Any
    fraction: float | None
    points: float | None
    sure: int = 0
    missed: list[str] = []


class Scored(msgspec.Struct, frozen=True):
    """A line of scored.jsonl: one student, marked or missing."""

    student: str
    name: str
    state: str
    total: float
    most: float
    tasks: dict[str, Done]
    puzzling: list[str]
    late: bool = False

    @property
    def points(self) -> float:
        """The points so far."""
        return sum(done.points or 0 for done in self.tasks.values())


class Answered(msgspec.Struct, frozen=True):
    """What one student answered, in the exercise's own names, whether it was fully right, and the cells of a table
    that were not.
    """

    response: Any
    right: bool
    missed: list[str]


class TaskFigures(msgspec.Struct, frozen=True):
    """One task: how many answered, the mean fraction (1 easy, 0 hard), how it goes with the rest of the marks, what was
    answered.

    While texts wait to be marked (`waiting`) there is neither difficulty nor discrimination: an empty answer is marked
    at once.
    """

    task: str
    marked: int
    answered: int
    waiting: int
    difficulty: float | None
    discrimination: float | None
    answers: list[Answered]


class Sureness(msgspec.Struct, frozen=True):
    """How often answers given with one certainty were fully right."""

    level: int
    answers: int
    right: int


LONGEST_SHOWN = 100  # letters of one answer
_READER = msgspec.json.Decoder(Scored)


def scored(folder: Path) -> list[Scored]:
    """Read what `mark` wrote into `folder`."""
    try:
        with (folder / "scored.jsonl").open("rb") as lines:
            return [_scored(folder, number, line) for number, line in enumerate(lines, start=1)]
    except FileNotFoundError:
        raise CourseError(f"{folder} holds no scored.jsonl; name the folder that `mark` wrote into.") from None


def _scored(folder: Path, number: int, line: bytes) -> Scored:
    try:
        return _READER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise CourseError(
            f"{folder / 'scored.jsonl'}, line {number}, is damaged, or of an older make ({error}); run `mark` again."
        ) from None


def of_task(task: str, class_: Iterable[Scored]) -> TaskFigures:
    """Return the figures of one task over all students who handed in."""
    # The rest without this task: an item that counts in its own total would always go with it a little.
    answered_by = [(student.tasks[task], student.points) for student in class_ if task in student.tasks]
    answers = [
        Answered(done.response, done.fraction == 1, done.missed) for done, _ in answered_by if done.response is not None
    ]
    waiting = sum(done.fraction is None for done, _ in answered_by)
    marked = [] if waiting else answered_by
    fractions = [done.fraction for done, _ in marked if done.fraction is not None]
    rests = [points - (done.points or 0) for done, points in marked]
    return TaskFigures(
        task, len(marked), len(answers), waiting, _mean(fractions), correlation(fractions, rests), answers
    )


def sureness(class_: Iterable[Scored]) -> list[Sureness]:
    """Return right answers by certainty, over all tasks that a machine marked."""
    counts = Counter(
        (done.sure, done.fraction >= 1)
        for student in class_
        for done in student.tasks.values()
        if done.sure and done.fraction is not None
    )
    return [Sureness(level, counts[level, True] + counts[level, False], counts[level, True]) for level in (1, 2, 3)]


def puzzling(class_: Iterable[Scored]) -> list[tuple[str, int]]:
    """Return (paragraph, how many ticked it), the most puzzling first."""
    counts = Counter(paragraph for student in class_ for paragraph in dict.fromkeys(student.puzzling))
    return most_first(counts, len(counts))


def correlation(first: list[float], second: list[float]) -> float | None:
    """Return Pearson's correlation; None where one of the two never changes or there are fewer than five pairs."""
    n = len(first)
    if n < 5:
        return None
    a, b = sum(first) / n, sum(second) / n
    across = sum((x - a) * (y - b) for x, y in zip(first, second, strict=True))
    spread = sqrt(sum((x - a) ** 2 for x in first) * sum((y - b) ** 2 for y in second))
    return across / spread if spread > 1e-12 else None


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def chosen(answers: Iterable[Answered]) -> Counter[str]:
    """Return how many chose each option or paragraph."""
    return Counter(
        str(name)
        for each in answers
        for name in (each.response if isinstance(each.response, list) else [each.response])
    )


def misplaced(answers: Iterable[Answered], places: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Return how many put a card into a place where it does not belong, by (card, place)."""
    placed = [pair for each in answers if isinstance(each.response, dict) for pair in each.response.items()]
    return Counter((card, shortened(place)) for card, place in placed if place and places.get(card, place) != place)


def turned(answers: Iterable[Answered], order: list[str]) -> Counter[tuple[str, str]]:
    """Return how many put the first of a pair before the second where it belongs behind it; `order` is right."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in answers:
        position = {name: at for at, name in enumerate(each.response if isinstance(each.response, list) else [])}
        counts.update(
            (later, earlier)
            for earlier, later in combinations(order, 2)
            if earlier in position and later in position and position[later] < position[earlier]
        )
    return counts


def shortened(text: str) -> str:
    """Return an answer as a table has room for it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} \N{HORIZONTAL ELLIPSIS}"


def wrong(answers: Iterable[Answered]) -> Counter[str]:
    """Return how many gave each number or word that is not right."""
    return Counter(
        shortened(each.response.strip())
        for each in answers
        if not each.right and isinstance(each.response, str) and each.response.strip()
    )


def missed(answers: Iterable[Answered]) -> Counter[str]:
    """Return how many missed each cell of a table."""
    return Counter(cell for each in answers for cell in each.missed)


def most_first(counts: Counter[Any], at_most: int = 6) -> list[tuple[Any, int]]:
    """Return the commonest, in an order that is always the same."""
    return sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))[:at_most]
