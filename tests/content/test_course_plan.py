"""The plan of a term: every lesson, exercise, paragraph, id and figure in it is the course's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from readingroom.content.exercise import names

LESSON_LINK = re.compile(r"\]\(\.\./\.\./notebooks/([\w-]+)\.ipynb\)")
EXERCISE_LINK = re.compile(r"\]\(\.\./([\w-]+)\.ipynb\)")


@pytest.fixture(scope="module")
def plan(root) -> str:
    return (root / "exercises/plans/course.md").read_text(encoding="utf-8")


def part(plan: str, heading: str) -> str:
    """The text below a heading, to the next of its rank."""
    return re.split(r"^## ", plan.split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without heads and rules."""
    lines = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip(" |") for cell in line] for line in lines if not set("".join(line)) <= set("-| ")]


def weeks(plan: str, heading: str) -> list[list[str]]:
    return [row for row in rows(part(plan, heading)) if row[0].isdigit()]


def linked(cells: Iterable[str], link: re.Pattern) -> set[str]:
    return {name for cell in cells for name in link.findall(cell)}


def test_every_link_leads_to_a_file_of_the_course(root, plan):
    links = re.findall(r"\]\(([^)]+)\)", plan)

    assert links and [link for link in links if not (root / "exercises/plans" / link).resolve().is_file()] == []


@pytest.mark.parametrize(("heading", "count"), [("Six weeks", 6), ("Twelve weeks", 12)])
def test_a_syllabus_has_its_weeks_and_every_section_is_read_and_handed_in_once(plan, library, heading, count):
    table = weeks(plan, heading)
    handed_in = [name for row in table for name in re.findall(r"lesson `([\w-]+)`", row[3])]

    assert [int(row[0]) for row in table] == list(range(1, count + 1))
    assert handed_in == list(library.sections)
    assert {section.lesson for section in library.sections.values()} <= linked((row[1] for row in table), LESSON_LINK)


@pytest.mark.parametrize("heading", ["Six weeks", "Twelve weeks"])
def test_the_paragraphs_of_a_week_are_those_of_its_section(plan, library, heading):
    numbers = {
        section.lesson: [p.number for p in library.of_section(section.id)] for section in library.sections.values()
    }
    said = [
        (lesson, int(first), int(last))
        for row in weeks(plan, heading)
        for lesson, first, last in re.findall(r"notebooks/([\w-]+)\.ipynb\)[^;\[]*?, ¶(\d+) to ¶(\d+)", row[1])
    ]

    assert said == [(lesson, found[0], found[-1]) for lesson, found in numbers.items()]


def test_twelve_weeks_use_every_exercise_and_the_table_of_aims_names_each(root, plan):
    assert linked((cell for row in weeks(plan, "Twelve weeks") for cell in row), EXERCISE_LINK) == set(names(root))
    assert linked([part(plan, "Which part serves which aim")], EXERCISE_LINK) == set(names(root))


def test_weights_come_to_a_hundred(plan):
    weights = [int(row[1]) for row in rows(part(plan, "How to grade")) if row[1].isdigit()]

    assert sum(weights) == 100


def test_each_section_has_a_guide_of_three_questions(plan, library):
    guide = part(plan, "Seminar guide")
    pieces = re.split(r"^### ", guide, flags=re.MULTILINE)[1:]

    assert [piece.split(" (")[0] for piece in pieces] == [section.title for section in library.sections.values()]
    assert [len(rows(piece)) - 1 for piece in pieces] == [3] * len(pieces)


def test_every_id_is_one_of_the_data_and_stands_under_the_kind_it_is_called(plan, library):
    known = {"event": library.events, "claim": library.claims, "document": library.documents}
    cells = [row[1] for row in rows(part(plan, "Where the facts come from")) if "`" in row[1] and "{" not in row[1]]
    named = [
        (kind, each)
        for cell in cells
        for kind, ids in re.findall(r"(event|claim|document)s? ((?:`[\w-]+`(?:, )?)+)", cell)
        for each in re.findall(r"`([\w-]+)`", ids)
    ]

    assert len(named) > 20
    assert [pair for pair in named if pair[1] not in known[pair[0]]] == []


def test_every_paragraph_named_is_one(plan, library):
    numbers = {p.number for p in library.paragraphs.values()}

    assert {int(number) for number in re.findall(r"¶(\d+)", plan)} <= numbers


def test_every_figure_is_what_the_series_give(plan, library):
    figures = [(row[1], row[2].strip("`")) for row in rows(plan) if len(row) == 3 and "{series:" in row[2]]

    assert len(figures) == 6
    assert [(said, library.text(reference)) for said, reference in figures if said != library.text(reference)] == []


def test_no_event_of_the_game_is_later_than_its_day(plan, library):
    events = re.findall(r"`([\w-]+)`", part(plan, "Where the facts come from"))

    assert [e for e in events if e in library.events and library.events[e].start > "2003-06-01"] == []
