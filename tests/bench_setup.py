"""Whether set-up recovers: cut off at many moments, on a full disk, two at once, among foreign settings, in an odd folder.

`python3 tests/bench_setup.py [MOMENTS]` works on a copy of the course with few packages, and always gives the same
command, as a reader would. It fetches packages, takes some minutes, and prints a line for each trial.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ODD = "a #1 100% [x] Мой"
PACKAGES = ("msgspec", "mistune", "numpy", "packaging")
PROJECT = """[project]
name = "readingroom"
requires-python = ">=3.11"
dependencies = ["msgspec", "mistune"]
[project.optional-dependencies]
data = ["numpy"]
[build-system]
requires = []
build-backend = "readingroom.cli.own_wheel"
backend-path = ["."]
[tool.readingroom]
repository = ""
"""
COMMAND = [getattr(sys, "_base_executable", sys.executable), "-m", "readingroom", "check"]
HOSTILE = {
    "PIP_USER": "1",
    "PIP_TARGET": "/nowhere/target",
    "PIP_PREFIX": "/nowhere/prefix",
    "PIP_REQUIRE_VIRTUALENV": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BINARY": ":all:",
    "PIP_CONSTRAINT": "/nowhere/constraints.txt",
    "UV_OFFLINE": "1",
    "UV_PYTHON": "3.8",
    "UV_SYSTEM_PYTHON": "1",
    "UV_NO_BINARY": "1",
    "UV_CACHE_DIR": "/proc/nowhere",
    "VIRTUAL_ENV": "/nowhere/other",
    "CONDA_PREFIX": "/nowhere/conda",
    "CONDA_DEFAULT_ENV": "other",
    "PYTHONUSERBASE": "/nowhere/user",
}


def course(folder: Path, uv: bool = True) -> Path:
    """Lay a copy of the course with few packages, to be installed by uv or by pip."""
    folder.mkdir(parents=True)
    for name in ("readingroom", "data", "notebooks", "exercises"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    (folder / "pyproject.toml").write_text(PROJECT)
    listed = (ROOT / "requirements.txt").read_text("utf-8")
    blocks = re.findall(r"^([\w.-]+)(==.*\n(?: .*\n)+)", listed, re.MULTILINE)
    (folder / "requirements.txt").write_text("".join(name + rest for name, rest in blocks if name in PACKAGES))
    for name in ("README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    if not uv:  # a version that no index has
        listed = folder / "readingroom/cli/locks/installer.txt"
        listed.write_text(listed.read_text("utf-8").replace("uv==", "uv==0."), "utf-8")
    return folder


def start(root: Path, **variables: str) -> subprocess.Popen[str]:
    """Give the command."""
    return subprocess.Popen(
        COMMAND,
        cwd=root,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def outcome(process: subprocess.Popen[str]) -> tuple[bool, str]:
    """Wait for it; return whether `check` ran, and all that was said."""
    said = process.communicate(timeout=600)[0]
    return "faults" in said and "Traceback" not in said, said


def works(root: Path, **variables: str) -> bool:
    """Give the command and return whether it works, and leaves an environment that does."""
    right, said = outcome(start(root, **variables))
    python = root / ".venv/bin/python"
    right = right and subprocess.run([python, "-I", "-c", "import numpy, msgspec, readingroom"]).returncode == 0
    right = right and not (root / ".venv/readingroom.begun").exists()
    if not right:
        print(said)
    return right


def site_packages(root: Path) -> Path | None:
    """Where packages are written, once there is such a place."""
    return next(iter((root / ".venv").glob("lib/python*/site-packages")), None)


def is_writing(root: Path) -> bool:
    """Return whether the course's own packages are coming."""
    site = site_packages(root)
    return bool(site and any((site / name).exists() for name in ("numpy", "msgspec", "mistune")))


def killed(folder: Path, moments: int) -> int:
    """Kill at so many moments, half of them while packages are written, and give the command again after each."""
    dice, recovered = random.Random(1), 0
    for number in range(moments):
        writing, uv, whole = number % 2 == 0, number % 4 < 2, number % 3 != 0
        root = course(folder / str(number), uv)
        process, begun = start(root), time.monotonic()
        if writing:
            while not is_writing(root) and process.poll() is None:
                time.sleep(0.002)
            time.sleep(dice.uniform(0, 0.5 if uv else 3))
        else:
            time.sleep(dice.uniform(0, 20))
        site = site_packages(root)
        files = sum(1 for _ in site.rglob("*")) if site else 0
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL) if whole else process.kill()
        seconds = time.monotonic() - begun
        late = (root / ".venv/readingroom-course.ready").exists()
        right = works(root)
        recovered += right
        print(
            f"killed {'with its children' if whole else 'alone':17} after {seconds:5.1f} s"
            f" {'while writing, ' if writing else ''}{files} files, {'uv' if uv else 'pip'}"
            f"{', already ready' if late else ''}: {'works again' if right else 'STAYS BROKEN'}",
            flush=True,
        )
        process.communicate()
        shutil.rmtree(root)
    return recovered


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A disk of so many megabytes at `folder`."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def full(folder: Path, megabytes: int) -> bool:
    """Fill a small disk, make room, and give the command again."""
    root = course(folder / f"full-{megabytes}")
    with small_disk(root / ".venv", megabytes):
        first, said = outcome(start(root))
        called_ready = (root / ".venv/readingroom-course.ready").exists()
        subprocess.run(["mount", "-o", "remount,size=600m", root / ".venv"], check=True)
        right = works(root)
    print(said.strip())
    told = "no room" in said and not first and not called_ready
    print(f"a disk of {megabytes} MB, then room: {'said and works' if told and right else 'NOT RIGHT'}", flush=True)
    return told and right


def two_at_once(folder: Path) -> bool:
    """Give the command twice at once."""
    root = course(folder / "two")
    ends = [outcome(process) for process in (start(root), start(root))]
    waited = sum("waiting until it ends" in said for _, said in ends)
    right = all(good for good, _ in ends) and waited == 1
    print(f"two at once: {'both work, one waited' if right else f'NOT RIGHT: {ends}'}", flush=True)
    return right


def hostile(folder: Path) -> bool:
    """Give the command among settings of other programs and packages of another environment."""
    root, other = course(folder / "hostile"), folder / "other"
    for name in ("numpy", "msgspec"):
        (other / name).mkdir(parents=True)
        (other / name / "__init__.py").write_text("raise ImportError('another environment')")
    (folder / "pip.conf").write_text("[global]\nuser = true\nrequire-virtualenv = true\nno-deps = true\n")
    right = works(root, **HOSTILE, PYTHONPATH=str(other), PIP_CONFIG_FILE=str(folder / "pip.conf"))
    print(f"among foreign settings: {'works' if right else 'BROKEN'}", flush=True)
    return right


def odd(folder: Path) -> bool:
    """Give the command in a folder with an odd name, to uv and to pip."""
    right = works(course(folder / "uv" / ODD)) and works(course(folder / "pip" / ODD, uv=False))
    print(f"in a folder named {ODD!r}: {'works' if right else 'BROKEN'}", flush=True)
    return right


def main(moments: int) -> int:
    """Run every trial and print what came of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        others = [two_at_once(folder), hostile(folder), odd(folder)]
        if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount"):
            others += [full(folder, size) for size in (4, 30, 60, 90)]
        else:
            print("a full disk: not tried, since only the superuser can make a small one")
        recovered = killed(folder, moments)
    print(f"{recovered} of {moments} recovered from a kill; {sum(others)} of {len(others)} other trials went right")
    return int(recovered < moments or not all(others))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
