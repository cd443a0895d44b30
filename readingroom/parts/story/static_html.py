"""The story on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from .content import story_content
from .story import STYLES


def story(library: Library, section: str | None) -> StaticPart:
    """Return the walk; it is a file of its own, which comes late."""
    content = story_content(library, section)
    own = {"section": content.pop("section")}
    stops = "".join(_stop(stop, in_full=bool(section)) for stop in content["stops"])
    prose = f"<h3>{escaped(content['title'])}</h3>\n<p>{content['about']}</p>\n<ol>{stops}</ol>"
    return StaticPart("story/story.js", own, prose, STYLES, "story", content)


def _stop(stop: dict[str, Any], in_full: bool) -> str:
    """A stop in words, for a page without scripts; `in_full` with what is told of it."""
    told = f"{stop['text']}<p>What nobody could know: {stop['unknown']}</p>" if in_full else ""
    return f"<li><strong>{stop['heading']}</strong> ({stop['days']}){told}</li>"
