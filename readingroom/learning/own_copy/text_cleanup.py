"""Cleans a copy's text: undoes ligatures, running heads, page numbers, pull quotes and hyphenation.

Form feeds separate pages where the kind of file has pages; without them all this works less reliably.
"""

from __future__ import annotations

import re

from .broken_words import whole_words
from .pull_quotes import without_pull_quotes
from .running_heads import without_heads

_REPLACEMENTS = {
    "\N{SOFT HYPHEN}": "",
    "\N{ZERO WIDTH SPACE}": "",
    "\ufeff": "",
    "\N{NO-BREAK SPACE}": " ",
    "\r\n": "\n",
    "\r": "\n",
    "\N{LATIN SMALL LIGATURE FF}": "ff",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
    "\N{LATIN SMALL LIGATURE FFI}": "ffi",
    "\N{LATIN SMALL LIGATURE FFL}": "ffl",
    "\N{LATIN SMALL LIGATURE LONG S T}": "st",
    "\N{LATIN SMALL LIGATURE ST}": "st",
}


def clean_text(text: str) -> str:
    """Return `text` as one continuous page; empty lines stay where they were."""
    for character, plain in _REPLACEMENTS.items():
        text = text.replace(character, plain)
    pages = [page.split("\n") for page in text.split("\f")]
    text = "\n\f\n".join("\n".join(page) for page in without_heads(pages))
    # Pull quotes go first: one that stands between the halves of a broken word keeps them from being joined.
    text = whole_words("\n".join(without_pull_quotes(text.split("\n"))))
    return re.sub(r"[ \t]+", " ", re.sub(r"\n(?:[ \t]*\n)+", "\n\n", text))
