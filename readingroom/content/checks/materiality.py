"""Checks of what hangs on a claim: the judgement and its sentence stand together."""

from __future__ import annotations

from typing import get_args

from .. import models as m
from .collector import Collector

STEPS = get_args(m.Materiality)


def check_materiality(collector: Collector, file: str, claim: m.Claim) -> None:
    """Name a judgement without its sentence, and a sentence without its judgement."""
    label, said = f"claim {claim.id}", bool(claim.materiality_why.strip())
    if claim.materiality and not said:
        message = f"is missing; say in one sentence why the claim {claim.materiality!r}"
        collector.add(file, label, "materiality_why", message)
    if said and not claim.materiality:
        message = f"is missing beside materiality_why; write one of: {', '.join(STEPS)}"
        collector.add(file, label, "materiality", message)
