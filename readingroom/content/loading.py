"""Reads TOML files into records; every bad record of a file is reported at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .errors import ContentError, Fault

Row = TypeVar("Row")


def read_toml(root: Path, name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name` under `root`; ContentError if it is missing or is not TOML."""
    try:
        return tomllib.loads((root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = "the file is missing; take it again from the course's download"
    except (OSError, UnicodeDecodeError) as error:
        message = f"the file cannot be read ({error})"
    except tomllib.TOMLDecodeError as error:
        message = f"this is not TOML: {error}"
    raise ContentError([Fault(name, "", "", message)])


class Tables:
    """The tables of the TOML file `name` under `root`, read once; raises ContentError as `read_toml` does."""

    def __init__(self, root: Path, name: str):
        self.name, self._tables = name, read_toml(root, name)

    def __contains__(self, table: str) -> bool:
        return table in self._tables

    def rows(self, table: str, model: type[Row]) -> list[Row]:
        """Return the `[[table]]` rows as `model`; ContentError names every row that does not fit."""
        records: list[Row] = []
        faults = []
        for number, row in enumerate(self._tables.get(table, []), start=1):
            try:
                records.append(msgspec.convert(row, model))
            except msgspec.ValidationError as error:
                faults.append(_fault(self.name, table, number, row, str(error)))
        if faults:
            raise ContentError(faults)
        return records

    def raw(self, table: str) -> list[dict[str, Any]]:
        """Return the `[[table]]` rows as they are written, sound or not."""
        rows = self._tables.get(table, [])
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

    def row(self, table: str, model: type[Row]) -> Row:
        """Return the one `[table]` as `model`."""
        row = self._tables.get(table)
        try:
            return msgspec.convert(row, model)
        except msgspec.ValidationError as error:
            raise ContentError([_fault(self.name, table, 1, row or {}, str(error))]) from None


def _fault(name: str, table: str, number: int, row: Mapping[str, Any], message: str) -> Fault:
    """A fault of row `number` of `table`, from what msgspec says of it."""
    problem, _, path = message.partition(" - at `$")
    label = row.get("id") or row.get("paragraph") if isinstance(row, dict) else ""
    record = f"{table} {number}" + (f" ({label})" if label else "")
    return Fault(name, record, path.strip("`.") if path else "", problem)
