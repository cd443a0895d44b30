"""The ways of scoring, each named by the `kind` of the answer keys that it scores; kinds of items share them.

Every one gives a fraction from 0 to 1, and 0 to an empty or malformed response; none raises, whatever a file holds.
Those in parts/quiz/kinds give the same. What is no text is no option, no line and no place. A list, a table or a text
without anything in it is not answered, nor are nought and a false truth value; a table of places is where it has a
value.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from ..text_answers import forms, normalise, parse_number

AnswerKey = dict[str, Any]
"""What a scorer needs to know: a small plain dictionary, the same in Python and in the front end."""
# A small margin, since 0.1 + 0.2 is not 0.3: an answer on the very edge of the tolerance counts.
_MARGIN = 1e-9


class Scorer(Protocol):
    """Scores the answer keys whose `kind` is `name`."""

    name: str

    def fraction(self, key: AnswerKey, response: Any) -> float:
        """Return how much of `response` is right."""

    def is_answered(self, response: Any) -> bool:
        """Say whether there is anything in `response` to score."""


def _is_given(response: Any) -> bool:
    if isinstance(response, float) and response != response:  # not a number, which JSON of the browser has not
        return False
    return bool(normalise(response)) if isinstance(response, str) else bool(response)


def _share(right: list[bool]) -> float:
    return right.count(True) / len(right) if right else 0.0


def _has_values(response: Any) -> bool:
    return isinstance(response, dict) and any(value not in ("", None) for value in response.values())


class OneOf:
    """One of the right options."""

    name = "one"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        return float(isinstance(response, str) and response in key["right"])

    def is_answered(self, response: Any) -> bool:
        return _is_given(response)


class Several:
    """(Right options chosen - wrong ones chosen) / right ones, not below 0."""

    name = "several"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        chosen = response if isinstance(response, list) else []
        options = {option for option in chosen if isinstance(option, str)}
        right = set(key["right"])
        unknown = len([option for option in chosen if not isinstance(option, str)])
        balance = len(options & right) - len(options - right) - unknown
        return max(0.0, balance / len(right)) if right else 0.0

    def is_answered(self, response: Any) -> bool:
        return _is_given(response)


def _has_exactly(response: Any, lines: list[str]) -> bool:
    if not isinstance(response, list) or len(response) != len(lines):
        return False
    return all(isinstance(line, str) for line in response) and sorted(response) == sorted(lines)


class Ordered:
    """Kendall's tau over all pairs of lines, not below 0."""

    name = "order"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        right = key["right"]
        if not _has_exactly(response, right):
            return 0.0
        place = {name: at for at, name in enumerate(response)}
        pairs = [(a, b) for at, a in enumerate(right) for b in right[at + 1 :]]
        in_order = sum(place[a] < place[b] for a, b in pairs)
        return max(0.0, (2 * in_order - len(pairs)) / len(pairs)) if pairs else 1.0

    def is_answered(self, response: Any) -> bool:
        return _is_given(response)


class Placed:
    """The share of cards in their place."""

    name = "place"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        if not isinstance(response, dict):
            return 0.0
        right: dict[str, str] = key["right"]
        return _share([response.get(card) == place for card, place in right.items()])

    def is_answered(self, response: Any) -> bool:
        return _has_values(response)


class Within:
    """A number within the tolerance."""

    name = "number"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        value = parse_number(response)
        return float(value is not None and bool(abs(value - key["right"]) <= key["tolerance"] + _MARGIN))

    def is_answered(self, response: Any) -> bool:
        return parse_number(response) is not None


class OneForm:
    """One of the right forms of words, with or without what stands in brackets."""

    name = "short"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        if not isinstance(response, str):
            return 0.0
        return float(bool(forms(response) & {normalise(answer) for answer in key["right"]}))

    def is_answered(self, response: Any) -> bool:
        return _is_given(response)


class Cells:
    """The share of a table's cells that are right."""

    name = "table"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        cells = [
            ({"right": right, "tolerance": key["tolerance"]}, self._cell(response, row, column))
            for row, columns in key["right"].items()
            for column, right in columns.items()
        ]
        return _share([Within().fraction(cell_key, text) > 0 for cell_key, text in cells])

    def is_answered(self, response: Any) -> bool:
        return isinstance(response, dict) and any(_has_values(row) for row in response.values())

    @staticmethod
    def _cell(response: Any, row: str, column: str) -> Any:
        cells = response.get(row) if isinstance(response, dict) else None
        return cells.get(column) if isinstance(cells, dict) else None


_POINTS = re.compile(r" *[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[-+]?[0-9]+)? *", re.IGNORECASE)
_LONGEST_POINTS = 1_000
_LONGEST_INDEX, _MOST_INDEXES = 10, 2**32 - 1


class Rubric:
    """The points given over the most that the rubric gives."""

    name = "rubric"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        if not isinstance(response, dict):
            return 0.0
        most = sorted(key["most"].items(), key=_place_in_an_object)
        points = [min(max(_points(response.get(name)), 0.0), best) for name, best in most]
        best_of_all = _total([best for _, best in most])
        return _total(points) / best_of_all if best_of_all else 0.0

    def is_answered(self, response: Any) -> bool:
        return _has_values(response)


def _points(given: Any) -> float:
    """Return points, given as a number, as a truth value (one or none) or as plain figures; all else is none."""
    if isinstance(given, bool):
        return float(given)
    if isinstance(given, str):
        return float(given) if len(given) <= _LONGEST_POINTS and _POINTS.fullmatch(given) else 0.0
    return parse_number(given) or 0.0


def _place_in_an_object(field: tuple[str, float]) -> int:
    """Tell where JavaScript keeps a field: whole numbers first, the others in the order in which they came."""
    name = field[0]
    is_whole = (
        name.isascii() and name.isdigit() and name == str(int(name[:_LONGEST_INDEX])) and int(name) < _MOST_INDEXES
    )
    return int(name) if is_whole else _MOST_INDEXES


def _total(points: list[float]) -> float:
    # One by one: sum() rounds otherwise from Python 3.12 on.
    total = 0.0
    for each in points:
        total += each
    return total
