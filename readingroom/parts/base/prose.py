"""Glossary terms in the course's prose made into buttons that explain them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...content.models import Term
from ...content.prose import TermFinder, blocks, inline

__all__ = ["TermMarker", "blocks", "inline"]

_TAG = re.compile(r"(<[^<>]+>)")
# A browser may break the line between a button and the comma after it.
_MARKED_AND_SIGNS = re.compile(r'(<button type="button" class="rr-term"[^>]*>[^<]*</button>[,.;:!?)\u2019\u201d]+)')


class TermMarker:
    """Marks the first mention of each glossary term on a page."""

    def __init__(self, terms: Iterable[Term]):
        self._finder = TermFinder(terms)
        self._seen: set[str] = set()

    def mark(self, markup: str) -> str:
        """Return `markup` with a button around the first mention of each term that was not marked before.

        Signs that follow a button at once stay in its line.
        """
        parts, depth = _TAG.split(markup), 0
        for i, part in enumerate(parts):
            if part.startswith("<"):
                depth += _nesting_step(part)
            elif not depth and self._finder.ids:
                parts[i] = self._finder.pattern.sub(self._button, part)
        return _MARKED_AND_SIGNS.sub(r'<span class="rr-unbroken">\1</span>', "".join(parts))

    @property
    def used(self) -> set[str]:
        """The ids of the terms marked so far."""
        return set(self._seen)

    def _button(self, mention: re.Match[str]) -> str:
        word = str(mention[0])
        term = self._finder.id_of(word)
        if term in self._seen:
            return word
        self._seen.add(term)
        return f'<button type="button" class="rr-term" data-term="{term}" aria-expanded="false">{word}</button>'


def _nesting_step(tag: str) -> int:
    """Return 1 where an element begins in which no term is marked (link, code, button), -1 where it ends, else 0."""
    name = re.match(r"</?(\w+)", tag)
    if not name or name[1] not in ("a", "code", "button"):
        return 0
    return -1 if tag.startswith("</") else 1
