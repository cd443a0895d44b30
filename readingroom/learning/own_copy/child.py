"""The program that reads one copy in a process of its own, so that no file can stop or fill the course.

It takes a request from its standard input, gives itself limits, and writes a line for each reading that finds more.
`apart.py` starts it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from .best_reading import better_and_better
from .errors import CopyError
from .limits import broken
from .messages import MOST_ANSWER, Request, answer_of, read_heading, trouble_of
from .process_limits import limit_process

MEMORY_TROUBLE = "memory"


def answers(request: Request, read: Callable[[], bytes]) -> Iterator[bytes]:
    """Yield a line for each reading of the file that `read` returns, and one for what keeps it from being read."""
    try:
        for alignment in better_and_better(request.prints, request.name, read()):
            yield answer_of(alignment)
    except CopyError as error:
        yield trouble_of(str(error))
    except MemoryError:
        yield trouble_of(MEMORY_TROUBLE)
    except Exception as error:  # whatever a file does, the learner gets a sentence
        yield trouble_of(str(broken(request.name, type(error).__name__)))


def main() -> None:
    """Read what standard input holds."""
    heading = read_heading(sys.stdin.buffer)
    limit_process(heading.memory, MOST_ANSWER)
    for line in answers(heading, sys.stdin.buffer.read):
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
