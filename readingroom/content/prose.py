"""Turns the course's prose into HTML: fills figures in, sets emphasis and links, finds glossary terms.

Everything is escaped first, so that nothing but this file's own tags reaches a page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import mistune

from .library import Library
from .models import Term

_markdown = mistune.create_markdown(escape=True)
_MARKUP = re.compile(r"[*_`\[\]\\#<>+|~&]|\n\s*\n|^\s*(-|\d+[.)])\s|\n")


def inline(library: Library, text: str) -> str:
    """Return one paragraph of prose as HTML without a block around it."""
    return re.sub(r"^<p>|</p>$", "", blocks(library, " ".join(text.split())))


def blocks(library: Library, text: str) -> str:
    """Return prose of one or more paragraphs as HTML; a blank line parts two paragraphs."""
    prose = library.text(text.strip())
    if not prose:
        return ""
    if not _MARKUP.search(prose):  # most prose is plain, and need not be parsed
        plain = html.escape(prose, quote=False).replace('"', "&quot;")
        return f"<p>{plain}</p>"
    return str(_markdown(prose)).strip()


class TermFinder:
    """Finds glossary terms and their aliases in escaped text: whole words, whatever the case of their letters."""

    def __init__(self, terms: Iterable[Term]):
        self.ids = {name.lower(): term.id for term in terms for name in (term.term, *term.aliases)}
        longest_first = sorted(self.ids, key=len, reverse=True)
        names = "|".join(re.escape(html.escape(name, quote=False)) for name in longest_first)
        whole_words = rf"(?<![\w-])(?:{names})(?![\w-])"
        self.pattern = re.compile(whole_words, re.IGNORECASE)
        self._lower_case = re.compile(whole_words)  # on lower-case text this is five times as fast

    def id_of(self, words: str) -> str:
        """Return the id of the term that `words`, a match of `pattern`, stand for."""
        plain = html.unescape(words)
        if plain.lower() in self.ids:
            return self.ids[plain.lower()]
        # A few letters are one to the pattern that lower case keeps apart: the long s of old prints, the dotted I.
        return next(term for name, term in self.ids.items() if re.fullmatch(re.escape(name), plain, re.IGNORECASE))

    def used(self, text: str) -> set[str]:
        """Return the ids of the terms that plain `text` uses."""
        # Line breaks of the file are spaces to a reader.
        words = html.escape(" ".join(text.lower().split()), quote=False)
        return {self.id_of(match) for match in self._lower_case.findall(words)} if self.ids else set()
