"""Every scorer and every reader of text takes a megabyte of any shape, and ten times the text in about ten times the work.

The scorers always get a megabyte; READINGROOM_LONG_TEXTS=yes gives it to the readers of the course's own prose too, and
to both more endings.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from node import run_by_node

from readingroom.content import dates, expressions, prose, readability, references
from readingroom.content.checks.dates import is_loose_date
from readingroom.content.checks.typed_figures import _measured
from readingroom.content.library import Library
from readingroom.learning.kinds import KINDS
from readingroom.learning.text_answers import forms, normalise, parse_number
from readingroom.parts.base.prose import TermMarker

ROOT = Path(__file__).resolve().parents[1]
TINY = Library(ROOT / "tests/tiny")
MEGABYTE = 1_000_000
IS_LONG = bool(os.environ.get("READINGROOM_LONG_TEXTS"))
LONG = MEGABYTE if IS_LONG else 20_000
QUADRATIC = 40  # ten times the text takes ten times the work; a hundred times if it is read anew from each letter
WORTH_MEASURING = 0.5  # seconds of the processor; what takes less is quick enough on any machine

REPEATED = {
    "letters": "a",
    "digits": "1",
    "spaces": " ",
    "less-than signs": "<",
    "round brackets": "(",
    "square brackets": "[",
    "begun links": "[a](",
    "stars": "*",
    "backticks": "`",
    "words": "word ",
    "full stops": ". ",
    "thousands": "1,234,",
    "thousands apart": "1 234 ",
    "apostrophes": "a'",
    "hyphens": "a-",
    "underlines": "_a",
    "references": "{series:a.b:1",
    "addresses": "a@b.",
    "pairs of brackets": "()",
    "shares": "1 in ",
    "accents": "e\u0301",
    "halves of characters": "\ud83d",
    "invisible characters": "\u200b",
    "commas": ",",
    "signs": "-+",
    "words of doubt": "about ",
    "currencies": "us$",
    "fractions": "\xbd",
    "line breaks": "\n",
}
ENDS = ("", "\x00", "1") if IS_LONG else ("\x00",)  # a pattern that fits until then must give up
KEYS = {
    "one": {"right": ["a"]},
    "several": {"right": ["a", "b"]},
    "order": {"right": ["a", "b", "c"]},
    "place": {"right": {"a": "x", "b": "y"}},
    "number": {"right": 1, "tolerance": 0},
    "short": {"right": ["a"]},
    "rubric": {"most": {"a": 2}},
    "table": {"right": {"a": {"a": 1}}, "tolerance": 0},
}


def no_table(name: str) -> Any:
    raise KeyError(name)


READERS: dict[str, Callable[[str], Any]] = {
    "readability": lambda text: readability.grade([text]),
    "stems": readability.content_stems,
    "words of an answer": normalise,
    "forms of an answer": forms,
    "number of an answer": parse_number,
    "references": lambda text: references.resolve(text, no_table),
    "number of a record": lambda text: references.number(text, no_table),
    "expression": lambda text: expressions.evaluate(text, no_table),
    "date": dates.is_date,
    "loose date": is_loose_date,
    "terms of a text": prose.TermFinder(TINY.terms.values()).used,
    "terms marked": lambda text: TermMarker(TINY.terms.values()).mark(text),
    "typed figures": _measured,
}
FORGETFUL = (readability.plain, readability.stem, readability._syllables, _measured)  # what keeps texts


def texts(length: int) -> dict[str, str]:
    """Every repetition at a length, whole and with something at its end that fits no pattern, or only the last of it."""
    return {
        f"{name}, then {end!r}": (part * (length // len(part) + 1))[: length - 1] + end
        for name, part in REPEATED.items()
        for end in ENDS
    }


def work(read: Callable[[str], Any], text: str) -> float:
    """Seconds of the processor, which other programs do not lengthen."""
    began = time.process_time()
    with suppress(ValueError):  # a text is refused by what reads figures
        read(text)
    spent = time.process_time() - began
    for function in FORGETFUL:
        function.cache_clear()
    return spent


@pytest.mark.parametrize("reader", READERS)
def test_ten_times_the_text_is_about_ten_times_the_work(reader):
    shorter = texts(LONG // 10)
    for name, text in texts(LONG).items():
        less = work(READERS[reader], shorter[name])
        assert less < WORTH_MEASURING * QUADRATIC, f"{name}: {less:.1f} s for {LONG // 10:,} characters"
        more = work(READERS[reader], text)
        assert more < max(WORTH_MEASURING, QUADRATIC * less), (
            f"{name}: {less:.2f} s, and ten times as much {more:.2f} s"
        )


@pytest.mark.parametrize("kind", sorted({about.scorer.name: kind for kind, about in KINDS.items()}.values()))
def test_a_megabyte_of_any_shape_is_scored(kind):
    scorer = KINDS[kind].scorer
    key = {"kind": scorer.name, **KEYS[scorer.name]}

    for text in texts(MEGABYTE).values():
        for response in (text, [text], {"a": text}, {"a": {"a": text}}) if IS_LONG else ({"a": text}, text):
            assert 0 <= scorer.fraction(key, KINDS[kind].well_formed(response)) <= 1
            assert scorer.is_answered(response) in (True, False)


@pytest.mark.slow
def test_a_megabyte_of_any_shape_is_scored_on_a_page(tmp_path):
    length = MEGABYTE if IS_LONG else 100_000
    cases = [
        ({"kind": kind, **KEYS[kind]}, response)
        for text in texts(length).values()
        for kind, response in (("number", text), ("short", text), ("rubric", {"a": text}))
    ]
    file = tmp_path / "answers.jsonl"
    file.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    printed = run_by_node("score-answers.mjs", file, "which runs the browser's scorers")

    assert len(printed.splitlines()) == len(cases)


def test_lists_and_tables_without_end_are_scored():
    many = [str(number) for number in range(20_000)]
    for kind, about in KINDS.items():
        key = {"kind": about.scorer.name, **KEYS[about.scorer.name]}
        for response in (many, dict.fromkeys(many, "x"), {"a": dict.fromkeys(many, "1")}, [[]] * 20_000):
            assert 0 <= about.scorer.fraction(key, about.well_formed(response)) <= 1, kind
