"""The story of the text's turning points, told as a walk: one stop for each, with a question at its end."""

from __future__ import annotations

from .kinds import AnyItem
from .models import Date, Id, Record, Text

FILE = "data/story.toml"
QUIZ = "story"
"""The quiz under whose name the record keeps the answers."""


class Story(Record, frozen=True, kw_only=True):
    """What the walk is called and what it is about."""

    title: Text
    about: Text


class Stop(Record, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """A turning point: the `event`, told in a few sentences, with the days around it on the timeline and one chart.

    `unknown` says what people could not know then. `question` is an item like those of the quizzes.
    """

    id: Id
    event: Id
    heading: Text
    start: Date
    end: Date
    text: Text
    chart: Id
    unknown: Text
    sources: list[Id]
    question: AnyItem

    @property
    def paragraphs(self) -> list[Id]:
        """The paragraphs that the stop belongs to."""
        return self.question.paragraphs
