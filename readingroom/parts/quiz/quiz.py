"""Quizzes: items as the front end shows and scores them."""

from __future__ import annotations

from typing import Any

from ...content.kinds import kind_name
from ...content.library import Library
from ...content.models import Item
from ...learning.kinds import answer_key
from ...learning.lesson_pieces import rank_of_item
from ...learning.record import Record
from ..base.citations import places
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import inline
from .kinds import KINDS

STYLES = ("quiz/quiz.css",)


class Quiz(SavingWidget):
    """A quiz that scores and explains in the page, and keeps the answers."""

    _esm = module("quiz/quiz.js")
    _css = styles(*STYLES)


def quiz(library: Library, record: Record, name: str, title: str, items: list[Item]) -> Quiz:
    """Return the widget for `items` of quiz `name`."""
    return Quiz(record, quiz_content(library, name, title, items), ("answers", "drafts"))


def quiz_content(library: Library, name: str, title: str, items: list[Item]) -> dict[str, Any]:
    """Return what quiz.js shows: plain values, prose as HTML."""
    shown = [item_content(library, item) | _from(rank_of_item(library, name, item)) for item in items]
    return {"quiz": name, "section": name, "title": title, "items": shown}


def _from(rank: int) -> dict[str, int]:
    """What says that an item stands from a later way on; nothing where it always stands."""
    return {"from": rank} if rank else {}


def item_content(library: Library, item: Item) -> dict[str, Any]:
    """Return one item as the front end takes it; options are shuffled, always in the same way for the same item."""
    kind = kind_name(item)
    return {
        "id": item.id,
        "kind": kind,
        "prompt": inline(library, item.prompt),
        "key": answer_key(item, library.number),
        "readAgain": places(library, item.paragraphs),
        **KINDS[kind].item_content(library, item),
    }
