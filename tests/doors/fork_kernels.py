"""Fork a kernel for each connection file named on standard input; print its process number.

What a lesson imports is imported before the first fork, so that a kernel starts in a tenth of a second.
"""

from __future__ import annotations

import os
import signal
import sys

import ipykernel.debugger  # noqa: F401 - as below
from ipykernel.kernelapp import IPKernelApp

import readingroom.parts.quiz.quiz  # noqa: F401 - every kernel would import it


def run_kernel(connection_file: str) -> None:
    """Be the kernel of a connection file until it is killed."""
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # the pipes are the parent's
        os.dup2(silent, stream)
    IPKernelApp.launch_instance(["-f", connection_file])


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a kernel ended
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            run_kernel(line.strip())
            os._exit(0)
        print(child, flush=True)
