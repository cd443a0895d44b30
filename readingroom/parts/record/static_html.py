"""The record on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.kinds import kind_of
from ...content.library import Library
from ...learning.weighings import by_materiality
from ..base.static_html import StaticPart
from .record import STYLES


def record(library: Library, section: str | None) -> StaticPart:
    """Return the record, which the page's scripts keep; what there is to count is a file of its own."""
    prose = "<p>Your record is kept by this page's scripts, which this browser does not run.</p>"
    return StaticPart("record/record.js", {}, prose, STYLES, "record", record_counts(library))


def record_counts(library: Library) -> dict[str, Any]:
    """Return what a record counts: each quiz with its paragraphs and items, the paragraphs' numbers, the claims."""
    return {
        "rows": [record_row(library, name) for name in library.quizzes_in_order],
        "numbers": {p.id: p.number for p in library.paragraphs.values()},
        "claims": by_materiality(library),
    }


def record_row(library: Library, name: str) -> dict[str, Any]:
    """Return quiz `name` as mount-record.js counts it."""
    items = library.items(name)
    return {
        "quiz": name,
        "title": library.quiz_label(name),
        "paragraphs": [p.id for p in library.of_section(name)] if name in library.sections else [],
        "items": [item.id for item in items],
        "written": [item.id for item in items if kind_of(item).marked_by_people],
    }
