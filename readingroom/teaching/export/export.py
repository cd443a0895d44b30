"""The bank, a quiz or an exercise in the forms that other programs read, and on paper.

`export` writes the file and returns what to say about it: where it is, then a line for each thing the format cannot
carry.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...content.errors import CourseError
from ...content.library import Library
from . import gift, moodle, paper, qti
from .bank import exercise_losses, exercise_part, quiz_parts
from .questions import losses

ENDINGS = {"gift": ".gift.txt", "moodle": ".xml", "qti": ".zip", "paper": ".html"}


def export(
    library: Library, form: str, out: Path, quizzes: Iterable[str] = (), exercise: str = "", key: bool = False
) -> list[str]:
    """Write `form` to the file `out`, or under a name of its own into the folder `out`."""
    quizzes = list(dict.fromkeys(quizzes))
    if exercise and quizzes:
        raise CourseError("an export holds quizzes or an exercise, not both; leave out --quiz or --exercise.")
    if key and form != "paper":
        raise CourseError(f"--key is for the paper; {form} always holds the answers.")
    parts = [exercise_part(library, exercise, key or form != "paper")] if exercise else quiz_parts(library, quizzes)
    if form == "paper":
        made, table = (
            paper.written(parts, library.course.name, key),
            [*paper.LOSSES, *([] if key else paper.WITHOUT_KEY)],
        )
    else:
        writer = {"gift": gift, "moodle": moodle, "qti": qti}[form]
        made, table = writer.written(parts, library.course.name), writer.LOSSES
    path = out / _name(library.course.id, form, exercise, quizzes, key) if out.is_dir() else out
    path.write_bytes(made)
    many = sum(len(part.questions) for part in parts)
    return [
        f"{path}: {many} question{'s' if many != 1 else ''}.",
        *(
            f"Not carried: {line}"
            for line in (*losses(parts, table), *(exercise_losses(library, exercise) if exercise else ()))
        ),
    ]


def _name(course: str, form: str, exercise: str, quizzes: list[str], key: bool) -> str:
    return "-".join([course, *([exercise] if exercise else quizzes), *(["key"] if key else [])]) + ENDINGS[form]
