"""The sums that a list of packages gives for their files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

Sums = dict[tuple[str, str], list[str]]
BROWSERS_OWN = Path(__file__).with_name("browser.txt")


def sums_in(lists: Iterable[Path]) -> Sums:
    """Return (package, version) -> the sums of its files, from lists as pip reads them."""
    found: Sums = {}
    for path in lists:
        lines = path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        for line in lines:
            if named := re.match(r"([\w.-]+)==([^\s;]+)", line):
                found[named[1].lower(), named[2]] = re.findall(r"--hash=sha256:([0-9a-f]{64})", line)
    return found


def sha256(file: Path) -> str:
    """Return the sum of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
