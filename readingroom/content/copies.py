"""Finds files that JupyterLab, a browser or a program for syncing laid beside the one that they copy."""

from __future__ import annotations

import re
from collections.abc import Collection

# What stands after the name of the file itself: " (1)", " (Ada's conflicted copy 2026-11-28)", " - Copy", " copy 2",
# "-Copy1", ".sync-conflict-20261128-101500-ABCDEFG", "_conflict-20261128-101500", and OneDrive's "-DESKTOP-A1B2".
_COPIED = re.compile(
    r"[ (~].*|-Copy\d+.*|\.sync-conflict-.*|_conflict-.*|-(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(-[A-Z0-9]+)*", re.DOTALL
)


def copied(name: str, names: Collection[str]) -> str | None:
    """Return which of `names` the file `name` is a copy of by its own name, all without ending; None for none."""
    stems = [other for other in names if name != other and name.startswith(other)]
    return min((stem for stem in stems if _COPIED.fullmatch(name.removeprefix(stem))), key=len, default=None)
