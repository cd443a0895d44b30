"""pandas for the browser's Python, from Pyodide's own distribution: the one place that builds it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...content.errors import CourseError
from .runtime import LOCK
from .sums import sha256


def pandas_in(
    folder: Path, platform: Mapping[str, str], named: Mapping[str, Any]
) -> tuple[dict[str, Path], dict[str, list[str]]]:
    """Return the wheels of pandas and of all it needs in `folder`, a distribution of Pyodide as unpacked, and what each
    of them needs. `named` is what Pyodide itself says of its packages: its sums count, not those in the folder.

    CourseError, with everything that is wrong at once, where it is for another Pyodide than `platform`, or where a
    wheel is missing or damaged.
    """
    path = folder / LOCK
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        theirs, packages = about["info"], {name.lower(): entry for name, entry in about["packages"].items()}
    except (OSError, ValueError, KeyError):
        raise CourseError(
            f"{path} is not the list of a Pyodide distribution: unpack the whole archive of Pyodide's "
            f"release and name the folder that holds {LOCK}."
        ) from None
    unlike = [
        f"{name} is {theirs.get(name)}, and must be {ours}"
        for name, ours in platform.items()
        if theirs.get(name) != ours
    ]
    if unlike:
        raise CourseError(
            f"{path} belongs to another Pyodide: {'; '.join(unlike)}. Take the release that pyproject.toml names."
        )
    chosen = _with_what_it_needs("pandas", packages)
    faults = [fault for name in chosen if (fault := _fault(folder, name, packages.get(name), named.get(name)))]
    if faults:
        raise CourseError(f"{path}: {'; '.join(faults)}. Unpack the whole archive again.")
    return {name: folder / packages[name]["file_name"] for name in chosen}, {
        name: packages[name]["depends"] for name in chosen
    }


def _with_what_it_needs(name: str, packages: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.append(each)
            waiting += packages.get(each, {}).get("depends", [])
    return sorted(found)


def _fault(folder: Path, name: str, entry: Mapping[str, Any] | None, named: Mapping[str, Any] | None) -> str:
    if entry is None or named is None:
        return f"{name} is not in it"
    wheel = folder / entry["file_name"]
    if not wheel.is_file():
        return f"{wheel.name} is not beside it"
    return "" if sha256(wheel) == named["sha256"] else f"{wheel.name} is damaged"
