"""A sort for teachers: cards and boxes."""

from __future__ import annotations

import html

from ...content.kinds.sort import Bin, Card, Sort
from ...content.library import Library
from ...content.models import Item
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.ordering import shuffled
from ..export.paper.sheets import Placement, Sheet
from ..export.questions import Card as CardShape
from ..export.questions import Placing, Shape
from .base import Common, card_list, explained, inline_lines, lettered, plain_lines
from .placing import PlacingKind


class SortForTeachers(PlacingKind[Sort]):
    """Cards and boxes."""

    def shape(self, library: Library, item: Sort) -> Shape:
        boxes = {bin.id: library.text(bin.text) for bin in item.bin}
        cards = (
            CardShape(inline(library, card.text), boxes[card.bin], inline(library, card.why))
            for card in shuffled(item.id, item.card)
        )
        return Placing(tuple(cards), tuple(boxes.values()))

    def item_cards(self, item: Sort) -> list[tuple[str, str, str]]:
        return [(card.id, card.text, card.why) for card in item.card]

    def item_places(self, item: Sort) -> dict[str, str]:
        return {bin.id: bin.text for bin in item.bin}

    def sheet(self, library: Library, task: Task) -> Sheet:
        cards = inline_lines(library, shuffled(task.id, task.card))
        return Placement(cards, plain_lines(library, task.bin))

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        whys = {option.id: option.why for option in key.option}
        cards = [Card(id=c.id, text=c.text, bin=key.place[c.id], why=whys.get(c.id, "")) for c in task.card]
        return [Sort(**common, bin=[Bin(id=bin.id, text=bin.text) for bin in task.bin], card=cards)]

    def card_front(self, library: Library, item: Sort) -> str:
        boxes = card_list("ul", (html.escape(library.text(bin.text)) for bin in item.bin))
        cards = lettered(inline(library, card.text) for card in shuffled(item.id, item.card))
        return cards + "<p>To sort into:</p>" + boxes

    def card_back(self, library: Library, item: Sort) -> str:
        boxes = {bin.id: html.escape(library.text(bin.text)) for bin in item.bin}
        cards = (
            explained(library, f"{inline(library, card.text)} \N{RIGHTWARDS ARROW} {boxes[card.bin]}.", card.why)
            for card in item.card
        )
        return card_list("ul", cards)


KIND = SortForTeachers()
