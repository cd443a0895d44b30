"""One run over the files that count: each is marked, its page written, its texts laid out, its line put into a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ...content.exercise import Assignment
from ...content.kinds import KINDS
from ...content.library import Library
from ...content.tasks import Key
from ...learning.submission.format import Submission, read
from ..roster import Roster, Student
from .collect import Upload
from .feedback import Feedback
from .gradebook import UNUSABLE, Line
from .page_names import page_names
from .policy.terms import Settled, Terms
from .previous_run import SCORED
from .processes import in_order, useful
from .rubric_sheets.decision_layout import MarkersLayout
from .rubric_sheets.layout import Layout
from .rubric_sheets.sheets import FOLDER, Sheet, code
from .rubric_sheets.two_markers import TwoMarkers
from .scoring import Asked, Marker, TaskMark
from .spill import DiskStore
from .triage_file import File


class MarkingOptions(msgspec.Struct, frozen=True):
    """What the teacher asked for: roster and seed if there are any, the date, how pages and sheets are to look,
    and when a lesson is complete.
    """

    roster: Path | None = None
    seed: str = ""
    due: str = ""
    hide_names: bool = False
    written: Path | None = None
    sheets: str = ""
    solutions: bool = True
    complete: str = ""
    policy: Path | None = None
    markers: str = ""


class _Job(msgspec.Struct, frozen=True):
    """One file that counts, and whose it is."""

    student: Student
    file: File
    upload: Upload
    accepted: bool


class _Marked(msgspec.Struct, frozen=True):
    """What came of one file: the marks as a line and as a record, the feedback page, the texts for a person to mark."""

    line: Line
    record: dict[str, Any]
    page: str
    texts: dict[str, str]


class _Kept(msgspec.Struct, frozen=True):
    """What is left to write when the page is written: the line, the record as JSON, the texts; or what was raised."""

    name: str
    line: Line
    record: str
    texts: dict[str, str]
    error: str = ""


class MarkingRun:
    """One run over the files that count."""

    def __init__(
        self,
        library: Library,
        exercise: Assignment,
        keys: Mapping[str, Key],
        out: Path,
        options: MarkingOptions,
        sheets: Mapping[str, Sheet],
        roster: Roster,
        terms: Terms,
        two: TwoMarkers | None = None,
    ):
        self.marker = Marker(library, exercise, keys, options.seed)
        self.exercise, self.out, self.sheets, self.roster = exercise, out, sheets, roster
        self.terms, self.scored = terms, out / f"{SCORED}.new"
        self.processes: int | None = None  # as many as are useful
        self._lines = DiskStore(Line)
        self._came: set[str] = set()  # students of whom there is any file
        self.pages = page_names(student.id for student in roster.students)
        self.feedback = Feedback(library, exercise.about.title, terms.most, options.solutions)
        written = {name: key for name, key in keys.items() if KINDS[exercise.tasks[name].kind].marked_by_people}
        name, hidden, form = exercise.about.id, options.hide_names, options.sheets
        one = Layout(library, out / FOLDER, name, written, sheets, hidden, form)
        self.layout: Layout | MarkersLayout = two.layout(library, name, hidden, form) if two else one

    def run(self, files: list[File], accepted: set[str], uploads: Iterator[Upload]) -> dict[str, str]:
        """Mark what counts; each student's line is put into a file, for `lines` to give back.

        Return the files that could not be marked, each with what was raised.
        """
        (self.out / "feedback").mkdir(exist_ok=True)
        counting = {file.name: file for file in files if file.counts}
        self._came = {file.student for file in files}
        students = {student.id: student for student in self.roster.students}
        failed: dict[str, str] = {}
        jobs = (
            _Job(students[file.student], file, upload, file.name in accepted)
            for upload in uploads
            if (file := counting.get(upload.name))
        )
        processes = useful(len(counting)) if self.processes is None else self.processes
        with self.scored.open("w", encoding="utf-8", newline="\n") as scored:
            for kept in in_order(self._done, jobs, processes):
                self._lines.put(kept.line.student.id, kept.line)
                for task, text in kept.texts.items():
                    self.layout.add(task, kept.line.student.id, kept.line.student.name, text)
                scored.write(kept.record + "\n")
                if kept.error:
                    failed[kept.name] = kept.error
            for line in self.lines():
                if line.student.id not in self._lines:
                    scored.write(json.dumps(_without_tasks(line, self.terms.most), ensure_ascii=False) + "\n")
        return failed

    def finish(self) -> None:
        """Put the marks of this run in the place of those of the run before, once all else of it is written.

        A run that was cut off, or stumbled over a sheet that is open elsewhere, is so compared with the same marks
        when it is begun again.
        """
        self.scored.replace(self.out / SCORED)

    def lines(self) -> Iterator[Line]:
        """Yield the line of each student in the roster's order."""
        for student in self.roster.students:
            if student.id in self._lines:
                yield self._lines[student.id]
            else:
                yield Line(student, UNUSABLE if student.id in self._came else "missing", 0.0, {})

    def _done(self, job: _Job) -> _Kept:
        """Mark one file and write its page; whatever process does it, the same."""
        error = ""
        try:
            marked = self._marked(job.student, job.file, job.upload, job.accepted)
        except Exception as raised:  # one file's trouble is never that of the class
            error = type(raised).__name__
            marked = _not_marked(job.student, self.terms.most)
        if marked.page:
            path = self.out / "feedback" / self.pages[job.student.id]
            path.write_text(marked.page, encoding="utf-8", newline="\n")
        record = json.dumps(marked.record, ensure_ascii=False)
        return _Kept(job.file.name, marked.line, record, marked.texts, error)

    def _marked(self, student: Student, file: File, upload: Upload, accepted: bool) -> _Marked:
        submission = read(upload.text).submission
        if submission is None:
            raise ValueError("the file has changed since it was looked at")
        asked = self.marker.asked(student.id)
        rubric, comments = self._typed(student, submission)
        settled = self.terms.settled(
            student.id, self.marker.marks(submission, asked, rubric), submission.made, "late" in file.problems
        )
        marks = settled.marks
        line = Line(
            student,
            _state(file, marks, accepted),
            settled.total,
            {m.task: m.points for m in marks},
            None if settled.most == self.terms.most else settled.most,
            [*settled.reasons, *_of_tasks(marks)],
        )
        due = str(self.terms.due_of(student.id) or "")
        page = self.feedback.page(line, asked, marks, rubric, comments, file.receipt, due, settled.reasons)
        texts = {
            m.task: m.response
            for m in marks
            if KINDS[self.exercise.tasks[m.task].kind].marked_by_people
            and isinstance(m.response, str)
            and m.response.strip()
        }
        return _Marked(line, _record(line, file, submission, asked, settled), page, texts)

    def _typed(self, student: Student, submission: Submission) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
        points, comments = {}, {}
        for task, sheet in self.sheets.items():
            text = submission.answers[task].response if task in submission.answers else ""
            name = code(self.exercise.about.id, task, student.id, text if isinstance(text, str) else "")
            if name in sheet.points:
                points[task] = sheet.points[name]
            if sheet.comment(name):
                comments[task] = sheet.comment(name)
        return points, comments


def _state(file: File, marks: list[TaskMark], accepted: bool) -> str:
    if file.provisional and not accepted:
        return "provisional"
    if any(m.points is None and m.counts for m in marks):
        return "written open"
    return "late" if "late" in file.problems else "marked"


def _record(
    line: Line, file: File, submission: Submission, asked: Mapping[str, Asked], settled: Settled
) -> dict[str, Any]:
    return {
        "student": line.student.id,
        "name": line.student.name,
        "state": line.state,
        "made": submission.made,
        "late": "late" in file.problems,
        "total": line.total,
        "most": settled.most,
        "puzzling": list(submission.puzzling),
        "tasks": {m.task: _task_record(m, asked[m.task]) for m in settled.marks},
        **({"reasons": settled.reasons} if settled.reasons else {}),
    }


def _task_record(mark: TaskMark, asked: Asked) -> dict[str, Any]:
    record = {
        "response": mark.response,
        "fraction": mark.fraction,
        "points": mark.points,
        "most": mark.most,
        "sure": mark.sure,
        "missed": mark.missed,
        "values": {name: value.id for name, value in asked.question.values.items()},
    }
    return {**record, "raw": mark.raw, "reasons": mark.reasons} if mark.reasons else record


def _of_tasks(marks: list[TaskMark]) -> list[str]:
    """Return why the marks of single tasks differ, each with the number of its task."""
    return [f"Task {number}: {reason}" for number, mark in enumerate(marks, start=1) for reason in mark.reasons]


def _not_marked(student: Student, most: float) -> _Marked:
    line = Line(student, "provisional", 0.0, {})
    return _Marked(line, _without_tasks(line, most), "", {})


def _without_tasks(line: Line, most: float) -> dict[str, Any]:
    return {
        "student": line.student.id,
        "name": line.student.name,
        "state": line.state,
        "total": 0,
        "most": most,
        "tasks": {},
        "puzzling": [],
    }
