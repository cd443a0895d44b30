"""What a chart of trade can be asked, and what a wrong question is told."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.parts.charts import caller, charts, content
from readingroom.parts.charts.asked import asked_chart
from readingroom.parts.charts.asking import Question, asked_of, question_of
from readingroom.parts.charts.figures import plotly_figure
from readingroom.parts.charts.selection import drawing
from readingroom.parts.charts.static_html import chart as static_chart
from readingroom.site.chart_figures import asked_figures

COURSE = Library(Path(__file__).resolve().parents[2])
ABOUT = COURSE.charts["trade-shares"]


def _shown(**question):
    return asked_chart(COURSE, ABOUT, asked_of(COURSE, ABOUT, Question(**question)))


def test_figure_table_finding_and_unit_follow_what_is_asked():
    shown = _shown(partners=["Germany"], flow="exports", since=1992, until=2003, measure="share")
    foot = content.foot_content(COURSE, shown, "anchor")

    [trace] = plotly_figure(drawing(COURSE, shown))["data"]

    assert (trace["x"][0], trace["x"][-1]) == (1992.0, 2003.0)
    assert foot["head"] == ["Year", "Germany's share of US goods exports (per cent)"]
    assert (len(foot["rows"]), len(foot["csv"].splitlines())) == (12, 13)
    assert shown.finding.startswith("In 2003: Germany ") and shown.finding.endswith("per cent of US goods exports")


def test_values_are_in_the_unit_of_their_view():
    [line] = drawing(COURSE, _shown(partners=["russia"], measure="value", until=2011)).lines

    assert (round(line.known[-1][1], 1), line.unit) == (42.9, "billion US dollars a year, exports and imports together")


@pytest.mark.parametrize(
    "question, is_tested", [({}, True), ({"partners": ["japan"]}, False), ({"measure": "value"}, False)]
)
def test_the_claimed_level_stands_where_its_claim_is_tested(question, is_tested):
    assert bool(drawing(COURSE, _shown(since=1992, **question)).levels) == is_tested


def test_all_that_is_wrong_with_a_question_is_said_at_once():
    with pytest.raises(CourseError) as refused:
        asked_of(COURSE, ABOUT, Question(["Germny", "Mars"], "export", 1890, "soon", "shares"))

    for said in (
        "did you mean 'Germany'?",
        "no figures for 'Mars'",
        "did you mean 'exports'?",
        "since=1890 lies outside",
        "until='soon' is no year",
        "did you mean 'share'?",
    ):
        assert said in str(refused.value)


def test_a_misspelt_argument_is_answered_with_the_right_one():
    with pytest.raises(CourseError, match="did you mean 'partners'"):
        asked_of(COURSE, ABOUT, question_of({"partner": ["germany"]}))


def test_a_view_that_is_not_known_of_a_partner_is_refused_with_those_that_are():
    about = COURSE.charts["russia-partners"]

    with pytest.raises(
        CourseError, match="of Netherlands the share of imports is not known here, only share of exports"
    ):
        asked_of(COURSE, about, Question(["netherlands"], "imports"))


def test_years_of_which_nothing_is_known_are_answered_in_words_where_the_controls_ask_for_them(tmp_path):
    head, _, _ = charts.chart(COURSE, Record(tmp_path), COURSE.charts["russia-partners"], False).children

    head.asked = {"partners": ["united-states"], "flow": "both", "measure": "share", "since": 1993, "until": 1994}

    assert "of United States nothing is known from 1993 to 1994" in head.answer["trouble"]


def test_a_chart_of_one_thing_says_that_it_cannot_be_asked():
    with pytest.raises(CourseError, match="cannot be asked"):
        static_chart(COURSE, None, "growth", partners=["Germany"])


def test_a_call_is_copied_with_the_name_that_the_notebook_gave_its_lesson(monkeypatch):
    lesson = object()
    shell = SimpleNamespace(user_ns={"_": lesson, "other": object(), "reality_check": lesson})
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))

    assert caller.name_in_notebook(lesson) == "reality_check"


def test_outside_a_notebook_a_lesson_has_no_name(monkeypatch):
    monkeypatch.delitem(sys.modules, "IPython", raising=False)

    assert caller.name_in_notebook(object()) == ""


def test_a_notebook_draws_what_the_controls_ask_and_names_the_call(tmp_path):
    head, figure, foot = charts.chart(COURSE, Record(tmp_path), ABOUT, False, caller="lesson").children
    before = foot.content

    head.asked = {"partners": ["japan"], "flow": "imports", "measure": "value", "since": 1995, "until": 2000}

    assert len(figure.outputs[0]["data"][charts.MIME]["data"]) == 1
    assert foot.content["head"][1] == "US imports from Japan (billion US dollars of imports a year)"
    assert head.answer["finding"].startswith("In 2000: Japan ")
    assert head.answer["call"] == (
        'lesson.chart("trade-shares", partners=["japan"], flow="imports", measure="value", since=1995, until=2000)'
    )

    head.asked = {}

    assert foot.content == before


def test_what_a_page_asks_wrongly_is_answered_in_words(tmp_path):
    head, _, _ = charts.chart(COURSE, Record(tmp_path), ABOUT, False).children

    head.asked = {"partners": [], "flow": "both", "measure": "share", "since": 1992, "until": 2000}

    assert "name at least one" in head.answer["trouble"]


def test_the_same_words_about_another_question_are_a_new_answer(tmp_path):
    head, _, _ = charts.chart(COURSE, Record(tmp_path), ABOUT, False).children
    wrong = {"partners": [], "flow": "both", "measure": "share", "since": 1992, "until": 2000}
    heard = []
    head.observe(heard.append, names="answer")

    for question in (wrong, {**wrong, "until": 2001}):
        head.asked = question

    assert [change["new"]["to"]["until"] for change in heard] == [2000, 2001]


@pytest.mark.parametrize("name", ["trade-shares", "russia-partners"])
def test_a_page_has_a_trace_and_a_line_for_each_partner_of_each_view(name):
    views = asked_figures(COURSE, COURSE.charts[name])

    assert set(views) == set(COURSE.charts[name].ask.units)
    assert all(len(view["data"]) == len(view["lines"]) for view in views.values())
