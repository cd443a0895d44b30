"""Checks of data/documents.toml: each document can be found, and its question answered and explained."""

from __future__ import annotations

from ..documents import FILE, QUIZ, Document
from .collector import Collector
from .dates import check_date
from .questions import question_problems
from .records import is_address
from .references import check_record


def check_documents(collector: Collector) -> None:
    """Check every document of a course that has some."""
    if not (collector.library.root / FILE).is_file():
        return
    claims = collector.claim_ids
    for document in collector.rows("documents", "document", Document):
        label = f"document {document.id}"
        check_record(collector, FILE, label, document)
        check_date(collector, FILE, label, "date", document.date)
        collector.unknown(FILE, label, "claims", document.claims, claims, "claim")
        if not document.sources:
            collector.add(FILE, label, "sources", "names no source; where did you read the document?")
        if not is_address(document.address):
            collector.add(FILE, label, "address", f"{document.address!r} is no address; it begins with https://")
        collector.unknown(
            FILE, label, "question sources", document.question.sources, collector.known["source"], "source"
        )
        for field, message in question_problems(
            collector, document.question, "a document answers exactly", "the document bears on"
        ):
            collector.add(FILE, label, f"question {field}".rstrip(), message)
    if QUIZ in (collector.quiz_ids or ()):
        message = f"a quiz or a section is called {QUIZ!r}: the record keeps the answers about documents by that name"
        collector.add(FILE, "", "", message)
