"""The claims ledger on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, html_list
from .claims import STYLES, claims_content

_SAID = (("verdict", "why"), ("materiality", "hangs"))
"""What is said of a claim, each with its reason."""


def claims(library: Library, section: str | None) -> StaticPart:
    """Return the claims of a section, or all; each ledger is a file of its own, which comes when it is near.

    Without scripts the claims of a section unfold their verdicts; the long list of all leaves these to the lessons.
    """
    content = claims_content(library, section)
    prose = html_list(content["title"], (_claim(claim) if section else claim["claim"] for claim in content["claims"]))
    shared = f"claims-{section}" if section else "claims"
    return StaticPart("claims/claims.js", {"section": section or ""}, prose, STYLES, shared, content)


def _claim(claim: dict[str, Any]) -> str:
    """A claim whose verdict, and what hangs on it, unfolds with the reasons."""
    told = "".join(
        f"<p><strong>{claim[name].capitalize()}.</strong> {claim[why]}</p>" for name, why in _SAID if claim[name]
    )
    return f"{claim['claim']}<details><summary>Verdict</summary>{told}</details>"
