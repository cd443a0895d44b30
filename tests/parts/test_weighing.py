"""Verdict and weight: what is shown of the claims, and the reader's own judgement beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.parts.claims.claims import claims_content
from readingroom.parts.weighing.static_html import weighing as static_weighing
from readingroom.parts.weighing.weighing import weighing, weighing_content

TINY = Path(__file__).parents[1] / "tiny"
WEIGHING = {"what": "weighing", "claim": "new-birth", "materiality": "matters not"}


@pytest.fixture
def tiny():
    return Library(TINY)


def test_each_claim_is_there_with_its_verdict_and_what_hangs_on_it(tiny):
    shown = {claim["id"]: claim for claim in weighing_content(tiny)["claims"]}

    assert shown.keys() == tiny.claims.keys()
    assert shown["new-birth"]["verdict"] == "forecast"
    assert shown["new-birth"]["materiality"] == "bears on the argument"
    assert shown["new-birth"]["hangs"].startswith("It is what he asks")


def test_the_whole_ledger_holds_all_of_it_under_the_same_names(tiny):
    ledger, shown = claims_content(tiny, None), weighing_content(tiny)

    assert {name: ledger[name] for name in shown if name != "claims"} == {
        name: shown[name] for name in shown if name != "claims"
    }
    assert [{name: claim[name] for name in shown["claims"][0]} for claim in ledger["claims"]] == shown["claims"]


def test_what_the_reader_says_in_another_part_is_taken_up(tiny, tmp_path):
    record = Record(tmp_path)
    part = weighing(tiny, record)

    record.append([WEIGHING])

    assert part.state["weighings"]["new-birth"]["materiality"] == "matters not"


def test_what_another_kernel_wrote_is_there_when_the_part_is_shown(tiny, tmp_path):
    record = Record(tmp_path)
    Record(tmp_path).append([WEIGHING])

    assert "new-birth" in weighing(tiny, record).state["weighings"]


def test_a_course_that_weighs_no_claim_is_told_where_to_begin(tiny, monkeypatch):
    monkeypatch.setattr("readingroom.parts.weighing.weighing.meanings", lambda library: {})

    with pytest.raises(CourseError, match="no claim says what hangs on it: give the claims in data/claims"):
        weighing_content(tiny)


def test_without_scripts_the_counts_are_a_table(tiny):
    prose = static_weighing(tiny, None).prose

    assert "<tr><th scope='row'>forecast</th><td>1</td><td>0</td><td>1</td></tr>" in prose
    assert "wrong" not in prose
