"""The report on one task: what was asked, and what the class answered instead of what is right."""

from __future__ import annotations

from ...content.library import Library
from ...content.parameters import PLACEHOLDER
from ...content.prose import inline
from ...content.tasks import Key, Task
from ..kinds import KINDS
from ..kinds.base import task_lines
from .bars import bars, share
from .figures import TaskFigures


def task_part(library: Library, number: int, task: Task, key: Key, figures: TaskFigures) -> str:
    """Return the section of the report on one task."""
    mean = "not marked yet" if figures.waiting else f"mean mark {share(figures.difficulty)}"
    return (
        f"<section class='task' id='task-{number}' aria-labelledby='task-{number}-head'>"
        f"<h2 id='task-{number}-head'>Task {number} <span class='points'>{mean}</span></h2>"
        f"<p>{inline(library, _varied(task.prompt))}</p>{_answered(library, task, key, figures)}</section>"
    )


def _varied(text: str) -> str:
    """The text with what varies named, not filled: the class was asked different things."""
    return PLACEHOLDER.sub(lambda found: f"[{found[1]}]", text)


def _answered(library: Library, task: Task, key: Key, figures: TaskFigures) -> str:
    report = KINDS[task.kind].report(task, key, figures.answers, task_lines(library, task, _varied))
    if report is None or (report.label and not report.rows):
        return ""
    label = f"<p class='label'>{report.label}</p>" if report.label else ""
    return label + bars(report.head, report.rows, figures.answered)
