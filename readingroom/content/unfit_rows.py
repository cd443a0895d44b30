"""Says in plain words why a row of a file does not fit its record, from what msgspec says of it."""

from __future__ import annotations

import re
from typing import Any, Literal, get_args, get_origin

import msgspec

from .errors import Fault
from .toml_place import LABELS, label

_TYPES = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list, [ ]",
    "object": "a table",
    "date": "a date without quotes",
    "datetime": "a time without quotes",
    "time": "a time without quotes",
    "null": "nothing",
}
_ABSENT = re.compile(r"Object missing required field `(.+)`")
_ADDED = re.compile(r"Object contains unknown field `(.+)`", re.DOTALL)
_WRONG = re.compile(r"Expected `(.+?)`, got `(\w+)`")
_DATES, _IDS = "0[1-9]|1[0-2]", "[a-z0-9]+"


def unfit(name: str, table: str, number: int, row: Any, model: Any, message: str) -> Fault:
    """Return the fault of row `number` of `table` in the file `name`; `message` is msgspec's."""
    problem, _, path = message.partition(" - at `$")
    field = re.sub(r"\[(\d+)\]", lambda index: f" {int(index[1]) + 1}", path.strip("`."))
    title = next((row[key] for key in LABELS if key in row), "") if isinstance(row, dict) else ""
    return Fault(name, label(table, number, title), field, _words(problem, row, model, field))


def unfit_json(name: str, table: str, raw: bytes, model: Any, error: Exception) -> list[Fault]:
    """Return a fault for each row of a JSON list that is no `model`; one for the file, `error`, where it is no list."""
    found = []
    try:
        rows = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        rows = None
    for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
        try:
            msgspec.convert(row, model)
        except msgspec.ValidationError as problem:
            found.append(unfit(name, table, number, row, model, str(problem)))
    return found or [Fault(name, "", "", f"the file cannot be read ({error})")]


def _words(problem: str, row: Any, model: Any, field: str) -> str:
    if absent := _ABSENT.match(problem):
        return f"the field {absent[1]} is missing"
    if added := _ADDED.match(problem):
        return f"there is no field {added[1]} in such a record; is it misspelt?"
    if wrong := _WRONG.match(problem):
        wanted = " or ".join(_TYPES.get(each.strip(), each) for each in wrong[1].split("|"))
        return f"must be {wanted}, and is {_TYPES.get(wrong[2], wrong[2])}"
    if "of length <= " in problem:
        return "is too long for an id; a hundred letters are enough"
    if "of length >= 1" in problem or r"'\\S'" in problem:
        return "is empty"
    if "matching regex" in problem:
        written = f"{_value(row, field)!r} " if isinstance(_value(row, field), str) else ""
        if _DATES in problem:
            return f"{written}is no date; write it as 1998, 1998-08 or 1998-08-17"
        if _IDS in problem:
            return f"{written}is no id; an id has small letters, digits and hyphens between them"
    allowed = _allowed(model, field)
    if allowed and isinstance(_value(row, field), str):
        return f"{_value(row, field)!r} cannot stand here; one of: {allowed}"
    return f"{problem[0].lower()}{problem[1:]}{f'; one of: {allowed}' if allowed else ''}"


def _value(row: Any, field: str) -> Any:
    return row.get(field) if isinstance(row, dict) else None


def _allowed(model: Any, field: str) -> str:
    """The words that `field` of `model` may be, where it is a choice of some."""
    if not (isinstance(model, type) and issubclass(model, msgspec.Struct)):
        return ""
    types = {each.encode_name: each.type for each in msgspec.structs.fields(model)}
    found = types.get(field)
    choices = [each for each in (found, *get_args(found)) if get_origin(each) is Literal]
    return ", ".join(str(word) for word in get_args(choices[0])) if choices else ""
