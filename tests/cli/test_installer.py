"""Filling an environment: uv where it can, pip where it cannot, and a plain word where neither can."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from readingroom.cli import installer, surroundings
from readingroom.cli.installer import Installer
from readingroom.cli.setup_trouble import SetupError

LIST = Path("a.txt")
GONE = "Temporary failure in name resolution"


@pytest.fixture
def runs(monkeypatch):
    """The commands that were started; how the next ones end stands in `ends`, as (status, output)."""
    started = SimpleNamespace(commands=[], ends=[], more=[])

    def run(command, **more):
        started.commands.append([str(word) for word in command])
        started.more.append(more)
        code, output = started.ends.pop(0) if started.ends else (0, "")
        return SimpleNamespace(returncode=code, stdout=output)

    monkeypatch.setattr(installer.subprocess, "run", run)
    monkeypatch.setattr(surroundings, "reach", lambda *_: {})
    return started


@pytest.fixture
def fills(tmp_path):
    return Installer(tmp_path, tmp_path / ".venv", tmp_path / "python")


def names(runs):
    return [command[3] for command in runs.commands]


def test_uv_installs(fills, runs):
    fills.install(LIST)

    assert names(runs) == ["pip", "uv"]


@pytest.mark.parametrize("uv", [0, 1])
def test_whatever_installs_holds_each_file_to_its_sum_and_takes_nothing_that_is_not_listed(fills, runs, uv):
    runs.ends = [(uv, "")]

    fills.install(LIST, Path("b.txt"))

    assert all({"--require-hashes", "--no-deps"} <= set(command) for command in runs.commands)
    assert "--no-build-isolation" in runs.commands[1]
    assert runs.commands[1][-4:] == ["-r", "a.txt", "-r", "b.txt"]


def test_uv_is_itself_held_to_a_sum_and_fetched_once(fills, runs):
    fills.install(LIST)
    fills.install_course()

    assert names(runs) == ["pip", "uv", "uv"]
    assert runs.commands[0][-1].endswith("installer.txt") and "--require-hashes" in runs.commands[0]


def test_the_course_is_named_by_the_folder_that_it_is_installed_from(fills, runs, tmp_path):
    fills.install_course()

    assert runs.commands[-1][-3:] == ["--no-deps", "-e", "."]
    assert {more["cwd"] for more in runs.more} == {tmp_path}


def test_what_stands_apart_goes_into_its_folder(fills, runs, tmp_path):
    fills.install(LIST, into=tmp_path)

    assert runs.commands[-1][-2:] == ["--target", str(tmp_path)]


def test_without_uv_pip_installs(fills, runs):
    runs.ends = [(1, "No matching distribution found for uv")]

    fills.install(LIST)

    assert names(runs) == ["pip", "pip"]


def test_where_uv_fails_pip_tries(fills, runs):
    runs.ends = [(0, ""), (2, GONE)]

    fills.install(LIST)

    assert names(runs) == ["pip", "uv", "pip"]


@pytest.mark.parametrize("ends", [[(1, GONE)], [(1, "[Errno 28] No space left on device")]])
def test_what_no_other_installer_could_do_better_is_said_at_once(fills, runs, ends):
    runs.ends = ends

    with pytest.raises(SetupError, match=r"no connection|no room"):
        fills.install(LIST)

    assert names(runs) == ["pip"]


@pytest.mark.parametrize(
    "said", ["No space left on device (os error 28)", "Permission denied", "Hash mismatch for `a`"]
)
def test_a_full_disk_a_refusal_and_a_wrong_package_are_not_tried_again_with_pip(fills, runs, said):
    runs.ends = [(0, ""), (2, said)]

    with pytest.raises(SetupError):
        fills.install(LIST)

    assert names(runs) == ["pip", "uv"]


def test_what_pip_cannot_is_said(fills, runs):
    runs.ends = [(1, ""), (1, "ERROR: something odd")]

    with pytest.raises(SetupError, match="something odd"):
        fills.install(LIST)


@pytest.mark.skipif(installer.os.name == "nt", reason="there children hold no lock of their parent")
def test_what_writes_holds_the_lock(tmp_path, runs):
    Installer(tmp_path, tmp_path / ".venv", tmp_path / "python", 7).install(LIST)

    assert [more["pass_fds"] for more in runs.more] == [(7,), (7,)]


def test_a_system_without_venv_is_told_what_to_install(fills, runs):
    runs.ends = [(1, "The virtual environment was not created successfully because ensurepip is not available.")]

    with pytest.raises(SetupError, match="python3-venv"):
        fills.make()


@pytest.mark.parametrize(
    ("version", "place", "usable"), [("", "", True), ("4", "", False), ("", "/elsewhere", False)], ids=str
)
def test_an_environment_of_another_python_or_place_is_not_used(fills, runs, version, place, usable):
    fills.folder.mkdir()
    (fills.folder / "pyvenv.cfg").write_text(f"command = python -m venv {place or fills.folder}", encoding="utf-8")
    runs.ends = [(0, f"{version or installer.sys.version}\n")]

    assert fills.usable() is usable
