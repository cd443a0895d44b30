"""The schema of every kind of entry, and what of an entry that does not fit can be read.

parts/base/entry-schema.js has the same rules; tests/entry_cases.json holds the two to the same answers. What does not
fit is left out of the progress and stays in the record: a later edition may read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from .record import Entry

# For each kind: its fields and what each of them holds; a question mark says that the field may be missing or null.
RULES = {
    "answer": {
        "item": "name",
        "response": "response",
        "fraction": "share",
        "certainty": "level?",
        "text": "text?",
        "quiz": "text?",
    },
    "draft": {"item": "name", "text": "text"},
    "note": {"paragraph": "name", "text": "text"},
    "mark": {"paragraph": "name", "mark": "text?"},
    "guess": {"chart": "name", "text": "text", "value": "number?"},
    "vote": {"claim": "name", "vote": "text"},
    "weighing": {"claim": "name", "materiality": "text"},
    "probability": {"forecast": "name", "value": "share", "locked": "truth?"},
    "doubt": {"node": "name", "doubted": "truth"},
    "task": {"task": "name", "response": "response?", "sure": "level?"},
    "setting": {"name": "name", "value": "any"},
    "reset": {"items": "names"},
    "review": {"card": "name", "rating": "rating"},
}

DEEPEST = 8
"""Lists and tables within one another in an entry."""
LARGEST = 1e15
LONGEST_NAME = 200
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def readable(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that fit, each as `read` gives it."""
    return [entry for entry in map(read, entries) if entry is not None]


def count_unreadable(entries: Iterable[Entry]) -> int:
    """Return how many entries do not fit."""
    return sum(read(entry) is None for entry in entries)


def read(entry: Entry) -> Entry | None:
    """Return an entry that fits its kind, halves of characters replaced; None for one that does not fit."""
    what = entry.get("what")
    rules = _CHECKS.get(what) if isinstance(what, str) else None
    if rules is None or not _is_plain(entry, DEEPEST):
        return None
    if not all(check(entry.get(field)) for field, check in rules):
        return None
    return _mended(entry) if _has_halves(entry) else entry


def _is_plain(value: Any, depth: int) -> bool:
    """Whether lists and tables are not too deep and numbers not too large; what is no JSON, as NaN, is not plain."""
    if isinstance(value, (str, bool)) or value is None:
        return True
    if isinstance(value, (int, float)):
        return bool(-LARGEST <= value <= LARGEST)
    if depth == 0 or not isinstance(value, (dict, list)):
        return False
    return all(_is_plain(part, depth - 1) for part in (value.values() if isinstance(value, dict) else value))


def _has_halves(value: Any) -> bool:
    if isinstance(value, str):
        return not value.isascii() and _HALF_CHARACTER.search(value) is not None
    if isinstance(value, dict):
        return any(_has_halves(part) for pair in value.items() for part in pair)
    return isinstance(value, list) and any(map(_has_halves, value))


def _mended(value: Any) -> Any:
    """Return `value` with a sign in the place of each half character, which no kernel can send to a page."""
    if isinstance(value, str):
        return _HALF_CHARACTER.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_mended(name): _mended(part) for name, part in value.items()}
    return [_mended(part) for part in value] if isinstance(value, list) else value


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_name(value: Any) -> bool:
    # JavaScript keeps no value under the second.
    return isinstance(value, str) and 0 < _length(value) <= LONGEST_NAME and value != "__proto__"


def _length(text: str) -> int:
    """The length as JavaScript counts it."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_share(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= 1


def _is_level(value: Any) -> bool:
    return _is_number(value) and value in (0, 1, 2, 3)


def _is_rating(value: Any) -> bool:
    return _is_number(value) and value in (1, 2, 3, 4)


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_response(value: Any) -> bool:
    """Texts and numbers, in lists and tables."""
    if isinstance(value, (dict, list)):
        return all(map(_is_response, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) or _is_number(value)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


Check = Callable[[Any], bool]

_FORMS: dict[str, Check] = {
    "any": lambda _: True,
    "level": _is_level,
    "name": _is_name,
    "names": _are_names,
    "number": _is_number,
    "rating": _is_rating,
    "response": _is_response,
    "share": _is_share,
    "text": _is_text,
    "truth": _is_truth,
}


def _check(form: str) -> Check:
    check = _FORMS[form.removesuffix("?")]
    return (lambda value: value is None or check(value)) if form.endswith("?") else check


_CHECKS = {
    what: [(field, _check(form)) for field, form in {"id": "text", "at": "text", **rules}.items()]
    for what, rules in RULES.items()
}
