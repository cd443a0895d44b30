"""The course's own virtual environment: created when missing, completed when incomplete. Standard library only.

A stamp for the course and for each extra says that its packages were installed, and from which requirements. An extra
is added to what is there already.
"""

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
    """Return the Python of an environment with the course and the packages of `extra`; create it if necessary."""
    folder = root / FOLDER
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    of_course, of_extra = (folder / f"readingroom-{name}.ready" for name in ("course", extra or "course"))
    fingerprint = _fingerprint(root)
    if python.exists() and _stamped(of_extra, fingerprint):
        return python
    if python.exists() and _stamped(of_course, fingerprint):
        print(f"Adding to {folder} what {extra} needs (once) …", flush=True)
    else:
        print(f"Setting up the course in {folder} (once; it takes about half a minute) …", flush=True)
    _make(folder, python)
    _install(root, python, extra)
    settings = folder / "share/jupyter/lab/settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(SETTINGS))
    for stamp in (of_extra, of_course):  # the course is installed with every extra
        stamp.write_text(fingerprint)
    return python


def _stamped(stamp: Path, fingerprint: str) -> bool:
    return stamp.exists() and stamp.read_text() == fingerprint


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256(sys.version.encode() + str(root).encode())
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def _make(folder: Path, python: Path) -> None:
    usable = python.exists() and subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0
    if usable:
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
    """Return a folder with the packages of `extra`, which would change packages of the environment if installed there.

    A program sees them with the folder on its PYTHONPATH.
    """
    folder = Path(sys.prefix) / extra
    stamp, fingerprint = folder / "readingroom.ready", _fingerprint(root)
    if not _stamped(stamp, fingerprint):
        shutil.rmtree(folder, ignore_errors=True)
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        _install_with(Path(sys.executable), ["--target", str(folder), *project["optional-dependencies"][extra]])
        stamp.write_text(fingerprint)
    return folder


def _install(root: Path, python: Path, extra: str) -> None:
    _install_with(python, ["-r", str(root / "requirements.txt"), "-e", f"{root}[data{',' + extra if extra else ''}]"])


def _install_with(python: Path, requirements: list[str]) -> None:
    """Install with uv, which takes a tenth of pip's time; with pip where uv cannot be installed."""
    installer = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.run([*installer, UV], capture_output=True).returncode == 0:
        # Without .pyc files every first import would take two to three times as long.
        installer = [str(python), "-m", "uv", "pip", "install", "-q", "--python", str(python), "--compile-bytecode"]
    result = subprocess.run([*installer, *requirements], env={**os.environ, "UV_LINK_MODE": "copy"})
    if result.returncode:
        raise SetupError(
            "the packages could not be installed; the lines above say why. Check the connection and run the "
            "same command again: it goes on where it stopped."
        )
