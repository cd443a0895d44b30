"""Each kind of fault is named with its file, its record and its field, where the fault is."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from readingroom.content.checks.course import STOPPED, faults
from readingroom.content.library import Library

TINY = Path(__file__).resolve().parent.parent / "tiny"
LAND, PEOPLE = "data/series/land.csv", "data/series/people.csv"
KEY, TASKS = "exercises/key/01-count-and-read.toml", "exercises/tasks/01-count-and-read.toml"
NOTES, QUIZ, SOURCES = "data/notes/task.toml", "data/quizzes/task.toml", "data/sources.toml"
LESSON = "notebooks/01-founding.ipynb"

# (file, a pattern in it, what to put in its place, how the fault begins)
BROKEN = [
    # figures
    (PEOPLE, "1800,", "18x0,", f"{PEOPLE}, row 3, year: '18x0' is not a year"),
    (PEOPLE, "1800,", "99,", f"{PEOPLE}, row 3, year: '99' is not a year"),
    (PEOPLE, "1800,", "1800-13,", f"{PEOPLE}, row 3, year: '1800-13' is not a year"),
    (PEOPLE, "1800,", "2800,", f"{PEOPLE}, row 3, year: '2800' is not a year"),
    (PEOPLE, "1800,", "1785,", f"{PEOPLE}, row 3, year: 1785 comes after 1790"),
    (PEOPLE, "1800,.*\n", "", f"{PEOPLE}, row 3, year: nothing stands between 1790 and 1810"),
    (PEOPLE, "893602", "nan", f"{PEOPLE}, row 3 (1800), enslaved: 'nan' is not a number"),
    (PEOPLE, "893602", "8_936", f"{PEOPLE}, row 3 (1800), enslaved: '8_936' is not a number"),
    (PEOPLE, "893602", "1e300", f"{PEOPLE}, row 3 (1800), enslaved: '1e300' is not a number"),
    (PEOPLE, "893602", "8" * 200_000, f"{PEOPLE}, row 3, enslaved: a cell of 200,000 characters"),
    (PEOPLE, "893602", "\xe9", f"{PEOPLE}, row 3, enslaved: line 3 is not in UTF-8 (byte 0xe9)"),
    (PEOPLE, "893602", "8\0", f"{PEOPLE}, row 3, enslaved: line 3 holds a zero byte"),
    (PEOPLE, "893602", '"8', f"{PEOPLE}, row "),
    (PEOPLE, r"\A", "\xef\xbb\xbf", f"{PEOPLE}, line 1: begins with a byte order mark"),
    (PEOPLE, r"\Ayear", "years", f"{PEOPLE}, row 1, years: the first column must be called year or date"),
    (PEOPLE, r"\n\Z", "", f"{PEOPLE}, row 9: the last line has no end"),
    (PEOPLE, r"(?s)\A.*", "", f"{PEOPLE}, row 1: the file is empty"),
    (PEOPLE, r"(?s)\n.*", "\n", f"{PEOPLE}, row 2: the file has no row of figures"),
    (LAND, "us-history-land", "", f"{LAND}, row 2, source: there is no source ''"),
    ("data/series.toml", "decimals = 0", "decimals = -1", "data/series.toml, series 1 (people), column 1.decimals: "),
    (
        "data/series.toml",
        r'part = \["enslaved"\]',
        "part = []",
        "data/series.toml, series 1 (people), share 1.part: is ",
    ),
    ("data/series.toml", '"share_enslaved"', '"total"', "data/series.toml, series people, total: 2 columns, sums or"),
    (
        "data/charts.toml",
        'panel = "share"',
        'panel = "x"',
        "data/charts.toml, chart enslaved, line 1 panel: there is no",
    ),
    ("data/charts.toml", r"\Z", 'start = "1900"\n', "data/charts.toml, chart land, line 1: nothing is known of area"),
    ("data/charts.toml", "divided_by = 1000", "divided_by = 0", "data/charts.toml, chart 2 (land), divided_by: "),
    # files and tables
    (NOTES, r"(?s)\A.*", "", f"{NOTES}, note: the file has no [[note]]"),
    (QUIZ, r"(?s)\A.*", "", f"{QUIZ}, item: the file has no [[item]]"),
    ("data/claims/task.toml", r"(?s)\A.*", "", "data/claims/task.toml, claim: the file has no [[claim]]"),
    ("data/people.toml", r"(?s)\A.*", "", "data/people.toml: the file is empty"),
    (
        SOURCES,
        r"\[\[source\]\]",
        "[[sourcex]]",
        f"{SOURCES}, sourcex 1 (lincoln-1863): this file has no such table; did",
    ),
    (
        SOURCES,
        r"(?s)\[\[source\]\](.*?)\n\[\[.*",
        r"[source]\1",
        f"{SOURCES}, source 1 (lincoln-1863): is written once",
    ),
    (QUIZ, r"(?s)(\[\[item\]\].*)\[\[item\]\]\nid", r"\1[item]\nid", f"{QUIZ}, item "),
    (SOURCES, "\\[\\[source\\]\\]\n", "[[source]]\n\xe9", f"{SOURCES}, source 1: line "),
    (SOURCES, "Bliss", "Bl\xefss", f"{SOURCES}, source 1 (lincoln-1863), title: line "),
    (SOURCES, r"\A", "n = " + "[" * 50_000, f"{SOURCES}: brackets are nested too deep"),
    (SOURCES, r"\A", "n = " + "9" * 5_000, f"{SOURCES}: this is not TOML"),
    (SOURCES, 'seen = "not opened"', "seen = not", f"{SOURCES}, source 1 (lincoln-1863), seen: this is not TOML"),
    # records
    (SOURCES, 'date = "1863-11-19"', 'date = "18631"', f"{SOURCES}, source lincoln-1863, date: '18631' holds no date"),
    (SOURCES, 'date = "1863-11-19"', "date = 1863-11-19", f"{SOURCES}, source 1 (lincoln-1863), date: must be text in"),
    (
        SOURCES,
        'seen = "not opened"',
        'seen = "no"',
        f"{SOURCES}, source 1 (lincoln-1863), seen: 'no' cannot stand here; one",
    ),
    (SOURCES, '\nkind = "primary"', "", f"{SOURCES}, source lincoln-1863, kind: says not who speaks; write one of"),
    (SOURCES, '"cornell-copies"', '"lincoln-1863"', f"{SOURCES}, source lincoln-1863, id: stands 2 times"),
    (SOURCES, '"cornell-copies"', f'"{"a" * 300}"', f"{SOURCES}, source 2 (aaa"),
    (SOURCES, '"In Lincoln\'s hand"', '" "', f"{SOURCES}, source 2 (cornell-copies), title: is empty"),
    (
        SOURCES,
        "In Lincoln's",
        "In {serie:people.total:1860}",
        f"{SOURCES}, source cornell-copies, title: {{serie:…}} stands",
    ),
    (
        SOURCES,
        "In Lincoln's",
        "In {vary:year}",
        f"{SOURCES}, source cornell-copies, title: {{vary:…}} stands for nothing",
    ),
    (
        SOURCES,
        "In Lincoln's",
        "In Lincoln\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s",
        f"{SOURCES}, source 2 (cornell-copies), title: ",
    ),
    (
        SOURCES,
        "In Lincoln's",
        "In\\\\u0007",
        f"{SOURCES}, source 2 (cornell-copies), title: holds the character U+0007",
    ),
    (
        "data/events.toml",
        '"1776-07-04"',
        '"1776-02-30"',
        "data/events.toml, event declaration-1776, start: '1776-02-30'",
    ),
    (
        "data/events.toml",
        '"1776-07-04"',
        '"1767-07-04"',
        "data/events.toml, event declaration-1776, start: 1767-07-04 is",
    ),
    ("data/events.toml", '"1776-07-04"', '"1776-13"', "data/events.toml, event 1 (declaration-1776), start: '1776-13'"),
    (
        "data/events.toml",
        r'sections = \["founding"\]',
        "sections = []",
        "data/events.toml, event declaration-1776, sections",
    ),
    ("data/glossary.toml", '"consecrate"', '"score"', "data/glossary.toml, term hallow, aliases: 'score' stands for"),
    ("data/forecasts.toml", "0.95", "nan", "data/forecasts.toml, forecast 1 (words-forgotten), probability: "),
    (
        "data/forecasts.toml",
        'claim = "new-birth"',
        'claim = "words-forgotten"',
        "data/forecasts.toml, forecast, claim: no",
    ),
    (NOTES, r"(?s)(\[\[note\]\].*?\n)(?=\[\[)", r"\1\1", f"{NOTES}, note 2 (task-1): is the same as note 1"),
    (
        QUIZ,
        'id = "two-hours"',
        'id = "ten-minutes"',
        f"{QUIZ}, item task-everett, option: 'ten-minutes' stands 2 times",
    ),
    (KEY, 'id = "reason"', 'id = "omission"', f"{KEY}, key "),
    (TASKS, 'id = "density"', 'id = "share"', f"{TASKS}, task share, id: stands 2 times"),
    (TASKS, '"1820", text', '"1790", text', f"{TASKS}, task share, vary 1.value: '1790' stands 2 times"),
    (TASKS, r"value = \[.*\]", "value = []", f"{TASKS}, task 1 (share), vary 1.value: "),
    (
        KEY,
        r'answer = "\{series:people.share_enslaved:\{vary:year.id\}\}"',
        'answer = "1e999"',
        f"{KEY}, key share, answer: ",
    ),
    (
        "data/fingerprints.json",
        "founding-2",
        "founding-1",
        "data/fingerprints.json, fingerprint 2 (founding-1), paragraph",
    ),
    # notebooks
    (
        LESSON,
        r'"outputs": \[\]',
        '"outputs": [{"output_type": "stream"}]',
        f"{LESSON}, cell 2, outputs: a notebook of the",
    ),
    (LESSON, r'chart\(\\"enslaved', r'chart(\\"x', f"{LESSON}, cell "),
    (LESSON, r"(?s)\A.*", "", f"{LESSON}, line 1: this is no notebook"),
    (LESSON, r"(?s)\A.*", "[]", f"{LESSON}: this is no notebook"),
    (
        "data/article.toml",
        'lesson = "01-founding"',
        'lesson = "founding"',
        "data/article.toml, section founding, lesson",
    ),
    (LESSON, r"\A", "[" * 50_000, f"{LESSON}: brackets are nested too deep"),
    ("data/pages.toml", "my-record", "my-records", "data/pages.toml, sentence 1, notebook: stands in no notebook"),
]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("tiny") / "course"))


@pytest.mark.parametrize("file, pattern, replacement, start", BROKEN, ids=[fault[:60] for *_, fault in BROKEN])
def test_a_fault_is_named_where_it_is(tiny, file, pattern, replacement, start):
    before = (tiny / file).read_bytes()
    # One letter for each byte, so that a replacement may be no UTF-8.
    broken, count = re.subn(pattern, replacement, before.decode("latin-1"), count=1)
    assert count, "there is nothing to break"
    (tiny / file).write_bytes(broken.encode("latin-1"))
    try:
        found = [str(fault) for fault in faults(Library(tiny))]
    finally:
        (tiny / file).write_bytes(before)

    assert any(fault.startswith(start) for fault in found), "\n".join(found)
    assert not any(STOPPED in fault for fault in found)


def test_a_file_of_no_section_and_a_key_that_is_missing_are_named(tmp_path):
    course = Path(shutil.copytree(TINY, tmp_path / "course"))
    (course / "data/notes/taks.toml").write_text("[[note]]\n")
    (course / "data/series/gold.csv").write_text("year,ounces\n")
    (course / KEY).unlink()

    assert [str(fault).partition(":")[0] for fault in faults(Library(course))] == [
        "data/notes/taks.toml",
        "data/series/gold.csv",
        KEY,
    ]


def test_a_record_that_does_not_fit_hides_no_fault_of_the_others(tmp_path):
    course = Path(shutil.copytree(TINY, tmp_path / "course"))
    events = (course / "data/events.toml").read_text(encoding="utf-8")
    (course / "data/events.toml").write_text(events.replace('theme = "law"', "theme = 7", 1) + "[[event]]\n")
    with (course / SOURCES).open("ab") as file:
        file.write(b"\xff")
    broken = [(NOTES, 'paragraph = "task-1"', 'paragraph = "task-9"'), ("data/people.toml", "everett", "lincoln")]
    for name, text, other in broken:
        written = (course / name).read_text(encoding="utf-8")
        (course / name).write_text(written.replace(text, other, 1), encoding="utf-8")

    files = [fault.file for fault in faults(Library(course))]

    assert list(dict.fromkeys(files)) == [SOURCES, "data/events.toml", "data/people.toml", NOTES]
    assert files.count("data/events.toml") >= 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_ordinary_file_is_named_and_not_waited_for(tmp_path):
    course = Path(shutil.copytree(TINY, tmp_path / "course"))
    pipes = [NOTES, PEOPLE, LESSON, "data/fingerprints.json", "data/course.toml"]
    for name in pipes:
        (course / name).unlink()
        os.mkfifo(course / name)
    (course / SOURCES).unlink()
    (course / SOURCES).symlink_to(course / SOURCES)

    files = {fault.file for fault in faults(Library(course)) if not fault.record}

    assert files == {*pipes, SOURCES}


def test_each_fingerprint_that_is_none_is_named(tmp_path):
    course = Path(shutil.copytree(TINY, tmp_path / "course"))
    prints = (course / "data/fingerprints.json").read_text(encoding="utf-8")
    (course / "data/fingerprints.json").write_text(prints.replace('"letters":', '"letters":-'), encoding="utf-8")

    found = [(fault.file, fault.record, fault.field) for fault in faults(Library(course))]

    names = ("founding-1", "founding-2", "task-1", "task-2")
    assert found == [
        ("data/fingerprints.json", f"fingerprint {number} ({name})", "letters")
        for number, name in enumerate(names, start=1)
    ]
