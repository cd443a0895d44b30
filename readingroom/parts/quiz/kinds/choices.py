"""Choices: options in a shuffle that is always the same for the same item."""

from __future__ import annotations

from ....content.kinds.choices import Choices
from ....content.library import Library
from ....content.tasks import Task
from ....learning.ordering import shuffled
from .base import Content, PartKind, option_content, with_html


class ChoicesPart(PartKind[Choices]):
    """Choices: options in a shuffle that is always the same for the same item."""

    def item_content(self, library: Library, item: Choices) -> Content:
        return {"options": shuffled(item.id, [option_content(library, option) for option in item.option])}

    def task_content(self, library: Library, task: Task) -> Content:
        return {"options": with_html(library, task.option)}

    def answer_form(self, task: Task) -> str:
        return "More than one may be right. "


KIND = ChoicesPart()
