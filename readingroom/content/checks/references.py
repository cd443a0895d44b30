"""What holds for any record: the ids it names exist, and its prose can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ..errors import ContentError
from ..models import Item
from ..references import REFERENCE, UnknownReferenceError
from .collector import Collector
from .typed_figures import prose

_CODE = re.compile(r"`[^`]*`")
_ALMOST = re.compile(r"\{\s*(?!series)[A-Za-z]+\s*:")
_STAND_FOR_SOMETHING = (
    "a figure is written {series:ID.COLUMN:DATE}, and in an exercise's task {vary:NAME} stands for what varies"
)


def check_record(collector: Collector, file: str, label: str, row: Any) -> None:
    """Check the sources, paragraphs, events, series and sections that `row` names, and its prose."""
    for field, what in (
        ("sources", "source"),
        ("paragraphs", "paragraph"),
        ("tests", "paragraph"),
        ("events", "event"),
        ("series", "series"),
        ("sections", "section"),
    ):
        names = getattr(row, field, None)
        if isinstance(names, list):
            collector.unknown(file, label, field, names, collector.known[what], what)
    for field in _empty_lists(row):
        collector.add(file, label, field, "is empty")
    check_prose(collector, file, label, row)


def _empty_lists(row: Any) -> list[str]:
    """The lists that a record must have, and that name nothing; sources and items have words of their own for it."""
    if isinstance(row, Item) or not hasattr(row, "__struct_fields__"):
        return []
    return [name for name in _required(type(row)) if getattr(row, name) == []]


def _required(kind: type) -> list[str]:
    if kind not in _REQUIRED:  # to look a record's fields up takes longer than all else that is checked of it
        fields = msgspec.structs.fields(kind)
        _REQUIRED[kind] = [field.name for field in fields if field.required and field.name != "sources"]
    return _REQUIRED[kind]


_REQUIRED: dict[type, list[str]] = {}


def check_prose(collector: Collector, file: str, label: str, row: Any) -> None:
    """Check every text of `row`, and keep them for the check of typed figures."""
    name = next((value for field in ("id", "paragraph", "task") if (value := getattr(row, field, ""))), "")
    written = list(texts(row))
    collector.texts += prose(file, label, name, written)
    for field, text in written:
        try:
            collector.library.text(text)
        except UnknownReferenceError as error:
            collector.add(file, label, field, str(error))
        except ContentError:
            pass  # the series file's own fault is reported already
        if "$" in text:
            collector.add(file, label, field, "a dollar sign starts mathematics in a notebook; write US dollars")
        if text.count("`") % 2:
            collector.add(file, label, field, "one of two ` is missing; they stand in pairs, around code")
        if "{series" in text and text.count("{series") != len(REFERENCE.findall(text)):
            collector.add(file, label, field, "a reference is written {series:ID.COLUMN:DATE}")
        if unknown := _ALMOST.search(_CODE.sub("", REFERENCE.sub("", text))):
            collector.add(file, label, field, f"{unknown[0]}…}} stands for nothing; {_STAND_FOR_SOMETHING}")


def texts(row: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (field, text) for every text in a record, at any depth."""
    if isinstance(row, str):
        yield path, row
    elif isinstance(row, dict):
        for name, value in row.items():
            yield from texts(value, f"{path}.{name}".strip("."))
    elif isinstance(row, list):
        for number, value in enumerate(row, start=1):
            yield from texts(value, f"{path} {number}")
    elif hasattr(row, "__struct_fields__"):
        for name in row.__struct_fields__:
            yield from texts(getattr(row, name), f"{path}.{name}".strip("."))
