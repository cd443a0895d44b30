"""Makes a submission from the record: the latest answer to each task, saved as a file beside the notebook."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .format import Answer, Submission, file_name, receipt_of, serialize
from .validation import certainty

FOLDER = "hand-ins"
Tasks = Mapping[str, Mapping[str, Any]]


def answers(exercise: str, tasks: Iterable[str], recorded: Tasks) -> dict[str, Answer]:
    """Return the latest answer to each of `tasks` that has one; `recorded` is the "tasks" of `progress.fold`."""
    entries = {task: recorded[f"{exercise}/{task}"] for task in tasks if f"{exercise}/{task}" in recorded}
    return {
        task: Answer(entry.get("response"), certainty(entry.get("sure")), str(entry.get("at", "")))
        for task, entry in entries.items()
        if says_something(entry.get("response"))
    }


def says_something(response: Any) -> bool:
    """Return whether a response holds anything but blanks, at any depth."""
    if isinstance(response, str):
        return bool(response.strip())
    parts = response.values() if isinstance(response, Mapping) else response if isinstance(response, list) else None
    return any(map(says_something, parts)) if parts is not None else response is not None


def write(submission: Submission, folder: Path) -> tuple[Path, str]:
    """Write the file below `folder`, completely or not at all; return its path and receipt. Earlier files stay."""
    text = serialize(submission)
    receipt = receipt_of(text)
    path = folder / FOLDER / file_name(submission, receipt)
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".writing")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)
    return path, receipt
