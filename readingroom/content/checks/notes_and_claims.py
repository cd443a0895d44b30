"""Checks of data/notes and data/claims, one file of each for every section."""

from __future__ import annotations

from .. import models as m
from ..library import section_of
from .collector import Collector
from .layout import names_of_files
from .materiality import check_materiality
from .references import check_record


def check_notes_and_claims(collector: Collector) -> None:
    """Check the notes and claims of every section."""
    claims: list[tuple[str, m.Claim]] = []
    for section in names_of_files(collector.section_ids):
        for number, note in enumerate(collector.rows(f"notes/{section}", "note", m.Note), start=1):
            _check_note(collector, section, number, note)
        claims += _check_claims(collector, section)
    check_materiality(collector, claims)


def _check_note(collector: Collector, section: str, number: int, note: m.Note) -> None:
    file, label = f"data/notes/{section}.toml", f"note {number} ({note.paragraph})"
    paragraphs = [paragraph for paragraph in collector.known["paragraph"] or () if section_of(paragraph) == section]
    collector.unknown(file, label, "paragraph", [note.paragraph], paragraphs or None, f"paragraph of {section}")
    if note.claim:
        claims = collector.ids(f"claims/{section}", "claim")
        collector.unknown(file, label, "claim", [note.claim], claims, f"claim of {section}")
    if note.kind == "fact-check" and not (note.sources or note.claim):
        message = "a fact-check names its sources, or the claim that could not be verified"
        collector.add(file, label, "sources", message)
    check_record(collector, file, label, note)


def _check_claims(collector: Collector, section: str) -> list[tuple[str, m.Claim]]:
    """Check the claims of a section, and return each with the name of its file."""
    file = f"data/claims/{section}.toml"
    elsewhere, checks = set(collector.claims), {claim.check for claim in collector.claims.values()}
    claims = collector.rows(f"claims/{section}", "claim", m.Claim)
    for claim in claims:
        if claim.id in elsewhere:
            collector.add(file, f"claim {claim.id}", "id", "stands in another section too")
        if claim.check in checks:
            collector.add(file, f"claim {claim.id}", "check", f"{claim.check!r} stands at another claim already")
        checks.add(claim.check)
        collector.claims[claim.id] = claim
        check_record(collector, file, f"claim {claim.id}", claim)
    return [(file, claim) for claim in claims]
