"""Handing in a lesson, on a plain page."""

from __future__ import annotations

from ...content.errors import CourseError
from ...content.library import Library, find
from ..base.static_html import StaticPart
from .hand_in import STYLES, hand_in_content


def hand_in(library: Library, section: str | None, name: str = "") -> StaticPart:
    """Return the hand-in, which the page's scripts make; `name` is a quiz over the whole course."""
    if not section and not name:
        raise CourseError('the whole course is handed in quiz by quiz: write the name of one, as in .hand_in("NAME").')
    lesson = section or find({quiz: quiz for quiz in library.quizzes}, name, "quiz")
    content = hand_in_content(library, lesson, writes=False)
    prose = "<p>A hand-in is made by this page's scripts, which this browser does not run.</p>"
    return StaticPart("hand_in/hand-in.js", {}, prose, STYLES, f"hand-in-{lesson}", content)
