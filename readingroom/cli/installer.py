"""Making a virtual environment and installing into it, with uv or pip. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from . import surroundings
from .locked import INSTALLER, list_of
from .setup_trouble import SetupError, Trouble, sentence, trouble_in

# With these pip cannot do better than uv did.
_FINAL = {Trouble.NO_ROOM, Trouble.REFUSED, Trouble.NOT_THE_SAME}


class Installer:
    """Fills the environment `folder` of the course below `root`.

    `lock` is a file descriptor that the programs which write inherit: killed or not, what writes holds the lock.
    """

    def __init__(self, root: Path, folder: Path, python: Path, lock: int | None = None):
        self.root, self.folder, self.python, self._lock = root, folder, python, lock
        self._uv: bool | None = None  # not known yet

    def usable(self) -> bool:
        """Return whether the environment has pip, runs the Python that this program runs, and was not moved."""
        code = "import pip, sys; print(sys.version)"
        status, said = self._runs([str(self.python), "-I", "-c", code], surroundings.for_set_up(os.environ))
        return status == 0 and said.strip() == sys.version.strip() and self._stands_where_it_was_made()

    def _stands_where_it_was_made(self) -> bool:
        # The scripts of an environment hold its place, so a moved one is of no use.
        about = (self.folder / "pyvenv.cfg").read_text("utf-8", errors="replace")
        return "command = " not in about or str(self.folder) in about

    def make(self) -> None:
        """Make the virtual environment, with pip in it."""
        # Not sys.executable, which may be the Python of the environment that was just removed.
        base = getattr(sys, "_base_executable", None) or sys.executable
        code, output = self._runs([base, "-I", "-m", "venv", str(self.folder)], surroundings.for_set_up(os.environ))
        if code:
            raise SetupError(sentence(output, self.folder))

    def install(self, *lists: Path, into: Path | None = None) -> None:
        """Install what the lists name, each file by its sum, and nothing else; into the folder `into` if given."""
        # What comes as source is built with the installer's own, listed setuptools, not with one fetched for it.
        words = [
            "--require-hashes",
            "--no-deps",
            "--no-build-isolation",
            *(word for path in lists for word in ("-r", str(path))),
        ]
        self._install([*words, *(["--target", str(into)] if into else [])])

    def install_course(self) -> None:
        """Install the course itself, which has no sum, where it is; its packages are there already."""
        # Not by its path: in a folder with # in its name pip would take the rest for something else.
        self._install(["--no-deps", "-e", "."])

    def _install(self, words: Sequence[str]) -> None:
        """Install with uv, which takes a tenth of pip's time; with pip where uv cannot."""
        pip = [str(self.python), "-I", "-m", "pip", "install", "-q"]
        if self._has_uv(pip):
            # Without .pyc files every first import would take two to three times as long.
            uv = [str(self.python), "-I", "-m", "uv", "pip", "install", "-q", "--python", str(self.python)]
            code, output = self._runs([*uv, "--compile-bytecode", *words], surroundings.for_uv(os.environ, self._reach))
            if code == 0:
                return
            if trouble_in(output) in _FINAL:
                raise SetupError(sentence(output, self.folder))
        code, output = self._runs([*pip, *words], surroundings.for_pip(os.environ, self._reach))
        if code:
            raise SetupError(sentence(output, self.folder))

    def _has_uv(self, pip: Sequence[str]) -> bool:
        if self._uv is None:
            words = ["--require-hashes", "--no-deps", "-r", str(list_of(self.root, INSTALLER))]
            code, output = self._runs([*pip, *words], surroundings.for_pip(os.environ, self._reach))
            if code and trouble_in(output) in {*_FINAL, Trouble.NO_CONNECTION, Trouble.NO_TRUST}:
                raise SetupError(sentence(output, self.folder))
            self._uv = code == 0
        return self._uv

    @cached_property
    def _reach(self) -> dict[str, str]:
        return surroundings.reach(self.python, os.environ)

    def _runs(self, command: Sequence[str], variables: Mapping[str, str]) -> tuple[int, str]:
        """Run a command in the course's folder; return its exit status and what it said."""
        inherited = () if self._lock is None or os.name == "nt" else (self._lock,)
        done = subprocess.run(
            command,
            cwd=self.root,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            pass_fds=inherited,
        )
        return done.returncode, done.stdout
