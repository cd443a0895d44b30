"""Marking a class: every file that came in is looked at once, the one that counts for each student is marked, nothing
of theirs is run.

`mark` goes through the files twice, first to see which counts, then to mark, and holds one hand-in at a time; the same
files, key and rubric sheets always give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ...content.errors import CourseError
from ...content.exercise import Assignment, assignment
from ...content.kinds import KINDS
from ...content.library import Library
from ...content.loading import Tables
from ...content.tasks import Key
from ...content.variants import variant_tag
from ..roster import Roster, Student, known_as, read_roster
from ..spreadsheets import as_meant, harmless, reading, writing
from . import gradebook
from .collect import Came, came
from .gradebook import Line
from .rubric_sheets.sheets import FOLDER as WRITTEN
from .rubric_sheets.sheets import read_sheets
from .run import MarkingOptions, Run
from .triage import Class, File, decided, is_time, looked_at

__all__ = ["MarkingOptions", "mark"]
DECISIONS = "decisions.csv"
SOMETIMES = 500  # files, between two words on how far it is
_YES = {"yes", "y", "true", "1"}


def mark(
    root: Path,
    hand_ins: Path,
    key: Path,
    out: Path,
    orders: MarkingOptions,
    tell: Callable[[str], None] = lambda line: None,
) -> list[str]:
    """Mark the files in `hand_ins` by `key`, write all into the folder `out`, and return what to say about it."""
    library = Library(root)
    given, keys = _exercise(root, key)
    if orders.due and not is_time(orders.due):
        raise CourseError(
            f"--due {orders.due!r} is no time; write it as in 2026-12-01T12:00, which is UTC, or with "
            "a zone, as in 2026-12-01T12:00+01:00."
        )
    roster = read_roster(orders.roster) if orders.roster else None
    if orders.seed and not roster:
        raise CourseError(
            "a seed makes a variant for each student on a list: add --roster, the one that was used when assigning."
        )
    sheets, says = read_sheets(
        [out / WRITTEN, *([orders.written] if orders.written else [])],
        [k for k in keys.values() if KINDS[given.tasks[k.task].kind].marked_by_people],
    )
    out.mkdir(parents=True, exist_ok=True)
    accepted = _accepted(out / DECISIONS)
    tags = (
        None
        if roster is None
        else {s.id: variant_tag(given, orders.seed, s.id) if orders.seed else "" for s in roster.students}
    )
    names = known_as(roster.students) if roster and not orders.seed else {}  # a variant says itself whose it is
    expected = Class(given.about.id, tags, orders.due, names)
    files = decided((looked_at(each, expected) for each in _told(came(hand_ins), tell, "looked at")), accepted)
    roster = roster or Roster("plain", [Student(name) for name in sorted({f.student for f in files if f.counts})])
    work = Run(library, given, keys, out, orders, sheets, roster)
    work.go(files, accepted, _told(came(hand_ins), tell, f"of {len(files)} marked"))
    says += work.layout.write(given.tasks)
    _write_lists(out, given, work, files)
    return [*_summary(out, files, work.lines()), *says]


def _exercise(root: Path, path: Path) -> tuple[Assignment, dict[str, Key]]:
    if not path.is_file():
        beside = ", ".join(sorted(other.name for other in path.parent.glob("*.toml")))
        raise CourseError(
            f"there is no key {path}; "
            + (f"beside it stand {beside}." if beside else "keys stand in exercises/key/ of the teacher's copy.")
        )
    keys = {key.task: key for key in Tables(path.parent, path.name).rows("key", Key)}
    given = assignment(root, path.stem)
    unknown, unanswered = sorted(set(keys) - set(given.tasks)), sorted(set(given.tasks) - set(keys))
    if unknown or unanswered:
        raise CourseError(
            f"{path} does not fit exercises/tasks/{path.stem}.toml: no key for "
            f"{', '.join(unanswered) or 'none'}; no task for {', '.join(unknown) or 'none'}."
        )
    return given, keys


def _accepted(path: Path) -> set[str]:
    if not path.is_file():
        return set()
    return {
        as_meant(row["file"]) for _, row in reading(path, "file", "accept") if row["accept"].strip().lower() in _YES
    }


def _write_lists(out: Path, given: Assignment, work: Run, files: list[File]) -> None:
    most, title = work.marker.most, given.about.title
    writing(out / "marks.csv", gradebook.plain(work.lines(), given.tasks, most, work.pages))
    writing(out / "gradebook-canvas.csv", gradebook.canvas(work.lines(), work.roster, title, most))
    writing(out / "gradebook-moodle.csv", gradebook.moodle(work.lines(), work.roster, title))
    writing(
        out / "files.csv",
        [
            ["file", "student", "made", "receipt", "counts", "found", "what to do"],
            *(
                [
                    harmless(f.name),
                    harmless(f.student),
                    harmless(f.made),
                    f.receipt,
                    "yes" if f.counts else "no",
                    "; ".join(f.found) or "sound",
                    f.says,
                ]
                for f in files
            ),
        ],
    )
    accepted = _accepted(out / DECISIONS)  # a file that did not come this time stays accepted
    asked = sorted(accepted | {f.name for f in files if f.provisional and f.counts})
    if asked or (out / DECISIONS).exists():
        writing(
            out / DECISIONS,
            [["file", "accept"], *([harmless(name), "yes" if name in accepted else "no"] for name in asked)],
        )


def _summary(out: Path, files: list[File], lines: Iterable[Line]) -> list[str]:
    states = Counter(line.state for line in lines)
    found = Counter(kind for file in files for kind in file.found)
    says = [
        ", ".join(
            (f"{out}: {states.total()} students", *(f"{count} {state}" for state, count in sorted(states.items())))
        )
        + "."
    ]
    says += [f"{count} {kind}" for kind, count in sorted(found.items())]
    if files and not any(file.counts for file in files):
        says.append(
            f"No file counts, most of them for this reason: {Counter(file.says for file in files).most_common(1)[0][0]}"
        )
    return [*says, "files.csv says what to do about each." if found else f"All {len(files)} files are sound."]


def _told(files: Iterator[Came], tell: Callable[[str], None], did: str) -> Iterator[Came]:
    for number, each in enumerate(files, start=1):
        yield each
        if number % SOMETIMES == 0:
            tell(f"{number} files {did} …")
