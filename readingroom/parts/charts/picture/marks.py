"""What a picture draws of a figure's values: lines with their signs, bars with their figures, lines across."""

from __future__ import annotations

from typing import Any

from .bars import bar
from .frame import Frame
from .svg import element, line, number
from .symbols import symbol

Trace = dict[str, Any]


def traces(frame: Frame, data: list[Trace]) -> str:
    """Return all lines and bars, the first one below the others."""
    return "".join(_bars(frame, data, trace) if trace["type"] == "bar" else _points(frame, trace) for trace in data)


def shapes(frame: Frame) -> str:
    """Return the lines of levels and dates."""
    return "".join(_shape(frame, shape) for shape in frame.layout["shapes"])


def dashes(name: str, width: float) -> str | None:
    """Return the lengths of plotly's dashes; None for a line without."""
    parts = {"dash": (3, 3), "dot": (1, 1), "dashdot": (3, 1, 1, 1), "longdash": (5, 5)}.get(name)
    return " ".join(number(width * part) for part in parts) if parts else None


def _shape(frame: Frame, shape: Trace) -> str:
    panel = shape["yref"].split()[0].removeprefix("y")
    look = shape["line"]
    x0, x1 = (frame.left, frame.right) if "domain" in shape["xref"] else (frame.x(shape["x0"]), frame.x(shape["x1"]))
    place = frame.y_in_panel if "domain" in shape["yref"] else frame.y
    return line(
        x0,
        place(shape["y0"], panel),
        x1,
        place(shape["y1"], panel),
        stroke=look["color"],
        stroke_width=look["width"],
        stroke_dasharray=dashes(look["dash"], look["width"]),
        class_="rr-level",
    )


def _points(frame: Frame, trace: Trace) -> str:
    panel = trace["yaxis"].removeprefix("y")
    marker = trace["marker"]
    known: list[tuple[float, float] | None] = [
        None if value is None else (frame.x(at), frame.y(value, panel))
        for at, value in zip(trace["x"], trace["y"], strict=True)
    ]
    sizes = marker["size"] if isinstance(marker["size"], list) else [marker["size"]] * len(known)
    signs = "".join(
        symbol(marker["symbol"], *place, size, marker["color"], marker["line"]["width"])
        for place, size in zip(known, sizes, strict=True)
        if place and size
    )
    return (_line(trace["line"], known) if "lines" in trace["mode"] else "") + signs


def _line(look: Trace, known: list[tuple[float, float] | None]) -> str:
    path, is_open = "", False
    for place in known:
        path += f"{'L' if is_open else 'M'}{number(place[0])} {number(place[1])}" if place else ""
        is_open = place is not None
    return element(
        "path",
        d=path,
        fill="none",
        stroke=look["color"],
        stroke_width=look["width"],
        stroke_linejoin="round",
        stroke_dasharray=dashes(look["dash"], look["width"]),
        class_="rr-drawn-line",
    )


def _bars(frame: Frame, data: list[Trace], trace: Trace) -> str:
    groups = sorted({each["offsetgroup"] for each in data})
    wide = frame.slot * (1 - frame.layout["bargap"]) / len(groups)
    shift = (groups.index(trace["offsetgroup"]) - len(groups) / 2) * wide
    panel = trace["yaxis"].removeprefix("y")
    return "".join(
        bar(frame.x(at) + shift, wide, frame.y(0, panel), frame.y(value, panel), trace["marker"], text)
        for at, value, text in zip(trace["x"], trace["y"], trace["text"], strict=True)
    )
