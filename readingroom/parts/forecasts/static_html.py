"""The forecasts on a plain page."""

from __future__ import annotations

from ...content.library import Library
from ..base.static_html import StaticPart, html_list
from .forecasts import STYLES, forecasts_content


def forecasts(library: Library, section: str | None) -> StaticPart:
    """Return all forecasts, whatever the section."""
    content = forecasts_content(library)
    prose = html_list(content["title"], (forecast["forecast"] for forecast in content["forecasts"]))
    return StaticPart("forecasts/forecasts.js", content, prose, STYLES)
