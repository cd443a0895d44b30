"""The browser's Python itself, Pyodide, as its makers publish it for npm."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from ...content.errors import CourseError

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def runtime(version: str, total: str, cache: Path) -> Path:
    """Return a folder with Pyodide's files, fetched by npm into `cache` the first time; CourseError if that fails.

    `total` is the sum of the archive as npm writes sums; nothing of another archive is used.
    """
    packed, folder = cache / f"pyodide-{version}.tgz", cache / f"pyodide-{version}"
    if not packed.is_file() or _sum(packed) != total:
        packed.unlink(missing_ok=True)
        _fetch(version, packed)
    if _sum(packed) != total:
        packed.unlink()
        raise CourseError(
            f"what npm fetched as pyodide {version} is not what pyproject.toml names by its sum, so it is not used. "
            "Try another network; after a change of the version renew the sum: python3 -m readingroom lock"
        )
    folder.mkdir(exist_ok=True)
    with tarfile.open(packed) as archive:
        for name in (*FILES, LOCK):
            (folder / name).write_bytes(archive.extractfile(f"package/{name}").read())  # type: ignore[union-attr]
    return folder


def _sum(packed: Path) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()}"


def _fetch(version: str, packed: Path) -> None:
    npm = shutil.which("npm")
    if not npm:
        raise CourseError(
            "JupyterLite's Python comes from npm, and there is no npm here: install Node.js (on "
            "Debian and Ubuntu the package npm), then run the same command again."
        )
    packed.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [npm, "pack", f"pyodide@{version}", "--silent", "--pack-destination", str(packed.parent)],
        capture_output=True,
        text=True,
    )
    if done.returncode or not packed.is_file():
        raise CourseError(
            f"npm could not fetch pyodide {version}; check the connection and run the same command "
            f"again. {done.stderr.strip()[-400:]}"
        )


def platform(folder: Path) -> dict[str, str]:
    """Return what Pyodide says of itself: abi_version, arch, platform, python."""
    info: dict[str, str] = _lock(folder)["info"]
    return info


def installer(folder: Path) -> dict[str, tuple[str, list[str]]]:
    """Return the version of micropip that Pyodide names, in the form in which wheels.needed returns a package."""
    return {"micropip": (_lock(folder)["packages"]["micropip"]["version"], [])}


def packages(folder: Path) -> dict[str, Any]:
    """Return what Pyodide says of its distribution's packages, each with its sum."""
    named: dict[str, Any] = _lock(folder)["packages"]
    return named


def _lock(folder: Path) -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    return lock
