"""No text of any chart, or of any view that can be asked for, lies on another, on a date's line, or is cut off.

Calculated without a browser, and so over all years; tests/doors/test_browser_charts.py looks at what is drawn.
"""

from __future__ import annotations

import json
from itertools import combinations, islice
from pathlib import Path

import pytest
from label_boxes import NARROW, WIDE, faults, picture_faults
from node import run_by_node

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.parts.charts import selection
from readingroom.parts.charts.asked import asked_chart
from readingroom.parts.charts.asking import Question, asked_of, years_known
from readingroom.parts.charts.figures import plotly_figure
from readingroom.parts.charts.picture.drawn import WIDTHS, drawn
from readingroom.site.chart_figures import asked_figures

ROOT = Path(__file__).resolve().parents[2]
COURSE = Library(ROOT)
CHARTS = [name for name, about in COURSE.charts.items() if not selection.drawing(COURSE, about).bars]
ASKED = [name for name, about in COURSE.charts.items() if about.ask]
SOME = 29  # of the years that can be asked for every so many-th is drawn, so that the test takes seconds

wide_and_narrow = pytest.mark.parametrize("width", [WIDE, NARROW])


@wide_and_narrow
@pytest.mark.parametrize("name", CHARTS)
def test_every_text_of_a_chart_is_whole_and_by_itself(name, width):
    layout = plotly_figure(selection.drawing(COURSE, COURSE.charts[name]))["layout"]

    assert faults(layout, width) == []


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("name", COURSE.charts)
def test_every_text_of_a_picture_is_whole_and_by_itself(name, width):
    figure = plotly_figure(selection.drawing(COURSE, COURSE.charts[name]))

    assert picture_faults(drawn(figure, width)) == []


def some_years(name):
    first, last = years_known(COURSE, COURSE.charts[name].ask)
    return islice(combinations(range(first, last + 1), 2), 0, None, SOME)


@wide_and_narrow
@pytest.mark.parametrize("name", ASKED)
def test_every_text_of_a_view_asked_for_in_a_notebook_is_whole_and_by_itself(name, width):
    about = COURSE.charts[name]
    found = {}
    for i, (since, until) in enumerate(some_years(name)):
        view = list(about.ask.units)[i % len(about.ask.units)]
        measure, flow = view.split("-")
        asked = asked_of(COURSE, about, Question(None, flow, since, until, measure))
        try:
            shown = asked_chart(COURSE, about, asked)
        except CourseError:  # nothing is known of these years
            continue
        found[view, since, until] = faults(plotly_figure(selection.drawing(COURSE, shown))["layout"], width)

    assert len(found) > 5
    assert {view: said for view, said in found.items() if said} == {}


@pytest.mark.slow
@wide_and_narrow
@pytest.mark.parametrize("name", ASKED)
def test_every_text_of_a_view_asked_for_on_a_page_is_whole_and_by_itself(name, width, tmp_path):
    found = {}
    for view, whole in asked_figures(COURSE, COURSE.charts[name]).items():
        measure, flow = view.split("-")
        partners = [line["partner"] for line in whole["lines"]]
        views = [
            {"partners": some, "flow": flow, "measure": measure, "since": since, "until": until}
            for some in (partners, partners[:1])
            for since, until in some_years(name)
        ]
        for asked, layout in zip(views, layouts_of_a_page(whole, views, tmp_path), strict=True):
            if layout["yaxis"]["range"] != [0, 0]:  # something is known of these years
                found[(view, len(asked["partners"]), asked["since"], asked["until"])] = faults(layout, width)

    assert len(found) > 50
    assert {view: said for view, said in found.items() if said} == {}


def layouts_of_a_page(whole, views, folder):
    """The layouts that the page's own script makes, run by node."""
    file = folder / "views.json"
    file.write_text(json.dumps({"whole": whole, "views": views}), encoding="utf-8")
    printed = run_by_node("draw-views.mjs", file, "which runs the page's script")
    return [json.loads(line) for line in printed.splitlines()]
