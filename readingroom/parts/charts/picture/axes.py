"""The axes of a picture: faint lines across, a clear zero, and what is written at the side and at the foot."""

from __future__ import annotations

from .. import theme
from .frame import BESIDE_SCALE, Frame, ordinal
from .svg import element, line, styled_words
from .ticks import Tick, time_ticks

SIGN = 5  # pixels, a tick at the foot
ROW = 12  # pixels between two rows of a name below bars
DOWN = 4  # pixels from the middle of a figure to its foot


def axes(frame: Frame) -> str:
    """Return the axes of all panels."""
    return "".join(_across(frame, panel) + _foot(frame, panel) for panel in frame.panels)


def _across(frame: Frame, panel: str) -> str:
    axis = frame.layout[f"yaxis{panel}"]
    found = []
    for tick in frame.value_ticks(panel):
        y = frame.y(tick.at, panel)
        is_zero = tick.at == 0 and axis["zeroline"]
        found.append(line(frame.left, y, frame.right, y, stroke=theme.INK if is_zero else theme.GRID))
        found.append(
            element("text", tick.text, x=frame.left - BESIDE_SCALE, y=y + DOWN, text_anchor="end", fill=theme.INK)
        )
    return "".join(found)


def _foot(frame: Frame, panel: str) -> str:
    axis = frame.layout[f"xaxis{panel}"]
    y = frame.bottom(panel)
    return "".join(
        _tick(frame, tick, y, axis.get("tickfont", {}).get("size"))
        for tick in time_ticks(axis, frame.categories)
        if frame.categories or _is_drawn(axis["range"], tick.at)
    )


def _is_drawn(ends: list[float | str], at: float | str) -> bool:
    return ordinal(ends[0]) <= ordinal(at) <= ordinal(ends[1])


def _tick(frame: Frame, tick: Tick, y: float, size: int | None) -> str:
    x, words_x = frame.x(tick.at), frame.x(tick.words_at or tick.at)
    words = "".join(
        element(
            "text",
            styled_words(row),
            x=words_x,
            y=y + SIGN + theme.FONT + 1 + ROW * i,
            text_anchor="middle",
            font_size=size,
            fill=theme.INK,
        )
        for i, row in enumerate(tick.text.split("<br>"))
    )
    return line(x, y, x, y + SIGN, stroke=theme.INK) + words
