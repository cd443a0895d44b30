"""Assigning an exercise: a bundle for everybody, or a variant of their own for each student on a roster.

`assign` writes the bundles and returns what to say about them. The key is read to know what must stay out, and never
copied.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from ...content.errors import CourseError
from ...content.exercise import assignment, key, names
from ...content.library import find
from ...content.tasks import Key
from ...content.variants import assignment_for
from ..counted import counted
from ..roster import Student, read_roster
from ..spreadsheets import reading, writing
from .archive import pack, unpack
from .bundle import Bundle
from .redact import withheld

SHORTEST_SEED = 12
LIST = "assigned.csv"


def assign(
    root: Path,
    name: str,
    out: Path,
    roster: Path | None = None,
    seed: str = "",
    unpacked: bool = False,
    notify: Callable[[str], None] = lambda line: None,
) -> list[str]:
    """Write the bundles of exercise `name` into the folder `out`; with `unpacked`, as folders instead of zip files."""
    find({known: known for known in names(root)}, name, "exercise")
    students = _students(roster, seed)
    exercise = assignment(root, name)
    bundle = Bundle(root, exercise, withheld(exercise, _keys(root, name, notify)))
    put = unpack if unpacked else pack
    out.mkdir(parents=True, exist_ok=True)
    if not students:
        return [f"{put(bundle.files(exercise), out, name)}: exercise {name}, the same for everybody."]
    _refuse_others(out / LIST, {_called(name, student) for student in students})
    rows = []
    for number, student in enumerate(students, start=1):
        own = assignment_for(exercise, seed, student.id)
        rows.append((student.id, student.name, student.email, put(bundle.files(own), out, _called(name, student)).name))
        if number % 50 == 0 and number < len(students):
            notify(f"{number} of {len(students)} …")
    writing(out / LIST, [("id", "name", "email", "bundle"), *rows])
    return [
        f"{out}: {counted(len(rows), 'bundle')} of exercise {name}, each with its own variant; {LIST} says whose is "
        "which.",
        "Keep the seed: without it these variants cannot be marked.",
    ]


def _called(exercise: str, student: Student) -> str:
    """Return what a student's bundle is called, without an ending."""
    return f"{exercise}--{safe(student.id)}"


def _refuse_others(path: Path, bundles: set[str]) -> None:
    """Raise CourseError where a list stands that says whose other bundles are: it would be lost."""
    if not path.is_file():
        return
    listed = [row["bundle"].removesuffix(".zip") for _, row in reading(path, "bundle")]
    if others := [each for each in listed if each not in bundles]:
        more = " …" if len(others) > 3 else ""
        raise CourseError(
            f"{path} says whose {', '.join(others[:3])}{more} are, of another class or exercise, and it would be lost. "
            "Nothing was written; name a folder of its own with --out."
        )


def safe(student: str) -> str:
    """Return a student's id as it can stand in a file's name."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in student).strip(".-") or "student"


def _students(roster: Path | None, seed: str) -> list[Student]:
    if roster is None and not seed:
        return []
    if roster is None:
        raise CourseError("a seed makes a variant for each student, so it needs their list: add --roster FILE.")
    if len(seed) < SHORTEST_SEED:
        raise CourseError(
            f"a roster needs a secret seed of at least {SHORTEST_SEED} characters, which nobody can "
            "guess and you keep. "
            f"Here is a fresh one: --seed {secrets.token_hex(8)}"
        )
    students = read_roster(roster).students
    named: dict[str, str] = {}
    for student in students:
        other = named.setdefault(safe(student.id).casefold(), student.id)  # Windows and macOS take Anna for anna
        if other != student.id:
            raise CourseError(
                f"{roster}: {other!r} and {student.id!r} would both get a bundle called "
                f"{safe(student.id)}; change one of them."
            )
    return students


def _keys(root: Path, name: str, notify: Callable[[str], None]) -> list[Key]:
    file = root / f"exercises/key/{name}.toml"
    if not file.is_file():
        notify(
            f"exercises/key/{name}.toml is not in this copy of the course, so the bundle's tables keep "
            "every column, answers too."
        )
        return []
    return key(root, name)
