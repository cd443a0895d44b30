"""Until when work is on time: the teacher's own time, or a zone that is named; gaps and folds are answered in words."""

from __future__ import annotations

import time

import pytest

from readingroom.content.errors import CourseError
from readingroom.teaching.mark.due_time import due_time


@pytest.fixture
def zone(monkeypatch):
    """Sets the zone of this computer."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows keeps its zone for all programs")

    def set_zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "where, text, moment, shown",
    [
        ("America/New_York", "2026-12-01T23:59", "2026-12-01T23:59:00-05:00", "23:59 (EST, UTC-05:00)"),
        ("Europe/Berlin", "2026-07-01T23:59", "2026-07-01T23:59:00+02:00", "23:59 (CEST, UTC+02:00)"),
        ("America/New_York", "2026-12-01", "2026-12-01T23:59:59-05:00", "23:59:59 (EST, UTC-05:00)"),
        ("America/New_York", "2026-12-01T23:59Z", "2026-12-01T23:59:00+00:00", "23:59 (UTC)"),
        ("America/New_York", "2026-12-01T23:59+01:00", "2026-12-01T23:59:00+01:00", "23:59 (UTC+01:00)"),
        ("UTC", "2026-12-01T23:59 Europe/Berlin", "2026-12-01T23:59:00+01:00", "23:59 (Europe/Berlin, UTC+01:00)"),
        ("UTC", "2026-12-01 23:59 [asia/kolkata]", "2026-12-01T23:59:00+05:30", "23:59 (Asia/Kolkata, UTC+05:30)"),
    ],
)
def test_a_time_is_the_teachers_own_unless_it_names_a_zone(zone, where, text, moment, shown):
    zone(where)

    assert (due_time(text).text, str(due_time(text))) == (moment, f"{_day(moment)}, {shown}")


def _day(moment: str) -> str:
    return "Tuesday 1 December 2026" if "-12-" in moment else "Wednesday 1 July 2026"


@pytest.mark.parametrize(
    "text, says",
    [
        ("tomorrow", "is no time; write it as in 2026-12-01T23:59, which is your own time"),
        ("2026-12-01T23:59 Berlin", "no time zone is called 'Berlin'; did you mean Europe/Berlin"),
        ("2026-12-01T23:59 CEST", "no time zone is called 'CEST'; write a city's zone"),
        ("2027-03-28T02:30 Europe/Berlin", r"no such time in Europe/Berlin.*2027-03-28T01:30.*2027-03-28T03:30"),
        ("2026-10-25T02:30 Europe/Berlin", r"twice in Europe/Berlin.*T02:30\+02:00 for the first or .*T02:30\+01:00"),
        ("2027-03-14T02:30", r"no such time in this computer's zone.*2027-03-14T01:30.*2027-03-14T03:30"),
        ("9999-12-31", "the year must lie between 1970 and 2999; where there is no date, leave it out"),
        ("0001-01-01T00:00 Asia/Tokyo", "the year must lie between 1970 and 2999"),
        ("2026-11-01T01:30", r"twice in this computer's zone.*T01:30-04:00 for the first or .*T01:30-05:00"),
    ],
)
def test_a_time_that_is_none_or_two_is_answered_in_words(zone, text, says):
    zone("America/New_York")

    with pytest.raises(CourseError, match=says):
        due_time(text)
