"""A kernel killed while answers are being written loses no answer that the page has called saved.

The kernels are forked from one process that has imported what a lesson imports: to start fifty anew took forty seconds.
"""

from __future__ import annotations

import os
import queue
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from readingroom.learning.record import Record

KILLS = 50
ANSWERING = """
from pathlib import Path
from readingroom.learning.record import Record
from readingroom.parts.quiz.quiz import Quiz
quiz = Quiz(Record(Path.cwd()), {}, ("answers",))
for number in range(100_000):
    quiz.outbox = [{"id": f"KERNEL-{number}", "at": f"2026-01-01T00:00:{number % 60:02}.000Z", "what": "answer",
                    "item": "x" * (number % 200), "response": "a", "fraction": 1}]
    print(*quiz.saved, flush=True)
"""


@pytest.fixture
def kernels(tmp_path):
    """The process that forks a kernel for each connection file written to it, and answers with the kernel's number."""
    command = [sys.executable, Path(__file__).with_name("fork_kernels.py")]
    with subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.stdin.close()


def saved_before_the_kill(kernels, connection: Path, wait: float) -> set[str]:
    """Start a kernel that answers without end and kill it after `wait` seconds of answering.

    Return the ids of the answers that the page had called saved.
    """
    write_connection_file(str(connection))
    print(connection, file=kernels.stdin, flush=True)
    kernel = int(kernels.stdout.readline())
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels()
    said = ""
    try:
        client.kernel_info(reply=True, timeout=60)
        client.execute(ANSWERING.replace("KERNEL", connection.stem))
        until = None
        while until is None or time.monotonic() < until:
            said += heard(client, 10)
            until = until or (time.monotonic() + wait if said else None)
        os.kill(kernel, signal.SIGKILL)  # no handler runs, no file is closed
        while more := heard(client, 0.05):
            said += more
    finally:
        client.stop_channels()
    return set(said.split("\n")[0:-1]) - {""}


def heard(client, seconds: float) -> str:
    """The next words the kernel printed, or nothing."""
    try:
        while True:
            message = client.get_iopub_msg(timeout=seconds)
            if message["msg_type"] == "stream":
                return message["content"]["text"]
            if message["msg_type"] == "error":
                raise AssertionError(message["content"]["evalue"])
    except queue.Empty:
        return ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_fifty_killed_kernels_lose_no_answer_that_was_shown_as_saved(kernels, tmp_path):
    chance = random.Random(3)
    saved = set()
    for number in range(KILLS):
        saved |= saved_before_the_kill(kernels, tmp_path / f"k{number}.json", chance.uniform(0, 0.15))

    record = Record(tmp_path)
    assert len(saved) > KILLS
    assert saved <= {entry["id"] for entry in record.entries}
    assert record.damaged == []
