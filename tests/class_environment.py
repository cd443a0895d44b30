"""An environment with the class's tools (JupyterHub, nbgrader), apart from the tests' own, which they would change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def missing(says: str) -> None:
    """Skip with the reason, or fail where the class's tools are required."""
    (pytest.fail if os.environ.get("READINGROOM_CLASS") == "required" else pytest.skip)(f"{says}; that was not tested")


def run(*words: str | Path, **more) -> subprocess.CompletedProcess:
    """Run a command and return what it said; fail with all of it if it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done


def class_environment(folder: Path) -> Path:
    """Make an environment in `folder`/env with the course and the class's tools, readable for every account; return its bin."""
    # Students' accounts cannot run a Python that lies in somebody's home.
    system = Path("/usr/bin/python3")
    python = system if system.exists() and _new_enough(system) else Path(sys.executable)
    uv = [sys.executable, "-m", "uv"] if subprocess.run([sys.executable, "-m", "uv", "--version"], capture_output=True).returncode == 0 else ["uv"]
    try:
        run(*uv, "venv", "-q", folder / "env", "--python", python)
        run(*uv, "pip", "install", "-q", "--python", folder / "env/bin/python", "-r", ROOT / "requirements.txt", f"{ROOT}[data,class,teach]")
    except (AssertionError, FileNotFoundError) as trouble:
        missing(f"the class's tools could not be installed ({str(trouble)[-400:]})")
    return folder / "env/bin"


def _new_enough(python: Path) -> bool:
    return subprocess.run([python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).returncode == 0
