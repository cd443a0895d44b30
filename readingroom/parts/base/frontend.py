"""The front ends: ES modules in the folders of parts/, joined into one where a host takes one text.

A module is named by its path below parts/, as in `timeline/timeline.js`.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[^"]+)";\n', re.MULTILINE)
_FROM = re.compile(r'^import [^"]*? ?from ?"(\.[^"]+)"', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


@cache
def module(name: str) -> str:
    """Return module `name` with the modules it imports placed before it, each once: what anywidget takes as `_esm`."""
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", lean(source(part)))) for part in needed(name))


def styles(*names: str) -> str:
    """Return the shared style and those called `names`: what anywidget takes as `_css`."""
    return "".join(source(name) for name in ("base/lesson.css", *names))


@cache
def source(name: str, folder: Path = FOLDER) -> str:
    """Return the text of a front-end file."""
    return (folder / name).read_text(encoding="utf-8")


_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)


_INLINE_TYPE = re.compile(r"/\*\* @(?:[^*]|\*(?!/))*\*/ ?")


def lean(text: str) -> str:
    """Return a script or style without comments, indentation and empty lines: what a browser is sent.

    Lines inside a template literal stay as they are, since their white space is part of the text.
    """
    lines = []
    in_literal = False
    for line in _INLINE_TYPE.sub("", _COMMENT.sub("", text)).splitlines():
        if in_literal or line.strip():
            lines.append(line if in_literal else line.lstrip())
        in_literal ^= line.replace("\\`", "").count("`") % 2 == 1
    return "\n".join(lines) + "\n"


def needed(name: str, folder: Path = FOLDER) -> list[str]:
    """Return the modules below `folder` that module `name` is made of, each after those it imports."""
    order: list[str] = []

    def visit(part: str) -> None:
        for imported in named_in(part, _FROM, folder):
            if imported not in order:
                visit(imported)
        if part not in order:
            order.append(part)

    visit(name)
    return order


def named_in(name: str, form: re.Pattern[str], folder: Path = FOLDER) -> list[str]:
    """Return the modules that module `name` takes in this form, whose group is an address as in `./x.js`."""
    addresses = form.findall(source(name, folder))
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in addresses]
