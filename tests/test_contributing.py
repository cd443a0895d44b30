"""CONTRIBUTING.md says of the rooms and the kinds what the tests hold."""

from __future__ import annotations

import re
import tomllib

import pytest
from test_arrows import MAY_IMPORT
from test_kinds import ROOMS, TABLE

from readingroom.content.checks.course import faults
from readingroom.content.library import Library


@pytest.fixture(scope="module")
def page(root) -> str:
    """The contributing page."""
    return (root / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_table_of_rooms_is_the_one_that_is_held(page):
    rows = re.findall(r"^\| `(\w+)` \|.*\| (`[^|]*`) \|$", page, re.MULTILINE)
    told = {room: set(re.findall(r"`(\w+)`", may)) for room, may in rows}

    assert told == {room: may - {"__init__"} for room, may in MAY_IMPORT.items() if not room.startswith("__")}


def test_the_files_of_a_kind_are_those_that_are_asked_for(page):
    listed = re.findall(r"^\d\. `([\w/.]+)`", page, re.MULTILINE)

    assert sorted(listed) == sorted([room.format(kind="KIND") for room in ROOMS] + [TABLE])


def test_every_file_that_it_names_is_there(page, root):
    named = set(re.findall(r"`((?:data|tests|exercises|parts|site|readingroom|\.ci)/[\w/.-]+\.\w+)`", page))
    paths = {name: root / ("readingroom" if name.startswith(("parts/", "site/")) else "") / name for name in named}

    assert [name for name, path in paths.items() if not path.exists() and not re.search("[A-Z]{4}", name)] == []


def examples(page: str) -> list[tuple[str, str, str]]:
    """The edits that the page works out: (file, id of the record to edit or nothing, TOML)."""
    found = re.findall(r"^```toml\n# (\S+), (?:in \[\[\w+\]\] (\S+)|at the end)\n(.*?)^```$", page, re.M | re.S)
    assert len(found) == page.count("```toml")
    return found


def edited(text: str, record: str, toml: str) -> str:
    """The text of a file with the fields of `toml` in its record; without one, with `toml` at its end."""
    if not record:
        return f"{text}\n{toml}"
    start = text.index(f'\nid = "{record}"\n') + 1
    end = next((found.start() for found in re.compile(r"^\[\[", re.M).finditer(text, start)), len(text))
    body = text[start:end]
    for field in tomllib.loads(toml):
        body = re.sub(rf'^{field} = (?:""".*?"""|[^\n]*)\n', "", body, flags=re.M | re.S)
    first, rest = body.split("\n", 1)
    return f"{text[:start]}{first}\n{toml}{rest}{text[end:]}"


@pytest.mark.slow
def test_the_edits_that_it_works_out_fit_the_course(page, course):
    edits = examples(page)

    for file, record, toml in edits:
        path = course / file
        path.write_text(edited(path.read_text(encoding="utf-8"), record, toml), encoding="utf-8")

    assert [file.split("/")[1].split(".")[0] for file, *_ in edits] == ["quizzes", "notes", "charts"]
    assert list(map(str, faults(Library(course)))) == []
    assert Library(course).charts["trade-partners"].end == "2008"
