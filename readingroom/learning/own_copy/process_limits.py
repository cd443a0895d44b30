"""Limits that a process gives itself, where the system has such."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from threading import Thread

MEMORY_CODE = 77
SECONDS_OF_WORK = 40  # the course ends the process long before; this is for one that outlives the course


def limit_process(memory: int, largest_file: int) -> None:
    """Limit the memory, in bytes, the size of files and the time of this process; on Windows nothing of it is there."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, largest_file),
        (resource.RLIMIT_CPU, SECONDS_OF_WORK),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS refuses some
            _, highest = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if highest == resource.RLIM_INFINITY else min(most, highest), highest))
    if sys.platform == "darwin":  # it takes a limit of memory and does not keep it
        Thread(target=_end_above, args=(memory,), daemon=True).start()


def _end_above(memory: int) -> None:
    import resource

    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < memory:  # in bytes there
        time.sleep(0.05)
    os._exit(MEMORY_CODE)
