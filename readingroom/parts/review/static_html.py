"""What a plain page says in place of review."""

from __future__ import annotations

from ...content.library import Library
from ..base.static_html import StaticPart, unavailable


def review(library: Library, section: str | None) -> StaticPart:
    """Return where review is to be had."""
    return unavailable(
        "Review needs the course itself",
        "Which cards are due is worked out by a program that a plain page does not have. What you answer here counts "
        "all the same: download your record below, restore it in the notebooks, and the first lesson there asks again "
        "what you are about to forget.",
    )
