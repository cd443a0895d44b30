"""The timeline's dates, words and content; the figure itself is walked in the browser tests."""

from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import stand_in

from readingroom.content import models as m
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.parts.base.frontend import module
from readingroom.parts.timeline import timeline as t

SECTION = m.Section(id="opening", title="Opening", lesson="01-opening", in_article=False, summary="S.")
SOURCE = m.Source(id="gazette", title="A <daily>", publisher="Press", seen="opened")


def event(**changes) -> m.Event:
    fields = {
        "id": "coup",
        "title": "A coup fails",
        "start": "1991-08-19",
        "theme": "domestic",
        "what": "Tanks *roll*.",
        "in_article": "named",
        "where": "¶1 opens with it.",
        "sections": ["opening"],
        "paragraphs": ["opening-1"],
        "sources": ["gazette"],
    }
    return m.Event(**(fields | changes))


def library(*events: m.Event):
    return stand_in.library(
        sections={"opening": SECTION},
        sources={"gazette": SOURCE},
        events={e.id: e for e in events},
    )


@pytest.mark.parametrize(
    "start, end, words",
    [
        ("1991-08-19", "1991-08-21", "19 to 21 August 1991"),
        ("2002-04-08", "2002-08-07", "8 April to 7 August 2002"),
        ("2005-05-25", "2006-07-13", "25 May 2005 to 13 July 2006"),
        ("2003-08-19", None, "19 August 2003"),
        ("1994-12", None, "in December 1994 (day not confirmed)"),
        ("1994", None, "in 1994 (day not confirmed)"),
        ("2002-03-10", "2002-04", "10 March 2002 to April 2002 (last day not confirmed)"),
        ("2002-03", "2002-04-10", "March 2002 to 10 April 2002 (first day not confirmed)"),
        ("2004", "2005", "2004 to 2005 (days not confirmed)"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(start, end, words):
    assert t.in_words(start, end) == words


@pytest.mark.parametrize(
    "written, first, last",
    [
        ("1991", 1991, 1992),
        ("1991-12", 1991 + 334 / 365, 1992),
        ("2000-12-31", 2000 + 365 / 366, 2001),
        ("2000-02", 2000 + 31 / 366, 2000 + 60 / 366),
    ],
)
def test_a_date_reaches_over_every_moment_it_may_mean(written, first, last):
    assert t.extent(written) == pytest.approx([first, last])


def test_the_years_reach_from_before_the_first_marker_to_the_last_event():
    assert t.years_of(library(), [event(start="1975"), event(start="2004", end="2006-07-13")]) == [1990, 2006]


def test_a_section_without_events_still_has_years():
    assert t.years_of(library(), []) == [1990, 1990]


def test_an_event_after_the_article_says_that_it_is_not_in_it():
    assert (
        t.where_in_words(library(), event(in_article="afterwards", where="Tests §17."))
        == "Not in the speech: tests §17."
    )


def test_an_event_in_the_article_keeps_its_sentence():
    assert t.where_in_words(library(), event(where="§1 opens with it.")) == "§1 opens with it."


def test_an_event_brings_its_paragraphs_and_sources():
    shown = t.event_content(library(), event())
    assert [p["label"] for p in shown["paragraphs"]] == ["§1"]
    assert shown["sources"] == ["<cite>A &lt;daily&gt;</cite>, Press."]


def test_prose_is_html_and_escaped():
    assert (
        t.event_content(library(), event(what="*Tanks* & <b>guns</b>"))["what"]
        == "<em>Tanks</em> &amp; &lt;b&gt;guns&lt;/b&gt;"
    )


@pytest.mark.parametrize("start, precision", [("1991", "year"), ("1991-08", "month"), ("1991-08-19", "day")])
def test_the_precision_of_a_date_is_told(start, precision):
    assert t.event_content(library(), event(start=start))["precision"] == precision


def test_events_stand_in_the_order_of_dates():
    content = t.timeline_content(library(event(id="b", start="2003"), event(id="a", start="1991-08")), None)
    assert [e["id"] for e in content["events"]] == ["a", "b"]


def test_the_years_to_choose_from_hold_every_event():
    content = t.timeline_content(library(event(id="law", start="1975-01-03"), event(id="war", start="2022")), None)
    assert content["allYears"] == [1975, 2022]


def test_a_lesson_starts_with_its_own_section():
    content = t.timeline_content(library(event()), "opening")
    assert (content["section"], content["title"]) == ("opening", "Timeline: Opening")


def test_every_theme_has_a_lane_and_a_sign_of_its_own():
    themes = t.timeline_content(library(event()), None)["themes"]

    assert [(theme["id"], theme["lane"], theme["sign"]) for theme in themes] == [
        ("domestic", 1, "*"),
        ("abroad", 2, "+"),
    ]


def test_the_course_s_own_themes_have_signs_that_differ():
    course = Library(Path(__file__).resolve().parents[2])

    assert len({theme.sign for theme in course.themes.values()}) == len(course.themes)


def test_every_relation_to_the_article_has_words():
    assert set(t.RELATIONS) == set(get_args(get_type_hints(m.Event)["in_article"]))


def test_the_front_end_is_one_module():
    joined = module("timeline/timeline.js")
    assert "import " not in [line[:7] for line in joined.splitlines()] and joined.count("export default") == 1


def test_the_course_shows_its_four_markers(tmp_path):
    course = Library(Path(__file__).resolve().parents[2])
    shown = t.timeline(course, Record(tmp_path), None).content["events"]
    assert [e["marker"] for e in shown if e["marker"]] == ["1991", "1993", "1998", "2003"]
