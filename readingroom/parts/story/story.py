"""The story: a walk from one turning point to the next, with a chart at each stop and a question before one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from ...content.library import Library
from ...learning.record import Record
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from .content import story_content

if TYPE_CHECKING:
    from ipywidgets import VBox

# Its own style comes first: the others have the last word on what they style.
STYLES = ("story/story.css", "timeline/timeline.css", "quiz/quiz.css", "charts/chart.css")


class StoryPart(SavingWidget):
    """What stands above the chart of a stop (`part` "head") or below it ("foot"); both show the stop number `stop`."""

    _esm = module("story/story.js")
    _css = styles(*STYLES)
    stop = traitlets.Int(0).tag(sync=True)


def story(library: Library, record: Record, section: str | None) -> VBox:
    """Return the walk; it begins at the first stop whose question is open, if any was answered before."""
    from ..base.box import Box
    from ..charts.charts import chart

    content = {**story_content(library, section), "charts": {}}  # here a chart is a widget of its own
    head = StoryPart(record, {**content, "part": "head"}, ("answers",))
    foot = StoryPart(record, {**content, "part": "foot", "timeline": {}, "events": []}, ("answers", "drafts"))
    head.stop = foot.stop = first_open(content, head.state["answers"])
    charts = [stop.chart for stop in library.stops.values()]
    drawn: dict[str, Any] = {}

    def show(_: Any = None) -> None:
        name = charts[head.stop]
        if name not in drawn:
            drawn[name] = chart(library, record, library.charts[name], False, level=5)
        box.children = (head, drawn[name], foot)

    box = Box()
    box.hidden = drawn.values()
    box.add_class("rr-story-box")
    show()
    traitlets.link((head, "stop"), (foot, "stop"))
    head.observe(show, names="stop")
    return box


def first_open(content: dict[str, Any], answers: dict[str, Any]) -> int:
    """Return the number of the first stop whose question is open; 0 where all are, or none is."""
    open_ones = [number for number, stop in enumerate(content["stops"]) if stop["item"]["id"] not in answers]
    return open_ones[0] if open_ones else 0
