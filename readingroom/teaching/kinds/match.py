"""A match for teachers: left sides, right sides and decoys."""

from __future__ import annotations

import html

from ...content.kinds.match import Decoy, Match, Pair
from ...content.library import Library
from ...content.models import Item
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.ordering import shuffled
from ..export.paper.sheets import Placement, Sheet
from ..export.questions import Card, Placing, Shape
from ..export.questions import Decoy as DecoyShape
from .base import Common, card_list, explained, inline_lines, lettered, not_these, plain_lines
from .placing import PlacingKind


class MatchForTeachers(PlacingKind[Match]):
    """Left sides, right sides and decoys."""

    def shape(self, library: Library, item: Match) -> Shape:
        cards = [Card(inline(library, p.left), library.text(p.right), inline(library, p.why)) for p in item.pair]
        decoys = [DecoyShape(library.text(d.right), inline(library, d.why)) for d in item.decoy]
        places = [*(card.place for card in cards), *(decoy.place for decoy in decoys)]
        return Placing(tuple(cards), tuple(shuffled(item.id, places)), tuple(decoys))

    def item_cards(self, item: Match) -> list[tuple[str, str, str]]:
        return [(pair.id, pair.left, pair.why) for pair in item.pair]

    def item_places(self, item: Match) -> dict[str, str]:
        return {pair.id: pair.right for pair in item.pair} | {decoy.id: decoy.right for decoy in item.decoy}

    def sheet(self, library: Library, task: Task) -> Sheet:
        places = plain_lines(library, shuffled(task.id, task.right))
        return Placement(inline_lines(library, task.left), places)

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        whys = {option.id: option.why for option in key.option}
        rights = {line.id: line.text for line in task.right}
        pairs = [
            Pair(id=line.id, left=line.text, right=rights[key.place[line.id]], why=whys.get(line.id, ""))
            for line in task.left
        ]
        unused = [line for line in task.right if line.id not in key.place.values()]
        return [Match(**common, pair=pairs, decoy=[Decoy(id=d.id, right=d.text, why="") for d in unused])]

    def card_front(self, library: Library, item: Match) -> str:
        texts = [*(pair.right for pair in item.pair), *(decoy.right for decoy in item.decoy)]
        rights = shuffled(item.id, [library.text(text) for text in texts])
        lefts = lettered(inline(library, pair.left) for pair in item.pair)
        return lefts + "<p>To match with:</p>" + card_list("ul", map(html.escape, rights))

    def card_back(self, library: Library, item: Match) -> str:
        pairs = (
            explained(
                library,
                f"{inline(library, p.left)} \N{RIGHTWARDS ARROW} {html.escape(library.text(p.right))}.",
                p.why,
            )
            for p in item.pair
        )
        decoys = (explained(library, html.escape(library.text(d.right)), d.why) for d in item.decoy)
        return card_list("ul", pairs) + not_these(decoys)


KIND = MatchForTeachers()
