"""`check` reports every fault of the content at once, each with file, record and field."""

from __future__ import annotations

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.library import Library

# (file, a text that stands in it, what to put in its place, words the report must hold)
SEEDED = {
    "TOML that does not close": ("data/notes/check.toml", "[[note]]", "[[note", ["data/notes/check.toml", "not TOML"]),
    "a field that is misspelt": (
        "data/events.toml",
        "\ntheme = ",
        "\nthem = ",
        ["data/events.toml", "event 1", "them"],
    ),
    "a theme nobody knows": (
        "data/events.toml",
        'theme = "military"',
        'theme = "martial"',
        ["data/events.toml", "theme", "martial"],
    ),
    "a date that is none": ("data/events.toml", 'start = "1991', 'start = "c. 1991', ["data/events.toml", "start"]),
    "an end before its start": (
        "data/events.toml",
        'end = "1991',
        'end = "1981',
        ["data/events.toml", "end", "before the start"],
    ),
    "a source nobody listed": (
        "data/claims/check.toml",
        "sources = [",
        'sources = ["hearsay", ',
        ["data/claims/check.toml", "sources", "hearsay"],
    ),
    "a paragraph that is not there": (
        "data/claims/realism.toml",
        '"realism-1"',
        '"realism-99"',
        ["data/claims/realism.toml", "paragraphs", "realism-99"],
    ),
    "a note on another section's paragraph": (
        "data/notes/opening.toml",
        'paragraph = "opening-1"',
        'paragraph = "check-1"',
        ["data/notes/opening.toml", "paragraph", "check-1"],
    ),
    "a note without text": ("data/notes/realism.toml", "\ntext = ", "\ntexts = ", ["data/notes/realism.toml", "text"]),
    "a paragraph out of its place": (
        "data/article.toml",
        "number = 7\n",
        "number = 8\n",
        ["data/article.toml", "realism-3", "number"],
    ),
    "a marker that is gone": (
        "data/events.toml",
        'marker = "1993"',
        'marker = ""',
        ["data/events.toml", "marker", "1993"],
    ),
    "a cell that is no number": (
        "data/series/brent.csv",
        "1998,",
        "1998,x",
        ["data/series/brent.csv", "1998", "price", "not a number"],
    ),
    "a row with a cell too many": (
        "data/series/oil-liquids.csv",
        "\n2003,",
        "\n2003,1,",
        ["data/series/oil-liquids.csv", "cells"],
    ),
    "a year that stands twice": ("data/series/growth.csv", "\n1999,", "\n1998,", ["data/series/growth.csv", "twice"]),
    "a column that is called otherwise": (
        "data/series/inflation.csv",
        "year,russia",
        "year,rusia",
        ["data/series/inflation.csv", "rusia"],
    ),
    "a share of a column that is not there": (
        "data/series.toml",
        'part = ["russia"], whole = ["us"], of = "the GDP',
        'part = ["russia"], whole = ["usa"], of = "the GDP',
        ["data/series.toml", "series gdp", "usa"],
    ),
    "a figure of a year nobody measured": (
        "data/quizzes/check.toml",
        '\nprompt = """',
        '\nprompt = """{series:oil-output.russia:1891} ',
        ["data/quizzes/check.toml", "prompt", "1891"],
    ),
    "a dollar sign": (
        "data/people.toml",
        '\nthen = """',
        '\nthen = """For $5: ',
        ["data/people.toml", "then", "dollar"],
    ),
    "an answer that is no option": (
        "data/quizzes/opening.toml",
        '\nanswer = "',
        '\nanswer = "not-',
        ["data/quizzes/opening.toml", "answer", "not one of the options"],
    ),
    "an option without its sentence": (
        "data/quizzes/realism.toml",
        "\nwhy = ",
        "\nwy = ",
        ["data/quizzes/realism.toml", "wy"],
    ),
    "a chart of a series that is not there": (
        "data/charts.toml",
        'series = "brent"',
        'series = "brant"',
        ["data/charts.toml", "brant"],
    ),
    "a forecast of a claim that is not there": (
        "data/forecasts.toml",
        'claim = "trade-will-rise"',
        'claim = "trade-may-rise"',
        ["data/forecasts.toml", "claim", "trade-may-rise"],
    ),
    "a task without its key": (
        "exercises/key/01-trade-shares.toml",
        'task = "share-2002"',
        'task = "share-2020"',
        ["exercises/key/01-trade-shares.toml", "share-2002", "no key"],
    ),
}


def seed(course, name: str) -> list[str]:
    file, before, after, words = SEEDED[name]
    text = (course / file).read_text(encoding="utf-8")
    assert before in text, f"{file} holds no {before!r} to break"
    (course / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    return words


def reported(found, words: list[str]) -> bool:
    return any(all(word in str(fault) for word in words) for fault in found)


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDED)
def test_a_seeded_fault_is_found(course, name):
    words = seed(course, name)

    found = faults(Library(course))

    assert reported(found, words), "\n".join(map(str, found))


@pytest.mark.slow
def test_twenty_faults_are_reported_at_once(course):
    # These two are looked for only in an events.toml whose records can all be read.
    wanted = {
        name: seed(course, name) for name in SEEDED if name not in ("an end before its start", "a marker that is gone")
    }

    found = faults(Library(course))

    assert len(wanted) >= 20
    assert [name for name, words in wanted.items() if not reported(found, words)] == []


@pytest.mark.slow
def test_every_bad_record_of_a_file_is_named(course):
    file = course / "data/glossary.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("\nmeaning = ", "\nmeans = "), encoding="utf-8")

    found = [fault for fault in faults(Library(course)) if fault.file == "data/glossary.toml"]

    assert len(found) == file.read_text(encoding="utf-8").count("[[term]]")


@pytest.mark.slow
def test_a_missing_file_is_one_fault_not_a_crash(course):
    (course / "data/people.toml").unlink()

    assert [str(fault) for fault in faults(Library(course)) if "people" in fault.file] == [
        "data/people.toml: the file is missing; take it again from the course's download"
    ]
