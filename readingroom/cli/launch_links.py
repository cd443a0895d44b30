"""The doors to the course: links and badges, all made from the one address in pyproject.toml. Standard library only."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import quote

FIRST = "notebooks/00-start-here.ipynb"
LITE = "live"  # the folder of a site in which JupyterLite stands
MARKS = ("<!-- doors: made by python3 -m readingroom doors -->", "<!-- /doors -->")


def repository(root: Path) -> str:
    """Return the repository's public address, or an empty text while it is not known."""
    return _settings(root)["repository"].rstrip("/")


def pyodide(root: Path) -> str:
    """Return the version of the browser's Python."""
    return _settings(root)["pyodide"]


def _settings(root: Path) -> dict[str, str]:
    settings: dict[str, str] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "readingroom"
    ]
    return settings


def lite(notebook: str = FIRST) -> str:
    """Return the address, within a site, that opens `notebook` in JupyterLite."""
    return f"{LITE}/notebooks/index.html?path={quote(notebook, safe='')}"


def binder(address: str, notebook: str = FIRST) -> str:
    """Return the address that opens `notebook` on mybinder.org, for a repository on GitHub or any git server."""
    hosted = _on_github(address)
    where = f"gh/{hosted}" if hosted else f"git/{quote(address, safe='')}"
    return f"https://mybinder.org/v2/{where}/HEAD?labpath={quote(notebook, safe='')}"


def _on_github(address: str) -> str:
    """The owner and the name of a repository on GitHub, as in owner/name; else an empty text."""
    found = re.fullmatch(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?", address)
    return found[1] if found else ""


def pages(address: str) -> str:
    """Return the address at which .github/workflows/pages.yml publishes the pages, for a repository on GitHub; else an empty text."""
    hosted = _on_github(address)
    if not hosted:
        return ""
    owner, name = hosted.split("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" + ("" if name.lower() == host else f"{name}/")


def badges(address: str) -> str:
    """Return the README's doors as Markdown: nothing to click while there is no address."""
    if not address:
        return "*The course has no public address yet; when it has one, links that open it in your browser and in Binder stand here.*"
    site = pages(address)
    here = (
        f"**[Read it in your browser]({site})**, or [run its code there]({site}{lite()}): nothing to install. "
        if site
        else ""
    )
    return f"{here}[![Open in Binder](https://mybinder.org/badge_logo.svg)]({binder(address)})"


def with_doors(readme: str, address: str) -> str:
    """Return `readme` with what stands between the two marks made anew."""
    before, _, rest = readme.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    return f"{before}{MARKS[0]}\n{badges(address)}\n{MARKS[1]}{after}"
