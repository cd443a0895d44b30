"""Pyodide's lock: which wheel holds which import, and what it needs.

A wheel named here is loaded where a cell imports it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def lock(platform: Mapping[str, str], wheels: Mapping[str, Path], needs: Mapping[str, list[str]]) -> str:
    """Return the lock over `wheels` (package -> file), with `needs` (package -> packages)."""
    packages = {
        name: _entry(name, wheel, [each for each in needs.get(name, []) if each in wheels])
        for name, wheel in sorted(wheels.items())
    }
    return json.dumps({"info": dict(platform), "packages": packages}, indent=1)


def _entry(name: str, wheel: Path, needs: list[str]) -> dict[str, Any]:
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "package_type": "package",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "imports": _imports(wheel),
        "depends": needs,
        "unvendored_tests": False,
    }


def _imports(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        names = [name.split("/") for name in archive.namelist()]
    tops = {parts[0].removesuffix(".py") for parts in names if parts[-1].endswith((".py", ".so"))}
    return sorted(top for top in tops if top.isidentifier())
