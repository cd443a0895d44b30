"""What the comparison of the first quiz and the last is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.parts.gain.gain import gain, gain_content

TINY = Path(__file__).resolve().parents[1] / "tiny"


def answer(item: str, fraction: float) -> dict:
    return {"what": "answer", "item": item, "response": "r", "fraction": fraction}


def test_every_question_of_the_first_quiz_has_its_partner(library):
    content = gain_content(library)

    assert [pair["before"] for pair in content["pairs"]] == [item.id for item in library.items("start")]
    assert [pair["after"] for pair in content["pairs"]] == [item.id for item in library.items("at-the-end")]
    assert len({pair["topic"] for pair in content["pairs"]}) == len(content["pairs"])


def test_votes_are_compared_on_claims_about_facts_alone(library):
    votes = gain_content(library)["votes"]

    assert votes["duma-in-1993"] == "wrong"
    assert not [claim for claim in votes if library.claims[claim].verdict == "forecast"]
    assert set(votes.values()) <= {"accurate", "imprecise", "wrong", "contested", "cannot"}


def test_the_comparison_follows_the_record(library, record):
    widget = gain(library, record)

    record.append([answer("start-august-1998", 0.0), answer("start-august-1998", 1.0)])

    assert widget.state["answers"]["start-august-1998"]["first"] == 0.0


def test_a_course_that_asks_nothing_again_says_so():
    with pytest.raises(CourseError, match="asks an earlier one again"):
        gain_content(Library(TINY))
