"""The front ends: ES modules beside this file, joined into one where a host takes one text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function|const|class)", re.MULTILINE)


@lru_cache(maxsize=None)
def module(name: str) -> str:
    """Return module `name` with the modules it imports laid before it, each once: what anywidget takes as `_esm`."""
    parts = [_EXPORT.sub("", _IMPORT.sub("", source(part))) for part in needed(name)]
    return "\n".join(parts)


@lru_cache(maxsize=None)
def source(name: str) -> str:
    """Return the text of a front-end file."""
    return (FOLDER / name).read_text(encoding="utf-8")


def needed(name: str) -> list[str]:
    """Return the modules that module `name` is made of, each after those it imports."""
    order: list[str] = []

    def visit(part: str) -> None:
        for wanted in _IMPORT.findall(source(part)):
            if wanted not in order:
                visit(wanted)
        if part not in order:
            order.append(part)

    visit(name)
    return order
