"""A table to fill in: rows and columns by name."""

from __future__ import annotations

from ....content.library import Library
from ....content.models import Item
from ....content.tasks import Task
from .base import Content, PartKind, columns, decimals_asked, with_text


class TablePart(PartKind[Item]):
    """A table to fill in: rows and columns by name."""

    def task_content(self, library: Library, task: Task) -> Content:
        return {"rows": with_text(library, task.row), "columns": columns(library, task.column)}

    def answer_form(self, task: Task) -> str:
        return "".join(f"{column.text}: {decimals_asked(column.decimals).lower()}" for column in task.column)


KIND = TablePart()
