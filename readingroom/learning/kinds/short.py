"""Answers to a short item: a few words as they were typed."""

from __future__ import annotations

from ...content.kinds.short import Short
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind, answers_of
from .scorers import OneForm


class ShortAnswers(LearningKind[Short]):
    """A few typed words."""

    scorer = OneForm()

    def item_key(self, item: Short, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": list(item.answer)}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": answers_of(key)}


KIND = ShortAnswers()
