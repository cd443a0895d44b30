"""What a learner said of the claims: how many votes, how many judgements of what hangs on a claim, how many agree.

site/mount-record.js counts the same for a page without a kernel.
"""

from __future__ import annotations

from collections import defaultdict

from ..content.library import Library
from .progress import Progress


def by_materiality(library: Library) -> dict[str, list[str]]:
    """Return the claims' ids by what hangs on them; under "" those of which the course does not say."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in library.claims.values():
        found[claim.materiality or ""].append(claim.id)
    return dict(found)


def claims_judged(library: Library, progress: Progress) -> dict[str, int]:
    """Return how many claims there are, and how many the learner voted on, weighed, and weighed as the course does."""
    claims = library.claims
    steps = {claim.materiality for claim in claims.values() if claim.materiality}
    weighed = {
        name: entry["materiality"]
        for name, entry in progress["weighings"].items()
        if name in claims and claims[name].materiality and entry["materiality"] in steps
    }
    return {
        "all": len(claims),
        "voted": sum(name in claims and bool(entry["vote"]) for name, entry in progress["votes"].items()),
        "weighed": len(weighed),
        "agreed": sum(step == claims[name].materiality for name, step in weighed.items()),
    }
