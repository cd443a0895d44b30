"""Figures in a real browser: all charts of the course laid open on one page, wide and narrow, with and without a guess."""

from __future__ import annotations

import json
from pathlib import Path

import plotly
import pytest
from browser import new_page

from readingroom.content.library import Library
from readingroom.parts.charts import selection
from readingroom.parts.charts.figures import plotly_figure

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
OVERLAPS = (HERE / "chart_overlaps.js").read_text(encoding="utf-8")
SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
TIMES = (0.4, 1.3, 50)  # guesses, in parts of the figure: below it, little above, off the scale

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def figures():
    library = Library(ROOT)
    found = {}
    for name, about in library.charts.items():
        drawing = selection.drawing(library, about)
        found[name] = plotly_figure(drawing)
        for times in TIMES if about.guess else ():
            value = round(times * library.number(about.guess.reference), 2)
            guessed = selection.guess_mark(library, about, {"value": value})
            found[f"{name}, guessed {value}"] = plotly_figure(drawing, guessed)
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_of_any_chart_lies_on_another_or_on_a_line_or_is_cut_off(chrome, figures, width):
    page = new_page(chrome, width=width)
    page.set_content("<main style='margin:0 16px;max-width:860px'></main>")
    page.add_script_tag(path=SCRIPT)
    page.evaluate(
        """(figures) => Promise.all(Object.entries(figures).map(([name, { data, layout }]) => {
            const sheet = document.querySelector("main").appendChild(document.createElement("div"));
            sheet.id = name;
            return Plotly.newPlot(sheet, data, layout, { displayModeBar: false });
        }))""",
        figures,
    )

    found = page.evaluate(OVERLAPS)

    assert found["figures"] == len(figures)
    assert found["faults"] == [], json.dumps(found["faults"], indent=1, ensure_ascii=False)
    page.close()
