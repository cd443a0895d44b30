"""Answers to an order item: all lines, first to last."""

from __future__ import annotations

from typing import Any

from ...content.kinds.order import Order
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind, answers_of, as_text
from .scorers import Ordered


class OrderAnswers(LearningKind[Order]):
    """The ids of all lines in order."""

    scorer = Ordered()

    def item_key(self, item: Order, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": [option.id for option in item.option]}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        drawn = {option.id for option in task.option}  # a student may get some of the lines only
        return {"kind": self.scorer.name, "right": [name for name in answers_of(key) if name in drawn]}

    def well_formed(self, response: Any) -> list[str]:
        return [as_text(name) for name in response] if isinstance(response, list) else []


KIND = OrderAnswers()
