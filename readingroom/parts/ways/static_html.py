"""The top of a lesson on a plain page."""

from __future__ import annotations

from ...content.lesson_cells import heading_anchor
from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from .go_on import go_on_content
from .ways import STYLES, usual_way, ways_content


def ways(library: Library, section: str | None, lesson: str = "") -> StaticPart:
    """Return the choice of a way, a file of its own; without scripts, what the usual one takes."""
    name = lesson or library.sections[section or ""].lesson
    content = ways_content(library, name) | {"folds": []}
    times = [f"{way['label']}: {way['minutes']} minutes. {way['about']}" for way in content["ways"]]
    usual = content["ways"][usual_way(library)]
    lines = "".join(f"<li>{escaped(time)}</li>" for time in times)
    prose = f"<p>About {usual['minutes']} minutes.</p>\n<ul>{lines}</ul>"
    return StaticPart("ways/ways.js", {}, prose, STYLES, f"ways-{name}", content)


def go_on(library: Library, section: str | None) -> StaticPart:
    """Return the way back to the step that was touched last, a file of its own; without scripts there is none."""
    content = go_on_content(library, lambda lesson, title: f"{lesson}.html#{heading_anchor(title)}")
    return StaticPart("ways/go-on.js", {}, "", STYLES, "go-on", content)
