"""Where the labels of dates stand above a drawing: in few rows, none of them on another or on a line."""

from __future__ import annotations

from dataclasses import dataclass

from .drawing import Drawing, Mark
from .scales import as_number, date_span, panel_scale, position, scale_letters, shown_marks

LETTER, NUMERAL = 6, 7.5  # pixels in a wide typeface: a letter or a space, a numeral
NARROWEST = 340  # pixels: a figure on a narrow phone
BESIDE_SCALE = 8  # pixels between the numbers of a scale and the drawing
GAP = 4  # pixels between two labels, or a label and a line


@dataclass(frozen=True)
class PlacedMark:
    """A date's label: its row, counted upwards, and what of it stands at the date's line ("right" is its end)."""

    mark: Mark
    row: int
    anchor: str


@dataclass(frozen=True)
class _Box:
    """A label on a narrow phone, in pixels from the left edge of the figure."""

    at: float
    left: float
    right: float
    row: int
    anchor: str

    @property
    def cut_off(self) -> float:
        """Return how much of the label lies outside the figure."""
        return max(0, -self.left) + max(0, self.right - NARROWEST)

    def meets(self, other: _Box) -> bool:
        """Whether the two labels overlap, or the line up to the higher one runs through the lower."""
        if self.row == other.row:
            return self.left < other.right + GAP and other.left < self.right + GAP
        low, high = sorted((self, other), key=lambda box: box.row)
        return low.left - GAP < high.at < low.right + GAP


def placed_marks(drawing: Drawing, margin: float) -> list[PlacedMark]:
    """Return the marks with their places; `margin` is the room right of the lines, in pixels.

    What does not meet on a narrow phone meets nowhere: a wider figure only moves the lines apart.
    """
    marks = shown_marks(drawing)
    if not marks:
        return []
    widths = [_width(mark.label) for mark in marks]
    spots = _spots(drawing, marks, margin)
    rows = 1
    while (found := _fitting([], spots, widths, rows)) is None:
        rows += 1
    return [PlacedMark(mark, box.row, box.anchor) for mark, box in zip(marks, found, strict=True)]


def _width(text: str) -> float:
    return sum(NUMERAL if letter.isdigit() else LETTER for letter in text)


def _spots(drawing: Drawing, marks: list[Mark], margin: float) -> list[float]:
    """Return where the lines of these dates stand on a narrow phone, in pixels from the left edge of the figure."""
    letters = max(scale_letters(panel_scale(drawing, panel, None), panel.rank) for panel in drawing.panels)
    left = BESIDE_SCALE + NUMERAL * letters
    first, last = (as_number(position(date, drawing.yearly)) for date in date_span(drawing))
    beyond = 0.5 if drawing.yearly else 0.05 * (last - first)  # the axis begins before the first date, see scales.py
    part = (NARROWEST - left - margin) / ((last - first + 2 * beyond) or 1)
    return [left + part * (as_number(position(mark.date, drawing.yearly)) - first + beyond) for mark in marks]


def _fitting(placed: list[_Box], spots: list[float], widths: list[float], rows: int) -> list[_Box] | None:
    """Return a place for each label after those `placed`, or None where these rows cannot hold them."""
    if len(placed) == len(spots):
        return placed
    # In a row too many a label that is wider than the figure stands anyhow, where the least of it is cut off.
    cramped = rows > len(spots)
    for row in range(rows):
        for box in _boxes(spots[len(placed)], widths[len(placed)], row):
            if (cramped or not box.cut_off) and not any(box.meets(other) for other in placed):
                found = _fitting([*placed, box], spots, widths, rows)
                if found is not None:
                    return found
    return None


def _boxes(at: float, wide: float, row: int) -> list[_Box]:
    boxes = [
        _Box(at, at - before, at - before + wide, row, anchor)
        for anchor, before in (("right", wide), ("left", 0), ("center", wide / 2))
    ]
    return sorted(boxes, key=lambda box: box.cut_off)
