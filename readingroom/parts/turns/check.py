"""Marks what a learner's cell hands over, keeps it as an answer, and says what to say to it."""

from __future__ import annotations

import math
from typing import Any

from ...content.kinds.number import Number
from ...content.library import Library
from ...content.models import Item
from ...content.turns import QUIZ, Turn
from ...learning.kinds import answer_key
from ...learning.record import Record, RecordError
from ...learning.scoring import fraction, is_answered
from ...learning.text_answers import parse_number
from ..base.prose import inline
from .checked import Checked
from .feedback import feedback
from .turns import item_of
from .values import NO_PANDAS, handed

_LARGEST = 1e15  # a record keeps no larger number
_DIGITS, _FEW_DIGITS = 10, 4  # shown of a count, and of a figure that has a tolerance
_RIGHT, _WRONG, _WAITS = "\N{CHECK MARK} Right.", "\N{BALLOT X} Not yet.", "Your turn."
_NO_PANDAS = (
    "This Python has no pandas, and the step can be done without it. Put these lines in the place of yours, and your "
    "part in the place of the dots:"
)
_TOO_LARGE = "The number is too large to be true. Look at the units, and at what is multiplied."
_NO_NUMBER = "You handed over the text {text!r}; the question asks for a number."


def check(library: Library, record: Record, turn: Turn, value: Any) -> Checked:
    """Return what is said to `value`; an answer, right or wrong, is kept in the record first."""
    item = item_of(library, turn)
    asked = inline(library, item.prompt)
    given = handed(value)
    if given.says == NO_PANDAS:
        return Checked("waits", _WAITS, [asked, _NO_PANDAS], code="\n".join(turn.plain))
    response = given.response if isinstance(item, Number) else str(given.response)
    says = given.says or _unfit(library, item, response)
    if says:
        return Checked("waits", _WAITS, [asked, says])
    right = fraction(answer_key(item, library.number), response)
    trouble = _kept(record, {"what": "answer", "quiz": QUIZ, "item": item.id, "response": response, "fraction": right})
    return Checked(
        "right" if right else "wrong",
        f"{_RIGHT if right else _WRONG} {_read_as(item, response)}",
        [feedback(library, item, right, response), _further(library, turn, right)],
        folded="Another way to write it" if right else "The lines, worked out",
        code="\n".join(turn.solution),
        trouble=trouble,
    )


def _unfit(library: Library, item: Item, response: float | str) -> str:
    """Return why a response cannot be scored; "" where it can."""
    if isinstance(response, (int, float)) and abs(response) > _LARGEST:
        return _TOO_LARGE
    return "" if is_answered(answer_key(item, library.number), response) else _NO_NUMBER.format(text=response)


def _kept(record: Record, entry: dict[str, Any]) -> str:
    """Save the answer, and return what kept it from being saved."""
    try:
        record.append([entry])
    except RecordError as error:
        return str(error)
    return ""


def _read_as(item: Item, response: float | str) -> str:
    """The answer as it was read, so that nobody wonders what was marked; years have no unit, and no comma."""
    if not isinstance(item, Number):
        return f"You found: {response}."
    number = parse_number(response) or 0.0
    whole = max(0, 1 + math.floor(math.log10(abs(number)))) if number else 0
    digits = max(_FEW_DIGITS, whole) if item.tolerance else _DIGITS
    text = f"{number:{',' if item.unit else ''}.{digits}g}".replace("-", "\N{MINUS SIGN}")
    return f"You found: {text} {item.unit}".rstrip() + "."


def _further(library: Library, turn: Turn, right: float) -> str:
    """What a right result shows; a hint after a wrong one."""
    return inline(library, turn.shows) if right else f"<strong>Hint.</strong> {inline(library, turn.hint)}"
