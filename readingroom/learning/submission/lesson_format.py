"""The file format of a lesson's hand-in, version 1; parts/hand_in/lesson-file.js writes it, in every door.

JSON lines: the heading (lesson, student, time), then a line for each paragraph marked, claim voted on or weighed, item
answered and, where the student ticked it, note; at the end the checksum of all before it. As in an exercise's hand-in
each line is read by itself, and the checksum shows damage and careless editing, and is no signature.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from .envelope import heading_of, is_sound, plain_text, receipt_of_sum, refused
from .format import ODD
from .lesson_records import LessonAnswer, LessonHandIn
from .records import Submission
from .validation import certainty, fitted, fitted_text, name_fault, parsed

FORMAT = "reading-room lesson hand-in"
VERSION = 1
FIELDS = ("lesson", "student", "made")
MOST_TRIES = 100_000
LARGEST = 2_000_000  # bytes, as teaching/mark/upload.py takes of any file
_STRANGE = "it is none of a lesson hand-in's lines"

Line = Mapping[str, Any]


class LessonRead(msgspec.Struct, frozen=True):
    """A lesson's hand-in as far as it could be read; `damage` and `faults` are those of an exercise's."""

    hand_in: LessonHandIn | None
    damage: str
    receipt: str
    faults: tuple[str, ...] = ()


def is_lesson(text: str) -> bool:
    """Say whether a file is, or says it is, a lesson's hand-in."""
    return FORMAT in text[:200]


def read(text: str) -> LessonRead:
    """Read a file's text, however damaged or hostile."""
    plain = plain_text(text)
    if not plain:
        return LessonRead(None, "empty", "")
    heading = heading_of(plain, FORMAT)
    if heading is None:
        return LessonRead(None, "foreign", "")
    if faults := refused(heading, FIELDS, plain):
        return LessonRead(None, ODD, "", tuple(faults))
    hand_in, last, found = _lines(plain, heading)
    if "sum" not in last:
        return LessonRead(hand_in, "cut off", "", found)
    damage = "edited" if not is_sound(plain, last, heading, VERSION) else ODD if found else ""
    return LessonRead(hand_in, damage, receipt_of_sum(last["sum"]), found)


def named(hand_in: LessonHandIn) -> Submission:
    """Return what a file's name is made from, in the form that an exercise's hand-in has."""
    return Submission(f"lesson-{hand_in.lesson}", hand_in.student, hand_in.made, {})


def _lines(plain: str, heading: Line) -> tuple[LessonHandIn, Line, tuple[str, ...]]:
    faults: list[str] = []
    places: dict[str, dict[str, Any]] = {place: {} for _, place, _ in _KINDS}
    last: Line = {}
    for number, written in enumerate(plain.split("\n")[1:], start=2):
        if not written.strip():
            continue
        found: list[str] = []
        try:
            last = parsed(written)
        except ValueError as error:
            last = {}
            found.append(str(error))
        else:
            _take(last, places, found)
        faults += [f"line {number}: {fault}" for fault in dict.fromkeys(found)]
    about: dict[str, Any] = {field: str(heading.get(field, "")) for field in FIELDS}
    return LessonHandIn(**about | places), last, tuple(faults)


def _take(line: Line, places: dict[str, dict[str, Any]], faults: list[str]) -> None:
    if "sum" in line:
        return
    for field, place, value in _KINDS:
        if field in line:
            if fault := "is no text" if not isinstance(line[field], str) else name_fault(line[field]):
                faults.append(f"the name of its {field} {fault}")
                return
            if line[field] in places[place]:
                faults.append(f"another line has the same {field}; the later counts")
            places[place][line[field]] = value(line, faults)
            return
    faults.append(_STRANGE)


def _word(field: str) -> Callable[[Line, list[str]], str]:
    def word(line: Line, faults: list[str]) -> str:
        value = line.get(field)
        if isinstance(value, str) and not name_fault(value):
            return value
        faults.append(f"its {field} is no word")
        return ""

    return word


def _note(line: Line, faults: list[str]) -> str:
    text = line.get("text")
    if isinstance(text, str):
        return fitted_text(text, faults)
    faults.append("its text is no text")
    return ""


def _answer(line: Line, faults: list[str]) -> LessonAnswer:
    sure, tries, text = line.get("sure", 0), line.get("tries", 1), line.get("text", "")
    if certainty(sure) != sure or type(sure) is not int:
        faults.append("how sure the student was is no number from 0 to 3, and counts as not said")
    if type(tries) is not int or not 1 <= tries <= MOST_TRIES:
        faults.append("how often it was tried is no such number, and counts as once")
        tries = 1
    shares = {name: _share(line.get(name, 0), name, faults) for name in ("fraction", "first")}
    words = fitted_text(text, faults) if isinstance(text, str) else ""
    return LessonAnswer(fitted(line.get("response"), faults), certainty(sure), **shares, tries=tries, text=words)


def _share(value: Any, name: str, faults: list[str]) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    faults.append(f"its {name} is no part from 0 to 1, and counts as 0")
    return 0.0


# The field that names a line's subject, the place of what it says, and how that is read.
_KINDS: tuple[tuple[str, str, Callable[[Line, list[str]], Any]], ...] = (
    ("paragraph", "marks", _word("mark")),
    ("claim", "votes", _word("vote")),
    ("weighed", "weighings", _word("materiality")),
    ("item", "answers", _answer),
    ("note", "notes", _note),
)
