"""What keeps a cell from being run as a formula, and takes the sign away again."""

from __future__ import annotations

import re

# Spreadsheets of East Asia take the full-width signs for the others; blanks and invisible letters before one are
# passed over by some.
_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]")
_QUOTED_FORMULA = re.compile(r"'+(?:" + _FORMULA.pattern + ")")
_NUMBER = re.compile(r" *[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,3})? *")


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet runs it.

    An apostrophe before what would start a formula, unless it is a number, and before such a text that has one already.
    """
    if _QUOTED_FORMULA.match(text) or (_FORMULA.match(text) and not _NUMBER.fullmatch(text)):
        return f"'{text}"
    return text


def as_meant(text: str) -> str:
    """Return `text` without the apostrophe that `harmless` put before it."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text
