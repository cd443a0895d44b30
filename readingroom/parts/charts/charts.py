"""Charts: which paragraph is tested, a guess before the figure, the figure, and its table and sources."""

from __future__ import annotations

import csv
import io
import uuid
from typing import TYPE_CHECKING, Any

import traitlets

from ...content import models as m
from ...content.dates import written_date
from ...content.library import Library
from ...content.references import REFERENCE
from ...content.series import Table
from ...learning.record import Record
from ...learning.scoring import parse_number
from ..base.citations import citations, places
from ..base.frontend import module, source
from ..base.persistence import Keeping
from ..base.prose import inline
from .figures import Drawing, Guessed, Level, Line, Mark, Panel, plotly_figure, written
from .theme import CONFIG

if TYPE_CHECKING:
    from ipywidgets import VBox

MIME = "application/vnd.plotly.v1+json"
END_OF_TIME = "9999"


class ChartPart(Keeping):
    """What stands above a figure (`part` "head") or below it ("foot"); both wait until `shown`."""

    _esm = module("charts/chart.js")
    _css = source("base/lesson.css") + source("charts/chart.css")
    shown = traitlets.Bool(True).tag(sync=True)


def chart(library: Library, record: Record, about: m.Chart, predict: bool) -> VBox:
    """Return chart `about` with its table and sources; with `predict` it waits for a guess, unless one was kept before."""
    import ipywidgets

    asks = predict and about.guess is not None
    anchor = f"rr-table-{about.id}-{uuid.uuid4().hex[:6]}"
    head = ChartPart(record, head_content(library, about, asks, anchor), ("guesses",))
    foot = ChartPart(record, foot_content(library, about, anchor), ())
    figure = ipywidgets.Output()
    figure.add_class("rr-figure")
    drawn, answer = drawing(library, about), guessed_at(library, about) if asks else None

    def show(_: Any = None) -> None:
        kept = head.state["guesses"].get(about.id) if asks else None
        if figure.outputs or not (head.shown or kept):
            return
        data = plotly_figure(drawn, answer(kept) if kept else None)
        figure.layout.height = f"{data['layout']['height']}px"
        figure.outputs = (
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {MIME: {**data, "config": CONFIG}, "text/plain": about.title},
            },
        )
        head.shown = foot.shown = True

    head.shown = foot.shown = not asks
    show()
    head.observe(show, names=["state", "shown"])
    box = ipywidgets.VBox([head, figure, foot])
    box.add_class("rr-chart")
    return box


# --- what the front end shows --------------------------------------------------------------------------------------------


def head_content(library: Library, about: m.Chart, asks: bool, anchor: str) -> dict[str, Any]:
    """Return what chart.js shows above the figure: plain values, prose as HTML."""
    return {
        "part": "head",
        "chart": about.id,
        "anchor": anchor,
        "title": about.title,
        "claim": inline(library, about.claim),
        "tests": places(library, about.tests),
        "shows": inline(library, about.shows),
        "caution": inline(library, about.caution) if about.caution else "",
        "guess": _question(library, about) if asks else None,
    }


def _question(library: Library, about: m.Chart) -> dict[str, Any] | None:
    guess, line = about.guess, _line_guessed(about)
    if not guess:
        return None
    return {
        "question": inline(library, guess.question),
        "unit": guess.unit,
        "figure": library.number(guess.reference),
        "shown": library.text(guess.reference),
        "rank": bool(line) and any(panel.rank for panel in about.panel if panel.id == line.panel),
    }


def _line_guessed(about: m.Chart) -> m.ChartLine | None:
    found = REFERENCE.fullmatch(about.guess.reference) if about.guess else None
    return next((line for line in about.line if found and (line.series, line.column) == found.group(1, 2)), None)


def foot_content(library: Library, about: m.Chart, anchor: str) -> dict[str, Any]:
    """Return what chart.js shows below the figure: the same figures as a table and as CSV, unit, sources, vintage, caveats."""
    series = list(dict.fromkeys(line.series for line in about.line))
    head, rows = table_of(library, about)
    columns = [library.table(line.series).column(line.column) for line in about.line]
    shares = {
        c.id: f"{c.label} is reckoned here, as a percentage of {c.of}." for c in columns if isinstance(c, m.Share)
    }
    return {
        "part": "foot",
        "chart": about.id,
        "anchor": anchor,
        "title": about.title,
        "unit": about.unit,
        "head": head,
        "rows": [[written_date(date), *("" if v is None else written(v, d) for v, d in cells)] for date, cells in rows],
        "csv": _csv(head, rows),
        "file": f"{about.id}.csv",
        "series": [
            {
                "about": inline(library, s.about),
                "vintage": inline(library, s.vintage),
                "caveats": [inline(library, c) for c in s.caveats],
            }
            for s in (library.series[name] for name in series)
        ],
        "reckoned": [inline(library, text) for text in (*shares.values(), *(c.caveat for c in columns if c.caveat))],
        "sources": citations(library, _sources(library, about, series)),
    }


Rows = list[tuple[str, list[tuple[float | None, int]]]]


def table_of(library: Library, about: m.Chart) -> tuple[list[str], Rows]:
    """Return the chart's figures as column heads and as rows of (date, [(figure, its decimals), …])."""
    lines = {(line.series, line.column): (line, _line(library.table(line.series), about, line)) for line in about.line}
    dates = sorted({date for _, drawn in lines.values() for date, _ in drawn.known})
    yearly = all(len(date) == 4 for date in dates)
    heads = [f"{library.table(line.series).column(line.column).label} ({drawn.unit})" for line, drawn in lines.values()]
    known = [(dict(drawn.known), drawn.decimals) for _, drawn in lines.values()]
    return ["Year" if yearly else "Date", *heads], [
        (date, [(figures.get(date), decimals) for figures, decimals in known]) for date in dates
    ]


def _csv(head: list[str], rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([date, *("" if v is None else round(v, d + 2) for v, d in cells)] for date, cells in rows)
    return text.getvalue()


def _sources(library: Library, about: m.Chart, series: list[str]) -> list[str]:
    """Return the sources of the series drawn, and of the single rows drawn where rows have their own."""
    found = [name for s in series for name in library.series[s].sources]
    for name in series:
        table = library.table(name)
        found += [
            row for date, row in zip(table.dates, table.row_sources, strict=False) if row and _within(about, date)
        ]
    return list(dict.fromkeys(found))


# --- what is drawn -------------------------------------------------------------------------------------------------------


def drawing(library: Library, about: m.Chart) -> Drawing:
    """Return what the figure of `about` is made of: values only."""
    panels = [Panel(p.id, f"{p.title}, {p.unit}", p.rank) for p in about.panel] or [Panel("", about.unit)]
    return Drawing(
        panels,
        [_line(library.table(line.series), about, line) for line in about.line],
        [
            Level(t.value if isinstance(t.value, float) else library.number(t.value), library.text(t.label), t.panel)
            for t in about.threshold
        ],
        [
            *(Mark(moment.date, moment.label) for moment in about.moment),
            Mark(library.article.date, f"the article, {written_date(library.article.date)}"),
        ],
    )


def _line(table: Table, about: m.Chart, line: m.ChartLine) -> Line:
    column = table.column(line.column)
    hidden = table.values[line.instead_of] if line.instead_of else [None] * len(table.dates)
    rows = [
        (date, None if other is not None or value is None else value / about.divided_by)
        for date, value, other in zip(table.dates, table.values[line.column], hidden, strict=True)
        if _within(about, date)
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
        line.who,
        line.style,
        line.emphasis,
        bool(line.instead_of),
    )


def _trimmed(rows: list[tuple[str, float | None]]) -> list[tuple[str, float | None]]:
    """Leave away the unknown before the first known figure and after the last; gaps between stay."""
    known = [i for i, (_, value) in enumerate(rows) if value is not None]
    return rows[known[0] : known[-1] + 1] if known else []


def _within(about: m.Chart, date: str) -> bool:
    start, end = about.start or "", about.end or END_OF_TIME
    return date >= start[: len(date)] and date[: len(end)] <= end


def guessed_at(library: Library, about: m.Chart) -> Any:
    """Return what makes a kept guess into a mark beside the figure it was a guess at, or into None where nothing can be marked."""
    assert about.guess
    found = REFERENCE.fullmatch(about.guess.reference)
    line = _line_guessed(about)

    def mark(kept: dict[str, Any]) -> Guessed | None:
        value = parse_number(kept.get("value")) if kept.get("value") is not None else parse_number(kept.get("text"))
        if value is None or not line or not found:
            return None
        return Guessed(value, library.number(about.guess.reference), found[3], line.panel)

    return mark
