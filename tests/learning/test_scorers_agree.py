"""Python and the browser give every answer the same mark: random answers to every scorer, and every character alone.

READINGROOM_ANSWERS sets how many answers are tried, as in READINGROOM_ANSWERS=100000.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from node import run_by_node
from odd_answers import SHAPES, Case, cases

from readingroom.learning.kinds import KINDS, SCORERS
from readingroom.learning.scoring import fraction, is_answered

ROOT = Path(__file__).resolve().parents[2]
COUNT, SEED = int(os.environ.get("READINGROOM_ANSWERS", "3000")), 1
KEYS = {
    "one": {"right": ["a"]},
    "several": {"right": ["a", "b"]},
    "order": {"right": ["a", "b", "c"]},
    "place": {"right": {"a": "x", "b": "y"}},
    "number": {"right": 1.5, "tolerance": 1},
    "short": {"right": ["the Quartet", "Schr\xf6der"]},
    "rubric": {"most": {"a": 2, "b": 0.5}},
    "table": {"right": {"a": {"b": 1.5}}, "tolerance": 0},
}
ONLY_IN_EXERCISES = {"table"}  # no page marks a table
Mark = tuple[float, bool]


def here(answers: list[Case]) -> list[Mark]:
    return [(fraction(key, response), is_answered(key, response)) for key, response in answers]


def in_the_browser(answers: list[Case], folder: Path) -> list[Mark]:
    """The marks of the front end's scorers, run by node."""
    file = folder / "answers.jsonl"
    file.write_text("".join(json.dumps(case) + "\n" for case in answers), encoding="utf-8")
    printed = run_by_node("score-answers.mjs", file, "which runs the browser's scorers")
    return [tuple(json.loads(line)) for line in printed.splitlines()]


def differences(answers: list[Case], folder: Path) -> list[str]:
    both = zip(answers, here(answers), in_the_browser(answers, folder), strict=True)
    return [
        f"{case!a}: here {one}, there {other}"
        for case, one, other in both
        if one[0] != other[0] or one[1] is not other[1]
    ]


@pytest.mark.slow
def test_random_answers_to_every_scorer_get_the_same_mark_from_both(tmp_path):
    answers = list(cases(SEED, COUNT))
    asked = Counter(key["kind"] for key, _ in answers)

    assert differences(answers, tmp_path) == []
    assert set(asked) == {*SCORERS} - ONLY_IN_EXERCISES
    assert min(asked.values()) > COUNT / 20


def test_random_answers_are_right_often_enough_to_tell_something():
    right = Counter(key["kind"] for key, response in cases(SEED, 3000) if fraction(key, response) > 0)

    assert min(right.values()) > 20 and set(right) == {*SCORERS} - ONLY_IN_EXERCISES


def test_an_answer_of_any_shape_gets_the_same_mark_from_both(tmp_path):
    wrapped = [form for shape in SHAPES for form in (shape, [shape], ["a", shape], {"a": shape})]
    keys = [{"kind": kind, **KEYS[kind]} for kind in {*SCORERS} - ONLY_IN_EXERCISES]

    assert differences([(key, form) for key in keys for form in wrapped], tmp_path) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_shape_makes_a_kind_raise(kind):
    scorer = KINDS[kind].scorer
    key = {"kind": scorer.name, **KEYS[scorer.name]}
    odd = [*SHAPES, float("nan"), float("inf"), 10**5000, *({"a": {"b": shape}} for shape in SHAPES)]

    for response in [*odd, *([shape] for shape in odd), *({"a": shape} for shape in odd)]:
        for form in (response, KINDS[kind].well_formed(response)):
            assert 0 <= scorer.fraction(key, form) <= 1
            assert scorer.is_answered(form) in (True, False)


def test_a_file_of_a_submission_and_the_page_mark_a_large_number_alike():
    key = {"kind": "number", "right": 1e16, "tolerance": 0}

    assert fraction(key, 1e16) == fraction(key, KINDS["number"].well_formed(1e16)) == 1


@pytest.mark.slow
def test_every_character_means_the_same_to_both(tmp_path):
    # Python's Unicode tables and the browser's are of different ages; READINGROOM_ANSWERS above a million tries all.
    step = 1 if COUNT > 1_000_000 else 1009
    low = range(0x3400) if step == 1 else range(0, 0x3400, 7)
    characters = [chr(code) for code in [*low, *range(0x3400, 0x110000, step), *range(0x1CCD6, 0x1CCFA, 3)]]
    word, number = (
        {"kind": "short", "right": ["xy", "x0y", "x3y", "xay"]},
        {"kind": "number", "right": 0, "tolerance": 99},
    )
    answers = [case for sign in characters for case in ((word, f"x{sign}y"), (number, f"1{sign}2"))]

    assert differences(answers, tmp_path) == []


def test_the_tables_of_characters_are_the_same_in_both():
    python, javascript = (
        " ".join((ROOT / "readingroom" / name).read_text(encoding="utf-8").split())
        for name in ("learning/characters.py", "parts/quiz/characters.js")
    )
    tables = [
        table.strip()
        for quote, text in (('"""', python), ("`", javascript))
        for table in text.split(quote)[1::2]
        if table.strip().startswith(("300-36f", "660 6f0"))
    ]

    assert len(tables) == 4 and tables[:2] == tables[2:]
