"""A number item: its unit, and what is said to foreseen mistakes."""

from __future__ import annotations

from ....content.kinds.number import Number
from ....content.library import Library
from ....content.tasks import Task
from ...base.prose import inline
from .base import Content, PartKind, decimals_asked


class NumberPart(PartKind[Number]):
    """A number item: its unit, and what is said to foreseen mistakes."""

    def item_content(self, library: Library, item: Number) -> Content:
        return {
            "unit": item.unit,
            "why": inline(library, item.why),
            "otherwise": inline(library, item.otherwise),
            "shown": library.text(item.answer),
            "mistakes": [
                {"value": library.number(x.value), "tolerance": x.tolerance, "why": inline(library, x.why)}
                for x in item.mistake
            ],
        }

    def task_content(self, library: Library, task: Task) -> Content:
        return {"unit": task.unit}

    def answer_form(self, task: Task) -> str:
        return decimals_asked(task.decimals)


KIND = NumberPart()
