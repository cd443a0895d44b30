"""The signs of points: circle, square, diamond, triangles, a cross."""

from __future__ import annotations

from typing import Any

from .svg import element, number

# Corners on a square from -1 to 1; a diamond is larger, to look as large as the others.
CORNERS = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((-1.15, 0.7), (1.15, 0.7), (0, -1.3)),
    "triangle-down": ((-1.15, -0.7), (1.15, -0.7), (0, 1.3)),
}


def symbol(name: str, x: float, y: float, size: float, colour: str, edge: float) -> str:
    """Return a sign `size` pixels wide; one that ends in "-open" is an outline."""
    radius = size / 2
    is_open = name.endswith("-open")
    shape = name.removesuffix("-open")
    look: dict[str, Any] = {
        "fill": "none" if is_open else colour,
        "stroke": colour if is_open or edge or shape == "x" else None,
        "stroke_width": edge or (2 if is_open or shape == "x" else None),
        "class_": "rr-point",
    }
    if shape == "circle":
        return element("circle", cx=float(x), cy=float(y), r=float(radius), **look)
    if shape == "x":
        a, b, c, d = (number(at) for at in (x - radius, x + radius, y - radius, y + radius))
        return element("path", d=f"M{a} {c}L{b} {d}M{a} {d}L{b} {c}", **look)
    corners = "L".join(f"{number(x + radius * across)} {number(y + radius * down)}" for across, down in CORNERS[shape])
    return element("path", d=f"M{corners}Z", **look)
