"""What the story shows: its stops, each with its days on the timeline and its chart, as story.js takes them."""

from __future__ import annotations

from typing import Any

from ...content.errors import CourseError
from ...content.library import Library
from ...content.story import QUIZ, Stop
from ..base.citations import citations
from ..base.prose import blocks, inline
from ..charts.content import head_content
from ..quiz.quiz import item_content
from ..timeline.timeline import extent, in_words, timeline_content

SHARED_WITH_TIMELINE = ("words", "themes", "written")


def story_content(library: Library, section: str | None) -> dict[str, Any]:
    """Return what story.js shows: plain values, prose as HTML. CourseError where the course has no story."""
    if library.story is None or not library.stops:
        raise CourseError("this course tells no story (data/story.toml).")
    timeline = timeline_content(library, None)
    stops = [stop_content(library, stop) for stop in library.stops.values()]
    return {
        "part": "page",
        "quiz": QUIZ,
        "section": section or "",
        "title": library.text(library.story.title),
        "about": inline(library, library.story.about),
        "timeline": {name: timeline[name] for name in SHARED_WITH_TIMELINE},
        "events": [event for event in timeline["events"] if any(_is_near(event, stop) for stop in stops)],
        "stops": stops,
        "charts": {
            # Its title stands below the heading of the stop, which is one of the fourth level.
            stop.chart: {
                **head_content(library, library.charts[stop.chart], False, f"rr-table-story-{stop.chart}"),
                "level": 5,
            }
            for stop in library.stops.values()
        },
    }


def stop_content(library: Library, stop: Stop) -> dict[str, Any]:
    """Return one stop; its window is in years with their fraction, as the timeline's moments are."""
    event = library.events[stop.event]
    return {
        "id": stop.id,
        "event": stop.event,
        "label": event.marker or event.start[:4],
        "heading": inline(library, stop.heading),
        "days": in_words(stop.start, stop.end),
        "window": {"from": extent(stop.start)[0], "to": extent(stop.end)[1]},
        "text": blocks(library, stop.text),
        "chart": stop.chart,
        "unknown": inline(library, stop.unknown),
        "sources": citations(library, stop.sources),
        "item": item_content(library, stop.question),
    }


def _is_near(event: dict[str, Any], stop: dict[str, Any]) -> bool:
    """Whether an event lies in a year of the stop: so far its timeline can be zoomed out."""
    first, last = int(stop["window"]["from"]), int(stop["window"]["to"]) + 1
    return bool(event["end"][1] > first and event["start"][0] < last)
