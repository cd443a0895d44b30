"""Leaves out what stands on every page: its number, and the running head with the journal's or the author's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from ...content.fingerprints import letters

HEAD_WORDS = 12
HEAD_SIGNS = 250
SAME_LINE = 0.72
NEAR_PAGES = 20
MOST_HEADS = 40
_NUMBER_LINE = re.compile(r"[\W_]*(?:page\s*)?\d{1,4}[\W_]*", re.IGNORECASE)

Page = list[str]


def without_heads(pages: list[Page]) -> list[Page]:
    """Leave out lines of digits only, and repeated lines: at the same place of a page where pages are known."""
    without_numbers = [[line for line in page if not _NUMBER_LINE.fullmatch(line)] for page in pages]
    if len(pages) == 1:
        return [_without_repeated(without_numbers[0])]
    dropped = {line for place in (0, 1, -2, -1) for line in _repeated_at(place, without_numbers)}
    return [
        [line for at, line in enumerate(page) if (number, at) not in dropped]
        for number, page in enumerate(without_numbers)
    ]


def _without_repeated(lines: Page) -> Page:
    # Where pages are not known a line must come three times, or it may be the text's own.
    names = [_name(line) for line in lines]
    counts = Counter(filter(None, names))
    heads = [name for name, count in counts.most_common() if count >= 3]
    dropped = set(heads)
    others = counts.keys() - dropped
    for head in heads[:MOST_HEADS]:  # more lines that come so often are a table or a refrain
        dropped |= _alike(others, head)
    return [line for line, name in zip(lines, names, strict=True) if name not in dropped]


def _repeated_at(place: int, pages: list[Page]) -> set[tuple[int, int]]:
    """The page and line of each line at a `place` of its page that stands, or nearly, at that of another page."""
    named = [
        (number, at, name)
        for number, page in enumerate(pages)
        for at in _full(page)[place:][:1]
        if (name := _name(page[at]))
    ]
    counts = Counter(name for _, _, name in named)
    dropped = {name for name, count in counts.items() if count > 1}
    for here, (_, _, head) in enumerate(named):
        # A misread head has its like a few pages away: to compare all pages of a book with one another takes minutes.
        near = {name for _, _, name in named[max(0, here - NEAR_PAGES) : here + NEAR_PAGES + 1]}
        dropped |= _alike(near - dropped - {head}, head)
    return {(number, at) for number, at, name in named if name in dropped}


def _full(page: Page) -> list[int]:
    return [at for at, line in enumerate(page) if line.strip()]


def _name(line: str) -> str:
    """A line by its letters alone, or nothing if it is too long or too short for a running head."""
    words = line.split()
    if len(words) > HEAD_WORDS or sum(map(len, words)) > HEAD_SIGNS:
        return ""
    name = letters(line)
    return name if len(name) >= 6 else ""


def _alike(names: Iterable[str], head: str) -> set[str]:
    """Those of `names` that differ from `head` in a few misread letters."""
    match = SequenceMatcher(None, "", head, autojunk=False)
    return {name for name in names if abs(len(name) - len(head)) <= 4 and _is_alike(match, name)}


def _is_alike(match: SequenceMatcher[str], name: str) -> bool:
    match.set_seq1(name)
    return match.real_quick_ratio() >= SAME_LINE and match.quick_ratio() >= SAME_LINE and match.ratio() >= SAME_LINE
