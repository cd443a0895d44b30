"""A kernel killed while answers are being written loses no answer that the page has called saved."""

from __future__ import annotations

import queue
import random
import sys
import time

import pytest
from jupyter_client.manager import start_new_kernel

from readingroom.learning.record import Record

KILLS = 50
ANSWERING = """
from pathlib import Path
from readingroom.learning.record import Record
from readingroom.parts.quiz.quiz import Quiz
quiz = Quiz(Record(Path.cwd()), {}, ("answers",))
for number in range(100_000):
    quiz.outbox = [{"id": f"KERNEL-{number}", "at": f"2026-01-01T00:00:{number % 60:02}.000Z", "what": "answer", "item": "x" * (number % 200),
                    "response": "a", "fraction": 1}]
    print(*quiz.saved, flush=True)
"""


def saved_before_the_kill(folder, kernel: str, wait: float) -> set[str]:
    """Start a kernel that answers without end, kill it after `wait` seconds of answering, return what the page had called saved."""
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(folder))
    said = ""
    try:
        client.execute(ANSWERING.replace("KERNEL", kernel))
        until = None
        while until is None or time.monotonic() < until:
            said += heard(client, 10)
            until = until or (time.monotonic() + wait if said else None)
        manager.shutdown_kernel(now=True)  # SIGKILL: no handler runs, no file is closed
        while more := heard(client, 0.05):
            said += more
    finally:
        client.stop_channels()
        if manager.has_kernel:
            manager.shutdown_kernel(now=True)
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
def test_fifty_killed_kernels_lose_no_answer_that_was_shown_as_saved(tmp_path):
    chance = random.Random(3)
    saved = set()
    for number in range(KILLS):
        saved |= saved_before_the_kill(tmp_path, f"k{number}", chance.uniform(0, 0.15))

    record = Record(tmp_path)
    assert len(saved) > KILLS
    assert saved <= {entry["id"] for entry in record.entries}
    assert record.damaged == []
