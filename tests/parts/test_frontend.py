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


@pytest.mark.parametrize("name", MODULES)
def test_a_module_asks_the_network_for_nothing(name):
    assert re.findall(r"fetch\(|XMLHttpRequest|import\(|https?://(?!www\.w3\.org/)", source(name)) == []


@pytest.mark.parametrize("name", MODULES)
def test_controls_are_made_by_h_which_keeps_the_notebooks_shortcuts_away(name):
    made = re.findall(r"createElement\((.*?)\)", source(name))

    assert made in ([], ["tag"])


@pytest.mark.parametrize("name", MODULES)
def test_only_the_courses_own_prose_becomes_html(name):
    if name != "base/dom.js":
        assert "innerHTML" not in source(name)
