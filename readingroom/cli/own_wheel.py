"""Builds the course's own wheel for pip and uv (PEP 517 and 660). Standard library only.

A build backend from elsewhere, and what it needs, would be fetched without a sum at each installation.
"""

from __future__ import annotations

import base64
import hashlib
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .. import __version__

_ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}
# What opens a lesson ready, and where Jupyter looks for it in an environment.
_OPENING, _EXTENSIONS = "readingroom/lab/labextensions", "share/jupyter/labextensions"
_Files = Iterable[tuple[str, bytes]]


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: Any = None) -> str:
    """Write the wheel of the package into `wheel_directory`; return its name."""
    package = _ROOT / "readingroom"
    return _written(Path(wheel_directory), _below(package, f"{package.name}/"))


def build_editable(wheel_directory: str, config_settings: Any = None, metadata_directory: Any = None) -> str:
    """Write a wheel that leads to the package where it is; return its name."""
    place = str(_ROOT)
    # Older Pythons read such a file in the system's own encoding; a line that is code can be written in ASCII.
    line = place if place.isascii() else f"import sys; sys.path.append({place!a})"
    return _written(Path(wheel_directory), [("_readingroom.pth", line.encode())])


def _below(folder: Path, place: str) -> _Files:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _LEFT_OUT & set(path.parts):
            yield f"{place}{path.relative_to(folder).as_posix()}", path.read_bytes()


def metadata(project: dict[str, Any]) -> str:
    """Return the METADATA of pyproject.toml's `project`."""
    lines = ["Metadata-Version: 2.1", f"Name: {project['name']}", f"Version: {_version(project)}"]
    lines += [f"Summary: {project['description']}"] if "description" in project else []
    lines += [f"Requires-Python: {project['requires-python']}"] if "requires-python" in project else []
    lines += [f"Requires-Dist: {need}" for need in project.get("dependencies", [])]
    for extra, needs in project.get("optional-dependencies", {}).items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f"Requires-Dist: {_for_extra(need, extra)}" for need in needs]
    return "\n".join([*lines, ""])


def _for_extra(need: str, extra: str) -> str:
    package, _, marker = (part.strip() for part in need.partition(";"))
    asked = f'extra == "{extra}"'
    return f"{package}; ({marker}) and {asked}" if marker else f"{package}; {asked}"


def _version(project: dict[str, Any]) -> str:
    version: str = project.get("version", __version__)
    return version


def _written(folder: Path, files: _Files) -> str:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{project['name'].replace('-', '_')}-{_version(project)}"
    info, name = f"{stem}.dist-info", f"{stem}-py3-none-any.whl"
    about = [
        (f"{info}/METADATA", metadata(project).encode()),
        (f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: readingroom\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        (f"{info}/licenses/LICENSE", (_ROOT / "LICENSE").read_bytes()),
    ]
    shared = _below(_ROOT / _OPENING, f"{stem}.data/data/{_EXTENSIONS}/")
    rows = []
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, held in [*files, *shared, *about]:
            archive.writestr(path, held)
            rows.append(f"{path},sha256={_digest(held)},{len(held)}")
        archive.writestr(f"{info}/RECORD", "\n".join([*rows, f"{info}/RECORD,,", ""]))
    return name


def _digest(held: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(held).digest()).rstrip(b"=").decode()
