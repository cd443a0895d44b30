"""What stands above and below a chart's figure: question, claim, table, file, sources, as chart.js shows them."""

from __future__ import annotations

from typing import Any

from ...content import models as m
from ...content.dates import written_date
from ...content.library import Library
from ..base.citations import citations, places
from ..base.prose import inline
from .label_text import format_number
from .selection import line_guessed
from .table import csv_text, sources_drawn, table_of


def head_content(
    library: Library, about: m.Chart, asks: bool, anchor: str, ask: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Return what chart.js shows above the figure: plain values, prose as HTML."""
    return {
        "part": "head",
        "chart": about.id,
        "anchor": anchor,
        "title": about.title,
        "finding": inline(library, about.finding) if about.finding else "",
        "claim": inline(library, about.claim),
        "tests": places(library, about.tests),
        "shows": inline(library, about.shows),
        "caution": inline(library, about.caution) if about.caution else "",
        "guess": _question(library, about) if asks else None,
        "ask": ask,
    }


def _question(library: Library, about: m.Chart) -> dict[str, Any] | None:
    guess, line = about.guess, line_guessed(about)
    if not guess:
        return None
    return {
        "question": inline(library, guess.question),
        "unit": guess.unit,
        "figure": library.number(guess.reference),
        "shown": library.text(guess.reference),
        "rank": any(panel.rank for panel in about.panel if line and panel.id == line.panel),
    }


def foot_content(library: Library, about: m.Chart, anchor: str) -> dict[str, Any]:
    """Return what chart.js shows below the figure: its table, the same as CSV, unit, sources, vintage, caveats."""
    series = list(dict.fromkeys(line.series for line in about.line))
    head, rows = table_of(library, about)
    columns = [library.table(line.series).column(line.column) for line in about.line]
    shares = {
        c.id: f"{c.label}: calculated here, as a percentage of {c.of}." for c in columns if isinstance(c, m.Share)
    }
    return {
        "part": "foot",
        "chart": about.id,
        "anchor": anchor,
        "title": about.title,
        "unit": about.unit,
        "head": head,
        "rows": [[written_date(date), *(_cell(*cell) for cell in cells)] for date, cells in rows],
        "csv": csv_text(head, rows),
        "file": f"{about.id}.csv",
        "course": library.course.name,
        "series": [
            {
                "about": inline(library, s.about),
                "vintage": inline(library, s.vintage),
                "caveats": [inline(library, c) for c in s.caveats],
            }
            for s in (library.series[name] for name in series)
        ],
        "calculated": [inline(library, text) for text in (*shares.values(), *(c.caveat for c in columns if c.caveat))],
        "sources": citations(library, sources_drawn(library, about, series)),
    }


def _cell(value: float | None, decimals: int) -> str:
    return "" if value is None else format_number(value, decimals)
