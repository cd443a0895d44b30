"""Verdict and weight: how many claims have which verdict, and what hangs on them."""

from __future__ import annotations

from typing import Any

import traitlets

from ...content import models as m
from ...content.errors import CourseError
from ...content.library import Library
from ...content.prose import inline
from ...learning.progress import progress_of
from ...learning.record import Record
from ..base.citations import places
from ..base.frontend import module, styles
from ..base.widget import Widget
from ..claims.claims import ballot_of, ballots_content, verdict_meanings
from ..claims.materiality import materiality_content, meanings

STYLES = ("base/ledger.css", "claims/materiality.css", "weighing/weighing.css")
PLACES = ("votes", "weighings")


class Weighing(Widget):
    """Counts the claims, and lays the reader's votes beside them; `state` follows the record."""

    _esm = module("weighing/weighing.js")
    _css = styles(*STYLES)
    content = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, library: Library, record: Record):
        self._record = record
        super().__init__(content=weighing_content(library), state=self._judged())
        record.on_change.append(lambda _: self._show())

    def _show(self) -> None:
        self.state = self._judged()

    def _judged(self) -> dict[str, Any]:
        progress = progress_of(self._record)
        return {place: progress[place] for place in PLACES}


def weighing(library: Library, record: Record) -> Weighing:
    """Return the grid over all claims, with what other lessons have written since."""
    record.refresh()
    return Weighing(library, record)


def weighing_content(library: Library) -> dict[str, Any]:
    """Return what weighing.js shows: of the ledger's content what it needs, under the same names."""
    if not meanings(library):
        raise CourseError("no claim says what hangs on it: give the claims in data/claims a materiality.")
    return {
        "verdicts": verdict_meanings(library),
        "materialities": meanings(library),
        "ballots": ballots_content(),
        "claims": [_claim(library, claim) for section in library.sections for claim in library.section_claims(section)],
    }


def _claim(library: Library, claim: m.Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "claim": inline(library, claim.claim),
        "places": places(library, claim.paragraphs),
        "ballot": ballot_of(claim),
        "verdict": claim.verdict,
        **materiality_content(library, claim),
    }
