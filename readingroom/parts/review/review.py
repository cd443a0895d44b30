"""Review across lessons: items answered, terms and dates met, each asked again when it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any

from ...content.dates import written_date
from ...content.library import Library
from ...content.prose import blocks, inline
from ...learning.entry_schema import readable
from ...learning.record import Entry, Record
from ...learning.review.deck import Deck, deck
from ...learning.review.schedule import Plan, plan
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..quiz.quiz import item_content

AT_A_TIME = 10
"""How many of the due cards are sent at once; as they are done, others follow."""
_ENTRIES_THAT_MOVE_CARDS = {"answer", "review", "reset", "mark", "vote"}


class Review(SavingWidget):
    """The cards due today, one at a time; `content` follows the record."""

    _esm = module("review/review.js")
    _css = styles("quiz/quiz.css", "review/review.css")

    def __init__(self, library: Library, record: Record, now: Callable[[], datetime]):
        self._library, self._deck, self._now = library, deck(library), now
        super().__init__(record, self._current_content(record), ())
        record.on_change.append(self._update)

    def _update(self, entries: Iterable[Entry]) -> None:
        if any(entry["what"] in _ENTRIES_THAT_MOVE_CARDS for entry in entries):
            self.content = self._current_content(self.record)

    def _current_content(self, record: Record) -> dict[str, Any]:
        return review_content(self._library, self._deck, plan(readable(record.entries), self._deck, self._now()))


def review(library: Library, record: Record, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Review:
    """Return the widget that asks what is due, with what other lessons have written since."""
    record.refresh()
    return Review(library, record, now)


def review_content(library: Library, cards: Deck, schedule: Plan) -> dict[str, Any]:
    """Return what review.js shows: plain values, prose as HTML."""
    return {
        "today": schedule.today.isoformat(),
        "due": len(schedule.due),
        "cards": [_card(library, cards, name) for name in schedule.due[:AT_A_TIME]],
        "ahead": [{"day": _day(day), "cards": count} for day, count in list(schedule.ahead.items())[:7]],
    }


def _card(library: Library, cards: Deck, name: str) -> dict[str, Any]:
    if name in cards.flashcards:
        card = cards.flashcards[name]
        return {
            "card": name,
            "kind": card.kind,
            "about": {"term": "Term", "date": "Date"}[card.kind],
            "front": inline(library, card.front),
            "ask": card.ask,
            "answer": inline(library, card.answer),
            "more": blocks(library, card.more) if card.more else "",
        }
    quiz, item = cards.items[name.removeprefix("item:")]
    label = library.quiz_label(quiz)
    title = label if quiz in library.sections else f"{label[:1].lower()}{label[1:]}"
    return {
        "card": name,
        "kind": "item",
        "about": f"Quiz item: {title}",
        "quiz": quiz,
        "item": item_content(library, item),
    }


def _day(day: date) -> str:
    return f"{day:%A} {written_date(day.isoformat())}"
