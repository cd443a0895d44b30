"""Accounts of their own on this machine: made, measured and taken away by the superuser."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from environments import missing, run


@contextmanager
def accounts(homes: Path, names: list[str]) -> Iterator[None]:
    """Make accounts whose homes lie in `homes`; end with all that they still run, and with them."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("useradd"):
        missing("making accounts needs the superuser of a Linux machine")
    homes.mkdir(exist_ok=True)
    try:
        for name in names:
            run("useradd", "--create-home", "--home-dir", homes / name, name)
        yield
    finally:
        for name in names:
            subprocess.run(["pkill", "-KILL", "-u", name], capture_output=True)
            subprocess.run(["userdel", "--force", name], capture_output=True)


def costs(name: str) -> tuple[int, float]:
    """The memory in MB (proportional share) and the processor seconds of all processes of account `name`."""
    ids = subprocess.run(["pgrep", "-u", name], capture_output=True, text=True).stdout.split()
    memory = seconds = 0.0
    for process in ids:
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
            stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # gone in between
        memory += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
        seconds += sum(map(int, stat[11:15])) / os.sysconf("SC_CLK_TCK")
    return round(memory), seconds
