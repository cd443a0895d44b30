"""What a hand-in may hold: depth, types, lengths and letters of everything that came from a student.

Nothing here lets an error out but `parsed`, and that one only ValueError. What does not fit is replaced or left out,
and a sentence says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

LONGEST_NAME = 200  # letters of a student's name, a task's, an option's
LONGEST_ANSWER = 100_000  # letters; a spreadsheet's reader commonly ends at 131,072
MOST_PARTS = 1_000  # of one list or table
DEEPEST = 6  # a table's cell lies three deep
LARGEST_NUMBER = 10**15
CERTAINTIES = (0, 1, 2, 3)
# Line ends and the blanks that word processors put into pasted text are no fault of a text.
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def parsed(line: str) -> dict[str, Any]:
    """Return the object that a line of JSON holds; ValueError says what is wrong with the line."""
    try:
        value = json.loads(line)
    except ValueError:  # among them a number of more digits than Python takes
        raise ValueError("it cannot be read") from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if not isinstance(value, dict):
        raise ValueError("it is none of a hand-in's lines")
    return value


def fitted(value: Any, faults: list[str], depth: int = 0) -> Any:
    """Return a value of JSON with all that does not fit replaced; add a sentence to `faults` for each such thing."""
    if isinstance(value, str):
        return fitted_text(value, faults)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        if abs(value) <= LARGEST_NUMBER:
            return value
        faults.append("a number in it is none, or too large, and was left out")
        return None
    if depth == DEEPEST:
        faults.append("it is nested too deep, and what lies deepest was left out")
        return None
    if len(value) > MOST_PARTS:
        faults.append(f"it has {len(value):,} parts, of which the first {MOST_PARTS:,} were kept")
    if isinstance(value, list):
        return [fitted(each, faults, depth + 1) for each in value[:MOST_PARTS]]
    kept = islice(value.items(), MOST_PARTS)
    return {fitted_text(name, faults, LONGEST_NAME): fitted(each, faults, depth + 1) for name, each in kept}


def fitted_text(text: str, faults: list[str], longest: int = LONGEST_ANSWER) -> str:
    """Return `text` no longer than `longest`, with nothing in it that a file or a page cannot hold."""
    if len(text) > longest:
        faults.append(f"it has a text of {len(text):,} letters, of which the first {longest:,} were kept")
        text = text[:longest]
    if text.isascii() and text.isprintable():  # nearly all of them; what follows would find nothing
        return text
    whole = encodable(text)
    if whole != text:
        faults.append("it has half a letter (a lone surrogate), shown as \N{REPLACEMENT CHARACTER}")
    shown = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", whole)
    if shown != whole:
        faults.append("it has control characters, shown as \N{REPLACEMENT CHARACTER}")
    return shown


def encodable(text: str) -> str:
    """Return `text` with half letters replaced; any other text comes back as it is."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def name_fault(value: Any) -> str:
    """Return what is wrong with a name; "" where nothing is. A number is a name too, as an id on a list may be."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return "is no text"
    if isinstance(value, int):
        return "" if abs(value) <= LARGEST_NUMBER else "is a number that is too large"
    if len(value) > LONGEST_NAME:
        return f"has {len(value):,} letters, more than the {LONGEST_NAME} that a name may have"
    if value.isascii() and value.isprintable():
        return ""
    if encodable(value) != value:
        return "has half a letter in it (a lone surrogate)"
    return "has control characters in it" if _NO_NAME.search(value) else ""


def certainty(value: Any) -> int:
    """Return how sure a student was, 1 to 3; 0 where that was not said, or in no way that there is."""
    return value if type(value) is int and value in CERTAINTIES else 0


def summary(faults: Iterable[str], most: int = 5) -> str:
    """Return sentences of what does not fit, the first few in words and the others counted."""
    each = list(dict.fromkeys(faults))
    more = [f"There are {len(each) - most} more such faults."] if len(each) > most else []
    return " ".join([*(f"{fault[0].upper()}{fault[1:]}." for fault in each[:most]), *more])
