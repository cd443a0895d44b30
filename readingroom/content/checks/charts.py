"""Checks of data/charts.toml: every line, panel and level can be drawn, and what is asked to guess is a figure."""

from __future__ import annotations

from ..errors import ContentError
from ..models import PLACES, Chart, ChartLine
from ..references import UnknownReferenceError
from .collector import Collector
from .dates import check_date
from .references import check_record

FILE = "data/charts.toml"


def check_charts(collector: Collector) -> None:
    """Check every chart."""
    for chart in collector.charts:
        label = f"chart {chart.id}"
        check_record(collector, FILE, label, chart)
        for number, line in enumerate(chart.line, start=1):
            _check_line(collector, chart, number, line)
        _check_ask(collector, chart)
        _check_panels(collector, chart)
        _check_dates(collector, chart)
        figures = [(f"threshold {number}.value", each.value) for number, each in enumerate(chart.threshold, start=1)]
        if chart.guess:
            figures.append(("guess.reference", chart.guess.reference))
        for field, figure in figures:
            if isinstance(figure, str):
                _check_figure(collector, label, field, figure)


def _check_line(collector: Collector, chart: Chart, number: int, line: ChartLine) -> None:
    label, place = f"chart {chart.id}", f"line {number}"
    parties = collector.course.parties if collector.course else None
    collector.unknown(
        FILE, label, f"{place} who", [line.who], None if parties is None else [*parties, *PLACES], "party"
    )
    collector.unknown(FILE, label, f"{place} series", [line.series], collector.known["series"], "series")
    if table := collector.tables.get(line.series):
        columns = table.values
        collector.unknown(FILE, label, f"{place} column", [line.column], columns, "column")
        if line.instead_of:
            collector.unknown(FILE, label, f"{place} instead_of", [line.instead_of], columns, "column")
        if line.column in columns and not table.points(line.column, chart.start or "", chart.end or "9999"):
            message = f"nothing is known of {line.column} from {chart.start or 'the start'} to {chart.end or 'the end'}"
            collector.add(FILE, label, place, message)


def _check_ask(collector: Collector, chart: Chart) -> None:
    if not chart.ask:
        return
    label = f"chart {chart.id}"
    collector.unknown(FILE, label, "ask.tests", [chart.ask.tests], [p.id for p in chart.ask.partner], "partner")
    for partner in chart.ask.partner:
        field = f"ask.partner {partner.id}"
        collector.unknown(FILE, label, f"{field} series", [partner.series], collector.known["series"], "series")
        collector.unknown(FILE, label, f"{field} columns", partner.columns, chart.ask.units, "view with a unit")
        if table := collector.tables.get(partner.series):
            collector.unknown(FILE, label, f"{field} columns", partner.columns.values(), table.values, "column")


def _check_panels(collector: Collector, chart: Chart) -> None:
    panels = [panel.id for panel in chart.panel] or [""]
    parts = [(f"line {number}", line.panel) for number, line in enumerate(chart.line, start=1)]
    levels = [(f"threshold {number}", each.panel) for number, each in enumerate(chart.threshold, start=1)]
    for field, panel in (*parts, *levels):
        collector.unknown(FILE, f"chart {chart.id}", f"{field} panel", [panel], panels, "panel")
    for panel in panels:
        if panel not in {line.panel for line in chart.line}:
            collector.add(FILE, f"chart {chart.id}", "panel", f"nothing is drawn in {panel!r}")


def _check_dates(collector: Collector, chart: Chart) -> None:
    label = f"chart {chart.id}"
    check_date(collector, FILE, label, "start", chart.start or "")
    check_date(collector, FILE, label, "end", chart.end or "")
    for number, moment in enumerate(chart.moment, start=1):
        check_date(collector, FILE, label, f"moment {number} date", moment.date)
    if chart.start and chart.end and chart.end < chart.start[: len(chart.end)]:
        collector.add(FILE, label, "end", f"{chart.end} lies before the start, {chart.start}")


def _check_figure(collector: Collector, label: str, field: str, figure: str) -> None:
    try:
        collector.library.number(figure)
    except UnknownReferenceError as error:
        collector.add(FILE, label, field, str(error))
    except ContentError:
        pass  # the series file's own fault is reported already
