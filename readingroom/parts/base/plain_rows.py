"""The figures of a series as plain Python: for each year or date a row, in which each column has its figure."""

from __future__ import annotations

from typing import Any, NoReturn

from ...content.series import Table
from .unknown_figure import by_brackets, unknown_column, unknown_row


class PlainRow(dict[str, float | None]):
    """A row: column -> figure, None where nothing is known."""

    def __missing__(self, key: Any) -> NoReturn:
        raise unknown_column(key, list(self), place=by_brackets)


class PlainRows(dict[Any, PlainRow]):
    """The rows of a table: year or date -> row."""

    def __missing__(self, key: Any) -> NoReturn:
        raise unknown_row(key, list(self), list(next(iter(self.values()), {})), place=by_brackets)


def plain_rows(table: Table) -> PlainRows:
    """Return `table` with its computed columns; years are numbers, other dates are text, as with pandas."""
    yearly = table.about.date == "year"
    return PlainRows(
        (int(date) if yearly else date, PlainRow((name, values[i]) for name, values in table.values.items()))
        for i, date in enumerate(table.dates)
    )
