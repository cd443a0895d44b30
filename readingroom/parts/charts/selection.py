"""Which figures of the course's series a chart draws, and how: from a chart's record to a Drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...content import models as m
from ...content.dates import written_date
from ...content.library import Library
from ...content.references import REFERENCE
from ...content.series import Table
from ...learning.text_answers import parse_number
from .drawing import Drawing, Guessed, Level, Line, Mark, Panel

FOREVER = "9999"


def drawing(library: Library, about: m.Chart) -> Drawing:
    """Return what the figure of `about` is made of: values only."""
    panels = [Panel(p.id, f"{p.title}, {p.unit}", p.rank) for p in about.panel] or [Panel("", about.unit)]
    return Drawing(
        panels,
        [chart_line(library.table(line.series), about, line, library.course.parties) for line in about.line],
        [
            Level(t.value if isinstance(t.value, float) else library.number(t.value), library.text(t.label), t.panel)
            for t in about.threshold
        ],
        marks(library, about),
    )


def marks(library: Library, about: m.Chart) -> list[Mark]:
    """Return the dates that the figure marks: the chart's own, the article's, and the course's years between these."""
    own = [
        *(Mark(moment.date, moment.label) for moment in about.moment),
        Mark(library.article.date, f"{library.course.text}, {written_date(library.article.date)}"),
    ]
    years = {mark.date[:4] for mark in own}
    events = library.events.values() if library.course.markers else ()
    return own + [
        Mark(event.start, event.marker)
        for event in events
        if event.marker in library.course.markers and event.marker not in years
    ]


def chart_line(table: Table, about: m.Chart, line: m.ChartLine, parties: Sequence[str] = ()) -> Line:
    """Return what is drawn of one column; `parties` are those whose figures keep one colour in all charts."""
    column = table.column(line.column)
    hidden = table.values[line.instead_of] if line.instead_of else [None] * len(table.dates)
    rows = [
        (date, None if other is not None or value is None else value / about.divided_by)
        for date, value, other in zip(table.dates, table.values[line.column], hidden, strict=True)
        if is_within(about, date)
    ]
    rows = _trimmed(rows)
    divided = about.divided_by != 1
    return Line(
        line.label,
        [date for date, _ in rows],
        [value for _, value in rows],
        about.unit if divided else column.unit,
        1 if divided else column.decimals,
        line.panel,
        m.PLACES[parties.index(line.who)] if line.who in parties else line.who,
        line.style,
        line.emphasis,
        bool(line.instead_of),
    )


def _trimmed(rows: list[tuple[str, float | None]]) -> list[tuple[str, float | None]]:
    """Leave away the unknown before the first known figure and after the last; gaps between stay."""
    known = [i for i, (_, value) in enumerate(rows) if value is not None]
    return rows[known[0] : known[-1] + 1] if known else []


def is_within(about: m.Chart, date: str) -> bool:
    start, end = about.start or "", about.end or FOREVER
    return date >= start[: len(date)] and date[: len(end)] <= end


def guess_mark(library: Library, about: m.Chart, entry: Mapping[str, Any]) -> Guessed | None:
    """Return the mark for a saved guess beside the figure it was a guess at; None where nothing can be marked."""
    reference = REFERENCE.fullmatch(about.guess.reference) if about.guess else None
    line = line_guessed(about)
    value = parse_number(entry.get("text") if entry.get("value") is None else entry.get("value"))
    if value is None or not line or not reference:
        return None
    return Guessed(value, library.number(reference[0]), reference[3], line.panel)


def line_guessed(about: m.Chart) -> m.ChartLine | None:
    found = REFERENCE.fullmatch(about.guess.reference) if about.guess else None
    return next((line for line in about.line if found and (line.series, line.column) == found.group(1, 2)), None)
