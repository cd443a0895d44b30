"""An entry of the record and the line of text that holds it."""

from __future__ import annotations

import json
from typing import Any

Entry = dict[str, Any]
DEEPEST = 100
"""Lists and tables within one another; what is deeper some browser or program cannot write down again."""


def line_of(entry: Entry) -> str:
    """Return the line, with its line feed, that `entry_of` reads as `entry`.

    ValueError, TypeError or RecursionError where the entry is not a JSON object.
    """
    line = json.dumps(entry, ensure_ascii=False)
    # Half a character (a lone surrogate, as of an emoji cut in two) has no UTF-8: JSON's escapes keep it.
    return (line if is_encodable(line) else json.dumps(entry)) + "\n"


def entry_of(line: str) -> Entry | None:
    """Return the entry that a line holds, or None where it holds none."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if is_entry(entry) and not _is_too_deep(line, entry) else None


def is_entry(value: Any) -> bool:
    """Tell whether `value` is an object with an id, a time and a kind."""
    return isinstance(value, dict) and all(
        isinstance(value.get(field), str) and is_encodable(value[field]) for field in ("id", "at", "what")
    )


def _is_too_deep(line: str, entry: Entry) -> bool:
    return line.count("[") + line.count("{") > DEEPEST and _is_deeper(entry, DEEPEST)


def _is_deeper(value: Any, depth: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    parts = value.values() if isinstance(value, dict) else value
    return depth == 0 or any(_is_deeper(part, depth - 1) for part in parts)


def parse_lines(text: str) -> tuple[list[Entry], int]:
    """Return the entries of `text` and the number of broken lines.

    A last line without its line feed counts where it is whole, and is not called broken where it is not.
    """
    *lines, last = text.removeprefix("\ufeff").split("\n")
    entries = [entry_of(line) for line in lines if line.strip()]
    sound = [entry for entry in (*entries, entry_of(last)) if entry]
    return sound, entries.count(None)


def is_encodable(text: str) -> bool:
    """Tell whether `text` can be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def displayable(value: Any) -> Any:
    """Return a JSON value with U+FFFD for each half of a character, as pages and messages to them take it."""
    if isinstance(value, str):
        return value if is_encodable(value) else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [displayable(part) for part in value]
    if isinstance(value, dict):
        return {displayable(name): displayable(part) for name, part in value.items()}
    return value


def shown_copy(entry: Entry, line: str) -> Entry | None:
    """Return a copy that can be shown of the entry that `line` holds, or None where the entry itself can be."""
    if "\\ud" not in line and "\\uD" not in line:  # JSON's escapes of such halves; to copy every entry takes long
        return None
    copy: Entry = displayable(entry)
    return None if copy == entry else copy
