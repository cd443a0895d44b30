"""Documents on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from ..quiz.static_html import question
from .documents import STYLES, documents_content

WITHOUT_SCRIPTS = (
    "Each document lies on another site and comes with a question for its reader. Without a connection the questions can "
    "wait; without scripts this page cannot mark your answer."
)
OUTSIDE = "This is another site; it opens in a new tab."


def documents(library: Library, section: str | None) -> StaticPart:
    """Return the documents that bear on a section, or all."""
    content = documents_content(library, section)
    cards = "".join(map(_document, content["documents"]))
    prose = f"<h3>{escaped(content['title'])}</h3>\n<p>{WITHOUT_SCRIPTS}</p>\n<ul>{cards}</ul>"
    if section:
        return StaticPart("documents/documents.js", content, prose, STYLES)
    return StaticPart("documents/documents.js", {}, prose, STYLES, "documents", content)


def _document(document: dict[str, Any]) -> str:
    """Return a document as HTML: what it is, where it lies, what to look for, and the question to take along."""
    facts = "<br>".join(f"{fact['label']}: {fact['html']}." for fact in document["facts"])
    link = f'<a href="{escaped(document["address"])}" target="_blank" rel="noopener noreferrer">{document["host"]}</a>'
    return (
        f"<li><strong>{document['title']}</strong> ({escaped(document['kind'])}, {document['date']}). "
        f"{document['about']}{facts}<br>Open it: {link}. {OUTSIDE}"
        f"<br>Look for: {document['lookFor']}.<br>Question: {question(document['item'])}</li>"
    )
