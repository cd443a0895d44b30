"""What hangs on a claim: what the three steps mean, and whether a course has judged its claims by them."""

from __future__ import annotations

from typing import Any

from ...content import models as m
from ...content.library import Library
from ..base.prose import inline

MEANINGS = {
    "matters not": "put it right or take it out, and the argument stands as it is",
    "changes a detail": "a date, a number or an example would change, and the argument would stand",
    "bears on the argument": "a step of the argument leans on it: if it falls, that step must be argued anew",
}


def meanings(library: Library) -> dict[str, str]:
    """Return what each step means, the lightest first; nothing where the course judges no claim so."""
    return MEANINGS if any(claim.materiality for claim in library.claims.values()) else {}


def materiality_content(library: Library, claim: m.Claim) -> dict[str, Any]:
    """Return what hangs on `claim` as weighing-box.js takes it: empty texts where it is not judged."""
    return {"materiality": claim.materiality or "", "hangs": inline(library, claim.materiality_why)}
