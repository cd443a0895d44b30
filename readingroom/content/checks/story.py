"""Checks of data/story.toml: each stop has an event within its days, a chart, and a question marked at once."""

from __future__ import annotations

from collections.abc import Iterator

from ..story import FILE, QUIZ, Stop
from .collector import Collector
from .dates import check_date
from .questions import question_problems
from .references import check_prose, check_record

Problem = tuple[str, str]
LONGEST_YEARS = 1
"""The days around a stop are weeks, not years: they begin and end in one year, or in two that follow."""


def check_story(collector: Collector) -> None:
    """Check the story of a course that has one."""
    if not (collector.library.root / FILE).is_file():
        return
    if story := collector.read(lambda: collector.library.story, None):
        check_prose(collector, FILE, "story", story)
    seen: set[str] = set()
    for stop in collector.rows("story", "stop", Stop):
        label = f"stop {stop.id}"
        check_record(collector, FILE, label, stop)
        check_date(collector, FILE, label, "from", stop.start)
        check_date(collector, FILE, label, "to", stop.end)
        collector.unknown(FILE, label, "event", [stop.event], collector.known["event"], "event")
        collector.unknown(FILE, label, "chart", [stop.chart], collector.ids("charts", "chart"), "chart")
        collector.unknown(FILE, label, "question sources", stop.question.sources, collector.known["source"], "source")
        if not stop.sources:
            collector.add(FILE, label, "sources", "names no source; where did you read what it tells?")
        if stop.id in seen:
            collector.add(FILE, label, "id", "stands twice")
        seen.add(stop.id)
        for field, message in [*_day_problems(collector, stop), *_question_problems(collector, stop)]:
            collector.add(FILE, label, field, message)
    if QUIZ in (collector.quiz_ids or ()):
        message = f"a quiz or a section is called {QUIZ!r}: the record keeps the answers at the stops by that name"
        collector.add(FILE, "", "", message)


def _day_problems(collector: Collector, stop: Stop) -> Iterator[Problem]:
    """The days around the event are whole dates in order, and hold it."""
    short = [field for field, date in (("from", stop.start), ("to", stop.end)) if len(date) != len("1991-08-19")]
    yield from ((field, "must name a day, as in 1991-08-19: the timeline shows weeks") for field in short)
    if short:
        return
    if stop.end <= stop.start:
        yield "to", f"{stop.end} does not lie after {stop.start}"
    if int(stop.end[:4]) - int(stop.start[:4]) > LONGEST_YEARS:
        yield "to", "lies more than a year after the first day: a stop shows weeks"
    for event in collector.events:
        if event.id == stop.event and not stop.start <= event.start <= stop.end:
            yield "event", f"{event.id} begins on {event.start}, outside the days that are shown"


def _question_problems(collector: Collector, stop: Stop) -> Iterator[Problem]:
    """Its words are checked as those of a quiz are, and its figures come from the series."""
    found = question_problems(collector, stop.question, "the answer opens the way on", "the stop belongs to")
    yield from ((f"question {field}".rstrip(), message) for field, message in found)
