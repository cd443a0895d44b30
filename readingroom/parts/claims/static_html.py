"""The claims ledger on a plain page."""

from __future__ import annotations

from ...content.library import Library
from ..base.static_html import StaticPart, html_list
from .claims import STYLES, claims_content


def claims(library: Library, section: str | None) -> StaticPart:
    """Return the claims of a section, or all."""
    content = claims_content(library, section)
    prose = html_list(content["title"], (claim["claim"] for claim in content["claims"]))
    if section:
        return StaticPart("claims/claims.js", content, prose, STYLES)
    return StaticPart("claims/claims.js", {}, prose, STYLES, "claims", content)
