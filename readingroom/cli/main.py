"""Parse the command line and run one verb; set up the course's environment first where the verb needs it.

`open`, `test` and `lint` run on a bare Python; for the others the packages are installed when they are missing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

from .. import __version__
from ..content.errors import CourseError
from . import author, develop, read, teach
from .environment import SetupError, ready
from .root import ROOT
from .verb import Verb

GROUPS: dict[str, tuple[Verb, ...]] = {
    "to read": read.VERBS,
    "to teach": teach.VERBS,
    "to write a course": author.VERBS,
    "to work on the package": develop.VERBS,
}
VERBS = {verb.name: verb for verbs in GROUPS.values() for verb in verbs}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = command_parser()
    chosen, rest = parser.parse_known_args(words)
    verb = VERBS[chosen.verb]
    if rest and not verb.takes_rest:
        parser.error(f"{verb.name} does not know {' '.join(rest)}")
    try:
        return _run(verb, chosen, rest, words)
    except (SetupError, CourseError) as error:
        print(f"Reading Room: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Reading Room: {error.filename or verb.name}: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="python3 -m readingroom",
        description="Reading Room, a course in close reading. VERB --help says what a verb takes.",
        usage="%(prog)s VERB ...",
        epilog=_summary(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Reading Room {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", help=argparse.SUPPRESS)
    for verb in VERBS.values():
        verb.add(verbs.add_parser(verb.name, description=verb.help))
    return parser


def _summary() -> str:
    """The verbs by group, a line each."""
    width = max(len(name) for name in VERBS)
    groups = (
        f"{title}:\n" + "\n".join(f"  {verb.name.ljust(width)}  {verb.help}" for verb in verbs)
        for title, verbs in GROUPS.items()
    )
    return "\n\n".join(groups)


def _run(verb: Verb, chosen: argparse.Namespace, rest: Sequence[str], words: Sequence[str]) -> int:
    try:
        return verb.run(chosen, rest)
    except ModuleNotFoundError as missing:  # a bare Python: do it inside the course's own environment
        if (missing.name or "").startswith("readingroom."):
            raise CourseError(f"this is a student's copy of the course; {verb.name} needs the whole one.") from None
        if os.environ.get("READINGROOM_INSIDE"):  # it is that environment, and should have everything
            raise
    python = ready(ROOT, verb.extra)
    inside = {**os.environ, "READINGROOM_INSIDE": "1"}
    return subprocess.run([python, "-m", "readingroom", *words], env=inside).returncode
