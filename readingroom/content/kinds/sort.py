"""Sort: each card goes into one box."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..models import Id, Item, Record, Text
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Problem, misplaced_cards, repeated


class Bin(Record, frozen=True, kw_only=True):
    """A box to sort into."""

    id: Id
    text: Text


class Card(Record, frozen=True, kw_only=True):
    """A card and the box it belongs in."""

    id: Id
    text: Text
    bin: Id
    why: Text


class Sort(Item, frozen=True, kw_only=True, tag="sort"):
    """Each card goes into one box."""

    bin: list[Bin]
    card: list[Card]


class SortKind(ContentKind[Sort]):
    """Cards to sort into boxes; a task may draw some of them for each student."""

    name = "sort"
    key_field = "place"
    item = Sort
    task_lines = ("card", "bin")
    explained_lines = ("card",)
    can_draw = True
    renames_response = True

    def item_problems(self, item: Sort, paragraphs: set[str]) -> Iterator[Problem]:
        bins = {bin.id for bin in item.bin}
        if len(bins) < 2:
            yield "bin", "at least two boxes are needed"
        yield from repeated("bin", (bin.id for bin in item.bin))
        yield from repeated("card", (card.id for card in item.card))
        for card in item.card:
            if card.bin not in bins:
                yield f"card {card.id}", f"there is no box {card.bin!r}"
        for empty in sorted(bins - {card.bin for card in item.card}):
            yield "bin", f"nothing belongs in {empty!r}"

    def offered(self, item: Sort) -> list[tuple[str, list[str]]]:
        return [("card", [card.text for card in item.card]), ("bin", [bin.text for bin in item.bin])]

    def feedback(self, item: Sort) -> Iterator[tuple[str, str, bool]]:
        for card in item.card:
            yield f"card {card.id} why", card.why, False

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        return misplaced_cards(key, (card.id for card in task.card), (bin.id for bin in task.bin))

    def file_problems(self, task: Task, key: Key) -> Iterator[Problem]:
        listed = [key.place.get(card.id, "") for card in task.card]
        if len(set(listed)) > 1 and len(list(itertools.groupby(listed))) == len(set(listed)):
            yield "card", "the tasks' file lists the cards box by box, which gives the answers away; mix them"


KIND = SortKind()
