"""One text that a person marks: its code, whose it is, and what has been typed about it."""

from __future__ import annotations

import msgspec

COMMENT = "comment"


class Entry(msgspec.Struct, frozen=True):
    """A text under its code; `student` and `name` are empty where names are hidden.

    `typed` has what the teacher wrote, word for word, by criterion; the comment under its own name; under "" what no
    line has room for.
    """

    code: str
    student: str
    name: str
    text: str
    typed: dict[str, str]
