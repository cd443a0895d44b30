"""Answers to a sort item: a box for each card."""

from __future__ import annotations

from typing import Any

from ...content.kinds.sort import Sort
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind, as_text
from .scorers import Placed


class SortAnswers(LearningKind[Sort]):
    """The id of a box by the id of each card."""

    scorer = Placed()

    def item_key(self, item: Sort, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": {card.id: card.bin for card in item.card}}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": {card.id: key.place[card.id] for card in task.card}}

    def well_formed(self, response: Any) -> dict[str, str]:
        return {card: as_text(place) for card, place in response.items()} if isinstance(response, dict) else {}


KIND = SortAnswers()
