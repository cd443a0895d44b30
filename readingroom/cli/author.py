"""Verbs for authors of a course: new, new-exercise, check, fingerprints, doors."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ..content.errors import CourseError
from . import launch_links
from .as_typed import as_typed
from .new_course import write_new_course
from .new_exercise import write_new_exercise
from .read import first_notebook
from .root import ROOT
from .verb import Verb


def _check(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.checks.course import faults
    from ..content.checks.coverage import coverage
    from ..content.checks.evidence import evidence
    from ..content.checks.file_order import in_file_order
    from ..content.library import Library
    from ..learning.guess_rates import guessing_faults, rates, table
    from ..learning.way_lengths import length_faults, lengths_table
    from ..site.accessibility import STATEMENT, statement_faults
    from ..site.page_faults import page_faults

    library = Library(_course())
    problems = in_file_order([*faults(library, also=(STATEMENT,)), *statement_faults(library)])
    guesses = rates(library) if not problems else []
    problems += guessing_faults(guesses)
    problems += length_faults(library) if not problems else []
    problems += page_faults(library) if not problems else []
    for problem in problems:
        print(problem)
    print("1 fault" if len(problems) == 1 else f"{len(problems)} faults")
    if guesses:
        print(f"\nWhat guessing without reading scores in the quizzes:\n{table(guesses)}")
    if lengths := "" if problems else lengths_table(library):
        print(f"\nMinutes for each lesson on each way:\n{lengths}")
    if options.coverage and not problems:
        print()
        print(coverage(library))
        print()
        print(evidence(library))
    return 1 if problems else 0


def _course() -> Path:
    """The folder of the course to check; where its article is the missing file, the folder with the rest of it."""
    from ..content.library import COURSE
    from ..content.paths import LANDMARK, course_root

    here = Path.cwd()
    with_course = (folder for folder in (here, *here.parents) if (folder / COURSE).exists())
    found = next(with_course, None)
    return found if found and not (found / LANDMARK).is_file() else course_root()


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--coverage", action="store_true", help="also print what each paragraph has, and what the course rests on"
    )


def _fingerprints(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.fingerprints import FILE, make, to_json
    from ..content.paths import course_root

    try:
        prints = make(options.file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise CourseError(f"{options.file} is not text in UTF-8") from None
    (course_root() / FILE).write_text(to_json(prints), encoding="utf-8")
    print(f"{FILE}: {len(prints)} paragraphs")
    return 0


def _fingerprints_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the text, in the form that content/fingerprints.py describes"
    )


def _new(options: argparse.Namespace, rest: Sequence[str]) -> int:
    write_new_course(ROOT, options.folder)
    print(
        f"A small course on another text is in {options.folder}; its README.md says how to make it yours.\n"
        f"To look at it: cd {as_typed(options.folder)}, then python3 -m readingroom open"
    )
    return 0


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or an empty folder")


def _new_exercise(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.paths import course_root

    root = course_root()
    for path in write_new_exercise(root, options.name):
        print(path.relative_to(root).as_posix())
    print(
        "One task of each kind stands in it, with comments that say how each is written. Change them, give\n"
        f"  python3 -m readingroom check\n  python3 -m readingroom export paper --exercise {options.name} --out .\n"
        f"  python3 -m readingroom assign {options.name} --out bundles"
    )
    return 0


def _new_exercise_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, as in 10-my-exercise")


def _links(options: argparse.Namespace, rest: Sequence[str]) -> int:
    readme = ROOT / "README.md"
    address, first = launch_links.repository(ROOT), first_notebook(ROOT)
    made = launch_links.with_links(readme.read_text(encoding="utf-8"), address, first)
    readme.write_text(made, encoding="utf-8")
    return 0


VERBS = (
    Verb("new", "write a small course of one's own, to go on from", _new, _new_arguments),
    Verb("new-exercise", "write an exercise with a task of each kind", _new_exercise, _new_exercise_arguments),
    Verb("check", "report every fault of the course's content", _check, _check_arguments),
    Verb("fingerprints", "make data/fingerprints.json from the text", _fingerprints, _fingerprints_arguments),
    Verb("doors", "make the README's links from the address in pyproject.toml", _links),
)
