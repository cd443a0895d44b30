"""Alignment: which words of a copy belong to which paragraph, found by the paragraphs' fingerprints alone.

Three steps. A paragraph is seen where many of its hashes lie close together. From what is seen, hashes out of the order of
reading are dropped. Then each paragraph's edges are put where the text breaks, its first and last words fit, and its
length comes out right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from ...content.fingerprints import LEAST_LETTERS, RUN, Fingerprint, digest, edge, letters, split

# A sequence of three words may come broken into up to six pieces, or run together.
MOST_PIECES = 6
MOST_LETTERS = 45
LEAST_HITS = 3
LEAST_SHARE = 0.18
LEAST_BETWEEN = 2
LEAST_PARAGRAPHS = 3
WHOLE = 0.8
# What an edge costs: at an empty line after a sentence nothing, in mid-line without a sentence's end most.
EMPTY_LINE, LINE, SENTENCE, NO_SENTENCE, HIT = 0.0, 1.0, 2.0, 3.0, 6.0
# What else counts: a word at the edge that fits, a hit left out, a word between two neighbours, a length that is wrong by all of it.
EDGE_WORD, LOST_HIT, STRAY_WORD, LENGTH = 2.0, 2.0, 0.15, 15.0
PLACES = 30

_SENTENCE_END = re.compile(r"[.?!\u2026][\s\"'\u201d\u2019)\]\d*\u2020]*$")
_CUTS = [
    re.compile(r"\n\n"),
    re.compile(r"(?<=[.?!\u2026])[^\s\w]*(?=\s|\Z)"),
    re.compile(r"\n"),
    re.compile(r"(?=\s)"),
]


@dataclass(frozen=True)
class Placed:
    """A paragraph and its words as they stand in the copy; not `whole` if the copy lacks a part."""

    paragraph: str
    words: str
    whole: bool


@dataclass(frozen=True)
class Alignment:
    """What of the article a copy holds, in the `order` of reading; `hits` says how many hashes were recognised."""

    order: list[str]
    placed: list[Placed]
    hits: int

    @property
    def missing(self) -> list[str]:
        """The paragraphs of which the copy has nothing."""
        there = {p.paragraph for p in self.placed}
        return [name for name in self.order if name not in there]

    @property
    def rank(self) -> tuple[int, int, int]:
        """How good this reading of a copy is, to compare with another's."""
        return len(self.placed), sum(p.whole for p in self.placed), self.hits

    @property
    def is_the_article(self) -> bool:
        """Whether enough was recognised to say that this is the article, or pages of it."""
        return len(self.placed) >= min(LEAST_PARAGRAPHS, len(self.order))


@dataclass(frozen=True)
class Hit:
    """A shipped hash found in the copy: the pieces from `start` to before `end`, of paragraph number `of`."""

    start: int
    end: int
    of: int
    hash: int


def align(prints: list[Fingerprint], text: str) -> Alignment:
    """Return which words of `text`, a copy freed from its pages, belong to which paragraph."""
    copy = _Copy(text)
    hits = _hits(prints, copy)
    seen = _seen(prints, copy, hits)
    by_paragraph: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in _in_order([hit for found in seen.values() for hit in found]):
        by_paragraph[hit.of].append(hit)
    kept = {of: found for of, found in by_paragraph.items() if _enough(found, prints[of])}
    between = _between(prints, copy, kept, [hit for hit in hits if hit.of not in kept])
    for hit in _in_order([hit for found in (kept | between).values() for hit in found]):
        if hit.of in between:
            kept.setdefault(hit.of, []).append(hit)
    found = sorted(kept)
    spans = _Edges(prints, copy, found, kept).spans()
    placed = [
        Placed(prints[of].paragraph, copy.words(start, end), copy.length(start, end) >= WHOLE * prints[of].letters)
        for of, (start, end) in zip(found, spans, strict=True)
    ]
    return Alignment([p.paragraph for p in prints], placed, sum(len(kept[of]) for of in found))


def recognised(prints: list[Fingerprint], text: str) -> list[str]:
    """Return the paragraphs of which `text` holds a paragraph-sized piece, wherever in it."""
    copy = _Copy(text)
    return [prints[of].paragraph for of in sorted(_seen(prints, copy, _hits(prints, copy)))]


class _Copy:
    """A copy's text as pieces: unbroken strings of letters, as finely cut as any reading could cut them."""

    def __init__(self, text: str):
        self.text = text
        self.spans = [(start, end) for start, end, _ in split(text)]
        self.pieces = [letters(text[start:end]) for start, end in self.spans]
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
    """Where figures and signs between two paragraphs part into those of the first and those of the second."""
    found = next((found for cut in _CUTS if (found := cut.search(gap))), None)
    return found.end() if found else 0


def _seen(prints: list[Fingerprint], copy: _Copy, hits: list[Hit]) -> dict[int, list[Hit]]:
    """The paragraphs with many different hits in a paragraph's length, and those hits."""
    of_paragraph: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        of_paragraph[hit.of].append(hit)
    densest = {of: _densest(found, prints[of], copy) for of, found in of_paragraph.items()}
    return {of: found for of, found in densest.items() if _enough(found, prints[of])}


def _between(
    prints: list[Fingerprint], copy: _Copy, kept: dict[int, list[Hit]], others: list[Hit]
) -> dict[int, list[Hit]]:
    """Paragraphs with too few hits to be known alone, but with some in the one place where they can stand."""
    found: dict[int, list[Hit]] = {}
    for of in {hit.of for hit in others} if kept else ():
        # Between the nearest paragraphs that are known; before the first and after the last there is the copy's own end.
        low = max((hit.end for known in kept if known < of for hit in kept[known]), default=0)
        high = min((hit.start for known in kept if known > of for hit in kept[known]), default=len(copy.pieces))
        here = _densest(
            [hit for hit in others if hit.of == of and low <= hit.start and hit.end <= high], prints[of], copy
        )
        # Where there is room for the whole paragraph one hit will do: a page that is missing leaves no room.
        least = 1 if copy.length(low, high) >= prints[of].letters and {of - 1, of + 1} <= set(kept) else LEAST_BETWEEN
        if len({hit.hash for hit in here}) >= least:
            found[of] = here
    return found


def _enough(hits: Iterable[Hit], of: Fingerprint) -> bool:
    different = len({hit.hash for hit in hits})
    return different >= max(min(LEAST_HITS, len(of.inside)), LEAST_SHARE * len(of.inside), 1)


def _hits(prints: list[Fingerprint], copy: _Copy) -> list[Hit]:
    """Every shipped hash that stands in the copy, in the order of the copy."""
    owners: dict[int, list[int]] = defaultdict(list)
    for of, fingerprint in enumerate(prints):
        for value in fingerprint.inside:
            owners[value].append(of)
    hits = []
    for start in range(len(copy.pieces)):
        run = ""
        for end in range(start + 1, min(start + MOST_PIECES, len(copy.pieces)) + 1):
            run += copy.pieces[end - 1]
            if len(run) > MOST_LETTERS:
                break
            if len(run) >= LEAST_LETTERS:
                value = digest(run)
                hits += [Hit(start, end, of, value) for of in owners.get(value, ())]
    return hits


def _densest(hits: list[Hit], of: Fingerprint, copy: _Copy) -> list[Hit]:
    """The hits within a paragraph's length, where most different ones are; heads and quotes may stretch it a little."""
    room = 1.15 * of.letters + 150
    best: list[Hit] = []
    most, first = 0, 0
    for last, hit in enumerate(hits):
        while copy.length(hits[first].start, hit.end) > room:
            first += 1
        different = len({h.hash for h in hits[first : last + 1]})
        if different > most:
            best, most = hits[first : last + 1], different
    return best


Chain = tuple[Hit, "Chain | None"]


def _in_order(hits: list[Hit]) -> list[Hit]:
    """The longest chain of hits in which no paragraph comes before an earlier one."""
    best: dict[int, tuple[int, Chain | None]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        size, before = max((chain for of, chain in best.items() if of <= hit.of), key=lambda c: c[0], default=(0, None))
        if size + 1 > best.get(hit.of, (0, None))[0]:
            best[hit.of] = (size + 1, (hit, before))
    _, link = max(best.values(), key=lambda c: c[0], default=(0, None))
    chain = []
    while link:
        hit, link = link
        chain.append(hit)
    return chain[::-1]


Spans = tuple[tuple[int, int], ...]
Row = tuple[float, int, Spans]
"""A row of edges so far: its cost, the start of its last paragraph, the spans before that one."""


class _Edges:
    """Where the paragraphs found begin and end: the cheapest row of edges, found one after the other (Viterbi)."""

    def __init__(self, prints: list[Fingerprint], copy: _Copy, found: list[int], hits: dict[int, list[Hit]]):
        self.copy, self.found, self.prints = copy, found, prints
        # One hit at each edge may be a chance one, and the true edge further in.
        self.first = {of: sorted(hit.start for hit in hits[of])[:2] for of in found}
        self.last = {of: sorted((hit.end for hit in hits[of]), reverse=True)[:2] for of in found}
        self.breaks = {at: cost for at in range(len(copy.pieces) + 1) if (cost := self._break(at)) is not None}
        self.sorted_breaks = sorted(self.breaks)

    def spans(self) -> list[tuple[int, int]]:
        """The first piece and the piece after the last, of every paragraph found."""
        if not self.found:
            return []
        rows: list[Row] = [(cost, start, ()) for cost, start in self._starts(self.found[0], 0)]
        for of, after in zip(self.found, self.found[1:]):
            rows = self._across(rows, of, after)
        of, total = self.found[-1], len(self.copy.pieces)
        ends = self._ends(of, total)
        _, spans = min(
            (
                (cost + self._misfit(of, start, end) + end_cost, (*spans, (start, end)))
                for cost, start, spans in rows
                for end_cost, end in ends
            ),
            key=lambda row: row[0],
        )
        return list(spans)

    def _across(self, rows: list[Row], of: int, after: int) -> list[Row]:
        """The rows carried on over the border between two paragraphs; one row is kept for each start of the second."""
        ends = self._ends(of, self.first[after][-1])
        starts = self._starts(after, self.last[of][-1])
        carried: dict[int, Row] = {}
        fits: dict[int, tuple[float, Spans]] = {}
        for end_cost, end in ends:
            fits[end] = min(
                (
                    (cost + self._misfit(of, start, end) + end_cost, (*spans, (start, end)))
                    for cost, start, spans in rows
                ),
                key=lambda row: row[0],
            )
        for start_cost, start in starts:
            for end, (cost, spans) in fits.items():
                if end > start:
                    continue
                # Words between two neighbours must be a heading or a stray line; between others a page may be missing.
                whole = cost + start_cost + (STRAY_WORD * (start - end) if after == of + 1 else 0)
                if start not in carried or whole < carried[start][0]:
                    carried[start] = (whole, start, spans)
        if not carried:  # a chance hit reaches over the border: part the paragraphs where the second begins
            cost, start = min(starts)
            return [
                (cost + fit + HIT, start, (*spans[:-1], (spans[-1][0], max(start, spans[-1][0]))))
                for fit, spans in fits.values()
            ]
        return sorted(carried.values(), key=lambda row: row[0])[:PLACES]

    def _starts(self, of: int, low: int) -> list[tuple[float, int]]:
        """Where paragraph `of` may begin, from piece `low` to its first hits, each with its cost."""
        first, opens = self.first[of], self.prints[of].opens
        return self._places(
            of,
            low,
            first[-1],
            first[0],
            lambda at: EDGE_WORD * _same(edge(self.copy.pieces[at : at + RUN]), opens) - LOST_HIT * (at > first[0]),
        )

    def _ends(self, of: int, high: int) -> list[tuple[float, int]]:
        """Where paragraph `of` may end, from its last hits to piece `high`, each with its cost."""
        last, closes = self.last[of], self.prints[of].closes
        return self._places(
            of,
            last[-1],
            high,
            last[0],
            lambda at: (
                EDGE_WORD * _same(edge(self.copy.pieces[max(0, at - RUN) : at]), closes) - LOST_HIT * (at < last[0])
            ),
        )

    def _places(self, of: int, low: int, high: int, hit: int, fit: Callable[[int], float]) -> list[tuple[float, int]]:
        # Farther from its hits than its own length no paragraph reaches.
        reach = 1.2 * self.prints[of].letters
        between = self.sorted_breaks[bisect_left(self.sorted_breaks, low) : bisect_left(self.sorted_breaks, high + 1)]
        costs = {
            at: self.breaks[at] - fit(at) for at in between if self.copy.length(min(at, hit), max(at, hit)) <= reach
        }
        costs.setdefault(hit, HIT - fit(hit))
        return sorted((cost, at) for at, cost in costs.items())[:PLACES]

    def _misfit(self, of: int, start: int, end: int) -> float:
        expected = self.prints[of].letters
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
    return sum(a == b for a, b in zip(words, expected))
