"""Detects paragraphs in a copy: finds the shipped hashes in it, and where many of a paragraph's lie close together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ...content.fingerprints import LEAST_LETTERS, Fingerprint, digest
from .copy_text import CopyText

# A sequence of three words may come broken into up to six pieces, or run together.
MOST_PIECES = 6
MOST_LETTERS = 45
LEAST_HITS = 3
LEAST_SHARE = 0.18
LEAST_BETWEEN = 2


@dataclass(frozen=True)
class Hit:
    """A shipped hash found in the copy: the pieces from `start` to before `end`, of paragraph `number`."""

    start: int
    end: int
    number: int
    hash: int


def detect(prints: list[Fingerprint], copy: CopyText, hits: list[Hit]) -> dict[int, list[Hit]]:
    """The paragraphs with many different hits in a paragraph's length, and those hits."""
    of_paragraph: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        of_paragraph[hit.number].append(hit)
    densest = {number: _densest(all_hits, prints[number], copy) for number, all_hits in of_paragraph.items()}
    return {number: dense for number, dense in densest.items() if enough(dense, prints[number])}


def detect_between(
    prints: list[Fingerprint], copy: CopyText, known: dict[int, list[Hit]], others: list[Hit]
) -> dict[int, list[Hit]]:
    """The paragraphs with too few hits to be detected alone, but with some in the one place where they can stand."""
    detected: dict[int, list[Hit]] = {}
    for number in {hit.number for hit in others} if known else ():
        # Between the nearest known paragraphs; before the first and after the last, up to the end of the copy.
        low = max((hit.end for other in known if other < number for hit in known[other]), default=0)
        high = min((hit.start for other in known if other > number for hit in known[other]), default=len(copy.pieces))
        within = [hit for hit in others if hit.number == number and low <= hit.start and hit.end <= high]
        dense = _densest(within, prints[number], copy)
        # Where there is room for the whole paragraph one hit suffices: a missing page leaves no room.
        has_room = copy.length(low, high) >= prints[number].letters and {number - 1, number + 1} <= set(known)
        if len({hit.hash for hit in dense}) >= (1 if has_room else LEAST_BETWEEN):
            detected[number] = dense
    return detected


def enough(hits: Iterable[Hit], fingerprint: Fingerprint) -> bool:
    """Return whether `hits` suffice to recognise a paragraph by themselves."""
    different, total = len({hit.hash for hit in hits}), len(fingerprint.inside)
    return different >= max(min(LEAST_HITS, total), LEAST_SHARE * total, 1)


def find_hits(prints: list[Fingerprint], copy: CopyText) -> list[Hit]:
    """Every shipped hash that stands in the copy, in the order of the copy."""
    owners: dict[int, list[int]] = defaultdict(list)
    for number, fingerprint in enumerate(prints):
        for value in fingerprint.inside:
            owners[value].append(number)
    hits = []
    for start in range(len(copy.pieces)):
        run = ""
        for end in range(start + 1, min(start + MOST_PIECES, len(copy.pieces)) + 1):
            run += copy.pieces[end - 1]
            if len(run) > MOST_LETTERS:
                break
            if len(run) >= LEAST_LETTERS:
                value = digest(run)
                hits += [Hit(start, end, number, value) for number in owners.get(value, ())]
    return hits


def _densest(hits: list[Hit], fingerprint: Fingerprint, copy: CopyText) -> list[Hit]:
    """The hits within a paragraph's length, where most different ones are; heads and quotes may stretch it a little."""
    room = 1.15 * fingerprint.letters + 150
    within: Counter[int] = Counter()  # how often each hash stands between the first and the last hit
    most, best, first = 0, slice(0), 0
    for last, hit in enumerate(hits):
        within[hit.hash] += 1
        while copy.length(hits[first].start, hit.end) > room:
            within[hits[first].hash] -= 1
            if not within[hits[first].hash]:
                del within[hits[first].hash]
            first += 1
        if len(within) > most:
            most, best = len(within), slice(first, last + 1)
    return hits[best]


Chain = tuple[Hit, "Chain | None"]


def in_reading_order(hits: list[Hit]) -> list[Hit]:
    """The longest chain of hits in which no paragraph comes before an earlier one."""
    best: dict[int, tuple[int, Chain | None]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        size, before = max(
            (chain for number, chain in best.items() if number <= hit.number), key=lambda c: c[0], default=(0, None)
        )
        if size + 1 > best.get(hit.number, (0, None))[0]:
            best[hit.number] = (size + 1, (hit, before))
    _, link = max(best.values(), key=lambda c: c[0], default=(0, None))
    chain = []
    while link:
        hit, link = link
        chain.append(hit)
    return chain[::-1]
