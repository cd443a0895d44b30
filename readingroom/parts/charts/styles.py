"""How each line of a panel is told from the others: dash, symbol and colour."""

from __future__ import annotations

from . import theme
from .drawing import Drawing, Line, Panel

Style = tuple[str, str, str]
"""Dash, plotly's name of the symbol, the sign that stands for the symbol in a label."""


def styled_lines(drawing: Drawing, panel: Panel) -> list[tuple[Line, Style, str]]:
    """Return a panel's lines with style and colour: the first is solid, a party has its own symbol and colour.

    A line whose place another has taken gets a free one; bars keep theirs, since names stand below them, and so does a
    bound, which belongs to the line of its colour.
    """
    dashes, symbols, styled = list(theme.DASHES), dict(theme.SYMBOLS), []
    lines = [line for line in drawing.lines if line.panel == panel.id]
    spare = [place for place in theme.SPARE if place not in {line.place for line in lines}]
    taken: set[str] = set()
    for line in lines:
        place = line.place
        if place in taken and not (line.bound or drawing.bars):
            place = spare.pop(0) if spare else ""
        taken.add(place)
        free = place if place in symbols else next(iter(symbols), "")
        own = theme.BOUND if line.bound else symbols.pop(free, theme.FIFTH)
        dash = "solid" if line.bound else dashes.pop(0) if dashes else "longdash"
        styled.append((line, (dash, *own), theme.COLOURS.get(place, theme.INK)))
    return styled
