"""A written item: its model answer and rubric. A task has neither."""

from __future__ import annotations

from ....content.kinds.written import Written
from ....content.library import Library
from ...base.prose import blocks, inline
from .base import Content, PartKind


class WrittenPart(PartKind[Written]):
    """A written item: its model answer and rubric. A task has neither."""

    def item_content(self, library: Library, item: Written) -> Content:
        criteria = [
            {
                "id": criterion.id,
                "html": inline(library, criterion.text),
                "levels": [{"points": x.points, "html": inline(library, x.text)} for x in criterion.level],
            }
            for criterion in item.criterion
        ]
        return {"model": blocks(library, item.model), "criteria": criteria}


KIND = WrittenPart()
