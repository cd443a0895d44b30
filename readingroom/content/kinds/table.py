"""Table: a small table of numbers to fill in; a kind that exercises alone have."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Item
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Problem, mistakes_without_figure, not_a_figure


class TableKind(ContentKind[Item]):
    """A number for each row and column."""

    name = "table"
    key_field = "cell"
    task_lines = ("row", "column")
    least_lines = (1, "one")

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        for row in task.row:
            for column in task.column:
                text = key.cell.get(row.id, {}).get(column.id, "")
                yield from not_a_figure(f"cell.{row.id}.{column.id}", text, evaluate)
        rows, columns = {row.id for row in task.row}, {column.id for column in task.column}
        for name, cells in key.cell.items():
            yield from (
                ("cell", f"there is no cell {name}.{each}") for each in cells if name not in rows or each not in columns
            )
        yield from mistakes_without_figure(key, evaluate)


KIND = TableKind()
