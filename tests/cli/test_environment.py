"""The course's own environment: made once, made anew when what it should hold has changed, never left half made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from readingroom.cli import environment
from readingroom.cli.environment import SetupError, install_apart, ready


@pytest.fixture
def bare(tmp_path):
    """A course folder with nothing to install."""
    (tmp_path / "requirements.txt").write_text("")
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


@pytest.fixture
def steps(monkeypatch):
    """What set-up did, without the doing."""
    done = []

    def make(folder, python):
        done.append("make")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "_make", make)
    monkeypatch.setattr(environment, "_install", lambda root, python, extra: done.append(f"install {extra}".strip()))
    return done


def test_it_is_made_the_first_time_and_left_alone_the_second(bare, steps):
    ready(bare)
    ready(bare)

    assert steps == ["make", "install"]


def test_what_the_tests_need_is_added_to_it(bare, steps):
    ready(bare)
    ready(bare, "test")

    assert steps == ["make", "install", "make", "install test"]


def test_what_came_with_the_tests_is_not_installed_again_for_the_course(bare, steps):
    ready(bare, "test")
    ready(bare)

    assert steps == ["make", "install test"]


def test_what_the_linters_need_is_added_to_what_the_tests_need_and_neither_comes_again(bare, steps, capsys):
    ready(bare, "test")
    ready(bare, "lint")
    for extra in ("test", "lint", ""):
        ready(bare, extra)

    assert steps == ["make", "install test", "make", "install lint"]
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["Setting", "Adding"]


def test_a_changed_pin_installs_again(bare, steps):
    ready(bare)
    (bare / "requirements.txt").write_text("pandas==3.1.1")
    ready(bare)

    assert steps == ["make", "install", "make", "install"]


@pytest.mark.parametrize("change", ["pyproject", "python", "folder"])
def test_other_packages_another_python_and_another_folder_install_again(bare, steps, monkeypatch, change):
    ready(bare)
    if change == "pyproject":
        (bare / "pyproject.toml").write_text("[project]")
    elif change == "python":
        monkeypatch.setattr(environment.sys, "version", "4.0")
    else:
        bare = bare.rename(bare.with_name("moved"))
    ready(bare)

    assert steps == ["make", "install", "make", "install"]


def test_an_environment_that_works_is_not_made_again_and_one_that_does_not_is(bare, monkeypatch):
    made = []

    class Ended:
        returncode = 0

    monkeypatch.setattr(environment.subprocess, "run", lambda *_, **__: Ended)
    monkeypatch.setattr(environment.venv, "create", lambda folder, with_pip: made.append(folder))
    python = bare / "python"
    python.touch()

    environment._make(bare / ".venv", python)
    assert made == []
    Ended.returncode = 1
    environment._make(bare / ".venv", python)
    assert made == [bare / ".venv"]


def test_nothing_half_made_is_left_where_an_environment_could_not_be_made(bare, monkeypatch):
    def broken(folder, with_pip):
        (folder / "bin").mkdir(parents=True)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(environment.venv, "create", broken)
    with pytest.raises(SetupError, match="No space left"):
        environment._make(bare / ".venv", bare / ".venv/bin/python")

    assert not (bare / ".venv").exists()


@pytest.fixture
def installed(monkeypatch):
    """What was given to an installer; the status of each in `status`, uv's own first."""
    commands, status = [], [0, 0]

    class Ended:
        def __init__(self):
            self.returncode = status[len(commands) - 1]

    def start(command, **_):
        commands.append([str(word) for word in command])
        return Ended()

    monkeypatch.setattr(environment.subprocess, "run", start)
    return commands, status


def test_the_course_is_installed_with_its_pins_and_an_extra(bare, installed):
    commands, _ = installed

    environment._install(bare, Path("python"), "lint")

    assert commands[0][-1] == environment.UV
    assert commands[1][:3] == ["python", "-m", "uv"]
    assert commands[1][-4:] == ["-r", str(bare / "requirements.txt"), "-e", f"{bare}[data,lint]"]


def test_without_uv_pip_installs(bare, installed):
    commands, status = installed
    status[0] = 1

    environment._install(bare, Path("python"), "")

    assert commands[1][:4] == ["python", "-m", "pip", "install"]
    assert commands[1][-1] == f"{bare}[data]"


def test_packages_that_cannot_be_installed_are_said(bare, installed):
    installed[1][1] = 1

    with pytest.raises(SetupError, match="the packages could not be installed"):
        environment._install(bare, Path("python"), "")


def test_what_stands_apart_is_installed_once(bare, installed, monkeypatch):
    commands, _ = installed
    (bare / "pyproject.toml").write_text('[project.optional-dependencies]\nlive = ["a==1"]')
    monkeypatch.setattr(environment.sys, "prefix", str(bare))
    (bare / "live").mkdir()
    (bare / "live/old.py").touch()

    def remade(folder, **_):
        (folder / "old.py").unlink(missing_ok=True)

    monkeypatch.setattr(environment.shutil, "rmtree", remade)
    assert install_apart(bare, "live") == install_apart(bare, "live") == bare / "live"

    assert len(commands) == 2
    assert commands[1][-3:] == ["--target", str(bare / "live"), "a==1"]
    assert not (bare / "live/old.py").exists()


def test_a_set_up_that_was_cut_off_is_done_again(bare, steps, monkeypatch):
    def cut_off(root, python, extra):
        raise SetupError("no connection")

    monkeypatch.setattr(environment, "_install", cut_off)
    with pytest.raises(SetupError):
        ready(bare)
    monkeypatch.setattr(environment, "_install", lambda *_: steps.append("install"))
    ready(bare)

    assert steps == ["make", "make", "install"]


def test_no_news_pops_up_before_the_first_lesson(bare, steps):
    ready(bare)

    assert '"fetchNews": "false"' in (bare / ".venv/share/jupyter/lab/settings/overrides.json").read_text()


def test_a_system_without_venv_is_told_what_to_install(bare, monkeypatch):
    def broken(folder, with_pip):
        raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr(environment.venv, "create", broken)
    with pytest.raises(SetupError, match="python3-venv"):
        ready(bare)


def test_the_command_line_needs_nothing_but_python(root):
    code = "import sys, readingroom.cli.main; print(sorted({'msgspec', 'anywidget', 'mistune', 'IPython'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True).stdout.strip() == "[]"
