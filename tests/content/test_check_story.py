"""`check` on data/story.toml: each stop has an event within its days, a chart, and a question marked at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.library import Library

FILE = "data/story.toml"
WRITTEN = """kind = "written"
model = "A text."
criterion = [{ id = "a", text = "It is there.", level = [{ points = 0, text = "No." }, { points = 1, text = "Yes." }] }]
"""
NAMED = """id = "story-1861"
thinking = "application"
paragraphs = ["founding-2"]
prompt = "What changed in that spring?"
"""

# (what stands there, what to put in its place, how the fault goes on after the file and the record)
BROKEN = {
    "an event that is not there": ('event = "declaration-1776"', 'event = "moon-1969"', "event: there is no event"),
    "a chart that is not there": ('chart = "enslaved"', 'chart = "cows"', "chart: there is no chart 'cows'"),
    "a source that is not there": ('["declaration-1776"]', '["hearsay"]', "sources: there is no source 'hearsay'"),
    "no source": ('sources = ["declaration-1776"]', "sources = []", "sources: names no source"),
    "a figure that is not there": (
        "{series:people.enslaved:1790}",
        "{series:people.enslaved:1795}",
        "text: {series:people.enslaved:1795}: series people has nothing for 1795",
    ),
    "a day that is none": ('from = "1776-06-20"', 'from = "1776-06-31"', "from: "),
    "a month for a day": ('from = "1776-06-20"', 'from = "1776-06"', "from: must name a day"),
    "days that run backwards": ('to = "1776-07-20"', 'to = "1776-06-01"', "to: 1776-06-01 does not lie after"),
    "years for weeks": ('to = "1776-07-20"', 'to = "1779-07-20"', "to: lies more than a year after"),
    "an event outside the days": ('to = "1776-07-20"', 'to = "1776-07-01"', "event: declaration-1776 begins on"),
    "a paragraph that is not there": ('["founding-1"]', '["founding-9"]', "paragraphs: there is no paragraph"),
    "no paragraph": ('paragraphs = ["founding-1"]', "paragraphs = []", "question paragraphs: names no paragraph"),
    "an answer that is no option": ('answer = "declared"', 'answer = "guessed"', "question answer: 'guessed' is not"),
    "the id of another item": (
        'id = "story-1776"',
        'id = "document-declaration"',
        "question id: 'document-declaration'",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_a_stop_is_named_with_its_field(found, name):
    before, after, says = BROKEN[name]

    assert any(fault.startswith(f"{FILE}, stop summer-1776, {says}") for fault in found(before, after))


def test_a_figure_of_an_answer_that_is_not_there_is_named(found):
    result = found('answer = "{series:people.share_enslaved:1860}"', 'answer = "{series:people.share_enslaved:1865}"')

    assert any("stop spring-1861, question answer: {series:people.share_enslaved:1865}" in fault for fault in result)


def test_a_figure_that_is_typed_is_named(found):
    result = found("{series:people.enslaved:1790} slaves", "about 18 per cent slaves")

    assert any(fault.startswith(f"{FILE}, stop summer-1776: '18' is typed") for fault in result)


def test_two_stops_of_one_name_are_named(found):
    result = found('id = "spring-1861"', 'id = "summer-1776"')

    assert f"{FILE}, stop summer-1776, id: stands twice" in result


def test_a_question_that_people_mark_is_named(found, tmp_path):
    _, number = (tmp_path / FILE).read_text(encoding="utf-8").split('kind = "number"')

    result = found(f'kind = "number"{number}', NAMED + WRITTEN)

    assert any("question kind: must be one that is marked at once" in fault for fault in result)


def test_no_quiz_may_take_the_name_under_which_the_record_keeps_the_answers(found):
    result = found('id = "all-of-it"', 'id = "story"', "data/course.toml")

    assert any(fault.startswith(f"{FILE}: a quiz or a section is called 'story'") for fault in result)


def test_a_course_may_tell_no_story(tmp_path):
    import shutil

    tiny = Path(shutil.copytree(Path(__file__).parents[1] / "tiny", tmp_path / "course"))
    (tiny / FILE).unlink()
    library = Library(tiny)

    assert [fault for fault in faults(library) if "story" in fault.file] == []
    assert (library.story, library.stops, "story" in library.quizzes_in_order) == (None, {}, False)


def test_the_course_s_own_story_has_a_stop_for_each_marker_and_one_after_the_text(library):
    markers = [library.events[stop.event].marker for stop in library.stops.values()]

    assert markers == [*library.course.markers, ""]
    assert library.events[list(library.stops.values())[-1].event].in_article == "afterwards"
