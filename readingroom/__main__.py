"""The command line: python3 -m readingroom VERB.

`open`, `test` and `doors` run on a bare Python; the verbs that need the course's environment set it up first.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from .content.faults import CourseError
from .doors import LITE, binder, lite, pyodide, repository, with_doors
from .environment import SetupTrouble, beside, ready

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return its exit status."""
    parser = argparse.ArgumentParser(prog="python3 -m readingroom", description="Reading Room, a course in close reading.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("open", help="set up what is missing and open the course in JupyterLab")
    verbs.add_parser("test", help="set up what is missing and run all tests; further words go to pytest")
    verbs.add_parser("check", help="report every fault of the course's content, with file, record and field") \
        .add_argument("--coverage", action="store_true", help="also print what each paragraph has")
    verbs.add_parser("anki", help="write the quiz items, terms and dates as a deck for Anki") \
        .add_argument("--out", required=True, type=Path, metavar="FILE", help="the .apkg file to write")
    exports = verbs.add_parser("export", help="write the bank, a quiz or an exercise for Moodle (gift, moodle), Canvas (qti) or paper")
    exports.add_argument("form", choices=["gift", "moodle", "qti", "paper"])
    exports.add_argument("--out", required=True, type=Path, metavar="FILE_OR_DIR", help="the file to write, or the folder to write it into")
    exports.add_argument("--quiz", action="append", default=[], metavar="NAME", help="only this quiz; may be given more than once")
    exports.add_argument("--exercise", default="", metavar="NAME", help="this exercise instead of the quizzes")
    exports.add_argument("--key", action="store_true", help="with the answers, on paper")
    assigns = verbs.add_parser("assign", help="make what students get of an exercise: one bundle, or with a roster a variant for each")
    assigns.add_argument("exercise", metavar="EXERCISE")
    assigns.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write the bundles into")
    assigns.add_argument("--roster", type=Path, metavar="FILE", help="a CSV file of your students, or the gradebook that Canvas or Moodle exports")
    assigns.add_argument("--seed", default="", metavar="SECRET", help="what the variants are drawn from; keep it, marking needs it")
    assigns.add_argument("--unpacked", action="store_true", help="folders instead of zip files")
    marks = verbs.add_parser("mark", help="mark what came in: marks, feedback pages, gradebooks, written tasks laid out for you")
    marks.add_argument("hand_ins", type=Path, metavar="HAND-INS", help="the folder, or the zip that Canvas or Moodle gives")
    marks.add_argument("--key", required=True, type=Path, metavar="FILE", help="exercises/key/NAME.toml")
    marks.add_argument("--out", required=True, type=Path, metavar="DIR")
    marks.add_argument("--roster", type=Path, metavar="FILE", help="the list that was used when assigning, or a gradebook's export")
    marks.add_argument("--seed", default="", metavar="SECRET", help="the seed that was used when assigning")
    marks.add_argument("--due", default="", metavar="TIME", help="as in 2026-12-01T12:00 (UTC unless it says otherwise, as in …+01:00)")
    marks.add_argument("--written", type=Path, metavar="DIR", help="where marked sheets of written tasks are besides DIR/written, as from a colleague")
    marks.add_argument("--sheets", choices=["csv", "notebook"], default="", help="lay written tasks out as CSV files (at first) or as notebooks; as before unless you say so")
    marks.add_argument("--hide-names", action="store_true", help="no names on the sheets of written tasks")
    marks.add_argument("--no-solutions", action="store_true", help="feedback without right answers, reasons and model answers")
    reports = verbs.add_parser("report", help="make one page about a marked class: tasks, options chosen, what puzzled, certainty")
    reports.add_argument("folder", type=Path, metavar="DIR", help="the folder that mark wrote into")
    reports.add_argument("--exercise", required=True, metavar="NAME")
    reports.add_argument("--out", required=True, type=Path, metavar="FILE.html")
    reports.add_argument("--names", action="store_true", help="with the students' names")
    nbgrader = verbs.add_parser("nbgrader", help="make an nbgrader course of the exercises")
    nbgrader.add_argument("exercise", nargs="*", metavar="EXERCISE", help="these; all of them if you name none")
    nbgrader.add_argument("--out", required=True, type=Path, metavar="DIR", help="the course's folder")
    verbs.add_parser("copy", help="take your own copy of the article (PDF, web page, text) for the reader to show") \
        .add_argument("file", type=Path)
    verbs.add_parser("fingerprints", help="make data/fingerprints.json from the article's text; content/fingerprints.py says in which form") \
        .add_argument("file", type=Path)
    sites = verbs.add_parser("site", help="write every lesson as a plain page that answers with no server and no kernel")
    sites.add_argument("--out", required=True, type=Path, metavar="DIR", help="an empty or a new folder, or an older site")
    sites.add_argument("--live", action="store_true", help="also the lessons with their code, run by JupyterLite in the reader's browser")
    sites.add_argument("--pandas", type=Path, metavar="DIR", help="with --live: take pandas from Pyodide's distribution, unpacked in this folder; the first lesson then starts later")
    serves = verbs.add_parser("serve", help="show a site in the browsers of this machine, packed as web hosts send it")
    serves.add_argument("folder", type=Path, metavar="DIR")
    serves.add_argument("--port", type=int, default=8000)
    verbs.add_parser("doors", help="make the README's badges from the address in pyproject.toml")
    chosen, rest = parser.parse_known_args(arguments)
    if rest and chosen.verb not in ("open", "test"):
        parser.error(f"{chosen.verb} does not know {' '.join(rest)}")
    if sys.version_info < (3, 11):
        print(f"Reading Room needs Python 3.11 or later; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    try:
        return _do(chosen, rest, sys.argv[1:] if arguments is None else arguments)
    except (SetupTrouble, CourseError) as trouble:
        print(f"Reading Room: {trouble}", file=sys.stderr)
        return 1
    except OSError as trouble:
        print(f"Reading Room: {trouble.filename or chosen.verb}: {trouble.strerror or trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _do(chosen: argparse.Namespace, rest: list[str], words: list[str]) -> int:
    try:
        return VERBS[chosen.verb](chosen, rest)
    except ModuleNotFoundError as missing:  # a bare Python: do it inside the course's own environment
        if (missing.name or "").startswith("readingroom."):
            raise CourseError(f"this is a student's copy of the course; {chosen.verb} needs the whole one.") from None
        if os.environ.get("READINGROOM_INSIDE"):  # it is that environment, and should have everything
            raise
    python = ready(ROOT, EXTRAS.get(chosen.verb, ""))
    return subprocess.run([python, "-m", "readingroom", *words], env={**os.environ, "READINGROOM_INSIDE": "1"}).returncode


def _open(chosen: argparse.Namespace, rest: list[str]) -> int:
    python = ready(ROOT)
    # The superuser of a container is refused without the flag; the server listens to this machine only.
    root_user = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return _run(python, "jupyterlab", f"--ServerApp.root_dir={ROOT}", f"--LabApp.default_url=/lab/tree/{_first_notebook()}", *root_user, *rest)


def _first_notebook() -> str:
    """The first lesson; in a student's bundle of one exercise, its notebook."""
    bundled = sorted(path.name for path in ROOT.glob("*.ipynb"))
    return bundled[0] if bundled else "notebooks/00-start-here.ipynb"


def _test(chosen: argparse.Namespace, rest: list[str]) -> int:
    # Two files at a time, in the order in which they stand, the slow ones early: many tests wait for a server or a browser. What stands in one file stays together.
    at_once = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return _run(ready(ROOT, "test"), "pytest", *(rest or [*at_once, "--nbval-lax", "--nbval-current-env", "tests", "notebooks", "exercises"]))


def _run(python: Path, module: str, *words: str) -> int:
    return subprocess.run([python, "-m", module, *words], cwd=ROOT).returncode


def _check(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.checking import coverage, faults
    from .content.library import Library
    from .content.places import course_root
    from .learning.guessing import guessing_faults, rates, table
    library = Library(course_root())
    found = faults(library)
    guesses = rates(library) if not found else []
    found += guessing_faults(guesses)
    for fault in found:
        print(fault)
    print(f"{len(found)} faults" if len(found) != 1 else "1 fault")
    if guesses:
        print(f"\nWhat guessing without reading scores in the quizzes:\n{table(guesses)}")
    if chosen.coverage and not found:
        print()
        print(coverage(library))
    return 1 if found else 0


def _anki(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.library import Library
    from .content.places import course_root
    from .teaching.anki import write_deck
    print(write_deck(Library(course_root()), chosen.out))
    return 0


def _export(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.library import Library
    from .content.places import course_root
    from .teaching.exports import export
    print(*export(Library(course_root()), chosen.form, chosen.out, chosen.quiz, chosen.exercise, chosen.key), sep="\n")
    return 0


def _assign(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.places import course_root
    from .teaching.assigning import assign
    print(*assign(course_root(), chosen.exercise, chosen.out, chosen.roster, chosen.seed, chosen.unpacked,
                  lambda line: print(line, file=sys.stderr)), sep="\n")
    return 0


def _mark(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.places import course_root
    from .teaching.marking import Orders, mark
    orders = Orders(chosen.roster, chosen.seed, chosen.due, chosen.hide_names, chosen.written, chosen.sheets, not chosen.no_solutions)
    print(*mark(course_root(), chosen.hand_ins, chosen.key, chosen.out, orders, lambda line: print(line, file=sys.stderr)), sep="\n")
    return 0


def _report(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.places import course_root
    from .teaching.reporting import report
    chosen.out.write_text(report(course_root(), chosen.folder, chosen.exercise, chosen.names), encoding="utf-8", newline="\n")
    print(chosen.out)
    return 0


def _nbgrader(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.library import Library
    from .content.places import course_root
    from .teaching.nbgrading import nbgrader_course
    print(*nbgrader_course(Library(course_root()), chosen.out, chosen.exercise), sep="\n")
    return 0


def _copy(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.places import course_root
    from .learning.own_copy import report, take_copy
    print(report(take_copy(course_root(), chosen.file.name, chosen.file.read_bytes())))
    return 0


def _fingerprints(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.fingerprints import FILE, make, written
    from .content.places import course_root
    try:
        prints = make(chosen.file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise CourseError(f"{chosen.file} is not text in UTF-8") from None
    (course_root() / FILE).write_text(written(prints), encoding="utf-8")
    print(f"{FILE}: {len(prints)} paragraphs")
    return 0


def _site(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .content.places import course_root
    from .site.building import build
    root = course_root()
    address = repository(root)
    if chosen.pandas and not chosen.live:
        raise CourseError("--pandas is for the lessons with their code: give --live as well.")

    def doors(notebook: str) -> dict[str, str]:
        here = {"in this browser (JupyterLite)": lite(notebook)} if chosen.live else {}
        return here | ({"on Binder": binder(address, notebook)} if address else {})

    pages = build(root, chosen.out, doors, address)
    if chosen.live:
        from .site.live.building import build_live
        print("Building the lessons with their code, for the browser alone (about a minute the first time) …", flush=True)
        build_live(root, chosen.out / LITE, beside(root, "live"), pyodide(root), Path(sys.prefix) / "live-fetched", chosen.pandas)
    print(f"{len(pages)} pages in {chosen.out}; to read them: python3 -m readingroom serve {chosen.out}")
    return 0


def _serve(chosen: argparse.Namespace, rest: list[str]) -> int:
    from .site.serving import serve
    if not (chosen.folder / "index.html").is_file():
        raise CourseError(f"{chosen.folder} holds no site; make one with: python3 -m readingroom site --out {chosen.folder}")
    serve(chosen.folder, chosen.port, lambda line: print(line, flush=True))
    return 0


def _doors(chosen: argparse.Namespace, rest: list[str]) -> int:
    readme = ROOT / "README.md"
    readme.write_text(with_doors(readme.read_text(encoding="utf-8"), repository(ROOT)), encoding="utf-8")
    return 0


VERBS = {"open": _open, "test": _test, "check": _check, "anki": _anki, "export": _export, "copy": _copy,
         "fingerprints": _fingerprints, "site": _site, "serve": _serve, "doors": _doors, "assign": _assign, "mark": _mark, "report": _report, "nbgrader": _nbgrader}
EXTRAS = {"anki": "anki", "assign": "teach", "nbgrader": "teach", "mark": "teach"}  # what a verb needs besides the course's own packages


if __name__ == "__main__":
    sys.exit(main())
