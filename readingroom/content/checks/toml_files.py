"""Checks that hold for every TOML file: its tables are known and filled, each id stands once, values can be used."""

from __future__ import annotations

import difflib
from functools import partial
from typing import Any

from ..loading import Tables
from ..toml_place import LABELS, label
from .collector import Collector
from .layout import Rows, TomlFile, course_files
from .repeats import repeats
from .values import value_faults


def check_course_files(collector: Collector) -> None:
    """Check every TOML file of data/."""
    for file in course_files(sorted(collector.section_ids or ()), collector.quizzes):
        check_file_of(collector, file)


def check_file_of(collector: Collector, file: TomlFile) -> None:
    """Check one file of the course; an optional one, where there is one."""
    path = collector.library.root / file.name
    if path.exists() or path.is_symlink() or not file.optional:
        check_file(collector, file, collector.read(partial(collector.library.tables, file.name), None))


def check_file(collector: Collector, file: TomlFile, tables: Tables | None) -> None:
    """Check one file, as far as it can be parsed."""
    if tables is None:
        return
    known = [rows.name for rows in file.tables]
    for table in tables.tables:
        if table not in known:
            near = difflib.get_close_matches(table, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
            collector.add(file.name, _first(tables, table), "", f"this file has no such table; {hint}")
    if not tables.tables and not any(rows.at_least for rows in file.tables) and not _says_something(collector, file):
        collector.add(file.name, "", "", "the file is empty; where a course has none of these, say so in a comment")
    for rows in file.tables:
        _check_table(collector, tables, rows)


def _check_table(collector: Collector, tables: Tables, rows: Rows) -> None:
    if rows.once:
        if rows.at_least or rows.name in tables:
            collector.read(partial(tables.row, rows.name, rows.model), None)
    else:
        _, faults = tables.sound_rows(rows.name, rows.model)
        collector.note(faults)
        if rows.at_least and not tables.tables.get(rows.name):
            collector.add(tables.name, rows.name, "", f"the file has no [[{rows.name}]]; was it emptied?")
        for record, field, message in repeats(rows.name, tables.raw(rows.name)):
            collector.add(tables.name, record, field, message)
    written = tables.tables.get(rows.name)
    for number, row in enumerate(written if isinstance(written, list) else [written], start=1):
        for field, message in value_faults(row):
            collector.add(tables.name, _label(rows, number, row), field, message)


def _label(rows: Rows, number: int, row: Any) -> str:
    name = next((row[key] for key in LABELS if key in row), "") if isinstance(row, dict) else ""
    return rows.name if rows.once else label(rows.name, number, name)


def _first(tables: Tables, table: str) -> str:
    """What a report calls the first row of a table that nobody knows."""
    rows = tables.raw(table)
    name = next((rows[0][key] for key in LABELS if key in rows[0]), "") if rows else ""
    return label(table, 1, name) if rows else table


def _says_something(collector: Collector, file: TomlFile) -> bool:
    """Whether a file without a table has a comment at least."""
    return bool((collector.library.root / file.name).read_text(encoding="utf-8").strip())
