"""The file format of a submission: JSON lines, with a checksum at the end against accidental damage.

First the heading (exercise, student, variant, time), then a line for each task, then the paragraphs that still puzzle,
then the checksum of all before it. Each line can be read by itself, so that a file cut off in the middle loses only
what is missing. The checksum shows damage and careless editing; it is no signature: anybody can compute a new one.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

FORMAT = "reading-room hand-in"
VERSION = 1


class Answer(msgspec.Struct, frozen=True):
    """The response to one task, how sure the student was (1 to 3, 0 if not said), and when it was last changed."""

    response: Any
    sure: int = 0
    at: str = ""


class Submission(msgspec.Struct, frozen=True):
    """What a student hands in. `variant` is the tag of the student's own variant, empty where all have the same."""

    exercise: str
    student: str
    made: str
    answers: dict[str, Answer]
    puzzling: tuple[str, ...] = ()
    variant: str = ""


class ReadResult(msgspec.Struct, frozen=True):
    """A submission as far as it could be read, and what is wrong with the file.

    `damage`: "" (sound), "empty", "foreign" (not a file of this format), "cut off" or "edited" (wrong checksum).
    """

    submission: Submission | None
    damage: str
    receipt: str


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
    """Read a file's text, however damaged; a byte order mark and other line ends are no damage."""
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n").strip()
    if not plain:
        return ReadResult(None, "empty", "")
    lines = [_parsed(line) for line in plain.split("\n")]
    heading = lines[0]
    if not heading or heading.get("format") != FORMAT:
        return ReadResult(None, "foreign", "")
    submission = _submission(heading, [line for line in lines[1:] if line])
    last = lines[-1] or {}
    if "sum" not in last:
        return ReadResult(submission, "cut off", "")
    body = plain[: plain.rindex("\n") + 1] if "\n" in plain else ""
    sound = last["sum"] == _checksum(body) and heading.get("version") == VERSION
    return ReadResult(submission, "" if sound else "edited", receipt(str(last["sum"])))


def receipt(checksum: str) -> str:
    """Return the short receipt of a checksum, as in K7QD-2M9X: students write it down and teachers compare it."""
    code = base64.b32encode(hashlib.sha256(checksum.encode()).digest()).decode()[:8]
    return f"{code[:4]}-{code[4:]}"


def receipt_of(text: str) -> str:
    """Return the receipt of a file's text."""
    return read(text).receipt


def file_name(submission: Submission, receipt: str) -> str:
    """Return the file name of a submission: exercise, student, receipt."""
    student = re.sub(r"[^A-Za-z0-9._-]+", "-", submission.student).strip("-.") or "student"
    return f"{submission.exercise}--{student}--{receipt}.jsonl"


def _submission(heading: Mapping[str, Any], lines: Iterable[dict[str, Any]]) -> Submission:
    answers, puzzling = {}, []
    for line in lines:
        if isinstance(line.get("task"), str):
            sure = line.get("sure")
            answers[line["task"]] = Answer(
                line.get("response"), sure if sure in (1, 2, 3) else 0, str(line.get("at", ""))
            )
        elif isinstance(line.get("puzzling"), list):
            puzzling = [str(name) for name in line["puzzling"]]
    fields = {field: str(heading.get(field, "")) for field in ("exercise", "student", "made", "variant")}
    return Submission(**fields, answers=answers, puzzling=tuple(puzzling))


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
