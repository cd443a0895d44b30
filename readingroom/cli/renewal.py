"""Writing the lists of what is installed, from what pyproject.toml asks for. Standard library only."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import surroundings
from .installer import Installer
from .launch_links import pyodide
from .locked import APART, BASE, BROWSER, INSTALLER, apart, list_of, project
from .setup_trouble import SetupError, sentence

_HEAD = "# Written by python3 -m readingroom lock, from pyproject.toml: {what}.\n"
_ALONE = {INSTALLER, APART, BROWSER}
_BROWSERS_PYTHON = "3.14"
# For every system and every Python that pyproject.toml allows; no address of an index is written.
_COMPILE = ["pip", "compile", "-q", "--universal", "--generate-hashes", "--no-header", "--no-annotate"]
_COMPILE += ["--no-emit-index-url", "--no-emit-find-links"]


def renew(root: Path, upgrade: bool = False) -> list[Path]:
    """Write every list anew and return them; versions that still fit are kept, unless `upgrade` asks for the newest."""
    extras = [extra for extra in project(root)["optional-dependencies"] if extra not in BASE]
    lowest = ["--python-version", project(root)["requires-python"].partition(",")[0].removeprefix(">=")]
    with tempfile.TemporaryDirectory() as folder:
        uv = _Uv(root, Path(folder), ["--upgrade"] if upgrade else [])
        written = [uv.writes(list_of(root), "the course", *lowest, *_asked(BASE))]
        base = list_of(root).read_text(encoding="utf-8")
        held = [word for name in names(base) for word in ("--no-emit-package", name)]
        for extra in extras:
            path, what = list_of(root, extra), f"what the extra {extra} needs"
            if extra in _ALONE:
                since = ["--python-version", _BROWSERS_PYTHON] if extra == BROWSER else lowest
                written.append(uv.writes(path, what, *since, alone=apart(root, extra)))
            else:  # fits together with the course, and leaves out what the course has
                more = ["-c", str(list_of(root)), *held]
                written.append(uv.writes(path, f"{what} besides the course", *lowest, *_asked([*BASE, extra]), *more))
        return [*written, *_renew_pyodide(root, Path(folder))]


def names(listed: str) -> list[str]:
    """Return the packages that a list names."""
    return sorted(set(re.findall(r"^([\w.-]+)==", listed, re.MULTILINE)))


def _asked(extras: Sequence[str]) -> list[str]:
    return [word for extra in extras for word in ("--extra", extra)]


class _Uv:
    """uv in an environment of its own: the course's may be the one that cannot be made without these lists."""

    def __init__(self, root: Path, folder: Path, more: Sequence[str]):
        self._root, self._folder, self._more = root, folder, more
        python = folder / "uv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        installer = Installer(root, folder / "uv", python)
        installer.make()
        installer.install(list_of(root, INSTALLER))
        self._command = [str(python), "-I", "-m", "uv", *_COMPILE]
        self._variables = surroundings.for_uv(os.environ, surroundings.reach(python, os.environ))

    def writes(self, path: Path, what: str, *words: str, alone: Sequence[str] = ()) -> Path:
        """Write one list."""
        path.parent.mkdir(parents=True, exist_ok=True)
        new = self._folder / "list.txt"  # the old list stands until the new one is whole
        new.write_text(path.read_text(encoding="utf-8") if path.exists() else "", encoding="utf-8")
        source = self._folder / "alone.in" if alone else self._root / "pyproject.toml"
        if alone:
            source.write_text("\n".join(alone), encoding="utf-8")
        command = [*self._command, *self._more, str(source), *words, "-o", str(new)]
        done = subprocess.run(command, env=self._variables, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise SetupError(sentence(done.stderr, path))
        path.write_text(_HEAD.format(what=what) + new.read_text(encoding="utf-8"), encoding="utf-8")
        return path


def _renew_pyodide(root: Path, folder: Path) -> list[Path]:
    """Write the sum of the browser's Python into pyproject.toml, where there is npm to fetch it."""
    npm, path, version = shutil.which("npm"), root / "pyproject.toml", pyodide(root)[0]
    if not npm:
        print("Pyodide's sum stays as it is: there is no npm to fetch it with.")
        return []
    command = [npm, "pack", f"pyodide@{version}", "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SetupError(sentence(done.stderr, folder))
    packed = (folder / f"pyodide-{version}.tgz").read_bytes()
    total = f"sha512-{base64.b64encode(hashlib.sha512(packed).digest()).decode()}"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'(?m)^pyodide-sum = ".*"$', f'pyodide-sum = "{total}"', text), encoding="utf-8")
    return [path]
