"""The lists of what is installed: each package in one version, each file of it by its sum. Standard library only.

pyproject.toml says what is wanted; `python3 -m readingroom lock` writes the lists from it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

# What the course itself is installed with: requirements.txt holds it, since Binder looks for that file.
BASE = ("lab", "data")
INSTALLER, APART, BROWSER = "installer", "live", "browser"
# Extras that stand with the people or the code that use them, by hand or in a browser.
_ELSEWHERE = {"class": "exercises/class/requirements.txt", BROWSER: "readingroom/site/lite/browser.txt"}


def list_of(root: Path, extra: str = "") -> Path:
    """Return the list of what the course needs, or of what `extra` adds to it."""
    if not extra:
        return root / "requirements.txt"
    return root / _ELSEWHERE.get(extra, f"readingroom/cli/locks/{extra}.txt")


def project(root: Path) -> dict[str, Any]:
    """Return the table `project` of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
    return table


def wanted(root: Path, extra: str = "") -> list[str]:
    """Return what the course and `extra` ask for by name, as requirements."""
    about = project(root)
    extras = about.get("optional-dependencies", {})
    asked = [*BASE, extra] if extra and extra not in BASE else list(BASE)
    course = f"{about.get('name', 'readingroom')}[{','.join(asked)}]"
    return [*about.get("dependencies", []), *(need for each in asked for need in extras.get(each, [])), course]


def apart(root: Path, extra: str) -> list[str]:
    """Return what `extra` alone asks for."""
    needs: list[str] = project(root)["optional-dependencies"][extra]
    return needs
