"""What is known of one file that came in."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...learning.submission.format import ODD


class File(msgspec.Struct, frozen=True):
    """One file: whose it says it is, when it was made, what was found, whether it counts, and whether it can only
    count provisionally.
    """

    name: str
    student: str
    made: str
    receipt: str
    problems: tuple[str, ...]
    advice: str
    counts: bool = False

    @property
    def provisional(self) -> bool:
        """Say whether the file is damaged, so that its mark needs the teacher's word."""
        return bool({"cut off", "edited", ODD} & set(self.problems))


def where_to_look(files: Sequence[File]) -> str:
    """Return what ends a run's messages: what the teacher looks at next."""
    if not files:
        return "No file was handed in: is this the folder, or the zip, that your learning system gave you?"
    if any(file.problems for file in files):
        return "files.csv says what to do about each."
    return f"All {len(files)} files are sound." if len(files) > 1 else "The one file is sound."
