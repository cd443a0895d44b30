"""A key that was put right in haste is refused with its fault, before any hand-in is called damaged."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from readingroom.content.errors import ContentError
from readingroom.content.exercise import assignment, key, names
from readingroom.content.library import Library
from readingroom.teaching.mark.key_trial import refuse_unfit_key

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = "04-pillars"
PATH = ROOT / f"exercises/key/{EXERCISE}.toml"
LIBRARY = Library(ROOT)


def keys_with(task: str, **changes) -> dict:
    keys = {entry.task: entry for entry in key(ROOT, EXERCISE)}
    return {**keys, task: msgspec.structs.replace(keys[task], **changes)}


@pytest.mark.parametrize(
    "task, changes, says",
    [
        ("second-largest", {"answer": "second-nix"}, "04-pillars.toml, key second-largest, answer: "),
        ("oil-gap", {"answer": "100 / {series:nothing}"}, "04-pillars.toml, key oil-gap, answer: "),
        ("pillar-and-test", {"place": {}}, "04-pillars.toml, key pillar-and-test, place: "),
    ],
)
def test_a_key_that_can_mark_nothing_is_named(task, changes, says):
    with pytest.raises(ContentError) as refused:
        refuse_unfit_key(LIBRARY, PATH, assignment(ROOT, EXERCISE), keys_with(task, **changes), varies=True)

    assert says in str(refused.value)


@pytest.mark.parametrize("varies", [True, False])
@pytest.mark.parametrize("name", names(ROOT))
def test_every_key_of_the_course_can_mark(name, varies):
    keys = {entry.task: entry for entry in key(ROOT, name)}

    refuse_unfit_key(LIBRARY, PATH, assignment(ROOT, name), keys, varies)


def test_a_bad_item_may_have_two_right_options():
    keys = keys_with("second-largest", answer=["second-by", "third-plain"])

    refuse_unfit_key(LIBRARY, PATH, assignment(ROOT, EXERCISE), keys, varies=True)
