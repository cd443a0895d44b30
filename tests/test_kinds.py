"""A kind of item has a module of its name in each room that deals with kinds. Whoever adds a kind reads here what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readingroom.content.kinds import KINDS
from readingroom.learning.kinds.base import LearningKind
from readingroom.parts.quiz.kinds.base import PartKind
from readingroom.teaching.kinds.base import TeachingKind

PACKAGE = Path(__file__).resolve().parents[1] / "readingroom"
TABLE = "parts/quiz/kinds/index.js"
ROOMS = {
    "content/kinds/{kind}.py": "its record, its lines in a task, and what can be wrong with both",
    "learning/kinds/{kind}.py": "its answer key and its scorer",
    "parts/quiz/kinds/{kind}.py": "what a page is given to show it",
    "parts/quiz/kinds/{kind}.js": "its control, its scorer and its feedback in the browser",
    "teaching/kinds/{kind}.py": "its shape in exports, and how teachers see answers to it",
}


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("room", ROOMS)
def test_every_kind_has_its_module_in_every_room(room, kind):
    path = room.format(kind=kind)

    assert (PACKAGE / path).is_file(), f"the kind {kind!r} lacks readingroom/{path}: {ROOMS[room]}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_stands_in_the_table_of_the_front_end(kind):
    table = (PACKAGE / TABLE).read_text(encoding="utf-8")

    assert f'from "./{kind}.js"' in table, f"the kind {kind!r} is not imported in readingroom/{TABLE}"
    assert re.search(rf"KINDS = \{{[^}}]*\b{kind}\b", table), (
        f"the kind {kind!r} is not in the table of readingroom/{TABLE}"
    )


def test_a_new_kind_takes_six_files_of_the_package_at_most():
    assert len({*ROOMS, TABLE}) <= 6


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_module_of_a_kind_holds_what_its_room_asks_for(kind):
    from readingroom.learning.kinds import KINDS as LEARNING
    from readingroom.parts.quiz.kinds import KINDS as PARTS
    from readingroom.teaching.kinds import KINDS as TEACHING

    assert isinstance(LEARNING[kind], LearningKind) and LEARNING[kind].scorer.name
    assert isinstance(PARTS[kind], PartKind)
    assert isinstance(TEACHING[kind], TeachingKind)


def test_no_other_module_names_a_kind():
    # Words that mean other things too: fields of a task, methods of a lesson, statements of a language.
    common = {"number", "table", "order", "sort", "match", "written", "passage"}
    names = "|".join(sorted(set(KINDS) - common))
    told = re.compile(rf"""kind(?:_of\(\w+\)|_name\(\w+\))? (?:==|!=|===|!==|in) \(?["'](?:{"|".join(KINDS)})["']""")
    named = re.compile(rf"""["'](?:{names})["']""")
    texts = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*")
        if path.suffix in (".py", ".js") and "kinds" not in path.parts and path.name != "types.js"
    }

    assert len(texts) > 400
    assert {path: found for path, text in texts.items() if (found := told.findall(text) + named.findall(text))} == {}
