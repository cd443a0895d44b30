"""A chart's figure as a page draws it: plotly's own JSON, and where a reader's guess is to be marked in it."""

from __future__ import annotations

from typing import Any

from ..content import models as m
from ..content.library import Library
from ..parts.charts.drawing import Drawing
from ..parts.charts.figures import plotly_figure
from ..parts.charts.labels import label_height, margin_texts
from ..parts.charts.scales import FARTHEST, position
from ..parts.charts.selection import drawing, guess_mark
from ..parts.charts.theme import CONFIG, GUESS


def figure(library: Library, about: m.Chart) -> dict[str, Any]:
    """Return `data`, `layout` and `config` for plotly, and `guess`: what guess-mark.js needs to mark one, or None."""
    drawn = drawing(library, about)
    made = plotly_figure(drawn)
    guess = _guess(library, about, drawn)
    return {"data": made["data"], "layout": made["layout"], "config": CONFIG, "guess": guess}


def _guess(library: Library, about: m.Chart, drawn: Drawing) -> dict[str, Any] | None:
    marked = guess_mark(library, about, {"value": 0})
    if not marked:
        return None
    number = [panel.id for panel in drawn.panels].index(marked.panel) + 1
    beside = margin_texts(drawn, drawn.panels[number - 1], None)
    axis = "" if number == 1 else str(number)
    return {
        "axis": axis,
        "figure": marked.figure,
        "at": None if drawn.bars else position(marked.date, drawn.yearly),
        "rank": drawn.panels[number - 1].rank,
        "farthest": FARTHEST,
        "colour": GUESS,
        "labels": [[value, label_height(rows)] for value, rows, _ in beside],
    }
