"""ods files, LibreOffice's own, as rows of strings."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from .xlsx_table import damaged, shown, table_with

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_WIDEST = 1_000  # cells; beyond, a sheet repeats one empty cell to its edge


def rows(path: Path, columns: Iterable[str]) -> Iterator[list[str]]:
    """Yield the rows of the sheet whose first row has all of `columns`, or of the first one."""
    try:
        with zipfile.ZipFile(path) as packed:
            content = ET.fromstring(packed.read("content.xml"))
        tables = [list(_rows(table)) for table in content.iter(f"{_TABLE}table")]
    except Exception as error:  # zip and XML each have their own ways to say damage
        raise damaged(path, error) from None
    yield from table_with(tables, columns)


def _rows(table: ET.Element) -> Iterator[list[str]]:
    empty = 0
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
                cells += [_cell(cell)] * min(times, _WIDEST - len(cells))
        while cells and not cells[-1]:
            cells.pop()
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        if not cells:
            empty += times  # the last one of a sheet is repeated a million times
            continue
        yield from ([] for _ in range(empty))
        yield from (cells for _ in range(times))
        empty = 0


def _cell(cell: ET.Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in ("float", "percentage", "currency"):
        return shown(float(cell.get(f"{_OFFICE}value", "0")))
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value", "").upper()
    return "\n".join(_text(paragraph) for paragraph in cell.findall(f"{_TEXT}p"))


def _text(element: ET.Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * int(child.get(f"{_TEXT}c", "1")))
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif not child.tag.startswith(_OFFICE):  # a remark beside the cell is none of its text
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
