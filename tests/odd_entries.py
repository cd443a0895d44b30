"""Entries of a record as no page writes them: JSON of every type in every field of every kind, from a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from typing import Any

from readingroom.learning.entry_schema import RULES

AT = "2026-01-01T00:00:00Z"
SOUND: dict[str, dict[str, Any]] = {
    "answer": {
        "item": "subject",
        "response": "a",
        "fraction": 1.0,
        "certainty": 3,
        "text": "Trade.",
        "quiz": "opening",
    },
    "draft": {"item": "subject", "text": "Tr"},
    "note": {"paragraph": "subject", "text": "Hm."},
    "mark": {"paragraph": "subject", "mark": "puzzling"},
    "guess": {"chart": "subject", "text": "12", "value": 12},
    "vote": {"claim": "subject", "vote": "accurate"},
    "weighing": {"claim": "subject", "materiality": "matters not"},
    "probability": {"forecast": "subject", "value": 0.7, "locked": True},
    "doubt": {"node": "subject", "doubted": True},
    "task": {"task": "subject", "response": "a", "sure": 2},
    "setting": {"name": "notes", "value": {"kinds": ["context"], "depth": 1}},
    "reset": {"items": ["subject"]},
    "review": {"card": "term:subject", "rating": 3},
}
"""A sound entry of each kind, without `id`, `at` and `what`."""
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2.5, 4, 1e15, 1e16, -1e308, 10**400, float("nan"), float("inf")),
    *(
        "",
        " ",
        "a",
        "NaN",
        "x" * 201,
        "x" * 100_000,
        "half \ud83d",
        "\udc00\ud83d",
        "\U0001f600" * 101,
        "\u0000",
        "\u202e",
    ),
    *("__proto__", "constructor", "toString", "hasOwnProperty", "<img src=x onerror=alert(1)>", "=1+1"),
    *("2026", "2026-02-30", "2026-13-01T00:00:00Z", "0001-01-01", "9999-12-31T23:59:59Z", "2099-01-01T00:00:00+14:00"),
    *([], {}, [[]], [None], ["a", 1], {"a": "b"}, {"a": {"b": 1}}, {"a": None}, {"__proto__": {"tries": 9}}),
    *({"constructor": "a", "toJSON": 1}, {"\ud83d": "a"}, {"kinds": 5, "depth": []}, {"kinds": ["x"], "depth": 99}),
)


def nested(depth: int) -> Any:
    """Return a list in a list, so deep."""
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def one_odd_field(subjects: dict[str, str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield each kind of entry with each odd value in each of its fields, and with the field left out.

    `subjects` names, by the field, something of a course that the entry is about.
    """
    for what, fields in SOUND.items():
        sound = {"id": "odd", "at": AT, "what": what, **fields}
        sound |= {field: name for field, name in (subjects or {}).items() if field in fields}
        for field in sound:
            yield {name: value for name, value in sound.items() if name != field}
            yield from ({**sound, field: odd} for odd in (*ODD, nested(7), nested(90)))


def random_entries(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield entries of a kind that is known or not, with some of its fields odd and with fields that no kind has."""
    chance = random.Random(seed)
    for _ in range(count):
        what = chance.choice([*RULES, "constructor", "__proto__", "dance", ""])
        entry = {"id": "odd", "at": AT, "what": what, **SOUND.get(what, {})}
        for field in [*entry, "more"]:
            if chance.random() < 0.15:
                entry[field] = _random_value(chance, 3)
        yield entry


def _random_value(chance: random.Random, depth: int) -> Any:
    if depth and chance.random() < 0.2:
        return [_random_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    if depth and chance.random() < 0.2:
        return {str(chance.choice(ODD[14:])): _random_value(chance, depth - 1) for _ in range(chance.randrange(4))}
    return chance.choice(ODD)


def lines(entries: Iterable[dict[str, Any]]) -> str:
    """Return the entries as a file has them, without those that JSON has no words for."""
    return "".join(map(_line, entries))


def _line(entry: dict[str, Any]) -> str:
    try:
        return f"{json.dumps(entry, allow_nan=False)}\n"
    except ValueError:
        return ""
