"""How right an answer is, from 0 to 1. `scoring.js` says the same; tests/scoring_cases.json holds both to it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .answer_keys import Key


def fraction(key: Key, response: Any) -> float:
    """Return how much of `response` is right, from 0 to 1; an empty or malformed response is worth 0.

    Several: (right chosen - wrong chosen) / right. Order: Kendall's tau over all pairs. Place: cards in their place.
    Table: cells that are right. Rubric: points over the most points. None of them falls below 0.
    """
    return _SCORERS[key["kind"]](key, response)


def is_answered(key: Key, response: Any) -> bool:
    """Say whether there is anything in `response` to score."""
    if key["kind"] == "number":
        return parse_number(response) is not None
    if key["kind"] == "place" or key["kind"] == "rubric":
        return isinstance(response, dict) and any(v not in ("", None) for v in response.values())
    if key["kind"] == "table":
        return isinstance(response, dict) and any(
            v not in ("", None) for row in response.values() if isinstance(row, dict) for v in row.values()
        )
    return bool(normalise(response)) if isinstance(response, str) else bool(response)


def _one(key: Key, response: Any) -> float:
    return float(isinstance(response, str) and response in key["right"])


def _several(key: Key, response: Any) -> float:
    chosen = set(response) if isinstance(response, list) else set()
    right = set(key["right"])
    return max(0.0, (len(chosen & right) - len(chosen - right)) / len(right))


def _order(key: Key, response: Any) -> float:
    if not isinstance(response, list) or sorted(map(str, response)) != sorted(key["right"]):
        return 0.0
    place = {name: i for i, name in enumerate(response)}
    right = key["right"]
    pairs = [(a, b) for i, a in enumerate(right) for b in right[i + 1 :]]
    kept = sum(place[a] < place[b] for a, b in pairs)
    return max(0.0, (2 * kept - len(pairs)) / len(pairs))


def _place(key: Key, response: Any) -> float:
    if not isinstance(response, dict):
        return 0.0
    right = key["right"]
    return sum(response.get(card) == place for card, place in right.items()) / len(right)


def _number(key: Key, response: Any) -> float:
    value = parse_number(response)
    # A hair of slack, since 0.1 + 0.2 is not 0.3: an answer on the very edge of the tolerance counts.
    return float(value is not None and abs(value - key["right"]) <= key["tolerance"] + 1e-9)


def _short(key: Key, response: Any) -> float:
    said = (
        {normalise(response), normalise(_BRACKETED.sub(" ", response))} - {""} if isinstance(response, str) else set()
    )
    return float(bool(said & {normalise(answer) for answer in key["right"]}))


def _table(key: Key, response: Any) -> float:
    cells = [
        (right, _cell(response, row, column))
        for row, columns in key["right"].items()
        for column, right in columns.items()
    ]
    one = {"tolerance": key["tolerance"]}
    return sum(_number({**one, "right": right}, said) for right, said in cells) / len(cells)


def _cell(response: Any, row: str, column: str) -> Any:
    said = response.get(row) if isinstance(response, dict) else None
    return said.get(column) if isinstance(said, dict) else None


def _rubric(key: Key, response: Any) -> float:
    if not isinstance(response, dict):
        return 0.0
    most = key["most"]
    points = sum(min(max(float(response.get(c) or 0), 0.0), most[c]) for c in most)
    return points / sum(most.values())


_SCORERS = {
    "one": _one,
    "several": _several,
    "order": _order,
    "place": _place,
    "number": _number,
    "short": _short,
    "table": _table,
    "rubric": _rubric,
}


_BRACKETED = re.compile(r"\([^)]*\)")


def normalise(text: str) -> str:
    """Return `text` in small letters without accents, punctuation, doubled spaces or a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")


def parse_number(text: Any) -> float | None:
    """Return the number a learner typed, or None: a decimal comma, thousands marks, a sign and a unit are understood."""
    if not isinstance(text, (str, int, float)) or isinstance(text, bool):
        return None
    plain = str(text).strip().lower().replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-")
    plain = re.sub(r"^(about|around|ca\.?|circa|roughly|~|usd|us\$|\$)\s*", "", plain)
    plain = re.sub(r"\s*(%|percent|per cent|[a-z][a-z .]*)$", "", plain).strip()
    plain = re.sub(r"(?<=\d)[\s\N{NO-BREAK SPACE}'](?=\d{3}(\D|$))", "", plain)
    if "," in plain and "." in plain:
        plain = (
            plain.replace(",", "")
            if plain.rindex(".") > plain.rindex(",")
            else plain.replace(".", "").replace(",", ".")
        )
    elif re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", plain):
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".", 1)
    return float(plain) if _NUMBER.fullmatch(plain) else None
