"""Where the labels of dates stand above a drawing: in few rows, none of them on another or on a line."""

from __future__ import annotations

from dataclasses import dataclass

from .drawing import Drawing, Mark
from .scales import as_number, date_span, position, shown_marks

LETTER, AXIS, NARROWEST = 7, 36, 176  # pixels: a letter; the scale's numbers and the lines on a narrow phone
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
    first, last = (as_number(position(date, drawing.yearly)) for date in date_span(drawing))
    spots = [
        AXIS + NARROWEST * (as_number(position(mark.date, drawing.yearly)) - first) / ((last - first) or 1)
        for mark in marks
    ]
    widths: list[float] = [LETTER * len(mark.label) for mark in marks]
    rows = 1
    while (found := _fitting([], spots, widths, rows, AXIS + NARROWEST + margin)) is None:
        rows += 1
    return [PlacedMark(mark, box.row, box.anchor) for mark, box in zip(marks, found, strict=True)]


def _fitting(placed: list[_Box], spots: list[float], widths: list[float], rows: int, width: float) -> list[_Box] | None:
    """Return a place for each label after those `placed`, or None where these rows cannot hold them."""
    if len(placed) == len(spots):
        return placed
    at, wide = spots[len(placed)], widths[len(placed)]
    # In a row too many a label that is wider than the figure stands anyhow.
    cramped = rows > len(spots)
    for row in range(rows):
        for anchor, before in (("right", wide), ("left", 0), ("center", wide / 2)):
            box = _Box(at, at - before, at - before + wide, row, anchor)
            fits = cramped or (box.left >= 0 and box.right <= width)
            if fits and not any(box.meets(other) for other in placed):
                found = _fitting([*placed, box], spots, widths, rows, width)
                if found is not None:
                    return found
    return None
