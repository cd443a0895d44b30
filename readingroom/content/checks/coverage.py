"""A table of what each paragraph of the article has: notes, claims, events, charts and quiz items."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from .. import models as m
from ..library import Library


def coverage(library: Library) -> str:
    """Return the table, a line for each paragraph; notes are counted by kind."""
    kinds = get_args(m.NoteKind)
    notes = Counter((note.paragraph, note.kind) for section in library.sections for note in library.notes(section))
    rows = [("paragraph", *kinds, "claims", "events", "charts", "items")]
    for p in library.paragraphs:
        counts = (
            *(notes[p, kind] for kind in kinds),
            sum(p in claim.paragraphs for claim in library.claims.values()),
            sum(p in event.paragraphs for event in library.events.values()),
            sum(p in chart.tests for chart in library.charts.values()),
            sum(p in item.paragraphs for quiz in library.quizzes for item in library.items(quiz)),
        )
        rows.append((p, *map(str, counts)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
