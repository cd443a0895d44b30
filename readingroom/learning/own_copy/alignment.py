"""Alignment: which words of a copy belong to which paragraph, found by the paragraphs' fingerprints alone.

Three steps. A paragraph is detected where many of its hashes lie close together. Of these, hashes out of the order of
reading are dropped. Then each paragraph's edges are put where the text breaks, its first and last words fit, and its
length is about right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ...content.fingerprints import Fingerprint
from .copy_text import CopyText
from .detection import Hit, detect, detect_between, enough, find_hits, in_reading_order
from .edges import Edges

LEAST_PARAGRAPHS = 3
WHOLE = 0.8


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
    def is_recognised(self) -> bool:
        """Whether enough was recognised to say that this is the article, or pages of it."""
        return len(self.placed) >= min(LEAST_PARAGRAPHS, len(self.order))


def align(prints: list[Fingerprint], text: str) -> Alignment:
    """Return which words of `text`, a copy freed from its pages, belong to which paragraph."""
    copy = CopyText(text)
    all_hits = find_hits(prints, copy)
    detected = detect(prints, copy, all_hits)
    ordered: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in in_reading_order([hit for hits in detected.values() for hit in hits]):
        ordered[hit.number].append(hit)
    accepted = {number: hits for number, hits in ordered.items() if enough(hits, prints[number])}
    between = detect_between(prints, copy, accepted, [hit for hit in all_hits if hit.number not in accepted])
    for hit in in_reading_order([hit for hits in (accepted | between).values() for hit in hits]):
        if hit.number in between:
            accepted.setdefault(hit.number, []).append(hit)
    numbers = sorted(accepted)
    spans = Edges(prints, copy, numbers, accepted).spans()
    placed = [_placed(prints[number], copy, span) for number, span in zip(numbers, spans, strict=True)]
    return Alignment([p.paragraph for p in prints], placed, sum(map(len, accepted.values())))


def _placed(fingerprint: Fingerprint, copy: CopyText, span: tuple[int, int]) -> Placed:
    is_whole = copy.length(*span) >= WHOLE * fingerprint.letters
    return Placed(fingerprint.paragraph, copy.words(*span), is_whole)


def recognised_paragraphs(prints: list[Fingerprint], text: str) -> list[str]:
    """Return the paragraphs of which `text` holds a paragraph-sized piece, wherever in it."""
    copy = CopyText(text)
    return [prints[number].paragraph for number in sorted(detect(prints, copy, find_hits(prints, copy)))]
