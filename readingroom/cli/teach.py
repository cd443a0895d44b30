"""Verbs for teachers: export, assign, mark, report, nbgrader."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .verb import Verb


def _warn(line: str) -> None:
    print(line, file=sys.stderr)


def _export(chosen: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..teaching.export.export import export

    library = Library(course_root())
    print(*export(library, chosen.form, chosen.out, chosen.quiz, chosen.exercise, chosen.key), sep="\n")
    return 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", choices=["gift", "moodle", "qti", "paper"])
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE_OR_DIR",
        help="the file to write, or the folder to write it into",
    )
    parser.add_argument(
        "--quiz", action="append", default=[], metavar="NAME", help="only this quiz; may be given more than once"
    )
    parser.add_argument("--exercise", default="", metavar="NAME", help="this exercise instead of the quizzes")
    parser.add_argument("--key", action="store_true", help="with the answers, on paper")


def _assign(chosen: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.paths import course_root
    from ..teaching.assign.assign import assign

    root = course_root()
    print(
        *assign(root, chosen.exercise, chosen.out, chosen.roster, chosen.seed, chosen.unpacked, _warn),
        sep="\n",
    )
    return 0


def _assign_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", metavar="EXERCISE")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write the bundles into")
    parser.add_argument(
        "--roster",
        type=Path,
        metavar="FILE",
        help="a CSV file of your students, or the gradebook that Canvas or Moodle exports",
    )
    parser.add_argument(
        "--seed", default="", metavar="SECRET", help="what the variants are drawn from; keep it, marking needs it"
    )
    parser.add_argument("--unpacked", action="store_true", help="folders instead of zip files")


def _mark(chosen: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.paths import course_root
    from ..teaching.mark.mark import mark
    from ..teaching.mark.run import MarkingOptions

    options = MarkingOptions(
        chosen.roster,
        chosen.seed,
        chosen.due,
        chosen.hide_names,
        chosen.written,
        chosen.sheets,
        not chosen.no_solutions,
    )
    print(*mark(course_root(), chosen.hand_ins, chosen.key, chosen.out, options, _warn), sep="\n")
    return 0


def _mark_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "hand_ins", type=Path, metavar="HAND-INS", help="the folder, or the zip that Canvas or Moodle gives"
    )
    parser.add_argument("--key", required=True, type=Path, metavar="FILE", help="exercises/key/NAME.toml")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")
    parser.add_argument(
        "--roster", type=Path, metavar="FILE", help="the list that was used when assigning, or a gradebook's export"
    )
    parser.add_argument("--seed", default="", metavar="SECRET", help="the seed that was used when assigning")
    parser.add_argument(
        "--due",
        default="",
        metavar="TIME",
        help="as in 2026-12-01T12:00 (UTC unless it says otherwise, as in …+01:00)",
    )
    parser.add_argument(
        "--written",
        type=Path,
        metavar="DIR",
        help="where marked sheets of written tasks are besides DIR/written, as from a colleague",
    )
    parser.add_argument(
        "--sheets",
        choices=["csv", "notebook"],
        default="",
        help="lay written tasks out as CSV files (at first) or as notebooks; as before unless you say so",
    )
    parser.add_argument("--hide-names", action="store_true", help="no names on the sheets of written tasks")
    parser.add_argument(
        "--no-solutions", action="store_true", help="feedback without right answers, reasons and model answers"
    )


def _report(chosen: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.paths import course_root
    from ..teaching.report.report import report

    page = report(course_root(), chosen.folder, chosen.exercise, chosen.names)
    chosen.out.write_text(page, encoding="utf-8", newline="\n")
    print(chosen.out)
    return 0


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder that mark wrote into")
    parser.add_argument("--exercise", required=True, metavar="NAME")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.html")
    parser.add_argument("--names", action="store_true", help="with the students' names")


def _nbgrader(chosen: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..teaching.nbgrader import nbgrader_course

    print(*nbgrader_course(Library(course_root()), chosen.out, chosen.exercise), sep="\n")
    return 0


def _nbgrader_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", nargs="*", metavar="EXERCISE", help="these; all of them if you name none")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the course's folder")


VERBS = (
    Verb("assign", "make what students get of an exercise", _assign, _assign_arguments, extra="teach"),
    Verb("mark", "mark what came in: marks, feedback, gradebooks, sheets", _mark, _mark_arguments, extra="teach"),
    Verb("report", "make one page about a marked class", _report, _report_arguments),
    Verb("export", "write the bank, a quiz or an exercise for other tools", _export, _export_arguments),
    Verb("nbgrader", "make an nbgrader course of the exercises", _nbgrader, _nbgrader_arguments, extra="teach"),
)
