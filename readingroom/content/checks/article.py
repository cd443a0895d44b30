"""Checks of data/article.toml: the article, its sections and paragraphs."""

from __future__ import annotations

from .. import models as m
from ..library import section_of
from .collector import Collector
from .references import check_prose, check_record

FILE = "data/article.toml"


def check_article(collector: Collector) -> None:
    """Check the article's record, each paragraph's place, and that no section is empty."""
    library, sections, paragraphs = collector.library, collector.sections, collector.paragraphs
    article = collector.read(lambda: library.article, None)
    if article:
        check_record(collector, FILE, "article", article)
    for number, paragraph in enumerate(paragraphs.values(), start=1):
        label = f"paragraph {paragraph.id}"
        if section_of(paragraph.id) not in sections:
            collector.add(FILE, label, "id", f"begins with no section: {', '.join(sections)}")
        if paragraph.number != number:
            message = f"is {paragraph.number}, but the paragraph stands in place {number}"
            collector.add(FILE, label, "number", message)
        check_prose(collector, FILE, label, paragraph)
    for section in sections:
        if not any(section_of(paragraph) == section for paragraph in paragraphs):
            collector.add(FILE, f"section {section}", "paragraph", "has no paragraphs")
    rows = collector.read(lambda: library.rows("article", "paragraph", m.Paragraph), [])
    collector.duplicates(FILE, "paragraph", [row.id for row in rows])
