"""Two at once: the second waits; a process that is killed leaves no lock."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading

import pytest

from readingroom.cli import one_at_a_time
from readingroom.cli.one_at_a_time import alone

HOLDS = "import sys, pathlib\nfrom readingroom.cli.one_at_a_time import alone\n"
HOLDS += "with alone(pathlib.Path(sys.argv[1]), lambda: None): print('held', flush=True); sys.stdin.read()"


def nobody():
    raise AssertionError("nobody holds it")


@pytest.fixture
def other(tmp_path, root):
    """Another process, which holds the lock."""
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_nobody_waits_for_nobody(tmp_path):
    for _ in range(2):
        with alone(tmp_path / "new", nobody):
            pass


def test_the_second_waits_says_so_once_and_goes_on_when_the_first_was_killed(tmp_path, other, monkeypatch):
    monkeypatch.setattr(one_at_a_time, "_PAUSE", 0.02)
    told = []

    def wait():
        told.append("waits")
        threading.Timer(0.1, other.kill).start()

    with alone(tmp_path, wait):
        assert other.wait(10) != 0

    assert told == ["waits"]


def test_a_folder_that_was_deleted_meanwhile_is_locked_anew(tmp_path, other, monkeypatch):
    monkeypatch.setattr(one_at_a_time, "_PAUSE", 0.02)

    with alone(tmp_path, lambda: shutil.rmtree(tmp_path)):
        assert (tmp_path / one_at_a_time.FILE).exists()


def test_where_a_file_system_has_no_locks_set_up_goes_on_without(tmp_path, monkeypatch):
    def none(file):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(one_at_a_time, "_take", none)
    with alone(tmp_path, nobody) as lock:
        assert lock is None
