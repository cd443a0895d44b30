"""Files to records: every bad record of a file is reported at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from .faults import ContentError, Fault


def read_toml(root: Path, name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name` under `root`; ContentError if it is missing or is not TOML."""
    try:
        return tomllib.loads((root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        says = "the file is missing; take it again from the course's download"
    except (OSError, UnicodeDecodeError) as error:
        says = f"the file cannot be read ({error})"
    except tomllib.TOMLDecodeError as error:
        says = f"this is not TOML: {error}"
    raise ContentError([Fault(name, "", "", says)])


def records(root: Path, name: str, table: str, model: Any) -> list[Any]:
    """Return the `[[table]]` rows of file `name` as `model`; ContentError names every row that does not fit."""
    rows = read_toml(root, name).get(table, [])
    good, faults = [], []
    for number, row in enumerate(rows, start=1):
        try:
            good.append(msgspec.convert(row, model))
        except msgspec.ValidationError as error:
            faults.append(_fault(name, table, number, row, str(error)))
    if faults:
        raise ContentError(faults)
    return good


def record(root: Path, name: str, table: str, model: Any) -> Any:
    """Return the one `[table]` of file `name` as `model`."""
    row = read_toml(root, name).get(table)
    try:
        return msgspec.convert(row, model)
    except msgspec.ValidationError as error:
        raise ContentError([_fault(name, table, 1, row or {}, str(error))]) from None


def _fault(name: str, table: str, number: int, row: dict, message: str) -> Fault:
    says, _, path = message.partition(" - at `$")
    label = row.get("id") or row.get("paragraph") if isinstance(row, dict) else ""
    return Fault(name, f"{table} {number}" + (f" ({label})" if label else ""), path.strip("`.") if path else "", says)
