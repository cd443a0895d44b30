"""Checks of data/notes and data/claims, one file of each for every section."""

from __future__ import annotations

from .. import models as m
from ..library import section_of
from .collector import Collector
from .references import check_record


def check_notes_and_claims(collector: Collector, section: str) -> None:
    """Check the notes and claims of `section`."""
    claims = collector.read(lambda: collector.library.section_claims(section), None)
    # A file that cannot be read must not make every mention of its claims a fault.
    collector.all_claims_known &= claims is not None
    notes = collector.read(lambda: collector.library.notes(section), [])
    for number, note in enumerate(notes, start=1):
        _check_note(collector, section, number, note, claims)
    _check_claims(collector, section, claims or [])


def _check_note(collector: Collector, section: str, number: int, note: m.Note, claims: list[m.Claim] | None) -> None:
    file, label = f"data/notes/{section}.toml", f"note {number} ({note.paragraph})"
    paragraphs = (paragraph for paragraph in collector.paragraphs if section_of(paragraph) == section)
    collector.unknown(file, label, "paragraph", [note.paragraph], paragraphs, f"paragraph of {section}")
    if claims is not None and note.claim:
        ids = (claim.id for claim in claims)
        collector.unknown(file, label, "claim", [note.claim], ids, f"claim of {section}")
    if note.kind == "fact-check" and not (note.sources or note.claim):
        message = "a fact-check names its sources, or the claim that could not be verified"
        collector.add(file, label, "sources", message)
    check_record(collector, file, label, note)


def _check_claims(collector: Collector, section: str, claims: list[m.Claim]) -> None:
    file = f"data/claims/{section}.toml"
    collector.duplicates(file, "claim", [claim.id for claim in claims])
    for claim in claims:
        if claim.id in collector.claims:
            collector.add(file, f"claim {claim.id}", "id", "stands in another section too")
        collector.claims[claim.id] = claim
        check_record(collector, file, f"claim {claim.id}", claim)
