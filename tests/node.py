"""The front end's own modules, run by node."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run_by_node(script: str, file: Path, what: str) -> str:
    """What tests/javascript/SCRIPT prints of `file`; where there is no node the test is skipped, or fails if it is required."""
    node = shutil.which("node")
    if not node:
        (pytest.fail if os.environ.get("READINGROOM_NODE") == "required" else pytest.skip)(f"needs Node.js, {what}")
    command = [node, f"tests/javascript/{script}", file]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
