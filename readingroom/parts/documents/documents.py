"""Primary documents: what each is, where it lies, and a question that only its reader can answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ...content.dates import written_date
from ...content.documents import QUIZ, Document
from ...content.errors import CourseError
from ...content.library import Library, section_of
from ...learning.record import Record
from ..base.citations import citations, lesson_label, places, quoted
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import blocks, inline
from ..quiz.quiz import item_content

STYLES = ("base/ledger.css", "quiz/quiz.css", "documents/documents.css")


class Documents(SavingWidget):
    """Documents to open elsewhere, each with its question; the answers are kept as those of a quiz are."""

    _esm = module("documents/documents.js")
    _css = styles(*STYLES)


def documents(library: Library, record: Record, section: str | None) -> Documents:
    """Return the documents that bear on `section`, or all."""
    return Documents(record, documents_content(library, section), ("answers", "drafts"))


def documents_content(library: Library, section: str | None) -> dict[str, Any]:
    """Return what documents.js shows: plain values, prose as HTML. CourseError where there is no document."""
    found = library.documents_on(section) if section else list(library.documents.values())
    if not found:
        about = f"bears on the section {section!r}" if section else "stands there"
        raise CourseError(f"no document {about} (data/documents.toml); describe one there, or leave out this call.")
    name = quoted(library.sections[section].title) if section else library.course.text
    return {
        "quiz": QUIZ,
        "section": section or "",
        "title": f"Documents behind {name}",
        "documents": [document_content(library, section, document) for document in found],
    }


def document_content(library: Library, section: str | None, document: Document) -> dict[str, Any]:
    """Return one document as documents.js takes it; what its question says of itself, `item`, is that of a quiz."""
    return {
        "id": document.id,
        "title": inline(library, document.title),
        "kind": document.kind,
        "date": written_date(document.date),
        "about": blocks(library, document.about),
        "facts": [
            {"label": label, "html": inline(library, text)}
            for label, text in (
                ("Made by", document.author),
                ("Made for", document.audience),
                ("Kept by", document.archive),
            )
        ],
        "lookFor": inline(library, document.look_for),
        "address": document.address,
        "host": urlsplit(document.address).netloc.removeprefix("www."),
        "places": places(library, document.paragraphs),
        "claims": _claims(library, section, document),
        "sources": citations(library, document.sources),
        # Where it bears on the text stands beside the document already.
        "item": {**item_content(library, document.question), "readAgain": []},
    }


def _claims(library: Library, section: str | None, document: Document) -> list[dict[str, str]]:
    """The claims a document bears on, with the lesson of those that stand in another."""
    claims = library.claims
    found = [(claims[name], section_of(claims[name].paragraphs[0])) for name in document.claims]
    return [
        {"html": inline(library, claim.claim), "lesson": "" if at == section else lesson_label(library, at)}
        for claim, at in found
    ]
