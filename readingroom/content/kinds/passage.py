"""Passage: which paragraph supports this?"""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Id, Item, Record, Text
from ..tasks import Key, Task
from .base import MOST_OPTIONS, ContentKind, Evaluate, Problem, too_few_options, unknown_answers


class Passage(Record, frozen=True, kw_only=True):
    """A paragraph offered as support; its text is its gist."""

    id: Id
    why: Text


class PassageItem(Item, frozen=True, kw_only=True, tag="passage"):
    """Which paragraph supports this? One or more are accepted."""

    option: list[Passage]
    answer: list[Id]


class PassageKind(ContentKind[PassageItem]):
    """One of several paragraphs; more than one may be right."""

    name = "passage"
    item = PassageItem
    task_lines = explained_lines = ("passage",)
    most_options = MOST_OPTIONS

    def item_problems(self, item: PassageItem, paragraphs: set[str]) -> Iterator[Problem]:
        yield from too_few_options(item.option)
        yield from unknown_answers(item.answer, (option.id for option in item.option))
        for option in item.option:
            if option.id not in paragraphs:
                yield "option", f"there is no paragraph {option.id!r}"

    def feedback(self, item: PassageItem) -> Iterator[tuple[str, str, bool]]:
        for option in item.option:
            yield f"option {option.id} why", option.why, option.id not in item.answer

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        answers = [key.answer] if isinstance(key.answer, str) else key.answer
        if not key.answer or not set(answers) <= set(task.passage):
            yield "answer", "names no paragraph, or one that is not among those offered"


KIND = PassageKind()
