"""Finds where each detected paragraph begins and ends in a copy, by the lowest total cost of all edges (Viterbi)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from ...content.fingerprints import RUN, Fingerprint, edge
from .copy_text import CopyText
from .detection import Hit

# The cost of an edge: nothing at an empty line after a sentence, most within a line without a sentence's end.
EMPTY_LINE, LINE, SENTENCE, NO_SENTENCE, HIT = 0.0, 1.0, 2.0, 3.0, 6.0
# Other costs: a word at the edge that fits (a gain), a hit left out, a word between two neighbours, a length that is
# wrong by the whole of it.
EDGE_WORD, LOST_HIT, STRAY_WORD, LENGTH = 2.0, 2.0, 0.15, 15.0
PLACES = 30

_SENTENCE_END = re.compile(r"[.?!\u2026][\s\"'\u201d\u2019)\]\d*\u2020]*$")

Spans = tuple[tuple[int, int], ...]
Row = tuple[float, int, Spans]
"""A row of edges so far: its cost, the start of its last paragraph, the spans before that one."""


class Edges:
    """Where the paragraphs `numbers` begin and end: the cheapest row of edges, extended paragraph by paragraph."""

    def __init__(self, prints: list[Fingerprint], copy: CopyText, numbers: list[int], hits: dict[int, list[Hit]]):
        self.copy, self.numbers, self.prints = copy, numbers, prints
        # One hit at each edge may be a chance one, and the true edge further in.
        self.first = {number: sorted(hit.start for hit in hits[number])[:2] for number in numbers}
        self.last = {number: sorted((hit.end for hit in hits[number]), reverse=True)[:2] for number in numbers}
        self.breaks = {at: cost for at in range(len(copy.pieces) + 1) if (cost := self._break(at)) is not None}
        self.sorted_breaks = sorted(self.breaks)

    def spans(self) -> list[tuple[int, int]]:
        """The first piece and the piece after the last, of every paragraph found."""
        if not self.numbers:
            return []
        rows: list[Row] = [(cost, start, ()) for cost, start in self._starts(self.numbers[0], 0)]
        for number, after in pairwise(self.numbers):
            rows = self._across(rows, number, after)
        number, total = self.numbers[-1], len(self.copy.pieces)
        ends = self._ends(number, total)
        _, spans = min(
            (
                (cost + self._misfit(number, start, end) + end_cost, (*spans, (start, end)))
                for cost, start, spans in rows
                for end_cost, end in ends
            ),
            key=lambda row: row[0],
        )
        return list(spans)

    def _across(self, rows: list[Row], number: int, after: int) -> list[Row]:
        """The rows carried on over the border between two paragraphs; one row is kept for each start of the second."""
        ends = self._ends(number, self.first[after][-1])
        starts = self._starts(after, self.last[number][-1])
        carried: dict[int, Row] = {}
        fits: dict[int, tuple[float, Spans]] = {}
        for end_cost, end in ends:
            fits[end] = min(
                (
                    (cost + self._misfit(number, start, end) + end_cost, (*spans, (start, end)))
                    for cost, start, spans in rows
                ),
                key=lambda row: row[0],
            )
        for start_cost, start in starts:
            for end, (cost, spans) in fits.items():
                if end > start:
                    continue
                # Words between two neighbours must be a heading or a stray line; between others a page may be missing.
                whole = cost + start_cost + (STRAY_WORD * (start - end) if after == number + 1 else 0)
                if start not in carried or whole < carried[start][0]:
                    carried[start] = (whole, start, spans)
        if not carried:  # a chance hit reaches over the border: divide the paragraphs where the second begins
            cost, start = min(starts)
            return [
                (cost + fit + HIT, start, (*spans[:-1], (spans[-1][0], max(start, spans[-1][0]))))
                for fit, spans in fits.values()
            ]
        return sorted(carried.values(), key=lambda row: row[0])[:PLACES]

    def _starts(self, number: int, low: int) -> list[tuple[float, int]]:
        """Where paragraph `of` may begin, from piece `low` to its first hits, each with its cost."""
        first, opens = self.first[number], self.prints[number].opens
        return self._places(
            number,
            low,
            first[-1],
            first[0],
            lambda at: EDGE_WORD * _same(edge(self.copy.pieces[at : at + RUN]), opens) - LOST_HIT * (at > first[0]),
        )

    def _ends(self, number: int, high: int) -> list[tuple[float, int]]:
        """Where paragraph `of` may end, from its last hits to piece `high`, each with its cost."""
        last, closes = self.last[number], self.prints[number].closes
        return self._places(
            number,
            last[-1],
            high,
            last[0],
            lambda at: (
                EDGE_WORD * _same(edge(self.copy.pieces[max(0, at - RUN) : at]), closes) - LOST_HIT * (at < last[0])
            ),
        )

    def _places(
        self, number: int, low: int, high: int, hit: int, fit: Callable[[int], float]
    ) -> list[tuple[float, int]]:
        # Farther from its hits than its own length no paragraph reaches.
        reach = 1.2 * self.prints[number].letters
        between = self.sorted_breaks[bisect_left(self.sorted_breaks, low) : bisect_left(self.sorted_breaks, high + 1)]
        costs = {
            at: self.breaks[at] - fit(at) for at in between if self.copy.length(min(at, hit), max(at, hit)) <= reach
        }
        costs.setdefault(hit, HIT - fit(hit))
        return sorted((cost, at) for at, cost in costs.items())[:PLACES]

    def _misfit(self, number: int, start: int, end: int) -> float:
        expected = self.prints[number].letters
        return LENGTH * abs(self.copy.length(start, end) - expected) / expected

    def _break(self, at: int) -> float | None:
        """What it costs to put an edge before piece `at`; None where no text breaks."""
        gap = self.copy.gap(at)
        if at in (0, len(self.copy.pieces)):
            return EMPTY_LINE
        sentence = bool(_SENTENCE_END.search(gap.rstrip(" \t\n\u201c\u2018\"'([")))
        if "\n\n" in gap:
            return EMPTY_LINE if sentence else EMPTY_LINE + NO_SENTENCE / 2
        if "\n" in gap:
            return LINE if sentence else LINE + NO_SENTENCE
        return SENTENCE if sentence else None


def _same(words: list[int], expected: list[int]) -> int:
    return sum(a == b for a, b in zip(words, expected, strict=False))  # an edge of the copy may have fewer words
