"""Checks of data/series.toml with the CSV files of data/series, and of data/charts.toml."""

from __future__ import annotations

from ..errors import ContentError
from ..models import PLACES
from ..references import UnknownReferenceError
from .collector import Collector
from .references import check_record


def check_series(collector: Collector) -> None:
    """Check the description of every series and the source of every row; reading a table checked its cells."""
    for name, about in collector.series.items():
        check_record(collector, "data/series.toml", f"series {name}", about)
        if not about.sources:
            collector.add("data/series.toml", f"series {name}", "sources", "names no source")
        table = collector.tables.get(name)
        for number, source in enumerate(table.row_sources if table else [], start=2):
            file = f"data/series/{name}.csv"
            collector.unknown(file, f"row {number}", "source", [source], collector.sources, "source")


def check_charts(collector: Collector) -> None:
    """Check that every chart draws columns there are, and that what it asks to guess is a figure."""
    file = "data/charts.toml"
    for chart in collector.charts.values():
        label = f"chart {chart.id}"
        check_record(collector, file, label, chart)
        parties = collector.course.parties if collector.course else []
        for number, line in enumerate(chart.line, start=1):
            collector.unknown(file, label, f"line {number} who", [line.who], [*parties, *PLACES], "party")
            collector.unknown(file, label, f"line {number} series", [line.series], collector.series, "series")
            if line.series in collector.tables:
                columns = collector.tables[line.series].values
                collector.unknown(file, label, f"line {number} column", [line.column], columns, "column")
        if chart.guess:
            try:
                collector.library.number(chart.guess.reference)
            except (UnknownReferenceError, ContentError) as error:
                collector.add(file, label, "guess.reference", str(error))
