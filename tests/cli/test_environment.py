"""The course's own environment: made once, made anew when what it should hold has changed, never called ready half made."""

from __future__ import annotations

import subprocess
import sys

import pytest

from readingroom.cli import environment
from readingroom.cli.environment import SetupError, install_apart, ready

NO_CONNECTION = SetupError("no connection")


@pytest.fixture
def bare(tmp_path):
    """A course folder with nothing to install."""
    (tmp_path / "requirements.txt").write_text("")
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


class Installs:
    """An installer that does nothing: what it was asked for, and what goes wrong the next time."""

    def __init__(self):
        self.done, self.fails, self.is_usable, self.faults = [], [], True, []

    def __call__(self, root, folder, python, lock):
        self.root, self.folder, self.python = root, folder, python
        return self

    def usable(self):
        return self.is_usable

    def make(self):
        self.done.append("make")
        self.python.parent.mkdir(parents=True)
        self.python.touch()

    def install(self, *lists, into=None):
        self.done.append(f"install {' '.join(path.stem for path in lists)}")
        if self.fails:
            raise self.fails.pop(0)
        (self.folder / "package").touch()

    def install_course(self):
        assert self.done[-1].startswith("install ")

    def faults_in(self, python, words):
        return self.faults.pop(0) if self.faults else ""


@pytest.fixture
def steps(monkeypatch):
    """What set-up does, without the doing."""
    installs = Installs()
    monkeypatch.setattr(environment, "Installer", installs)
    monkeypatch.setattr(environment, "_faults", installs.faults_in)
    return installs


COURSE, TEST, LINT = "install requirements", "install requirements test", "install requirements lint"


def test_it_is_made_the_first_time_and_left_alone_the_second(bare, steps):
    ready(bare)
    ready(bare)

    assert steps.done == ["make", COURSE]


def test_what_the_tests_need_is_added_to_it(bare, steps):
    ready(bare)
    ready(bare, "test")

    assert steps.done == ["make", COURSE, TEST]


def test_what_came_with_the_tests_is_not_installed_again_for_the_course(bare, steps):
    ready(bare, "test")
    ready(bare)

    assert steps.done == ["make", TEST]


def test_what_the_linters_need_is_added_to_what_the_tests_need_and_neither_comes_again(bare, steps, capsys):
    ready(bare, "test")
    ready(bare, "lint")
    for extra in ("test", "lint", ""):
        ready(bare, extra)

    assert steps.done == ["make", TEST, LINT]
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["Setting", "Adding"]


def test_a_changed_list_of_an_extra_installs_that_extra_again_and_not_the_course(bare, steps):
    ready(bare, "test")
    (bare / "readingroom/cli/locks").mkdir(parents=True)
    (bare / "readingroom/cli/locks/test.txt").write_text("a==1")
    ready(bare)
    ready(bare, "test")

    assert steps.done == ["make", TEST, TEST]


@pytest.mark.parametrize("file", ["requirements.txt", "pyproject.toml"])
def test_a_changed_pin_installs_into_what_is_there(bare, steps, file):
    ready(bare)
    (bare / file).write_text("# other")
    ready(bare)

    assert steps.done == ["make", COURSE, COURSE]


def test_another_python_or_another_folder_makes_it_anew(bare, steps):
    ready(bare)
    steps.is_usable = False
    ready(bare.rename(bare.with_name("moved")))

    assert steps.done == ["make", COURSE, "make", COURSE]


@pytest.mark.parametrize("extra", ["", "test"])
def test_after_a_set_up_that_was_killed_the_same_command_starts_afresh(bare, steps, capsys, extra):
    steps.fails = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        ready(bare, extra)
    (bare / ".venv/half").mkdir()
    ready(bare, extra)

    assert steps.done == ["make", TEST if extra else COURSE] * 2
    assert not (bare / ".venv/half").exists()
    assert "was cut off; this one starts afresh" in capsys.readouterr().out


def test_what_was_cut_off_while_an_extra_came_is_not_called_ready_for_the_course(bare, steps):
    ready(bare)
    steps.fails = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        ready(bare, "test")
    ready(bare)

    assert steps.done == ["make", COURSE, TEST, "make", COURSE]


def test_what_an_earlier_version_left_without_a_mark_is_made_anew(bare, steps):
    (bare / ".venv/lib").mkdir(parents=True)
    ready(bare)

    assert steps.done == ["make", COURSE]
    assert not (bare / ".venv/lib").exists()


def test_without_a_connection_the_course_still_opens_when_an_extra_cannot_come(bare, steps):
    ready(bare)
    steps.fails = [NO_CONNECTION]
    with pytest.raises(SetupError):
        ready(bare, "test")
    ready(bare)

    assert steps.done == ["make", COURSE, TEST]


def test_a_course_that_a_failed_addition_broke_is_made_anew(bare, steps):
    ready(bare)
    steps.fails, steps.faults = [NO_CONNECTION], ["numpy is missing"]
    with pytest.raises(SetupError):
        ready(bare, "test")
    ready(bare)

    assert steps.done == ["make", COURSE, TEST, "make", COURSE]


def test_a_failed_set_up_gives_the_room_back(bare, steps):
    steps.fails = [SetupError("no room")]
    with pytest.raises(SetupError):
        ready(bare)

    assert sorted(path.name for path in (bare / ".venv").iterdir()) == ["readingroom.begun", "readingroom.lock"]


def test_what_does_not_import_is_not_called_ready(bare, steps, capsys):
    steps.faults = ["numpy: import numpy fails"]
    with pytest.raises(SetupError, match="it starts afresh"):
        ready(bare)
    ready(bare)

    assert steps.done == ["make", COURSE, "make", COURSE]
    assert "import numpy fails" in capsys.readouterr().err


def test_a_broken_environment_is_made_anew_when_something_is_added(bare, steps):
    ready(bare)
    steps.faults = ["numpy is missing"]
    ready(bare, "test")

    assert steps.done == ["make", COURSE, TEST, "make", TEST]


def test_what_another_set_up_made_meanwhile_is_not_made_again(bare, steps, monkeypatch):
    real = environment.alone

    def after_the_other(folder, wait):
        monkeypatch.setattr(environment, "alone", real)
        ready(bare)
        return real(folder, wait)

    monkeypatch.setattr(environment, "alone", after_the_other)
    ready(bare)

    assert steps.done == ["make", COURSE]


def test_a_disk_without_room_for_the_first_mark_is_said(bare, steps, monkeypatch):
    def full(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(environment.Marks, "begin", full)
    with pytest.raises(SetupError, match="no room"):
        ready(bare)


def test_what_stands_apart_is_installed_once_and_anew_if_it_was_cut_off(bare, steps, monkeypatch):
    (bare / "pyproject.toml").write_text('[project.optional-dependencies]\nlive = ["a==1"]')
    monkeypatch.setattr(environment.sys, "prefix", str(bare))
    (bare / "live").mkdir()
    (bare / "live/old.py").touch()

    assert install_apart(bare, "live") == install_apart(bare, "live") == bare / "live"
    assert steps.done == ["install live"]
    assert not (bare / "live/old.py").exists()


def test_what_stands_apart_and_does_not_work_is_not_called_ready(bare, steps, monkeypatch):
    (bare / "pyproject.toml").write_text('[project.optional-dependencies]\nlive = ["a==1"]')
    monkeypatch.setattr(environment.sys, "prefix", str(bare))
    steps.faults = ["a is missing"]
    with pytest.raises(SetupError, match="a is missing"):
        install_apart(bare, "live")
    install_apart(bare, "live")

    assert steps.done == ["install live"] * 2


def test_no_news_pops_up_before_the_first_lesson(bare, steps):
    ready(bare)

    assert '"fetchNews": "false"' in (bare / ".venv/share/jupyter/lab/settings/overrides.json").read_text()


def test_the_command_line_needs_nothing_but_python(root):
    needed = "{'msgspec', 'anywidget', 'mistune', 'IPython', 'packaging', 'pip'}"
    code = f"import sys, readingroom.cli.main; print(sorted({needed} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True).stdout.strip() == "[]"
