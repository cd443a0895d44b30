"""Elements of SVG as text: a name, attributes, what is inside."""

from __future__ import annotations

import html
import re
from typing import Any

TAG = re.compile("(<[^>]*>)")
COLOUR = re.compile("color:([^;\"']+)")


def element(name: str, inner: str = "", **attributes: Any) -> str:
    """Return one element; `stroke_width` is written `stroke-width`, and what is None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else html.escape(str(value))


def number(value: float) -> str:
    """Return a place or a length with one decimal at most: a tenth of a pixel is seen by nobody."""
    return f"{value:.1f}".removesuffix(".0")


def line(x1: float, y1: float, x2: float, y2: float, **look: Any) -> str:
    """Return a straight line."""
    return element("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", fill="none", **look)


def styled_words(text: str) -> str:
    """Return one row of plotly's text: its colours and bold letters as SVG has them, all else escaped."""
    found = []
    for piece in TAG.split(text):
        if piece.startswith("<span"):
            colour = COLOUR.search(piece)
            found.append(f'<tspan fill="{colour[1]}">' if colour else "<tspan>")
        elif piece == "<b>":
            found.append('<tspan font-weight="700">')
        elif piece in ("</span>", "</b>"):
            found.append("</tspan>")
        elif not piece.startswith("<"):
            found.append(html.escape(html.unescape(piece), quote=False))
    return "".join(found)
