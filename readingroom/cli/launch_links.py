"""Links and badges that open the course, all made from the address in pyproject.toml. Standard library only."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import quote

LITE = "live"  # the folder of a site that holds JupyterLite
MARKS = ("<!-- doors: made by python3 -m readingroom doors -->", "<!-- /doors -->")


def repository(root: Path) -> str:
    """Return the repository's public address, or "" while it is not known."""
    return _settings(root)["repository"].rstrip("/")


def pyodide(root: Path) -> tuple[str, str]:
    """Return the version of the browser's Python, and the sum of its archive as npm writes sums."""
    settings = _settings(root)
    return settings["pyodide"], settings["pyodide-sum"]


def _settings(root: Path) -> dict[str, str]:
    own = root / "pyproject.toml"
    if not own.is_file():  # a course beside the package: no public address of its own
        own = Path(__file__).resolve().parents[2] / "pyproject.toml"
        project = tomllib.loads(own.read_text(encoding="utf-8"))
        return {**project["tool"]["readingroom"], "repository": ""}
    project = tomllib.loads(own.read_text(encoding="utf-8"))
    settings: dict[str, str] = project["tool"]["readingroom"]
    return settings


def lite_path(notebook: str) -> str:
    """Return the address, within a site, that opens `notebook` in JupyterLite."""
    return f"{LITE}/notebooks/index.html?path={quote(notebook, safe='')}"


def binder_url(address: str, notebook: str) -> str:
    """Return the address that opens `notebook` on mybinder.org, for a repository on GitHub or any git server."""
    hosted = _on_github(address)
    where = f"gh/{hosted}" if hosted else f"git/{quote(address, safe='')}"
    return f"https://mybinder.org/v2/{where}/HEAD?labpath={quote(notebook, safe='')}"


def _on_github(address: str) -> str:
    """The owner and the name of a repository on GitHub, as in owner/name; else ""."""
    match = re.fullmatch(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?", address)
    return match[1] if match else ""


def pages_url(address: str) -> str:
    """Return where .github/workflows/pages.yml publishes the pages of a repository on GitHub; "" for any other."""
    hosted = _on_github(address)
    if not hosted:
        return ""
    owner, name = hosted.split("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" + ("" if name.lower() == host else f"{name}/")


def badges(address: str, first: str) -> str:
    """Return the README's links to the notebook `first`, as Markdown; without an address, nothing to click."""
    if not address:
        return (
            "*The course has no public address yet; when it has one, "
            "links that open it in your browser and in Binder stand here.*"
        )
    site = pages_url(address)
    here = (
        f"**[Read it in your browser]({site})**, or [run its code there]({site}{lite_path(first)}): "
        "nothing to install. "
        if site
        else ""
    )
    return f"{here}[![Open in Binder](https://mybinder.org/badge_logo.svg)]({binder_url(address, first)})"


def with_links(readme: str, address: str, first: str) -> str:
    """Return `readme` with the text between the two marks replaced."""
    before, _, rest = readme.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    return f"{before}{MARKS[0]}\n{badges(address, first)}\n{MARKS[1]}{after}"
