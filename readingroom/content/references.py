"""References in prose: `{series:ID.COLUMN:DATE}` stands for a figure of the data, so that prose cannot drift from it.

With `/1000` before the closing brace the figure is divided by a thousand and written with one decimal. With `~` and a
number at the very end it is written with so many decimals, as people say it: `{series:ID.COLUMN:DATE~0}`; `~-2` rounds
it to hundreds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from .series import Table

REFERENCE = re.compile(r"\{series:([a-z0-9-]+)\.([a-z0-9_]+):([0-9-]+)(/1000)?(?:~(-?[0-3]))?\}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
Lookup = Callable[[str], Table]
"""Returns the table of a series; raises KeyError for an unknown one."""


class UnknownReferenceError(ValueError):
    """A reference that leads to no figure; the message says why."""


def figure(reference: str, table_of: Lookup) -> float:
    """Return the number that a reference stands for, not rounded."""
    return _figure(_reference(reference), table_of)[0]


def number(text: str, table_of: Lookup) -> float:
    """Return the number written in `text`: a plain number, or a reference, rounded as prose would show it."""
    if not text.startswith("{"):
        if not _NUMBER.fullmatch(text) or not math.isfinite(value := float(text)):
            raise UnknownReferenceError(f"{text!r} is neither a number nor a reference to one")
        return value
    value, decimals = _figure(_reference(text), table_of)
    return round(value, decimals)


def resolve(text: str, table_of: Lookup) -> str:
    """Return `text` with each reference replaced by its figure, written with the column's decimals."""

    def written(match: re.Match[str]) -> str:
        value, decimals = _figure(match, table_of)
        return f"{round(value, decimals):,.{max(decimals, 0)}f}".replace("-", "\N{MINUS SIGN}")

    return REFERENCE.sub(written, text) if "{series:" in text else text


def _reference(text: str) -> re.Match[str]:
    match = REFERENCE.fullmatch(text)
    if not match:
        raise UnknownReferenceError(f"{text!r} is not of the form {{series:ID.COLUMN:DATE}}")
    return match


def _figure(match: re.Match[str], table_of: Lookup) -> tuple[float, int]:
    series, column, date, thousands, said = match.groups()
    try:
        table = table_of(series)
    except KeyError:
        raise UnknownReferenceError(f"{match[0]}: there is no series {series!r}") from None
    if column not in table.values:
        raise UnknownReferenceError(
            f"{match[0]}: series {series} has no column {column!r}; it has {', '.join(table.values)}"
        )
    if date not in table.dates:
        raise UnknownReferenceError(f"{match[0]}: series {series} has nothing for {date}")
    value = table.value(column, date)
    if value is None:
        raise UnknownReferenceError(f"{match[0]}: nothing is known of {column} in {date}; leave the figure out")
    value, decimals = (value / 1000, 1) if thousands else (value, table.column(column).decimals)
    return value, decimals if said is None else int(said)
