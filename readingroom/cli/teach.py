"""Verbs for teachers: export, assign, mark, feedback, report, nbgrader."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..content.errors import CourseError
from .seed import add_seed_arguments, seed_of
from .verb import Verb

if TYPE_CHECKING:
    from ..content.library import Library


def _warn(line: str) -> None:
    print(line, file=sys.stderr)


def _export(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..teaching.export.export import export

    library = Library(course_root())
    if options.form == "scorm":
        print(*_export_scorm(library, options), sep="\n")
        return 0
    if options.lesson:
        raise CourseError(f"--lesson is for packages (export scorm); {options.form} holds quizzes or an exercise.")
    print(*export(library, options.form, options.out, options.quiz, options.exercise, options.key), sep="\n")
    return 0


def _export_scorm(library: Library, options: argparse.Namespace) -> list[str]:
    from .scorm import export_scorm

    if options.quiz or options.exercise or options.key:
        raise CourseError("a package holds a lesson: name it with --lesson, without --quiz, --exercise and --key.")
    return export_scorm(library, options.lesson, options.version, options.out)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", choices=["gift", "moodle", "qti", "paper", "scorm"], help="the format to write")
    parser.add_argument(
        "--out",
        "--output",
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
    parser.add_argument(
        "--lesson",
        action="append",
        default=[],
        metavar="NAME",
        help="scorm: this lesson, as in 01-opening; may be given more than once; all of them if you name none",
    )
    parser.add_argument("--version", choices=["1.2", "2004"], default="1.2", help="scorm: its version (1.2)")


def _assign(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.paths import course_root
    from ..teaching.assign.assign import assign

    root = course_root()
    print(
        *assign(root, options.exercise, options.out, options.roster, seed_of(options), options.unpacked, _warn),
        sep="\n",
    )
    return 0


def _assign_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", metavar="EXERCISE", help="its name, as in 01-trade-shares")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write the bundles into")
    parser.add_argument(
        "--roster",
        type=Path,
        metavar="FILE",
        help="a CSV file of your students, or the gradebook that Canvas or Moodle exports",
    )
    add_seed_arguments(parser, "what the variants are drawn from; keep it, marking needs it")
    parser.add_argument("--unpacked", action="store_true", help="folders instead of zip files")


def _mark(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.paths import course_root
    from ..teaching.mark.mark import mark
    from ..teaching.mark.run import MarkingOptions

    marking = MarkingOptions(
        options.roster,
        seed_of(options),
        options.due,
        options.hide_names,
        options.written,
        options.sheets,
        not options.no_solutions,
        options.complete,
        options.policy,
        options.markers,
    )
    if options.key is None:
        from ..teaching.mark.lessons.alone import mark_lessons

        print(*mark_lessons(course_root(), options.hand_ins, options.out, marking), sep="\n")
        return 0
    print(*mark(course_root(), options.hand_ins, options.key, options.out, marking, _warn), sep="\n")
    return 0


def _mark_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "hand_ins", type=Path, metavar="HAND-INS", help="the folder, or the zip that Canvas or Moodle gives"
    )
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="the key, exercises/key/NAME.toml; without it only lessons are marked"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write everything into")
    parser.add_argument(
        "--roster", type=Path, metavar="FILE", help="the list that was used when assigning, or a gradebook's export"
    )
    add_seed_arguments(parser, "the seed that was used when assigning")
    parser.add_argument(
        "--due",
        default="",
        metavar="TIME",
        help="as in 2026-12-01T23:59, your own time, or with a zone: 2026-12-01T23:59+01:00, …Z, "
        "'2026-12-01T23:59 Europe/Berlin'; a day alone lasts until its end",
    )
    parser.add_argument(
        "--policy",
        type=Path,
        metavar="FILE",
        help="the class's own rules (extra time, lateness, tasks that do not count, points by hand); without this, "
        "policy.toml beside the roster if there is one",
    )
    parser.add_argument(
        "--written",
        type=Path,
        metavar="DIR",
        help="where marked sheets of written tasks are besides DIR/written, as from a colleague",
    )
    parser.add_argument(
        "--sheets",
        choices=["csv", "xlsx", "notebook"],
        default="",
        help="lay written tasks out as CSV files (at first), as spreadsheets with levels to choose from, or as "
        "notebooks; as before unless you say so",
    )
    parser.add_argument(
        "--complete",
        default="",
        metavar="RULE",
        help="when a lesson is complete, in per cent, as in 'paragraphs 100, votes 100, items 60', which is the rule "
        "unless you or policy.toml say otherwise",
    )
    parser.add_argument(
        "--markers",
        default="",
        metavar="NAME,NAME",
        help="the same texts to two people: a folder of sheets for each, then how far they agree and a sheet on which "
        "you decide where they differ; as before unless you say so",
    )
    parser.add_argument("--hide-names", action="store_true", help="no names on the sheets of written tasks")
    parser.add_argument(
        "--no-solutions", action="store_true", help="feedback without right answers, reasons and model answers"
    )


def _policy(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..teaching.mark.policy.template import write_template

    print(write_template(options.out))
    return 0


def _policy_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("policy.toml"),
        metavar="FILE",
        help="the file to write, beside the class's list (policy.toml at first)",
    )


def _report(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.output_file import output_file
    from ..content.paths import course_root
    from ..teaching.report.report import report

    if options.lesson:
        from ..teaching.report.lesson.page import lesson_report

        page = lesson_report(course_root(), options.folder, options.lesson, options.names)
    else:
        page = report(course_root(), options.folder, options.exercise, options.names, options.records)
    with output_file(options.out) as fresh:
        fresh.write_text(page, encoding="utf-8", newline="\n")
    print(options.out)
    return 0


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder that mark wrote into")
    about = parser.add_mutually_exclusive_group(required=True)
    about.add_argument("--exercise", default="", metavar="NAME", help="the exercise that was marked")
    says = "a lesson that was handed in, as in 01-opening: the plan for the next hour, on one page to print"
    about.add_argument("--lesson", default="", metavar="NAME", help=says)
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.html", help="the page to write")
    parser.add_argument("--names", action="store_true", help="with the students' names")
    says = "a folder of records that students downloaded: adds how they voted on the claims and weighed them"
    parser.add_argument("--records", type=Path, metavar="FOLDER", help=says)


def _feedback(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..teaching.export.feedback_zip import feedback_zip

    print(*feedback_zip(options.folder, options.zip, options.out), sep="\n")
    return 0


def _feedback_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder that mark wrote into")
    parser.add_argument("--zip", required=True, choices=["canvas", "moodle"], help="whose upload it is for")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.zip", help="the zip file to write")


def _nbgrader(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..teaching.nbgrader import nbgrader_course

    print(*nbgrader_course(Library(course_root()), options.out, options.exercise), sep="\n")
    return 0


def _nbgrader_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", nargs="*", metavar="EXERCISE", help="these; all of them if you name none")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the course's folder")


VERBS = (
    Verb("assign", "make what students get of an exercise", _assign, _assign_arguments, extra="teach"),
    Verb("mark", "mark what came in: marks, feedback, gradebooks, sheets", _mark, _mark_arguments, extra="teach"),
    Verb("feedback", "zip the feedback pages for one upload to Canvas or Moodle", _feedback, _feedback_arguments),
    Verb("policy", "write the file of a class's own rules, to fill in", _policy, _policy_arguments),
    Verb("report", "make one page about a marked class", _report, _report_arguments),
    Verb("export", "write quizzes, exercises or lessons for other tools", _export, _export_arguments, extra="site"),
    Verb("nbgrader", "make an nbgrader course of the exercises", _nbgrader, _nbgrader_arguments, extra="teach"),
)
