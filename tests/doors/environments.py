"""Environments apart from the tests' own, which what is tried in them would change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from readingroom.cli.locked import list_of

ROOT = Path(__file__).resolve().parents[2]


def missing(says: str) -> None:
    """Skip with the reason, or fail where classes, front ends and Binder are to be tried for certain."""
    (pytest.fail if os.environ.get("READINGROOM_CLASS") == "required" else pytest.skip)(f"{says}; that was not tested")


def run(*words: str | Path, **more) -> subprocess.CompletedProcess:
    """Run a command and return what it said; fail with all of it if it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done


def environment(folder: Path, what: str, *packages: str | Path, own: bool = False, many: bool = False) -> Path:
    """Make an environment in `folder`/env with `packages`, readable for every account; return its bin.

    `what` says in a word or two what could not be tried if it cannot be made. With `own` it holds pip, and nothing in it is
    shared with the cache, so that it can be given to an account. With `many` it is compiled, as an administrator leaves it:
    accounts that cannot write into it would compile every module at every start.
    """
    # Students' accounts cannot run a Python that lies in somebody's home.
    system = Path("/usr/bin/python3")
    python = system if system.exists() and _new_enough(system) else Path(sys.executable)
    uv = (
        [sys.executable, "-m", "uv"]
        if subprocess.run([sys.executable, "-m", "uv", "--version"], capture_output=True).returncode == 0
        else ["uv"]
    )
    try:
        run(*uv, "venv", "-q", *(["--seed"] if own else []), folder / "env", "--python", python)
        run(
            *uv,
            "pip",
            "install",
            "-q",
            *(["--link-mode", "copy"] if own else []),
            *(["--compile-bytecode"] if many else []),
            "--python",
            folder / "env/bin/python",
            *packages,
        )
    except (AssertionError, FileNotFoundError) as trouble:
        missing(f"{what} could not be installed ({str(trouble)[-400:]})")
    return folder / "env/bin"


def class_environment(folder: Path) -> Path:
    """Make an environment in `folder`/env with the course and the class's tools; return its bin."""
    lists = [word for extra in ("", "class", "teach") for word in ("-r", list_of(ROOT, extra))]
    bin_ = environment(folder, "the class's tools", "--require-hashes", *lists, many=True)
    run(sys.executable, "-m", "uv", "pip", "install", "-q", "--no-deps", "--python", bin_ / "python", ROOT)
    return bin_


def _new_enough(python: Path) -> bool:
    return subprocess.run([python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).returncode == 0
