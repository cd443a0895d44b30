"""From the record to a hand-in: the latest answer to each task, and the file beside the notebook."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .format import Answer, HandIn, file_name, receipt_of, written

FOLDER = "hand-ins"
Tasks = Mapping[str, Mapping[str, Any]]


def answers(exercise: str, tasks: Iterable[str], kept: Tasks) -> dict[str, Answer]:
    """Return the latest answer to each of `tasks` that has one; `kept` is the record's fold of tasks."""
    found = {task: kept[f"{exercise}/{task}"] for task in tasks if f"{exercise}/{task}" in kept}
    return {
        task: Answer(entry.get("response"), _sure(entry), str(entry.get("at", "")))
        for task, entry in found.items()
        if says_something(entry.get("response"))
    }


def says_something(response: Any) -> bool:
    """Say whether a response holds anything at all, at any depth."""
    if isinstance(response, str):
        return bool(response.strip())
    inner = response.values() if isinstance(response, Mapping) else response if isinstance(response, list) else None
    return any(map(says_something, inner)) if inner is not None else response is not None


def write(hand_in: HandIn, folder: Path) -> tuple[Path, str]:
    """Write the file below `folder`, whole or not at all; return its path and its receipt. Earlier files stay."""
    text = written(hand_in)
    receipt = receipt_of(text)
    path = folder / FOLDER / file_name(hand_in, receipt)
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(".writing")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    os.replace(fresh, path)
    return path, receipt


def _sure(entry: Mapping[str, Any]) -> int:
    return entry["sure"] if entry.get("sure") in (1, 2, 3) else 0
