"""Words in a figure: numbers as they are printed, lines of text of a given width, what is shown at the pointer."""

from __future__ import annotations

import textwrap

from ...content.dates import written_date
from .drawing import Line

LINE_HEIGHT = 15  # pixels
# Widths in letters; labels of this many leave room for the lines on a narrow screen.
LABEL_WIDTH, BAR_WIDTH, TITLE_WIDTH, HOVER_WIDTH = 13, 6, 38, 38


def format_number(value: float, decimals: int) -> str:
    """Return a figure as it is printed."""
    return f"{value:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")


def format_guess(value: float) -> str:
    """Return a number as somebody would write it by hand."""
    return f"{value:,.10g}".replace("-", "\N{MINUS SIGN}")


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` letters; a longer word stays whole."""
    return textwrap.wrap(text, width, break_long_words=False) or [""]


def short_date(date: str) -> str:
    """Return a date with a month of three letters, for the foot of a bar."""
    return " ".join(word[:3] if word.isalpha() else word for word in written_date(date).split())


def hover_text(line: Line, date: str, value: float | None) -> str:
    """Return what is shown at the pointer on one point, as plotly's HTML."""
    if value is None:
        return ""
    most = "at most " if line.bound else ""
    return "<br>".join(
        [
            f"<b>{line.label}</b>, {written_date(date)}",
            *wrap(f"{most}{format_number(value, line.decimals)} {line.unit}".strip(), HOVER_WIDTH),
        ]
    )
