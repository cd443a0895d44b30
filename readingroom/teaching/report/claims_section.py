"""The report on claims: how a class voted on them, and what hangs on each as the students judged."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from typing import get_args

from ...content import models as m
from ...content.library import Library
from ...content.prose import inline
from ...learning.claim_votes import agreeing_vote
from .bars import share
from .class_records import ClassRecords

STEPS = get_args(m.Materiality)


@dataclass(frozen=True)
class ClaimFigures:
    """One claim: its votes, how many of them agree with the ledger (None where there is nothing to agree with), and
    how many students chose each step of what hangs on it.
    """

    claim: m.Claim
    votes: int
    agreed: int | None
    steps: Counter[str]


def claim_figures(library: Library, records: ClassRecords) -> list[ClaimFigures]:
    """Return the figures of every claim that somebody voted on or weighed, in the order of the text."""
    found = []
    for claim in (claim for section in library.sections for claim in library.section_claims(section)):
        votes = [given for each in records.learners if (given := each["votes"].get(claim.id, {}).get("vote"))]
        weighed = (each["weighings"].get(claim.id, {}).get("materiality") for each in records.learners)
        steps = Counter(step for step in weighed if step in STEPS)
        stands = agreeing_vote(claim, [each for each in library.forecasts.values() if each.claim == claim.id])
        if votes or steps:
            found.append(ClaimFigures(claim, len(votes), votes.count(stands) if stands else None, steps))
    return found


def claims_part(library: Library, records: ClassRecords, with_names: bool) -> str:
    """Return the section of the report on the claims."""
    figures = claim_figures(library, records)
    table = _table(library, figures) if figures else ""
    return f"<h2>What they say of the claims</h2>{_summary(records, figures)}{_others(records, with_names)}{table}"


def _summary(records: ClassRecords, figures: list[ClaimFigures]) -> str:
    compared = [each for each in figures if each.agreed is not None]
    votes, agreed = sum(each.votes for each in compared), sum(each.agreed or 0 for each in compared)
    differences = Counter[int]()
    for each in figures:
        if each.claim.materiality:
            ledger = STEPS.index(each.claim.materiality)
            for step, count in each.steps.items():
                differences[(STEPS.index(step) > ledger) - (STEPS.index(step) < ledger)] += count
    says = f"<p>{len(records.learners)} records. "
    says += f"Votes that can be compared with the ledger: {votes}, of which {agreed} agree."
    if weighed := differences.total():
        says += (
            f" Judgements of what hangs on a claim: {weighed}, of which {differences[0]} agree with the ledger, "
            f"{differences[1]} give more weight and {differences[-1]} less."
        )
    return f"{says}</p>"


def _others(records: ClassRecords, with_names: bool) -> str:
    if not records.others:
        return ""
    # A file bears its student's name.
    names = f": {', '.join(map(html.escape, records.others))}" if with_names else ""
    return f"<p class='faint'>Files in the folder that are no records: {len(records.others)}{names}.</p>"


def _table(library: Library, figures: list[ClaimFigures]) -> str:
    head = "".join(f"<th scope='col' class='number'>{name}</th>" for name in ("Votes", "As the ledger", *STEPS))
    rows = "".join(_row(library, each) for each in figures)
    return (
        "<p>How many chose each weight; the ledger's own is in bold.</p>"
        "<div class='scroll' tabindex='0' role='region' aria-label='Claims'><table><thead><tr>"
        f"<th scope='col'>Claim</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(library: Library, each: ClaimFigures) -> str:
    agreed = None if each.agreed is None or not each.votes else each.agreed / each.votes
    steps = "".join(f"<td class='number'>{_own(each, step)}</td>" for step in STEPS)
    return (
        f"<tr><th scope='row'>{inline(library, each.claim.claim)} <span class='says'>{each.claim.verdict}</span></th>"
        f"<td class='number'>{each.votes}</td><td class='number'>{share(agreed)}</td>{steps}</tr>"
    )


def _own(each: ClaimFigures, step: str) -> str:
    count = str(each.steps[step])
    return f"<strong>{count}</strong>" if step == each.claim.materiality else count
