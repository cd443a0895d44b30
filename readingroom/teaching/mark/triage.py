"""What became of every file that came in: which counts, and what is wrong with each of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec

from ...learning.submission.format import FORMAT, ODD, Submission, read
from ...learning.submission.validation import summary
from ..roster import folded
from .answer_forms import misfits
from .collect import Upload
from .lms_names import is_marked_late
from .named_receipt import named_receipt
from .triage_file import File

ADVICE = {
    "unreadable": "Ask the student for the file again.",
    "empty": "Ask the student for the file again: it holds nothing.",
    "foreign": "It is no hand-in to this exercise by anybody on the list.",
    "cut off": (
        "Its end is missing. What could be read is marked provisionally; ask for the file again, "
        "or accept it in decisions.csv."
    ),
    "edited": (
        "It was changed after it was made. It is marked provisionally; ask for the file again, or "
        "accept it in decisions.csv."
    ),
    ODD: (
        "It holds what no hand-in can hold. What could be used is marked provisionally; ask for the file again, or "
        "accept it in decisions.csv."
    ),
    "renamed": "Its name does not fit what it says inside; it was marked by what it says.",
    "late": "It was made after the date.",
    "no time": "It says no time at which it was made: whether it is late, only the learning platform can tell.",
    "double": "The student handed in more than once; another file counts.",
    "unfit answers": "These answers count as given, and mostly that is as none; was it made with another edition?",
    "nothing answered": "It is sound and holds no answer.",
}
LATE_BY_PLATFORM = "The learning platform calls it late."


class Class(msgspec.Struct, frozen=True):
    """What a file is held against: the exercise, the tag of each student's variant ("" where all have the same), the
    date.

    `names` has the other ways in which a student may be named, folded, for files in which they wrote their name
    themselves; `kinds` has the kind of each task; `dues` has the moments of students who have one of their own.
    """

    exercise: str
    tags: dict[str, str] | None
    due: str = ""
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    dues: dict[str, str] = {}

    def due_of(self, student: str) -> str:
        """Return the moment after which a hand-in of `student` is late."""
        return self.dues.get(student, self.due)

    def student(self, called: str) -> str:
        """Return the id of the student whom a file calls `called`; what is not known stays as it was said."""
        return called if self.tags is None or called in self.tags else self.names.get(folded(called), called)


def triage(upload: Upload, expected: Class) -> File:
    """Return what can be said of one file by itself; whatever is in it, no error leaves this function."""
    try:
        file = _triaged(upload, expected)
    except Exception as error:  # the other files of the class are to be marked all the same
        file = _unreadable(upload.name, f"it could not be looked at ({type(error).__name__})")
    if not upload.note:
        return file
    advice = f"{file.advice} {upload.note}".strip()
    return msgspec.structs.replace(file, problems=(*file.problems, "same name"), advice=advice)


def _unreadable(name: str, problem: str, advice: str = "") -> File:
    return File(name, "", "", "", ("unreadable",), f"{_sentence(problem)} {advice or ADVICE['unreadable']}")


def _triaged(upload: Upload, expected: Class) -> File:
    if upload.problem:
        return _unreadable(upload.name, upload.problem, upload.advice)
    found = read(upload.text)
    if found.submission is None:
        kind = found.damage
        looks_cut = kind == "foreign" and FORMAT in upload.text[:200]
        kind = "cut off" if looks_cut else kind
        if kind == ODD:
            return File(upload.name, "", "", "", (kind,), f"{summary(found.faults)} {ADVICE['unreadable']}")
        return File(upload.name, "", "", "", (kind,), ADVICE["unreadable"] if looks_cut else ADVICE[kind])
    submission, student = found.submission, expected.student(found.submission.student)
    receipt, fits_its_name = named_receipt(upload.name, submission, found.receipt)
    why = _foreign(submission, student, expected)
    if why:
        return File(upload.name, student, submission.made, receipt, ("foreign",), why)
    kinds = [found.damage] if found.damage else []
    if not fits_its_name:
        kinds.append("renamed")
    due = expected.due_of(student)
    if due and not is_time(submission.made):
        kinds.append("no time")
    # The platform knows nothing of a date of the student's own.
    is_late = is_marked_late(upload.name) and not (student in expected.dues and is_time(submission.made))
    if is_late or (due and late(submission.made, due)):
        kinds.append("late")
    if not submission.answers and not found.damage:
        kinds.append("nothing answered")
    unfit = misfits(submission, expected.kinds) if expected.kinds else []
    if unfit:
        kinds.append("unfit answers")
    said = summary([*(found.faults if found.damage != "cut off" else ()), *unfit])
    reasons = {**ADVICE, "late": LATE_BY_PLATFORM} if is_late else ADVICE
    advice = " ".join([*filter(None, [said]), *(reasons[kind] for kind in kinds)])
    return File(upload.name, student, submission.made, receipt, tuple(kinds), advice)


def not_marked(file: File, error: str) -> File:
    """Return a file that was looked at, but that marking stumbled over."""
    advice = f"It could not be marked ({error}), all others were. Mark it by hand, and please report it to the course."
    problems = (*file.problems, "not marked")
    return msgspec.structs.replace(file, problems=problems, advice=f"{file.advice} {advice}".strip(), counts=False)


def decided(
    files: Iterable[File], accepted: set[str], in_time_at_all: Callable[[str, str], bool] = lambda student, made: True
) -> list[File]:
    """Return the files with the one that counts for each student marked.

    Sound before damaged, on time before late, late before too late for any mark (by student and time), then the newest.
    """
    files = list(files)
    best: dict[str, File] = {}
    for file in files:
        if file.student and "foreign" not in file.problems:
            best[file.student] = max(
                best.get(file.student, file), file, key=lambda f: _rank(f, accepted, in_time_at_all(f.student, f.made))
            )
    return [_settled(file, best) for file in files]


def late(made: str, due: str) -> bool:
    """Say whether a hand-in was made after the date.

    A time without a zone is UTC, and a time that is none is not late.
    """
    try:
        return _time(made) > _time(due)
    except ValueError:
        return False


def is_time(text: str) -> bool:
    """Say whether `text` names a moment."""
    try:
        return bool(_time(text))
    except ValueError:
        return False


def _time(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _moment(made: str) -> datetime:
    """Return when a hand-in was made; one that says no time, or one that no clock has, comes before all others."""
    try:
        return _time(made).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)


def _rank(file: File, accepted: set[str], in_time_at_all: bool) -> tuple[bool, bool, bool, bool, datetime, str]:
    return (
        not file.provisional or file.name in accepted,
        "nothing answered" not in file.problems,
        "late" not in file.problems,
        in_time_at_all,
        _moment(file.made),
        file.name,
    )


def _settled(file: File, best: dict[str, File]) -> File:
    if not file.student or "foreign" in file.problems:
        return file
    if best[file.student] is file:
        return msgspec.structs.replace(file, counts=True)
    return msgspec.structs.replace(
        file, problems=(*file.problems, "double"), advice=f"{file.advice} {ADVICE['double']}".strip()
    )


def _foreign(submission: Submission, student: str, expected: Class) -> str:
    if submission.exercise != expected.exercise:
        return f"It is a hand-in to exercise {submission.exercise or 'without a name'}."
    tags = expected.tags
    if tags is None and not submission.student:
        return "It says no name."
    if tags is not None and student not in tags:
        return f"{student or 'Nobody'} is not on the list.{_dropped_noughts(student, tags)}"
    tag = tags[student] if tags else ""
    if submission.variant == tag:
        return ""
    if not tag:
        return (
            "It answers a variant of the student's own: mark with the --roster and the --seed that "
            "were used when assigning."
        )
    if not submission.variant:
        return "It answers the exercise as it is for everybody: mark such files apart, without a seed."
    return "Its variant is not the one that this seed makes for this student; was another seed used?"


def _dropped_noughts(student: str, listed: Iterable[str]) -> str:
    """Return what a spreadsheet has made of the list where it holds the number without the noughts before it."""
    meant = next((each for each in listed if each.isdigit() and student.lstrip("0") == each != student), "")
    if not meant:
        return ""
    return f" The list has {meant}: give that column the format text in the spreadsheet, and write the noughts again."


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
