"""The names of the record's files: when and by which kernel each was begun, and after how many others.

`20261128T051223Z-4711-3f9a0c-12.jsonl` is the twelfth; names of earlier versions end before its number.
"""

from __future__ import annotations

import os
import re
import uuid
from datetime import UTC, datetime

SUFFIX = ".jsonl"
_RESTORED = "-restored"
_PARTS = re.compile(r"\d{8}T\d{6}Z-\d+-[0-9a-f]{6}(?:-(\d{1,9})(?![0-9a-f]))?")
_MENDED = re.compile(r"-mended(?:-[0-9a-f]{6})?$")
_LONGEST = 40
"""Characters of a foreign file's name that are kept in the names made of it: a name may have 255 bytes."""


def session_name(ordinal: int, of_another_record: bool = False) -> str:
    """Return a new name for a file begun now, with entries of another record or of one's own."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    restored = _RESTORED if of_another_record else ""
    return f"{stamp}-{os.getpid()}-{_token()}-{ordinal}{restored}{SUFFIX}"


def mended_name(stem: str) -> str:
    """Return a new name for the sound lines of the damaged file called `stem`."""
    origin = _MENDED.sub("", stem)
    return f"{origin if _PARTS.match(origin) else origin[:_LONGEST]}-mended-{_token()}{SUFFIX}"


def damaged_name(stem: str) -> str:
    """Return a new name under which a damaged file called `stem` is set aside."""
    return f"{stem if _PARTS.match(stem) else stem[:_LONGEST]}-{_token()}{SUFFIX}"


def ordinal_of(name: str) -> int:
    """Return how many files there were, with this one, when it was begun; 0 where its name does not say."""
    parts = _PARTS.match(name)
    return int(parts[1] or 0) if parts else 0


def is_restored(name: str) -> bool:
    """Tell whether the entries of the file come from another record."""
    return _RESTORED in name


def _token() -> str:
    return uuid.uuid4().hex[:6]
