"""Finds ids that stand twice, at any depth of a file's tables, in sound records and in others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..toml_place import label

Repeat = tuple[str, str, str]
"""(record, field, what is wrong)"""
_NAMES = ("id", "name", "task")
# A key says something about the same option in each of its cases, and of each task it is asked only once.
_DEEPEST = 20


def repeats(table: str, rows: list[dict[str, Any]]) -> Iterator[Repeat]:
    """Yield each id of `rows` that stands more than once, and those within each row."""
    for name, count in _counts(rows):
        yield f"{table} {name}", "id", f"stands {count} times"
    for number, row in enumerate(rows, start=1):
        if (first := rows.index(row) + 1) < number and not any(key in row for key in _NAMES):
            yield label(table, number, row.get("paragraph", "")), "", f"is the same as {table} {first}; take one out"
        title = next((row[key] for key in (*_NAMES, "paragraph") if isinstance(row.get(key), str)), "")
        for path, name, count in _within(row):
            yield _record(table, number, title), path, f"{name!r} stands {count} times"


def _record(table: str, number: int, title: str) -> str:
    return f"{table} {title}" if title else label(table, number, title)


def _within(row: dict[str, Any], path: str = "", depth: int = 0) -> Iterator[tuple[str, str, int]]:
    """Yield (field, id or text, how often) of what stands twice in one list of `row`, however deep."""
    for field, value in row.items() if depth < _DEEPEST else ():
        inner = f"{path}.{field}".strip(".")
        if isinstance(value, dict):
            yield from _within(value, inner, depth + 1)
        elif isinstance(value, list):
            yield from _within_list(value, inner, depth)


def _within_list(values: list[Any], path: str, depth: int) -> Iterator[tuple[str, str, int]]:
    rows = [each for each in values if isinstance(each, dict)]
    yield from ((path, name, count) for name, count in _counts(rows))
    for number, each in enumerate(rows, start=1):
        yield from _within(each, f"{path} {number}", depth + 1)
    texts = Counter(each for each in values if isinstance(each, str))
    yield from ((path, text, count) for text, count in texts.items() if count > 1)


def _counts(rows: list[dict[str, Any]]) -> list[tuple[str, int]]:
    names = (next((row[key] for key in _NAMES if isinstance(row.get(key), str)), "") for row in rows)
    return [(name, count) for name, count in Counter(names).items() if name and count > 1]
