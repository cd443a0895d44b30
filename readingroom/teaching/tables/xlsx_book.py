"""Workbooks for people to type into: locked but for the cells meant for them, and the same bytes every time."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from math import ceil
from pathlib import Path
from typing import Any

from ...content.output_file import replaced

_HEAD_COLOUR = "DDE6F0"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LINE, _HIGHEST = 15, 409  # points; Excel takes no higher row
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def new(*sheets: str) -> Any:
    """Return a workbook with empty sheets of these names."""
    from openpyxl import Workbook  # only where somebody marks in a spreadsheet

    book = Workbook()
    book.remove(book.active)
    for name in sheets:
        book.create_sheet(name)
    return book


def head(sheet: Any, columns: Sequence[str], widths: Iterable[float], frozen: str) -> None:
    """Write the first row, which stays in sight with all that is above and left of `frozen`."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for place, (column, width) in enumerate(zip(columns, widths, strict=True), start=1):
        written = cell(sheet, 1, place, column)
        written.font, written.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD_COLOUR)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = frozen
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def cell(sheet: Any, row: int, column: int, value: float | str, is_open: bool = False, is_text: bool = True) -> Any:
    """Write one cell, its text wrapped and never a formula; what is typed into one that `is_text` stays as typed."""
    from openpyxl.styles import Alignment, Protection

    written = sheet.cell(row, column)
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n")
        written.value = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", lines) or None
        if value:
            written.data_type = "s"  # whatever it looks like
    else:
        written.value = value
    written.number_format = "@" if is_text else "General"
    written.alignment = Alignment(wrap_text=True, vertical="top")
    written.protection = Protection(locked=not is_open)
    return written


def fit(sheet: Any, row: int, widths: Sequence[float]) -> None:
    """Give a row the height of its longest text; programs leave rows as they are that they did not write."""
    texts = [(str(written.value or ""), width) for written, width in zip(sheet[row], widths, strict=False)]
    lines = max((_lines(text, width) for text, width in texts), default=1)
    sheet.row_dimensions[row].height = min(_HIGHEST, _LINE * lines)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(_wide(line) / width)) for line in text.split("\n"))


def _wide(line: str) -> int:
    return len(line) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in line)


def choice(sheet: Any, column: int, last: int, values: str, title: str, prompt: str) -> None:
    """Let people choose in a column among the cells called `values`; another value is asked about, not refused."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=values, allow_blank=True, errorStyle="warning")
    rule.promptTitle, rule.prompt, rule.showInputMessage = title[:32], prompt, True
    rule.errorTitle, rule.error, rule.showErrorMessage = "Not a level", "The rubric has no level of these points.", True
    letter = get_column_letter(column)
    rule.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(rule)


def hide(sheet: Any, column: int) -> None:
    """Keep a column out of sight; it is saved all the same."""
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions[get_column_letter(column)].hidden = True


def lock(sheet: Any) -> None:
    """Close every cell that is not open. Widths, heights and filters may be changed; there is no password."""
    sheet.auto_filter.ref = sheet.dimensions
    sheet.protection.sheet = True
    for free in ("formatColumns", "formatRows", "autoFilter"):
        setattr(sheet.protection, free, False)  # False: not forbidden


def save(book: Any, path: Path) -> Path:
    """Write the workbook, whole or not at all."""
    written = io.BytesIO()
    book.save(written)
    fresh = path.with_name(f"{path.name}.writing")
    with zipfile.ZipFile(written) as packed, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "docProps/core.xml":  # openpyxl writes the time of day
                content = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(entry, content)
    return replaced(path, fresh)
