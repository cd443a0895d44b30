"""Charts: which paragraph is tested, a guess before the figure, the figure, and its table and sources."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import traitlets

from ...content import models as m
from ...content.errors import CourseError
from ...content.library import Library
from ...learning.record import Record
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from .asked import ask_content, asked_chart, call_of
from .asking import Question, asked_of, question_of
from .content import foot_content, head_content
from .figures import plotly_figure
from .selection import drawing, guess_mark
from .theme import CONFIG

STYLES = ("charts/chart.css",)

if TYPE_CHECKING:
    from ipywidgets import VBox

MIME = "application/vnd.plotly.v1+json"
NOTHING_ASKED = Question()


class ChartPart(SavingWidget):
    """What stands above a figure (`part` "head") or below it ("foot"); both wait until `shown`.

    What the reader asks arrives in `asked`; `answer` says what is then shown, or what is wrong with it; `to` is what it
    answers, so that the same words about another question are a change.
    """

    _esm = module("charts/chart.js")
    _css = styles(*STYLES)
    shown = traitlets.Bool(True).tag(sync=True)
    answers: tuple[str, ...] = (*SavingWidget.answers, "answer")
    asked = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)


def chart(
    library: Library,
    record: Record,
    about: m.Chart,
    predict: bool,
    question: Question = NOTHING_ASKED,
    caller: str = "course",
    level: int = 3,
) -> VBox:
    """Return chart `about` with its table and sources; with `predict` it waits for a guess, unless one was saved.

    `question` says what is asked of a chart that can be asked; `caller` is the name on which a cell calls it;
    `level` is that of its heading, 3 or 5.
    """
    import ipywidgets

    from ..base.box import Box

    ask = ask_content(library, about, question, caller)
    shown = about if question.is_open else asked_chart(library, about, asked_of(library, about, question))
    asks = predict and shown.guess is not None
    anchor = f"rr-table-{about.id}-{uuid.uuid4().hex[:6]}"
    head = ChartPart(record, {**head_content(library, shown, asks, anchor, ask), "level": level}, ("guesses",))
    foot = ChartPart(record, foot_content(library, shown, anchor), ())
    figure = ipywidgets.Output()
    figure.add_class("rr-figure")

    def draw(drawn: m.Chart, entry: Any = None) -> None:
        data = plotly_figure(drawing(library, drawn), guess_mark(library, drawn, entry) if entry else None)
        figure.layout.height = f"{data['layout']['height']}px"
        figure.outputs = (
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {MIME: {**data, "config": CONFIG}, "text/plain": about.title},
            },
        )

    def show(_: Any = None) -> None:
        entry = head.state["guesses"].get(about.id) if asks else None
        if figure.outputs or not (head.shown or entry):
            return
        draw(shown, entry)
        head.shown = foot.shown = True

    def answer(_: Any = None) -> None:
        entry = head.state["guesses"].get(about.id) if asks else None
        if not (head.shown or entry):
            return
        try:
            view, call = about, ""
            if head.asked:
                asked = asked_of(library, about, question_of(head.asked))
                view, call = asked_chart(library, about, asked), call_of(about, asked, caller)
            draw(view, None if head.asked else entry)
            foot.content = foot_content(library, view, anchor)
            finding = head_content(library, view, False, anchor)["finding"]
            head.answer = {"to": head.asked, "finding": finding, "call": call}
        except CourseError as error:
            head.answer = {"to": head.asked, "trouble": str(error)}

    head.shown = foot.shown = not asks
    show()
    head.observe(show, names=["state", "shown"])
    head.observe(answer, names="asked")
    box = Box([head, figure, foot])
    box.add_class("rr-chart")
    return box
