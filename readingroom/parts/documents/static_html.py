"""Documents on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from ..quiz.static_html import question
from .documents import STYLES, documents_content

WITHOUT_SCRIPTS = (
    "Each document lies on another site, which opens in a new tab, and comes with a question for its reader. Without a "
    "connection the questions can wait; without scripts this page cannot mark your answer."
)


def documents(library: Library, section: str | None) -> StaticPart:
    """Return the documents that bear on a section, or all; each list is a file of its own, which comes late."""
    content = documents_content(library, section)
    lines = "".join(_document(document, in_full=bool(section)) for document in content["documents"])
    prose = f"<h3>{escaped(content['title'])}</h3>\n<p>{WITHOUT_SCRIPTS}</p>\n<ul>{lines}</ul>"
    shared = f"documents-{section}" if section else "documents"
    return StaticPart("documents/documents.js", {"section": section or ""}, prose, STYLES, shared, content)


def _document(document: dict[str, Any], in_full: bool) -> str:
    """A document, its address and its question; `in_full` with what it is and what to look for."""
    link = f'<a href="{escaped(document["address"])}" target="_blank" rel="noopener noreferrer">{document["host"]}</a>'
    facts = "".join(f"{fact['label']}: {fact['html']}.<br>" for fact in document["facts"])
    about, look_for = (document["about"] + facts, f"<br>Look for: {document['lookFor']}.") if in_full else ("", "")
    return (
        f"<li><strong>{document['title']}</strong> ({escaped(document['kind'])}, {document['date']}). "
        f"{about}Open it: {link}.{look_for}<br>Question: {question(document['item'])}</li>"
    )
