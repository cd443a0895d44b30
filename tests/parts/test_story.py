"""The story: what a page and a notebook are given of its stops, and how the record keeps their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.parts.record.record import record_content
from readingroom.parts.story.content import story_content
from readingroom.parts.story.static_html import story as on_a_page
from readingroom.parts.story.story import first_open, story

TINY = Path(__file__).parents[1] / "tiny"
CHOSEN = {"what": "answer", "quiz": "story", "item": "story-1776", "response": "declared", "fraction": 1.0}


@pytest.fixture
def tiny() -> Library:
    return Library(TINY)


def test_a_stop_is_called_by_its_marker_or_by_its_year(tiny):
    assert [stop["label"] for stop in story_content(tiny, None)["stops"]] == ["1776", "1861"]


def test_the_days_of_a_stop_are_a_window_and_words(tiny):
    first = story_content(tiny, None)["stops"][0]

    assert first["window"] == {"from": pytest.approx(1776 + 171 / 366), "to": pytest.approx(1776 + 202 / 366)}
    assert first["days"] == "20 June to 20 July 1776"


def test_the_timelines_have_the_events_of_the_years_of_the_stops_alone(tiny):
    assert [event["id"] for event in story_content(tiny, None)["events"]] == ["declaration-1776", "civil-war-1861"]


def test_a_course_without_a_story_says_where_it_would_stand(tiny):
    tiny.story = None

    with pytest.raises(CourseError, match=r"tells no story \(data/story\.toml\)"):
        story_content(tiny, None)


def test_a_lesson_without_scripts_has_the_whole_text_and_no_answer(tiny):
    prose = on_a_page(tiny, "founding").prose

    assert "July 1776: a declaration" in prose and "Nobody could know that the number" in prose
    assert "four score" not in prose


def test_a_page_of_the_whole_course_names_the_stops_and_stays_light(tiny):
    assert "Nobody could know that the number" not in on_a_page(tiny, None).prose


def test_the_walk_of_a_page_is_a_file_that_comes_when_it_is_near(tiny):
    part = on_a_page(tiny, None)

    assert (part.content, part.shared) == ({"section": ""}, "story")
    assert set(part.shared_content["charts"]) == {"enslaved", "land"}


def test_a_notebook_has_the_chart_of_the_stop_between_its_two_pieces(tiny, tmp_path):
    box = story(tiny, Record(tmp_path), None)
    head, chart, foot = box.children

    foot.stop = 1  # as the button that leads on does

    assert (head.content["part"], foot.content["part"]) == ("head", "foot")
    assert head.stop == 1
    assert box.children[1] is not chart and box.children[1].children[0].content["chart"] == "land"


def test_a_chart_that_was_shown_is_shown_again_as_it_was(tiny, tmp_path):
    box = story(tiny, Record(tmp_path), None)
    chart = box.children[1]

    box.children[0].stop = 1
    box.children[0].stop = 0

    assert box.children[1] is chart


def test_a_walk_goes_on_at_the_first_open_question(tiny, tmp_path):
    record = Record(tmp_path)
    record.append([{**CHOSEN, "id": "1", "at": "2026-01-01T10:00:00Z"}])

    assert story(tiny, record, None).children[0].stop == 1


def test_a_walk_that_is_done_begins_anew(tiny):
    content = story_content(tiny, None)

    assert first_open(content, {"story-1776": {}, "story-1861": {}}) == 0


def test_an_answer_is_kept_under_the_story_and_counted_in_the_record(tiny, tmp_path):
    record = Record(tmp_path)
    record.append([{**CHOSEN, "id": "1", "at": "2026-01-01T10:00:00Z"}])

    assert "Two beginnings" in str(record_content(tiny, record))
