"""Parses the command line and runs one verb; sets up the course's environment first where the verb needs it.

`open`, `test` and `lint` run on a bare Python; for the others the packages are installed when they are missing.
"""

from __future__ import annotations

import argparse
import difflib
import io
import os
import subprocess
import sys
from collections.abc import Collection, Sequence

from .. import __version__
from ..content.errors import CourseError
from . import author, develop, lock, read, surroundings, teach
from .environment import ready
from .file_trouble import trouble_with_files
from .root import ROOT
from .setup_trouble import SetupError
from .verb import Verb

GROUPS: dict[str, tuple[Verb, ...]] = {
    "to read": read.VERBS,
    "to teach": teach.VERBS,
    "to write a course": author.VERBS,
    "to work on the package": (*develop.VERBS, *lock.VERBS),
}
VERBS = {verb.name: verb for verbs in GROUPS.values() for verb in verbs}
PROGRAM = "python3 -m readingroom"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit status."""
    _print_every_letter()
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = command_parser()
    if words and words[0] not in VERBS and not words[0].startswith("-"):
        parser.error(_unknown_verb(words[0]))
    options, rest = parser.parse_known_args(words)
    verb = VERBS[options.verb]
    if rest and not verb.takes_rest:
        parser.error(f"{verb.name} does not know {' '.join(rest)}{_taken_by_others(rest)}")
    try:
        return _run(verb, options, rest, words)
    except (SetupError, CourseError) as error:
        print(f"Reading Room: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read what is printed, as `head` does, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor is the rest tried again at the end
        return 1
    except OSError as error:
        print(f"Reading Room: {trouble_with_files(error, verb.name, getattr(options, 'out', None))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


class _CommandParser(argparse.ArgumentParser):
    """The parser of the whole command line, whose help fits on a screen of 24 lines."""

    def format_help(self) -> str:
        width = max(map(len, VERBS))
        lines = [f"usage: {PROGRAM} VERB ...      (VERB --help: what a verb takes)"]
        for title, verbs in GROUPS.items():
            lines.append(f"{title}:")
            lines += [f"  {verb.name.ljust(width)}  {verb.help}" for verb in verbs]
        return "\n".join([*lines, "--help shows this, --version the version of the course", ""])


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _CommandParser(prog=PROGRAM, usage="%(prog)s VERB ...")
    parser.add_argument("--version", action="version", version=f"Reading Room {__version__}")
    verbs = parser.add_subparsers(
        dest="verb", required=True, metavar="VERB", prog=PROGRAM, parser_class=argparse.ArgumentParser
    )
    for verb in VERBS.values():
        description = f"{verb.help[0].upper()}{verb.help[1:]}."
        verb.add_arguments(verbs.add_parser(verb.name, description=description))
    return parser


def _print_every_letter() -> None:
    """Have letters that a console or a pipe of another encoding lacks, as Windows has them, printed as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _unknown_verb(word: str) -> str:
    near = difflib.get_close_matches(word, VERBS, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else "."
    return f"no verb {word!r}{hint} Verbs: {', '.join(VERBS)}"


def _taken_by_others(words: Sequence[str]) -> str:
    """Return which verbs take an option that was given to another."""
    options = [word.partition("=")[0] for word in words if word.startswith("--")]
    takers = [verb.name for verb in VERBS.values() if options and options[0] in _options_of(verb)]
    return f"; {options[0]} goes with {', '.join(takers)}" if takers else ""


def _options_of(verb: Verb) -> Collection[str]:
    parser = argparse.ArgumentParser(add_help=False)
    verb.add_arguments(parser)
    return {name for action in parser._actions for name in action.option_strings}


def _run(verb: Verb, options: argparse.Namespace, rest: Sequence[str], words: Sequence[str]) -> int:
    try:
        return verb.run(options, rest)
    except ImportError as missing:  # a bare or a foreign Python: run the verb inside the course's own environment
        if (missing.name or "").startswith("readingroom."):
            raise CourseError(f"this is a student's copy of the course; {verb.name} needs the whole one.") from None
        if os.environ.get("READINGROOM_INSIDE"):  # this is that environment, and should have everything
            raise
    python = ready(ROOT, verb.extra)
    inside = {**surroundings.for_course(os.environ), "READINGROOM_INSIDE": "1"}
    return subprocess.run([python, "-m", "readingroom", *words], env=inside).returncode
