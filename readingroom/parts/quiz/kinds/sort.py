"""A sort item: boxes in order, cards in a shuffle."""

from __future__ import annotations

from ....content.kinds.sort import Sort
from ....content.library import Library
from ....content.tasks import Task
from ....learning.ordering import shuffled
from .base import Content, PartKind, option_content, with_html, with_text


class SortPart(PartKind[Sort]):
    """A sort item: boxes in order, cards in a shuffle."""

    def item_content(self, library: Library, item: Sort) -> Content:
        return {
            "bins": [{"id": bin.id, "text": library.text(bin.text)} for bin in item.bin],
            "cards": shuffled(item.id, [option_content(library, card) for card in item.card]),
        }

    def task_content(self, library: Library, task: Task) -> Content:
        return {"cards": with_html(library, task.card), "bins": with_text(library, task.bin)}


KIND = SortPart()
