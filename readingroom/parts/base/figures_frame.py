"""Tables of pandas that answer a beginner's slips in words; in all else they are pandas' own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from ...content.errors import CourseError
from .unknown_figure import (
    UnknownFigureError,
    by_loc,
    one_too_many,
    stretch_by_position,
    unknown_column,
    unknown_row,
)
from .unknown_work import by_name


def _found(look_up: Callable[[Any], Any], key: Any, unknown: Callable[[Any], CourseError]) -> Any:
    """Return what stands under `key`, or raise `unknown` of it where there is nothing."""
    try:
        return look_up(key)
    except UnknownFigureError:
        raise
    except (KeyError, pd.errors.IndexingError, pd.errors.InvalidIndexError) as error:
        if isinstance(error, pd.errors.IndexingError) and "Too many indexers" not in str(error):
            raise  # a mask that does not fit: pandas' own words
        raise unknown(key) from None


def _no_years_by_position(key: Any, labels: pd.Index) -> None:
    """Refuse the years of a stretch in brackets alone: pandas would take them for places, and find nothing."""
    ends = [key.start, key.stop] if isinstance(key, slice) else []
    if ends and all(type(end) is int and end > len(labels) and end in labels for end in ends):
        raise stretch_by_position(key)


class Rows:
    """What `.loc` of a table gives: pandas' own, but for the words to a row or column that there is not."""

    def __init__(self, indexer: Any, unknown: Callable[[Any], CourseError]):
        self._indexer, self._unknown = indexer, unknown

    def __getitem__(self, key: Any) -> Any:
        return _found(self._indexer.__getitem__, key, self._unknown)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._indexer[key] = value

    def __call__(self, *words: Any, **named: Any) -> Any:
        if words:
            raise CourseError(f".loc takes square brackets: write .loc[{words[0]!r}].")
        return self._indexer(**named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._indexer, name)


class FiguresColumn(pd.Series):  # type: ignore[misc]
    """A column, or a row, of a table of figures."""

    @property
    def _constructor(self) -> type:
        return FiguresColumn

    @property
    def _constructor_expanddim(self) -> type:
        return FiguresTable

    @property
    def loc(self) -> Any:
        return Rows(super().loc, self._unknown)

    def __getattr__(self, name: str) -> Any:
        return by_name(super().__getattr__, name)

    def __getitem__(self, key: Any) -> Any:
        _no_years_by_position(key, self.index)
        return _found(super().__getitem__, key, self._unknown)

    def _unknown(self, key: Any) -> CourseError:
        labels = list(self.index)
        has_dates = bool(labels) and (not isinstance(labels[0], str) or labels[0][:1].isdigit())
        if isinstance(key, tuple):
            return one_too_many(key, labels, is_column=has_dates)
        first = _first_missing(key, labels)
        return unknown_row(first, labels) if has_dates else unknown_column(first, labels)


class FiguresTable(pd.DataFrame):  # type: ignore[misc]
    """A table of figures: a row for each year or date, a column for each thing measured."""

    @property
    def _constructor(self) -> type:
        return FiguresTable

    @property
    def _constructor_sliced(self) -> type:
        return FiguresColumn

    @property
    def loc(self) -> Any:
        return Rows(super().loc, self._unknown)

    def __getattr__(self, name: str) -> Any:
        return by_name(super().__getattr__, name)

    def __getitem__(self, key: Any) -> Any:
        _no_years_by_position(key, self.index)
        return _found(super().__getitem__, key, self._unknown_column)

    def _unknown_column(self, key: Any) -> UnknownFigureError:
        columns = list(self.columns)
        return unknown_column(_first_missing(key, columns), columns, list(self.index))

    def _unknown(self, key: Any) -> CourseError:
        rows, columns = list(self.index), list(self.columns)
        row, *rest = key if isinstance(key, tuple) else (key,)
        if len(rest) > 1:
            return CourseError(f"give one row and one column: {by_loc(row, rest[0])}.")
        missing = _first_missing(row, rows)
        if rest and not _is_missing(missing, rows):
            return unknown_column(_first_missing(rest[0], columns), columns, rows)
        return unknown_row(missing, rows, columns, second=rest[0] if rest else None)


def _first_missing(key: Any, labels: list[Any]) -> Any:
    if isinstance(key, slice):
        key = [end for end in (key.start, key.stop) if end is not None]
    if isinstance(key, list):
        return next((each for each in key if _is_missing(each, labels)), key[0] if key else key)
    return key


def _is_missing(key: Any, labels: list[Any]) -> bool:
    return key is not ... and not isinstance(key, slice) and key not in labels
