"""What learning knows of the kinds, a module for each; the names of the modules are those of the kinds."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...content.kinds import KINDS as CONTENT_KINDS
from ...content.kinds import kind_name
from ...content.models import Item
from ...content.tasks import Key, Task
from .base import AnswerKey, Evaluate, LearningKind
from .scorers import Scorer

KINDS: dict[str, LearningKind[Any]] = {name: import_module(f"{__name__}.{name}").KIND for name in CONTENT_KINDS}
"""Every kind by the name it has in the files."""
SCORERS: dict[str, Scorer] = {kind.scorer.name: kind.scorer for kind in KINDS.values()}
"""Every scorer by the `kind` of the answer keys that it scores."""


def answer_key(item: Item, evaluate: Evaluate) -> AnswerKey:
    """Return the answer key of a quiz item."""
    return KINDS[kind_name(item)].item_key(item, evaluate)


def task_answer_key(task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
    """Return the answer key of a task."""
    return KINDS[task.kind].task_key(task, key, evaluate)
