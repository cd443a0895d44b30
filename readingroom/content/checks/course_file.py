"""Checks of data/course.toml: its words, quizzes, themes and periods, and what elsewhere relies on them."""

from __future__ import annotations

from .. import models as m
from ..library import COURSE
from .collector import Collector


def check_course_file(collector: Collector) -> None:
    """Check that themes of events exist, and that quizzes and periods make sense."""
    library = collector.library
    quizzes = collector.ids("course", "quiz") or frozenset()
    for name in sorted(quizzes & (collector.section_ids or frozenset())):
        collector.add(COURSE, f"quiz {name}", "id", "is the name of a section, whose quiz has it already")
    if collector.course and len(collector.course.parties) > len(m.PLACES):
        collector.add(COURSE, "course", "parties", f"at most {len(m.PLACES)} can keep a colour of their own")
    themes = collector.ids("course", "theme")
    # As they are written, so that another fault of the file hides no unknown theme.
    for event in collector.read(lambda: library.raw_rows("events", "event"), []):
        if isinstance(theme := event.get("theme"), str):
            collector.unknown("data/events.toml", f"event {event.get('id', '?')}", "theme", [theme], themes, "theme")
    if themes and len(themes) > m.MOST_THEMES:
        collector.add(COURSE, "theme", "id", f"{len(themes)} themes; the timeline has colours for {m.MOST_THEMES}")
    for number, period in enumerate(collector.rows("course", "period", m.Period), start=1):
        if period.end is not None and period.end < period.start:
            collector.add(COURSE, f"period {number}", "to", f"{period.end} lies before {period.start}")
