"""The accessibility statement as a page: what was tested, where, what falls short, and what to do instead."""

from __future__ import annotations

import html
from collections.abc import Iterable

from .accessibility import DOORS, ENGINES, Criterion, EnginePart, Shortcoming, Statement

NOTHING = "not tested"


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
{_engines(statement)}
<h2 id="falls-short">What falls short in the course itself</h2>
{_shortcomings(statement.ours) if statement.ours else "<p>Nothing that a test has found.</p>"}
<h2 id="others">What others draw</h2>
{_shortcomings(statement.others)}
{_heard(statement)}
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


def _engines(statement: Statement) -> str:
    """Which part answers in which engine, by the doors that were tried there: a list, which phones show whole."""
    if not statement.parts:
        return ""
    rows = "\n".join(
        f"<dt>{_said(part.name)}</dt>"
        + "".join(f"<dd><strong>{each}</strong> {_said(_in_engine(statement, part, each))}</dd>" for each in ENGINES)
        for part in statement.parts
    )
    return (
        '<h2 id="engines">Which browser</h2>\n'
        "<p>Chrome and Edge are built on Chromium; Safari is built on WebKit, which was tried as Linux has it.</p>\n"
        f'<dl class="engines">\n{rows}\n</dl>'
    )


def _in_engine(statement: Statement, part: EnginePart, engine: str) -> str:
    """In which doors `part` passes and fails in `engine`, in words."""
    suffix = "" if engine == ENGINES[0] else f" in {engine}"
    results = {door: statement.result(part, door + suffix) for door in DOORS}
    said = [
        f"{result}: {', '.join(doors)}"
        for result in ("fails", "passes")
        if (doors := [door for door, found in results.items() if found == result])
    ]
    return "; ".join(said) or NOTHING


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


def _heard(statement: Statement) -> str:
    """What was heard with a screen reader, if anything."""
    if not statement.heard:
        return ""
    rows = "".join(
        f"<dt>{_said(row.tool)}, {_said(row.page)}, {_said(row.on)}</dt><dd>{_said(row.says)}</dd>"
        for row in statement.heard
    )
    return f'<h2 id="heard">What was heard with a screen reader</h2>\n<dl>{rows}</dl>'


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
