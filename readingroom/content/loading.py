"""Reads TOML files into records; every bad record of a file is reported at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .errors import ContentError, Fault
from .files import read_text
from .toml_place import LABELS, label, place, up_to
from .unfit_rows import unfit

Row = TypeVar("Row")
_LOOK = "Look there and in the line above for a quotation mark, a comma or a bracket too few or too many."
_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read_toml(root: Path, name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name` under `root`; ContentError if it is missing or is not TOML."""
    text = read_text(root, name, place)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ContentError([Fault(name, "", "", "brackets are nested too deep to be read")]) from None
    except ValueError as error:  # what is not TOML, and a number of thousands of digits
        line = _LINE.search(str(error))
        ended = text if "end of document" in str(error) else ""
        before = up_to(text, int(line[1])) if line else ended
        raise ContentError([Fault(name, *place(before), f"this is not TOML: {error}. {_LOOK}")]) from None


class Tables:
    """The tables of the TOML file `name` under `root`, read once; raises ContentError as `read_toml` does."""

    def __init__(self, root: Path, name: str):
        self.name, self.tables = name, read_toml(root, name)

    def __contains__(self, table: str) -> bool:
        return table in self.tables

    def rows(self, table: str, model: type[Row]) -> list[Row]:
        """Return the `[[table]]` rows as `model`; ContentError names every row that does not fit."""
        records, faults = self.sound_rows(table, model)
        if faults:
            raise ContentError(faults)
        return records

    def sound_rows(self, table: str, model: type[Row]) -> tuple[list[Row], list[Fault]]:
        """Return the `[[table]]` rows that fit `model`, and a fault for each that does not."""
        rows = self.tables.get(table, [])
        if not isinstance(rows, list):
            return [], [Fault(self.name, _label(table, 1, rows), "", f"is written once; begin each with [[{table}]]")]
        records: list[Row] = []
        faults = []
        for number, row in enumerate(rows, start=1):
            try:
                records.append(msgspec.convert(row, model))
            except msgspec.ValidationError as error:
                faults.append(unfit(self.name, table, number, row, model, str(error)))
        return records, faults

    def raw(self, table: str) -> list[dict[str, Any]]:
        """Return the `[[table]]` rows as they are written, sound or not."""
        rows = self.tables.get(table, [])
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

    def row(self, table: str, model: type[Row]) -> Row:
        """Return the one `[table]` as `model`."""
        row = self.tables.get(table)
        if not isinstance(row, dict):
            message = "is missing" if row is None else f"must stand once; begin it with [{table}]"
            raise ContentError([Fault(self.name, table, "", message)])
        try:
            return msgspec.convert(row, model)
        except msgspec.ValidationError as error:
            raise ContentError([unfit(self.name, table, 1, row, model, str(error))]) from None


def _label(table: str, number: int, row: Any) -> str:
    name = next((row[key] for key in LABELS if key in row), "") if isinstance(row, dict) else ""
    return label(table, number, name)
