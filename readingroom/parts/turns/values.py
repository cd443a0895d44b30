"""What a learner's cell hands over, read as an answer: a number or a text, or a sentence on why it is neither.

Nothing of pandas or numpy is imported: what they hand over is known by what it can do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

NO_PANDAS = "no pandas"
"""What `says` holds where the cell ran in a browser that has no pandas."""
_DIGITS = 10
_DOTS = "The three dots are still there. Put your part in their place, and run the cell again."
_NOTHING = "Nothing was handed over. A line such as print(…) shows a value and keeps none: leave print out."
_EMPTY = "You handed over an empty text."
_TRUTH = "You handed over {value}, which answers a yes-or-no question."
_BRACKETS = "Two brackets are missing: .{name}() works it out, without them Python only names the way."
_TABLE = "That is a whole table, of {rows} rows and {columns} columns. Say which row, and which column."
_ROW = "That is a row of {count} values; the question asks for one. Say which column."
_COLUMN = (
    "That is a column of {count} values; the question asks for one. Say which row, or make one number of them, as "
    ".mean(), .sum() and .prod() do."
)
_TRUTHS = (
    "That is True or False for each of {count} rows. To count those that are True, put the comparison in round "
    "brackets and write .sum() after them: (\N{HORIZONTAL ELLIPSIS}).sum()."
)
_COMMA = "You handed over 2 values. For a decimal number Python writes a point: {whole}.{part}, and not {whole},{part}."
_MANY = "You handed over {count} values; the question asks for one."
_NO_ANSWER = "You handed over a {kind}; the question asks for a number or a word."
_UNKNOWN = "The figure is empty there (NaN, not a number): nothing is known. Look at another row or column."
_INFINITE = "The result is infinite: something was divided by zero."


@dataclass(frozen=True)
class Handed:
    """An answer to score; or, where there is none, what to say."""

    response: float | str = ""
    says: str = ""


def handed(value: Any) -> Handed:
    """Return what `value` answers."""
    if value is ...:
        return Handed(says=_DOTS)
    if value is None:
        return Handed(says=_NOTHING)
    if isinstance(value, str):
        return _text(value.strip())
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return Handed(says=_TRUTH.format(value=value))
    if (type(value).__module__, type(value).__name__) == ("pandas", "Missing"):
        return Handed(says=NO_PANDAS)
    if callable(value):
        return Handed(says=_BRACKETS.format(name=getattr(value, "__name__", "name")))
    return _of_many(value) if hasattr(value, "__len__") else _number(value)


def _text(text: str) -> Handed:
    if text in ("...", "\N{HORIZONTAL ELLIPSIS}"):
        return Handed(says=_DOTS)
    return Handed(text) if text else Handed(says=_EMPTY)


def _of_many(value: Any) -> Handed:
    """A table, a column, a row or a list: one value is an answer, more are too many."""
    shape = list(getattr(value, "shape", [len(value)]))
    if math.prod(shape) == 1:
        return handed(_only(value))
    if len(shape) == 2:
        return Handed(says=_TABLE.format(rows=shape[0], columns=shape[1]))
    if _is_decimal_comma(value):
        return Handed(says=_COMMA.format(whole=value[0], part=value[1]))
    if not hasattr(value, "iloc"):
        return Handed(says=_MANY.format(count=len(value)))
    names = [label for label in value.index if isinstance(label, str) and not label[:1].isdigit()]
    column = _TRUTHS if str(getattr(value, "dtype", "")) == "bool" else _COLUMN
    return Handed(says=(_ROW if names else column).format(count=len(value)))


def _is_decimal_comma(value: Any) -> bool:
    """Whether `value` is what Python makes of 2,8: a pair of whole numbers, of which the second has no sign."""
    return isinstance(value, tuple) and [type(part) for part in value] == [int, int] and value[1] >= 0


def _only(value: Any) -> Any:
    """The one value of a table, a column, a row, a list or a dictionary."""
    if hasattr(value, "to_numpy"):
        return value.to_numpy().item()
    if hasattr(value, "item"):
        return value.item()
    return next(iter(value.values() if isinstance(value, dict) else value))


def _number(value: Any) -> Handed:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return Handed(says=_NO_ANSWER.format(kind=type(value).__name__))
    if math.isnan(number):
        return Handed(says=_UNKNOWN)
    if math.isinf(number):
        return Handed(says=_INFINITE)
    return Handed(int(number) if number.is_integer() else float(f"{number:.{_DIGITS}g}"))
