"""What a reader gained: first answers before reading beside those at the end, votes beside claims of another text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...content.errors import CourseError
from ...content.library import COURSE, Library
from ...content.models import CourseQuiz
from ...learning.claim_votes import agreeing_vote
from ...learning.progress import progress_of
from ...learning.record import Entry, Record
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget

STYLES = ("gain/gain.css",)
_PLACES = ("answers", "votes")
_ENTRIES_THAT_COUNT = {"answer", "vote", "reset"}


class Gain(SavingWidget):
    """Shows what was gained, and follows the record."""

    _esm = module("gain/gain.js")
    _css = styles(*STYLES)

    def __init__(self, library: Library, record: Record) -> None:
        super().__init__(record, gain_content(library), _PLACES)
        record.on_change.append(self._update)

    def _update(self, entries: Iterable[Entry]) -> None:
        if any(entry["what"] in _ENTRIES_THAT_COUNT for entry in entries):
            progress = progress_of(self.record)
            self.state = {place: dict(progress[place]) for place in _PLACES}


def gain(library: Library, record: Record) -> Gain:
    """Return the widget that compares, with what other lessons have written since."""
    record.refresh()
    return Gain(library, record)


def gain_content(library: Library) -> dict[str, Any]:
    """Return what gain.js shows: the pairs of items, and the votes that agree with the ledger."""
    quiz = _quiz_asked_again(library)
    return {
        "before": library.quiz_label(str(quiz.again)),
        "after": library.quiz_label(quiz.id),
        "pairs": [
            {"topic": item.topic, "before": item.again, "after": item.id}
            for item in library.items(quiz.id)
            if item.again
        ],
        "votes": _votes_that_agree(library),
        "judges": quiz.judges or "",
        "text": library.course.text,
    }


def _quiz_asked_again(library: Library) -> CourseQuiz:
    for quiz in library.course_quizzes.values():
        if quiz.again:
            return quiz
    raise CourseError(f"no quiz of this course asks an earlier one again (again = … of a quiz in {COURSE}).")


def _votes_that_agree(library: Library) -> dict[str, str]:
    """Return, for each claim about facts, the vote that agrees with its verdict; forecasts are scored elsewhere."""
    return {claim.id: agreeing_vote(claim, []) for claim in library.claims.values() if claim.verdict != "forecast"}
