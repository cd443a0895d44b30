"""A chart on a plain page."""

from __future__ import annotations

from typing import Any

from ...content import models as m
from ...content.library import Library, find
from ..base.static_html import StaticPart, escaped
from .asked import ask_content, asked_chart
from .asking import asked_of, question_of
from .charts import STYLES
from .content import foot_content, head_content
from .figures import plotly_figure
from .selection import drawing


def chart(library: Library, section: str | None, name: str, predict: bool = False, **asked: Any) -> StaticPart:
    """Return the chart called `name`; with `predict` the reader guesses first, where the chart asks for a guess.

    What is `asked` of a chart of trade are the words of a notebook's call: partners, flow, measure, since, until.
    """
    about = find(library.charts, name, "chart")
    question = question_of(asked)
    anchor = f"rr-table-{about.id}"
    ask = ask_content(library, about, question)
    shown = about if question.is_open else asked_chart(library, about, asked_of(library, about, question))
    head = head_content(library, shown, predict and shown.guess is not None, anchor, ask)
    foot = foot_content(library, about, anchor)
    # The foot, with its table and sources, is a file of its own, which comes when it is near.
    content = {"head": head, "figure": about.id, "asked": not question.is_open, "height": height_of(library, about)}
    return StaticPart("charts/chart.js", content, _figures(head, foot), STYLES, f"chart-{about.id}", foot)


def height_of(library: Library, about: m.Chart) -> int:
    """Return how high the chart's figure is, in pixels: its room is kept before it comes."""
    return int(plotly_figure(drawing(library, about))["layout"]["height"])


def _figures(head: dict[str, Any], foot: dict[str, Any]) -> str:
    """Return what a chart tests and shows, with the file of its figures; a guess is asked before anything is told."""
    finding = f"<p><strong>{head['finding']}</strong></p>" if head["finding"] else ""
    shows = f"<p>{head['guess']['question']}</p>" if head["guess"] else f"<p>{head['shows']}</p>{finding}"
    return (
        f"<h3>{escaped(head['title'])}</h3>\n<p><strong>The claim it tests: </strong>{head['claim']}</p>{shows}"
        f'<p><a href="figures/{foot["file"]}" download>The figures as a table (CSV)</a></p>'
    )
