"""A bar of a picture: filled or hatched, with its figure above it."""

from __future__ import annotations

from typing import Any

from .. import theme
from .svg import element, number, styled_words

ABOVE, BELOW = 5, 15  # pixels from a bar's end to the foot of its figure
ROW = 15
EDGE = 1.5


def bar(left: float, wide: float, foot: float, end: float, marker: dict[str, Any], text: str) -> str:
    """Return a bar from `foot` to `end`; its figure stands beyond its end, a row higher where the text says so."""
    top, bottom = min(foot, end), max(foot, end)
    colour, pattern = marker["color"], marker["pattern"]
    box = element(
        "rect",
        x=float(left),
        y=float(top),
        width=float(wide),
        height=float(bottom - top),
        fill="none" if pattern["shape"] else colour,
        stroke=colour,
        stroke_width=EDGE,
        class_="rr-drawn-bar",
    )
    rows = text.split("<br>")
    y = end - ABOVE - ROW * (len(rows) - 1) if end <= foot else end + BELOW
    words = element(
        "text",
        styled_words(rows[0]),
        x=left + wide / 2,
        y=float(y),
        text_anchor="middle",
        fill=theme.INK,
        class_="rr-bar-text",
    )
    return hatch(pattern["shape"], left, top, left + wide, bottom, pattern["size"], colour) + box + words


def hatch(shape: str, left: float, top: float, right: float, bottom: float, step: float, colour: str) -> str:
    """Return plotly's pattern within a box as one path: strokes, crossed ones or dots; nothing where filled."""
    path = ""
    if shape in ("/", "x"):
        path += _strokes(left, top, right, bottom, step)
    if shape == "x":
        # The same strokes in a mirror that stands in the middle of the box.
        path += _strokes(left, top, right, bottom, step, mirror=left + right)
    if shape == ".":
        path = "".join(
            f"M{number(left + step / 2 + step * i)} {number(top + step / 2 + step * j)}h.1"
            for i in range(int((right - left) / step))
            for j in range(int((bottom - top) / step))
        )
    if not path:
        return ""
    width = 2.5 if shape == "." else 1.5
    return element("path", d=path, fill="none", stroke=colour, stroke_width=width, stroke_linecap="round")


def _strokes(left: float, top: float, right: float, bottom: float, step: float, mirror: float | None = None) -> str:
    path = ""
    at = left + top + step
    while at < right + bottom:
        # A stroke holds all places whose x and y add up to `at`.
        ends = [(max(left, at - bottom), min(bottom, at - left)), (min(right, at - top), max(top, at - right))]
        (x1, y1), (x2, y2) = ((x if mirror is None else mirror - x, y) for x, y in ends)
        path += f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
        at += step * 1.4
    return path
