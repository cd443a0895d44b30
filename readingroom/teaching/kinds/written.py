"""A written task for teachers: model answer and rubric."""

from __future__ import annotations

from ...content.kinds.written import Written
from ...content.library import Library
from ...content.models import Item
from ...content.prose import blocks, inline
from ...content.tasks import Key, Task
from ..export.paper.sheets import Ruled, Sheet
from ..export.questions import Criterion, Essay, Shape
from .base import Common, TeachingKind


class WrittenForTeachers(TeachingKind[Written]):
    """A text, its model answer and its rubric."""

    def shape(self, library: Library, item: Written) -> Shape:
        criteria = (
            Criterion(
                inline(library, criterion.text),
                tuple((level.points, inline(library, level.text)) for level in criterion.level),
            )
            for criterion in item.criterion
        )
        return Essay(blocks(library, item.model), tuple(criteria))

    def points(self, item: Written) -> float:
        return sum(max(level.points for level in criterion.level) for criterion in item.criterion)

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Ruled()

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        return [Written(**common, model=key.model or " ", criterion=key.criterion)]


KIND = WrittenForTeachers()
