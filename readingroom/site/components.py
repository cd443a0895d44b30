"""What the calls of a lesson's cells put on a plain page; each part's folder says what."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

from ..content.errors import CourseError
from ..content.library import Library
from ..parts.argument.static_html import argument_map
from ..parts.base.static_html import StaticPart
from ..parts.charts.static_html import chart
from ..parts.claims.static_html import claims
from ..parts.documents.static_html import documents
from ..parts.forecasts.static_html import forecasts
from ..parts.gain.static_html import gain
from ..parts.glossary.static_html import glossary, people
from ..parts.hand_in.static_html import hand_in
from ..parts.own_copy.static_html import copy
from ..parts.quiz.static_html import before, quiz, write
from ..parts.reader.static_html import read
from ..parts.record.static_html import record
from ..parts.review.static_html import review
from ..parts.story.static_html import story
from ..parts.timeline.static_html import timeline
from ..parts.turns.static_html import check
from ..parts.ways.static_html import go_on, ways
from ..parts.weighing.static_html import weighing

CALLS: dict[str, Callable[..., StaticPart]] = {
    "ways": ways,
    "go_on": go_on,
    "read": read,
    "before": before,
    "quiz": quiz,
    "write": write,
    "timeline": timeline,
    "story": story,
    "chart": chart,
    "claims": claims,
    "documents": documents,
    "weighing": weighing,
    "forecasts": forecasts,
    "gain": gain,
    "map": argument_map,
    "glossary": glossary,
    "people": people,
    "hand_in": hand_in,
    "record": record,
    "review": review,
    "copy": copy,
    "check": check,
}


def part(library: Library, section: str | None, name: str, *words: Any, **named: Any) -> StaticPart:
    """Return what the call `name` shows; CourseError where it takes no such words, or they name nothing."""
    try:
        signature(CALLS[name]).bind(library, section, *words, **named)
    except TypeError:
        raise CourseError(f"it has no such .{name}(…)") from None
    return CALLS[name](library, section, *words, **named)
