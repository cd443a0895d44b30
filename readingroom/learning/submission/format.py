"""The file format of a submission: JSON lines, with a checksum at the end against accidental damage.

First the heading (exercise, student, variant, time), then a line for each task, then the paragraphs that still puzzle,
then the checksum of all before it. Each line can be read by itself, so that a file cut off in the middle loses only
what is missing. The checksum shows damage and careless editing; it is no signature: anybody can compute a new one.
"""

from __future__ import annotations

import msgspec

from .envelope import checksum, heading_of, is_sound, line, plain_text, receipt_of_sum, refused
from .lines import FIELDS, read_lines
from .receipts import earlier_file_name, earlier_form, file_name, receipt
from .records import Answer, Submission

__all__ = [
    "Answer",
    "ReadResult",
    "Submission",
    "earlier_file_name",
    "earlier_form",
    "file_name",
    "read",
    "receipt",
    "receipt_of",
    "serialize",
]

FORMAT = "reading-room hand-in"
VERSION = 1
ODD = "odd content"


class ReadResult(msgspec.Struct, frozen=True):
    """A submission as far as it could be read, and what is wrong with the file.

    `damage`: "" (sound), "empty", "foreign" (not a file of this format), "cut off", "edited" (wrong checksum) or ODD
    (the checksum fits, the content does not). `faults` says of each thing that was replaced or left out what it is.
    """

    submission: Submission | None
    damage: str
    receipt: str
    faults: tuple[str, ...] = ()


def serialize(submission: Submission) -> str:
    """Return the text of the file."""
    heading = {
        "format": FORMAT,
        "version": VERSION,
        "exercise": submission.exercise,
        "student": submission.student,
        "variant": submission.variant,
        "made": submission.made,
        "tasks": len(submission.answers),
    }
    lines = [
        heading,
        *({"task": task, "response": a.response, "sure": a.sure, "at": a.at} for task, a in submission.answers.items()),
        {"puzzling": list(submission.puzzling)},
    ]
    text = "".join(map(line, lines))
    return text + line({"sum": checksum(text)})


def read(text: str) -> ReadResult:
    """Read a file's text, however damaged or hostile; a byte order mark and other line ends are no damage."""
    plain = plain_text(text)
    if not plain:
        return ReadResult(None, "empty", "")
    heading = heading_of(plain, FORMAT)
    if heading is None:
        return ReadResult(None, "foreign", "")
    if faults := refused(heading, FIELDS, plain):
        return ReadResult(None, ODD, "", tuple(faults))
    submission, last, found = read_lines(plain, heading)
    if "sum" not in last:
        return ReadResult(submission, "cut off", "", found)
    damage = "edited" if not is_sound(plain, last, heading, VERSION) else ODD if found else ""
    return ReadResult(submission, damage, receipt_of_sum(last["sum"]), found)


def receipt_of(text: str) -> str:
    """Return the receipt of a file's text."""
    return read(text).receipt
