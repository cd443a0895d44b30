"""Folds the entries of a record into the learner's progress, and computes marks and calibration from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from .certainty import marks
from .entry_schema import readable
from .record import Entry, Record

# For each kind of entry: the field that names its subject, and the name of its place in the progress.
_SUBJECTS = {
    "answer": ("item", "answers"),
    "draft": ("item", "drafts"),
    "note": ("paragraph", "notes"),
    "mark": ("paragraph", "marks"),
    "guess": ("chart", "guesses"),
    "vote": ("claim", "votes"),
    "weighing": ("claim", "weighings"),
    "probability": ("forecast", "probabilities"),
    "doubt": ("node", "doubts"),
    "task": ("task", "tasks"),
    "setting": ("name", "settings"),
}

Progress = dict[str, dict[str, Any]]
"""Place -> subject -> the latest entry, without its `what` and its subject."""


def fold(entries: Iterable[Entry]) -> Progress:
    """Return the latest entry of each kind on everything.

    Answers carry `tries` and `first`, the fraction of the first try; a `reset` removes the answers of its items.
    Entries that do not fit their kind are left out.
    """
    state: Progress = {place: {} for _, place in _SUBJECTS.values()}
    for entry in readable(entries):
        if entry["what"] == "reset":
            for item in entry["items"]:
                state["answers"].pop(item, None)
                state["drafts"].pop(item, None)
        elif entry["what"] in _SUBJECTS:
            field, place = _SUBJECTS[entry["what"]]
            latest = {k: v for k, v in entry.items() if k not in ("what", field)}
            if place == "answers":
                earlier = state[place].get(entry[field], {})
                latest["tries"] = earlier.get("tries", 0) + 1
                latest["first"] = earlier.get("first", entry["fraction"])
            state[place][entry[field]] = latest
    return state


_FOLDED: WeakKeyDictionary[Record, tuple[int, Progress]] = WeakKeyDictionary()


def progress_of(record: Record) -> Progress:
    """Return the progress of a record, to be read only: it is folded again once the record has grown."""
    entries = record.entries
    count, progress = _FOLDED.get(record, (-1, {}))
    if count != len(entries):
        progress = fold(entries)
        _FOLDED[record] = len(entries), progress
    return progress


def certainty_marks(answer: dict[str, Any]) -> float | None:
    """Return the certainty-based marks of a folded answer, or None if it was given without a certainty."""
    level = answer.get("certainty")
    return marks(answer["fraction"], level) if level in (1, 2, 3) else None


def calibration(answers: Iterable[dict[str, Any]]) -> dict[int, tuple[int, float]]:
    """Return, for each certainty level used, how many answers were given with it and their mean fraction right."""
    levels: dict[int, list[float]] = {}
    for answer in answers:
        if answer.get("certainty") in (1, 2, 3):
            levels.setdefault(answer["certainty"], []).append(answer["fraction"])
    return {level: (len(right), sum(right) / len(right)) for level, right in sorted(levels.items())}
