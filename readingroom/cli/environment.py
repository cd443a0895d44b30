"""The course's own virtual environment: made when it is missing, mended when it is half made. Standard library only."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

FOLDER = ".venv"
UV = "uv==0.13.9"
# No pop-up about news between a reader and the first lesson.
SETTINGS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


class SetupError(Exception):
    """The environment could not be made; the message says what to do."""


def ready(root: Path, extra: str = "") -> Path:
    """Return the Python of an environment that holds the course, with the packages of `extra`; make it if need be."""
    folder = root / FOLDER
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / f"readingroom-{extra or 'course'}.ready"
    wanted = _fingerprint(root)
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    print(f"Setting up the course in {folder} (once; it takes about half a minute) …", flush=True)
    _make(folder, python)
    _install(root, python, extra)
    settings = folder / "share/jupyter/lab/settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(SETTINGS))
    for done in (stamp, folder / "readingroom-course.ready"):  # whatever else was asked for, the course came with it
        done.write_text(wanted)
    return python


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256(sys.version.encode() + str(root).encode())
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def _make(folder: Path, python: Path) -> None:
    works = python.exists() and subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0
    if works:
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.create(folder, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SetupError(
            f"a virtual environment could not be made in {folder} ({error}). On Debian and Ubuntu install the package "
            "python3-venv; elsewhere make sure that the folder can be written to."
        ) from None


def install_apart(root: Path, extra: str) -> Path:
    """Return a folder with the packages of `extra`, installed apart from the course's own, which some of them would change.

    A program sees them with the folder on its PYTHONPATH.
    """
    folder = Path(sys.prefix) / extra
    stamp, wanted = folder / "readingroom.ready", _fingerprint(root)
    if not (stamp.exists() and stamp.read_text() == wanted):
        shutil.rmtree(folder, ignore_errors=True)
        needs = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"][
            "optional-dependencies"
        ][extra]
        _install_with(Path(sys.executable), ["--target", str(folder), *needs])
        stamp.write_text(wanted)
    return folder


def _install(root: Path, python: Path, extra: str) -> None:
    _install_with(python, ["-r", str(root / "requirements.txt"), "-e", f"{root}[data{',' + extra if extra else ''}]"])


def _install_with(python: Path, what: list[str]) -> None:
    """Install with uv, which takes a tenth of pip's time; with pip where there is no uv."""
    quick = subprocess.run(
        [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", UV], capture_output=True
    )
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    # Without .pyc files every first import would take two to three times as long.
    tool = (
        [python, "-m", "uv", "pip", "install", "-q", "--python", python, "--compile-bytecode"]
        if quick.returncode == 0
        else pip
    )
    done = subprocess.run([*map(str, tool), *what], env={**os.environ, "UV_LINK_MODE": "copy"})
    if done.returncode:
        raise SetupError(
            "the packages could not be installed; the lines above say why. Check the connection and run the "
            "same command again: it goes on where it stopped."
        )
