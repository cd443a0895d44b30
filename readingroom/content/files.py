"""Reads a text file of the course; what keeps a file from being read is a fault with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from .errors import ContentError, Fault

Place = Callable[[str], tuple[str, str]]
"""Returns the (record, field) at the end of a text."""
_MARK = b"\xef\xbb\xbf"
_MERGE = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} ", re.MULTILINE)
_UNMERGED = (
    "git left two versions here, one on each side of =======, since it could not merge them; keep what belongs there, "
    "and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
)


def read_text(root: Path, name: str, place: Place) -> str:
    """Return the text of the file `name` under `root`; ContentError if there is none, or it is no text in UTF-8."""
    raw = read_bytes(root, name)
    if raw.startswith(_MARK):
        message = "begins with a byte order mark, as some spreadsheets and editors write; save it as UTF-8 without one"
        raise ContentError([Fault(name, "line 1", "", message)])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        message = f"{_line(before)} is not in UTF-8 (byte {raw[error.start]:#04x}); save the file with that encoding"
        raise ContentError([Fault(name, *place(before), message)]) from None
    if "\0" in text:
        before = text[: text.index("\0")]
        message = f"{_line(before)} holds a zero byte; save the file as UTF-8 text"
        raise ContentError([Fault(name, *place(before), message)])
    if merge := _MERGE.search(text):
        raise ContentError([Fault(name, _line(text[: merge.start()]), "", _UNMERGED)])
    return text


def read_bytes(root: Path, name: str) -> bytes:
    """Return the bytes of the file `name` under `root`; ContentError if there is none that can be read."""
    path = root / name
    try:
        if path.is_file():  # a pipe would wait for ever
            return path.read_bytes()
        found = path.exists()
    except OSError as error:
        raise ContentError([Fault(name, "", "", f"the file cannot be read ({error.strerror})")]) from None
    message = "the file is missing; take it again from the course's download"
    if not root.exists():
        message = "the course's folder was moved, renamed or deleted; close this notebook, open it from where it is now"
    if found:
        message = "this is a folder, or no ordinary file; a file must stand in its place"
    raise ContentError([Fault(name, "", "", message)])


def _line(before: str) -> str:
    return f"line {before.count(chr(10)) + 1}"
