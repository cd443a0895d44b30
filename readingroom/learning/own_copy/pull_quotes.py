"""Leaves out pull quotes: lines, printed apart, whose words come again in the running text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache

from ...content.fingerprints import letters, split

LEAST_WORDS, MOST_WORDS = 12, 70
LOOSE_WORDS = 5
LEAST_SHARE = 0.25
MOST_PLACES = 4
FARTHEST = 14  # words between two equal sequences of one repeat
SHIFT = 3  # words that one of the two may have more

Span = tuple[int, int]
Chain = list[Span]
"""The places, in both texts, of the sequences of three words that a repeat is made of."""


def without_pull_quotes(lines: list[str]) -> list[str]:
    """Leave out whole lines whose words come again in the running text."""
    plain = cache(letters)  # for this text alone
    words = [(number, plain(word)) for number, line in enumerate(lines) for _, _, word in split(line)]
    line_of = [number for number, _ in words]
    dropped: set[int] = set()
    for repeat in _repeats([word for _, word in words]):
        (loose, block), (looser, _) = sorted((_as_lines(line_of, span) for span in repeat), key=lambda lines: lines[0])
        # The running text hardly ever begins and ends a repeated sentence just where its lines begin and end.
        if loose <= LOOSE_WORDS or loose <= 2 * LOOSE_WORDS <= looser:
            dropped |= set(block)
    return [line for number, line in enumerate(lines) if number not in dropped]


def _as_lines(line_of: list[int], span: Span) -> tuple[int, range]:
    """How many words the lines that hold `span` have besides it, and these lines."""
    start, end = span
    first, last = line_of[start], line_of[end - 1]
    return bisect_right(line_of, last) - bisect_left(line_of, first) - (end - start), range(first, last + 1)


def _repeats(words: list[str]) -> list[tuple[Span, Span]]:
    """The pairs of places at which the same words stand, allowing for misread ones."""
    found = []
    for chain in _chains(_equal_places(words)):
        one, other = _spans(words, chain)
        length = one[1] - one[0]
        if LEAST_WORDS <= length <= MOST_WORDS and one[1] <= other[0] and len(chain) >= LEAST_SHARE * length:
            found.append((one, other))
    return found


def _equal_places(words: list[str]) -> list[Span]:
    """The pairs of places with the same three words, in order; what comes oftener than MOST_PLACES is a phrase."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i in range(len(words) - 2):
        places["".join(words[i : i + 3])].append(i)
    return sorted(
        (i, j) for starts in places.values() if len(starts) <= MOST_PLACES for i in starts for j in starts if i < j
    )


def _chains(pairs: list[Span]) -> list[Chain]:
    chains: list[Chain] = []
    near: list[Chain] = []  # only what ended a few words ago can go on, or each pair is held against all of the text
    for i, j in pairs:
        near = [chain for chain in near if i - chain[-1][0] <= FARTHEST]
        chain = next((chain for chain in near if _goes_on(chain, i, j)), None)
        if chain is None:
            chain = []
            chains.append(chain)
            near.append(chain)
        chain.append((i, j))
    return chains


def _goes_on(chain: Chain, i: int, j: int) -> bool:
    last_i, last_j = chain[-1]
    return i > last_i and abs((j - i) - (last_j - last_i)) <= SHIFT


def _spans(words: list[str], chain: Chain) -> tuple[Span, Span]:
    """The two repeated spans of `chain`: without a chance match at an end, extended by equal words."""
    first, last = 0, len(chain) - 1
    while first < last and chain[first + 1][0] - chain[first][0] > 5:
        first += 1
    while first < last and chain[last][0] - chain[last - 1][0] > 5:
        last -= 1
    (i, j), (k, m) = chain[first], (chain[last][0] + 3, chain[last][1] + 3)
    while i and words[i - 1] == words[j - 1] and k - i <= MOST_WORDS:  # of a longer one it does not matter how long
        i, j = i - 1, j - 1
    while m < len(words) and words[k] == words[m] and k - i <= MOST_WORDS:
        k, m = k + 1, m + 1
    return (i, k), (j, m)
