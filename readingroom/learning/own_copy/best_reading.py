"""The readings of a file held against the paragraphs, the better ones one after another."""

from __future__ import annotations

from collections.abc import Iterator

from ...content.fingerprints import Fingerprint
from .alignment import Alignment, align
from .readings import readings
from .text_cleanup import clean_text


def better_and_better(prints: list[Fingerprint], name: str, data: bytes) -> Iterator[Alignment]:
    """Yield what the first reading of a file finds, then each that finds more, while something is missing.

    CopyError says what keeps a file, or a further reading of it, from being read.
    """
    best: Alignment | None = None
    for text in readings(name, data):
        alignment = align(prints, clean_text(text))
        if best is None or alignment.rank > best.rank:
            best = alignment
            yield best
        if not best.missing and all(placed.whole for placed in best.placed):
            return
