"""What choices, choices and passages share: options to pick."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from ...content.library import Library
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ...learning.ordering import shuffled
from ..export.paper.sheets import Sheet, Ticks
from ..report.figures import Answered, chosen
from .base import (
    NO_ANSWER,
    I,
    Lines,
    Misunderstood,
    Report,
    TeachingKind,
    cached_inline,
    html_list,
    inline_lines,
    names_in,
    not_these,
)


class PickingKind(TeachingKind[I]):
    """A kind whose response names one option or several."""

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Ticks(inline_lines(library, shuffled(task.id, task.option)))

    def response_html(self, library: Library, task: Task, response: Any, lines: Lines) -> str:
        return html_list(lines.get(name, html.escape(str(name))) for name in names_in(response)) or NO_ANSWER

    def misunderstood(self, library: Library, item: I, answer: AnswerKey, response: Any) -> list[Misunderstood]:
        options: list[Any] = getattr(item, "option", [])
        wrong = [option for option in options if option.id in names_in(response) and option.id not in answer["right"]]
        return [
            Misunderstood(self.option_html(library, option), cached_inline(library, option.why)) for option in wrong
        ]

    def option_html(self, library: Library, option: Any) -> str:
        """Return an option of an item as a reader sees it."""
        return cached_inline(library, option.text)

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        return html_list(lines[name] for name in answer["right"])

    def lines_to_explain(self, answer: AnswerKey, response: Any) -> list[str]:
        return [str(name) for name in names_in(response)]

    def report(self, task: Task, key: Key, answers: list[Answered], lines: Lines) -> Report | None:
        # Where the key depends on what a student was asked about, no option is right for all.
        right = set() if key.case else {key.answer} if isinstance(key.answer, str) else set(key.answer)
        counts = chosen(answers)
        options = {**{option.id: "" for option in task.option}, **dict.fromkeys(task.passage, "")}
        rows = [
            (f"{lines[name]}{' <strong>(right)</strong>' if name in right else ''}", counts[name]) for name in options
        ]
        return Report(("Option", "Chosen by"), rows)


def ticked(lines: Iterable[tuple[bool, str]]) -> str:
    """Return the right lines of a card, then the wrong ones."""
    marked = list(lines)
    right = "".join(f"<li>\N{CHECK MARK} {line}</li>" for good, line in marked if good)
    return f"<ul>{right}</ul>" + not_these(line for good, line in marked if not good)
