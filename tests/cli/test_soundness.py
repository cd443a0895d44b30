"""What was installed is looked at before it is called ready."""

from __future__ import annotations

import sys

import pytest

from readingroom.cli import soundness


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Lays a package that is installed."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)

    def lay(name, code="", version="1", needs=(), size=None):
        info = tmp_path / f"{name}-{version}.dist-info"
        info.mkdir()
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(code)
        lines = [f"Requires-Dist: {each}" for each in needs]
        (info / "METADATA").write_text("\n".join([f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}", *lines]))
        size = len(code) if size is None else size
        (info / "RECORD").write_text(f"{name}/__init__.py,sha256=x,{size}\n{info.name}/RECORD,,\n")

    yield lay
    for name in set(sys.modules) - before:
        del sys.modules[name]


def faults(*words):
    return list(soundness.faults(list(words)))


def test_what_imports_with_all_that_it_needs_is_sound(installed):
    installed("sung_a", needs=["sung_b>=1"])
    installed("sung_b")

    assert faults("sung_a==1") == []


def test_a_package_that_is_missing_below_another_is_named(installed):
    installed("sung_a", needs=["sung_b>=1"])

    assert faults("sung_a") == ["sung_b is missing"]


def test_what_an_extra_needs_is_looked_at_where_the_extra_was_asked_for(installed):
    installed("sung_a", needs=['sung_b; extra == "more"'])

    assert faults("sung_a") == [] and faults("sung_a[more]") == ["sung_b is missing"]


def test_what_another_system_needs_is_not_missing(installed):
    installed("sung_a", needs=['sung_b; sys_platform == "none"'])

    assert faults("sung_a") == []


def test_another_version_than_the_one_asked_for_is_named(installed):
    installed("sung_a", version="2")

    assert faults("sung_a==1") == ["sung_a is 2, and should be ==1"]


def test_a_file_that_was_cut_off_is_named_once(installed):
    installed("sung_a", needs=["sung_b", "sung_b>=1"])
    installed("sung_b", code="a = 1", size=500)

    assert faults("sung_a") == ["sung_b: sung_b/__init__.py has 5 bytes of 500"]


def test_a_file_that_never_came_is_named(installed, tmp_path):
    installed("sung_a")
    (tmp_path / "sung_a/__init__.py").unlink()

    assert faults("sung_a") == ["sung_a: sung_a/__init__.py is missing"]


def test_what_does_not_import_is_named_with_the_reason(installed):
    installed("sung_a", code="raise ImportError('no C extension')")

    assert faults("sung_a") == ["sung_a: import sung_a fails: ImportError: no C extension"]
