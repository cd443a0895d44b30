"""Writes a new course: the skeleton of one section and one paragraph, with the package that runs it.

Standard library only, so that the verb runs before anything is installed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from ..content.errors import CourseError

SKELETON = Path(__file__).resolve().parents[1] / "skeleton"
# What a course needs besides its content, by its name in the folder that the package was started from.
_FILES = ("pyproject.toml", "requirements.txt", "LICENSE", ".gitignore", ".gitattributes")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache", ".ipynb_checkpoints", "my-record")


def write_new_course(root: Path, folder: Path) -> None:
    """Write a course into `folder`, which must be new or empty; `root` is the checkout that holds the package.

    Raises CourseError where `folder` holds something, or `root` is no whole checkout; nothing is written then.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise CourseError(f"{folder} is not empty; name a new folder, so that nothing of yours is overwritten.")
    if root.resolve() in folder.resolve().parents:
        raise CourseError(f"{folder} lies within this course; name a folder outside of {root}.")
    missing = [path.name for path in (SKELETON, *(root / name for name in _FILES)) if not path.exists()]
    if missing:
        raise CourseError(f"this copy of the course is not whole, it has no {', '.join(missing)}; a new one needs it.")
    try:
        shutil.copytree(SKELETON, folder, ignore=_LEFT_OUT, dirs_exist_ok=True)
        shutil.copytree(root / "readingroom", folder / "readingroom", ignore=_LEFT_OUT)
        for name in _FILES:
            shutil.copyfile(root / name, folder / name)
    except BaseException as error:  # an interruption too: half a course would only be in the way of the next try
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, shutil.Error):  # has no number and names every file that was not copied
            raise CourseError(f"{folder} could not be written, and was taken away again: {_first(error)}.") from None
        raise


def _first(error: shutil.Error) -> str:
    """Return why the first of the files was not copied."""
    failed = error.args[0]
    return str(failed[0][2]) if isinstance(failed, list) and failed else str(error)
