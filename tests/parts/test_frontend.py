"""The front ends as text: what joining the modules relies on. What they do is tested in a browser."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from readingroom.parts.base.frontend import FOLDER, module, needed, source

MODULES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.js"))
WIDGETS = [name for name in MODULES if "export default" in source(name)]


@pytest.mark.parametrize("name", WIDGETS)
def test_a_joined_module_has_no_import_left_and_one_export(name):
    joined = module(name)

    assert re.findall(r"^import .*", joined, re.MULTILINE) == []
    assert re.findall(r"^export .*", joined, re.MULTILINE) == ["export default { render };"]


@pytest.mark.parametrize("name", WIDGETS)
def test_no_two_joined_modules_use_one_name(name):
    written = "\n".join(map(source, needed(name)))
    names = Counter(re.findall(r"^(?:export )?(?:async )?(?:function|const|let|class) ([\w$]+)", written, re.MULTILINE))

    assert [name for name, count in names.items() if count > 1] == []


def where(pattern: str) -> list[tuple[str, str]]:
    """Each place in the front ends where `pattern` stands: the module, and what was found."""
    return [(name, found) for name in MODULES for found in re.findall(pattern, source(name))]


def test_a_module_asks_the_network_for_nothing():
    assert where(r"fetch\(|XMLHttpRequest|import\(|https?://(?!www\.w3\.org/)") == []


def test_controls_are_made_by_h_which_keeps_the_notebooks_shortcuts_away():
    assert where(r"createElement\((.*?)\)") == [("base/dom.js", "tag")]


def test_only_the_courses_own_prose_becomes_html():
    assert {name for name, _ in where("innerHTML")} == {"base/dom.js"}
