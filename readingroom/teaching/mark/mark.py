"""Marking a class: every file that came in is looked at once, the one that counts for each student is marked, nothing
of theirs is run.

`mark` goes through the files twice, first to see which counts, then to mark, and holds one hand-in at a time; the same
files, key and rubric sheets always give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ...content.errors import CourseError
from ...content.exercise import Assignment, assignment
from ...content.kinds import KINDS
from ...content.library import Library
from ...content.loading import Tables
from ...content.tasks import Key
from ...content.variants import variant_tag
from ..counted import counted
from ..roster import Roster, Student, known_as, read_roster
from ..spreadsheets import reading, saved_as, writing
from . import gradebook
from .changes import changes, write_changes
from .collect import Upload, uploads
from .due_time import due_time, heard
from .gradebook import Line
from .key_trial import refuse_unfit_key
from .lessons.marks import LessonMarks
from .lessons.rule import rules_of
from .lms_names import with_uploaders
from .named_student import with_named_students
from .policy.conditions import called_late_alone, class_policy, waiting_points, write_conditions
from .policy.terms import Terms
from .previous_run import PreviousRun
from .processes import in_order, useful
from .rubric_sheets.sheets import FOLDER as WRITTEN
from .rubric_sheets.sheets import read_sheets
from .rubric_sheets.two_markers import TwoMarkers, chosen
from .run import MarkingOptions, MarkingRun
from .triage import Class, decided, not_marked, triage
from .triage_file import File, where_to_look

__all__ = ["MarkingOptions", "mark"]
DECISIONS = "decisions.csv"
SOMETIMES = 500  # files, between two words on how far it is
_YES = {"yes", "y", "true", "1", "wahr", "vrai", "verdadero"}  # spreadsheets write a truth in their own language
_NO = {"", "no", "n", "false", "0", "falsch", "faux", "falso"}


def mark(
    root: Path,
    hand_ins: Path,
    key: Path,
    out: Path,
    options: MarkingOptions,
    notify: Callable[[str], None] = lambda line: None,
) -> list[str]:
    """Mark the files in `hand_ins` by `key`, write all into the folder `out`, and return what to say about it."""
    library = Library(root)
    exercise, keys = _exercise(root, key)
    refuse_unfit_key(library, key, exercise, keys, bool(options.seed))
    due = due_time(options.due) if options.due else None
    roster = read_roster(options.roster) if options.roster else None
    if options.seed and not roster:
        raise CourseError(
            "a seed makes a variant for each student on a list: add --roster, the one that was used when assigning."
        )
    points = {key.task: key.points for key in keys.values()}
    policy, passed_over = class_policy(root, options.policy, options.roster, roster)
    terms = Terms(policy, exercise.about.id, due, points)
    by_people = [k for k in keys.values() if KINDS[exercise.tasks[k.task].kind].marked_by_people]
    names_of_two = chosen(out / WRITTEN, options.markers)
    two = TwoMarkers(out / WRITTEN, names_of_two, by_people, options.written) if names_of_two else None
    folders = [out / WRITTEN, *([options.written] if options.written else [])]
    sheets, messages = (two.sheets, two.messages) if two else read_sheets(folders, by_people)
    out.mkdir(parents=True, exist_ok=True)
    accepted = accepted_files(out / DECISIONS)
    tags = (
        None
        if roster is None
        else {s.id: variant_tag(exercise, options.seed, s.id) if options.seed else "" for s in roster.students}
    )
    names = known_as(roster.students) if roster and not options.seed else {}  # a variant says itself whose it is
    kinds = {task.id: task.kind for task in exercise.tasks.values()}
    expected = Class(exercise.about.id, tags, terms.on_time_until(""), names, kinds, terms.own_dues)
    lessons = LessonMarks(library, expected, rules_of(options.complete, policy.lesson, library), accepted)
    previous = PreviousRun(out)
    previous.refuse_other_exercise(exercise)
    came = _report_progress(uploads(hand_ins, out), notify, "looked at")
    processes = useful(len(roster.students) if roster else 0)  # about so many files came
    looked_at = list(in_order(partial(triage, expected=expected), lessons.others(came), processes))
    files = with_uploaders(decided(looked_at, accepted, terms.accepts))
    files = with_named_students(files, roster.students) if roster else files
    previous.refuse_loss(files)
    roster = roster or Roster("plain", [Student(name) for name in sorted({f.student for f in files if f.counts})])
    marking = MarkingRun(library, exercise, keys, out, options, sheets, roster, terms, two)
    failed = marking.run(files, accepted, _report_progress(uploads(hand_ins, out), notify, f"of {len(files)} marked"))
    files = [not_marked(file, failed[file.name]) if file.name in failed else file for file in files]
    messages += marking.layout.write(exercise.tasks)
    messages += lessons.write(out, roster.students)
    files = sorted([*files, *lessons.files], key=lambda file: file.name) if lessons.files else files
    _write_lists(out, exercise, marking, files)
    write_conditions(out, terms)
    written = [task.id for task in exercise.tasks.values() if KINDS[task.kind].marked_by_people]
    changed = write_changes(out, changes(previous, marking.scored, written) if previous.is_there else iter(()))
    marking.finish()
    passed_over += [*waiting_points(terms, marking.lines()), *called_late_alone(terms, files)]
    return [*_summary(out, files, marking.lines()), *heard(due), *terms.described(), *passed_over, *changed, *messages]


def _exercise(root: Path, path: Path) -> tuple[Assignment, dict[str, Key]]:
    if not path.is_file():
        if (meant := root / "exercises/key" / f"{path.stem}.toml").is_file():
            raise CourseError(f"there is no key {path}; did you mean {meant}?")
        beside = ", ".join(sorted(other.name for other in path.parent.glob("*.toml")))
        raise CourseError(
            f"there is no key {path}; "
            + (f"beside it stand {beside}." if beside else "keys stand in exercises/key/ of the teacher's copy.")
        )
    keys = {key.task: key for key in Tables(path.parent, path.name).rows("key", Key)}
    exercise = assignment(root, path.stem)
    unknown, unanswered = sorted(set(keys) - set(exercise.tasks)), sorted(set(exercise.tasks) - set(keys))
    if unknown or unanswered:
        raise CourseError(
            f"{path} does not fit exercises/tasks/{path.stem}.toml: no key for "
            f"{', '.join(unanswered) or 'none'}; no task for {', '.join(unknown) or 'none'}."
        )
    return exercise, keys


def accepted_files(path: Path) -> set[str]:
    """Return the damaged files that the teacher accepted."""
    found = saved_as(path)
    rows = [] if found is None else list(reading(found, "file", "accept"))
    unclear = [f"row {n}: {row['accept']!r}" for n, row in rows if row["accept"].strip().lower() not in {*_YES, *_NO}]
    if unclear:
        raise CourseError(f"{found}: write yes or no into the column accept; there stands, in {'; '.join(unclear)}.")
    return {row["file"] for _, row in rows if row["accept"].strip().lower() in _YES}


def _write_lists(out: Path, exercise: Assignment, marking: MarkingRun, files: list[File]) -> None:
    most, title = marking.terms.most, exercise.about.title
    with_reasons = any(line.reasons for line in marking.lines())
    writing(out / "marks.csv", gradebook.plain(marking.lines(), exercise.tasks, most, marking.pages, with_reasons))
    canvas = gradebook.canvas(marking.lines(), marking.roster, title, most)
    writing(out / "gradebook-canvas.csv", canvas, for_people=False)
    moodle = gradebook.moodle(marking.lines(), marking.roster, title, most)
    writing(out / "gradebook-moodle.csv", moodle, for_people=False)
    write_files(out, files)


def write_files(out: Path, files: list[File]) -> None:
    """Write what became of each file, and the list of damaged ones to accept."""
    writing(
        out / "files.csv",
        [
            ["file", "student", "made", "receipt", "counts", "found", "what to do"],
            *(
                [
                    f.name,
                    f.student,
                    f.made,
                    f.receipt,
                    "yes" if f.counts else "no",
                    "; ".join(f.problems) or "sound",
                    f.advice,
                ]
                for f in files
            ),
        ],
    )
    # Also of files that did not come this time.
    typed, accepted = saved_as(out / DECISIONS), accepted_files(out / DECISIONS)
    asked = sorted(accepted | {f.name for f in files if f.provisional and f.counts})
    if asked or typed:
        writing(
            out / DECISIONS,
            [["file", "accept"], *([name, "yes" if name in accepted else "no"] for name in asked)],
            comes_back=True,
        )
        if typed and typed != out / DECISIONS:
            typed.unlink()  # all that was typed in it now stands in the list


def _summary(out: Path, files: list[File], lines: Iterable[Line]) -> list[str]:
    states = Counter(line.state for line in lines)
    problems = Counter(kind for file in files for kind in file.problems)
    in_each = [f"{count} {state}" for state, count in sorted(states.items())]
    messages = [", ".join([f"{out}: {counted(states.total(), 'student')}", *in_each]) + "."]
    messages += [f"{count} {kind}" for kind, count in sorted(problems.items())]
    if files and not any(file.counts for file in files):
        commonest = Counter(file.advice for file in files).most_common(1)[0][0]
        messages.append(f"No file counts, most of them for this reason: {commonest}")
    return [*messages, where_to_look(files)]


def _report_progress(files: Iterator[Upload], notify: Callable[[str], None], did: str) -> Iterator[Upload]:
    for number, each in enumerate(files, start=1):
        yield each
        if number % SOMETIMES == 0:
            notify(f"{number} files {did} …")
