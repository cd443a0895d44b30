"""The claims ledger: a reader votes on each claim of the article, then sees what the record says of it."""

from __future__ import annotations

from typing import Any

from ...content import models as m
from ...content.dates import written_date
from ...content.library import Library, section_of
from ...learning.claim_votes import agreeing_vote
from ...learning.lesson_pieces import rank_of_claim
from ...learning.record import Record
from ..base.citations import citations, places, quoted
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import blocks, inline
from ..base.words import words_content
from .materiality import materiality_content, meanings

STYLES = ("base/ledger.css", "claims/claims.css", "claims/materiality.css")

# What can be voted: one ballot for all claims about facts, so that the ballot itself gives no verdict away.
BALLOTS = {
    "fact": {
        "accurate": "accurate",
        "imprecise": "imprecise",
        "wrong": "wrong",
        "contested": "contested",
        "cannot": "cannot be checked",
    },
    "forecast": {"will": "will come true", "will not": "will not", "partly": "partly"},
}
VERDICTS = {
    "accurate": "the record agrees with it",
    "imprecise": "near the truth, but loosely put",
    "wrong": "the record contradicts it",
    "contested": "the sources, or those who read them, disagree",
    "forecast": "about what was still to come in {year}",
    "judgement": "a judgement, which no record can settle",
    "not checkable": "no source that we found decides it",
}
# Said of the forecast, not of the thing: some forecasts say that a thing will not happen.
ENDED = {
    "happened": "came true",
    "did not happen": "did not come true",
    "partly": "came true in part",
    "open": "still open",
}


class Claims(SavingWidget):
    """Claims to vote on, the ledger's verdicts after the vote, and what hangs on each, to be judged too."""

    _esm = module("claims/claims.js")
    _css = styles(*STYLES)


def claims(library: Library, record: Record, section: str | None) -> Claims:
    """Return the ledger of `section`, or of the whole article."""
    return Claims(record, claims_content(library, section), ("votes", "weighings"))


def claims_content(library: Library, section: str | None) -> dict[str, Any]:
    """Return what claims.js shows: plain values, prose as HTML."""
    sections = [library.sections[section]] if section else list(library.sections.values())
    return {
        "title": f"Claims of {quoted(sections[0].title)}" if section else f"All claims of {library.course.text}",
        "section": section or "",
        "sections": [{"id": s.id, "title": s.title} for s in sections],
        "ballots": ballots_content(),
        "words": words_content(library),
        "course": library.course.name,
        "verdicts": verdict_meanings(library),
        "materialities": meanings(library),
        "claims": [
            claim_content(library, s.id, claim) | (_from(library, claim) if section else {})
            for s in sections
            for claim in library.section_claims(s.id)
        ],
    }


def _from(library: Library, claim: m.Claim) -> dict[str, int]:
    """What says that a claim stands from a later way on; nothing where it always stands."""
    rank = rank_of_claim(library, claim)
    return {"from": rank} if rank else {}


def ballots_content() -> dict[str, list[dict[str, str]]]:
    """Return the options of each ballot."""
    return {
        name: [{"vote": vote, "label": label} for vote, label in ballot.items()] for name, ballot in BALLOTS.items()
    }


def ballot_of(claim: m.Claim) -> str:
    """Return the name of the ballot on which a claim is voted."""
    return "forecast" if claim.verdict == "forecast" else "fact"


def verdict_meanings(library: Library) -> dict[str, str]:
    """Return what each verdict means."""
    return {verdict: meaning.format(year=library.article.date[:4]) for verdict, meaning in VERDICTS.items()}


def claim_content(library: Library, section: str, claim: m.Claim) -> dict[str, Any]:
    """Return one claim as claims.js takes it; `stands` is the vote that agrees with the ledger, or empty."""
    forecasts = [f for f in library.forecasts.values() if f.claim == claim.id] if claim.verdict == "forecast" else []
    return {
        "id": claim.id,
        "section": section,
        "claim": inline(library, claim.claim),
        "places": places(library, claim.paragraphs),
        "ballot": ballot_of(claim),
        "verdict": claim.verdict,
        "stands": agreeing_vote(claim, forecasts),
        "ended": [
            {"forecast": inline(library, f.forecast), "by": written_date(f.by), "outcome": ENDED[f.outcome]}
            for f in forecasts
        ],
        **materiality_content(library, claim),
        "why": inline(library, claim.why),
        "evidence": blocks(library, claim.evidence),
        "best": blocks(library, claim.best_case),
        "unverified": blocks(library, claim.unverified),
        "sources": citations(library, claim.sources),
        "charts": related_charts(library, section, claim),
        "events": [
            f"{library.events[event].title} ({written_date(library.events[event].start)})" for event in claim.events
        ],
    }


def related_charts(library: Library, section: str, claim: m.Claim) -> list[str]:
    """Return the titles of the charts that draw a series of `claim` and test a paragraph of its section."""
    if not claim.series:
        return []
    return [
        library.text(chart.title)
        for chart in library.charts.values()
        if any(line.series in claim.series for line in chart.line)
        and any(section_of(p) == section for p in chart.tests)
    ]
