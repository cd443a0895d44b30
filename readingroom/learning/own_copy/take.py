"""Takes the learner's own copy of the text: reads a file, aligns it with the paragraphs, keeps its words."""

from __future__ import annotations

from pathlib import Path

from ...content.fingerprints import fingerprints
from ...content.library import Library
from .alignment import Alignment
from .apart import aligned
from .errors import CopyError
from .limits import check_bytes, shown_name
from .report import refusal
from .store import keep


def take_copy(root: Path, name: str, data: bytes) -> Alignment:
    """Align the file `name` with the course below `root` and keep its words; CopyError if it is another text."""
    name = shown_name(name)
    check_bytes(name, len(data))
    alignment = aligned(fingerprints(root), name, data)
    if not alignment.is_recognised:
        raise CopyError(refusal(alignment, name, Library(root).course.text))
    keep(root, {placed.paragraph: placed.words for placed in alignment.placed})
    return alignment
