"""What the entries of a record add up to."""

from __future__ import annotations

import pytest

from readingroom.learning.brier import mean_score, score
from readingroom.learning.progress import calibration, certainty_marks, fold

STAMP = {"id": "e", "at": "2026-01-01T00:00:00Z"}
ANSWERED = {**STAMP, "response": "r", "fraction": 1.0}


def answer(item: str, **fields) -> dict:
    return {"what": "answer", "item": item, "response": "r", "fraction": 1.0, **STAMP, **fields}


def test_the_latest_counts_and_tries_are_counted():
    progress = fold([answer("a", fraction=0.0), answer("b"), answer("a", certainty=2)])

    assert progress["answers"] == {
        "a": {**ANSWERED, "certainty": 2, "tries": 2, "first": 0.0},
        "b": {**ANSWERED, "tries": 1, "first": 1.0},
    }


def test_a_reset_removes_answers_and_drafts_of_its_items_alone():
    entries = [answer("a"), answer("b"), {**STAMP, "what": "draft", "item": "a", "text": "x"}]

    reset = {**STAMP, "what": "reset"}
    progress = fold([*entries, {**reset, "items": ["a", "unknown"]}, reset, answer("a")])

    assert (list(progress["answers"]), progress["drafts"]) == (["b", "a"], {})
    assert (progress["answers"]["a"]["tries"], progress["answers"]["a"]["first"]) == (1, 1.0)


def test_entries_of_an_unknown_kind_or_without_a_subject_are_left_out():
    odd = [{"what": "dance", "item": "a"}, {"what": "answer"}, {"what": "note", "text": "x"}]

    assert not any(fold([{**STAMP, **entry} for entry in odd]).values())


@pytest.mark.parametrize("certainty, marks", [(1, 1), (2, 2), (3, 3), (0, None), (4, None), (None, None)])
def test_marks_are_given_where_a_certainty_was(certainty, marks):
    assert certainty_marks({"fraction": 1.0, "certainty": certainty}) == marks


def test_calibration_is_the_mean_fraction_at_each_certainty():
    given = [{"certainty": 3, "fraction": f} for f in (1.0, 0.0, 0.5)] + [{"fraction": 1.0}, answer("x", certainty=1)]

    assert calibration(given) == {1: (1, 1.0), 3: (3, 0.5)}


def test_the_brier_score_is_the_squared_distance_and_open_outcomes_have_none():
    assert score(0.8, "happened") == pytest.approx(0.04)
    assert score(0.8, "partly") == pytest.approx(0.09)
    assert score(0.8, "did not happen") == pytest.approx(0.64)
    assert score(0.8, "open") is None
    assert mean_score([(0.8, "happened"), (0.5, "open"), (0.8, "did not happen")]) == pytest.approx(0.34)
    assert mean_score([(0.5, "open")]) is None
