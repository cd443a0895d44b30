"""Answers to choices: a list of options."""

from __future__ import annotations

from typing import Any

from ...content.kinds.choices import Choices
from ...content.library import Library
from ...content.tasks import Key, Task
from ..ordering import shuffled
from .base import AnswerKey, Evaluate, LearningKind, Pickable, answers_of, as_text
from .scorers import Several


class ChoicesAnswers(LearningKind[Choices]):
    """A list of options' ids."""

    scorer = Several()

    def item_key(self, item: Choices, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": list(item.answer)}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": answers_of(key)}

    def well_formed(self, response: Any) -> list[str]:
        return [as_text(name) for name in response] if isinstance(response, list) else []

    def pickable(self, library: Library, item: Choices, as_shown: bool) -> Pickable | None:
        options = shuffled(item.id, item.option) if as_shown else item.option
        return [(option.id, library.text(option.text)) for option in options], frozenset(item.answer)


KIND = ChoicesAnswers()
