"""The exercises as an nbgrader course: source/NAME/ with the notebook, its key in cells that nbgrader takes out of the
release.

A task that a machine can mark keeps its part and gets an autograded cell, whose hidden tests hold the key and read the
hand-in. A written task becomes a cell to write in, graded by hand, with the model answer and the rubric where nbgrader
clears them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ..content import exercise as x
from ..content import tasks as t
from ..content.errors import CourseError
from ..content.kinds import KINDS
from ..content.library import Library, find
from ..content.parameters import first_values, key_for
from ..content.variants import default_variant
from ..learning.kinds import task_answer_key
from .assign.archive import unpack
from .assign.bundle import Bundle
from .assign.redact import withheld

Cell = dict[str, Any]
_TASK = re.compile(r"""exercise\.task\(\s*["']([a-z0-9-]+)["']\s*\)""")
_HAND_IN = "exercise.hand_in()"

CONFIG = """\
# An nbgrader course made from the exercises of Reading Room. In this folder:
#   nbgrader generate_assignment NAME      release/NAME: what students get
#   nbgrader autograde NAME                marks what lies in submitted/STUDENT/NAME
#   nbgrader generate_feedback NAME
c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "reading-room"
c.ExecutePreprocessor.timeout = 120
# A student's record is theirs; the hand-in is what is marked.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", ".venv", "my-record", "my-copy"]
"""


def nbgrader_course(library: Library, out: Path, names: Iterable[str] = ()) -> list[str]:
    """Write the course into the folder `out`, with the exercises called `names` or all of them; return what to say."""
    known = {name: name for name in x.names(library.root)}
    chosen = [find(known, name, "exercise") for name in names] or list(known)
    without_key = [name for name in chosen if not (library.root / f"exercises/key/{name}.toml").is_file()]
    if without_key:
        raise CourseError(
            f"nbgrader needs the key, and exercises/key/ holds none for {', '.join(without_key)}; make "
            "the course where the key is."
        )
    sources = [str(_source(library, out, name)) for name in chosen]
    config = out / "nbgrader_config.py"
    if not config.exists():
        config.write_text(CONFIG, encoding="utf-8")
    return [*(f"{path}: in {out}, nbgrader generate_assignment {Path(path).name}" for path in sources)]


def _source(library: Library, out: Path, name: str) -> Path:
    exercise, keys = x.assignment(library.root, name), {key.task: key for key in x.key(library.root, name)}
    tasks = {task: default_variant(asked).task for task, asked in exercise.tasks.items()}
    machine = x.Assignment(
        exercise.about, {task: asked for task, asked in tasks.items() if not KINDS[asked.kind].marked_by_people}
    )
    files = Bundle(library.root, exercise, withheld(exercise, keys.values())).files(machine)
    answered = {task: key_for(key, first_values(exercise.tasks[task])) for task, key in keys.items()}
    notebook = msgspec.json.decode(files[f"{name}.ipynb"])
    notebook["cells"] = [
        made for cell in notebook["cells"] for made in _cells(library, exercise.about.id, cell, tasks, answered)
    ]
    files[f"{name}.ipynb"] = msgspec.json.format(msgspec.json.encode(notebook), indent=1) + b"\n"
    return unpack(files, out / "source", name)


def _cells(library: Library, exercise: str, cell: Cell, tasks: dict[str, t.Task], keys: dict[str, t.Key]) -> list[Cell]:
    source = "".join(cell["source"])
    found = _TASK.search(source) if cell["cell_type"] == "code" else None
    if not found:
        return [cell]
    task, key = tasks[found[1]], keys[found[1]]
    if KINDS[task.kind].marked_by_people:
        return _written(library, task, key)
    return [cell, _autograded(exercise, task, key, task_answer_key(task, key, library.evaluate))]


def _autograded(exercise: str, task: t.Task, key: t.Key, answer: dict[str, Any]) -> Cell:
    source = (
        f"# {_points(key)} for task {task.id}, marked from your hand-in. Leave this cell as it is.\n"
        "### BEGIN HIDDEN TESTS\n"
        "from readingroom.learning.nbgrader_credit import credit\n"
        f"credit({exercise!r}, {task.id!r}, {answer!r}, {key.points})\n"
        "### END HIDDEN TESTS\n"
    )
    return {
        "cell_type": "code",
        "id": _id("mark", task),
        "execution_count": None,
        "outputs": [],
        "source": source,
        "metadata": {
            "deletable": False,
            "nbgrader": _said(task, "code", key.points, grade=True, solution=False, locked=True),
        },
    }


def _written(library: Library, task: t.Task, key: t.Key) -> list[Cell]:
    asked = (
        f"**{_points(key)}.** {library.text(task.prompt)}\n\nWrite in the next cell: double-click "
        "it, and run it when you have done."
    )
    return [
        {"cell_type": "markdown", "id": _id("ask", task), "metadata": {"deletable": False}, "source": asked},
        {
            "cell_type": "markdown",
            "id": _id("write", task),
            "source": f"{library.text(key.model)}\n\n{_scheme(library, key)}",
            "metadata": {
                "deletable": False,
                "nbgrader": _said(task, "markdown", key.points, grade=True, solution=True, locked=False),
            },
        },
    ]


def _scheme(library: Library, key: t.Key) -> str:
    lines = [
        line
        for c in key.criterion
        for line in (
            f"- {library.text(c.text)}",
            *(f"  - {level.points}: {library.text(level.text)}" for level in c.level),
        )
    ]
    return "\n".join(["=== BEGIN MARK SCHEME ===", *lines, library.text(key.marking), "=== END MARK SCHEME ==="])


def _said(task: t.Task, cell_type: str, points: int, **what: bool) -> dict[str, Any]:
    return {"schema_version": 3, "grade_id": task.id, "points": points, "cell_type": cell_type, "task": False, **what}


def _points(key: t.Key) -> str:
    return f"{key.points} point{'s' if key.points != 1 else ''}"


def _id(what: str, task: t.Task) -> str:
    return f"{what}-{task.id}"[:64]
