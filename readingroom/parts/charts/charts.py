"""Charts: which paragraph is tested, a guess before the figure, the figure, and its table and sources."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import traitlets

from ...content import models as m
from ...content.library import Library
from ...learning.record import Record
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from .content import foot_content, head_content
from .figures import plotly_figure
from .selection import drawing, guess_mark
from .theme import CONFIG

STYLES = ("charts/chart.css",)

if TYPE_CHECKING:
    from ipywidgets import VBox

MIME = "application/vnd.plotly.v1+json"


class ChartPart(SavingWidget):
    """What stands above a figure (`part` "head") or below it ("foot"); both wait until `shown`."""

    _esm = module("charts/chart.js")
    _css = styles(*STYLES)
    shown = traitlets.Bool(True).tag(sync=True)


def chart(library: Library, record: Record, about: m.Chart, predict: bool) -> VBox:
    """Return chart `about` with its table and sources; with `predict` it waits for a guess, unless one was saved."""
    import ipywidgets

    asks = predict and about.guess is not None
    anchor = f"rr-table-{about.id}-{uuid.uuid4().hex[:6]}"
    head = ChartPart(record, head_content(library, about, asks, anchor), ("guesses",))
    foot = ChartPart(record, foot_content(library, about, anchor), ())
    figure = ipywidgets.Output()
    figure.add_class("rr-figure")
    drawn = drawing(library, about)

    def show(_: Any = None) -> None:
        entry = head.state["guesses"].get(about.id) if asks else None
        if figure.outputs or not (head.shown or entry):
            return
        data = plotly_figure(drawn, guess_mark(library, about, entry) if entry else None)
        figure.layout.height = f"{data['layout']['height']}px"
        figure.outputs = (
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {MIME: {**data, "config": CONFIG}, "text/plain": about.title},
            },
        )
        head.shown = foot.shown = True

    head.shown = foot.shown = not asks
    show()
    head.observe(show, names=["state", "shown"])
    box = ipywidgets.VBox([head, figure, foot])
    box.add_class("rr-chart")
    return box
