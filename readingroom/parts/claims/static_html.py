"""The claims ledger on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, html_list
from .claims import STYLES, claims_content

_SAID = (("verdict", "why"), ("materiality", "hangs"))
"""What is said of a claim, each with its reason."""


def claims(library: Library, section: str | None) -> StaticPart:
    """Return the claims of a section, or all; each ledger is a file of its own, which comes when it is near."""
    content = claims_content(library, section)
    prose = html_list(content["title"], (_claim(claim, in_full=bool(section)) for claim in content["claims"]))
    shared = f"claims-{section}" if section else "claims"
    return StaticPart("claims/claims.js", {"section": section or ""}, prose, STYLES, shared, content)


def _claim(claim: dict[str, Any], in_full: bool) -> str:
    """A claim whose verdict, and what hangs on it, unfolds; `in_full` with the reasons."""
    says = [(word, reason) for name, why in _SAID if (word := claim[name]) and (reason := claim[why])]
    told = (
        "".join(f"<p><strong>{word.capitalize()}.</strong> {reason}</p>" for word, reason in says)
        if in_full
        else f"<p>{'; '.join(word for word, _ in says)}</p>"
    )
    return f"{claim['claim']}<details><summary>Verdict</summary>{told}</details>"
