"""Marking a class: every file that came in is looked at once, the one that counts for each student is marked, nothing of theirs is run.

`mark` goes through the files twice, first to see which counts, then to mark, and holds one hand-in at a time; the same files, key and
rubric sheets always give the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from ...content.exercise import Assignment, Key, assignment
from ...content.faults import CourseError
from ...content.library import Library
from ...content.loading import records
from ...learning.hand_in import HandIn, read
from ..roster import Roster, Student, read_roster
from ..spreadsheets import as_meant, harmless, reading, writing
from ..variants import tag
from . import gradebook
from .aside import Aside
from .feedback import Feedback, page_names
from .finding import Came, came
from .gradebook import Line
from .scoring import Asked, Marker, TaskMark
from .sorting import Class, File, decided, looked_at
from .written import FOLDER as WRITTEN
from .written import Layout, Sheet, code, read_sheets

DECISIONS = "decisions.csv"
_YES = {"yes", "y", "true", "1"}


class Orders(msgspec.Struct, frozen=True):
    """What the teacher asked for: roster and seed where there are any, the date, and how pages and sheets are to look."""
    roster: Path | None = None
    seed: str = ""
    due: str = ""
    hide_names: bool = False
    written: Path | None = None
    sheets: str = ""
    solutions: bool = True


def mark(root: Path, hand_ins: Path, key: Path, out: Path, orders: Orders, tell: Callable[[str], None] = lambda line: None) -> list[str]:
    """Mark the files in `hand_ins` by `key`, write everything into the folder `out`, and return what to say about it."""
    library = Library(root)
    given, keys = _exercise(root, key)
    roster = read_roster(orders.roster) if orders.roster else None
    if orders.seed and not roster:
        raise CourseError("a seed makes a variant for each student on a list: add --roster, the one that was used when assigning.")
    sheets, says = read_sheets([out / WRITTEN, *([orders.written] if orders.written else [])], [k for k in keys.values() if given.tasks[k.task].kind == "written"])
    out.mkdir(parents=True, exist_ok=True)
    accepted = _accepted(out / DECISIONS)
    tags = None if roster is None else {s.id: tag(given, orders.seed, s.id) if orders.seed else "" for s in roster.students}
    expected = Class(given.about.id, tags, orders.due)
    files = decided((looked_at(each, expected) for each in _told(came(hand_ins), tell, "looked at")), accepted)
    roster = roster or Roster("plain", [Student(name) for name in sorted({f.student for f in files if f.counts})])
    work = _Work(library, given, keys, out, orders, sheets, roster)
    work.run(files, accepted, _told(came(hand_ins), tell, "marked"))
    says += work.layout.write(given.tasks)
    _write_lists(out, given, work, files)
    return [*_summary(out, files, work.lines()), *says]


class _Work:
    """One run over the files that count."""

    def __init__(self, library: Library, given: Assignment, keys: Mapping[str, Key], out: Path, orders: Orders, sheets: Mapping[str, Sheet], roster: Roster):
        self.marker = Marker(library, given, keys, orders.seed)
        self.given, self.out, self.sheets, self.roster = given, out, sheets, roster
        self._lines = Aside(Line)
        self.pages = page_names(student.id for student in roster.students)
        self.feedback = Feedback(library, given.about.title, self.marker.most, orders.solutions)
        written = {name: key for name, key in keys.items() if given.tasks[name].kind == "written"}
        self.layout = Layout(library, out, given.about.id, written, sheets, orders.hide_names, orders.sheets)

    def run(self, files: list[File], accepted: set[str], texts: Iterator[Came]) -> None:
        """Mark what counts; each student's line is laid aside, for `lines` to give back."""
        (self.out / "feedback").mkdir(exist_ok=True)
        counting = {file.name: file for file in files if file.counts}
        students = {student.id: student for student in self.roster.students}
        with (self.out / "scored.jsonl").open("w", encoding="utf-8", newline="\n") as scored:
            for each in texts:
                if file := counting.get(each.name):
                    line, record = self._one(students[file.student], file, read(each.text).hand_in, file.name in accepted)
                    self._lines.put(file.student, line)
                    scored.write(json.dumps(record, ensure_ascii=False) + "\n")
            for line in self.lines():
                if line.state == "missing":
                    scored.write(json.dumps(_missing(line, self.marker.most), ensure_ascii=False) + "\n")

    def lines(self) -> Iterator[Line]:
        """Yield the line of each student in the roster's order."""
        for student in self.roster.students:
            yield self._lines[student.id] if student.id in self._lines else Line(student, "missing", 0.0, {})

    def _one(self, student: Student, file: File, hand_in: HandIn, accepted: bool) -> tuple[Line, dict]:
        asked = self.marker.asked(student.id)
        rubric, comments = self._marked(student, hand_in)
        marks = self.marker.marks(hand_in, asked, rubric)
        line = Line(student, _state(file, marks, accepted), round(sum(m.points or 0 for m in marks), 2), {m.task: m.points for m in marks})
        page = self.feedback.page(line, asked, marks, rubric, comments, file.receipt)
        (self.out / "feedback" / self.pages[student.id]).write_text(page, encoding="utf-8", newline="\n")
        for m in marks:
            if self.given.tasks[m.task].kind == "written" and isinstance(m.response, str) and m.response.strip():
                self.layout.add(m.task, student.id, student.name, m.response)
        return line, _record(line, file, hand_in, asked, marks)

    def _marked(self, student: Student, hand_in: HandIn) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
        points, comments = {}, {}
        for task, sheet in self.sheets.items():
            text = hand_in.answers[task].response if task in hand_in.answers else ""
            name = code(self.given.about.id, task, student.id, text if isinstance(text, str) else "")
            if name in sheet.points:
                points[task] = sheet.points[name]
            if sheet.comment(name):
                comments[task] = sheet.comment(name)
        return points, comments


def _exercise(root: Path, path: Path) -> tuple[Assignment, dict[str, Key]]:
    if not path.is_file():
        raise CourseError(f"there is no key {path}; it stands in exercises/key/ of the teacher's copy.")
    keys = {key.task: key for key in records(path.parent, path.name, "key", Key)}
    given = assignment(root, path.stem)
    unknown, unanswered = sorted(set(keys) - set(given.tasks)), sorted(set(given.tasks) - set(keys))
    if unknown or unanswered:
        raise CourseError(f"{path} does not fit exercises/tasks/{path.stem}.toml: no key for {', '.join(unanswered) or 'none'}; no task for {', '.join(unknown) or 'none'}.")
    return given, keys


def _state(file: File, marks: list[TaskMark], accepted: bool) -> str:
    if file.provisional and not accepted:
        return "provisional"
    if any(m.points is None for m in marks):
        return "written open"
    return "late" if "late" in file.found else "marked"


def _record(line: Line, file: File, hand_in: HandIn, asked: Mapping[str, Asked], marks: list[TaskMark]) -> dict:
    return {"student": line.student.id, "name": line.student.name, "state": line.state, "made": hand_in.made, "late": "late" in file.found,
            "total": line.total, "most": sum(m.most for m in marks), "puzzling": list(hand_in.puzzling),
            "tasks": {m.task: {"response": m.response, "fraction": m.fraction, "points": m.points, "most": m.most, "sure": m.sure, "missed": m.missed,
                               "values": {name: value.id for name, value in asked[m.task].variant.values.items()}} for m in marks}}


def _missing(line: Line, most: int) -> dict:
    return {"student": line.student.id, "name": line.student.name, "state": line.state, "total": 0, "most": most, "tasks": {}, "puzzling": []}


def _accepted(path: Path) -> set[str]:
    if not path.is_file():
        return set()
    return {as_meant(row["file"]) for _, row in reading(path, "file", "accept") if row["accept"].strip().lower() in _YES}


def _write_lists(out: Path, given: Assignment, work: _Work, files: list[File]) -> None:
    most, title = work.marker.most, given.about.title
    writing(out / "marks.csv", gradebook.plain(work.lines(), given.tasks, most, work.pages))
    writing(out / "gradebook-canvas.csv", gradebook.canvas(work.lines(), work.roster, title, most))
    writing(out / "gradebook-moodle.csv", gradebook.moodle(work.lines(), work.roster, title))
    writing(out / "files.csv", [["file", "student", "made", "receipt", "counts", "found", "what to do"],
                                *([harmless(f.name), harmless(f.student), harmless(f.made), f.receipt, "yes" if f.counts else "no", "; ".join(f.found) or "sound", f.says] for f in files)])
    damaged, accepted = [f for f in files if f.provisional and f.counts], _accepted(out / DECISIONS)
    if damaged or (out / DECISIONS).exists():
        writing(out / DECISIONS, [["file", "accept"], *([harmless(f.name), "yes" if f.name in accepted else "no"] for f in damaged)])


def _summary(out: Path, files: list[File], lines: Iterable[Line]) -> list[str]:
    states = Counter(line.state for line in lines)
    found = Counter(kind for file in files for kind in file.found)
    says = [", ".join((f"{out}: {states.total()} students", *(f"{count} {state}" for state, count in sorted(states.items())))) + "."]
    says += [f"{count} {kind}" for kind, count in sorted(found.items())]
    if files and not any(file.counts for file in files):
        says.append(f"No file counts, most of them for this reason: {Counter(file.says for file in files).most_common(1)[0][0]}")
    return [*says, "files.csv says what to do about each." if found else f"All {len(files)} files are sound."]


def _told(files: Iterator[Came], tell: Callable[[str], None], did: str) -> Iterator[Came]:
    for number, each in enumerate(files, start=1):
        yield each
        if number % 500 == 0:
            tell(f"{number} files {did} …")
