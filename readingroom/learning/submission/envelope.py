"""What the files of all hand-ins have in common: JSON lines under a heading, with a checksum at their end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from .receipts import receipt
from .validation import encodable, name_fault, parsed

MOST_LINES = 5_000
MOST_COMMAS = 50_000  # so many lists and tables can be in a file; to read a million takes seconds


def plain_text(text: str) -> str:
    """Return a file's text without what editors and other systems add: a byte order mark, other line ends."""
    return text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n").strip()


def heading_of(plain: str, form: str) -> dict[str, Any] | None:
    """Return the first line of a file of the format `form`; None for any other file."""
    try:
        heading = parsed(plain.partition("\n")[0])
    except ValueError:
        return None
    return heading if heading.get("format") == form else None


def refused(heading: Mapping[str, Any], fields: Iterable[str], plain: str) -> list[str]:
    """Return why nothing in the file can be used; nothing where it can."""
    faults = [f"the field {field} {fault}" for field in fields if (fault := name_fault(heading.get(field, "")))]
    for sign, most, what in (("\n", MOST_LINES, "lines"), (",", MOST_COMMAS, "commas")):
        if (count := plain.count(sign)) > most:
            faults.append(f"it has {count:,} {what}, far more than a hand-in")
    return faults


def line(value: dict[str, Any]) -> str:
    """Return one line of a file."""
    return encodable(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) + "\n"


def checksum(text: str) -> str:
    """Return the checksum of the lines above it."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def is_sound(plain: str, last: Mapping[str, Any], heading: Mapping[str, Any], version: int) -> bool:
    """Say whether the checksum fits all that stands above it, and the version is the one that is known."""
    body = plain[: plain.rindex("\n") + 1] if "\n" in plain else ""
    return bool(last["sum"] == checksum(body) and heading.get("version") == version and heading["version"] is not True)


def receipt_of_sum(written: Any) -> str:
    """Return the receipt of a checksum as a file has it; "" where it is none."""
    return "" if not written or name_fault(written) else receipt(str(written))
