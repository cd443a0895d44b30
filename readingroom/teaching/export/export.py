"""The bank, a quiz or an exercise in the forms that other programs read, and on paper.

`export` writes the file and returns what to say about it: where it is, then a line for each thing the format cannot
carry.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...content.errors import CourseError
from ...content.library import Library
from ...content.output_file import output_file
from ..counted import counted
from . import gift, moodle, qti
from .bank import exercise_losses, exercise_part, quiz_parts, varying
from .paper.losses import losses_on_paper
from .paper.paper import written
from .paper.questions import exercise_on_paper, quizzes_on_paper
from .questions import Part, losses

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
    made, many, lost = (
        _on_paper(library, quizzes, exercise, key) if form == "paper" else _as_file(library, form, quizzes, exercise)
    )
    path = out / _name(library.course.id, form, exercise, quizzes, key) if out.is_dir() else out
    with output_file(path) as fresh:
        fresh.write_bytes(made)
    return [
        f"{path}: {counted(many, 'question')}.",
        *(f"Not carried: {line}" for line in lost),
    ]


def _on_paper(library: Library, quizzes: list[str], exercise: str, key: bool) -> tuple[bytes, int, list[str]]:
    """Return the paper, the number of its questions, and what it cannot carry."""
    parts = [exercise_on_paper(library, exercise, key)] if exercise else quizzes_on_paper(quiz_parts(library, quizzes))
    lost = [*losses_on_paper(parts, key), *(varying(library, exercise) if exercise else ())]
    return written(parts, library.course.name, key), sum(len(part.questions) for part in parts), lost


def _as_file(library: Library, form: str, quizzes: list[str], exercise: str) -> tuple[bytes, int, list[str]]:
    """Return the file for another program, the number of its questions, and what it cannot carry."""
    parts: list[Part] = [exercise_part(library, exercise)] if exercise else quiz_parts(library, quizzes)
    writer = {"gift": gift, "moodle": moodle, "qti": qti}[form]
    lost = [*losses(parts, writer.LOSSES), *(exercise_losses(library, exercise) if exercise else ())]
    return writer.written(parts, library.course.name), sum(len(part.questions) for part in parts), lost


def _name(course: str, form: str, exercise: str, quizzes: list[str], key: bool) -> str:
    return "-".join([course, *([exercise] if exercise else quizzes), *(["key"] if key else [])]) + ENDINGS[form]
