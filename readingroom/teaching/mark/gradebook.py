"""Marks as the gradebooks of Canvas and Moodle import them, and as a plain table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from ..roster import CANVAS, Roster, Student

Row = list[str]
UNUSABLE = "no usable file"
"""The state of a student of whom files came, but none that can be marked."""


class Line(msgspec.Struct, frozen=True):
    """One student's marks: `state` is marked, late, provisional, written open, no usable file or missing.

    `points` by task, None where not marked or not counted; `most` where it is not that of the class; `reasons` why the
    mark differs by the class's own rules.
    """

    student: Student
    state: str
    total: float
    points: dict[str, float | None]
    most: float | None = None
    reasons: list[str] = []

    @property
    def final(self) -> bool:
        """Say whether the total may go into a gradebook."""
        return self.state in ("marked", "late")

    def graded(self, most: float) -> str:
        """Return the total for a gradebook in which everybody can have `most`; EX where a student is excused."""
        if not self.final:
            return ""
        if self.most == 0:
            return "EX"
        return shown(self.total if self.most is None else self.total * most / self.most)


def shown(points: float | None) -> str:
    """Return points as a cell shows them: no needless nought, empty where there are none."""
    return "" if points is None else f"{round(points, 2):g}"


def plain(
    lines: Iterable[Line], tasks: Iterable[str], most: float, pages: Mapping[str, str], with_reasons: bool = False
) -> Iterator[Row]:
    """Every student, every task; `pages` names the feedback page of each student."""
    tasks = list(tasks)
    yield ["id", "name", "state", "total", "most", *tasks, "feedback", *(["why"] if with_reasons else [])]
    for line in lines:
        yield [
            line.student.id,
            line.student.name,
            line.state,
            shown(line.total) if line.points else "",
            shown(most if line.most is None else line.most),
            *(shown(line.points.get(task)) for task in tasks),
            pages[line.student.id] if line.points else "",
            *([" ".join(line.reasons)] if with_reasons else []),
        ]


def canvas(lines: Iterable[Line], roster: Roster, title: str, most: float) -> Iterator[Row]:
    """As Canvas' gradebook imports it: its identifying columns, a row with the points possible, the assignment last."""
    yield [*CANVAS, title]
    yield ["    Points Possible", "", "", "", "", shown(most)]
    for line in lines:
        known = (
            line.student.columns
            if roster.form == "canvas"
            else {"Student": line.student.name or line.student.id, "SIS Login ID": line.student.id}
        )
        yield [*(known.get(name, "") for name in CANVAS), line.graded(most)]


def moodle(lines: Iterable[Line], roster: Roster, title: str, most: float) -> Iterator[Row]:
    """As Moodle's grade import reads it.

    Map `ID number` (or the address) to the student, the exercise to the grade item.
    """
    names = (
        list(roster.students[0].columns)
        if roster.form == "moodle" and roster.students
        else ["ID number", "Email address"]
    )
    yield [*names, title, f"{title} (feedback)"]
    for line in lines:
        known = (
            line.student.columns
            if roster.form == "moodle"
            else {"ID number": line.student.id, "Email address": line.student.email}
        )
        yield [*(known.get(name, "") for name in names), line.graded(most).replace("EX", ""), _says(line)]


def _says(line: Line) -> str:
    state = {
        "missing": "Nothing was handed in.",
        UNUSABLE: "What you handed in is no file of this exercise, or cannot be read; please hand in again.",
        "provisional": "The file was damaged; please hand in again.",
        "written open": "The written tasks are not marked yet.",
        "late": "Handed in late.",
    }.get(line.state, "")
    return " ".join(filter(None, (state, *line.reasons)))
