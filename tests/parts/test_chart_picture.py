"""Pictures of charts: where a value stands, what is written along the axes, and that every chart of the course is drawn whole."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from readingroom.content.library import Library
from readingroom.parts.charts import selection
from readingroom.parts.charts.drawing import Drawing, Line, Mark, Panel
from readingroom.parts.charts.figures import plotly_figure
from readingroom.parts.charts.picture.bars import hatch
from readingroom.parts.charts.picture.drawn import WIDTHS, drawn, framed, picture
from readingroom.parts.charts.picture.marks import dashes
from readingroom.parts.charts.picture.reading import readings
from readingroom.parts.charts.picture.svg import element, number, styled_words
from readingroom.parts.charts.picture.symbols import symbol
from readingroom.parts.charts.picture.ticks import time_ticks, value_ticks

COURSE = Library(Path(__file__).resolve().parents[2])
PANEL = Panel("", "per cent")
SVG = "{http://www.w3.org/2000/svg}"


def drawing(*lines: Line, **more) -> Drawing:
    return Drawing([PANEL], list(lines), [], more.pop("marks", []), **more)


def line(dates=("2001", "2002", "2003"), values=(1.0, None, 3.0), label="Russia", **more) -> Line:
    return Line(label, list(dates), list(values), "per cent", **more)


def tree(of: Drawing, width: int = 860) -> ElementTree.Element:
    return ElementTree.fromstring(drawn(plotly_figure(of), width))


def line_paths(svg: ElementTree.Element) -> list[str]:
    return [path.get("d", "") for path in svg.iter(f"{SVG}path") if path.get("class") == "rr-drawn-line"]


def texts(svg: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def test_a_year_that_is_not_known_leaves_a_gap_in_the_line():
    (path,) = line_paths(tree(drawing(line(("2001", "2002", "2003", "2004"), (1.0, None, 3.0, 4.0)))))

    assert re.sub(r"[\d. ]+", "", path) == "MML"


def test_values_stand_as_far_apart_as_they_are():
    frame = framed(plotly_figure(drawing(line(values=(0.0, 5.0, 10.0)))), 860)

    assert frame.y(0, "") - frame.y(5, "") == pytest.approx(frame.y(5, "") - frame.y(10, ""))
    assert frame.x(2002) - frame.x(2001) == pytest.approx(frame.x(2003) - frame.x(2002))


def test_a_name_beside_a_line_is_written_whole_with_signs_that_html_knows():
    said = "".join(texts(tree(drawing(line(label="Oil & gas")))))

    assert "Oil & gas" in said.replace("\n", " ")


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (2.25, "2.2"), (2.26, "2.3"), (-0.5, "-0.5"), (1234.0, "1234")]
)
def test_a_place_has_one_decimal_at_most(value, written):
    assert number(value) == written


def test_an_attribute_cannot_end_its_element():
    assert element("text", x=1.0, aria_label='a "b" <c>', class_=None) == (
        '<text x="1" aria-label="a &quot;b&quot; &lt;c&gt;"/>'
    )


@pytest.mark.parametrize(
    ("plotly", "svg"),
    [
        ("plain", "plain"),
        ("<b>bold</b>", '<tspan font-weight="700">bold</tspan>'),
        ('<span style="color:#123456">x</span> y', '<tspan fill="#123456">x</tspan> y'),
        ("a &amp; b", "a &amp; b"),
        ("<script>x", "x"),
    ],
)
def test_words_keep_plotlys_colours_and_bold_letters_and_nothing_else(plotly, svg):
    assert styled_words(plotly) == svg


@pytest.mark.parametrize(
    ("axis", "written"),
    [
        ({"range": [0, 10], "nticks": 6}, ["0", "2", "4", "6", "8", "10"]),
        ({"range": [0, 1], "nticks": 4}, ["0", "0.5", "1"]),
        ({"range": [-10, 10], "nticks": 4}, ["\N{MINUS SIGN}10", "\N{MINUS SIGN}5", "0", "5", "10"]),
        ({"range": [0, 12000], "nticks": 4}, ["0", "5,000", "10,000"]),
        ({"range": [10.5, 0.5], "dtick": 2, "tick0": 1}, ["1", "3", "5", "7", "9"]),
    ],
)
def test_a_scale_is_written_in_round_steps(axis, written):
    assert [tick.text for tick in value_ticks(axis)] == written


DATES = {"type": "date", "nticks": 6}


@pytest.mark.parametrize(
    ("axis", "written"),
    [
        (
            {**DATES, "tickformat": "%Y", "range": ["1998-06-01", "2003-02-01"]},
            ["1999", "2000", "2001", "2002", "2003"],
        ),
        ({**DATES, "tickformat": "%Y", "dtick": "M24", "range": ["1999-01-01", "2003-02-01"]}, ["2000", "2002"]),
        ({**DATES, "tickformat": "%b", "dtick": "M2", "range": ["1998-01-01", "1998-06-30"]}, ["Jan", "Mar", "May"]),
        ({"type": "linear", "tickvals": [1991, 2003]}, ["1991", "2003"]),
    ],
)
def test_dates_are_written_at_the_foot_as_far_apart_as_there_is_room(axis, written):
    assert [tick.text for tick in time_ticks(axis, ())] == written


def test_a_month_is_written_below_its_middle():
    (tick,) = time_ticks({**DATES, "tickformat": "%b", "dtick": "M1", "range": ["1998-08-01", "1998-08-31"]}, ())

    assert (tick.at, tick.words_at) == ("1998-08-01", "1998-08-16")


@pytest.mark.parametrize(("name", "lengths"), [("solid", None), ("dash", "6 6"), ("dashdot", "6 2 2 2")])
def test_dashes_grow_with_the_line(name, lengths):
    assert dashes(name, 2) == lengths


@pytest.mark.parametrize("name", ["circle", "square", "diamond", "triangle-up", "triangle-down", "x"])
def test_a_sign_that_is_open_is_an_outline(name):
    drawn_sign = ElementTree.fromstring(symbol(f"{name}-open", 10, 10, 8, "#123456", 0))

    assert (drawn_sign.get("fill"), drawn_sign.get("stroke")) == ("none", "#123456")


def test_strokes_of_a_hatched_bar_stay_within_it():
    places = [float(place) for place in re.findall(r"[\d.]+", hatch("/", 10, 20, 60, 90, 8, "#123456").split('"')[1])]

    assert 10 <= min(places[::2]) <= max(places[::2]) <= 60
    assert 20 <= min(places[1::2]) <= max(places[1::2]) <= 90


def test_a_filled_bar_is_not_hatched():
    assert hatch("", 10, 20, 60, 90, 8, "#123456") == ""


def test_the_slider_says_all_lines_of_a_date_from_left_to_right():
    of = drawing(line(), line(label="Japan", values=(4.0, 5.0, None)))

    said = readings(of, plotly_figure(of))

    assert [text for _, text in said] == [
        "2001: Russia 1.0 per cent; Japan 4.0 per cent",
        "2002: Japan 5.0 per cent",
        "2003: Russia 3.0 per cent",
    ]
    assert [part for part, _ in said] == sorted(part for part, _ in said)


@pytest.mark.parametrize("name", COURSE.charts)
def test_every_chart_of_the_course_is_drawn_whole_in_every_width(name):
    about = COURSE.charts[name]
    of = selection.drawing(COURSE, about)
    figure = plotly_figure(of)

    for width in WIDTHS.values():
        svg = ElementTree.fromstring(drawn(figure, width, label=about.title))
        known = sum(value is not None for each in of.lines for value in each.values)
        bars, points = (sum(each.get("class") == kind for each in svg.iter()) for kind in ("rr-bar-text", "rr-point"))
        moves = sum(path.count("M") + path.count("L") for path in line_paths(svg))
        assert known <= bars + points + moves, (name, width)
        for path in line_paths(svg):
            across = [float(x) for x in re.findall(r"[ML](-?[\d.]+)", path)]
            assert float(svg.get("data-left")) - 1 <= min(across) <= max(across) <= float(svg.get("data-right")) + 1
        assert not re.search("nan|inf|None", "".join(path.get("d", "") for path in svg.iter(f"{SVG}path")))


def test_a_picture_by_itself_is_called_what_its_chart_is_called():
    svg = drawn(plotly_figure(drawing(line())), 600, label="Trade & oil")

    assert re.findall(r'role="img" aria-label="([^"]*)"', svg) == ["Trade &amp; oil"]


def test_a_picture_in_its_place_is_unheard_in_each_width_since_the_place_has_the_name():
    found = re.findall(
        r'class="rr-still rr-still-(\w+)" aria-hidden="([^"]*)"', picture(plotly_figure(drawing(line())))
    )

    assert found == [(width, "true") for width in WIDTHS]


def test_a_mark_of_the_course_is_a_line_from_top_to_foot_with_its_label():
    with_mark = tree(drawing(line(), marks=[Mark("2002", "Enlargement")]))

    assert "Enlargement" in " ".join(texts(with_mark))
