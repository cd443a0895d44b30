"""The ways of scoring, each named by the `kind` of the answer keys that it scores; kinds of items share them.

Every one gives a fraction from 0 to 1, and 0 to an empty or malformed response.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from ..text_answers import normalise, parse_number

AnswerKey = dict[str, Any]
"""What a scorer needs to know: a small plain dictionary, the same in Python and in the front end."""
_BRACKETED = re.compile(r"\([^)]*\)")
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
    return bool(normalise(response)) if isinstance(response, str) else bool(response)


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
        chosen = set(response) if isinstance(response, list) else set()
        right = set(key["right"])
        return max(0.0, (len(chosen & right) - len(chosen - right)) / len(right))

    def is_answered(self, response: Any) -> bool:
        return _is_given(response)


class Ordered:
    """Kendall's tau over all pairs of lines, not below 0."""

    name = "order"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        right = key["right"]
        if not isinstance(response, list) or sorted(map(str, response)) != sorted(right):
            return 0.0
        place = {name: at for at, name in enumerate(response)}
        pairs = [(a, b) for at, a in enumerate(right) for b in right[at + 1 :]]
        in_order = sum(place[a] < place[b] for a, b in pairs)
        return max(0.0, (2 * in_order - len(pairs)) / len(pairs))

    def is_answered(self, response: Any) -> bool:
        return _is_given(response)


class Placed:
    """The share of cards in their place."""

    name = "place"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        if not isinstance(response, dict):
            return 0.0
        right: dict[str, str] = key["right"]
        return len([card for card, place in right.items() if response.get(card) == place]) / len(right)

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
        forms = {normalise(response), normalise(_BRACKETED.sub(" ", response))} - {""}
        return float(bool(forms & {normalise(answer) for answer in key["right"]}))

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
        return sum(Within().fraction(cell_key, text) for cell_key, text in cells) / len(cells)

    def is_answered(self, response: Any) -> bool:
        return isinstance(response, dict) and any(_has_values(row) for row in response.values())

    @staticmethod
    def _cell(response: Any, row: str, column: str) -> Any:
        cells = response.get(row) if isinstance(response, dict) else None
        return cells.get(column) if isinstance(cells, dict) else None


class Rubric:
    """The points given over the most that the rubric gives."""

    name = "rubric"

    def fraction(self, key: AnswerKey, response: Any) -> float:
        if not isinstance(response, dict):
            return 0.0
        most: dict[str, float] = key["most"]
        points = sum(min(max(float(response.get(name) or 0), 0.0), most[name]) for name in most)
        return points / sum(most.values())

    def is_answered(self, response: Any) -> bool:
        return _has_values(response)
