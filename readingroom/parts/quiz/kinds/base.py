"""What a page needs to show each kind: of a quiz item, and of a task of an exercise, which holds no answer.

Each module of this folder but this one is a kind; its front end is the script of the same name.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from ....content.kinds.sort import Card
from ....content.library import Library
from ....content.models import Item, Option
from ....content.tasks import TableColumn, Task, TaskOption
from ...base.prose import inline

I = TypeVar("I", bound=Item)  # noqa: E741 - the record of the kind's items
Content = dict[str, Any]
"""Plain values for the front end; `html` and `why` are HTML, `text` is plain."""


class PartKind(Generic[I]):
    """One kind, as a page shows it."""

    def item_content(self, library: Library, item: I) -> Content:
        """Return what the front end needs besides what every item has."""
        raise NotImplementedError(f"no quiz item is of the kind {type(self).__module__}")

    def task_content(self, library: Library, task: Task) -> Content:
        """Return what the front end needs besides what every task has."""
        return {}

    def answer_form(self, task: Task) -> str:
        """Return a sentence on the form of the answer, with a space behind it, or nothing."""
        return ""


def option_content(library: Library, line: Option | Card) -> dict[str, str]:
    """Return a line that is chosen, moved or placed, with what is said about it."""
    return {"id": line.id, "html": inline(library, line.text), "why": inline(library, line.why)}


def with_html(library: Library, lines: list[TaskOption]) -> list[dict[str, str]]:
    """Return lines of a task by id, as HTML."""
    return [{"id": line.id, "html": inline(library, line.text)} for line in lines]


def with_text(library: Library, lines: list[TaskOption]) -> list[dict[str, str]]:
    """Return lines of a task by id, as plain text."""
    return [{"id": line.id, "text": library.text(line.text)} for line in lines]


def columns(library: Library, lines: list[TableColumn]) -> list[dict[str, str]]:
    """Return columns of a table with their units."""
    return [{"id": line.id, "text": library.text(line.text), "unit": line.unit} for line in lines]


def decimals_asked(decimals: int | None) -> str:
    """Say how many decimals a number is to have."""
    if decimals is None:
        return ""
    return {0: "A whole number. ", 1: "One decimal. "}.get(decimals, f"{decimals} decimals. ")
