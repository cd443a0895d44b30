"""Words and people on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, html_list
from .glossary import STYLES, glossary_content, people_content


def glossary(library: Library, section: str | None) -> StaticPart:
    """Return the terms of a section, or all."""
    return _entries(glossary_content(library, section))


def people(library: Library, section: str | None) -> StaticPart:
    """Return all people, whatever the section."""
    return _entries(people_content(library))


def _entries(content: dict[str, Any]) -> StaticPart:
    prose = html_list(content["title"], (entry["name"] for entry in content["entries"]))
    return StaticPart("glossary/glossary.js", content, prose, STYLES)
