"""Charts: what is drawn of a table, what a guess does, and that every chart of the course can be drawn."""

import json
import math
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import plotly.graph_objects as go
import pytest

from readingroom.content.dates import written_date
from readingroom.content.library import Library
from readingroom.content.models import Chart, ChartLine, Column, Series, Share, Sum
from readingroom.content.series import Table
from readingroom.learning.record import Record
from readingroom.parts.base.dataframe import frame
from readingroom.parts.base.frontend import module
from readingroom.parts.charts import charts, content, selection, theme
from readingroom.parts.charts.drawing import Drawing, Guessed, Level, Line, Mark, Panel
from readingroom.parts.charts.figures import plotly_figure
from readingroom.parts.charts.label_text import format_guess, format_number
from readingroom.parts.charts.labels import spread
from readingroom.parts.charts.marks import placed_marks
from readingroom.parts.charts.scales import position, shown_marks, year_ticks

ROOT = Path(__file__).resolve().parents[2]
COURSE = Library(ROOT)


def _table(dates=("2001", "2002"), date="year"):
    about = Series(
        id="trade",
        title="Trade",
        about="Goods.",
        date=date,
        vintage="2020",
        sources=["customs"],
        column=[Column(id="sold", label="Sold", unit="dollars"), Column(id="bought", label="Bought", unit="dollars")],
        sum=[Sum(id="both", label="Both", of=["sold", "bought"], unit="dollars")],
        share=[Share(id="part", label="Part", part=["sold"], whole=["bought"], of="what was bought")],
    )
    return Table(
        about, list(dates), {"sold": [1.0, None], "bought": [4.0, 8.0], "both": [5.0, None], "part": [25.0, None]}, []
    )


PANEL = Panel("", "per cent")


def _drawing(*lines, panels=(PANEL,), levels=(), marks=()):
    return Drawing(list(panels), list(lines), list(levels), list(marks))


def _line(label="Russia", dates=("2001", "2002", "2003"), values=(1.0, None, 3.0), **more):
    return Line(label, list(dates), list(values), "per cent", **more)


def _chart(name="oil-price"):
    return COURSE.charts[name]


@pytest.fixture
def record(tmp_path):
    return Record(tmp_path)


@pytest.fixture(params=sorted(COURSE.charts))
def name(request):
    return request.param


# --- selection ---------------------------------------------------------------------------------------------------------


def _trade_chart(**more):
    line = ChartLine(series="trade", column="bought", label="Bought", who="us")
    return Chart(
        id="trade", title="Trade", tests=[], claim="It grew.", shows="It did.", unit="thousands", line=[line], **more
    )


def test_figures_are_drawn_divided_by_what_the_chart_asks_for_in_its_own_unit():
    chart = _trade_chart(divided_by=2)

    line = selection.chart_line(_table(), chart, chart.line[0])

    assert (line.values, line.unit) == ([2.0, 4.0], "thousands")


def test_undivided_figures_are_drawn_in_the_unit_of_their_column():
    chart = _trade_chart()

    line = selection.chart_line(_table(), chart, chart.line[0])

    assert (line.values, line.unit) == ([4.0, 8.0], "dollars")


def test_only_the_dates_between_the_charts_start_and_end_are_drawn():
    chart = _trade_chart(start="2002", end="2002")

    assert selection.chart_line(_table(), chart, chart.line[0]).dates == ["2002"]


# --- tables ------------------------------------------------------------------------------------------------------------


def test_a_frame_has_years_as_numbers_and_the_reckoned_columns():
    made = frame(_table())

    assert (list(made.index), list(made.columns)) == ([2001, 2002], ["sold", "bought", "both", "part"])


def test_a_frame_leaves_the_unknown_unknown():
    assert frame(_table())["part"].isna().tolist() == [False, True]


def test_a_frame_keeps_dates_that_are_no_years_as_they_are_written():
    assert list(frame(_table(("2001-09", "2001-10"), "month")).index) == ["2001-09", "2001-10"]


def test_a_frame_says_its_title_units_and_sources():
    attrs = frame(_table()).attrs

    assert (attrs["title"], attrs["units"]["part"], attrs["sources"]) == ("Trade", "per cent", ["customs"])


# --- drawing -----------------------------------------------------------------------------------------------------------


def test_a_gap_stays_a_gap():
    trace = plotly_figure(_drawing(_line()))["data"][0]

    assert trace["connectgaps"] is False
    assert list(trace["y"]) == [1.0, None, 3.0]


def test_lone_figures_between_gaps_have_markers():
    assert plotly_figure(_drawing(_line()))["data"][0]["mode"] == "lines+markers"


def test_the_margin_has_room_for_the_longest_name_in_a_wide_typeface():
    """Twelve-pixel letters of DejaVu Sans, the widest of the usual ones, take up to 7.5 pixels on average; a sign and a gap stand before them."""
    layout = plotly_figure(_drawing(_line("Germany")))["layout"]

    assert layout["margin"]["r"] >= 6 + 16 + 7.5 * len("Germany")


def test_a_scale_starts_from_nought():
    assert plotly_figure(_drawing(_line(values=(90.0, 95.0, 99.0))))["layout"]["yaxis"]["range"][0] == 0


def test_a_scale_with_losses_reaches_below_nought_and_shows_it():
    axis = plotly_figure(_drawing(_line(values=(-5.0, 1.0, 3.0))))["layout"]["yaxis"]

    assert axis["range"][0] < -5
    assert axis["zeroline"]


def test_a_rank_runs_downwards_from_the_first():
    low, high = plotly_figure(_drawing(_line(values=(1.0, 3.0, 2.0)), panels=[Panel("", "rank", True)]))["layout"][
        "yaxis"
    ]["range"]

    assert low > high


def test_two_lines_of_one_panel_differ_in_dash_and_symbol_not_only_in_colour():
    one, two = plotly_figure(_drawing(_line("Imports"), _line("Exports")))["data"]

    assert one["line"]["dash"] != two["line"]["dash"]
    assert one["marker"]["symbol"] != two["marker"]["symbol"]


def test_each_line_is_named_where_it_ends():
    texts = [
        a["text"]
        for a in plotly_figure(_drawing(_line("Russia"), _line("Japan", place="fourth")))["layout"]["annotations"]
    ]

    assert all(any(label in text for text in texts) for label in ("Russia", "Japan"))


def test_a_level_is_drawn_with_its_label():
    layout = plotly_figure(_drawing(_line(), levels=[Level(1.5, "claimed")]))["layout"]

    assert any(shape["y0"] == 1.5 == shape["y1"] for shape in layout["shapes"])
    assert any("claimed" in a["text"] for a in layout["annotations"])


def test_the_label_of_a_level_stands_in_the_margin_where_no_line_runs_through_it():
    drawing = _drawing(_line("Russia"), _line("Japan", place="fourth"), levels=[Level(1.5, "a claim told in words")])
    annotations = plotly_figure(drawing)["layout"]["annotations"]

    [label] = [a for a in annotations if "a claim" in a["text"]]
    [name] = [a for a in annotations if "Japan" in a["text"]]

    assert (
        (label["xref"], label["x"], label["xanchor"])
        == (name["xref"], name["x"], name["xanchor"])
        == ("paper", 1, "left")
    )
    assert "<br>" in label["text"], "it takes no more width than a name"


def test_labels_of_dates_near_each_other_stand_in_two_rows_and_a_line_reaches_up_to_the_higher():
    marks = [Mark("2002", "what came later, 2002"), Mark("2001", "what came earlier, 2001")]
    layout = plotly_figure(_drawing(_line(dates=("2000", "2003", "2006")), marks=marks))["layout"]

    rows = {a["x"]: a["yshift"] for a in layout["annotations"] if "what came" in a["text"]}
    ends = {shape["x0"]: shape["y1"] for shape in layout["shapes"]}

    higher, lower = (2001.0, 2002.0) if rows[2001.0] > rows[2002.0] else (2002.0, 2001.0)
    assert rows[higher] - rows[lower] >= 15
    assert ends[lower] == 1 < ends[higher]


def test_dates_far_from_each_other_share_a_row():
    marks = [Mark("2001", "first"), Mark("2005", "last")]

    assert {
        placed.row for placed in placed_marks(_drawing(_line(dates=("2000", "2003", "2006")), marks=marks), 100)
    } == {0}


def test_the_course_s_years_are_marked_where_the_drawing_has_them_and_no_other_mark_names_that_year():
    drawing = selection.drawing(COURSE, _chart("trade-shares"))

    assert [mark.label for mark in shown_marks(drawing)] == ["1993", "1998", "the article, October 2003"]


def test_three_lines_of_one_party_have_a_colour_each():
    drawing = _drawing(_line("Both"), _line("Sold"), _line("Bought"))

    assert len({trace["line"]["color"] for trace in plotly_figure(drawing)["data"]}) == 3


def test_a_line_keeps_its_party_s_colour_though_another_before_it_needs_a_free_one():
    drawing = _drawing(_line("Both"), _line("Sold"), _line("Japan", place="third"))

    assert plotly_figure(drawing)["data"][2]["line"]["color"] == theme.COLOURS["third"]


def test_the_last_figure_of_a_line_stands_beside_its_name():
    texts = [a["text"] for a in plotly_figure(_drawing(_line("Russia")))["layout"]["annotations"]]

    assert any("Russia" in text and "<b>3.0</b>" in text for text in texts)


def test_the_last_figure_says_its_date_where_another_line_goes_on():
    ended = _line("Ended", ("2001", "2002"), (1.0, 2.0))
    texts = [a["text"] for a in plotly_figure(_drawing(ended, _line("Russia")))["layout"]["annotations"]]

    assert any("<b>2.0</b>" in text and "(2002)" in text for text in texts)
    assert not any("(2003)" in text for text in texts)


def test_the_first_and_the_last_year_are_written_on_the_axis():
    assert year_ticks(1992, 2013) == [1992, 2000, 2005, 2013]


def test_a_panel_grows_with_the_labels_beside_it():
    lines = [_line(f"A name of many words that are all long, number {i}") for i in range(4)]
    axis = plotly_figure(_drawing(*lines))["layout"]

    heights = [15 * (a["text"].count("<br>") + 1) + 4 for a in axis["annotations"] if a.get("xshift") == 6]
    assert sum(heights) <= (axis["yaxis"]["domain"][1] - axis["yaxis"]["domain"][0]) * axis["height"] + 4


@pytest.mark.parametrize("date, side", [("2001", "left"), ("2006", "right")])
def test_the_label_of_a_date_stands_left_of_its_line_only_where_there_is_room(date, side):
    drawing = _drawing(_line(dates=("2000", "2003", "2006")), marks=[Mark(date, "what happened in that year")])

    [label] = [a for a in plotly_figure(drawing)["layout"]["annotations"] if "what happened" in a["text"]]

    assert label["xanchor"] == side


@pytest.mark.parametrize("last, tickformat", [("1998-09-30", "%-d %b"), ("1998-12-31", "%b"), ("2001-12-31", "%Y")])
def test_days_are_told_by_days_then_by_months_then_by_years(last, tickformat):
    drawing = _drawing(_line(dates=("1998-08-01", "1998-08-17", last)))

    assert plotly_figure(drawing)["layout"]["xaxis"]["tickformat"] == tickformat


def test_points_are_never_joined():
    assert plotly_figure(_drawing(_line(style="points")))["data"][0]["mode"] == "markers"


def test_panels_have_scales_of_their_own():
    layout = plotly_figure(
        _drawing(
            _line(panel="a"), _line(panel="b", values=(100.0, 200.0, 300.0)), panels=[Panel("a", "A"), Panel("b", "B")]
        )
    )["layout"]

    assert layout["yaxis"]["range"] != layout["yaxis2"]["range"]
    assert layout["yaxis"]["domain"][0] > layout["yaxis2"]["domain"][1]


def test_only_dates_within_the_drawing_are_marked():
    marks = shown_marks(
        _drawing(_line(), marks=[Mark("2003-10", "in"), Mark("1998-08-17", "before"), Mark("2005", "after")])
    )

    assert [mark.label for mark in marks] == ["in"]


def test_a_year_stands_at_its_middle():
    assert position("2003", yearly=True) < position("2003-10", yearly=True) < position("2004", yearly=True)


def test_dates_are_said_as_precisely_as_they_are_known():
    assert [written_date(d) for d in ("2003", "2002-06", "1998-08-17")] == ["2003", "June 2002", "17 August 1998"]


def test_figures_are_printed_with_a_true_minus():
    assert format_number(-1234.5, 1) == "\N{MINUS SIGN}1,234.5"


def test_a_guess_is_printed_without_nought_decimals():
    assert [format_guess(v) for v in (5.0, 0.25, 3000)] == ["5", "0.25", "3,000"]


def test_labels_are_moved_apart_and_keep_their_order():
    low, high = spread([50, 51], [20, 20], 200)

    assert high - low >= 20


def test_a_bar_of_one_month_names_the_month_as_people_write_it():
    bars = plotly_figure(_drawing(_line("One", ["2017-12"], [6.0], style="bars")))

    assert bars["data"][0]["x"][0].endswith("Dec 2017")


def test_bars_with_a_name_each_stand_side_by_side():
    bars = plotly_figure(
        _drawing(_line("One", ["2001"], [6.0], style="bars"), _line("Two", ["2012"], [2.0], style="bars"))
    )["data"]

    assert [list(bar["x"]) for bar in bars] == [["One<br>2001"], ["Two<br>2012"]]


# --- a guess in the figure -----------------------------------------------------------------------------------------------


def _guessed(value):
    return plotly_figure(_drawing(_line()), Guessed(value, 3.0, "2003", ""))["layout"]


def test_a_guess_is_drawn_as_a_level_that_the_scale_makes_room_for():
    layout = _guessed(7.0)

    assert any(shape["y0"] == 7.0 for shape in layout["shapes"])
    assert layout["yaxis"]["range"][1] > 7


def test_a_guess_far_off_does_not_crush_the_lines():
    layout = _guessed(5000.0)

    assert layout["yaxis"]["range"][1] < 10
    assert any("off the" in a["text"].replace("<br>", " ") for a in layout["annotations"])


def test_the_figure_guessed_at_is_ringed():
    rings = [
        t
        for t in plotly_figure(_drawing(_line()), Guessed(7.0, 3.0, "2003", ""))["data"]
        if t["marker"]["symbol"] == "circle-open"
    ]

    assert [(list(t["x"]), list(t["y"])) for t in rings] == [([2003.0], [3.0])]


# --- colours -------------------------------------------------------------------------------------------------------------


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("paper", ["#ffffff", "#111111", "#212121"])
@pytest.mark.parametrize("colour", [*theme.COLOURS.values(), theme.GUESS, theme.INK])
def test_lines_stand_out_on_light_and_on_dark(colour, paper):
    light, dark = sorted((_luminance(colour), _luminance(paper)), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 3


# What is left of red, green and blue for a reader without one kind of cones (Machado and others, 2009).
SIGHTS = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def _lab(colour, sight):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    light = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SIGHTS[sight])
    x, y, z = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("pair", [*combinations(theme.COLOURS.values(), 2)], ids=" ".join)
def test_two_colours_stay_apart_for_every_reader(pair, sight):
    """A difference of 2 is just seen side by side; of 40 nobody takes the one for the other."""
    assert math.dist(*(_lab(colour, sight) for colour in pair)) >= 38


# --- the widget ----------------------------------------------------------------------------------------------------------


def test_without_a_question_the_figure_is_there_at_once(record):
    _, figure, foot = charts.chart(COURSE, record, _chart(), False).children

    assert charts.MIME in figure.outputs[0]["data"]
    assert foot.shown


def test_with_a_question_the_figure_and_its_table_wait(record):
    head, figure, foot = charts.chart(COURSE, record, _chart(), True).children

    assert figure.outputs == ()
    assert not head.shown and not foot.shown


def test_a_guess_brings_the_figure_and_is_kept(record):
    head, figure, foot = charts.chart(COURSE, record, _chart(), True).children
    guess = {"id": "g1", "at": "2026-01-01T00:00:00Z", "what": "guess", "chart": "oil-price", "text": "12", "value": 12}

    head.set_state({"state": {"guesses": {"oil-price": {"text": "12", "value": 12}}}, "outbox": [guess]})

    assert "your guess: 12" in json.dumps(figure.outputs[0]["data"][charts.MIME]).replace("<br>", " ")
    assert foot.shown
    assert record.entries == [guess]


def test_one_may_look_without_a_guess(record):
    head, figure, foot = charts.chart(COURSE, record, _chart(), True).children

    head.shown = True

    assert "your guess" not in json.dumps(figure.outputs)
    assert foot.shown


def test_a_guess_of_an_earlier_day_shows_the_figure_at_once(record):
    record.append([{"what": "guess", "chart": "oil-price", "text": "about 20", "value": 20}])

    _, figure, _ = charts.chart(COURSE, record, _chart(), True).children

    assert "your guess: 20" in json.dumps(figure.outputs[0]["data"][charts.MIME]).replace("<br>", " ")


def test_a_guess_at_another_chart_shows_nothing(record):
    record.append([{"what": "guess", "chart": "gdp-gap", "text": "20", "value": 20}])

    assert charts.chart(COURSE, record, _chart(), True).children[1].outputs == ()


def test_a_guess_that_is_no_number_still_lets_one_see_the_figure(record):
    record.append([{"what": "guess", "chart": "oil-price", "text": "a lot"}])

    assert charts.chart(COURSE, record, _chart(), True).children[1].outputs


def test_the_figure_cannot_be_sent_to_a_cloud(record):
    config = charts.chart(COURSE, record, _chart(), False).children[1].outputs[0]["data"][charts.MIME]["config"]

    assert config["showSendToCloud"] is False
    assert config["displayModeBar"] is False


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
def test_the_front_end_is_one_sound_module(tmp_path):
    path = tmp_path / "chart.mjs"
    path.write_text(module("charts/chart.js"), encoding="utf-8")

    assert subprocess.run(["node", "--check", path], capture_output=True).returncode == 0


# --- the charts of the course --------------------------------------------------------------------------------------------


def test_every_chart_can_be_drawn_as_plain_json(name):
    drawn = plotly_figure(selection.drawing(COURSE, _chart(name)))

    assert len(json.dumps(drawn)) < 30_000


def test_plotly_knows_every_word_of_every_chart(name):
    drawn = plotly_figure(selection.drawing(COURSE, _chart(name)))

    go.Figure(drawn)  # raises, with the word, where it does not


def test_every_line_has_a_known_figure_and_a_panel(name):
    drawing = selection.drawing(COURSE, _chart(name))

    assert all(line.known for line in drawing.lines)
    assert {line.panel for line in drawing.lines} == {panel.id for panel in drawing.panels}
    assert {level.panel for level in drawing.levels} <= {panel.id for panel in drawing.panels}


def test_every_chart_has_its_table_csv_unit_source_and_vintage(name):
    foot = content.foot_content(COURSE, _chart(name), "anchor")

    assert foot["rows"] and foot["unit"] and foot["sources"] and all(s["vintage"] for s in foot["series"])
    assert len(foot["csv"].splitlines()) == len(foot["rows"]) + 1


def test_every_chart_names_its_paragraph_and_says_what_it_shows_with_figures_from_the_data(name):
    head = content.head_content(COURSE, _chart(name), False, "anchor")

    assert head["tests"] and head["claim"]
    assert "{series:" in _chart(name).shows and "{series" not in head["shows"]


@pytest.mark.parametrize("name", [name for name, chart in COURSE.charts.items() if chart.guess])
def test_every_guess_can_be_marked_in_its_figure(name):
    chart = _chart(name)

    marked = selection.guess_mark(COURSE, chart, {"text": "5"})

    panel = next(line.panel for line in selection.drawing(COURSE, chart).lines if line.panel == marked.panel)
    assert (marked.value, marked.figure, marked.panel) == (5.0, COURSE.number(chart.guess.reference), panel)


def test_the_three_counting_rules_share_no_panel():
    drawing = selection.drawing(COURSE, _chart("warheads"))

    assert len(drawing.panels) == 3
    assert {(line.panel, line.style) for line in drawing.lines} == {
        ("start", "points"),
        ("sort", "points"),
        ("new-start", "line"),
    }


def test_the_upper_bound_stands_only_where_russia_s_own_share_is_unknown():
    own, _, bound = selection.drawing(COURSE, _chart("whose-customs")).lines

    assert not {date for date, _ in own.known} & {date for date, _ in bound.known}
    assert bound.bound
