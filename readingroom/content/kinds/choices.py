"""Choices: any number of right options."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Id, Item, Option
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Problem, misnamed_options, too_few_options, unknown_answers


class Choices(Item, frozen=True, kw_only=True, tag="choices"):
    """Any number of right options."""

    option: list[Option]
    answer: list[Id]


class ChoicesKind(ContentKind[Choices]):
    """Any number of right options, one at least."""

    name = "choices"
    item = Choices
    task_lines = explained_lines = ("option",)
    length_ratio = 1.75

    def item_problems(self, item: Choices, paragraphs: set[str]) -> Iterator[Problem]:
        yield from too_few_options(item.option)
        yield from unknown_answers(item.answer, (option.id for option in item.option))

    def offered(self, item: Choices) -> list[tuple[str, list[str]]]:
        return [("option", [option.text for option in item.option])]

    def feedback(self, item: Choices) -> Iterator[tuple[str, str, bool]]:
        for option in item.option:
            yield f"option {option.id} why", option.why, option.id not in item.answer

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        yield from misnamed_options(key.answer if isinstance(key.answer, list) else [], task)
        if isinstance(key.answer, list) and len(key.answer) == len(task.option):
            yield "answer", "every option is right; one at least must be wrong"


KIND = ChoicesKind()
