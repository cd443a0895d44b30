"""The front end's scorer, held to the table that Python's scorer passes too (test_scoring.py)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readingroom.learning.certainty import LEVELS, marks
from readingroom.parts.base.frontend import module, source

pytestmark = pytest.mark.browser
CASES = json.loads((Path(__file__).resolve().parents[1] / "scoring_cases.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scorer(chrome):
    page = chrome.new_page()
    page.add_script_tag(
        content=module("quiz/scoring.js")
        + source("quiz/certainty.js").replace("export ", "")
        + "\nwindow.scorer = { fraction, isAnswered, marks };",
        type="module",
    )
    page.wait_for_function("() => window.scorer")
    yield page
    page.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_front_end_scores_as_the_table_says(scorer, case):
    assert scorer.evaluate(
        "([key, response]) => scorer.fraction(key, response)", [case["key"], case["response"]]
    ) == pytest.approx(case["fraction"], abs=1e-12)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_front_end_tells_an_empty_answer_from_a_wrong_one(scorer, case):
    assert (
        scorer.evaluate("([key, response]) => scorer.isAnswered(key, response)", [case["key"], case["response"]])
        is case["answered"]
    )


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("right", [0, 0.5, 1])
def test_the_front_end_gives_the_same_certainty_marks(scorer, right, level):
    assert scorer.evaluate("([right, level]) => scorer.marks(right, level)", [right, level]) == marks(right, level)
