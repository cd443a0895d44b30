"""What was gained, on a plain page."""

from __future__ import annotations

from ...content.library import Library
from ..base.static_html import StaticPart
from .gain import STYLES, gain_content


def gain(library: Library, section: str | None) -> StaticPart:
    """Return the comparison, which the page's scripts make."""
    content = gain_content(library)
    prose = "<p>What you gained is worked out by this page's scripts, which this browser does not run.</p>"
    return StaticPart("gain/gain.js", content, prose, STYLES)
