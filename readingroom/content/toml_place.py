"""Says which record and field a line of a TOML file belongs to, where the file is too damaged to be parsed."""

from __future__ import annotations

import re
from collections import Counter

LABELS = ("id", "paragraph", "task", "name", "words")
"""The fields that a record is called by, in reports; the first that it has."""
_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)((?:\.[\w-]+)*)")
_NAMED = re.compile(rf"(?:{'|'.join(LABELS)})\s*=")
_FIELD = re.compile(r"\s*([\w-]+)\s*=\s*(?:\"([^\"]*)\")?")


def label(table: str, number: int, name: object) -> str:
    """Return what a report calls record `number` of `table`: `event 3 (duma-1993)`."""
    return f"{table} {number}" + (f" ({str(name)[:80]})" if isinstance(name, (str, int)) and name != "" else "")


def up_to(text: str, line: int) -> str:
    """Return `text` up to `line`; where that begins a record, with the fields that name it."""
    lines = text.split("\n")
    end = line
    if line <= len(lines) and _HEADER.match(lines[line - 1]):
        following = range(line, len(lines))
        end = next((number for number in following if _HEADER.match(lines[number])), len(lines))
        return "\n".join([*lines[:line], *(each for each in lines[line:end] if _NAMED.match(each))])
    return "\n".join(lines[:end])


def place(text: str) -> tuple[str, str]:
    """Return the (record, field) that the last line of `text` stands in."""
    numbers: Counter[str] = Counter()
    table = field = inner = name = ""
    for line in text.split("\n"):
        if header := _HEADER.match(line):
            inner, field = header[2].strip("."), ""
            if not inner:
                table, name = header[1], ""
                numbers[table] += 1
        elif found := _FIELD.match(line):
            field = f"{inner}.{found[1]}".strip(".")
            name = name or (found[2] or "" if found[1] in LABELS and not inner else "")
    return (label(table, max(1, numbers[table]), name) if table else ""), field
