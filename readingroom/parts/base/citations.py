"""Where something stands in the text and which sources it rests on, as every part shows it."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from ...content.library import Library, section_of
from ...content.models import Source

# Who speaks in a source, and how far it was read, said behind it.
_KIND = {"primary": " Primary source.", "scholarly": " Research.", "press": " Press."}
_SEEN = {"opened": "", "partly": " (seen in part)", "not opened": " (not opened for this course)"}


def places(library: Library, paragraphs: Iterable[str]) -> list[dict[str, Any]]:
    """Return paragraphs as citations.js shows them: number, section and lesson."""
    return [
        {
            "id": paragraph,
            "section": section_of(paragraph),
            "label": library.paragraph_label(paragraph),
            "lesson": lesson_label(library, section_of(paragraph)),
        }
        for paragraph in paragraphs
    ]


def citations(library: Library, sources: Iterable[str]) -> list[str]:
    """Return sources as lines of HTML."""
    return [cite(library.sources[source]) for source in sources]


def cite(source: Source) -> str:
    """Return a source as one line of HTML: author, title, publisher, date, who speaks, and how far it was opened."""
    title = f"<cite>{html.escape(source.title)}</cite>"
    if source.url:
        address = f'href="{html.escape(source.url)}" target="_blank" rel="noopener"'
        title = f'<a {address} data-lm-suppress-shortcuts="true">{title}</a>'
    parts = [html.escape(source.author), title, html.escape(source.publisher), html.escape(source.date)]
    line = ", ".join(part for part in parts if part) + f".{_SEEN[source.seen]}"
    return f"{line}{_KIND.get(source.kind or '', '')} {html.escape(source.note)}".rstrip()


def quoted(text: str) -> str:
    """Return `text` between curly quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def lesson_label(library: Library, section: str) -> str:
    """Return how readers see the lesson of a section: lesson 3."""
    return f"lesson {library.sections[section].lesson.split('-')[0].lstrip('0')}"
