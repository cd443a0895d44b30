"""The record on a plain page."""

from __future__ import annotations

from ...content.library import Library
from ..base.static_html import StaticPart
from .record import STYLES


def record(library: Library, section: str | None) -> StaticPart:
    """Return the record, which the page's scripts keep."""
    prose = "<p>Your record is kept by this page's scripts, which this browser does not run.</p>"
    return StaticPart("record/record.js", {}, prose, STYLES)
