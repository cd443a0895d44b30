"""Figures in a real browser: all charts of the course laid open on one page, wide and narrow, with and without a guess."""

from __future__ import annotations

import contextlib
import json
import random
import re
from pathlib import Path

import msgspec
import plotly
import pytest
from browser import new_page
from test_browser_site import LESSON, reader, served  # noqa: F401

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.parts.charts import selection
from readingroom.parts.charts.asked import asked_chart
from readingroom.parts.charts.asking import Question, asked_of
from readingroom.parts.charts.figures import plotly_figure
from readingroom.site.chart_figures import asked_figures, figure

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
OVERLAPS = (HERE / "chart_overlaps.js").read_text(encoding="utf-8")
SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
SITE = ROOT / "readingroom/site"
YEARS = [(None, None), (1992, 1998), (2001, 2003), (2003, 2010), (1998, 2020)]
MOST_ASKED = 12  # of each chart, so that the test takes seconds; test_chart_labels.py calculates more
TIMES = (0.4, 1.3, 50)  # guesses, in parts of the figure: below it, little above, off the scale
DRAW = """(figures) => Promise.all(Object.entries(figures).map(([name, { data, layout }]) => {
    const sheet = document.querySelector("main").appendChild(document.createElement("div"));
    sheet.id = name;
    return Plotly.newPlot(sheet, data, layout, { displayModeBar: false });
}))"""

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


def asked_views(library, about):
    """Views of a chart by chance, but the same at each run: partners, what is drawn, years."""
    chance = random.Random(about.id)
    choices = [(view, years, most) for view in about.ask.units for years in YEARS for most in (1, 2, 9)]
    for view, (since, until), most in chance.sample(choices, min(MOST_ASKED, len(choices))):
        measure, flow = view.split("-")
        known = [partner.id for partner in about.ask.partner if view in partner.columns]
        partners = chance.sample(known, min(most, len(known)))
        yield asked_of(library, about, Question(partners, flow, since, until, measure))


def drawn_by_page(page, library):
    """Return each view of `asked_views` as a plain page makes it from the figure with all partners and years."""
    wanted = {
        f"{about.id}, {asked}": [whole[asked.view], msgspec.to_builtins(asked)]
        for about in library.charts.values()
        if about.ask
        for whole in [asked_figures(library, about)]
        for asked in asked_views(library, about)
    }
    texts = [
        (SITE / name).read_text(encoding="utf-8") for name in ("label-places.js", "date-labels.js", "asked-view.js")
    ]
    script = re.sub(r"^(import .*|export )", "", "\n".join(texts), flags=re.M)
    page.add_script_tag(content=f"{script}\nwindow.askedView = askedView;")
    return page.evaluate(
        """(wanted) => Object.fromEntries(Object.entries(wanted).map(([name, [whole, asked]]) =>
            [name, askedView(whole, asked).figure]))""",
        wanted,
    )


def drawn_by_notebook(library):
    """Return each view of `asked_views` as a notebook draws it."""
    found = {}
    for about in library.charts.values():
        for asked in asked_views(library, about) if about.ask else ():
            with contextlib.suppress(CourseError):  # nothing is known of these years
                view = selection.drawing(library, asked_chart(library, about, asked))
                found[f"notebook: {about.id}, {asked}"] = plotly_figure(view)
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_of_a_view_that_is_asked_for_lies_on_another_or_is_cut_off(chrome, width):
    library = Library(ROOT)
    page = new_page(chrome, width=width)
    page.set_content("<main style='margin:0 16px;max-width:860px'></main>")
    page.add_script_tag(path=SCRIPT)
    figures = drawn_by_page(page, library) | drawn_by_notebook(library)
    page.evaluate(DRAW, figures)

    found = page.evaluate(OVERLAPS)

    assert found["figures"] == len(figures)
    assert found["faults"] == [], json.dumps(found["faults"], indent=1, ensure_ascii=False)
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_of_any_chart_lies_on_another_or_on_a_line_or_is_cut_off(chrome, figures, width):
    page = new_page(chrome, width=width)
    page.set_content("<main style='margin:0 16px;max-width:860px'></main>")
    page.add_script_tag(path=SCRIPT)
    page.evaluate(DRAW, figures)

    found = page.evaluate(OVERLAPS)

    assert found["figures"] == len(figures)
    assert found["faults"] == [], json.dumps(found["faults"], indent=1, ensure_ascii=False)
    page.close()


PICTURES = """async ([css, figures]) => {
    document.head.appendChild(document.createElement("style")).textContent = css;
    const guesses = await loadModule("site/still-guess.js");
    for (const [name, [figure, guess]] of Object.entries(figures)) {
        const sheet = document.querySelector("main").appendChild(document.createElement("div"));
        sheet.className = "rr-chart";
        sheet.innerHTML = `<div class="rr-figure">${figure.picture}</div>`;
        sheet.querySelectorAll(".rr-still").forEach((svg) => { svg.id = name; });
        if (guess !== null) guesses.markGuess(sheet, figure, { value: guess });
    }
}"""


@pytest.mark.parametrize("width", [1280, 700, 390])
def test_no_label_of_any_picture_lies_on_another_or_on_a_line_or_is_cut_off(reader, width):  # noqa: F811
    library = Library(ROOT)
    pictures = {}
    for name, about in library.charts.items():
        drawn = figure(library, about)
        pictures[name] = (drawn, None)
        for times in TIMES if about.guess else ():
            value = round(times * library.number(about.guess.reference), 2)
            pictures[f"{name}, guessed {value}"] = (drawn, value)
    page = reader.open("accessibility.html")
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.body.innerHTML = \"<main style='margin:0 16px;max-width:860px'></main>\"")

    page.evaluate(PICTURES, [(ROOT / "readingroom/site/still-picture.css").read_text(encoding="utf-8"), pictures])
    found = page.evaluate(OVERLAPS)

    assert found["figures"] == len(pictures)
    assert found["faults"] == [], json.dumps(found["faults"], indent=1, ensure_ascii=False)


def test_a_chart_of_trade_is_asked_by_keyboard_and_its_address_gives_the_same_view(reader):  # noqa: F811
    page = reader.open(LESSON)
    chart = page.locator("[data-chart='trade-shares']")
    chart.get_by_role("button", name="Show me without a guess").click()
    chart.locator(".rr-ask summary").press("Enter")
    chart.get_by_role("checkbox", name="Russia").press("Space")
    chart.get_by_role("checkbox", name="Japan").press("Space")
    chart.get_by_label("What crosses the border").select_option("exports")

    chart.locator(".rr-finding", has_text="goods exports").wait_for()
    assert chart.locator(".rr-finding").inner_text() == "In 2022: Germany 3.53 per cent of US goods exports"
    assert "show what you asked for" in chart.locator(".rr-asked").inner_text()
    chart.locator(".rr-figures summary").press("Enter")
    assert "Germany's share of US goods exports" in chart.locator(".rr-figures thead").inner_text()

    chart.get_by_role("button", name="Copy this view's address").press("Enter")
    address = chart.locator(".rr-asked", has_text="?chart=").inner_text().split(": ", 1)[1]
    assert "partners=germany&flow=exports" in address

    chart.get_by_role("button", name="Copy the chart as a picture").press("Enter")
    said = chart.locator(".rr-chart-foot .rr-hint", has_text="The ")
    said.wait_for()
    assert "picture is" in said.inner_text()

    again = reader.open(address.rsplit("/", 1)[1])
    finding = again.locator("[data-chart='trade-shares'] .rr-finding", has_text="Germany 3.53")
    finding.wait_for()
    again.locator("[data-chart='trade-shares'] .js-plotly-plot").wait_for()
    assert again.evaluate(OVERLAPS)["faults"] == []
    assert (reader.troubles, reader.outside) == ([], [])


def test_a_claim_asked_for_as_a_picture_is_saved_where_the_clipboard_is_refused(reader):  # noqa: F811
    page = reader.open(LESSON)
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
    ledger = page.locator("[data-module='claims/claims.js']")
    ledger.scroll_into_view_if_needed()
    claim = ledger.locator(".rr-claim").first
    claim.locator("input[type=radio]").first.check()
    claim.get_by_role("button", name="Vote and see the verdict").click()

    with page.expect_download() as saved:
        claim.get_by_role("button", name="Copy claim and verdict as a picture").press("Enter")

    picture = Path(saved.value.path()).read_bytes()
    assert (picture[1:4], int.from_bytes(picture[16:20])) == (b"PNG", 2 * 860)
    assert "saved as" in claim.locator(".rr-hint").inner_text()
