"""Lessons over a record that holds anything: each part is shown, and a part that fails stops no other cell."""

from __future__ import annotations

import json

import pytest
from odd_entries import AT, one_odd_field, random_entries

from readingroom.content.errors import CourseError
from readingroom.learning.record import Record
from readingroom.parts.exercise.exercise import OpenExercise
from readingroom.parts.failure import RAISES, NotShown, failing_in_place
from readingroom.parts.lesson import SectionLesson, WholeCourse
from readingroom.parts.record.record import record_widget

SUBJECTS = {
    "item": "opening-before-dates",
    "paragraph": "opening-1",
    "claim": "duma-in-1993",
    "forecast": "oil-wont-bind",
    "node": "reality-home",
    "chart": "oil-price",
    "task": "02-opening/in-order",
    "name": "hand-in name",
}
SOUND = {"id": "sound", "at": AT, "what": "note", "paragraph": "opening-2", "text": "Kept."}


@pytest.fixture
def odd_record(record) -> Record:
    """A record with everything that is odd, as a file restores it, and one sound note."""
    odd = [*one_odd_field(SUBJECTS), *random_entries(200), SOUND]
    numbered = [{**entry, "id": f"{number}"} for number, entry in enumerate(odd) if isinstance(entry.get("id"), str)]
    record.restore("".join(f"{json.dumps(entry)}\n" for entry in numbered))
    return record


def parts(library, record) -> list:
    lesson, course = SectionLesson(library, record, "opening"), WholeCourse(library, record)
    exercise = OpenExercise(library, record, "02-opening")
    calls = [lesson.before, lesson.read, lesson.claims, lesson.quiz, lesson.write, lesson.record]
    calls += [course.map, course.forecasts, course.review, course.write, exercise.hand_in]
    return [
        *(call() for call in calls),
        lesson.chart("oil-price", predict=True).children[0],
        exercise.task(SUBJECTS["task"].partition("/")[2]),
    ]


@pytest.mark.slow
def test_every_part_is_shown_over_a_record_that_holds_anything(library, odd_record):
    for part in parts(library, odd_record):
        # As a kernel sends it: strict JSON in UTF-8.
        json.dumps([part.content, getattr(part, "state", {})], allow_nan=False, ensure_ascii=False).encode()


@pytest.mark.slow
def test_what_is_sound_is_shown_and_the_rest_counted_and_kept(library, odd_record):
    widget = record_widget(library, odd_record)

    assert {"paragraph": "\N{PILCROW SIGN}2", "text": "Kept."} in widget.content["notes"]
    assert 1000 < widget.unread < len(odd_record.entries)
    assert len(odd_record.export().splitlines()) == len(odd_record.entries)


def test_answers_and_notes_on_what_is_gone_are_counted(library, record):
    answer = {"what": "answer", "item": "no-such-item", "response": "a", "fraction": 1}
    notes = [{"what": "note", "paragraph": place, "text": text} for place, text in (("gone-1", "x"), ("gone-2", " "))]
    record.append([answer, *notes, SOUND])
    widget = record_widget(library, record)

    assert (widget.gone, widget.unread) == (2, 0)

    record.append([{"what": "reset", "items": ["no-such-item"]}, {"what": "dance"}])

    assert (widget.gone, widget.unread) == (1, 1)


def test_a_cell_that_fails_says_so_and_what_to_do(library, record, monkeypatch):
    monkeypatch.delenv(RAISES)
    lesson = SectionLesson(library, record, "opening")
    monkeypatch.setattr(type(record), "entries", None)

    said = lesson.quiz()

    assert isinstance(said, NotShown)
    assert "This part could not be shown (TypeError: " in repr(said)
    assert "Run this cell again" in repr(said)
    assert lesson.timeline() is not None


def test_what_a_failing_part_says_is_text():
    assert "<b>" not in NotShown(ValueError("<b>"))._repr_html_()
    assert len(repr(NotShown(ValueError("x" * 10_000)))) < 500


def test_an_error_with_advice_of_its_own_stays_one(monkeypatch):
    monkeypatch.delenv(RAISES)

    @failing_in_place
    def call():
        raise CourseError("no such thing; did you mean another?")

    with pytest.raises(CourseError, match="did you mean another"):
        call()
