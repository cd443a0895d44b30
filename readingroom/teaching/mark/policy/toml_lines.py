"""On which line of a TOML file of plain tables a table and its keys stand; tomllib keeps no lines."""

from __future__ import annotations

import re
from collections import Counter

_HEAD = re.compile(r"\s*\[\[?\s*[\"']?([^\]\"']+?)[\"']?\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


class TomlLines:
    """Finds lines by the name of a table, its number among those of that name (from 0), and a key."""

    def __init__(self, text: str):
        self._at: dict[tuple[str, int, str], int] = {}
        seen = Counter[str]()
        table, number = "", 0
        for line, content in enumerate(text.splitlines(), start=1):
            if head := _HEAD.match(content):
                table = head[1]
                number = seen[table]
                seen[table] += 1
                self._at[table, number, ""] = line
            elif key := _KEY.match(content):
                self._at.setdefault((table, number, key[1]), line)

    def of(self, table: str, number: int, key: str = "") -> int:
        """Return the line of a key, else of its table, else 1."""
        return (
            self._at.get((table, number, key)) or self._at.get((table, number, "")) or self._at.get(("", 0, table), 1)
        )
