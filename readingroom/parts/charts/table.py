"""A chart's figures as a table and as a CSV file, and the sources of exactly these figures."""

from __future__ import annotations

import csv
import io

from ...content import models as m
from ...content.library import Library
from .selection import chart_line, is_within

Rows = list[tuple[str, list[tuple[float | None, int]]]]


def table_of(library: Library, about: m.Chart) -> tuple[list[str], Rows]:
    """Return the chart's figures as column heads and as rows of (date, [(figure, its decimals), …])."""
    lines = {
        (line.series, line.column): (line, chart_line(library.table(line.series), about, line)) for line in about.line
    }
    dates = sorted({date for _, drawn in lines.values() for date, _ in drawn.known})
    yearly = all(len(date) == 4 for date in dates)
    heads = [_head(library.table(line.series).column(line.column).label, drawn.unit) for line, drawn in lines.values()]
    known = [(dict(drawn.known), drawn.decimals) for _, drawn in lines.values()]
    return ["Year" if yearly else "Date", *heads], [
        (date, [(figures.get(date), decimals) for figures, decimals in known]) for date in dates
    ]


def _head(label: str, unit: str) -> str:
    """Return the head of a column with its unit, unless the words before say that it is one."""
    return label if unit in label.split() else f"{label} ({unit})"


def csv_text(head: list[str], rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(
        [date, *("" if value is None else round(value, decimals + 2) for value, decimals in cells)]
        for date, cells in rows
    )
    return text.getvalue()


def sources_drawn(library: Library, about: m.Chart, series: list[str]) -> list[str]:
    """Return the sources of the series drawn, and of the single rows drawn where rows have their own."""
    found = [name for s in series for name in library.series[s].sources]
    for name in series:
        table = library.table(name)
        found += [
            row for date, row in zip(table.dates, table.row_sources, strict=False) if row and is_within(about, date)
        ]
    return list(dict.fromkeys(found))
