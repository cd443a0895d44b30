"""What a scorer needs to know of an item: a small plain dictionary, the same for Python and the front end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..content import models as m

Key = dict[str, Any]


def key_of(item: m.QuizItem, number: Callable[[str], float]) -> Key:
    """Return the answer key of `item`; `number` turns a written number or a reference into a figure."""
    match item:
        case m.Choice():
            return {"kind": "one", "right": [item.answer]}
        case m.PassageItem():
            return {"kind": "one", "right": list(item.answer)}
        case m.Choices():
            return {"kind": "several", "right": list(item.answer)}
        case m.Order():
            return {"kind": "order", "right": [option.id for option in item.option]}
        case m.Match():
            return {"kind": "place", "right": {pair.id: pair.id for pair in item.pair}}
        case m.Sort():
            return {"kind": "place", "right": {card.id: card.bin for card in item.card}}
        case m.Number():
            return {"kind": "number", "right": number(item.answer), "tolerance": item.tolerance}
        case m.Short():
            return {"kind": "short", "right": list(item.answer)}
        case m.Written():
            return {"kind": "rubric", "most": {c.id: max(level.points for level in c.level) for c in item.criterion}}
