"""An order: lines in a shuffle that is never the right order."""

from __future__ import annotations

from ....content.kinds.order import Order
from ....content.library import Library
from ....content.tasks import Task
from ....learning.ordering import out_of_order
from .base import Content, PartKind, option_content, with_html


class OrderPart(PartKind[Order]):
    """An order: lines in a shuffle that is never the right order."""

    def item_content(self, library: Library, item: Order) -> Content:
        return {"options": out_of_order(item.id, [option_content(library, option) for option in item.option])}

    def task_content(self, library: Library, task: Task) -> Content:
        return {"options": with_html(library, task.option)}


KIND = OrderPart()
