"""What an item says to an answer that a cell worked out."""

from __future__ import annotations

from operator import itemgetter

from ...content.kinds.number import Number
from ...content.kinds.short import Short
from ...content.library import Library
from ...content.models import Item
from ...learning.text_answers import forms, parse_number
from ..base.prose import inline

_MARGIN = 1e-9  # as the scorers have it


def feedback(library: Library, item: Item, right: float, response: float | str) -> str:
    """Return what is said to a right answer, to a foreseen mistake, or to any other, as HTML."""
    if not isinstance(item, (Number, Short)):
        return ""
    if right:
        return inline(library, item.why)
    foreseen = _of_words(item, str(response)) if isinstance(item, Short) else _of_number(item, response)
    return inline(library, foreseen or item.otherwise)


def _of_words(item: Short, response: str) -> str:
    said = forms(response)
    return next((each.why for each in item.mistake if any(said & forms(answer) for answer in each.answers)), "")


def _of_number(item: Number, response: float | str) -> str:
    number = parse_number(response)
    if number is None:
        return ""
    off = [(abs(number - float(each.value)), each) for each in item.mistake]
    fits = [(distance, each.why) for distance, each in off if distance <= each.tolerance + _MARGIN]
    return min(fits, key=itemgetter(0), default=(0.0, ""))[1]  # of two within reach, the nearer one was made
