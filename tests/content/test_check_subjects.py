"""Each subject of `check`: one thing wrong at a time, found with its file, its record and its field."""

from __future__ import annotations

import re

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.checks.coverage import coverage
from readingroom.content.library import Library

# (file, a pattern in it, what to put in its place, how the fault begins)
BROKEN = {
    "a paragraph of no section": (
        "data/article.toml",
        'id = "opening-1"',
        'id = "preface-1"',
        "data/article.toml, paragraph preface-1, id: begins with no section: opening, realism",
    ),
    "a section without paragraphs": (
        "data/article.toml",
        r"(?=\n\[\[section\]\])",
        '\n[[section]]\nid = "coda"\ntitle = "Coda"\nlesson = "x"\nin_article = true\nsummary = "x"\n',
        "data/article.toml, section coda, paragraph: has no paragraphs",
    ),
    "a paragraph that stands twice": (
        "data/article.toml",
        'id = "opening-2"',
        'id = "opening-1"',
        "data/article.toml, paragraph opening-1, id: stands 2 times",
    ),
    "a source nobody could find": (
        "data/sources.toml",
        'author = "Celeste A. Wallander"\n',
        "",
        "data/sources.toml, source wallander-2003, url: has neither an address nor an author",
    ),
    "an event without a source": (
        "data/events.toml",
        r'\nsources = \["(?:.*)\]\n',
        "\nsources = []\n",
        r"data/events.toml, event .*, sources: has no source, and does not say that it is unverified",
    ),
    "a fact-check without a source": (
        "data/notes/opening.toml",
        r'kind = "question"',
        'kind = "fact-check"',
        "data/notes/opening.toml, note .*, sources: a fact-check names its sources, or the claim",
    ),
    "a note on a claim that is not there": (
        "data/notes/opening.toml",
        'claim = "duma-in-1993"',
        'claim = "duma-in-1994"',
        "data/notes/opening.toml, note .*, claim: there is no claim of opening 'duma-in-1994'",
    ),
    "a claim of two sections": (
        "data/claims/realism.toml",
        r'\[\[claim\]\]\nid = ".*"',
        '[[claim]]\nid = "duma-in-1993"',
        "data/claims/realism.toml, claim duma-in-1993, id: stands in another section too",
    ),
    "an item that stands twice": (
        "data/quizzes/realism.toml",
        r'\[\[item\]\]\nid = ".*"',
        '[[item]]\nid = "opening-before-dates"',
        "data/quizzes/realism.toml, item opening-before-dates, id: stands twice",
    ),
    "a question asked again that nobody asked": (
        "data/quizzes/at-the-end.toml",
        'again = "start-august-1998"',
        'again = "start-august-1999"',
        "data/quizzes/at-the-end.toml, item end-august-1998, again: there is no item 'start-august-1999' in the quiz that",
    ),
    "a question asked again by two": (
        "data/quizzes/at-the-end.toml",
        'again = "start-august-1998"',
        'again = "start-what-is-the-duma"',
        "data/quizzes/at-the-end.toml, item end-august-1998, again: 'start-what-is-the-duma' is asked again by another",
    ),
    "a question that is not asked again": (
        "data/quizzes/at-the-end.toml",
        'again = "start-august-1998"\ntopic = "The crisis of 1998"\n',
        "",
        "data/quizzes/at-the-end.toml, again: no item asks 'start-august-1998' again",
    ),
    "a question asked again that has no name": (
        "data/quizzes/at-the-end.toml",
        'topic = "The crisis of 1998"\n',
        "",
        "data/quizzes/at-the-end.toml, item end-august-1998, topic: is missing",
    ),
    "a quiz that asks again one that is not there": (
        "data/course.toml",
        'again = "start"',
        'again = "begin"',
        "data/course.toml, quiz at-the-end, again: there is no other quiz 'begin'",
    ),
    "claims judged in an item that is not there": (
        "data/course.toml",
        'judges = "transfer-ten-claims"',
        'judges = "transfer-nine-claims"',
        "data/course.toml, quiz at-the-end, judges: there is no item 'transfer-nine-claims'",
    ),
    "an item without a paragraph": (
        "data/quizzes/opening.toml",
        r'paragraphs = \["opening-1"\]',
        "paragraphs = []",
        "data/quizzes/opening.toml, item opening-before-dates, paragraphs: names no paragraph to read again",
    ),
    "an answer that leads to no figure": (
        "data/quizzes/{any}.toml",
        r'answer = "\{series:[^"]+"',
        'answer = "many"',
        r"data/quizzes/.*, item .*, answer: 'many' is neither a number nor a reference to one",
    ),
    "an argument in a circle": (
        "data/argument.toml",
        r'(id = "prescribe-russia"\n(?:.*\n)*?paragraphs = .*\n)(?:supports = .*\n)?',
        r'\1supports = ["realism-is-the-ground"]\n',
        "data/argument.toml, node thesis, supports: leads back to itself",
    ),
    "a doubt about nothing": (
        "data/argument.toml",
        r'doubts = \["[a-z0-9-]+"',
        'doubts = ["nothing"',
        "data/argument.toml, node .*, doubts: there is no node 'nothing'",
    ),
    "a series without a source": (
        "data/series.toml",
        r"\nsources = \[.*\]",
        "\nsources = []",
        "data/series.toml, series .*, sources: names no source",
    ),
    "a row of a source that is not there": (
        "data/series/{with a source}.csv",
        r"\n([^,\n]+,.*),[a-z0-9-]+\n",
        r"\n\1,hearsay\n",
        "data/series/.*.csv, row 2, source: there is no source 'hearsay'",
    ),
    "a line of a column that is not there": (
        "data/charts.toml",
        r'column = "[a-z_]+"',
        'column = "luck"',
        "data/charts.toml, chart .*, line 1 column: there is no column 'luck'",
    ),
    "a guess at no figure": (
        "data/charts.toml",
        r'reference = "\{series:[^"]+"',
        'reference = "many"',
        "data/charts.toml, chart .*, guess.reference: 'many' is neither a number nor a reference to one",
    ),
    "an exercise under another name": (
        "exercises/tasks/02-opening.toml",
        'id = "02-opening"',
        'id = "02-ending"',
        "exercises/tasks/02-opening.toml, exercise, id: is '02-ending'; it must be the file's name",
    ),
    "a key that stands twice": (
        "exercises/key/01-trade-shares.toml",
        'task = "share-2002"',
        'task = "whose-count"',
        "exercises/key/01-trade-shares.toml, key whose-count, id: stands 2 times",
    ),
    "a key that does not fit": (
        "exercises/key/02-opening.toml",
        r"points = \d+",
        "points = 0",
        "exercises/key/02-opening.toml, key .*, points: a task gives one point or more",
    ),
    "a reference that is not closed": (
        "data/people.toml",
        '\nthen = """',
        '\nthen = """{series:growth.russia 1998} ',
        r"data/people.toml, person .*, then: a reference is written {series:ID.COLUMN:DATE}",
    ),
}


def broken_file(course, name: str, pattern: str):
    """The file to break; of several the first in which there is something to break."""
    folder, _, ending = name.partition("{")
    if not ending:
        return course / name
    files = sorted((course / folder).glob(f"*{ending.partition('}')[2]}"))
    with_source = [f for f in files if f.suffix != ".csv" or f.read_text().splitlines()[0].endswith(",source")]
    return next(file for file in with_source if re.search(pattern, file.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_of_its_subject_is_found(course, name):
    where, pattern, replacement, fault = BROKEN[name]
    file = broken_file(course, where, pattern)
    text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), count=1)
    assert count, f"{file} holds nothing to break"
    file.write_text(text, encoding="utf-8")

    found = [str(fault) for fault in faults(Library(course))]

    expected = re.compile(".*".join(map(re.escape, fault.split(".*"))))
    assert any(expected.match(line) for line in found), "\n".join(found)


@pytest.mark.slow
def test_a_broken_file_of_claims_makes_no_fault_of_what_mentions_them(course):
    file = course / "data/claims/check.toml"
    file.write_text("[[claim]", encoding="utf-8")

    assert {fault.file for fault in faults(Library(course))} == {"data/claims/check.toml"}


@pytest.mark.slow
def test_a_fault_of_a_file_that_is_read_often_is_reported_once(course):
    (course / "data/events.toml").write_text("[[event]", encoding="utf-8")

    assert len([fault for fault in faults(Library(course)) if fault.file == "data/events.toml"]) == 1


def test_coverage_counts_what_each_paragraph_has(library):
    head, *lines = coverage(library).splitlines()
    rows = {row[0]: dict(zip(head.split(), row, strict=True)) for row in map(str.split, lines)}

    assert list(rows) == list(library.paragraphs)
    notes = [note for note in library.notes("opening") if note.paragraph == "opening-1"]
    first = rows["opening-1"]
    assert int(first["fact-check"]) == sum(note.kind == "fact-check" for note in notes) > 0
    assert int(first["claims"]) == sum("opening-1" in claim.paragraphs for claim in library.claims.values())
    assert int(first["events"]) == sum("opening-1" in event.paragraphs for event in library.events.values())
    assert int(first["charts"]) == sum("opening-1" in chart.tests for chart in library.charts.values())
