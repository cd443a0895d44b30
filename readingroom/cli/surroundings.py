"""What set-up and course take from the environment variables and from pip's settings. Standard library only.

Such variables are set for other programs and other environments: PIP_USER, PYTHONPATH, an active Conda. They would
send packages elsewhere or bring others in. Kept is what a machine needs to reach its packages at all.
"""

from __future__ import annotations

import ast
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_FOREIGN = ("PIP_", "UV_", "PYTHON", "CONDA", "_CE_", "VIRTUAL_ENV", "__PYVENV")
# Of a program that runs in the environment, Python's own settings are the reader's business, but for these.
_FOREIGN_TO_COURSE = ("PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "PYTHONPLATLIBDIR", "VIRTUAL_ENV", "__PYVENV")
# pip's settings by which packages are reached.
_REACH = frozenset(
    {
        *("index-url", "extra-index-url", "find-links", "trusted-host", "cert", "client-cert", "proxy"),
        *("keyring-provider", "timeout", "default-timeout", "retries", "cache-dir"),
    }
)
_UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
    "timeout": "UV_HTTP_TIMEOUT",
    "default-timeout": "UV_HTTP_TIMEOUT",
}


def for_course(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for a program that runs in the course's environment."""
    return {name: value for name, value in variables.items() if not name.startswith(_FOREIGN_TO_COURSE)}


def for_set_up(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for a program that makes or fills the environment."""
    return {name: value for name, value in variables.items() if not name.startswith(_FOREIGN)}


def for_pip(variables: Mapping[str, str], reach: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for pip, which then reads no settings but `reach`."""
    settings = {f"PIP_{name.upper().replace('-', '_')}": value for name, value in reach.items()}
    return {
        **for_set_up(variables),
        **settings,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
    }


def for_uv(variables: Mapping[str, str], reach: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for uv, which then reads no settings but `reach`, as far as it knows them."""
    cache = {"UV_CACHE_DIR": variables["UV_CACHE_DIR"]} if variables.get("UV_CACHE_DIR") else {}
    settings = {_UV_NAMES[name]: value for name, value in reach.items() if name in _UV_NAMES}
    own = {"UV_NO_CONFIG": "1", "UV_LINK_MODE": "copy", "UV_NO_PROGRESS": "1"}
    return {**settings, **for_set_up(variables), **cache, **own}


def reach(python: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Return those of pip's settings, from its files and variables, by which packages are reached."""
    asked = {name: value for name, value in variables.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(python), "-I", "-m", "pip", "config", "list"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**asked, "PYTHONUTF8": "1"},
    )
    return reach_in(done.stdout) if done.returncode == 0 else {}


def reach_in(listed: str) -> dict[str, str]:
    """Return those settings from what `pip config list` printed; a variable comes before a file."""
    found: dict[str, str] = {}
    for scope in ("global.", "install.", ":env:."):
        for line in listed.splitlines():
            name, _, value = line.removeprefix(scope).partition("=")
            if line.startswith(scope) and name in _REACH:
                found[name] = " ".join(str(ast.literal_eval(value)).split())
    return found
