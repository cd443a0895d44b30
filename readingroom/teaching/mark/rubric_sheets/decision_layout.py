"""The sheets of two markers and the third one, on which one decides, written together with how far the two agree."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from ....content.tasks import Task
from .agreement import Agreement, write_agreement
from .entries import Entry
from .layout import Layout


class DecisionLayout(Layout):
    """The third sheet: only the texts on which the two differ, each with what they gave."""

    _only_where_needed = True
    _to_do = "to decide on, where the two differ"
    given: Mapping[str, Mapping[str, str]]

    def add(self, task: str, student: str, name: str, text: str) -> None:
        """Lay out a text if somebody has to decide on it."""
        entry = self._entry(task, student, name, text)
        given = self.given[task].get(entry.code, "")
        if given or entry.typed:
            self._texts[task].put(entry.code, msgspec.structs.replace(entry, given=given))

    def entries(self) -> dict[str, list[Entry]]:
        """Return the texts to decide on, by task."""
        return {task: [texts[name] for name in texts.names] for task, texts in self._texts.items()}


class MarkersLayout:
    """The sheets of both markers and the third one, written together with how far the two agree."""

    def __init__(
        self, own: list[Layout], third: DecisionLayout, names: list[str], agreement: list[Agreement], folder: Path
    ):
        self._own, self._third, self._names, self._agreement, self._folder = own, third, names, agreement, folder

    def add(self, task: str, student: str, name: str, text: str) -> None:
        """Lay out one text for both, and for who decides."""
        for layout in (*self._own, self._third):
            layout.add(task, student, name, text)

    def write(self, tasks: Mapping[str, Task]) -> list[str]:
        """Write all sheets and how far the two agree; return what to say about them."""
        says = [line for layout in self._own for line in layout.write(tasks)] + self._third.write(tasks)
        if self._agreement:
            says += write_agreement(self._folder, self._names, self._agreement, self._third.entries())
        return says
