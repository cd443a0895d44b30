"""Finds values that no record can use, whatever its kind: no number, letters that no page shows, garbled letters."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

LONGEST_TEXT = 20_000
_DEEPEST = 20
# What follows them is read from the other side.
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# The letters that Windows shows for the bytes which continue a letter in UTF-8.
_GOES_ON = (
    "[" + re.escape("".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))) + "\\x80-\\x9f]"
)
# A capital before a closing quotation mark looks like one garbled letter, so that of most letters it takes two.
_GARBLED = re.compile(
    f"(?:[\u00c2\u00c3]{_GOES_ON})+|(?:[\u00c2-\u00df]{_GOES_ON}){{2,}}"
    f"|[\u00e0-\u00ef]{_GOES_ON}{{2}}|[\u00f0-\u00f4]{_GOES_ON}{{3}}"
)


def value_faults(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield (field, what is wrong) for every value in a row, at any depth."""
    if depth > _DEEPEST:
        yield path, "is nested too deep; no record is"
    elif isinstance(value, str):
        yield from ((path, says) for says in _text(value))
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield path, f"{value} is no number that can be calculated with"
    elif isinstance(value, int):
        if abs(value) > 2**53:
            yield path, "is larger than any figure of the course"
    elif isinstance(value, list):
        for number, each in enumerate(value, start=1):
            yield from value_faults(each, f"{path} {number}", depth + 1)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from value_faults(each, f"{path}.{name}".strip("."), depth + 1)


def _text(text: str) -> Iterator[str]:
    if len(text) > LONGEST_TEXT:
        yield f"has {len(text):,} letters, and {LONGEST_TEXT:,} are the most that a reader is given at once"
    if text.isascii() and text.isprintable():
        return
    for letter in dict.fromkeys(text):
        control = unicodedata.category(letter) in ("Cc", "Co") and letter not in "\n\t\r"
        if control or letter in _TURNS or letter == "\N{REPLACEMENT CHARACTER}":
            yield f"holds the character U+{ord(letter):04X}, which no page can show; type it again"
    if garbled := _GARBLED.search(text):
        yield f"{garbled[0]!r} is what another encoding made of a letter; type it again"
