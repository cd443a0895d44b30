"""A path as one types it after a command."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path


def as_typed(path: Path, is_windows: bool = os.name == "nt") -> str:
    """Return `path` as one word of a command: in quotes where the system's shell would break it up."""
    return subprocess.list2cmdline([str(path)]) if is_windows else shlex.quote(str(path))
