"""CONTRIBUTING.md says of the rooms and the kinds what the tests hold."""

from __future__ import annotations

import re

import pytest
from test_arrows import MAY_IMPORT
from test_kinds import ROOMS, TABLE


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
