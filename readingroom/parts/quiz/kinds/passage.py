"""A passage item: paragraphs by their number and first sentence, in the order of the text."""

from __future__ import annotations

from ....content.kinds.passage import PassageItem
from ....content.library import Library
from ....content.tasks import Task
from ....learning.ordering import opening_sentence
from ...base.prose import inline
from .base import Content, PartKind


class PassagePart(PartKind[PassageItem]):
    """A passage item: paragraphs by their number and first sentence, in the order of the text."""

    def item_content(self, library: Library, item: PassageItem) -> Content:
        return {
            "options": [
                {"id": p.id, "html": inline(library, opening_sentence(library, p.id)), "why": inline(library, p.why)}
                for p in item.option
            ]
        }

    def task_content(self, library: Library, task: Task) -> Content:
        return {"options": [{"id": p, "html": inline(library, opening_sentence(library, p))} for p in task.passage]}


KIND = PassagePart()
