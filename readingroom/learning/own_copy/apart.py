"""Reads a copy in a process of its own, which is ended at a limit; where there is no process, with smaller limits."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from ...content.fingerprints import Fingerprint
from . import limits
from .alignment import Alignment
from .child import MEMORY_TROUBLE, answers
from .errors import CopyError
from .messages import MOST_ANSWER, Request, read_answers, write_request
from .process_limits import MEMORY_CODE

# Modules are found where this process finds them: in a zip file, too, or in a folder with a colon in its name.
_START = f"import sys; sys.path[:] = sys.argv[1:]; from {__package__}.child import main; main()"
_NO_PROCESSES = ("emscripten", "wasi")


def aligned(prints: list[Fingerprint], name: str, data: bytes) -> Alignment:
    """Return what a file holds of the paragraphs; CopyError says why it cannot be read, or at which limit it ended."""
    request = Request(name, prints, limits.MEMORY, data)
    if sys.platform in _NO_PROCESSES or not sys.executable:
        limits.check_bytes(name, len(data), limits.MOST_BYTES_HERE)
        return _result(request, b"".join(answers(request, lambda: data)), limits.broken(name, "no answer"))
    written, trouble = _written(request)
    return _result(request, written, trouble)


def _written(request: Request) -> tuple[bytes, CopyError]:
    """What the process wrote, and the error that it is if that holds no answer."""
    try:
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answered:
            write_request(asked, request)
            asked.seek(0)
            try:
                done = subprocess.run(
                    [sys.executable, "-P", "-c", _START, *map(os.path.abspath, sys.path)],
                    stdin=asked,
                    stdout=answered,
                    stderr=subprocess.DEVNULL,
                    timeout=limits.SECONDS,
                    check=False,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
                trouble = _broken(request, done.returncode)
            except subprocess.TimeoutExpired:
                trouble = limits.too_slow(request.name, limits.SECONDS)
            answered.seek(0)
            return answered.read(MOST_ANSWER + 1), trouble
    except OSError as error:
        raise limits.not_started(error.strerror or str(error)) from None


def _broken(request: Request, code: int) -> CopyError:
    return (
        limits.too_much_memory(request.name, request.memory)
        if code == MEMORY_CODE
        else limits.broken(request.name, f"code {code}")
    )


def _result(request: Request, written: bytes, broken: CopyError) -> Alignment:
    """The best reading, if it is one of the article; else what kept the file from being read to its end."""
    alignment, trouble = read_answers(request.prints, written)
    if alignment and (alignment.is_recognised or not trouble):
        return alignment
    if trouble == MEMORY_TROUBLE:
        raise limits.too_much_memory(request.name, request.memory)
    raise CopyError(trouble) if trouble else broken
