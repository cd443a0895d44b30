"""Verbs for whoever works on the package: its tests, its linters and types."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .environment import ready
from .root import ROOT, run_module
from .verb import Verb

# Two files at a time, in the order in which they stand: many tests wait for a server or a browser.
WHOLE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
NOTEBOOKS = ["--nbval-lax", "--nbval-current-env"]


def _test(chosen: argparse.Namespace, rest: Sequence[str]) -> int:
    python = ready(ROOT, "test")
    return run_module(python, "pytest", *(rest or [*WHOLE, *NOTEBOOKS, "tests", "notebooks", "exercises"]))


VERBS = (Verb("test", "run all tests; further words go to pytest", _test, takes_rest=True),)
