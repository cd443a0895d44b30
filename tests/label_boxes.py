"""Where the texts of a figure or a picture stand, calculated without a browser: what lies on another, on a line, or is cut off.

The widths of letters are those of DejaVu Sans, the widest typeface that a browser takes by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple
from xml.etree import ElementTree

WIDE, NARROW = 860, 340  # pixels: a figure on a laptop, and on a telephone
EMS = {"ijlIJ'": 0.29, " .,:;|/": 0.33, "ft()-!r": 0.4, "sz": 0.525, "ckvxy": 0.59, "mMW%": 0.97, "wDGOQ": 0.8}
OTHER, BOLD = 0.65, 1.12  # ems of any other letter; how much wider bold letters are
ROW, FREE = 15, 2  # pixels: a row of letters; its white, above and below
BESIDE_SCALE = 8.7  # pixels between the figures of a scale and the drawing
ALLOWED = 1  # a pixel that is calculated, not measured
SVG = "{http://www.w3.org/2000/svg}"
CAPITALS = 0.73  # ems: how high the highest letters are
TAG = re.compile("<[^>]*>")


class Box(NamedTuple):
    """A row of letters, or a line; rows of one text, and lines, have the same `of`."""

    says: str
    of: int
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right - ALLOWED
            and other.left < self.right - ALLOWED
            and self.top < other.bottom
            and other.top < self.bottom
        )


def faults(layout: dict[str, Any], width: int) -> list[str]:
    """Return what is wrong with the texts of a figure of this width, as sentences."""
    drawn = Figure(layout, width)
    return _faults(list(drawn.texts()), list(drawn.date_lines()), width, layout["height"])


def picture_faults(svg: str) -> list[str]:
    """Return what is wrong with the texts of a picture, as sentences."""
    root = ElementTree.fromstring(svg)
    return _faults(
        list(_drawn_texts(root)), list(_drawn_lines(root)), float(root.get("width")), float(root.get("height"))
    )


def _faults(texts: list[Box], lines: list[Box], width: float, height: float) -> list[str]:
    found = [f"{a.says!r} lies on {b.says!r}" for a, b in combinations(texts, 2) if a.of != b.of and a.meets(b)]
    found += [f"{text.says!r} lies on the line of a date" for text in texts if any(text.meets(line) for line in lines)]
    return found + [
        f"{text.says!r} is cut off"
        for text in texts
        if text.left < -ALLOWED or text.right > width + ALLOWED or text.top < 0 or text.bottom > height
    ]


def _drawn_texts(root: ElementTree.Element) -> Iterator[Box]:
    for i, text in enumerate(root.iter(f"{SVG}text")):
        says, size, foot = "".join(text.itertext()), float(text.get("font-size", "12")), float(text.get("y", "0"))
        is_bold = "font-weight" in text.attrib or any("font-weight" in part.attrib for part in text)
        wide = text_width(says, size) * (BOLD if is_bold else 1)
        before = {"end": wide, "middle": wide / 2}.get(text.get("text-anchor", ""), 0)
        left = float(text.get("x", "0")) - before
        yield Box(says, i, left, left + wide, foot - size * CAPITALS, foot)


def _drawn_lines(root: ElementTree.Element) -> Iterator[Box]:
    for line in root.iter(f"{SVG}path"):
        ends = (
            [float(each) for each in re.findall(r"-?[\d.]+", line.get("d", ""))]
            if line.get("class") == "rr-level"
            else []
        )
        if len(ends) == 4 and ends[0] == ends[2]:
            yield Box("", -1, ends[0] - 0.5, ends[0] + 0.5, min(ends[1::2]), max(ends[1::2]))


class Figure:
    """A layout as plotly draws it in a figure of some width."""

    def __init__(self, layout: dict[str, Any], width: int) -> None:
        self.layout = layout
        self.panels = [name.removeprefix("yaxis") for name in layout if name.startswith("yaxis")]
        scales = [text for panel in self.panels for _, text in scale_ticks(layout[f"yaxis{panel}"])]
        self.left = BESIDE_SCALE + max(text_width(text, 12) for text in scales)
        self.right = width - layout["margin"]["r"]

    def x(self, at: Any) -> float:
        low, high = (ordinal(end) for end in self.layout["xaxis"]["range"])
        return self.left + (ordinal(at) - low) / (high - low) * (self.right - self.left)

    def in_panel(self, part: float, panel: str) -> float:
        """The height of a part of a panel, in pixels from the top of the figure."""
        foot, top = self.layout[f"yaxis{panel}"]["domain"]
        return float(self.layout["height"] * (1 - (foot + part * (top - foot))))

    def texts(self) -> Iterator[Box]:
        for label in self.layout["annotations"]:
            yield from self._annotation(label)
        for panel in self.panels:
            axis = self.layout[f"yaxis{panel}"]
            low, high = axis["range"]
            for value, text in scale_ticks(axis):
                middle = self.in_panel((value - low) / (high - low), panel)
                right = self.left - BESIDE_SCALE + 2
                yield from rows(text, right, middle + ROW / 2, 12, "right")
            for year in self.layout["xaxis"].get("tickvals", ()):
                yield from rows(str(year), self.x(year), self.in_panel(0, panel) + 24, 12, "center")

    def _annotation(self, label: dict[str, Any]) -> Iterator[Box]:
        size = label.get("font", {}).get("size", 12)
        text = f"<b>{label['text']}" if "weight" in label.get("font", {}) else label["text"]
        tall = ROW * (text.count("<br>") + 1)
        if label["xref"] == "x":
            bottom = self.in_panel(1, "") - label["yshift"]
            yield from rows(text, self.x(label["x"]), bottom, size, label["xanchor"])
        elif label["yref"] == "paper":
            top = self.layout["height"] * (1 - label["y"])
            yield from rows(text, self.left, top + tall, size, "left")
        else:
            panel = label["yref"].split()[0].removeprefix("y")
            bottom = self.in_panel(label["y"], panel) + tall / 2
            yield from rows(text, self.right + label["xshift"], bottom, size, "left")

    def date_lines(self) -> Iterator[Box]:
        for shape in self.layout["shapes"]:
            if "domain" not in shape["xref"]:
                panel = shape["yref"].split()[0].removeprefix("y")
                at = self.x(shape["x0"])
                top, foot = (self.in_panel(shape[end], panel) for end in ("y1", "y0"))
                yield Box("", -1, at - 0.5, at + 0.5, top, foot)


def rows(text: str, x: float, bottom: float, size: float, anchor: str) -> Iterator[Box]:
    """Return a box for each row of a text whose last row ends at `bottom`."""
    parts = text.split("<br>")
    for i, part in enumerate(parts):
        wide = text_width(part, size) * (BOLD if "<b>" in part or text.startswith("<b>") else 1)
        left = x - {"left": 0, "center": wide / 2, "right": wide}[anchor]
        foot = bottom - ROW * (len(parts) - 1 - i)
        yield Box(TAG.sub("", part), hash((text, x, bottom)), left, left + wide, foot - ROW + FREE, foot - FREE)


@cache
def text_width(text: str, size: float) -> float:
    letters = TAG.sub("", text)
    return size * sum(next((em for among, em in EMS.items() if letter in among), OTHER) for letter in letters)


def scale_ticks(axis: dict[str, Any]) -> list[tuple[float, str]]:
    """Return the figures of a scale as plotly chooses them: steps of 1, 2 or 5, times a power of ten."""
    low, high = sorted(axis["range"])
    if "dtick" in axis:
        step, start = axis["dtick"], axis["tick0"]
    else:
        rough = (high - low) / axis["nticks"]
        power = 10 ** math.floor(math.log10(rough))
        step, start = next(times for times in (2, 5, 10) if times * power >= rough) * power, 0
    decimals = max(0, -math.floor(math.log10(step)))
    first, last = math.ceil((low - start) / step), math.floor((high - start) / step)
    return [(start + n * step, f"{start + n * step:,.{decimals}f}") for n in range(first, last + 1)]


def ordinal(at: Any) -> float:
    return date.fromisoformat(at[:10]).toordinal() if isinstance(at, str) else float(at)
