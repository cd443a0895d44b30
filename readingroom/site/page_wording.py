"""Notebook text as a page without a kernel says it.

Sentences of data/pages.toml replaced, links between lessons dropped.
"""

from __future__ import annotations

import re

from ..content.library import Library

# Every page has its own way to the next lesson and back.
_LESSON_LINKS = re.compile(r"^\*\*Next:\*\*.*$|^\*\*Back:\*\*.*$", re.MULTILINE)


def as_on_a_page(library: Library, markdown: str) -> str:
    """Return a notebook's text as a plain page says it."""
    for sentence in library.page_sentences:
        # Escaped, since a backslash in a replacement would be read as a group.
        markdown = pattern(sentence.notebook).sub(sentence.page.replace("\\", r"\\"), markdown)
    return _LESSON_LINKS.sub("", markdown).strip()


def pattern(sentence: str) -> re.Pattern[str]:
    """Return what finds a sentence however its lines are broken."""
    return re.compile(r"\s+".join(re.escape(word) for word in sentence.split()))
