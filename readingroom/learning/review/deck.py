"""The cards of the course: its quiz items, its terms, and the dates of the events that the article names.

A reader cannot forget what they never met, so a term or a date comes into review only after they have seen it:
- a term, when they marked a paragraph as read whose gist or notes use it, answered an item whose words use it (feedback
  counts, since many are explained there), or voted on a claim whose words use it;
- a date, when they marked a paragraph as read that names the event, or answered an item on that paragraph. Items asked
  before reading do not count here: they are about paragraphs still to come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from ...content import models as m
from ...content.dates import written_span
from ...content.kinds import kind_name
from ...content.library import Library
from ...content.prose import TermFinder
from ..kinds import KINDS

_PROSE = {"prompt", "text", "why", "left", "right", "otherwise", "claim", "evidence", "best_case", "materiality_why"}
_ENOUGH = {4: "The year is enough.", 7: "The year and the month are enough.", 10: "The year and the month are enough."}

Doing = tuple[str, str]
"""What was done and to what: ("mark", a paragraph), ("answer", an item), ("vote", a claim)."""


@dataclass(frozen=True)
class Flashcard:
    """A card that learners rate themselves; its texts are prose of the course, not HTML yet."""

    kind: Literal["term", "date"]
    front: str
    ask: str
    answer: str
    more: str
    sections: tuple[str, ...]


@dataclass(frozen=True)
class Deck:
    """Every card: `items` by id, each with its quiz, and `flashcards` by name; `met_by` says what adds these."""

    items: dict[str, tuple[str, m.Item]]
    flashcards: dict[str, Flashcard]
    met_by: dict[Doing, set[str]]


def deck(library: Library) -> Deck:
    """Return the cards of the course. Written items are left out: marking one's own essay does not test memory."""
    items: dict[str, tuple[str, m.Item]] = {
        item.id: (quiz, item)
        for quiz in library.quizzes
        for item in library.items(quiz)
        if KINDS[kind_name(item)].is_remembered
    }
    named = {event.id: event for event in library.events.values() if event.in_article == "named"}
    terms = {
        f"term:{term.id}": Flashcard("term", term.term, "What does it mean?", term.meaning, "", ())
        for term in library.terms.values()
    }
    dates = {f"date:{event.id}": _date_card(event) for event in named.values()}
    return Deck(items, terms | dates, _met_by(library, items, named))


def _date_card(event: m.Event) -> Flashcard:
    ask = f"When was it? {_ENOUGH[len(event.start)]}"
    return Flashcard("date", event.title, ask, written_span(event.start, event.end), event.what, tuple(event.sections))


def _met_by(library: Library, items: dict[str, tuple[str, m.Item]], named: dict[str, m.Event]) -> dict[Doing, set[str]]:
    finder = TermFinder(library.terms.values())
    dates = {
        paragraph: {f"date:{event.id}" for event in named.values() if paragraph in event.paragraphs}
        for paragraph in library.paragraphs
    }
    met: dict[Doing, set[str]] = defaultdict(set)
    for paragraph in library.paragraphs.values():
        met["mark", paragraph.id] |= _terms(finder, paragraph.gist) | dates[paragraph.id]
    for section in library.sections:
        for note in library.notes(section):
            met["mark", note.paragraph] |= _terms(finder, note.text)
    before = {quiz.id for quiz in library.course_quizzes.values() if quiz.before}
    for quiz, item in items.values():
        met["answer", item.id] |= _terms(finder, *_prose(msgspec.to_builtins(item)))
        if quiz not in before and item.use == "quiz":
            met["answer", item.id] |= {card for paragraph in item.paragraphs for card in dates[paragraph]}
    for claim in library.claims.values():
        met["vote", claim.id] |= _terms(finder, *_prose(msgspec.to_builtins(claim)))
    return met


def _terms(finder: TermFinder, *texts: str) -> set[str]:
    return {f"term:{term}" for text in texts for term in finder.used(text)}


def _prose(value: Any) -> Iterator[str]:
    """Yield the sentences of a record, and none of its ids."""
    for name, part in value.items():
        if name in _PROSE and isinstance(part, str):
            yield part
        elif isinstance(part, list):
            for row in part:
                if isinstance(row, dict):
                    yield from _prose(row)
