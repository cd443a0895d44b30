"""The words of a picture: titles of panels, names beside the lines, labels of dates."""

from __future__ import annotations

from typing import Any

from .. import theme
from ..label_text import LINE_HEIGHT
from .frame import Frame
from .svg import element, styled_words

RISE = 11.5  # pixels from the top of a row to the foot of its letters
ANCHORS = {"left": ("start", 2), "right": ("end", -2), "center": ("middle", 0)}


def words(frame: Frame) -> str:
    """Return every text that is no part of an axis or a bar."""
    return "".join(_label(frame, label) for label in frame.layout["annotations"])


def _label(frame: Frame, label: dict[str, Any]) -> str:
    rows = label["text"].split("<br>")
    x, y = _place(frame, label, LINE_HEIGHT * len(rows))
    anchor, beside = ANCHORS[label["xanchor"]] if label["xref"] == "x" else ("start", 0)
    font = label.get("font", {})
    texts = "".join(
        element(
            "text",
            styled_words(row),
            x=x + beside,
            y=y + RISE + LINE_HEIGHT * i,
            text_anchor=None if anchor == "start" else anchor,
            font_size=font.get("size"),
            font_weight=font.get("weight"),
            fill=theme.INK,
        )
        for i, row in enumerate(rows)
    )
    if not _is_beside(label):
        return texts
    # What stands beside the lines makes room for a reader's guess: still-guess.js moves it.
    panel = label["yref"].split()[0].removeprefix("y")
    return element(
        "g", texts, class_="rr-margin-label", data_panel=panel, data_at=float(y + LINE_HEIGHT * len(rows) / 2)
    )


def _is_beside(label: dict[str, Any]) -> bool:
    return bool(label["xref"] == "paper" and label["x"] == 1)


def _place(frame: Frame, label: dict[str, Any], tall: int) -> tuple[float, float]:
    """Return where the text begins, and the top of its first row."""
    if label["xref"] == "x":
        y = frame.y_in_panel(label["y"], "") - label["yshift"]
        return frame.x(label["x"]), y - tall
    if label["yref"] == "paper":
        return frame.left, frame.height * (1 - label["y"])
    panel = label["yref"].split()[0].removeprefix("y")
    return frame.right + label["xshift"], frame.y_in_panel(label["y"], panel) - tall / 2
