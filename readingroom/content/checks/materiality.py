"""Checks of what hangs on a claim: the judgement and its sentence stand together, and at every claim or at none."""

from __future__ import annotations

from typing import get_args

from .. import models as m
from .collector import Collector

STEPS = f"one of: {', '.join(get_args(m.Materiality))}"


def check_materiality(collector: Collector, claims: list[tuple[str, m.Claim]]) -> None:
    """Check the claims of a course, each with the name of its file.

    Where one of them is judged all are: a reader who is asked about some only would wonder about the rest.
    """
    is_used = any(claim.materiality for _, claim in claims)
    for file, claim in claims:
        label, is_said = f"claim {claim.id}", bool(claim.materiality_why.strip())
        if claim.materiality and not is_said:
            message = f"is missing; say in one sentence why the claim {claim.materiality!r}"
            collector.add(file, label, "materiality_why", message)
        if is_said and not claim.materiality:
            collector.add(file, label, "materiality", f"is missing beside materiality_why; write {STEPS}")
        if is_used and not is_said and not claim.materiality:
            message = f"is missing, and other claims have it; write {STEPS}, and materiality_why"
            collector.add(file, label, "materiality", message)
