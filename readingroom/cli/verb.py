"""A verb of the command line: its name and help, its arguments, and the function it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Verb:
    """One verb. `add_arguments` declares its arguments, `run` does the work and returns the exit status.

    `extra` is the optional dependency group that it needs besides the course's own packages;
    `takes_rest` passes words that the parser does not know on to the program that the verb starts.
    """

    name: str
    help: str
    run: Callable[[argparse.Namespace, Sequence[str]], int]
    add_arguments: Callable[[argparse.ArgumentParser], None] = lambda parser: None
    extra: str = ""
    takes_rest: bool = False
