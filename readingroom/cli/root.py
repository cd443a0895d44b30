"""The folder that the package was started from: the checkout, or a student's bundle; and running modules in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from . import surroundings

ROOT = Path(__file__).resolve().parents[2]
LAB = ROOT / "readingroom" / "lab"


def run_module(python: Path, module: str, *words: str) -> int:
    """Run `python -m module words` in the course's folder and return its exit status."""
    variables = surroundings.for_course(os.environ)
    # Jupyter finds there what opens a lesson, as it is now; the installed copy is as old as the set-up.
    variables["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(LAB), variables.get("JUPYTER_PATH")]))
    return subprocess.run([python, "-m", module, *words], cwd=ROOT, env=variables).returncode
