"""From values to a plotly figure: panels one below the other, labels at the line ends, no legend to look up."""

from __future__ import annotations

import textwrap
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as day
from typing import Any

from ...content.dates import written_date
from . import theme

LINE = 15  # pixels a line of text takes
PLOT, PLOT_AMONG_OTHERS, TICKS = 250, 165, 30
# Labels of this many letters leave room for the lines on a narrow screen.
LABEL, BAR, TITLE = 13, 6, 38
GAP = 4  # pixels between two labels
# A guess further out than this would crush the lines: it is marked at the edge, with an arrow.
FARTHEST = 4


@dataclass(frozen=True)
class Line:
    """What is drawn of one column; `bound` marks points that say "at most"."""

    label: str
    dates: list[str]
    values: list[float | None]
    unit: str
    decimals: int = 1
    panel: str = ""
    who: str = "russia"
    style: str = "line"
    emphasis: bool = False
    bound: bool = False

    @property
    def known(self) -> list[tuple[str, float]]:
        """The dates at which something is known, with the figures."""
        return [(d, v) for d, v in zip(self.dates, self.values, strict=True) if v is not None]


@dataclass(frozen=True)
class Level:
    """A value across a panel, with whose it is."""

    value: float
    label: str
    panel: str = ""


@dataclass(frozen=True)
class Panel:
    """A scale of its own, below its title."""

    id: str
    title: str
    rank: bool = False


@dataclass(frozen=True)
class Mark:
    """A date across all panels."""

    date: str
    label: str


@dataclass(frozen=True)
class Guessed:
    """What the reader expected, and the figure it was a guess at."""

    value: float
    figure: float
    date: str
    panel: str


@dataclass(frozen=True)
class Drawing:
    """Everything a figure shows."""

    panels: list[Panel]
    lines: list[Line]
    levels: list[Level]
    marks: list[Mark]

    @property
    def bars(self) -> bool:
        """Whether bars are drawn, over names instead of a scale of time."""
        return any(line.style == "bars" for line in self.lines)

    @property
    def yearly(self) -> bool:
        """Whether every date is a year, so that years can be counted instead of days."""
        return all(len(date) == 4 for line in self.lines for date in line.dates)


def plotly_figure(drawing: Drawing, guessed: Guessed | None = None) -> dict[str, Any]:
    """Return the figure as plotly's JSON, made without importing plotly: that costs a quarter of a second, and a browser without a server has none."""
    marks = shown_marks(drawing)
    texts = [_margin_texts(drawing, panel, guessed) for panel in drawing.panels]
    widest = max((len(row) for rows in texts for _, text, _ in rows for row in text), default=0)
    rooms, height = _rooms(drawing.panels, len(marks))
    layout = theme.layout(height, 30 + int(7.6 * widest))
    layout |= {"annotations": [], "shapes": []}
    traces = []
    for i, (panel, room) in enumerate(zip(drawing.panels, rooms, strict=True), start=1):
        x, y = _axis_names(i)
        scale = _scale(drawing, panel, guessed)
        layout[f"xaxis{i if i > 1 else ''}"] = theme.axis(
            anchor=y, showgrid=False, ticks="outside", automargin=False, **_time(drawing)
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
        layout["shapes"] += _shapes(drawing, panel, marks, x, y, guessed, scale)
        layout["annotations"] += [
            _title(panel, room, height),
            *_margin_labels(texts[i - 1], y, scale, room),
            *_level_labels(drawing, panel, x, y),
        ]
        if i == 1:
            layout["annotations"] += [_mark_label(mark, row, len(marks), drawing) for row, mark in enumerate(marks)]
    return {"data": traces, "layout": layout}


# --- time --------------------------------------------------------------------------------------------------------------


def place(date: str, yearly: bool) -> float | str:
    """Return where a date stands: the middle of the time it names, counted in years or as a day."""
    year, month, in_month = (int(part) if part else None for part in (date.split("-") + ["", ""])[:3])
    middle = day(year, month or 7, in_month or (15 if month else 1))
    if not yearly:
        return middle.isoformat()
    # A year's figure is drawn at the whole number, which thereby means the middle of the year.
    return (
        float(year)
        if not month
        else round(year - 0.5 + (middle.timetuple().tm_yday - 0.5) / (366 if isleap(year) else 365), 3)
    )


def shown_marks(drawing: Drawing) -> list[Mark]:
    """Return the marks that fall between the first and the last date drawn; bars have no time to mark."""
    if drawing.bars:
        return []
    first, last = _span(drawing)
    return sorted(
        (
            m
            for m in drawing.marks
            if first[: len(m.date)] <= m.date[: len(first)] and m.date[: len(last)] <= last[: len(m.date)]
        ),
        key=lambda mark: mark.date,
    )


def _span(drawing: Drawing) -> tuple[str, str]:
    dates = [date for line in drawing.lines for date, _ in line.known]
    return min(dates), max(dates)


def _time(drawing: Drawing) -> dict[str, Any]:
    if drawing.bars:
        return {"type": "category", "tickangle": 0, "tickfont": {"size": theme.FONT - 2}}
    if not drawing.yearly:
        first, last = (day.fromisoformat(place(date, False)) for date in _span(drawing))
        room = (last - first) * 0.05
        days = (last - first).days
        ticks = (
            {"tickformat": "%-d %b"}
            if days < 100
            else {"tickformat": "%Y", **({"dtick": "M12"} if days < 1800 else {})}
        )
        return {"type": "date", "range": [(first - room).isoformat(), (last + room).isoformat()], "nticks": 5, **ticks}
    first, last = (int(date) for date in _span(drawing))
    step = -(-(last - first) // 5)
    return {
        "type": "linear",
        "tickformat": "d",
        "range": [first - 0.5, last + 0.5],
        "dtick": max(step, 1),
        "tick0": 0 if step == 5 else first,
    }


# --- height ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Room:
    """Where a panel stands, in pixels from the top of the figure."""

    top: int
    plot_top: int
    plot_bottom: int

    def domain(self, height: int) -> list[float]:
        return [1 - self.plot_bottom / height, 1 - self.plot_top / height]

    @property
    def plot(self) -> int:
        return self.plot_bottom - self.plot_top


def _rooms(panels: list[Panel], marks: int) -> tuple[list[_Room], int]:
    rooms, top = [], 4
    for i, panel in enumerate(panels):
        head = LINE * len(_wrapped(panel.title, TITLE)) + 8 + (LINE * marks if i == 0 else 0)
        plot = PLOT if len(panels) == 1 else 90 if panel.rank else PLOT_AMONG_OTHERS
        rooms.append(_Room(top, top + head, top + head + plot))
        top += head + plot + TICKS
    # Names of bars run over several lines.
    return rooms, top + (2 * LINE if not marks and len(panels) == 1 else 0)


def _scale(drawing: Drawing, panel: Panel, guessed: Guessed | None) -> list[float]:
    """Return the ends of a panel's scale. Nought is always on it; a rank runs downwards from the first."""
    values = [v for line in drawing.lines if line.panel == panel.id for _, v in line.known]
    values += [level.value for level in drawing.levels if level.panel == panel.id]
    if guessed and guessed.panel == panel.id and not _far(guessed, max(values), min(values)):
        values.append(guessed.value)
    if panel.rank:
        return [max(values) + 0.5, 0.5]
    top, bottom = max([0.0, *values]), min([0.0, *values])
    return [bottom - 0.08 * (top - bottom) if bottom < 0 else 0, top + 0.1 * (top - bottom)]


def _far(guessed: Guessed, top: float, bottom: float) -> bool:
    return guessed.value > FARTHEST * top or guessed.value < min(0.0, FARTHEST * bottom)


# --- what stands in a panel ----------------------------------------------------------------------------------------------


def _axis_names(i: int) -> tuple[str, str]:
    return (f"x{i}", f"y{i}") if i > 1 else ("x", "y")


def _looked(drawing: Drawing, panel: Panel) -> list[tuple[Line, tuple[str, str, str], str]]:
    """Return a panel's lines with (dash, symbol, sign) and colour: the first is solid, a country has its symbol where it can."""
    dashes, symbols, looked = list(theme.DASHES), dict(theme.SYMBOLS), []
    for line in drawing.lines:
        if line.panel != panel.id:
            continue
        mine = theme.BOUND if line.bound else symbols.pop(line.who if line.who in symbols else next(iter(symbols)))
        looked.append((line, ("solid" if line.bound else dashes.pop(0), *mine), theme.WHO[line.who]))
    return looked


def _traces(drawing: Drawing, panel: Panel, x: str, y: str, guessed: Guessed | None) -> list[dict[str, Any]]:
    traces = []
    for i, (line, look, colour) in enumerate(_looked(drawing, panel)):
        common = {"name": line.label, "xaxis": x, "yaxis": y, "hoverinfo": "text"}
        traces.append(
            common | (_bars(drawing, line, colour, i) if drawing.bars else _points(drawing, line, look, colour))
        )
    if guessed and guessed.panel == panel.id and not drawing.bars:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "xaxis": x,
                "yaxis": y,
                "x": [place(guessed.date, drawing.yearly)],
                "y": [guessed.figure],
                "hoverinfo": "skip",
                "cliponaxis": False,
                "marker": {"symbol": "circle-open", "size": 18, "color": theme.GUESS, "line": {"width": 3}},
            }
        )
    return traces


def _points(drawing: Drawing, line: Line, look: tuple[str, str, str], colour: str) -> dict[str, Any]:
    dash, symbol, _ = look
    loose = line.style == "points"
    return {
        "type": "scatter",
        "mode": "markers" if loose else "lines+markers",
        "connectgaps": False,
        "x": [place(date, drawing.yearly) for date in line.dates],
        "y": line.values,
        "hovertext": [_said(line, date, value) for date, value in zip(line.dates, line.values, strict=True)],
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
    alone = _bars_alone(drawing)
    return {
        "type": "bar",
        "x": ["<br>".join([*_wrapped(line.label, BAR), date]) if alone else date for date, _ in known],
        "y": [value for _, value in known],
        "offsetgroup": "0" if alone else str(i),
        "textposition": "outside",
        "cliponaxis": False,
        "text": [written(value, line.decimals) for _, value in known],
        "hovertext": [_said(line, date, value) for date, value in known],
        "marker": {
            "color": colour,
            "pattern": {"shape": theme.PATTERNS[i % 4], "size": 6, "solidity": 0.25},
            "line": {"color": colour, "width": 1.5},
        },
    }


def _bars_alone(drawing: Drawing) -> bool:
    """Lines with one bar each stand beside one another under their own names; else the dates are the names."""
    return drawing.bars and all(len(line.known) == 1 for line in drawing.lines)


def _said(line: Line, date: str, value: float | None) -> str:
    if value is None:
        return ""
    most = "at most " if line.bound else ""
    return "<br>".join(
        [
            f"<b>{line.label}</b>, {written_date(date)}",
            *_wrapped(f"{most}{written(value, line.decimals)} {line.unit}".strip(), 38),
        ]
    )


def written(value: float, decimals: int) -> str:
    """Return a figure as it is printed."""
    return f"{value:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")


def plainly(value: float) -> str:
    """Return a number as somebody would write it by hand."""
    return f"{value:,.10g}".replace("-", "\N{MINUS SIGN}")


def _shapes(
    drawing: Drawing, panel: Panel, marks: Iterable[Mark], x: str, y: str, guessed: Guessed | None, scale: list[float]
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
    for mark in marks:
        at = place(mark.date, drawing.yearly)
        shapes.append(
            {
                "type": "line",
                "xref": x,
                "x0": at,
                "x1": at,
                "yref": f"{y} domain",
                "y0": 0,
                "y1": 1,
                "layer": "below",
                "line": {"color": theme.INK, "width": 1.5, "dash": "dot"},
            }
        )
    return shapes


# --- words ---------------------------------------------------------------------------------------------------------------

Text = tuple[float, list[str], str]  # where, the lines of text, the coloured sign before them


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False) or [""]


def _title(panel: Panel, room: _Room, height: int) -> dict[str, Any]:
    return {
        "text": "<br>".join(_wrapped(panel.title, TITLE)),
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
        "yref": "paper",
        "y": 1 - room.top / height,
        "yanchor": "top",
        "borderpad": 0,
        "font": {"size": theme.FONT + 0.5, "weight": 600},
    }


def _mark_label(mark: Mark, row: int, rows: int, drawing: Drawing) -> dict[str, Any]:
    """A mark's label lies to the right of its line, where the margin makes room, or to the left far out; each mark has a row of its own."""
    first, last, here = (_order(place(date, drawing.yearly)) for date in (*_span(drawing), mark.date))
    return {
        "text": mark.label,
        "x": place(mark.date, drawing.yearly),
        "xref": "x",
        "y": 1,
        "yref": "y domain",
        "yanchor": "bottom",
        "yshift": LINE * (rows - 1 - row) - 2,
        "xanchor": "right" if here - first > 0.6 * (last - first) else "left",
        "showarrow": False,
        "font": {"size": theme.FONT - 0.5},
        "borderpad": 0,
    }


def _order(at: float | str) -> float:
    return day.fromisoformat(at).toordinal() if isinstance(at, str) else at


def _margin_texts(drawing: Drawing, panel: Panel, guessed: Guessed | None) -> list[Text]:
    """Return what stands beside a panel: each line's name where the line ends, and the guess."""
    texts: list[Text] = []
    if not _bars_alone(drawing):
        texts += [
            (line.known[-1][1], _wrapped(line.label, LABEL), _sign(look[2], colour))
            for line, look, colour in _looked(drawing, panel)
            if line.known
        ]
    if guessed and guessed.panel == panel.id:
        texts.append(_guess_text(guessed, panel, _scale(drawing, panel, guessed)))
    return texts


def _guess_text(guessed: Guessed, panel: Panel, scale: list[float]) -> Text:
    low, high = min(scale), max(scale)
    said = f"your guess: {plainly(guessed.value)}"
    if low <= guessed.value <= high:
        return guessed.value, _wrapped(said, LABEL), _sign("\N{BLACK STAR}", theme.GUESS)
    upwards = (guessed.value > high) != panel.rank
    arrow = "\N{UPWARDS ARROW}" if upwards else "\N{DOWNWARDS ARROW}"
    return min(max(guessed.value, low), high), _wrapped(f"{said}, off the scale", LABEL), _sign(arrow, theme.GUESS)


def _sign(sign: str, colour: str) -> str:
    return f'<span style="color:{colour}">{sign}</span> '


def _margin_labels(texts: list[Text], y: str, scale: list[float], room: _Room) -> list[dict[str, Any]]:
    low, high = scale
    wanted = [(value - low) / (high - low) * room.plot for value, _, _ in texts]
    places = spread(wanted, [LINE * len(rows) + GAP for _, rows, _ in texts], room.plot)
    return [
        {
            "text": sign + "<br>".join(rows),
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 6,
            "yref": f"{y} domain",
            "y": at / room.plot,
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "borderpad": 0,
        }
        for at, (_, rows, sign) in zip(places, texts, strict=True)
    ]


def _level_labels(drawing: Drawing, panel: Panel, x: str, y: str) -> list[dict[str, Any]]:
    """A level's label stands on its own line, where the panel begins: in the margin the names of the lines would push it away."""
    return [
        {
            "text": level.label,
            "xref": f"{x} domain",
            "x": 0.01,
            "xanchor": "left",
            "yref": y,
            "y": level.value,
            "yanchor": "bottom",
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": theme.FONT - 0.5},
        }
        for level in drawing.levels
        if level.panel == panel.id
    ]


def spread(wanted: list[float], heights: list[int], room: float) -> list[float]:
    """Return places near `wanted`, in the same order from below, where labels of these heights do not overlap."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    places = list(wanted)
    below = 0.0
    for i in order:
        places[i] = max(places[i], below + heights[i] / 2)
        below = places[i] + heights[i] / 2
    above = room + GAP
    for i in reversed(order):
        places[i] = min(places[i], above - heights[i] / 2)
        above = places[i] - heights[i] / 2
    return places
