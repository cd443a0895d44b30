"""The words of a web page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .errors import CopyError


def web_page_text(name: str, source: str) -> str:
    """Return the words of a page's source; a block begins on a line of its own."""
    page = _Page()
    try:
        page.feed(source)
        page.close()
    except AssertionError:  # so older versions of Python say that a declaration is none
        raise CopyError(f"{name} is no whole web page. Copy its text and paste it.") from None
    return "".join(page.parts)


class _Page(HTMLParser):
    """Takes the words; menus, scripts and styles are left out."""

    SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "nav", "button", "select", "form"})
    INLINE = frozenset(
        {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q"}
        | {"s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # One inside another of its kind ends with the outer one: to list it too would only make the list long.
        if tag in self.SILENT and tag not in self.silent:
            self.silent.append(tag)
        self._breaks(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        self._breaks(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._breaks(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _breaks(self, tag: str) -> None:
        if tag == "br":
            self.parts.append("\n")
        elif tag not in self.INLINE and self.parts[-1:] != ["\n\n"]:
            self.parts.append("\n\n")
