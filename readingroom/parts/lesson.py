"""A lesson's parts, as its cells call them: each call returns a widget or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..content.errors import CourseError
from ..content.library import Library, find
from ..content.models import Item
from ..learning.record import Record

if TYPE_CHECKING:
    import pandas as pd


class Part:
    """What the whole course and each of its sections can show; what a cell does not call is never imported."""

    def __init__(self, library: Library, record: Record):
        self._library, self._record = library, record

    def timeline(self) -> Any:
        """The events: a figure and a list, to filter by theme, section and years."""
        from .timeline.timeline import timeline

        return timeline(self._library, self._record, self._section)

    def chart(self, name: str, predict: bool = False) -> Any:
        """The chart `name` with its table and source; with `predict` it waits for a guess."""
        from .charts.charts import chart

        return chart(self._library, self._record, find(self._library.charts, name, "chart"), predict)

    def claims(self) -> Any:
        """The claims ledger: vote first, then see verdict and evidence."""
        from .claims.claims import claims

        return claims(self._library, self._record, self._section)

    def glossary(self) -> Any:
        """The terms used here, explained."""
        from .glossary.glossary import glossary

        return glossary(self._library, self._section)

    def record(self) -> Any:
        """What you read, noted and answered so far; to take along and to restore."""
        from .record.record import record_widget

        return record_widget(self._library, self._record)

    def data(self, name: str) -> pd.DataFrame:
        """The figures of series `name` as a table of pandas, with its reckoned columns."""
        from .base.dataframe import frame

        find(self._library.series, name, "series")
        return frame(self._library.table(name))

    _section: str | None = None

    def _quiz(self, name: str, title: str, use: str) -> Any:
        from .quiz.quiz import quiz

        items: list[Item] = [item for item in self._library.items(name) if item.use == use]
        if not items:
            raise CourseError(
                f"the quiz {name!r} has no items for this cell (use = {use!r} in data/quizzes/{name}.toml)."
            )
        return quiz(self._library, self._record, name, title, items)


class SectionLesson(Part):
    """One section of the article: `.read()`, `.timeline()`, `.chart(name)`, `.claims()`, `.quiz()`, …"""

    def __init__(self, library: Library, record: Record, section: str):
        super().__init__(library, record)
        self._about = find(library.sections, section, "section")
        self._section = section

    def read(self) -> Any:
        """The section paragraph by paragraph, with notes and room for yours."""
        from .reader.reader import reader

        return reader(self._library, self._record, self._about)

    def before(self) -> Any:
        """A question to think about before reading."""
        return self._quiz(self._section, "Before you read", "before")

    def quiz(self) -> Any:
        """The section's quiz."""
        return self._quiz(self._section, f"Quiz: {self._about.title}", "quiz")

    def write(self) -> Any:
        """The section's written task."""
        return self._quiz(self._section, "Write", "write")


class WholeCourse(Part):
    """The whole course: `.map()`, `.timeline()`, `.forecasts()`, `.review()`, `.quiz("start")`, `.record()`, …"""

    def map(self) -> Any:
        """The argument as a map: what leans on what."""
        from .argument.argument import argument_map

        return argument_map(self._library, self._record)

    def copy(self) -> Any:
        """Your own copy of the article: give it to the course, or take it away."""
        from .own_copy.own_copy import own_copy

        return own_copy(self._library, self._record)

    def forecasts(self) -> Any:
        """The article's forecasts: put a probability on each, then see how it ended."""
        from .forecasts.forecasts import forecasts

        return forecasts(self._library, self._record)

    def review(self) -> Any:
        """What is due today, from all lessons: items answered, terms and dates met."""
        from .review.review import review

        return review(self._library, self._record)

    def people(self) -> Any:
        """Who is who."""
        from .glossary.glossary import people

        return people(self._library)

    def quiz(self, name: str) -> Any:
        """A quiz by name: "start", "whole", or a section's."""
        return self._quiz(
            self._known(name),
            {"start": "What do you know before you start?", "whole": "The whole article"}.get(name, f"Quiz: {name}"),
            "quiz",
        )

    def write(self, name: str = "whole") -> Any:
        """The written task of a quiz."""
        return self._quiz(self._known(name), "Write", "write")

    def _known(self, name: str) -> str:
        return find({quiz: quiz for quiz in self._library.quizzes}, name, "quiz")
