"""How right an answer is, from 0 to 1; parts/quiz/scoring.js does the same, tests/scoring_cases.json holds both."""

from __future__ import annotations

from typing import Any

from .kinds import SCORERS
from .kinds.base import AnswerKey


def fraction(key: AnswerKey, response: Any) -> float:
    """Return how much of `response` is right, from 0 to 1; an empty or malformed response is worth 0."""
    return SCORERS[key["kind"]].fraction(key, response)


def is_answered(key: AnswerKey, response: Any) -> bool:
    """Say whether there is anything in `response` to score."""
    return SCORERS[key["kind"]].is_answered(response)
