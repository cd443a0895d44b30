"""Checks that no copy of a file lies beside it: nobody reads it, and what is edited there is lost on the reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..copies import copied
from .collector import Collector

_FOLDERS = ("data", "exercises", "notebooks")
_ENDINGS = (".toml", ".csv", ".json", ".ipynb", ".md")


def check_copies(collector: Collector) -> None:
    """Name each copy of a file that JupyterLab, a browser or a program for syncing laid beside it."""
    root = collector.library.root
    for folder in _folders(root):
        for ending in _ENDINGS:
            names = {path.stem for path in folder.glob(f"[!.]*{ending}")}
            for name in sorted(names):
                if (of := copied(name, names)) is not None:
                    file = (folder / f"{name}{ending}").relative_to(root).as_posix()
                    collector.add(file, "", "", _message(f"{of}{ending}"))


def _folders(root: Path) -> Iterator[Path]:
    for name in _FOLDERS:
        if (root / name).is_dir():
            yield from (root / name, *sorted(path for path in (root / name).iterdir() if path.is_dir()))


def _message(of: str) -> str:
    return (
        f"a copy of {of}, as JupyterLab, a browser or a program for syncing makes one; nothing reads it. "
        "Take over what you need of it, and move it out of this folder"
    )
