"""From values to a plotly figure: panels one below the other, labels at the line ends, no legend to look up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from . import theme
from .drawing import Drawing, Guessed, Line, Panel
from .label_text import BAR_WIDTH, LINE_HEIGHT, format_number, hover_text, short_date, wrap
from .labels import Text, label_height, margin_labels, margin_texts, mark_label, panel_title
from .marks import PlacedMark, placed_marks
from .scales import MOST_TICKS, panel_rooms, panel_scale, position, time_axis
from .styles import Style, styled_lines

TAG = re.compile("<[^>]*>")
BAR_TEXT = 18  # pixels above a bar in which its figure stands; a line of text more lifts it over them
MANY = 40  # of so many points in a line none has a sign of its own but the last, and those that stand alone


def plotly_figure(drawing: Drawing, guessed: Guessed | None = None) -> dict[str, Any]:
    """Return the figure as plotly's JSON.

    Made without importing plotly, which costs a quarter of a second and is missing in a browser without a server.
    """
    texts = [margin_texts(drawing, panel, guessed) for panel in drawing.panels]
    right = margin_width(texts)
    marks = placed_marks(drawing, right)
    rooms, height = panel_rooms(
        drawing.panels,
        max((placed.row + 1 for placed in marks), default=0),
        [sum(label_height(rows) for _, rows, _ in beside) for beside in texts],
    )
    layout = theme.layout(height, right)
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
            **({"dtick": -(-scale[0] // 5), "tick0": 1} if panel.rank else {"nticks": MOST_TICKS}),
        )
        traces += _traces(drawing, panel, x, y, guessed, scale, room.plot)
        layout["shapes"] += _levels(drawing, panel, x, y, guessed, scale)
        layout["shapes"] += _mark_lines(drawing, marks, x, y, LINE_HEIGHT / room.plot if i == 1 else 0)
        layout["annotations"] += [
            panel_title(panel, room, height),
            *margin_labels(texts[i - 1], y, scale, room),
        ]
        if i == 1:
            layout["annotations"] += [mark_label(placed, drawing) for placed in marks]
    return {"data": traces, "layout": layout}


def margin_width(texts: list[list[Text]]) -> int:
    """Return the room for the labels right of the lines, in pixels."""
    letters = (len(TAG.sub("", row)) for rows in texts for _, text, _ in rows for row in text)
    return 30 + int(7.6 * max(letters, default=0))


def _axis_names(i: int) -> tuple[str, str]:
    return (f"x{i}", f"y{i}") if i > 1 else ("x", "y")


def _traces(
    drawing: Drawing, panel: Panel, x: str, y: str, guessed: Guessed | None, scale: list[float], plot: int
) -> list[dict[str, Any]]:
    traces = []
    crossed = crossed_by(guessed, panel, scale, plot)
    for i, (line, style, colour) in enumerate(styled_lines(drawing, panel)):
        common = {"name": line.label, "xaxis": x, "yaxis": y, "hoverinfo": "text"}
        traces.append(
            common
            | (_bars(drawing, line, colour, i, crossed) if drawing.bars else _points(drawing, line, style, colour))
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
        "line": {"color": colour, "dash": dash, "width": 3 if line.emphasis else 2},
        "marker": {
            "color": colour,
            "symbol": symbol,
            "size": 9 if loose else _sizes(line),
            "opacity": 1,  # plotly fades the signs of a line whose sizes differ
            "line": {"width": 2 if line.bound else 0, "color": colour},
        },
    }


def _sizes(line: Line) -> list[int]:
    """The size of each point's sign: large at the end, and where no line leads to a point, else small or none."""
    known = [False, *(value is not None for value in line.values), False]
    large, small = (8 if line.emphasis else 7), (0 if len(line.dates) > MANY else 3)
    last = max((i for i, is_known in enumerate(known) if is_known), default=0)
    return [large if i == last or not (known[i - 1] or known[i + 1]) else small for i in range(1, len(known) - 1)]


def crossed_by(guessed: Guessed | None, panel: Panel, scale: list[float], plot: int) -> tuple[float, float]:
    """Return from where to where a bar may end for the line of a guess to run through the figure above it."""
    if not guessed or guessed.panel != panel.id:
        return (0, 0)
    return (guessed.value - BAR_TEXT * (scale[1] - scale[0]) / plot, guessed.value)


def _bars(drawing: Drawing, line: Line, colour: str, i: int, crossed: tuple[float, float]) -> dict[str, Any]:
    known = line.known
    alone = drawing.single_bars
    return {
        "type": "bar",
        "x": ["<br>".join([*(wrap(line.label, BAR_WIDTH) if alone else []), short_date(date)]) for date, _ in known],
        "y": [value for _, value in known],
        "offsetgroup": "0" if alone else str(i),
        "textposition": "outside",
        "cliponaxis": False,
        "text": [
            format_number(value, line.decimals) + ("<br> " if crossed[0] < value < crossed[1] else "")
            for _, value in known
        ],
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


def _mark_lines(drawing: Drawing, marks: Iterable[PlacedMark], x: str, y: str, row: float) -> list[dict[str, Any]]:
    """A line for each date; where `row`, the height of a label, is not 0, a line reaches up to its own label."""
    return [
        {
            "type": "line",
            "xref": x,
            "x0": position(placed.mark.date, drawing.yearly),
            "x1": position(placed.mark.date, drawing.yearly),
            "yref": f"{y} domain",
            "y0": 0,
            "y1": 1 + row * placed.row,
            "layer": "below",
            "line": {"color": theme.INK, "width": 1, "dash": "dot"},
        }
        for placed in marks
    ]
