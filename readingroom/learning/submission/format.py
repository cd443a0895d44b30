"""The file format of a submission: JSON lines, with a checksum at the end against accidental damage.

First the heading (exercise, student, variant, time), then a line for each task, then the paragraphs that still puzzle,
then the checksum of all before it. Each line can be read by itself, so that a file cut off in the middle loses only
what is missing. The checksum shows damage and careless editing; it is no signature: anybody can compute a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import msgspec

from .lines import FIELDS, read_lines
from .receipts import earlier_file_name, earlier_form, file_name, receipt
from .records import Answer, Submission
from .validation import encodable, name_fault, parsed

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
MOST_LINES = 5_000
MOST_COMMAS = 50_000  # so many lists and tables can be in a file; to read a million takes seconds


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
    text = "".join(_line(line) for line in lines)
    return text + _line({"sum": _checksum(text)})


def read(text: str) -> ReadResult:
    """Read a file's text, however damaged or hostile; a byte order mark and other line ends are no damage."""
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n").strip()
    if not plain:
        return ReadResult(None, "empty", "")
    heading = _heading(plain)
    if heading is None:
        return ReadResult(None, "foreign", "")
    refused = _refused(heading, plain)
    if refused:
        return ReadResult(None, ODD, "", tuple(refused))
    submission, last, faults = read_lines(plain, heading)
    if "sum" not in last:
        return ReadResult(submission, "cut off", "", faults)
    body = plain[: plain.rindex("\n") + 1] if "\n" in plain else ""
    sound = last["sum"] == _checksum(body) and heading.get("version") == VERSION and heading["version"] is not True
    damage = "edited" if not sound else ODD if faults else ""
    return ReadResult(submission, damage, _receipt_of_sum(last["sum"]), faults)


def receipt_of(text: str) -> str:
    """Return the receipt of a file's text."""
    return read(text).receipt


def _heading(plain: str) -> dict[str, Any] | None:
    try:
        heading = parsed(plain.partition("\n")[0])
    except ValueError:
        return None
    return heading if heading.get("format") == FORMAT else None


def _refused(heading: Mapping[str, Any], plain: str) -> list[str]:
    """Return why nothing in the file can be used; nothing where it can."""
    faults = [f"the field {field} {fault}" for field in FIELDS if (fault := name_fault(heading.get(field, "")))]
    for sign, most, what in (("\n", MOST_LINES, "lines"), (",", MOST_COMMAS, "commas")):
        if (count := plain.count(sign)) > most:
            faults.append(f"it has {count:,} {what}, far more than a hand-in")
    return faults


def _line(value: dict[str, Any]) -> str:
    return encodable(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _receipt_of_sum(checksum: Any) -> str:
    return "" if not checksum or name_fault(checksum) else receipt(str(checksum))
