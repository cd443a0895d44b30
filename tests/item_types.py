"""The records of all kinds of items by one name each, for tests that make items of many kinds."""

from __future__ import annotations

from readingroom.content.kinds.choice import Choice
from readingroom.content.kinds.choices import Choices
from readingroom.content.kinds.match import Decoy, Match, Pair
from readingroom.content.kinds.number import Number, NumberMistake
from readingroom.content.kinds.order import Order
from readingroom.content.kinds.passage import Passage, PassageItem
from readingroom.content.kinds.short import Short, ShortMistake
from readingroom.content.kinds.sort import Bin, Card, Sort
from readingroom.content.kinds.written import Written

__all__ = [
    "Bin",
    "Card",
    "Choice",
    "Choices",
    "Decoy",
    "Match",
    "Number",
    "NumberMistake",
    "Order",
    "Pair",
    "Passage",
    "PassageItem",
    "Short",
    "ShortMistake",
    "Sort",
    "Written",
]
