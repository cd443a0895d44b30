"""The timeline on a plain page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, escaped, html_list
from .timeline import STYLES, timeline_content


def timeline(library: Library, section: str | None) -> StaticPart:
    """Return the timeline of a section, or of the whole course; all timelines share their events."""
    content = timeline_content(library, section)
    own = {name: content.pop(name) for name in ("title", "section")}
    dates = _dates(own["title"], content["events"], section)
    return StaticPart("timeline/timeline.js", own, dates, STYLES, "timeline", content)


def _dates(title: str, events: Iterable[dict[str, Any]], section: str | None) -> str:
    """Return the events of a section, or those that mark the time, with their dates."""
    wanted = [event for event in events if (section in event["sections"] if section else event["marker"])]
    return html_list(
        title, (f"<strong>{escaped(event['words'])}:</strong> {escaped(event['title'])}" for event in wanted)
    )
