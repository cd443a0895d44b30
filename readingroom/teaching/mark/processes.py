"""Work on one thing after another, shared between processes where that helps; results come in the order of the jobs.

Processes are forked, so that what the work needs is not sent: on Linux alone, where forking is sound, and only from a
program without threads, which a fork would leave half behind.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import islice
from typing import Any

BATCH = 20  # jobs sent at once
LEAST = 200  # jobs below which a second process costs more than it saves
_GARBAGE = 100_000  # objects made before a process looks for garbage
MOST = 4  # processes; the one that reads and writes can feed no more

_do: Callable[[Any], Any]


def useful(jobs: int) -> int:
    """Return how many processes so many jobs are worth; 1 for this one alone."""
    if jobs < LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(MOST, len(os.sched_getaffinity(0))))


def in_order(do: Callable[[Any], Any], jobs: Iterable[Any], processes: int) -> Iterator[Any]:
    """Yield `do(job)` for each job in turn; few jobs at a time are taken from `jobs`."""
    if processes < 2:
        yield from map(do, jobs)
        return
    forks = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, forks, _keep, (do,)) as pool:
        waiting: deque[tuple[list[Any], Future[list[Any]]]] = deque()
        for batch in _batches(jobs):
            waiting.append((batch, pool.submit(_all, batch)))
            if len(waiting) > 2 * processes:
                yield from _results(do, *waiting.popleft())
        while waiting:
            yield from _results(do, *waiting.popleft())


def _batches(jobs: Iterable[Any]) -> Iterator[list[Any]]:
    jobs = iter(jobs)
    while batch := list(islice(jobs, BATCH)):
        yield batch


def _results(do: Callable[[Any], Any], batch: list[Any], results: Future[list[Any]]) -> list[Any]:
    try:
        return results.result()
    except BrokenExecutor:  # the system ended a process, as where memory is short
        return [do(job) for job in batch]


def _keep(do: Callable[[Any], Any]) -> None:
    global _do
    _do = do
    gc.freeze()  # what the fork was born with stays: to look through it again and again took a twentieth of the time
    gc.set_threshold(_GARBAGE)


def _all(batch: list[Any]) -> list[Any]:
    return [_do(job) for job in batch]
