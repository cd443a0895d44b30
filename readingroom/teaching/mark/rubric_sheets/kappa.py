"""How far two markers agree, beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def weighted_kappa(pairs: Sequence[tuple[float, float]], power: float = 2) -> float | None:
    """Return Cohen's weighted kappa of the points that two markers gave; None where all points are the same.

    A disagreement weighs as the distance between the points, to `power`: 2 is the quadratic weight, 1 the linear one
    (Cohen 1968, Psychological Bulletin 70, 213-220). 1 is full agreement, 0 what chance would give.
    """
    observed = sum(abs(one - two) ** power for one, two in pairs) * len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    expected = sum(
        abs(one - two) ** power * often * as_often for one, often in first.items() for two, as_often in second.items()
    )
    return 1 - observed / expected if expected else None
