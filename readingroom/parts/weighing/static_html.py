"""Verdict and weight on a plain page."""

from __future__ import annotations

from collections import Counter

from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from ..claims.claims import claims_content
from ..claims.materiality import MEANINGS
from .weighing import STYLES, weighing_content


def weighing(library: Library, section: str | None) -> StaticPart:
    """Return the grid as a table; its lists come from the file of the whole ledger, which a page of it has anyway."""
    content = weighing_content(library)
    counts = Counter((claim["verdict"], claim["materiality"]) for claim in content["claims"])
    head = "".join(f"<th scope='col'>{escaped(step)}</th>" for step in MEANINGS)
    rows = "".join(
        f"<tr><th scope='row'>{escaped(verdict)}</th>"
        f"{''.join(f'<td>{counts[verdict, step]}</td>' for step in MEANINGS)}</tr>"
        for verdict in content["verdicts"]
        if any(counts[verdict, step] for step in MEANINGS)
    )
    prose = (
        "<h3>Verdict and weight</h3>\n<table class='rr-table'>"
        "<caption>Claims by their verdict, and by what hangs on them</caption>"
        f"<thead><tr><th scope='col'>Verdict</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
    return StaticPart("weighing/weighing.js", {}, prose, STYLES, "claims", claims_content(library, None))
