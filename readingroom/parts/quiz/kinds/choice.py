"""A choice: options in a shuffle that is always the same for the same item."""

from __future__ import annotations

from ....content.kinds.choice import Choice
from ....content.library import Library
from ....content.tasks import Task
from ....learning.ordering import shuffled
from .base import Content, PartKind, option_content, with_html


class ChoicePart(PartKind[Choice]):
    """A choice: options in a shuffle that is always the same for the same item."""

    def item_content(self, library: Library, item: Choice) -> Content:
        return {"options": shuffled(item.id, [option_content(library, option) for option in item.option])}

    def task_content(self, library: Library, task: Task) -> Content:
        return {"options": with_html(library, task.option)}


KIND = ChoicePart()
