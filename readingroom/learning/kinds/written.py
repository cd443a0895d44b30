"""Answers to a written item: a text, and points by criterion from whoever marks it."""

from __future__ import annotations

from collections.abc import Iterable

from ...content.kinds.written import Written
from ...content.models import Criterion
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind
from .scorers import Rubric


class WrittenAnswers(LearningKind[Written]):
    """A text; what is scored are the points given to it. To mark one's own essay is no act of memory."""

    scorer = Rubric()
    is_remembered = False

    def item_key(self, item: Written, evaluate: Evaluate) -> AnswerKey:
        return self._key(item.criterion)

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return self._key(key.criterion)

    def _key(self, criteria: Iterable[Criterion]) -> AnswerKey:
        most = {criterion.id: max(level.points for level in criterion.level) for criterion in criteria}
        return {"kind": self.scorer.name, "most": most}


KIND = WrittenAnswers()
