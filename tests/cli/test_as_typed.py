"""A command that a message shows can be typed as it stands, whatever its folder is called."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from readingroom.cli.as_typed import as_typed


@pytest.mark.parametrize("name", ["pages", "my pages", "it's mine", 'the "new" ones', "$HOME", "a&b", "säkerhet"])
def test_a_shell_takes_it_for_one_word(name):
    assert shlex.split(f"cd {as_typed(Path(name), is_windows=False)}") == ["cd", name]


@pytest.mark.parametrize("name, typed", [("pages", "pages"), ("my pages", '"my pages"'), ("it's", "it's")])
def test_windows_knows_no_single_quotes(name, typed):
    assert as_typed(Path(name), is_windows=True) == typed
