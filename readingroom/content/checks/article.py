"""Checks of data/article.toml: the article, its sections and paragraphs."""

from __future__ import annotations

from collections import Counter

from ..library import section_of
from .collector import Collector
from .dates import check_date
from .references import check_prose, check_record

FILE = "data/article.toml"
# What an article may have besides the fields of its record, and what no opened page may have confirmed.
_UNPRINTED = ("pages", "volume", "issue", "doi")


def check_article(collector: Collector) -> None:
    """Check the article's record, each paragraph's place, and that no section is empty."""
    library, sections, paragraphs = collector.library, collector.section_ids, collector.paragraphs
    article = collector.read(lambda: library.article, None)
    if article:
        check_record(collector, FILE, "article", article)
        check_date(collector, FILE, "article", "date", article.date)
        fields = [*article.__struct_fields__, *_UNPRINTED]
        collector.unknown(FILE, "article", "unverified", article.unverified, fields, "field")
    in_order = [section for section in collector.sections if sections]
    for paragraph in paragraphs.values():
        label = f"paragraph {paragraph.id}"
        if sections is not None and section_of(paragraph.id) not in sections:
            collector.add(FILE, label, "id", f"begins with no section: {', '.join(in_order)}")
        check_prose(collector, FILE, label, paragraph)
    _check_numbers(collector)
    for section in collector.sections.values():
        check_prose(collector, FILE, f"section {section.id}", section)
        if not any(section_of(paragraph) == section.id for paragraph in collector.known["paragraph"] or ()):
            collector.add(FILE, f"section {section.id}", "paragraph", "has no paragraphs")


def _check_numbers(collector: Collector) -> None:
    """Check each paragraph's number against its place among all rows, sound or not."""
    rows = collector.read(lambda: collector.library.raw_rows("article", "paragraph"), [])
    for number, row in enumerate(rows, start=1):
        if isinstance(found := row.get("number"), int) and found != number:
            message = f"is {found}, but the paragraph stands in place {number}"
            collector.add(FILE, f"paragraph {row.get('id', number)}", "number", message)
    places: Counter[str] = Counter()
    for row in rows:
        section, _, ending = str(row.get("id", "")).rpartition("-")
        places[section] += 1
        if ending.isdecimal() and ending != str(places[section]):
            message = f"ends in {ending}, but this is paragraph {places[section]} of {section}"
            collector.add(FILE, f"paragraph {row['id']}", "id", message)
