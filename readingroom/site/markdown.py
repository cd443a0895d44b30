"""A lesson's text cells as HTML.

Headings to link to, links between lessons, paragraph numbers that lead to their paragraph.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import mistune

from ..content.errors import CourseError
from ..content.lesson_cells import heading_anchor
from ..content.library import Library, section_of


class LessonText(mistune.HTMLRenderer):
    """Renders text cells of one page; `headings` are those of the second level, in order, as (id, title)."""

    def __init__(self, address_of: Callable[[str], str], paragraphs: dict[int, str], mark: str):
        super().__init__(escape=True)
        self.headings: list[tuple[str, str]] = []
        self._address_of, self._paragraphs = address_of, paragraphs
        self._number = re.compile(rf"{re.escape(mark)}(\d+)")
        self._taken: set[str] = set()
        self.write = mistune.create_markdown(renderer=self)

    def text(self, text: str) -> str:
        return self._number.sub(self._to_paragraph, super().text(text))

    def heading(self, text: str, level: int, **more: object) -> str:
        plain = re.sub(r"<[^>]+>", "", text)
        anchor = self._anchor(plain)
        if level == 2:
            self.headings.append((anchor, plain))
        # A heading is no place for links to paragraphs.
        return f'<h{level} id="{anchor}">{re.sub(r"</?a[^>]*>", "", text)}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        # Words that are a link already hold no other.
        return super().link(re.sub(r"</?a[^>]*>", "", text), self._address_of(url), title)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        raise CourseError(f"the picture {url!r} has no place on a plain page yet")

    def _anchor(self, title: str) -> str:
        stem = heading_anchor(html.unescape(title))
        anchor, n = stem, 1
        while anchor in self._taken:
            n += 1
            anchor = f"{stem}-{n}"
        self._taken.add(anchor)
        return anchor

    def _to_paragraph(self, found: re.Match[str]) -> str:
        address = self._paragraphs.get(int(found[1]))
        if not address:
            return found[0]
        return f'<a class="pilcrow" href="{address}" aria-label="paragraph {found[1]}">{found[0]}</a>'


def paragraph_addresses(library: Library) -> dict[int, str]:
    """Return, for each paragraph's number, the page and place where it is read."""
    return {
        p.number: f"{library.sections[section_of(p.id)].lesson}.html#rr-p-{p.id}" for p in library.paragraphs.values()
    }
