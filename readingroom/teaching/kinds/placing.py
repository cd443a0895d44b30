"""What matching and sorting share: cards to put in a place."""

from __future__ import annotations

import html
from typing import Any

from ...content.library import Library
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ..report.figures import Answered, misplaced, most_first
from .base import NO_ANSWER, I, Lines, Misunderstood, Report, TeachingKind, cached_inline, html_list


class PlacingKind(TeachingKind[I]):
    """A kind whose response gives each card a place."""

    def response_html(self, library: Library, task: Task, response: Any, lines: Lines) -> str:
        placed = response if isinstance(response, dict) else {}
        rows = (
            _placed(lines.get(card, html.escape(card)), lines.get(str(place), html.escape(str(place))))
            for card, place in placed.items()
            if place
        )
        return html_list(rows) or NO_ANSWER

    def misunderstood(self, library: Library, item: I, answer: AnswerKey, response: Any) -> list[Misunderstood]:
        placed = response if isinstance(response, dict) else {}
        places = self.item_places(item)
        return [
            Misunderstood(
                _placed(cached_inline(library, text), cached_inline(library, places[placed[card]])),
                cached_inline(library, why),
            )
            for card, text, why in self.item_cards(item)
            if placed.get(card) in places and placed[card] != answer["right"][card]
        ]

    def item_cards(self, item: I) -> list[tuple[str, str, str]]:
        """Return (id, text, what is said about it) of each card of an item."""
        raise NotImplementedError

    def item_places(self, item: I) -> dict[str, str]:
        """Return the text of each place of an item, by its id."""
        raise NotImplementedError

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        return html_list(_placed(lines[card], lines[place]) for card, place in answer["right"].items())

    def lines_to_explain(self, answer: AnswerKey, response: Any) -> list[str]:
        placed = response if isinstance(response, dict) else {}
        return [card for card, place in answer["right"].items() if placed.get(card) != place]

    def report(self, task: Task, key: Key, answers: list[Answered], lines: Lines) -> Report | None:
        rows = [
            (f"{lines[card]} \N{RIGHTWARDS ARROW} {lines.get(place, html.escape(place))}", count)
            for (card, place), count in most_first(misplaced(answers, key.place))
        ]
        return Report(("Card, and where it was put", "Students"), rows, "Most often misplaced")


def _placed(card: str, place: str) -> str:
    return f"{card} \N{RIGHTWARDS ARROW} <strong>{place}</strong>"
