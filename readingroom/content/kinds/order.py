"""Order: lines to put in order."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..models import Item, Option
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Fill, Problem, too_few_options

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Order(Item, frozen=True, kw_only=True, tag="order"):
    """Options stand in the file in their right order."""

    option: list[Option]


class OrderKind(ContentKind[Order]):
    """Lines to put in order; a task may draw some of them for each student."""

    name = "order"
    item = Order
    task_lines = explained_lines = ("option",)
    can_draw = True
    lines_are_mixed = True

    def item_problems(self, item: Order, paragraphs: set[str]) -> Iterator[Problem]:
        return too_few_options(item.option)

    def offered(self, item: Order) -> list[tuple[str, list[str]]]:
        return [("option", [option.text for option in item.option])]

    def feedback(self, item: Order) -> Iterator[tuple[str, str, bool]]:
        for option in item.option:
            yield f"option {option.id} why", option.why, False

    def giveaways(self, item: Order, fill: Fill, common: Container[str]) -> Iterator[Problem]:
        dated = [option for option in item.option if _YEAR.search(option.text)]
        if len(dated) > 1:
            yield "option", f"{len(dated)} carry a year, which gives their order away"

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        if sorted(key.answer) != sorted(option.id for option in task.option):
            yield "answer", "an order names every line once, the first first"

    def file_problems(self, task: Task, key: Key) -> Iterator[Problem]:
        listed = [option.id for option in task.option][: task.draw]
        if listed == [name for name in key.answer if name in listed]:
            yield "option", "the tasks' file lists the lines in their right order, which gives the answer away"


KIND = OrderKind()
