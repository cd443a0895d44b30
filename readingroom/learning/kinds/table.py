"""Answers to a table: typed numbers by row and column."""

from __future__ import annotations

from typing import Any

from ...content.models import Item
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind, as_text, rounded
from .scorers import Cells


class TableAnswers(LearningKind[Item]):
    """A typed number by the id of a row and of a column."""

    scorer = Cells()

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        right = {
            row.id: {c.id: rounded(evaluate(key.cell[row.id][c.id]), c.decimals) for c in task.column}
            for row in task.row
        }
        return {"kind": self.scorer.name, "right": right, "tolerance": key.tolerance}

    def well_formed(self, response: Any) -> dict[str, dict[str, str]]:
        if not isinstance(response, dict):
            return {}
        return {
            row: {column: as_text(text) for column, text in cells.items()} if isinstance(cells, dict) else {}
            for row, cells in response.items()
        }


KIND = TableAnswers()
