"""Figures in prose: `{series:ID.COLUMN:DATE}` stands for the figure in the data, so that prose cannot drift from it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .series import Table

REFERENCE = re.compile(r"\{series:([a-z0-9-]+)\.([a-z0-9_]+):([0-9-]+)(/1000)?\}")
Lookup = Callable[[str], Table]


class UnknownReferenceError(ValueError):
    """A reference that leads to no figure; the message says why."""


def figure(reference: str, table_of: Lookup) -> float:
    """Return the number a whole reference stands for."""
    match = REFERENCE.fullmatch(reference)
    if not match:
        raise UnknownReferenceError(f"{reference!r} is not of the form {{series:ID.COLUMN:DATE}}")
    return _figure(match, table_of)[0]


def number(text: str, table_of: Lookup) -> float:
    """Return the number written in `text`: a plain number or a reference."""
    if not text.startswith("{"):
        try:
            return float(text)
        except ValueError:
            raise UnknownReferenceError(f"{text!r} is neither a number nor a reference to one") from None
    return round(figure(text, table_of), _decimals(REFERENCE.fullmatch(text), table_of))


def resolve(text: str, table_of: Lookup) -> str:
    """Return `text` with each reference replaced by its figure, written with the column's decimals."""

    def written(match: re.Match) -> str:
        value, decimals = _figure(match, table_of)
        return f"{value:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")

    return REFERENCE.sub(written, text)


def _decimals(match: re.Match, table_of: Lookup) -> int:
    return _figure(match, table_of)[1]


def _figure(match: re.Match, table_of: Lookup) -> tuple[float, int]:
    series, column, date, thousands = match.groups()
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
    return (value / 1000, 1) if thousands else (value, table.column(column).decimals)
