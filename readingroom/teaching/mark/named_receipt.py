"""The receipt as a file's name has it: in full, or in the two groups of a hand-in made by an earlier version.

Nothing inside a hand-in says which version made it. Its name does: only an earlier one ends it after two groups.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ...learning.submission.format import Submission, earlier_file_name, earlier_form, file_name


def named_receipt(name: str, submission: Submission, receipt: str) -> tuple[str, bool]:
    """Return a file's receipt as its name has it, and whether the name fits what the file says.

    A name that does not fit says nothing of the version: then the whole receipt, which begins with the shorter one.
    """
    # Canvas and Moodle put names and numbers before a file's own name, and a number behind it when it comes twice.
    now, before = file_name(submission, receipt), earlier_file_name(submission, receipt)
    if _plain(_stem(now)) in _plain(name):
        return receipt, True
    short = earlier_form(receipt)
    fits = _plain(_stem(before)) in _plain(name) and not (short and _goes_on(name, short))
    return (short if fits else receipt), fits


def _stem(name: str) -> str:
    # What is cut off has no receipt: it went with the file's end.
    return PurePosixPath(name).stem.removesuffix("--")


def _goes_on(name: str, short: str) -> bool:
    """Say whether further groups follow the two: such a name must have them all as they are."""
    for found in re.finditer(re.sub("-", "[^a-z0-9]*", short), name, re.IGNORECASE):
        group = "[A-Z2-7]{4}" if found[0].isupper() else "[A-Za-z2-7]{4}"
        if re.match(rf"(?:[-_ ]?{group})+(?![A-Za-z0-9])", name[found.end() :]):
            return True
    return False


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", name.lower())
