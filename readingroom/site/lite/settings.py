"""How JupyterLite is set.

Nothing from elsewhere, the packages of a lesson loaded at once, only the extensions that it uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

KERNEL = "@jupyterlite/pyodide-kernel-extension"
# Loaded together while the kernel starts; else it would ask for one after the other.
AT_START = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "readingroom")
# What opens a lesson ready comes from the package itself: see build.py.
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "anywidget", "jupyterlab-plotly")


def page_settings() -> dict[str, Any]:
    """Return jupyter-lite.json."""
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": list(AT_START)},
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Reading Room",
            "exposeAppInBrowser": True,
            "litePluginSettings": {f"{KERNEL}:kernel": kernel},
        },
    }


def build_settings(extensions: Iterable[Path], content: Path, out: Path) -> dict[str, Any]:
    """Return jupyter_lite_config.json."""
    return {
        "LiteBuildConfig": {
            "contents": [str(content)],
            "output_dir": str(out),
            "apps": ["lab", "notebooks"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "federated_extensions": [str(path) for path in extensions],
            "ignore_sys_prefix": ["federated_extensions"],
        }
    }
