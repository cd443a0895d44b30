"""The feedback pages of a class as one zip file, which Canvas and Moodle hand out to everybody at once."""

from __future__ import annotations

import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import msgspec

from ...content.errors import CourseError
from ...content.output_file import output_file
from ..counted import counted
from ..mark.gradebook import UNUSABLE
from ..mark.lms_names import UPLOADERS
from ..spreadsheets import reading, saved_as
from .feedback_names import NAMES

HOW = {
    "canvas": (
        "In Canvas: the menu of the assignment in the Gradebook, Re-Upload Submissions. Each page becomes a comment on "
        "what the student handed in, and is listed there under the name of that file: it is a web page all the same."
    ),
    "moodle": (
        "In Moodle: the assignment, View all submissions, Upload multiple feedback files in a zip. Feedback files must "
        "be ticked in the assignment's settings."
    ),
}
_WITHOUT_PAGE = {"missing": "handed nothing in", UNUSABLE: "handed in no file that can be marked"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_SEVERAL = f"a file of theirs stands in files.csv with {UPLOADERS!r}: give the page by hand, to whom it belongs"


class _Student(msgspec.Struct, frozen=True):
    """One line of marks.csv: who, in what state, and the name of the page."""

    id: str
    name: str
    state: str
    page: str

    def __str__(self) -> str:
        return f"{self.name} ({self.id})" if self.name and self.name != self.id else self.id


def feedback_zip(marked: Path, form: str, out: Path) -> list[str]:
    """Write the pages of the folder `marked` into the zip `out` as `form` takes them; return what to say about it."""
    columns = ("id", "name", "state", "feedback")
    students = [
        _Student(*(row[column] for column in columns)) for _, row in reading(_list(marked, "marks.csv"), *columns)
    ]
    files = [row for _, row in reading(_list(marked, "files.csv"), "file", "student", "counts", "found")]
    names, why_not = _names(form, students, files)
    pages = {names[student.id]: marked / "feedback" / student.page for student in students if student.id in names}
    gone = [path.name for path in pages.values() if not path.is_file()]
    if gone:
        raise CourseError(f"{marked / 'feedback'} lacks {', '.join(gone)}; give the command mark again, then this one.")
    if not pages:
        raise CourseError(
            f"no file in {marked / 'files.csv'} has a name as {form.capitalize()} gives it, so nobody can tell whose "
            f"page goes where. Mark the zip that {form.capitalize()} gives, as it is, then try again."
        )
    _pack(pages, out)
    return [*_said(out, form, len(pages), students, names), *_left_out(students, why_not)]


def _list(marked: Path, name: str) -> Path:
    found = saved_as(marked / name)
    if found is None:
        raise CourseError(f"there is no {marked / name}; name the folder that the command mark wrote into.")
    return found


def _names(form: str, students: list[_Student], files: list[dict[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the name of each student's page inside the zip, and why a student has none there."""
    names, why_not = {}, {}
    counting = {row["student"]: row for row in files if row["counts"].strip().lower() == "yes"}
    for student in students:
        row = counting.get(student.id)
        if row is None or not student.page:
            why_not[student.id] = _WITHOUT_PAGE.get(student.state, "have no page yet")
        elif UPLOADERS in row["found"].split("; "):
            why_not[student.id] = _SEVERAL
        elif name := NAMES[form](row["file"]):
            names[student.id] = name
        else:
            why_not[student.id] = f"handed in a file whose name is none of {form.capitalize()}'s: give the page by hand"
    shared = Counter(names.values())  # the file of one student in the account of another: nobody may see both
    for student_id in [each for each, name in names.items() if shared[name] > 1]:
        why_not[student_id] = _SEVERAL
        del names[student_id]
    return names, why_not


def _pack(pages: Mapping[str, Path], out: Path) -> None:
    with output_file(out) as fresh, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, page in sorted(pages.items()):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, page.read_bytes())


def _said(out: Path, form: str, pages: int, students: list[_Student], names: Mapping[str, str]) -> list[str]:
    size = out.stat().st_size / 1_000_000
    says = [f"{out}: {counted(pages, 'page')}, {size:.1f} MB.", HOW[form]]
    open_ = sum(student.state == "written open" for student in students if student.id in names)
    if open_:
        says.append(f"{open_} of the pages say that written tasks are not marked yet.")
    return says


def _left_out(students: list[_Student], why_not: Mapping[str, str]) -> list[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for student in students:
        if student.id in why_not:
            groups[why_not[student.id]].append(str(student))
    return [f"Not in it, {why} ({len(people)}): {', '.join(people)}." for why, people in sorted(groups.items())]
