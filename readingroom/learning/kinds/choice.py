"""Answers to a choice: one option."""

from __future__ import annotations

from ...content.kinds.choice import Choice
from ...content.library import Library
from ...content.tasks import Key, Task
from ..ordering import shuffled
from .base import AnswerKey, Evaluate, LearningKind, Pickable, answers_of
from .scorers import OneOf


class ChoiceAnswers(LearningKind[Choice]):
    """One option's id."""

    scorer = OneOf()

    def item_key(self, item: Choice, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": [item.answer]}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": answers_of(key)}

    def pickable(self, library: Library, item: Choice, as_shown: bool) -> Pickable | None:
        options = shuffled(item.id, item.option) if as_shown else item.option
        return [(option.id, library.text(option.text)) for option in options], frozenset([item.answer])


KIND = ChoiceAnswers()
