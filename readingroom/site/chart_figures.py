"""A chart's figure as a page draws it: plotly's own JSON, and where a reader's guess is to be marked in it."""

from __future__ import annotations

from typing import Any

from ..content import models as m
from ..content.library import Library
from ..parts.charts.asked import asked_chart
from ..parts.charts.asking import Asked, Question, asked_of
from ..parts.charts.drawing import Drawing
from ..parts.charts.figures import plotly_figure
from ..parts.charts.label_text import LABEL_WIDTH, wrap
from ..parts.charts.labels import coloured_sign, label_height, margin_texts
from ..parts.charts.picture.drawn import picture
from ..parts.charts.picture.reading import readings
from ..parts.charts.scales import FARTHEST, position
from ..parts.charts.selection import drawing, guess_mark
from ..parts.charts.styles import styled_lines
from ..parts.charts.table import table_of
from ..parts.charts.theme import CONFIG, GUESS

GUESS_MARGIN = 114  # pixels, as in guess-mark.js


def figure(library: Library, about: m.Chart) -> dict[str, Any]:
    """Return `data`, `layout` and `config` for plotly, and `guess`: what guess-mark.js needs to mark one, or None.

    `picture` is the same drawn as SVG, and `readings` what it says at each place along its foot.
    """
    drawn = drawing(library, about)
    made = plotly_figure(drawn)
    guess = _guess(library, about, drawn)
    if guess:
        # A picture keeps room for the label of a guess.
        margin = made["layout"]["margin"]
        margin["r"] = max(margin["r"], GUESS_MARGIN)
    return {
        "data": made["data"],
        "layout": made["layout"],
        "config": CONFIG,
        "guess": guess,
        "picture": picture(made),
        "readings": readings(drawn, made),
    }


def asked_figures(library: Library, about: m.Chart) -> dict[str, Any]:
    """Return, for each view that chart `about` can be asked for, its figure with all partners and years.

    asked-view.js leaves out what is not asked for.
    """
    assert about.ask
    found: dict[str, Any] = {}
    for view in about.ask.units:
        measure, flow = view.split("-")
        asked = asked_of(library, about, Question(flow=flow, measure=measure))
        found[view] = _view(library, asked_chart(library, about, asked), asked)
    return found


def _view(library: Library, about: m.Chart, asked: Asked) -> dict[str, Any]:
    drawn = drawing(library, about)
    made = plotly_figure(drawn)
    heads, _ = table_of(library, about)
    styled = styled_lines(drawn, drawn.panels[0])
    return {
        "data": made["data"],
        "layout": made["layout"],
        "config": CONFIG,
        "unit": about.unit,
        "lines": [
            {
                "partner": partner,
                "label": line.label,
                "head": head,
                "decimals": line.decimals,
                "sign": coloured_sign(style[2], colour),
            }
            for partner, head, (line, style, colour) in zip(asked.partners, heads[1:], styled, strict=True)
        ],
        "levels": [
            {"value": level.value, "height": label_height(wrap(level.label, LABEL_WIDTH))} for level in drawn.levels
        ],
    }


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
