"""Verbs for readers: open, copy, site, serve, anki."""

from __future__ import annotations

import argparse
import glob
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..content.errors import CourseError
from . import launch_links
from .as_typed import as_typed
from .environment import install_apart, ready
from .root import ROOT, run_module
from .verb import Verb

_LAST_PORT = 65_535


def open_course(options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Open the first lesson in JupyterLab; further words go to JupyterLab."""
    python = ready(ROOT)
    # The superuser of a container is refused without the flag; the server listens to this machine only.
    superuser = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    first = f"--LabApp.default_url=/lab/tree/{first_notebook(ROOT)}"
    return run_module(
        python, "jupyterlab", f"--ServerApp.root_dir={ROOT}", *labextensions(ROOT), first, *superuser, *rest
    )


def labextensions(root: Path) -> list[str]:
    """Return what JupyterLab must be told to find its extensions in a folder with a name such as "a [x]".

    It looks for them by a pattern made from the folder's name, in which [x] means x alone.
    """
    folders = [str(root / place) for place in (".venv/share/jupyter/labextensions", "readingroom/lab/labextensions")]
    return [f"--LabApp.extra_labextensions_path={glob.escape(each)}" for each in folders if glob.has_magic(each)]


def first_notebook(root: Path) -> str:
    """Return the first lesson; in a student's bundle of one exercise, its notebook."""
    bundled = sorted(path.name for path in root.glob("*.ipynb"))
    lessons = sorted(path.name for path in (root / "notebooks").glob("[0-9]*.ipynb"))
    return bundled[0] if bundled else f"notebooks/{lessons[0]}" if lessons else ""


def _copy(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..learning.own_copy.copy_file import file_bytes
    from ..learning.own_copy.report import report
    from ..learning.own_copy.take import take_copy

    library = Library(course_root())
    alignment = take_copy(library.root, options.file.name, file_bytes(options.file))
    print(report(alignment, library.course.mark))
    return 0


def _copy_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the PDF, web page or text")


def _site(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..site.build import build
    from ..site.offline.zip_file import OPEN_FIRST, write_zip

    root = course_root()
    address = launch_links.repository(root)
    if options.pandas and not options.live:
        raise CourseError("--pandas is for the lessons with their code: give --live as well.")

    def launchers(notebook: str) -> dict[str, str]:
        here = {"in this browser (JupyterLite)": launch_links.lite_path(notebook)} if options.live else {}
        return here | ({"on Binder": launch_links.binder_url(address, notebook)} if address else {})

    if options.zip and options.live:
        raise CourseError("--zip is for plain pages: lessons with their code need a server, so give no --live with it.")
    pages = build(root, options.out, launchers, address, options.home or launch_links.pages_url(address))
    if options.live:
        _build_lite(root, options)
    print(f"{len(pages)} pages in {options.out}; to read them: python3 -m readingroom serve {as_typed(options.out)}")
    if options.zip:
        try:
            made = write_zip(Library(root), options.out, options.zip)
        except OSError as error:  # a folder of that name, a full disk, a place that may not be written to
            raise CourseError(
                f"{options.zip} could not be written ({error.strerror}); the pages in {options.out} are whole. "
                "Name another file with --zip."
            ) from None
        size = made.stat().st_size / 1_000_000
        print(f"{made}: {size:.1f} MB, to hand round; whoever gets it unpacks all of it and opens {OPEN_FIRST!r}")
    return 0


def _build_lite(root: Path, options: argparse.Namespace) -> None:
    from ..site.lite.build import build_live

    print(
        "Building the lessons with their code, for the browser alone (about a minute the first time) …",
        flush=True,
    )
    tools, cache = install_apart(root, "live"), Path(sys.prefix) / "live-fetched"
    build_live(root, options.out / launch_links.LITE, tools, launch_links.pyodide(root), cache, options.pandas)


def _site_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="an empty or a new folder, or an older site"
    )
    parser.add_argument(
        "--home",
        default="",
        metavar="URL",
        help="where the pages will stand: a link to one, sent to a friend, then shows a picture",
    )
    parser.add_argument(
        "--zip",
        type=Path,
        metavar="FILE",
        help="also all pages as one zip: unpacked, they open by double-click, with no server and no network",
    )
    parser.add_argument(
        "--live",
        action="store_true",
        help="also the lessons with their code, run by JupyterLite in the reader's browser",
    )
    parser.add_argument(
        "--pandas",
        type=Path,
        metavar="DIR",
        help="with --live: take pandas from Pyodide's distribution, unpacked in this folder; "
        "the first lesson then starts later",
    )


def _serve(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..site.serve import serve

    if not (options.folder / "index.html").is_file():
        made = f"python3 -m readingroom site --out {as_typed(options.folder)}"
        raise CourseError(f"{options.folder} holds no site; make one with: {made}")
    serve(options.folder, options.port, lambda line: print(line, flush=True))
    return 0


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"{text!r} is no port; write a number from 1024 to {_LAST_PORT}, or 0 for any that is free"
    )


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder that site wrote into")
    parser.add_argument("--port", type=_port, default=8000, help="8000 unless you say otherwise")


def _anki(options: argparse.Namespace, rest: Sequence[str]) -> int:
    from ..content.library import Library
    from ..content.paths import course_root
    from ..teaching.anki import write_deck

    print(write_deck(Library(course_root()), options.out))
    return 0


def _anki_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the .apkg file to write")


VERBS = (
    Verb("open", "set up what is missing and open the course in JupyterLab", open_course, takes_rest=True),
    Verb("copy", "show your own copy of the text in the lessons (PDF, HTML, text)", _copy, _copy_arguments),
    Verb(
        "site", "write every lesson as a plain page that answers with no server", _site, _site_arguments, extra="site"
    ),
    Verb("serve", "show such pages in the browsers of this machine", _serve, _serve_arguments),
    Verb("anki", "write quiz items, terms and dates as a deck for Anki", _anki, _anki_arguments, extra="anki"),
)
