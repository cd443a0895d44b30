"""The accessibility statement.

Each criterion, in each door, as the tests found it; what falls short, and what to do instead.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
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
NOTHING = "not tested"
Outcomes = Mapping[str, Mapping[str, str]]
"""Of each test, in which door it passes or fails."""


class Criterion(Record, frozen=True, kw_only=True):
    """A criterion of WCAG, or a promise of ours beyond it, and the tests that answer for it."""

    id: str = ""
    name: Text
    says: Text
    tests: list[Text]


class Shortcoming(Record, frozen=True, kw_only=True):
    """What falls short: in what we draw, where `test` fails and says so, or in what others draw."""

    what: Text
    why: Text
    instead: Text
    test: str = ""


class Untested(Record, frozen=True, kw_only=True):
    """What no test of ours can say."""

    what: Text


STATEMENT = TomlFile(
    WORDS,
    (
        Rows("criterion", Criterion),
        Rows("ours", Shortcoming, at_least=0),
        Rows("others", Shortcoming, at_least=0),
        Rows("untested", Untested, at_least=0),
    ),
    optional=True,
)


class Statement:
    """What the files of the statement say."""

    def __init__(self, root: Path):
        words = Tables(root, WORDS)
        self.criteria: list[Criterion] = words.rows("criterion", Criterion)
        self.ours: list[Shortcoming] = words.rows("ours", Shortcoming)
        self.others: list[Shortcoming] = words.rows("others", Shortcoming)
        self.untested: list[Untested] = words.rows("untested", Untested)
        self.outcomes = read_outcomes(root)

    @property
    def tests(self) -> list[str]:
        """The names of all tests that answer for a criterion, each once."""
        return list(dict.fromkeys(test for criterion in self.criteria for test in criterion.tests))

    def result(self, criterion: Criterion, door: str) -> str:
        """How `criterion` stands in `door`: "fails" if one of its tests does; nothing if none looks there."""
        found = {self.outcomes.get(test, {}).get(door) for test in criterion.tests} - {None}
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


def statement_html(statement: Statement, name: str, repository: str) -> str:
    """Return the statement of the course called `name` as HTML; `repository` is its public address, or empty."""
    failing = sum(statement.result(criterion, door) == "fails" for criterion in statement.criteria for door in DOORS)
    tested = len(statement.tests)
    sums = (
        "Every test passes."
        if not failing
        else (
            f"In {failing} {'place' if failing == 1 else 'places'} of the table a test fails; what to "
            "do instead stands below it."
        )
    )
    return f"""<h1 id="accessibility">Accessibility</h1>
<p>{html.escape(name)} is meant for every reader: by keyboard alone, by ear, enlarged, recoloured, without motion,
on paper. Its aim is the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.</p>
<p>This page is made from {tested} tests that are run, in a real browser, on every change of the course. {sums}</p>
<h2 id="results">What was tested</h2>
<p>The plain pages are this site. The other doors show the same lessons with their code, or, like Voila, without it;
there only what the course draws was tested.</p>
{_table(statement)}
<h2 id="falls-short">What falls short in the course itself</h2>
{_shortcomings(statement.ours) if statement.ours else "<p>Nothing that a test has found.</p>"}
<h2 id="others">What others draw</h2>
{_shortcomings(statement.others)}
<h2 id="not-tested">What was not tested</h2>
<ul>{"".join(f"<li>{_said(each.what)}</li>" for each in statement.untested)}</ul>
<h2 id="tell-us">Tell us</h2>
<p>{_tell(repository)}</p>"""


def _table(statement: Statement) -> str:
    head = "".join(f'<th scope="col">{door}</th>' for door in DOORS)
    rows = "\n".join(_row(statement, criterion) for criterion in statement.criteria)
    return (
        '<div class="results" tabindex="0" role="region" aria-label="Results by criterion and '
        'door"><table>\n<caption>Each criterion in each door</caption>\n'
        f'<thead><tr><th scope="col">Criterion</th>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'
    )


def _row(statement: Statement, criterion: Criterion) -> str:
    number = f"{criterion.id} " if criterion.id else ""
    cells = "".join(f"<td>{statement.result(criterion, door) or NOTHING}</td>" for door in DOORS)
    tests = "".join(f"<li>{_said(_as_sentence(test))}</li>" for test in criterion.tests)
    many = "1 test" if len(criterion.tests) == 1 else f"{len(criterion.tests)} tests"
    return (
        f'<tr><th scope="row">{number}{_said(criterion.name)}<p>{_said(criterion.says)}</p>'
        f"<details><summary>{many}</summary><ul>{tests}</ul></details></th>{cells}</tr>"
    )


def _as_sentence(test: str) -> str:
    return test.partition("::test_")[2].replace("_", " ")


def _shortcomings(rows: Iterable[Shortcoming]) -> str:
    return (
        "<dl>"
        + "".join(
            f"<dt>{_said(row.what)}</dt><dd>{_said(row.why)} <strong>Instead:</strong> {_said(row.instead)}</dd>"
            for row in rows
        )
        + "</dl>"
    )


def _tell(repository: str) -> str:
    if not repository:
        return (
            "The course has no public address yet. Until it has one, tell whoever gave you these "
            "pages what stood in your way, and with which browser and tools."
        )
    address = html.escape(f"{repository}/issues")
    return (
        f'What stood in your way? Write it down at <a href="{address}">{address}</a>: the page, '
        "what you tried, your browser and tools. You need not know the criterion."
    )


def _said(text: str) -> str:
    return html.escape(text)
