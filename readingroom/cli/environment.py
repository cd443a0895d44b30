"""The course's own virtual environment: created when missing, completed when incomplete. Standard library only.

An extra is added to what is there already. A set-up that was cut off is done afresh: nobody can tell what it left.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import surroundings
from .installer import Installer
from .locked import apart, list_of, wanted
from .marks import Marks
from .one_at_a_time import alone
from .setup_trouble import SetupError as SetupError
from .setup_trouble import sentence

FOLDER = ".venv"
SOUNDNESS = Path(__file__).with_name("soundness.py")
# No pop-up about news between a reader and the first lesson.
SETTINGS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


def ready(root: Path, extra: str = "") -> Path:
    """Return the Python of an environment with the course and the packages of `extra`; create it if necessary."""
    folder = root / FOLDER
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    marks, fingerprint = Marks(folder), _fingerprint(root, extra)

    def done() -> bool:
        return python.exists() and marks.ready(extra or "course", fingerprint)

    with _plainly_said(folder):
        if done():
            return python
        with alone(folder, lambda: _wait(folder)) as lock:
            if not done():  # the other one may have done it
                _set_up(Installer(root, folder, python, lock), marks, extra)
    return python


def _set_up(installer: Installer, marks: Marks, extra: str) -> None:
    folder = installer.folder
    if marks.verified() and installer.usable():
        if marks.ready("course", _fingerprint(installer.root)):
            print(f"Adding to {folder} what {extra} needs (once) …", flush=True)
        else:
            print(f"Renewing the course in {folder}, since what it needs has changed …", flush=True)
        if _filled(installer, marks, extra, was_ready=True):
            return
        print("What was there is damaged: it is made anew.", flush=True)
    elif marks.begun():
        print("The last set-up was cut off; this one starts afresh.", flush=True)
    print(f"Setting up the course in {folder} (once; it takes about half a minute) …", flush=True)
    marks.begin()
    marks.empty()
    installer.make()
    if not _filled(installer, marks, extra, was_ready=False):
        raise SetupError(
            "what was installed does not work, see above. Give the same command again: it starts afresh. If you "
            "changed what pyproject.toml asks for, renew the lists first: python3 -m readingroom lock"
        )


def _filled(installer: Installer, marks: Marks, extra: str, was_ready: bool) -> bool:
    """Install, look at what came, and only then call it ready; False if that look finds a fault."""
    marks.begin()
    try:
        installer.install(*(list_of(installer.root, each) for each in sorted({"", extra})))
        installer.install_course()
    except SetupError:
        if was_ready and not _faults(installer.python, _names(wanted(installer.root))):
            marks.end()  # nothing came, and what was there is as it was: without a connection the course still opens
        else:
            marks.empty()  # it would be of no use, and may be what fills the disk
        raise
    settings = installer.folder / "share/jupyter/lab/settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(SETTINGS))
    if faults := _faults(installer.python, wanted(installer.root, extra)):
        print(faults, file=sys.stderr, flush=True)
        return False
    for each in {extra, ""}:  # the course is installed with every extra
        marks.stamp(each or "course", _fingerprint(installer.root, each))
    marks.end()
    return True


def install_apart(root: Path, extra: str) -> Path:
    """Return a folder with the packages of `extra`, which would change packages of the environment if installed there.

    A program sees them with the folder on its PYTHONPATH.
    """
    folder, fingerprint = Path(sys.prefix) / extra, _fingerprint(root, extra)
    marks = Marks(folder)
    with _plainly_said(folder):
        if marks.ready("", fingerprint):
            return folder
        with alone(folder, lambda: _wait(folder)) as lock:
            if not marks.ready("", fingerprint):
                marks.empty()
                python = Path(sys.executable)
                Installer(root, folder, python, lock).install(list_of(root, extra), into=folder)
                if faults := _faults(python, ["--in", str(folder), *apart(root, extra)]):
                    raise SetupError(f"what was installed into {folder} does not work: {faults}")
                marks.stamp("", fingerprint)
    return folder


@contextmanager
def _plainly_said(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SetupError(sentence(str(error), folder)) from None


def _wait(folder: Path) -> None:
    print(f"Another set-up is at work in {folder}; waiting until it ends …", flush=True)


def _faults(python: Path, words: list[str]) -> str:
    """What is wrong with the installed packages that `words` ask for; "" if nothing is."""
    done = subprocess.run(
        [str(python), "-I", str(SOUNDNESS), *words],
        env=surroundings.for_set_up(os.environ),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return (done.stderr.strip() or f"its Python ended with {done.returncode}") if done.returncode else ""


def _names(requirements: list[str]) -> list[str]:
    return [re.split("[=<>!~; ]", each)[0] for each in requirements]


def _fingerprint(root: Path, extra: str = "") -> str:
    """Stands for this Python, this folder and what is to be installed."""
    digest = hashlib.sha256(sys.version.encode() + str(root).encode())
    for path in (list_of(root), root / "pyproject.toml", *([list_of(root, extra)] if extra else [])):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()
