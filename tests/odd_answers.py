"""Random answers to random answer keys, as learners type them and as files were damaged: what both scorers must agree on."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from typing import Any

Case = tuple[dict[str, Any], Any]
"""An answer key and a response to it."""

WORDS = ["Kosovo", "the Quartet", "START II", "Jackson-Vanik", "Duma's delay", "St. Petersburg (Leningrad)", "1972"]
WORDS += [
    "crude oil",
    "co-operation",
    "A treaty",
    "Gerhard Schr\xf6der",
    "Wa\u0142\u0119sa",
    "Stra\xdfe",
    "\u0414\u0443\u043c\u0430",
]
SPACES = [
    *"\t\n\v\f\r \x1c\x1d\x1e\x1f\x85\xa0\u1680\u2002\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u180e"
]
MARKS = [
    *"\u0301\u0308\u093e\u20dd\ufe0f\u0345\u05b0\u0e31\U000e0100\U0001e08f\u1acf\u0903\u0488\u135d\U00016fe4\u200d\xad"
]
QUOTES = [*"'\u2019\u2018`\xb4\u02bc\uff07\"\u201c\xab()[]\uff08\uff09"]
DASHES = [*"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u00ad~"]
ODD = [
    *"\ud800\udfff\x00\u0130\u0131\u017f\u212a\xdf\u1e9e\u03c3\u03c2\ufb01\u2460\u24b6\u2122\u2163\xb2\U0001d400\U0001f130\u3392\ufffd"
]
ODD += [
    "\U0001ccd6",
    "\U0001ccf3",
    "\U0001fbf5",
    "\U000107a5",
    "\U0001f600",
    "\U0001e030",
    "e\u0301",
    "\ua7f2",
    "\u2c7c",
]
NOUGHTS = [0x30] * 12 + [0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE, 0x1D7F6, 0x11F50, 0x1E4F0, 0x1FBF0, 0x1CCF0, 0xE50]
OPENINGS = [
    "",
    "",
    "",
    "",
    "about ",
    "around",
    "ca. ",
    "Circa ",
    "roughly\u2009",
    "~",
    "~ ",
    "USD",
    "us$ ",
    "US $",
    "$",
]
OPENINGS += ["\u20ac", "\u2248 ", "about US$", "approx. ", "\xb1", "\xa3 "]
SIGNS = ["", "", "", "-", "+", "\u2212", "\u2013", "\uff0b", "\uff0d", "--", "- "]
CLOSINGS = [
    "",
    "",
    "",
    "%",
    " %",
    " percent",
    " per cent",
    "\u00a0%",
    "%.",
    " million",
    " billion dollars",
    "\u066a",
    ".",
]
CLOSINGS += [" .", "!", "%;", " \u20ac", "aa", "e5", " 7", " km\xb2", "\uff05", " % of GDP", ",", ",.", "\u3002", "-"]
POINTS = [".", ".", ".", ",", ",", "\xb7", "\u066b", "\uff0e", "\uff0c", "\u22c5", "..", "\u060c"]
GROUPS = ["", "", "", ",", ".", " ", "'", "\u2019", "\u202f", "\u2009", "\xa0", "\u066c", "\ufeff", "\uff07"]
FRACTIONS = [*"\xbd\xbc\xbe\u2150\u2151\u2152\u2153\u2154\u2155\u2158\u215a\u215b\u215e\u2189\u215f"]
SHAPES: list[Any] = [
    None,
    True,
    False,
    0,
    -0.0,
    1,
    -1,
    2.5,
    1e16,
    1e21,
    1e-7,
    5e-324,
    1.7976931348623157e308,
    10**29,
    10**400,
]
SHAPES += ["", " ", "a", "b", "1", "0x2", "1e1", "x", [], [[]], [None], [1], ["a"], ["a", 1], {}, {"a": "b"}, {"a": {}}]
SHAPES += [
    {"": ""},
    {"a": None},
    {"a": [1]},
    [{}],
    [["a"], "b"],
    "\ud83d",
    "\ud835\u200b\udfcf",
    "\ud835\udfcf",
    "((((",
    "a" * 1001,
    "9" * 1001,
    "9" * 400,
    " " * 10001,
]


def typed_number(chance: random.Random) -> str:
    nought, group = chance.choice(NOUGHTS), chance.choice(GROUPS)
    figures = str(
        chance.choice([0, 3, 7, 12, 37, 123, 1234, 1234567, chance.randrange(10**9), chance.randrange(10**30)])
    )
    if group:
        figures = group.join(_in_threes(figures))
    if chance.random() < 0.5:
        figures += chance.choice(POINTS) + str(chance.randrange(1000))
    if chance.random() < 0.15:
        figures += chance.choice(["", " "]) + chance.choice(FRACTIONS)
    figures = figures.translate({0x30 + n: nought + n for n in range(10)})
    return chance.choice(OPENINGS) + chance.choice(SIGNS) + figures + chance.choice(CLOSINGS)


def _in_threes(figures: str) -> list[str]:
    first = len(figures) % 3
    return [part for part in (figures[:first], *(figures[at : at + 3] for at in range(first, len(figures), 3))) if part]


def damaged(chance: random.Random, text: str) -> str:
    """Return `text` with a few characters put in, made wide or changed in case."""
    signs: list[str] = [*text]
    for _ in range(chance.choice([0, 0, 1, 1, 2, 4])):
        at = chance.randint(0, len(signs))
        pool = chance.choice([SPACES, SPACES, MARKS, MARKS, QUOTES, DASHES, ODD])
        signs.insert(at, chance.choice(pool) if chance.random() < 0.9 else chr(chance.randrange(0x110000)))
    if chance.random() < 0.2 and signs:
        at = chance.randrange(len(signs))
        signs[at] = chr(ord(signs[at]) + 0xFEE0) if len(signs[at]) == 1 and "!" <= signs[at] <= "~" else signs[at]
    if chance.random() < 0.2:
        signs = [chance.choice((sign.upper(), sign.lower())) for sign in signs]
    return "".join(signs)


def number(chance: random.Random) -> Case:
    right = chance.choice([0, 1, 3.7, -2.5, 0.5, 37, 1234, 1234567.0, 0.1])
    key = {"kind": "number", "right": right, "tolerance": chance.choice([0, 0.05, 0.1, 1, 100, 1e9])}
    near = str(right).replace(".", chance.choice(POINTS)) + chance.choice(CLOSINGS)
    return key, damaged(chance, chance.choice([typed_number(chance), near]))


def short(chance: random.Random) -> Case:
    right = chance.sample(WORDS, chance.randint(1, 3))
    text = chance.choice(["", "the ", "A ", "an", "("]) + chance.choice([*right, chance.choice(WORDS), ""])
    return {"kind": "short", "right": right}, damaged(chance, text)


def one(chance: random.Random) -> Case:
    return {"kind": "one", "right": chance.sample("abcde", chance.randint(1, 3))}, chance.choice(
        [*"abcde", "", " a", "\u0301"]
    )


def several(chance: random.Random) -> Case:
    return {"kind": "several", "right": chance.sample("abcde", chance.randint(1, 4))}, _lines(chance)


def order(chance: random.Random) -> Case:
    right = chance.sample("abcde", chance.randint(1, 5))
    mixed = chance.sample(right, len(right))
    return {"kind": "order", "right": right}, chance.choice([mixed, mixed, _lines(chance)])


def _lines(chance: random.Random) -> list[Any]:
    odd = [chance.choice(SHAPES)] if chance.random() < 0.2 else []
    return [*chance.choices("abcdef", k=chance.randint(0, 6)), *odd]


def place(chance: random.Random) -> Case:
    cards = chance.sample("abcde", chance.randint(1, 4))
    return {"kind": "place", "right": {card: chance.choice("xyz") for card in cards}}, _table(chance, [*"xyz", ""])


def rubric(chance: random.Random) -> Case:
    most = {
        name: chance.choice([0.1, 0.5, 0.7, 1, 2, 3])
        for name in chance.sample([*"abcde", "10", "2"], chance.randint(1, 4))
    }
    return {"kind": "rubric", "most": most}, _table(
        chance, [0, 0.1, 0.3, 1, 2, 3, 99, -1, "", " 1 ", "2.5", "1e1", "1e999", "-0"]
    )


def _table(chance: random.Random, values: list[Any]) -> dict[str, Any]:
    names = chance.sample([*"abcdef", "10", "2", "constructor", "__proto__"], chance.randint(0, 6))
    return {name: chance.choice(values if chance.random() < 0.85 else SHAPES) for name in names}


SCORED: dict[str, Callable[[random.Random], Case]] = {
    made.__name__: made for made in (number, short, one, several, order, place, rubric)
}
"""What makes a case, by the name of the scorer."""


def cases(seed: int, count: int) -> Iterator[Case]:
    """Return random cases for every scorer; each tenth response has a shape that belongs to no kind, or to another."""
    chance = random.Random(seed)
    makers = [*SCORED.values(), number, short]
    for _ in range(count):
        key, response = chance.choice(makers)(chance)
        if chance.random() < 0.1:
            response = chance.choice([*SHAPES, chance.choice(makers)(chance)[1]])
        yield key, response


def is_writable(value: Any) -> bool:
    """Say whether JSON has `value`: it has no infinite number and none that is no number."""
    return not isinstance(value, float) or math.isfinite(value)
