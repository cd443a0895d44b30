"""Checks of data/documents.toml: each document can be found, and its question answered and explained."""

from __future__ import annotations

from ..documents import FILE, QUIZ, Document
from ..errors import ContentError
from ..kinds import kind_of
from ..models import Item
from ..references import UnknownReferenceError
from .collector import Collector
from .dates import check_date
from .item_writing import lint
from .items import item_faults
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
        for field, message in _question_problems(collector, document.question):
            collector.add(FILE, label, f"question {field}".rstrip(), message)
    if QUIZ in (collector.quiz_ids or ()):
        message = f"a quiz or a section is called {QUIZ!r}: the record keeps the answers about documents by that name"
        collector.add(FILE, "", "", message)


def _question_problems(collector: Collector, question: Item) -> list[tuple[str, str]]:
    """Return (field, what is wrong) for a question; its words are checked as those of a quiz are."""
    found = []
    if question.id in collector.item_ids:
        found.append(("id", f"{question.id!r} stands twice, here or in a quiz"))
    collector.item_ids.add(question.id)
    if kind_of(question).marked_by_people:
        found.append(("kind", "must be one that is marked at once: a document answers exactly"))
    if not question.paragraphs:
        found.append(("paragraphs", "names no paragraph that the document bears on"))
    known = collector.known["paragraph"]
    found += item_faults(question, question.paragraphs if known is None else known)
    found += _figure_problems(collector, question)
    return [*found, *lint(question, collector.fill, collector.course.common if collector.course else ())]


def _figure_problems(collector: Collector, question: Item) -> list[tuple[str, str]]:
    found = []
    for field, text in kind_of(question).figures(question):
        try:
            collector.library.number(text)
        except UnknownReferenceError as error:
            found.append((field, str(error)))
        except ContentError:
            pass  # the series file's own fault is reported already
    return found
