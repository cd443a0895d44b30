"""From values to a plotly figure: panels one below the other, labels at the line ends, no legend to look up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import theme
from .drawing import Drawing, Guessed, Line, Mark, Panel
from .label_text import BAR_WIDTH, LINE_HEIGHT, format_number, hover_text, short_date, wrap
from .labels import margin_labels, margin_texts, mark_label, panel_title
from .scales import panel_rooms, panel_scale, position, shown_marks, time_axis
from .styles import Style, styled_lines


def plotly_figure(drawing: Drawing, guessed: Guessed | None = None) -> dict[str, Any]:
    """Return the figure as plotly's JSON.

    Made without importing plotly, which costs a quarter of a second and is missing in a browser without a server.
    """
    marks = shown_marks(drawing)
    texts = [margin_texts(drawing, panel, guessed) for panel in drawing.panels]
    widest = max((len(row) for rows in texts for _, text, _ in rows for row in text), default=0)
    rooms, height = panel_rooms(drawing.panels, len(marks))
    layout = theme.layout(height, 30 + int(7.6 * widest))
    layout |= {"annotations": [], "shapes": []}
    traces = []
    for i, (panel, room) in enumerate(zip(drawing.panels, rooms, strict=True), start=1):
        x, y = _axis_names(i)
        scale = panel_scale(drawing, panel, guessed)
        layout[f"xaxis{i if i > 1 else ''}"] = theme.axis(
            anchor=y, showgrid=False, ticks="outside", automargin=False, **time_axis(drawing)
        )
        layout[f"yaxis{i if i > 1 else ''}"] = theme.axis(
            anchor=x,
            domain=room.domain(height),
            range=scale,
            zeroline=scale[0] < 0,
            zerolinecolor=theme.INK,
            tickformat=",",
            **({"dtick": -(-scale[0] // 5), "tick0": 1} if panel.rank else {"nticks": 6}),
        )
        traces += _traces(drawing, panel, x, y, guessed)
        layout["shapes"] += _levels(drawing, panel, x, y, guessed, scale)
        layout["shapes"] += _mark_lines(drawing, marks, x, y, LINE_HEIGHT / room.plot if i == 1 else 0)
        layout["annotations"] += [
            panel_title(panel, room, height),
            *margin_labels(texts[i - 1], y, scale, room),
        ]
        if i == 1:
            layout["annotations"] += [mark_label(mark, level, drawing) for level, mark in enumerate(marks)]
    return {"data": traces, "layout": layout}


def _axis_names(i: int) -> tuple[str, str]:
    return (f"x{i}", f"y{i}") if i > 1 else ("x", "y")


def _traces(drawing: Drawing, panel: Panel, x: str, y: str, guessed: Guessed | None) -> list[dict[str, Any]]:
    traces = []
    for i, (line, style, colour) in enumerate(styled_lines(drawing, panel)):
        common = {"name": line.label, "xaxis": x, "yaxis": y, "hoverinfo": "text"}
        traces.append(
            common | (_bars(drawing, line, colour, i) if drawing.bars else _points(drawing, line, style, colour))
        )
    if guessed and guessed.panel == panel.id and not drawing.bars:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "xaxis": x,
                "yaxis": y,
                "x": [position(guessed.date, drawing.yearly)],
                "y": [guessed.figure],
                "hoverinfo": "skip",
                "cliponaxis": False,
                "marker": {"symbol": "circle-open", "size": 18, "color": theme.GUESS, "line": {"width": 3}},
            }
        )
    return traces


def _points(drawing: Drawing, line: Line, style: Style, colour: str) -> dict[str, Any]:
    dash, symbol, _ = style
    loose = line.style == "points"
    return {
        "type": "scatter",
        "mode": "markers" if loose else "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "x": [position(date, drawing.yearly) for date in line.dates],
        "y": line.values,
        "hovertext": [hover_text(line, date, value) for date, value in zip(line.dates, line.values, strict=True)],
        "line": {"color": colour, "dash": dash, "width": 3 if line.emphasis else 1.8},
        "marker": {
            "color": colour,
            "symbol": symbol,
            "size": 10 if loose else 7 if line.emphasis else 5,
            "line": {"width": 2 if line.bound else 0, "color": colour},
        },
    }


def _bars(drawing: Drawing, line: Line, colour: str, i: int) -> dict[str, Any]:
    known = line.known
    alone = drawing.single_bars
    return {
        "type": "bar",
        "x": ["<br>".join([*(wrap(line.label, BAR_WIDTH) if alone else []), short_date(date)]) for date, _ in known],
        "y": [value for _, value in known],
        "offsetgroup": "0" if alone else str(i),
        "textposition": "outside",
        "cliponaxis": False,
        "text": [format_number(value, line.decimals) for _, value in known],
        "hovertext": [hover_text(line, date, value) for date, value in known],
        "marker": {
            "color": colour,
            "pattern": {"shape": theme.PATTERNS[i % 4], "size": 6, "solidity": 0.25},
            "line": {"color": colour, "width": 1.5},
        },
    }


def _levels(
    drawing: Drawing, panel: Panel, x: str, y: str, guessed: Guessed | None, scale: list[float]
) -> list[dict[str, Any]]:
    across = {"type": "line", "xref": f"{x} domain", "x0": 0, "x1": 1, "yref": y, "layer": "below"}
    shapes = [
        across | {"y0": level.value, "y1": level.value, "line": {"color": theme.INK, "width": 2, "dash": "longdash"}}
        for level in drawing.levels
        if level.panel == panel.id
    ]
    if guessed and guessed.panel == panel.id and min(scale) <= guessed.value <= max(scale):
        shapes.append(
            across
            | {"y0": guessed.value, "y1": guessed.value, "line": {"color": theme.GUESS, "width": 3, "dash": "dot"}}
        )
    return shapes


def _mark_lines(drawing: Drawing, marks: Iterable[Mark], x: str, y: str, row: float) -> list[dict[str, Any]]:
    """A line for each date; where `row`, the height of a label, is not 0, a line reaches up to its own label."""
    return [
        {
            "type": "line",
            "xref": x,
            "x0": position(mark.date, drawing.yearly),
            "x1": position(mark.date, drawing.yearly),
            "yref": f"{y} domain",
            "y0": 0,
            "y1": 1 + row * level,
            "layer": "below",
            "line": {"color": theme.INK, "width": 1.5, "dash": "dot"},
        }
        for level, mark in enumerate(marks)
    ]
