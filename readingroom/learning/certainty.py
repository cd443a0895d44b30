"""Certainty-based marks: being sure pays when you are right and costs when you are wrong (Gardner-Medwin)."""

from __future__ import annotations

LEVELS = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""Level of certainty -> marks when right, marks when wrong; the levels part at 67 and 80 per cent."""


def marks(right: float, level: int) -> float:
    """Return the marks for an answer that is `right` (0 to 1) and was given with certainty `level` (1, 2 or 3).

    A half-right answer lies in proportion between the two marks.
    """
    won, lost = LEVELS[level]
    return right * won + (1 - right) * lost
