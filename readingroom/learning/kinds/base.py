"""What learning needs to know of each kind: its answer key, its scorer, the form of a response.

Each module of this folder that defines KIND is a kind.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeVar

from ...content.library import Library
from ...content.models import Item
from ...content.tasks import Key, Task
from .scorers import AnswerKey, Scorer

__all__ = ["AnswerKey", "Evaluate", "LearningKind", "Pickable", "answers_of", "as_text", "rounded"]

I = TypeVar("I", bound=Item)  # noqa: E741 - the record of the kind's items

Evaluate = Callable[[str], float]
"""Turns a written number, a reference or an expression into a figure."""
Pickable = tuple[list[tuple[str, str]], frozenset[str]]
"""The options of which one is picked, as (id, text) in the order in which they are shown, and the right ids."""


_MOST_BITS = 1024  # a larger whole number is no number to a scorer, and Python writes none of many thousand digits


class LearningKind(Generic[I]):
    """One kind of item and of tasks, as something to answer."""

    scorer: ClassVar[Scorer]
    is_remembered: ClassVar[bool] = True  # comes back in review and on cards

    def item_key(self, item: I, evaluate: Evaluate) -> AnswerKey:
        """Return the answer key of an item."""
        raise NotImplementedError(f"items of the kind {type(self).__module__} have no answer key")

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        """Return the answer key of a task; figures are rounded as the task asks.

        `task` may be a student's own variant as long as its lines carry the exercise's own names.
        """
        raise NotImplementedError

    def well_formed(self, response: Any) -> Any:
        """Return a response in the form that this kind has, whatever a file holds."""
        return as_text(response)

    def pickable(self, library: Library, item: I, as_shown: bool) -> Pickable | None:
        """Return what somebody who guesses picks from: as a learner sees it or as the file has it."""
        return None


def as_text(value: Any) -> str:
    """Return a text or a number as text, all else as no text; a large number in figures, as somebody would type it."""
    if isinstance(value, str):
        return value
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return ""
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return ""
    written = str(value)
    return f"{Decimal(written):f}" if "e" in written else written


def answers_of(key: Key) -> list[str]:
    """Return the right answers of a key, one or several."""
    return [key.answer] if isinstance(key.answer, str) else key.answer


def rounded(value: float, decimals: int | None) -> float:
    """Return `value` with as many decimals as were asked for."""
    return value if decimals is None else round(value, decimals)
