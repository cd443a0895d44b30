"""The files that a page asks for late, as scripts too: a page opened as a file may load a script, but no data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

_AS_SCRIPT = ".json.js"
_LEAD_ON = "lead-on.js"


def is_for_files(path: Path) -> bool:
    """Say whether only a page opened as a file loads this script."""
    return path.name.endswith(_AS_SCRIPT) or path.name == _LEAD_ON


def write_late_scripts(out: Path, folders: Iterable[str] = ("parts", "figures")) -> None:
    """Write every file that pages load late, beside itself, as a script."""
    for path in [*(path for folder in folders for path in sorted((out / folder).glob("*.json"))), out / "search.json"]:
        script = as_script(path.relative_to(out).as_posix(), path.read_text(encoding="utf-8"))
        path.with_name(f"{path.name}.js").write_text(script, encoding="utf-8")


def as_script(address: str, text: str) -> str:
    """Return a file's text as the script that late-file.js loads in its place."""
    return f"(globalThis.lateFiles??={{}})[{json.dumps(address)}]={json.dumps(text, ensure_ascii=False)};\n"
