"""What became of a file that is a lesson's hand-in."""

from __future__ import annotations

from collections.abc import Container

from ....learning.submission.format import ODD
from ....learning.submission.lesson_format import LessonRead, named, read
from ....learning.submission.lesson_records import LessonHandIn
from ....learning.submission.validation import summary
from ..lms_names import is_marked_late
from ..named_receipt import named_receipt
from ..triage import ADVICE, LATE_BY_PLATFORM, Class, is_time, late
from ..triage_file import File
from ..upload import Upload


def lesson_file(upload: Upload, expected: Class, lessons: Container[str]) -> tuple[File, LessonHandIn | None]:
    """Return what can be said of one file by itself, and what it holds where that can count."""
    try:
        return _triaged(upload, read(upload.text), expected, lessons)
    except Exception as error:  # the other files of the class are to be marked all the same
        says = f"It could not be looked at ({type(error).__name__}). {ADVICE['unreadable']}"
        return File(upload.name, "", "", "", ("unreadable",), says), None


def _triaged(
    upload: Upload, found: LessonRead, expected: Class, lessons: Container[str]
) -> tuple[File, LessonHandIn | None]:
    hand_in = found.hand_in
    if hand_in is None:
        kind = ODD if found.damage == ODD else "cut off"
        says = f"{summary(found.faults)} {ADVICE['unreadable']}".strip()
        return File(upload.name, "", "", "", (kind,), says), None
    student = expected.student(hand_in.student)
    receipt, fits_its_name = named_receipt(upload.name, named(hand_in), found.receipt)
    if why := _foreign(hand_in, student, expected, lessons):
        return File(upload.name, student, hand_in.made, receipt, ("foreign",), why), None
    kinds = [found.damage] if found.damage else []
    kinds += [] if fits_its_name else ["renamed"]
    due = expected.due_of(student)
    kinds += ["no time"] if due and not is_time(hand_in.made) else []
    by_platform = is_marked_late(upload.name) and not (student in expected.dues and is_time(hand_in.made))
    kinds += ["late"] if by_platform or (due and late(hand_in.made, due)) else []
    kinds += ["nothing answered"] if not hand_in.parts and not found.damage else []
    reasons = {**ADVICE, "late": LATE_BY_PLATFORM} if by_platform else ADVICE
    said = summary(found.faults) if found.damage != "cut off" else ""
    advice = " ".join([*filter(None, [said]), *(reasons[kind] for kind in kinds)])
    return File(upload.name, student, hand_in.made, receipt, tuple(kinds), advice), hand_in


def _foreign(hand_in: LessonHandIn, student: str, expected: Class, lessons: Container[str]) -> str:
    if hand_in.lesson not in lessons:
        return f"It is a hand-in of a lesson that this course does not have: {hand_in.lesson or 'without a name'}."
    if not student:
        return "It says no name."
    if expected.tags is not None and student not in expected.tags:
        return f"{student} is not on the list."
    return ""
