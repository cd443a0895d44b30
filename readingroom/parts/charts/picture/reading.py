"""What a picture says at each place along its foot: the figures of all lines at that date, in words."""

from __future__ import annotations

from typing import Any

from ....content.dates import written_date
from ..drawing import Drawing, Line
from ..label_text import BAR_WIDTH, format_number, short_date, wrap
from ..scales import position
from .drawn import WIDTHS, framed


def readings(drawing: Drawing, figure: dict[str, Any]) -> list[tuple[float, str]]:
    """Return for each date the part of the picture's width at which it stands, and the figures of that date."""
    frame = framed(figure, WIDTHS["wide"])
    found = []
    for at, known in sorted(_by_place(drawing, frame.x).items()):
        part = (at - frame.left) / (frame.right - frame.left)
        date = written_date(known[0][1])
        found.append((round(part, 4), f"{date}: " + "; ".join(_said(line, value) for line, _, value in known)))
    return found


def _by_place(drawing: Drawing, x: Any) -> dict[float, list[tuple[Line, str, float]]]:
    """Return what is known at each place, from left to right."""
    found: dict[float, list[tuple[Line, str, float]]] = {}
    for line in drawing.lines:
        for date, value in line.known:
            at = x(_name(drawing, line, date) if drawing.bars else position(date, drawing.yearly))
            found.setdefault(at, []).append((line, date, value))
    return found


def _name(drawing: Drawing, line: Line, date: str) -> str:
    return "<br>".join([*(wrap(line.label, BAR_WIDTH) if drawing.single_bars else []), short_date(date)])


def _said(line: Line, value: float) -> str:
    most = "at most " if line.bound else ""
    unit = "" if line.label.endswith(line.unit) else line.unit  # not: the rank 2 rank
    return f"{line.label} {most}{format_number(value, line.decimals)} {unit}".strip()
