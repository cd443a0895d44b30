"""How each line of a panel is told from the others: dash, symbol and colour."""

from __future__ import annotations

from . import theme
from .drawing import Drawing, Line, Panel

Style = tuple[str, str, str]
"""Dash, plotly's name of the symbol, the sign that stands for the symbol in a label."""


def styled_lines(drawing: Drawing, panel: Panel) -> list[tuple[Line, Style, str]]:
    """Return a panel's lines with style and colour: the first is solid, a party has its own symbol where it is free."""
    dashes, symbols, styled = list(theme.DASHES), dict(theme.SYMBOLS), []
    for line in drawing.lines:
        if line.panel != panel.id:
            continue
        own = theme.BOUND if line.bound else symbols.pop(line.place if line.place in symbols else next(iter(symbols)))
        styled.append((line, ("solid" if line.bound else dashes.pop(0), *own), theme.COLOURS[line.place]))
    return styled
