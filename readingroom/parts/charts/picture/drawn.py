"""A chart's picture: its drawing in three widths, of which a page shows the one that has room."""

from __future__ import annotations

from typing import Any

from .. import theme
from .axes import axes
from .frame import Frame
from .marks import shapes, traces
from .svg import element
from .words import words

WIDTHS = {"wide": 860, "middle": 600, "narrow": 360}  # pixels; chart.css says how wide a page must be for each


def drawn(figure: dict[str, Any], width: int, class_: str = "", label: str = "") -> str:
    """Return the figure, plotly's JSON, as one SVG of this width.

    `label` is what it is called by itself. Without one nothing of it is heard: its place on the page has the name.
    """
    frame = framed(figure, width)
    inner = axes(frame) + shapes(frame) + traces(frame, figure["data"]) + words(frame)
    return element(
        "svg",
        inner,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=frame.height,
        viewBox=f"0 0 {width} {frame.height}",
        font_size=theme.FONT,
        font_family=theme.FAMILY,
        class_=class_ or None,
        role="img" if label else None,
        aria_label=label or None,
        aria_hidden=None if label else "true",
        data_left=frame.left,
        data_right=frame.right,
    )


def framed(figure: dict[str, Any], width: int) -> Frame:
    """Return the frame of a figure in a picture of this width."""
    names = [at for trace in figure["data"] if trace["type"] == "bar" for at in trace["x"]]
    return Frame(figure["layout"], width, tuple(dict.fromkeys(names)))


def picture(figure: dict[str, Any]) -> str:
    """Return the figure in all widths."""
    return "".join(drawn(figure, width, f"rr-still rr-still-{name}") for name, width in WIDTHS.items())
