"""What numbers, words and tables share: what is typed, and foreseen mistakes."""

from __future__ import annotations

import html
from collections.abc import Iterable

from ...content.library import Library
from ...content.tasks import Key, Task
from ...learning.scoring import fraction
from ..report.figures import Answered, most_first, wrong
from .base import I, Lines, Report, TeachingKind, cached_figure


class TypingKind(TeachingKind[I]):
    """A kind whose response is typed."""

    def says_why_to_all(self) -> bool:
        return False

    def report(self, task: Task, key: Key, answers: list[Answered], lines: Lines) -> Report | None:
        rows = [(html.escape(text), count) for text, count in most_first(wrong(answers))]
        return Report(("Answer", "Students"), rows, "Wrong answers given most often")


def is_a_mistake(
    library: Library, mistake: Iterable[str], decimals: int | None, tolerance: float, numbers: Iterable[object]
) -> bool:
    """Say whether one of the typed numbers is one that a foreseen mistake leads to."""
    typed = list(numbers)
    figures = [round(cached_figure(library, text), 6 if decimals is None else decimals) for text in mistake]
    return any(
        fraction({"kind": "number", "right": figure, "tolerance": tolerance}, number)
        for figure in figures
        for number in typed
    )
