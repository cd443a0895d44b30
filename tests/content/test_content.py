"""The course's content, tested as content."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from readingroom.content import models as m
from readingroom.content.checks.course import faults
from readingroom.content.checks.coverage import coverage
from readingroom.content.checks.references import texts
from readingroom.content.kinds import kind_name
from readingroom.content.library import section_of

SECTIONS = {"opening": 4, "realism": 5, "pillars": 4, "reality": 6, "bureaucrats": 8, "check": 6}
MARKERS = {"1991", "1993", "1998", "2003"}


@pytest.mark.slow
def test_the_content_is_sound(library):
    assert [str(fault) for fault in faults(library)] == []


def test_all_thirty_three_paragraphs_are_there_in_order(library):
    assert list(library.paragraphs) == [f"{s}-{n}" for s, many in SECTIONS.items() for n in range(1, many + 1)]


def test_every_paragraph_has_three_notes_of_different_kinds(library):
    kinds = {p: set() for p in library.paragraphs}
    for section in library.sections:
        for note in library.notes(section):
            kinds[note.paragraph].add(note.kind)

    assert {p: sorted(k) for p, k in kinds.items() if len(k) < 3} == {}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_lesson_asks_for_all_four_habits(library, section):
    assert {note.habit for note in library.notes(section)} >= set(get_args(m.Habit))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_has_at_least_twelve_items_of_every_kind(library, section):
    items = library.items(section)

    assert len(items) >= 12
    assert {kind_name(item) for item in items} == {
        "choice",
        "choices",
        "order",
        "match",
        "sort",
        "number",
        "passage",
        "short",
        "written",
    }


@pytest.mark.parametrize("quiz", [*SECTIONS, "whole"])
def test_a_quiz_asks_for_more_than_recall(library, quiz):
    thinking = Counter(item.thinking for item in library.items(quiz))

    assert thinking["recall"] <= sum(thinking.values()) / 3


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_has_one_question_before_reading_and_one_to_write(library, section):
    uses = Counter(item.use for item in library.items(section))

    assert (uses["before"], uses["write"]) == (1, 1)


def test_item_ids_are_unique_across_the_course(library):
    ids = Counter(item.id for quiz in library.quizzes for item in library.items(quiz))

    assert [name for name, count in ids.items() if count > 1] == []


def test_the_four_markers_stand_on_the_timeline(library):
    assert {event.marker for event in library.events.values() if event.marker} == MARKERS


def test_events_stand_in_the_order_of_time(library):
    years = [event.start[:4] for event in library.events.values()]

    assert years == sorted(years)


def test_the_four_findings_are_in_the_ledger(library):
    checks = {row for claim in library.claims.values() for row in re.split(r"[,\s]+", claim.check)}

    assert {"A1", "A2", "A3", "A4"} <= checks


def test_every_check_is_in_the_ledger(library):
    rows = {"B": 11, "C": 8, "D": 14, "E": 14, "F": 13, "G": 5}
    wanted = {f"{letter}{n}" for letter, many in rows.items() for n in range(1, many + 1)}
    checks = {row for claim in library.claims.values() for row in re.split(r"[,\s]+", claim.check)}

    assert wanted - checks == set()


def test_a_claim_stands_in_the_file_of_one_of_its_sections(library):
    for section in library.sections:
        for claim in library.section_claims(section):
            assert section in {section_of(p) for p in claim.paragraphs}, claim.id


def test_every_source_says_where_it_can_be_found(library):
    assert [s.id for s in library.sources.values() if not s.url and not (s.author and s.publisher)] == []


def test_no_source_is_listed_in_vain(library):
    cited = set(library.article.sources)
    rows = [
        *library.events.values(),
        *library.claims.values(),
        *library.people.values(),
        *library.terms.values(),
        *library.series.values(),
        *library.forecasts.values(),
        *library.documents.values(),
        *library.stops.values(),
        *(note for s in library.sections for note in library.notes(s)),
        *(i for q in library.quizzes for i in library.items(q)),
    ]
    for row in rows:
        cited.update(row.sources)
    for series in library.series:
        cited.update(library.table(series).row_sources)

    shelf = {s.id for s in library.sources.values() if s.author}  # books and articles a lesson may recommend
    assert sorted(set(library.sources) - cited - shelf) == []


def test_one_spelling_is_used_throughout(library):
    american = re.compile(
        r"\b(defense|percent|program|labor|favor|color|behavior|center|organize[ds]?|recognize[ds]?|emphasize[ds]?)\b"
    )
    names = re.compile(
        r"Department of Defense|secretary of defense|Secretary of Defense|defense Department|Defense Department|Defense Daily|Inside Defense|"
        r"Russia and Eurasia Program|Cooperative Threat Reduction [Pp]rograms?|\"[^\"]*\"|Center for|[Dd]efense [Ss]ecretary"
    )
    rows = [
        *library.paragraphs.values(),
        *library.claims.values(),
        *library.terms.values(),
        *library.events.values(),
        *(note for s in library.sections for note in library.notes(s)),
        *(i for q in library.quizzes for i in library.items(q)),
    ]
    found = [
        (getattr(row, "id", ""), hit[0])
        for row in rows
        for field, text in texts(row)
        if not field.startswith(("sources", "id", "url", "aliases", "answer", "mistake"))
        for hit in american.finditer(names.sub("", " ".join(text.split())))
    ]

    assert found == []


def test_coverage_has_a_line_for_each_paragraph_and_none_is_empty(library):
    rows = [line.split() for line in coverage(library).splitlines()[1:]]

    assert len(rows) == 33
    assert [row[0] for row in rows if all(cell == "0" for cell in row[1:7]) or row[-1] == "0"] == []
