"""The names of feedback pages: what every disk takes, and no two the same."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from ..assign.assign import safe

LONGEST = 100  # letters; most disks take 255, but Windows 260 with all folders before them
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def page_names(students: Iterable[str]) -> dict[str, str]:
    """Return the name of each student's page.

    Where two would have the same, as two names in other letters do, each gets a sign of its own.
    """
    plain = {student: safe(student) for student in students}
    shared = Counter(name.lower() for name in plain.values())
    taken: set[str] = set()
    names = {}
    for student, name in plain.items():
        needs_sign = shared[name.lower()] > 1 or len(name) > LONGEST or name.split(".")[0].lower() in _DEVICES
        own = _signed(student, name, 6) if needs_sign else name
        if own.lower() in taken:
            own = _signed(student, name, 64)
        taken.add(own.lower())
        names[student] = f"{own}.html"
    return names


def _signed(student: str, name: str, length: int) -> str:
    sign = hashlib.sha256(student.encode()).hexdigest()[:length]
    return f"_{name}-{sign}" if name.split(".")[0].lower() in _DEVICES else f"{name[:LONGEST]}-{sign}"
