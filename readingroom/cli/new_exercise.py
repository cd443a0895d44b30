"""Writes an exercise to go on from: one task of each kind, its key, its notebook and, in a course with plans, a plan.

Standard library only. The text of the template is about the calendar, so that it is true in any course.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from ..content.errors import CourseError

_TEMPLATE = Path(__file__).with_name("exercise_template")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FENCE = re.compile(r"^```\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_MOST_PASSAGES = 4
# What asks for a paragraph, which needs two to choose between: in the tasks, the key and the notebook.
_PASSAGE_TASK = re.compile(
    r"(?:^#[^\n]*\n)?\[\[(?:task|key)\]\]\n(?:id|task) = \"where\"\n.*?(?=\n\n|\Z)\n*", re.M | re.S
)
_PASSAGE_CELL = re.compile(r"Find the paragraph:\n\n```\n[^`]*```\n\n")
_KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def write_new_exercise(root: Path, name: str) -> list[Path]:
    """Write the files of exercise `name` into the course at `root`; return their paths, the tasks first.

    Raises CourseError where the name cannot be one, or anything of that name is there; nothing is written then.
    """
    if not _NAME.fullmatch(name) or len(name) > 60:
        raise CourseError(
            f"{name!r} cannot name an exercise; use small letters, digits and hyphens, as in {_near(name)}."
        )
    if (root / "exercises/tasks").is_dir() and not (root / "exercises/key").is_dir():
        raise CourseError(
            "this copy of the course has no exercises/key, as a student's has none; write exercises in the whole."
        )
    texts = {root / path: text for path, text in _texts(root, name).items()}
    there = [path.relative_to(root).as_posix() for path in texts if path.exists()]
    if there:
        raise CourseError(
            f"{', '.join(there)} is there already; choose another name, so that nothing of yours is lost."
        )
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)


def _near(name: str) -> str:
    """Return a name that can be one, made of what was typed."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60].strip("-") or "10-my-exercise"


def _texts(root: Path, name: str) -> dict[str, str]:
    """Return each file's text by its path in the course."""
    paragraphs = _paragraphs(root)
    fill = _filled(name, paragraphs)
    texts = {
        f"exercises/tasks/{name}.toml": fill(_template("tasks.toml", paragraphs)),
        f"exercises/key/{name}.toml": fill(_template("key.toml", paragraphs)),
        f"exercises/{name}.ipynb": notebook(fill(_template("notebook.md", paragraphs))),
    }
    if (root / "exercises/plans").is_dir():
        texts[f"exercises/plans/{name}.md"] = fill(_template("plan.md", paragraphs))
    return texts


def _paragraphs(root: Path) -> list[str]:
    try:
        article = tomllib.loads((root / "data/article.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        article = {}
    rows = article.get("paragraph")
    found = [
        row["id"]
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict) and isinstance(row.get("id"), str)
    ]
    if not found:
        raise CourseError(
            "data/article.toml cannot be read, or lists no paragraph; python3 -m readingroom check says what is wrong."
        )
    return found


def _template(file: str, paragraphs: list[str]) -> str:
    text = (_TEMPLATE / file).read_text(encoding="utf-8")
    return text if len(paragraphs) > 1 else _PASSAGE_CELL.sub("", _PASSAGE_TASK.sub("", text))


def _filled(name: str, paragraphs: list[str]) -> Callable[[str], str]:
    """Return what puts the exercise's name and the course's paragraphs into a text of the template."""
    passages = paragraphs[:_MOST_PASSAGES]
    whys = ["Right: nothing comes before it.", *["Something comes before it."] * (len(passages) - 1)]
    words = {
        "NAME": name,
        "TITLE": re.sub(r"^\d+-", "", name).replace("-", " ").capitalize() or name,
        "FIRST": passages[0],
        "PASSAGES": ", ".join(f'"{paragraph}"' for paragraph in reversed(passages)),
        "PASSAGE_WHYS": "\n".join(
            f'  {{ id = "{paragraph}", why = "{why}" }},' for paragraph, why in zip(passages, whys, strict=True)
        ),
    }
    place = re.compile(rf"\b({'|'.join(words)})\b")
    return lambda text: place.sub(lambda found: words[found[1]], text)


def notebook(text: str) -> str:
    """Return a notebook without outputs: what stands between fences is code, the rest is prose."""
    pieces = [piece.strip() for piece in _FENCE.split(text)]
    cells = [_cell(number, piece, number % 2 == 0) for number, piece in enumerate(pieces, start=1) if piece]
    made = {"cells": cells, "metadata": _KERNEL, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _cell(number: int, source: str, is_code: bool) -> dict[str, object]:
    cell = {"id": f"cell-{number:02}", "source": source.splitlines(keepends=True)}
    if not is_code:
        return {"cell_type": "markdown", "metadata": {"deletable": False}, **cell}
    metadata = {"deletable": False, "jupyter": {"source_hidden": True}}
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], **cell}
