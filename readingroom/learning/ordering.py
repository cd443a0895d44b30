"""How the parts of an item are laid out before a learner: always in the same shuffle for the same item."""

from __future__ import annotations

import random
from typing import TypeVar

from ..content.library import Library

Part = TypeVar("Part")


def shuffled(seed: str, parts: list[Part]) -> list[Part]:
    """Return `parts` in the order that belongs to `seed`."""
    return random.Random(seed).sample(parts, len(parts))


def out_of_order(seed: str, parts: list[Part]) -> list[Part]:
    """Shuffle, but never into the right order: that would give the answer away."""
    found = shuffled(seed, parts)
    return found if found != parts else [*parts[1:], parts[0]]


def opening_sentence(library: Library, paragraph: str) -> str:
    """Return how a paragraph is offered as support.

    Its number and the first sentence of its gist, as prose with marks.
    """
    found = library.paragraphs[paragraph]
    sentence = " ".join(found.gist.split()).split(". ")[0].rstrip(".")
    return f"**{library.paragraph_label(paragraph)}** {sentence}."
