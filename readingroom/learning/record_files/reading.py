"""Reads what is in the record's files, whatever it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from .lines import Entry, entry_of, line_of, shown_copy
from .names import SUFFIX

LONGEST_LINE = 64 * 2**20
"""Bytes. A run of NUL bytes that a crash left may be larger than the memory."""


@dataclass
class Contents:
    """The entries of one file, their lines, and how many lines are broken or hold bytes that are no UTF-8.

    `copies` has, by their ids, copies of those entries that cannot be shown as they are.
    """

    entries: list[Entry] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    broken: int = 0
    undecodable: int = 0
    copies: dict[str, Entry] = field(default_factory=dict)

    @property
    def is_damaged(self) -> bool:
        return bool(self.broken or self.undecodable)


def record_files(folder: Path) -> list[Path]:
    """Return the record's files in `folder`; none where there is no folder, OSError where it cannot be listed."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        if os.path.lexists(folder):
            raise  # a link to a folder that is not there
        return []
    return sorted(folder / name for name in names if name.endswith(SUFFIX) and not name.startswith("."))


def read_file(path: Path) -> Contents:
    """Return what a file holds; OSError where it cannot be read."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(None, "it is not a file")  # to open a pipe waits for its other end
    contents = Contents()
    with path.open("rb") as file:
        for line, is_whole in _lines(file):
            _take(contents, line, is_whole)
    return contents


def _lines(file: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Yield each line without its line feed, and whether it had one; of a line too long, nothing but its end."""
    is_first, is_too_long = True, False
    while part := file.readline(LONGEST_LINE):
        is_whole = part.endswith(b"\n")
        if not is_whole and len(part) == LONGEST_LINE:
            is_too_long = True
            continue
        line = b"too long" if is_too_long else part.removesuffix(b"\n")
        yield line.removeprefix(b"\xef\xbb\xbf") if is_first else line, is_whole
        is_first = is_too_long = False


def _take(contents: Contents, line: bytes, is_whole: bool) -> None:
    if not line.strip():
        return
    try:
        text, is_decoded = line.decode(), True
    except UnicodeDecodeError:
        text, is_decoded = line.decode(errors="replace"), False
    entry = entry_of(text)
    if entry:
        contents.entries.append(entry)
        contents.lines.append(line + b"\n" if is_decoded else line_of(entry).encode())
        contents.undecodable += not is_decoded
        if copy := shown_copy(entry, text):
            contents.copies[entry["id"]] = copy
    elif is_whole:  # half a line at the end is what a crash leaves: it was never called saved
        contents.broken += 1
