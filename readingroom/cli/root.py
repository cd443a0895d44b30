"""The folder that the package was started from: the checkout, or a student's bundle; and running modules in it."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run_module(python: Path, module: str, *words: str) -> int:
    """Run `python -m module words` in the course's folder and return its exit status."""
    return subprocess.run([python, "-m", module, *words], cwd=ROOT).returncode
