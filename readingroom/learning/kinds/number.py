"""Answers to a number item: a number as it was typed."""

from __future__ import annotations

from ...content.kinds.number import Number
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind, answers_of, rounded
from .scorers import Within


class NumberAnswers(LearningKind[Number]):
    """A typed number."""

    scorer = Within()

    def item_key(self, item: Number, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": evaluate(item.answer), "tolerance": item.tolerance}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        right = rounded(evaluate(answers_of(key)[0]), task.decimals)
        return {"kind": self.scorer.name, "right": right, "tolerance": key.tolerance}


KIND = NumberAnswers()
