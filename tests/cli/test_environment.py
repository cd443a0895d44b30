"""The course's own environment: made once, made anew when what it should hold has changed, never left half made."""

from __future__ import annotations

import subprocess
import sys

import pytest

from readingroom.cli import environment
from readingroom.cli.environment import SetupError, ready


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
