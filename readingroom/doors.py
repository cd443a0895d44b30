"""The doors to the course: links and badges, all made from the one address in pyproject.toml. Standard library only."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import quote

FIRST = "notebooks/00-start-here.ipynb"
MARKS = ("<!-- doors: made by python3 -m readingroom doors -->", "<!-- /doors -->")


LITE = "live"  # the folder of a site in which JupyterLite stands


def repository(root: Path) -> str:
    """Return the repository's public address, or an empty text while it is not known."""
    return _settings(root)["repository"].rstrip("/")


def pyodide(root: Path) -> str:
    """Return the version of the browser's Python."""
    return _settings(root)["pyodide"]


def _settings(root: Path) -> dict[str, str]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["readingroom"]


def lite(notebook: str = FIRST) -> str:
    """Return the address, within a site, that opens `notebook` in JupyterLite."""
    return f"{LITE}/notebooks/index.html?path={quote(notebook, safe='')}"


def binder(address: str, notebook: str = FIRST) -> str:
    """Return the address that opens `notebook` on mybinder.org, for a repository on GitHub or any git server."""
    hosted = re.fullmatch(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?", address)
    where = f"gh/{hosted[1]}" if hosted else f"git/{quote(address, safe='')}"
    return f"https://mybinder.org/v2/{where}/HEAD?labpath={quote(notebook, safe='')}"


def badges(address: str) -> str:
    """Return the README's doors as Markdown: nothing to click while there is no address."""
    if not address:
        return "*The course has no public address yet; when it has one, a link that opens it in Binder stands here.*"
    return f"[![Open in Binder](https://mybinder.org/badge_logo.svg)]({binder(address)})"


def with_doors(readme: str, address: str) -> str:
    """Return `readme` with what stands between the two marks made anew."""
    before, _, rest = readme.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    return f"{before}{MARKS[0]}\n{badges(address)}\n{MARKS[1]}{after}"
