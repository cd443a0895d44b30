"""A table for teachers: each cell is a number of its own."""

from __future__ import annotations

import html
from typing import Any

from ...content.kinds.number import Number
from ...content.library import Library
from ...content.models import Item
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ...learning.scoring import fraction
from ..export.paper.sheets import Cells, Sheet
from ..report.figures import Answered, missed, most_first
from .base import Common, Lines, Report, format_figure, plain_lines, rounded_figure
from .typing import TypingKind, is_a_mistake


class TableForTeachers(TypingKind[Item]):
    """A table of numbers; exports ask for each cell by itself."""

    has_parts = True

    def sheet(self, library: Library, task: Task) -> Sheet:
        units = [f" ({html.escape(column.unit)})" if column.unit else "" for column in task.column]
        heads = plain_lines(library, task.column)
        columns = tuple(head + unit for head, unit in zip(heads, units, strict=True))
        return Cells(plain_lines(library, task.row), columns)

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        why = key.why.strip() or " "
        return [
            Number(
                **common
                | {
                    "id": f"{task.id}-{row.id}-{column.id}",
                    "prompt": f"{task.prompt.strip()} **{row.text}: {column.text}.**",
                },
                answer=rounded_figure(library, key.cell[row.id][column.id], column.decimals),
                tolerance=key.tolerance,
                unit=column.unit,
                why=why,
                otherwise=why,
            )
            for row in task.row
            for column in task.column
        ]

    def response_html(self, library: Library, task: Task, response: Any, lines: Lines) -> str:
        return _table(library, task, response)

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        cells = {
            row: {c.id: format_figure(figures[c.id], c.decimals, c.unit) for c in task.column}
            for row, figures in answer["right"].items()
        }
        return _table(library, task, cells)

    def made_mistake(self, library: Library, task: Task, answer: AnswerKey, mistake: list[str], response: Any) -> bool:
        rows = response.values() if isinstance(response, dict) else []
        typed = [text for row in rows if isinstance(row, dict) for text in row.values()]
        decimals = max((column.decimals for column in task.column), default=0)
        return is_a_mistake(library, mistake, decimals, answer["tolerance"], typed)

    def missed_parts(self, answer: AnswerKey, response: Any) -> list[str]:
        return [
            f"{row}/{column}"
            for row, columns in answer["right"].items()
            for column, right in columns.items()
            if not fraction(
                {"kind": "number", "right": right, "tolerance": answer["tolerance"]}, _cell(response, row, column)
            )
        ]

    def report(self, task: Task, key: Key, answers: list[Answered], lines: Lines) -> Report | None:
        rows = [(lines.get(cell, html.escape(cell)), count) for cell, count in most_first(missed(answers))]
        return Report(("Cell", "Students"), rows, "Cells missed")


def _cell(cells: Any, row: str, column: str) -> Any:
    line = cells.get(row) if isinstance(cells, dict) else None
    return line.get(column, "") if isinstance(line, dict) else ""


def _table(library: Library, task: Task, cells: Any) -> str:
    head = "".join(
        f"<th scope='col'>{html.escape(library.text(c.text))}{f' ({html.escape(c.unit)})' if c.unit else ''}</th>"
        for c in task.column
    )
    body = "".join(
        f"<tr><th scope='row'>{html.escape(library.text(row.text))}</th>"
        + "".join(f"<td>{html.escape(str(_cell(cells, row.id, c.id)))}</td>" for c in task.column)
        + "</tr>"
        for row in task.row
    )
    return (
        "<div class='scroll' tabindex='0' role='group' aria-label='A table'><table><thead><tr><td></td>"
        f"{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


KIND = TableForTeachers()
