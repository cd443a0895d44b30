"""What a learner said of the claims, counted; the page without a kernel must count the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from readingroom.content.library import Library
from readingroom.learning.progress import fold
from readingroom.learning.weighings import by_materiality, claims_judged

TESTS = Path(__file__).parents[1]
AT = "2026-01-01T00:00:00Z"
COUNT_IN_NODE = """
import { claimsJudged } from "./readingroom/site/mount-record.js";
import { fold } from "./readingroom/site/progress.js";
import { readFileSync } from "node:fs";
const { claims, entries } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(claimsJudged(claims, fold(entries))));
"""


def vote(claim, given="wrong"):
    return {"id": f"v-{claim}-{given}", "at": AT, "what": "vote", "claim": claim, "vote": given}


def weighing(claim, step):
    return {"id": f"w-{claim}-{step}", "at": AT, "what": "weighing", "claim": claim, "materiality": step}


# name -> (entries, voted, weighed, agreed) on the claims of the tiny course
CASES = {
    "nothing": ([], 0, 0, 0),
    "a vote alone": ([vote("new-birth", "will")], 1, 0, 0),
    "a vote taken back": ([vote("new-birth", "will"), vote("new-birth", "")], 0, 0, 0),
    "one that agrees": ([vote("new-birth"), weighing("new-birth", "bears on the argument")], 1, 1, 1),
    "one that differs": ([vote("new-birth"), weighing("new-birth", "matters not")], 1, 1, 0),
    "the latest of two": (
        [weighing("new-birth", "matters not"), weighing("new-birth", "bears on the argument")],
        0,
        1,
        1,
    ),
    "a claim that is gone": ([vote("gone"), weighing("gone", "matters not")], 0, 0, 0),
    "a step that is none": ([weighing("new-birth", "weighs a ton"), weighing("words-forgotten", "")], 0, 0, 0),
    "a claim of an object's own name": ([vote("constructor"), weighing("constructor", "matters not")], 0, 0, 0),
}


@pytest.fixture(scope="module")
def tiny():
    return Library(TESTS / "tiny")


@pytest.mark.parametrize("name", CASES)
def test_claims_are_counted_that_the_learner_voted_on_and_weighed(tiny, name):
    entries, voted, weighed, agreed = CASES[name]

    assert claims_judged(tiny, fold(entries)) == {"all": 5, "voted": voted, "weighed": weighed, "agreed": agreed}


def test_each_claim_stands_once_under_what_hangs_on_it(tiny):
    found = by_materiality(tiny)

    assert found["matters not"] == ["words-forgotten"]
    assert sorted(claim for claims in found.values() for claim in claims) == sorted(tiny.claims)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("node"), reason="needs node to count as a page does")
@pytest.mark.parametrize("name", CASES)
def test_a_page_counts_the_same(tiny, name):
    entries, voted, weighed, agreed = CASES[name]

    run = subprocess.run(
        ["node", "--input-type=module", "--eval", COUNT_IN_NODE],
        input=json.dumps({"claims": by_materiality(tiny), "entries": entries}),
        capture_output=True,
        text=True,
        cwd=TESTS.parent,
        check=True,
    )

    assert json.loads(run.stdout) == {"all": 5, "voted": voted, "weighed": weighed, "agreed": agreed}
