"""The browser's Python itself, Pyodide, as its makers publish it for npm."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from ...content.errors import CourseError

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def runtime(version: str, cache: Path) -> Path:
    """Return a folder with Pyodide's files, fetched by npm into `cache` the first time; CourseError if that fails."""
    folder = cache / f"pyodide-{version}"
    if all((folder / name).is_file() for name in (*FILES, LOCK)):
        return folder
    npm = shutil.which("npm")
    if not npm:
        raise CourseError(
            "JupyterLite's Python comes from npm, and there is no npm here: install Node.js (on "
            "Debian and Ubuntu the package npm), then run the same command again."
        )
    cache.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [npm, "pack", f"pyodide@{version}", "--silent", "--pack-destination", str(cache)],
        capture_output=True,
        text=True,
    )
    packed = cache / f"pyodide-{version}.tgz"
    if done.returncode or not packed.is_file():
        raise CourseError(
            f"npm could not fetch pyodide {version}; check the connection and run the same command "
            f"again. {done.stderr.strip()[-400:]}"
        )
    folder.mkdir(exist_ok=True)
    with tarfile.open(packed) as archive:
        for name in (*FILES, LOCK):
            (folder / name).write_bytes(archive.extractfile(f"package/{name}").read())  # type: ignore[union-attr]
    return folder


def platform(folder: Path) -> dict[str, str]:
    """Return what Pyodide says of itself: abi_version, arch, platform, python."""
    info: dict[str, str] = _lock(folder)["info"]
    return info


def installer(folder: Path) -> dict[str, tuple[str, list[str]]]:
    """Return the version of micropip that Pyodide names, in the form in which wheels.needed returns a package."""
    return {"micropip": (_lock(folder)["packages"]["micropip"]["version"], [])}


def _lock(folder: Path) -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    return lock
