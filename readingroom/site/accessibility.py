"""What the accessibility statement says: each criterion, in each door, as the tests found it; and what falls short."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from ..content.checks.layout import Rows, TomlFile
from ..content.errors import ContentError, Fault
from ..content.files import read_text
from ..content.library import Library
from ..content.loading import Tables
from ..content.models import Record, Text

WORDS, OUTCOMES = "data/accessibility.toml", "data/accessibility.json"
DOORS = ("plain pages", "JupyterLite", "JupyterLab", "Notebook 7", "Voila")
ENGINES = ("Chromium", "Firefox", "WebKit")
"""All but the first are named in a door, as in `JupyterLab in Firefox`."""
Outcomes = Mapping[str, Mapping[str, str]]
"""Of each test, in which door it passes or fails."""


class Tested(Record, frozen=True, kw_only=True):
    """What tests answer for."""

    name: Text
    tests: list[Text]


class Criterion(Tested, frozen=True, kw_only=True):
    """A criterion of WCAG, or a promise of ours beyond it."""

    id: str = ""
    says: Text


class EnginePart(Tested, frozen=True, kw_only=True):
    """What a reader does with a lesson, and the tests that do it in one browser engine and another."""


class Shortcoming(Record, frozen=True, kw_only=True):
    """What falls short: in what we draw, where `test` fails and says so, or in what others draw."""

    what: Text
    why: Text
    instead: Text
    test: str = ""


class Heard(Record, frozen=True, kw_only=True):
    """What was heard with a screen reader: with which, on which page, when, and what came of it."""

    tool: Text
    page: Text
    on: Text
    says: Text


class Untested(Record, frozen=True, kw_only=True):
    """What no test of ours can say."""

    what: Text


STATEMENT = TomlFile(
    WORDS,
    (
        Rows("criterion", Criterion),
        Rows("part", EnginePart, at_least=0),
        Rows("ours", Shortcoming, at_least=0),
        Rows("others", Shortcoming, at_least=0),
        Rows("heard", Heard, at_least=0),
        Rows("untested", Untested, at_least=0),
    ),
    optional=True,
)


class Statement:
    """What the files of the statement say."""

    def __init__(self, root: Path):
        words = Tables(root, WORDS)
        self.criteria: list[Criterion] = words.rows("criterion", Criterion)
        self.parts: list[EnginePart] = words.rows("part", EnginePart)
        self.ours: list[Shortcoming] = words.rows("ours", Shortcoming)
        self.others: list[Shortcoming] = words.rows("others", Shortcoming)
        self.heard: list[Heard] = words.rows("heard", Heard)
        self.untested: list[Untested] = words.rows("untested", Untested)
        self.outcomes = read_outcomes(root)

    @property
    def tests(self) -> list[str]:
        """The names of all tests that answer for a criterion or a part, each once."""
        rows: list[Tested] = [*self.criteria, *self.parts]
        return list(dict.fromkeys(test for row in rows for test in row.tests))

    def result(self, row: Tested, door: str) -> str:
        """How `row` stands in `door`: "fails" if one of its tests does; nothing if none looks there."""
        found = {self.outcomes.get(test, {}).get(door) for test in row.tests} - {None}
        return "fails" if "fails" in found else "passes" if found else ""


def read_outcomes(root: Path) -> dict[str, dict[str, str]]:
    """Return what the tests wrote down."""
    text = read_text(root, OUTCOMES, lambda before: (f"line {before.count(chr(10)) + 1}", ""))
    try:
        return msgspec.json.decode(text.encode(), type=dict[str, dict[str, str]])
    except (msgspec.DecodeError, RecursionError) as error:
        raise ContentError(
            [Fault(OUTCOMES, "", "", f"the file cannot be read ({error}); the tests write it anew")]
        ) from None


def statement_faults(library: Library) -> list[Fault]:
    """Return what is wrong with the outcomes, in a course that has a statement."""
    if not (library.root / WORDS).exists():
        return []
    try:
        read_outcomes(library.root)
    except ContentError as error:
        return error.faults
    return []
