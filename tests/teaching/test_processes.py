"""Marking shared between processes gives the same in the same order; a process that is ended costs nothing but time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is the work shared")
IN_ORDER = """
import os
from readingroom.teaching.mark.processes import in_order
parent = os.getpid()
def do(job):
    if job == 45 and os.getpid() != parent:
        os._exit(1)
    return job * job, os.getpid() != parent
found = list(in_order(do, range(95), 2))
assert [square for square, _ in found] == [job * job for job in range(95)]
assert any(elsewhere for _, elsewhere in found)
"""
MARKED = """
import sys
from pathlib import Path
from readingroom.teaching.mark import processes
from readingroom.teaching.mark.mark import MarkingOptions, mark
processes.LEAST, processes.BATCH = 1, 2
processes.os.sched_getaffinity = lambda of: range(int(sys.argv[1]))
tests, out = Path(sys.argv[2]), Path(sys.argv[3])
options = MarkingOptions(tests / "earlier/roster.csv", "an old secret", "2026-12-01T12:00Z")
key = tests / "tiny/exercises/key/01-count-and-read.toml"
print(*mark(tests / "tiny", tests / "earlier/handed-in", key, out, options)[1:])
"""


def python(program: str, *words: str) -> str:
    """Run a program by itself: what runs tests has threads of its own."""
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, cwd=TESTS.parent)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_results_come_in_order_also_when_a_process_is_ended():
    python(IN_ORDER)


@pytest.mark.slow
def test_two_processes_write_the_same_bytes_as_one(tmp_path):
    said = [python(MARKED, str(processes), str(TESTS), str(tmp_path / str(processes))) for processes in (1, 2)]
    files = [
        {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in (tmp_path / "1", tmp_path / "2")
    ]

    assert files[0] == files[1] and len(files[0]) > 8
    assert [line.replace("/1/", "/2/") for line in said[:1]] == said[1:]
