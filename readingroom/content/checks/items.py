"""What must hold within one quiz item for it to be answered and explained."""

from __future__ import annotations

from collections.abc import Iterable

from ..kinds import kind_of
from ..kinds.base import Problem
from ..models import Item


def item_faults(item: Item, paragraphs: Iterable[str]) -> list[Problem]:
    """Return (field, what is wrong) for everything wrong within `item`."""
    return list(kind_of(item).item_problems(item, set(paragraphs)))
