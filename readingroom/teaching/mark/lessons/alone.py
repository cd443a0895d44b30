"""Marking lesson hand-ins where no exercise was set."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from ....content.errors import CourseError
from ....content.library import Library
from ...roster import known_as, read_roster
from ..collect import uploads
from ..due_time import due_time, heard
from ..mark import DECISIONS, accepted_files, write_files
from ..policy.conditions import class_policy
from ..policy.terms import Terms
from ..previous_run import SCORED
from ..run import MarkingOptions
from ..triage import Class, triage
from ..triage_file import File, where_to_look
from .marks import LessonMarks
from .rule import rules_of

_NO_EXERCISE = "It is no lesson's hand-in; if it is an exercise's, name that exercise's key with --key."


def mark_lessons(root: Path, hand_ins: Path, out: Path, options: MarkingOptions) -> list[str]:
    """Mark the lesson hand-ins in `hand_ins`, write all into the folder `out`, and return what to say about it."""
    due = due_time(options.due) if options.due else None
    roster = read_roster(options.roster) if options.roster else None
    tags = {student.id: "" for student in roster.students} if roster else None
    policy, passed_over = class_policy(root, options.policy, options.roster, roster)
    terms = Terms(policy, "", due, {})
    names = known_as(roster.students) if roster else {}
    expected = Class("", tags, terms.on_time_until(""), names, dues=terms.own_dues)
    if (out / SCORED).is_file():
        raise CourseError(
            f"{out} holds the marks of an exercise, and without its key they would be left without their lists. Name "
            "the key with --key, which marks lessons too, or another folder with --out."
        )
    out.mkdir(parents=True, exist_ok=True)
    library = Library(root)
    rules = rules_of(options.complete, policy.lesson, library)
    lessons = LessonMarks(library, expected, rules, accepted_files(out / DECISIONS))
    others = [_no_lesson(triage(upload, expected)) for upload in lessons.others(uploads(hand_ins, out))]
    files = sorted([*lessons.files, *others], key=lambda file: file.name)
    messages = lessons.write(out, roster.students if roster else [])
    write_files(out, files)
    problems = Counter(kind for file in files for kind in file.problems)
    return [
        *(messages or [f"{out}: no lesson's hand-in came."]),
        *(f"{count} {kind}" for kind, count in sorted(problems.items())),
        where_to_look(files),
        *heard(due),
        *passed_over,
    ]


def _no_lesson(file: File) -> File:
    if "unreadable" in file.problems or "empty" in file.problems:
        return file
    return msgspec.structs.replace(file, problems=("foreign",), advice=_NO_EXERCISE)
