"""The look of figures: colours with 3:1 contrast on white and near-black, and dashes and symbols beside colour."""

from __future__ import annotations

from typing import Any

# chart.css gives text the host's own ink; a host without that sheet gets this grey.
INK = "#787878"
GRID = "rgba(128,128,128,.28)"
# By place: the parties of the course have the first places, in their order; see models.PLACES.
# Each two of them stay apart for readers who see no red or no green, or no blue: tests/parts/test_charts.py.
COLOURS = {"first": "#d22d5c", "second": "#668fcc", "third": "#c78605", "fourth": "#9c38fa"}
# Whose place is taken gets the first of these that no other line of the panel has.
SPARE = ("third", "fourth", "second", "first")
GUESS = "#3d8f5f"
FONT = 12
FAMILY = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"

# Symbols, each with the sign that stands for it in a label.
SYMBOLS = {
    "first": ("circle", "\N{BLACK CIRCLE}"),
    "second": ("square", "\N{BLACK SQUARE}"),
    "third": ("diamond", "\N{BLACK DIAMOND}"),
    "fourth": ("triangle-up", "\N{BLACK UP-POINTING TRIANGLE}"),
}
FIFTH = ("x", "\N{MULTIPLICATION X}")  # of a line more than there are places; it is grey
BOUND = ("triangle-down-open", "\N{WHITE DOWN-POINTING TRIANGLE}")
DASHES = ("solid", "dash", "dot", "dashdot")
PATTERNS = ("", "/", "x", ".")

# No toolbar: its buttons would let the notebook's shortcuts through, and one of them uploads to a cloud.
CONFIG = {"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "responsive": True}


def layout(height: int, right: int) -> dict[str, Any]:
    """Return what all figures share: no background, no animation, no dragging, so that a finger can scroll past."""
    return {
        "height": height,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "margin": {"l": 8, "r": right, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": FONT, "color": INK, "family": FAMILY},
        "bargap": 0.35,
        "hoverlabel": {"bgcolor": "#fffdf8", "font": {"color": "#1c1b19", "size": FONT + 1}, "align": "left"},
    }


def axis(**more: Any) -> dict[str, Any]:
    """Return an axis with faint lines and a clear zero."""
    return {
        "gridcolor": GRID,
        "zeroline": False,
        "linecolor": INK,
        "tickcolor": INK,
        "fixedrange": True,
        "automargin": True,
        **more,
    }
