"""The text of a copy as pieces: unbroken strings of letters, which alignment counts and compares."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from ...content.fingerprints import letters, split

_CUTS = [
    re.compile(r"\n\n"),
    re.compile(r"(?<=[.?!\u2026])[^\s\w]*(?=\s|\Z)"),
    re.compile(r"\n"),
    re.compile(r"(?=\s)"),
]
MOST_SIGNS = 2_000  # between two words that are looked through; a table of figures may have more


class CopyText:
    """A text and its pieces: `spans` is where each stands, `pieces` its letters."""

    def __init__(self, text: str):
        self.text = text
        plain = cache(letters)  # for this text alone
        found = split(text)
        self.spans = [(start, end) for start, end, _ in found]
        self.pieces = [plain(word) for _, _, word in found]
        self.before = [0, *accumulate(map(len, self.pieces))]

    def length(self, start: int, end: int) -> int:
        """The letters from piece `start` to before piece `end`."""
        return self.before[end] - self.before[start]

    def gap(self, at: int) -> str:
        """What stands before piece `at`."""
        begin = self.spans[at - 1][1] if at else 0
        return self.text[begin : self.spans[at][0] if at < len(self.spans) else len(self.text)]

    def words(self, start: int, end: int) -> str:
        """The text from piece `start` to before piece `end` with the signs that touch it, on one line."""
        before, after = self.gap(start), self.gap(end)
        text = self.text[self.spans[start][0] : self.spans[end - 1][1]]
        return " ".join((before[_cut(before) :] + text + after[: _cut(after)]).split())


def _cut(gap: str) -> int:
    """Where the digits and signs between two paragraphs are divided between the first and the second."""
    gap = gap[:MOST_SIGNS]
    match = next((match for cut in _CUTS if (match := cut.search(gap))), None)
    return match.end() if match else 0
