"""Where something stands in the article and what it rests on, as every view says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..content.library import Library, section_of
from .reader import cite

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def places(library: Library, paragraphs: Iterable[str]) -> list[dict[str, Any]]:
    """Return paragraphs as cited.js shows them: number, section and lesson."""
    return [{"id": paragraph, "section": section_of(paragraph), "label": f"\N{PILCROW SIGN}{library.paragraphs[paragraph].number}",
             "lesson": _lesson(library, section_of(paragraph))} for paragraph in paragraphs]


def citations(library: Library, sources: Iterable[str]) -> list[str]:
    """Return sources as lines of HTML."""
    return [cite(library.sources[source]) for source in sources]


def written_date(date: str) -> str:
    """Return a date as precisely as it is known: 1991, August 1991, 19 August 1991."""
    year, *rest = date.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def quoted(text: str) -> str:
    """Return `text` between curly quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def _lesson(library: Library, section: str) -> str:
    return f"lesson {library.sections[section].lesson.split('-')[0].lstrip('0')}"
