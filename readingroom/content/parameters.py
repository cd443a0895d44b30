"""Parameters of a task: the values that its `{vary:NAME}` places stand for, in the task and in its key.

content/variants.py draws the values for each student; where there is no roster the first ones are used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from .errors import CourseError
from .tasks import Key, Task, VaryValue

PLACEHOLDER = re.compile(r"\{vary:([a-z0-9_-]+)(\.id)?\}")
Values = Mapping[str, VaryValue]
Row = TypeVar("Row", Task, Key)


class UnknownValueError(CourseError):
    """A text asks for the value of `name`, which nothing in the task varies."""

    def __init__(self, row: Task | Key, name: str):
        self.name = name
        task = row.id if isinstance(row, Task) else row.task
        super().__init__(
            f"task {task}: {{vary:{name}}} names nothing that varies in it; python3 -m readingroom check says where."
        )


def first_values(task: Task) -> dict[str, VaryValue]:
    """Return what is asked where there is no roster: the first value of everything that varies."""
    return {vary.name: vary.value[0] for vary in task.vary}


def with_values(row: Row, values: Values) -> Row:
    """Return a task or key with every `{vary:NAME}` and `{vary:NAME.id}` replaced.

    Raises UnknownValueError for a name that does not vary.
    """

    def replacement(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise UnknownValueError(row, match[1])
        value = values[match[1]]
        return value.id if match[2] else value.text

    def replace(part: Any) -> Any:
        if isinstance(part, str):
            return PLACEHOLDER.sub(replacement, part) if "{" in part else part  # of a class’s texts few vary
        if isinstance(part, list):
            return [replace(inner) for inner in part]
        return {replace(key): replace(inner) for key, inner in part.items()} if isinstance(part, dict) else part

    return msgspec.convert(replace(msgspec.to_builtins(row)), type(row))


def key_for(key: Key, values: Values) -> Key:
    """Return `key` as it stands for `values`: with the first case that fits them, and the values put in."""
    for case in key.case:
        if all(name in values and values[name].id == expected for name, expected in case.when.items()):
            fields = ("answer", "why", "option", "mistake")
            changes = {field: value for field in fields if (value := getattr(case, field))}
            key = msgspec.structs.replace(key, **changes)
            break
    return with_values(key, values)
