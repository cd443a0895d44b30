"""Texts to mark as a notebook: under each text a cell with a line for each criterion. Nothing in it is ever run."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ....content.errors import CourseError
from ....content.library import Library
from ....content.tasks import Key, Task
from .entries import COMMENT, Entry
from .rubric import rubric_markdown

SUFFIX = ".ipynb"
_MINE = "reading_room"  # under this name a cell's metadata say which text it belongs to
_HOW = (
    "Below each text is a cell with a line for each criterion: double-click it, write the "
    "points behind the colon, and a comment if you like, on as many "
    "lines as you like. Leave all empty where a text is not marked yet. Nothing here needs to "
    "be run. Save the notebook and give the command `mark` again."
)
_HEAD = (
    '{"nbformat":4,"nbformat_minor":5,"metadata":{"kernelspec":{"name":"python3","display_name":"Python '
    '3","language":"python"}},"cells":[\n'
)


def read(path: Path, criteria: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield (place in the file, entry) for every cell of marks."""
    criteria = list(criteria)
    for cell in _cells(path):
        mine = cell.get("metadata", {}).get(_MINE)
        if isinstance(mine, dict) and cell["cell_type"] != "markdown":
            source = cell.get("source", "")
            typed = _typed(source if isinstance(source, str) else "".join(source), criteria)
            code, student, name, text = (str(mine.get(field, "")) for field in ("code", "student", "name", "text"))
            yield f"text {code}", Entry(code, student, name, text, typed)


def write(path: Path, library: Library, task: Task, key: Key, hide_names: bool, entries: Iterable[Entry]) -> None:
    """Write the notebook, whole or not at all."""
    most = {criterion.id: max(level.points for level in criterion.level) for criterion in key.criterion}
    fresh = path.with_name(f"{path.name}.writing")
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        file.write(_line(_markdown("rubric", f"{rubric_markdown(library, task, key)}\n\n{_HOW}")))
        for entry in entries:
            file.write(
                ",\n" + _line(_markdown(f"text-{entry.code}", _shown(entry))) + ",\n" + _line(_marks(entry, most))
            )
        file.write("\n]}\n")
    os.replace(fresh, path)


def literal(text: str) -> str:
    """Return `text` as Markdown that shows every letter as it is: no heading, link, formula or tag comes of it."""
    signs = re.sub(r"[^\w\s]|_", lambda found: _entity(found[0]), text)
    # Non-breaking spaces keep what begins a line from becoming code; two spaces at its end break it.
    return "  \n".join(
        re.sub(r"^[ \t]+", lambda found: "&nbsp;" * len(found[0]), line) or "&nbsp;" for line in signs.splitlines()
    )


def _entity(sign: str) -> str:
    # A formula is looked for once more on the finished page, but never across the border of a tag.
    return f"<span>&#{ord(sign)};</span>" if sign in "$\\" else f"&#{ord(sign)};"


def _cells(path: Path) -> list[dict[str, Any]]:
    try:
        return [
            cell
            for cell in msgspec.json.decode(path.read_bytes())["cells"]
            if isinstance(cell, dict) and "cell_type" in cell
        ]
    except (msgspec.DecodeError, KeyError, TypeError):
        raise CourseError(
            f"{path} is no notebook that can be read; was it damaged on its way? Take an earlier copy, "
            "or move it away and mark again."
        ) from None


def _typed(source: str, criteria: list[str]) -> dict[str, str]:
    before, _, comment = source.partition(f"\n{COMMENT}:")
    typed: dict[str, str] = {}
    strange = []
    for line in before.split("\n"):
        head, colon, value = line.partition(":")
        name = head.split("(")[0].strip()
        if colon and name in criteria:
            typed[name] = value.strip()
        elif line.strip():
            strange.append(line.strip())
    typed |= {COMMENT: comment.strip(), "": "\n".join(strange)}
    return {name: value for name, value in typed.items() if value}


def _marks(entry: Entry, most: Mapping[str, float]) -> dict[str, Any]:
    lines = [entry.typed[""]] if "" in entry.typed else []
    lines += [f"{name} (0 to {points:g}): {entry.typed.get(name, '')}" for name, points in most.items()]
    source = "\n".join([*lines, f"{COMMENT}: {entry.typed.get(COMMENT, '')}"])
    mine = {name: value for name, value in msgspec.structs.asdict(entry).items() if name not in ("typed", "given")}
    return {
        "cell_type": "raw",
        "id": f"marks-{entry.code}",
        "metadata": {"deletable": False, _MINE: mine},
        "source": source,
    }


def _shown(entry: Entry) -> str:
    who = " \N{MIDDLE DOT} ".join(filter(None, (entry.code, literal(entry.name or entry.student))))
    given = f"\n\n**What the two gave**\n\n{literal(entry.given)}" if entry.given else ""
    return f"### {who}\n\n{literal(entry.text)}{given}"


def _markdown(name: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {"editable": False, "deletable": False}, "source": source}


def _line(cell: dict[str, Any]) -> str:
    return msgspec.json.encode(cell).decode()
