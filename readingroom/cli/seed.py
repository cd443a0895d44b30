"""The secret seed of a class: from --seed, from a file, or from the environment."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ..content.errors import CourseError

VARIABLE = "READINGROOM_SEED"


def add_seed_arguments(parser: argparse.ArgumentParser, what: str) -> None:
    """Add --seed and --seed-file; `what` says what the seed is for."""
    parser.add_argument(
        "--seed",
        default="",
        metavar="SECRET",
        help=f"{what} (while the command runs, others on this computer may see what is typed here)",
    )
    parser.add_argument(
        "--seed-file",
        type=Path,
        metavar="FILE",
        help=f"a text file of one line that holds it; or put it into the environment variable {VARIABLE}",
    )


def seed_of(options: argparse.Namespace) -> str:
    """Return the seed that the options name, or "" where there is none.

    The environment variable counts where neither option is given and there is a roster: without one no seed is used.
    CourseError where both options are given, or the file holds no seed.
    """
    if options.seed and options.seed_file:
        raise CourseError("a seed is given twice, by --seed and by --seed-file; leave one of them out.")
    if options.seed_file:
        return _seed_in(options.seed_file)
    return options.seed or (os.environ.get(VARIABLE, "").strip() if options.roster else "")


def _seed_in(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise CourseError(f"{path}: the seed could not be read ({error.strerror or error}).") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path}: this is no text in UTF-8; save the seed as plain text.") from None
    seeds = [line.strip() for line in lines if line.strip()]
    if len(seeds) != 1:
        count = f"{len(seeds)} lines" if seeds else "nothing"
        raise CourseError(f"{path}: the file holds {count}; it must hold the seed in one line, and nothing else.")
    return seeds[0]
