"""What the entries of a record add up to: the latest of everything, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .certainty import marks
from .record import Entry

# What an entry says, the field that names its subject, and where the fold keeps it.
_KEPT = {
    "answer": ("item", "answers"),
    "draft": ("item", "drafts"),
    "note": ("paragraph", "notes"),
    "mark": ("paragraph", "marks"),
    "guess": ("chart", "guesses"),
    "vote": ("claim", "votes"),
    "probability": ("forecast", "probabilities"),
    "doubt": ("node", "doubts"),
    "task": ("task", "tasks"),
    "setting": ("name", "settings"),
}

Progress = dict[str, dict[str, Any]]


def fold(entries: Iterable[Entry]) -> Progress:
    """Return the latest answer, draft, note, mark, guess, vote, probability, doubt, task and setting of everything.

    Answers carry `tries`; a `reset` takes the answers of its items away. Entries of an unknown kind are passed over.
    """
    state: Progress = {place: {} for _, place in _KEPT.values()}
    for entry in entries:
        if entry["what"] == "reset":
            for item in entry.get("items", []):
                state["answers"].pop(item, None)
                state["drafts"].pop(item, None)
        elif entry["what"] in _KEPT:
            field, place = _KEPT[entry["what"]]
            if field in entry:
                kept = {k: v for k, v in entry.items() if k not in ("what", field)}
                if place == "answers":
                    kept["tries"] = state[place].get(entry[field], {}).get("tries", 0) + 1
                state[place][entry[field]] = kept
    return state


def certainty_marks(answer: dict[str, Any]) -> float | None:
    """Return the certainty-based marks of a folded answer, or None if it was given without a certainty."""
    level = answer.get("certainty")
    return marks(answer["fraction"], level) if level in (1, 2, 3) else None


def calibration(answers: Iterable[dict[str, Any]]) -> dict[int, tuple[int, float]]:
    """Return, for each certainty level used, how many answers were given with it and what share of them was right."""
    levels: dict[int, list[float]] = {}
    for answer in answers:
        if answer.get("certainty") in (1, 2, 3):
            levels.setdefault(answer["certainty"], []).append(answer["fraction"])
    return {level: (len(found), sum(found) / len(found)) for level, found in sorted(levels.items())}
