"""What differs between students' variants of a task: values set into its words, and a draw from its lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from .exercise import Key, Task, VaryValue

PLACE = re.compile(r"\{vary:([a-z0-9_-]+)(\.id)?\}")
Values = Mapping[str, VaryValue]
Row = TypeVar("Row", Task, Key)


def first_values(task: Task) -> dict[str, VaryValue]:
    """Return what is asked where there is no roster: the first value of everything that varies."""
    return {vary.name: vary.value[0] for vary in task.vary}


def filled(row: Row, values: Values) -> Row:
    """Return a task or key with `{vary:NAME}` and `{vary:NAME.id}` replaced everywhere; KeyError for a name that does not vary."""

    def put(found: re.Match) -> str:
        value = values[found[1]]
        return value.id if found[2] else value.text

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return PLACE.sub(put, value)
        if isinstance(value, list):
            return [walk(inner) for inner in value]
        return {walk(key): walk(inner) for key, inner in value.items()} if isinstance(value, dict) else value

    return msgspec.convert(walk(msgspec.to_builtins(row)), type(row))


def key_for(key: Key, values: Values) -> Key:
    """Return `key` as it stands for `values`: the case that fits them taken in, and the words filled."""
    for case in key.case:
        if all(name in values and values[name].id == wanted for name, wanted in case.when.items()):
            said = {field: value for field in ("answer", "why", "option", "mistake") if (value := getattr(case, field))}
            key = msgspec.structs.replace(key, **said)
            break
    return filled(key, values)
