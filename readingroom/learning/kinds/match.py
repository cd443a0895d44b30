"""Answers to a match item: a right side for each left side."""

from __future__ import annotations

from typing import Any

from ...content.kinds.match import Match
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind, as_text
from .scorers import Placed


class MatchAnswers(LearningKind[Match]):
    """The id of a right side by the id of each left side."""

    scorer = Placed()

    def item_key(self, item: Match, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": {pair.id: pair.id for pair in item.pair}}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": {line.id: key.place[line.id] for line in task.left}}

    def well_formed(self, response: Any) -> dict[str, str]:
        return {card: as_text(place) for card, place in response.items()} if isinstance(response, dict) else {}


KIND = MatchAnswers()
