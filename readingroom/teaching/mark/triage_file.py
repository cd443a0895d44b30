"""What is known of one file that came in."""

from __future__ import annotations

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
