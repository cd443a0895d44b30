"""Scoring in Python, held to the table that the front end passes too (test_browser_scoring.py)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readingroom.learning.certainty import marks
from readingroom.learning.scoring import fraction, is_answered
from readingroom.learning.text_answers import parse_number

CASES = json.loads((Path(__file__).resolve().parents[1] / "scoring_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_answer_is_worth_what_the_table_says(case):
    assert fraction(case["key"], case["response"]) == pytest.approx(case["fraction"], abs=1e-12)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_empty_answer_is_told_from_a_wrong_one(case):
    assert is_answered(case["key"], case["response"]) is case["answered"]


@pytest.mark.parametrize(
    ("right", "level", "expected"), [(1, 1, 1), (1, 2, 2), (1, 3, 3), (0, 1, 0), (0, 2, -2), (0, 3, -6), (0.5, 3, -1.5)]
)
def test_certainty_pays_when_right_and_costs_when_wrong(right, level, expected):
    assert marks(right, level) == expected


@pytest.mark.parametrize(("sure", "best"), [(0.6, 1), (0.75, 2), (0.9, 3)])
def test_saying_how_sure_one_really_is_pays_best(sure, best):
    assert max((1, 2, 3), key=lambda level: marks(sure, level)) == best


def test_something_that_is_no_number_is_none():
    assert parse_number({"a": 1}) is None
