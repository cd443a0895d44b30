"""The Brier score of a probability once the outcome is known: 0 for the best and 1 for the worst."""

from __future__ import annotations

from collections.abc import Iterable

OUTCOMES = {"happened": 1.0, "partly": 0.5, "did not happen": 0.0}
"""The value of each outcome; one that is still open has none and is not scored."""


def value(outcome: str) -> float | None:
    """Return `outcome` as a number from 0 to 1, or None while it is open."""
    return OUTCOMES.get(outcome)


def score(probability: float, outcome: str) -> float | None:
    """Return the squared distance between `probability` and what happened, or None while the outcome is open."""
    outcome_value = value(outcome)
    return None if outcome_value is None else (probability - outcome_value) ** 2


def mean_score(forecasts: Iterable[tuple[float, str]]) -> float | None:
    """Return the mean score of (probability, outcome) pairs, leaving open ones out; None if nothing can be scored."""
    scores = [s for probability, outcome in forecasts if (s := score(probability, outcome)) is not None]
    return sum(scores) / len(scores) if scores else None
