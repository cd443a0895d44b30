"""What the cells of a lesson call: each call returns a widget or a table.

What a cell does not call is never imported: the modules of the parts are imported inside the methods.
"""
# Annotations are not postponed here: `help(lesson.chart)` shows them as they are written.

from typing import TYPE_CHECKING, Any

from ..content.errors import CourseError
from ..content.library import Library, find
from ..learning.record import Record
from .calls import ListsCalls
from .failure import failing_in_place

if TYPE_CHECKING:
    from ipywidgets import VBox
    from pandas import DataFrame

    from .argument.argument import ArgumentMap
    from .base.plain_rows import PlainRows
    from .claims.claims import Claims
    from .documents.documents import Documents
    from .forecasts.forecasts import Forecasts
    from .gain.gain import Gain
    from .glossary.glossary import Lookup
    from .hand_in.hand_in import LessonHandInView
    from .own_copy.own_copy import OwnCopy
    from .quiz.quiz import Quiz
    from .reader.reader import Reader
    from .record.record import RecordWidget
    from .review.review import Review
    from .timeline.timeline import Timeline
    from .turns.checked import Checked
    from .ways.go_on import GoOn
    from .ways.ways import Ways
    from .weighing.weighing import Weighing


class Part(ListsCalls):
    """What the whole course and each of its sections can show; `_section` is None for the whole course."""

    _section: str | None = None

    def __init__(self, library: Library, record: Record) -> None:
        self._library, self._record = library, record

    @failing_in_place
    def timeline(self) -> "Timeline":
        """The events: a figure and a list, to filter by theme, section and years."""
        from .timeline.timeline import timeline

        return timeline(self._library, self._record, self._section)

    @failing_in_place
    def story(self) -> "VBox":
        """The text's turning points, one stop each: what happened, a chart, a question."""
        from .story.story import story

        return story(self._library, self._record, self._section)

    @failing_in_place
    def chart(self, name: str, predict: bool = False, **asked: Any) -> "VBox":
        """A chart, its table, its source; with predict=True it first asks for your guess.

        A name that there is not is answered with those there are. Charts of trade can be asked: partners=["Germany"],
        flow="exports" ("imports", "both"), measure="value" ("share"), since=1992, until=2003.
        """
        from .charts.asking import question_of
        from .charts.caller import name_in_notebook
        from .charts.charts import chart

        about = find(self._library.charts, name, "chart")
        caller = name_in_notebook(self) or (self._section or "course").replace("-", "_")
        return chart(self._library, self._record, about, predict, question_of(asked), caller)

    @failing_in_place
    def claims(self) -> "Claims":
        """The claims ledger: vote first, then see verdict and evidence."""
        from .claims.claims import claims

        return claims(self._library, self._record, self._section)

    @failing_in_place
    def documents(self) -> "Documents":
        """Primary documents to open: what to look for in each, and a question."""
        from .documents.documents import documents

        return documents(self._library, self._record, self._section)

    @failing_in_place
    def glossary(self) -> "Lookup":
        """The terms used here, explained."""
        from .glossary.glossary import glossary

        return glossary(self._library, self._section)

    @failing_in_place
    def record(self) -> "RecordWidget":
        """What you read, noted and answered so far; to download and to restore."""
        from .record.record import record_widget

        return record_widget(self._library, self._record)

    def data(self, name: str) -> "DataFrame":
        """The figures of a series as a table of pandas, with its computed columns.

        A name that there is not is answered with those there are.
        """
        from .base.dataframe import frame

        find(self._library.series, name, "series")
        return frame(self._library.table(name))

    def rows(self, name: str) -> "PlainRows":
        """The same figures without pandas, as in `rows[2003]["column"]`.

        A name that there is not is answered with those there are.
        """
        from .base.plain_rows import plain_rows

        find(self._library.series, name, "series")
        return plain_rows(self._library.table(name))

    @failing_in_place
    def check(self, name: str, value: Any = ...) -> "Checked":
        """Your turn: is what your cell worked out right? With a hint."""
        from .turns.check import check

        return check(self._library, self._record, find(self._library.turns, name, "turn"), value)

    def _quiz(self, name: str, title: str, use: str) -> "Quiz":
        from .quiz.quiz import quiz

        items = [item for item in self._library.items(name) if item.use == use]
        if not items:
            raise CourseError(
                f"the quiz {name!r} has no items for this cell (use = {use!r} in data/quizzes/{name}.toml)."
            )
        return quiz(self._library, self._record, name, title, items)


class SectionLesson(Part):
    """The lesson on one section of the text."""

    _section: str

    def __init__(self, library: Library, record: Record, section: str) -> None:
        super().__init__(library, record)
        self._about = find(library.sections, section, "section")
        self._section = section

    @property
    def _title(self) -> str:
        return f"Lesson on the section {self._about.title!r}"

    @failing_in_place
    def ways(self) -> "Ways":
        """Your way through the lesson: how much time you have, and its steps."""
        from .ways.ways import ways

        return ways(self._library, self._record, self._about.lesson)

    @failing_in_place
    def read(self) -> "Reader":
        """The section paragraph by paragraph, with notes and room for yours."""
        from .reader.reader import reader

        return reader(self._library, self._record, self._about)

    @failing_in_place
    def before(self) -> "Quiz":
        """A question to think about before reading."""
        return self._quiz(self._section, "Before you read", "before")

    @failing_in_place
    def quiz(self) -> "Quiz":
        """The section's quiz."""
        return self._quiz(self._section, f"Quiz: {self._about.title}", "quiz")

    @failing_in_place
    def write(self) -> "Quiz":
        """The section's written task."""
        return self._quiz(self._section, "Write", "write")

    @failing_in_place
    def hand_in(self) -> "LessonHandInView":
        """What you did in this lesson, as one small file for your teacher."""
        from .hand_in.hand_in import hand_in

        return hand_in(self._library, self._record, self._section)


class WholeCourse(Part):
    """The whole course: its map, forecasts, people, review, and the quizzes across sections."""

    @property
    def _title(self) -> str:
        return "The whole course"

    @failing_in_place
    def ways(self, lesson: str) -> "Ways":
        """Your way through a lesson: how much time you have, and its steps."""
        from .ways.ways import ways

        return ways(self._library, self._record, lesson)

    @failing_in_place
    def go_on(self) -> "GoOn":
        """Go on where you stopped: the lesson and the step that you touched last."""
        from .ways.go_on import go_on

        return go_on(self._library, self._record)

    @failing_in_place
    def map(self) -> "ArgumentMap":
        """The argument as a map: which step rests on which."""
        from .argument.argument import argument_map

        return argument_map(self._library, self._record)

    @failing_in_place
    def copy(self) -> "OwnCopy":
        """Your own copy of the text: give it to the course, or remove it."""
        from .own_copy.own_copy import own_copy

        return own_copy(self._library, self._record)

    @failing_in_place
    def forecasts(self) -> "Forecasts":
        """The text's forecasts: put a probability on each, then see how it ended."""
        from .forecasts.forecasts import forecasts

        return forecasts(self._library, self._record)

    @failing_in_place
    def weighing(self) -> "Weighing":
        """The claims counted by their verdict and by what hangs on them."""
        from .weighing.weighing import weighing

        return weighing(self._library, self._record)

    @failing_in_place
    def gain(self) -> "Gain":
        """What you gained: your first answers before reading beside those at the end."""
        from .gain.gain import gain

        return gain(self._library, self._record)

    @failing_in_place
    def review(self) -> "Review":
        """What is due today, from all lessons: items answered, terms and dates met."""
        from .review.review import review

        return review(self._library, self._record)

    @failing_in_place
    def people(self) -> "Lookup":
        """Who is who."""
        from .glossary.glossary import people

        return people(self._library)

    @failing_in_place
    def quiz(self, name: str) -> "Quiz":
        """A quiz by name: one over the whole course, or a section's."""
        known = self._known(name)
        title = self._library.course_quizzes[known].title if known in self._library.course_quizzes else f"Quiz: {name}"
        return self._quiz(known, title, "quiz")

    @failing_in_place
    def write(self, name: str = "") -> "Quiz":
        """The written task of a quiz, by default of the last one that has any."""
        return self._quiz(self._known(name or self._last_written), "Write", "write")

    @failing_in_place
    def hand_in(self, name: str) -> "LessonHandInView":
        """Your answers to a quiz by name, as one small file for your teacher."""
        from .hand_in.hand_in import hand_in

        return hand_in(self._library, self._record, self._known(name))

    @property
    def _last_written(self) -> str:
        quizzes = self._library.quizzes
        written = (q for q in reversed(quizzes) if any(item.use == "write" for item in self._library.items(q)))
        return next(written, quizzes[-1])

    def _known(self, name: str) -> str:
        return find({quiz: quiz for quiz in self._library.quizzes}, name, "quiz")
