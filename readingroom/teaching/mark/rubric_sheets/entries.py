"""One text that a person marks: its code, whose it is, and what has been typed about it."""

from __future__ import annotations

import msgspec

COMMENT = "comment"
LONGEST_CELL = 32_767  # letters; Excel cuts what is longer, or moves it into other cells


class Entry(msgspec.Struct, frozen=True):
    """A text under its code; `student` and `name` are empty where names are hidden.

    `typed` has what the teacher wrote, word for word, by criterion; the comment under its own name; under "" what no
    line has room for. `given` says what two markers have given, where a third is to decide.
    """

    code: str
    student: str
    name: str
    text: str
    typed: dict[str, str]
    given: str = ""


def shown(text: str, most: int) -> str:
    """Return as much of a text as a cell takes, and where the rest can be seen."""
    if len(text) <= most:
        return text
    note = f" [\N{HORIZONTAL ELLIPSIS}] The whole text has {len(text):,} letters; --sheets notebook shows it all."
    return text[: most - len(note)] + note
