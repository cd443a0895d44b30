"""The verb lock, which writes the lists of what is installed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .renewal import renew
from .root import ROOT
from .verb import Verb


def _lock(options: argparse.Namespace, rest: Sequence[str]) -> int:
    for path in renew(ROOT, options.upgrade):
        print(path.relative_to(ROOT))
    return 0


def _lock_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--upgrade", action="store_true", help="the newest versions that pyproject.toml allows")


VERBS = (Verb("lock", "list anew what is installed, each file by its sum", _lock, _lock_arguments),)
