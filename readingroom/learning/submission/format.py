"""The file of answers that a student hands in: JSON lines, with a sum at the end against accidental damage.

First the heading (exercise, student, variant, when), then a line for each task, then what still puzzles, then the sum of all before it.
Each line can be read by itself, so that a file cut off in the middle loses only what is missing. The sum shows damage and careless
editing; it is no seal, and anybody who wants to can make a new one.
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
    """The response to one task, how sure the student was (1 to 3, 0 where not said), and when it was last changed."""

    response: Any
    sure: int = 0
    at: str = ""


class HandIn(msgspec.Struct, frozen=True):
    """What a hand-in says. `variant` is the tag of the student's own variant, empty where all have the same."""

    exercise: str
    student: str
    made: str
    answers: dict[str, Answer]
    puzzling: tuple[str, ...] = ()
    variant: str = ""


class Read(msgspec.Struct, frozen=True):
    """A hand-in as it was read: whatever could be saved of it, and what is wrong with the file.

    `damage`: "" (sound), "empty", "foreign" (no hand-in of this course), "cut off" or "edited" (the sum does not fit).
    """

    hand_in: HandIn | None
    damage: str
    receipt: str


def written(hand_in: HandIn) -> str:
    """Return the text of the file."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exercise": hand_in.exercise,
        "student": hand_in.student,
        "variant": hand_in.variant,
        "made": hand_in.made,
        "tasks": len(hand_in.answers),
    }
    lines = [
        head,
        *({"task": task, "response": a.response, "sure": a.sure, "at": a.at} for task, a in hand_in.answers.items()),
        {"puzzling": list(hand_in.puzzling)},
    ]
    text = "".join(_line(line) for line in lines)
    return text + _line({"sum": _sum(text)})


def read(text: str) -> Read:
    """Read a file's text, whatever became of it; a byte order mark and other line ends are no damage."""
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n").strip()
    if not plain:
        return Read(None, "empty", "")
    lines = [_parsed(line) for line in plain.split("\n")]
    head = lines[0]
    if not head or head.get("format") != FORMAT:
        return Read(None, "foreign", "")
    found = _hand_in(head, [line for line in lines[1:] if line])
    last = lines[-1] or {}
    if "sum" not in last:
        return Read(found, "cut off", "")
    body = plain[: plain.rindex("\n") + 1] if "\n" in plain else ""
    sound = last["sum"] == _sum(body) and head.get("version") == VERSION
    return Read(found, "" if sound else "edited", receipt(str(last["sum"])))


def receipt(sum: str) -> str:
    """Return the short receipt of a sum, as in K7QD-2M9X: what a student writes down and a teacher compares."""
    code = base64.b32encode(hashlib.sha256(sum.encode()).digest()).decode()[:8]
    return f"{code[:4]}-{code[4:]}"


def receipt_of(text: str) -> str:
    """Return the receipt of a file's text."""
    return read(text).receipt


def file_name(hand_in: HandIn, receipt: str) -> str:
    """Return the name a hand-in gets: exercise, student, receipt."""
    student = re.sub(r"[^A-Za-z0-9._-]+", "-", hand_in.student).strip("-.") or "student"
    return f"{hand_in.exercise}--{student}--{receipt}.jsonl"


def _hand_in(head: Mapping[str, Any], lines: Iterable[dict[str, Any]]) -> HandIn:
    answers, puzzling = {}, []
    for line in lines:
        if isinstance(line.get("task"), str):
            sure = line.get("sure")
            answers[line["task"]] = Answer(
                line.get("response"), sure if sure in (1, 2, 3) else 0, str(line.get("at", ""))
            )
        elif isinstance(line.get("puzzling"), list):
            puzzling = [str(name) for name in line["puzzling"]]
    told = {field: str(head.get(field, "")) for field in ("exercise", "student", "made", "variant")}
    return HandIn(**told, answers=answers, puzzling=tuple(puzzling))


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
