"""The lesson hand-ins among the files of a class: which count, who completed what, and what the report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ....content.library import Library
from ....learning.submission.lesson_format import is_lesson
from ....learning.submission.lesson_records import LessonHandIn
from ...roster import Student
from ...spreadsheets import writing
from ..collect import Upload
from ..lms_names import with_uploaders
from ..spill import DiskStore
from ..triage import Class, decided
from ..triage_file import File
from .rule import PARTS, Done, Rules, done
from .triage import lesson_file

TABLE, LINES = "lessons.csv", "lessons.jsonl"
MISSING = "missing"


class LessonLine(msgspec.Struct, frozen=True):
    """A line of lessons.jsonl: the hand-in of one lesson that counts for one student.

    `state` is complete, incomplete or provisional (a damaged file that nobody has accepted).
    """

    student: str
    name: str
    state: str
    late: bool
    done: Done
    hand_in: LessonHandIn


class LessonMarks:
    """Takes the lesson hand-ins out of a stream of files, and writes what came of them."""

    def __init__(self, library: Library, expected: Class, rules: Rules, accepted: set[str]):
        self._library, self._expected, self._rules, self._accepted = library, expected, rules, accepted
        self._files: dict[str, list[File]] = {}
        self._held = DiskStore(LessonHandIn)

    def others(self, uploads: Iterable[Upload]) -> Iterator[Upload]:
        """Yield the files that are no lesson's hand-in; keep the others."""
        for upload in uploads:
            if upload.problem or not is_lesson(upload.text):
                yield upload
            else:
                self._take(upload)

    def _take(self, upload: Upload) -> None:
        file, hand_in = lesson_file(upload, self._expected, self._library.quizzes)
        if hand_in:
            self._held.put(upload.name, hand_in)
        self._files.setdefault(hand_in.lesson if hand_in else "", []).append(file)

    @property
    def files(self) -> list[File]:
        """All of them, with those that count marked."""
        return [file for files in self._decided().values() for file in files]

    def _decided(self) -> dict[str, list[File]]:
        return {lesson: with_uploaders(decided(files, self._accepted)) for lesson, files in self._files.items()}

    def write(self, out: Path, students: Iterable[Student]) -> list[str]:
        """Write the table and the lines into `out`; return a sentence on each lesson. Nothing where none came."""
        decided_files = self._decided()
        lessons = [lesson for lesson in self._library.quizzes if lesson in decided_files]
        if not lessons:
            return []
        counting = {(lesson, f.student): f for lesson in lessons for f in decided_files[lesson] if f.counts}
        known = {student.id: student for student in students}
        for _, name in counting:
            known.setdefault(name, Student(name))
        states: dict[tuple[str, str], LessonLine] = {}
        with (out / LINES).open("w", encoding="utf-8", newline="\n") as lines:
            for (lesson, name), file in counting.items():
                line = self._line(known[name], lesson, file)
                lines.write(msgspec.json.encode(line).decode() + "\n")
                states[lesson, name] = msgspec.structs.replace(line, hand_in=LessonHandIn(lesson, name, ""))
        writing(out / TABLE, _table(lessons, list(known.values()), states))
        says = [_says(self._library, lesson, [states.get((lesson, name)) for name in known]) for lesson in lessons]
        return [*says, *self._rules.unknown(self._library.quizzes)]

    def _line(self, student: Student, lesson: str, file: File) -> LessonLine:
        hand_in = self._held[file.name]
        did = done(self._library, lesson, hand_in)
        state = "complete" if did.completes(self._rules.of(lesson)) else "incomplete"
        if file.provisional and file.name not in self._accepted:
            state = "provisional"
        return LessonLine(student.id, student.name, state, "late" in file.problems, did, hand_in)


def _table(
    lessons: list[str], students: list[Student], states: dict[tuple[str, str], LessonLine]
) -> Iterator[list[str]]:
    heads = (f"{lesson}{part}" for lesson in lessons for part in ("", *(f" {each}" for each in PARTS)))
    yield ["id", "name", "complete", *heads]
    for student in students:
        lines = [states.get((lesson, student.id)) for lesson in lessons]
        complete = sum(line is not None and line.state == "complete" for line in lines)
        yield [
            student.id,
            student.name,
            f"{complete} of {len(lessons)}",
            *(cell for line in lines for cell in _cells(line)),
        ]


def _cells(line: LessonLine | None) -> list[str]:
    if line is None:
        return [MISSING, *("" for _ in PARTS)]
    parts = [getattr(line.done, part) for part in PARTS]
    return [
        f"{line.state}{', late' if line.late else ''}",
        *(f"{did} of {whole}" if whole else "" for did, whole in parts),
    ]


def _says(library: Library, lesson: str, lines: list[LessonLine | None]) -> str:
    states = Counter(line.state if line else MISSING for line in lines)
    counts = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return f"Lesson {lesson} ({library.quiz_label(lesson)}): {counts}. {TABLE} has each student."
