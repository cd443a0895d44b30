"""Number: a number, right within a tolerance."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Item, Record, Text
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Problem, foreseen_feedback, mistakes_without_figure, not_a_figure


class NumberMistake(Record, frozen=True, kw_only=True):
    """A wrong number that readers reach in a known way."""

    value: str
    why: Text
    tolerance: float = 0.0


class Number(Item, frozen=True, kw_only=True, tag="number"):
    """A number, right within `tolerance`; `answer` may be a {series:…} reference."""

    answer: str
    tolerance: float
    unit: str
    why: Text
    otherwise: Text
    mistake: list[NumberMistake] = []


class NumberKind(ContentKind[Number]):
    """A number to type."""

    name = "number"
    item = Number

    def item_problems(self, item: Number, paragraphs: set[str]) -> Iterator[Problem]:
        if item.tolerance < 0:
            yield "tolerance", "cannot be below zero"

    def figures(self, item: Number) -> Iterator[tuple[str, str]]:
        yield "answer", item.answer
        for number, mistake in enumerate(item.mistake, start=1):
            yield f"mistake {number} value", mistake.value

    def feedback(self, item: Number) -> Iterator[tuple[str, str, bool]]:
        return foreseen_feedback(item)

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        yield from not_a_figure("answer", key.answer if isinstance(key.answer, str) else "", evaluate)
        yield from mistakes_without_figure(key, evaluate)


KIND = NumberKind()
