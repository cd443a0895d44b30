"""Keeps the words of the learner's own copy on this machine.

They lie in my-copy/ at the course's root: outside git (the folder has its own .gitignore), and outside my-record/,
which is what a learner downloads and passes on.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from .errors import CopyError

FOLDER = "my-copy"
FILE = "words.json"


def words_of(root: Path) -> dict[str, str]:
    """Return the text's own words by paragraph id, from the copy kept below `root`; empty where there is none."""
    try:
        words = json.loads((root / FOLDER / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {k: v for k, v in words.items() if isinstance(v, str)} if isinstance(words, dict) else {}


def keep(root: Path, words: dict[str, str]) -> None:
    """Keep the words below `root` in place of those there; CopyError if it cannot be done, and then those stay."""
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        # Git ignores this folder even where the course's own .gitignore was changed or lost.
        (folder / ".gitignore").write_text("*\n")
        _replace(folder / FILE, json.dumps(words, ensure_ascii=False, indent=0).encode())
    except OSError as error:
        raise CopyError(
            f"your copy could not be kept in {folder} ({error.strerror or error}). Make room or make the folder "
            "writable, then choose the file again."
        ) from None


def remove_copy(root: Path) -> None:
    """Delete the copy kept below `root`; nothing else is touched."""
    try:
        shutil.rmtree(root / FOLDER)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise CopyError(
            f"the folder {root / FOLDER} could not be deleted ({error.strerror or error}). Delete it by hand."
        ) from None


def _replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file when all of it is on the disk."""
    handle, unfinished = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        os.replace(unfinished, path)
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)
        raise
