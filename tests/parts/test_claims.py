"""The claims ledger: what is shown of a claim, and how votes are compared with it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest
import stand_in

from readingroom.content import models as m
from readingroom.content.library import Library
from readingroom.learning.claim_votes import agreeing_vote
from readingroom.learning.record import Record
from readingroom.parts.base.frontend import source
from readingroom.parts.claims.claims import (
    BALLOTS,
    claim_content,
    claims,
    claims_content,
    related_charts,
)
from readingroom.parts.claims.materiality import MEANINGS
from readingroom.parts.claims.static_html import claims as static_claims

ROOT = Path(__file__).resolve().parents[2]


def claim(verdict="accurate", **fields):
    return m.Claim(
        id="c",
        check="A1",
        paragraphs=["opening-1"],
        claim="It *rained*.",
        verdict=verdict,
        why="Records.",
        evidence="A gauge.",
        **fields,
    )


def forecast(outcome, id="f"):
    return m.Forecast(
        id=id,
        claim="c",
        paragraphs=["opening-1"],
        forecast="It will rain.",
        by="2003-12",
        wording="will",
        probability=0.95,
        outcome=outcome,
        how="It did.",
    )


def chart(title, series, tests):
    return m.Chart(
        id="x",
        title=title,
        tests=tests,
        claim="c",
        shows="s",
        unit="u",
        line=[m.ChartLine(series=series, column="v", label="l")],
    )


def library(forecasts=(), charts=()):
    return stand_in.library(
        forecasts={f.id: f for f in forecasts},
        charts={str(i): c for i, c in enumerate(charts)},
        events={
            "flood": m.Event(
                id="flood",
                title="A flood",
                start="1991-08-19",
                theme="domestic",
                what="w",
                in_article="named",
                sections=["opening"],
                sources=[],
            )
        },
    )


@pytest.mark.parametrize(
    ("verdict", "vote"),
    [
        ("accurate", "accurate"),
        ("imprecise", "imprecise"),
        ("wrong", "wrong"),
        ("contested", "contested"),
        ("judgement", "cannot"),
        ("not checkable", "cannot"),
    ],
)
def test_each_verdict_on_a_fact_has_a_vote_that_agrees(verdict, vote):
    assert agreeing_vote(claim(verdict), []) == vote


@pytest.mark.parametrize(
    ("outcomes", "vote"),
    [
        (["happened"], "will"),
        (["did not happen"], "will not"),
        (["partly"], "partly"),
        (["open"], ""),
        ([], ""),
        (["happened", "happened"], "will"),
        (["happened", "partly"], "partly"),
        (["happened", "did not happen"], "partly"),
        (["happened", "open"], ""),
    ],
)
def test_a_forecast_is_compared_with_how_it_ended(outcomes, vote):
    assert agreeing_vote(claim("forecast"), [forecast(outcome) for outcome in outcomes]) == vote


def test_a_vote_that_agrees_stands_on_the_ballot():
    votes = {
        agreeing_vote(claim(verdict), []) for verdict in ("accurate", "imprecise", "wrong", "contested", "judgement")
    }
    assert votes == set(BALLOTS["fact"])


def test_a_claim_is_shown_with_its_paragraph_and_what_happened_then():
    shown = claim_content(library(), "opening", claim(events=["flood"]))
    assert shown["claim"] == "It <em>rained</em>."
    assert shown["places"] == [{"id": "opening-1", "section": "opening", "label": "§1", "lesson": "lesson 1"}]
    assert shown["events"] == ["A flood (19 August 1991)"]


def test_a_forecast_claim_brings_the_ends_of_its_forecasts():
    shown = claim_content(library([forecast("partly")]), "opening", claim("forecast"))
    assert (shown["ballot"], shown["stands"]) == ("forecast", "partly")
    assert shown["ended"] == [{"forecast": "It will rain.", "by": "December 2003", "outcome": "came true in part"}]


def test_charts_of_the_claims_figures_are_named_in_its_own_section_only():
    charts = [
        chart("Rain", "rain", ["opening-1"]),
        chart("Rain again", "rain", ["check-1"]),
        chart("Sun", "sun", ["opening-1"]),
    ]
    assert related_charts(library(charts=charts), "opening", claim(series=["rain"])) == ["Rain"]


def test_the_whole_ledger_holds_each_claim_once():
    course = Library(ROOT)
    shown = claims_content(course, None)
    assert sorted(c["id"] for c in shown["claims"]) == sorted(course.claims)


def test_every_forecast_claim_of_the_course_can_be_compared():
    shown = claims_content(Library(ROOT), None)
    assert [c["id"] for c in shown["claims"] if not c["stands"]] == []


def test_a_claim_says_what_hangs_on_it_and_why():
    judged = claim(materiality="matters not", materiality_why="The *sun* came out.")

    shown = claim_content(library(), "opening", judged)

    assert (shown["materiality"], shown["hangs"]) == ("matters not", "The <em>sun</em> came out.")


def test_a_claim_that_is_not_weighed_says_nothing_of_it():
    shown = claim_content(library(), "opening", claim())

    assert (shown["materiality"], shown["hangs"]) == ("", "")


def test_the_steps_are_the_models_from_the_lightest():
    assert tuple(MEANINGS) == get_args(m.Materiality)


def test_a_course_that_weighs_no_claim_asks_for_none(tmp_path):
    tiny = shutil.copytree(ROOT / "tests/tiny", tmp_path / "tiny")
    for file in (tiny / "data/claims").iterdir():
        kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("materiality")]
        file.write_text("\n".join(kept), encoding="utf-8")

    assert claims_content(Library(tiny), None)["materialities"] == {}


def test_weighings_of_the_record_are_there_when_the_ledger_opens(tmp_path):
    record = Record(tmp_path)
    record.append([{"what": "weighing", "claim": "duma-in-1993", "materiality": "matters not"}])
    assert claims(Library(ROOT), record, "opening").state["weighings"]["duma-in-1993"]["materiality"] == "matters not"


def test_a_ledger_without_scripts_unfolds_each_verdict_and_what_hangs_on_it():
    prose = static_claims(Library(ROOT / "tests/tiny"), "founding").prose

    assert prose.count("<details><summary>Verdict</summary><p><strong>") == 2
    assert "<p><strong>Bears on the argument.</strong> If equality was not the pledge of 1776" in prose


def test_the_ledger_of_a_whole_course_without_scripts_leaves_the_verdicts_to_the_lessons():
    prose = static_claims(Library(ROOT / "tests/tiny"), None).prose

    assert "<details>" not in prose and prose.count("<li>") == 5


def test_votes_of_the_record_are_there_when_the_ledger_opens(tmp_path):
    record = Record(tmp_path)
    record.append([{"what": "vote", "claim": "duma-in-1993", "vote": "wrong"}])
    assert claims(Library(ROOT), record, "opening").state["votes"]["duma-in-1993"]["vote"] == "wrong"


@pytest.mark.skipif(not shutil.which("node"), reason="needs node to run the front end's own sums")
def test_votes_are_counted_against_the_ledger_and_against_a_voter_who_never_thinks():
    facts = [
        {"id": id, "ballot": "fact", "verdict": stands or "forecast", "stands": stands}
        for id, stands in (("a", "accurate"), ("b", "wrong"), ("c", "wrong"), ("d", ""), ("e", "accurate"))
    ]
    ballots = {"fact": [{"vote": vote} for vote in BALLOTS["fact"]]}
    votes = {
        "a": {"vote": "accurate"},
        "b": {"vote": "wrong"},
        "c": {"vote": "accurate"},
        "d": {"vote": "wrong"},
        "elsewhere": {"vote": "wrong"},
    }
    assert front_end(
        "claims/vote-summary.js", f"tally({json.dumps(facts)}, {json.dumps(ballots)}, {json.dumps(votes)})"
    ) == {
        "all": 5,
        "voted": 4,
        "compared": 3,
        "agreed": 2,
        "differed": 1,
        "first": 1,
        "verdicts": [{"verdict": "accurate", "voted": 1, "agreed": 1}, {"verdict": "wrong", "voted": 2, "agreed": 1}],
    }


def front_end(name, expression):
    ran = subprocess.run(
        ["node", "--input-type=module"],
        input=f"{source(name)}\nconsole.log(JSON.stringify({expression}));",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(ran.stdout)
