"""A response, the right answer and the reasons, as HTML for whoever reads a feedback page.

`lines` has every line of the task by its id, as `task_lines` makes them.
"""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ..kinds import KINDS
from ..kinds.base import Lines, cached_inline


def response_html(library: Library, task: Task, response: Any, lines: Lines) -> str:
    """Return a student's response to `task`, in the exercise's own names, as they would recognise it."""
    return KINDS[task.kind].response_html(library, task, response, lines)


def solution_html(library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
    """Return the right answer to `task`; of a written task there is none."""
    return KINDS[task.kind].solution_html(library, task, answer, lines)


def reasons(library: Library, task: Task, key: Key, answer: AnswerKey, response: Any, lines: Lines) -> list[str]:
    """Return what the key says to this response: on each line chosen or misplaced, on foreseen mistakes, and to all."""
    kind = KINDS[task.kind]
    whys = {option.id: option.why for option in key.option}
    html = [
        f"<em>{lines[name]}</em><br>{cached_inline(library, whys[name])}"
        for name in kind.lines_to_explain(answer, response)
        if name in whys and name in lines
    ]
    html += [
        cached_inline(library, mistake.why)
        for mistake in key.mistake
        if kind.made_mistake(library, task, answer, mistake.answers, response)
    ]
    return [*html, cached_inline(library, key.why)] if key.why.strip() else html
