"""What each door to a lesson costs: python tests/bench_doors.py [WORD …], only the doors whose name has one of these words.

For each door, with an empty cache and again with a full one: seconds to the first words of the lesson and to its first answered question, megabytes over the wire
(as a host that packs sends them), and the memory of the browser and of whatever serves it; each the middle of three visits. Beside them stand the floors: an empty JupyterLab, an empty JupyterLite
with the same kernel, and the same lesson as nbconvert's plain HTML. Nothing here fails.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import nbformat
import psutil
from playwright.sync_api import BrowserContext, Page, Request, sync_playwright

from readingroom.cli.environment import install_apart

sys.path.append(str(Path(__file__).resolve().parent / "doors"))  # what the tests of the doors share
import browser

from readingroom.cli.launch_links import LITE, pyodide
from readingroom.site.build import build
from readingroom.site.lite import build as lite
from readingroom.site.serve import server

ROOT = Path(__file__).resolve().parent.parent
LESSON = "05-bureaucrats"
WORDS = "Enter the Bureaucrats"
HOW = ("cold", "warm")
ROUNDS = 3
EMPTY, EMPTY_LAB = "  an empty JupyterLite", "  an empty JupyterLab"
ASKS = "first question"
# Each door with the one that is its floor, and how many times as long it may take.
AIMS = {
    "JupyterLite": (EMPTY, 1.3),
    f"JupyterLab, {ASKS}": (EMPTY_LAB, 1.25),
    f"Notebook 7, {ASKS}": ("  an empty Notebook 7", 1.25),
}
PATIENCE = 240_000


@dataclass
class Door:
    """A way to the lesson: `open` shows it, `answer` comes to the first answered question (or, where there is none, to the first cell run)."""

    name: str
    open: Callable[[Page], None]
    answer: Callable[[Page], None] | None
    serves: list[int]


class Visit(NamedTuple):
    """Seconds to the first words and to the first answer, and the MB that the browser and the server then hold."""

    words: float
    answered: float
    browser: float
    server: float


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        doors = [
            door
            for door in all_doors(Path(folder), stack)
            if not sys.argv[1:] or any(word in door.name for word in sys.argv[1:])
        ]
        with sync_playwright() as playwright:
            moved = {
                door.name: [weighed(context, door) for context in _contexts(playwright) for _ in HOW] for door in doors
            }
            # Round by round: what else the machine does meanwhile then falls on all doors alike.
            rounds = [
                {door.name: [timed(context, door) for context in _contexts(playwright) for _ in HOW] for door in doors}
                for _ in range(ROUNDS)
            ]
    print(f"{'':34}{'first words':>12}{'answered':>10}{'moved':>10}{'browser':>10}{'server':>10}")
    for door in doors:
        show(door, [visits[door.name] for visits in rounds], moved[door.name])
    for name, (floor, aim) in AIMS.items():
        if {name, floor} <= set(moved):
            beside_the_floor(name, floor, aim, rounds)


def beside_the_floor(name: str, floor: str, aim: float, rounds: list[dict[str, list[Visit]]]) -> None:
    """Print how many times as long as an empty notebook's first cell a lesson's first question takes, the two of each round compared."""
    for row, how in enumerate(HOW):
        ratios = sorted(visits[name][row].answered / visits[floor][row].answered for visits in rounds)
        print(
            f"{name}, {how}: {statistics.median(ratios):.2f} times what {floor.strip()} needs to its first cell "
            f"({ratios[0]:.2f} to {ratios[-1]:.2f} in {ROUNDS} rounds; aim: {aim} or less)"
        )


def show(door: Door, rounds: list[list[Visit]], moved: list[float]) -> None:
    """Print a cold and a warm row, each the middle of its visits."""
    for row, how in enumerate(HOW):
        middle = Visit(*map(statistics.median, zip(*(visits[row] for visits in rounds), strict=True)))
        answered = f"{middle.answered:8.1f} s" if door.answer else f"{'–':>10}"
        server = f"{middle.server:7.0f} MB" if door.serves else f"{'–':>10}"
        print(
            f"{'' if row else door.name:28}{how:6}{middle.words:10.1f} s{answered}{moved[row]:7.1f} MB{middle.browser:7.0f} MB{server}"
        )


def _contexts(playwright) -> Iterator[BrowserContext]:
    """Yield one reader's browser with an empty cache, and close it when it was used."""
    running = playwright.chromium.launch(executable_path=browser.chromium(), args=browser.CALM)
    context = running.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context
    running.close()


def timed(context: BrowserContext, door: Door) -> Visit:
    page = context.new_page()
    start = time.perf_counter()
    words = _words(page, door) - start
    if door.answer:
        door.answer(page)
    answered = time.perf_counter() - start
    visit = Visit(words, answered, held(browser_processes()), held(door.serves))
    page.close()
    return visit


def weighed(context: BrowserContext, door: Door) -> float:
    """Return the MB moved until the first answer: in a visit of its own, for listening to every request takes time."""
    finished: list[Request] = []
    context.on("requestfinished", lambda request: finished.append(request))
    page = context.new_page()
    _words(page, door)
    if door.answer:
        door.answer(page)
    moved = sum(max(0, request.sizes()["responseBodySize"]) for request in finished)
    page.close()
    return moved / 1e6


def _words(page: Page, door: Door) -> float:
    door.open(page)
    page.locator("h1:visible", has_text=WORDS).first.wait_for()
    return time.perf_counter()


def browser_processes() -> list[int]:
    return [child.pid for child in psutil.Process().children(recursive=True) if "chrom" in child.name().lower()]


def held(pids: list[int]) -> float:
    """The proportional set size, in MB, of these processes and all below them."""
    family = {
        each.pid: each for pid in pids for each in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    }
    return sum(each.memory_full_info().pss for each in family.values()) / 1e6


# --- the doors -----------------------------------------------------------------------------------------------------------


def all_doors(folder: Path, stack: contextlib.ExitStack) -> Iterator[Door]:
    site = folder / "site"
    build(ROOT, site)
    tools, fetched = install_apart(ROOT, "live"), Path(sys.prefix) / "live-fetched"
    lite.build_live(ROOT, site / LITE, tools, pyodide(ROOT), fetched)
    empty_lite(site / LITE, folder / "empty-lite")
    plain_html(folder / "html")
    pages, empty, html = (
        stack.enter_context(browser.answering(server(each))) for each in (site, folder / "empty-lite", folder / "html")
    )
    lab = stack.enter_context(browser.front("lab", folder / "lab"))
    notebook = stack.enter_context(browser.front("notebook", folder / "notebook"))
    blank = browser.write_notebook(lab, "blank.ipynb", "1")
    _title(lab.course / blank)
    servers = {
        front.name: [
            p.pid for p in psutil.Process().children() if f"--ServerApp.root_dir={front.course}" in p.cmdline()
        ]
        for front in (lab, notebook)
    }

    yield Door("  the same lesson, plain HTML", lambda page: page.goto(f"{html}{LESSON}.html"), None, [])
    yield Door("plain page", lambda page: page.goto(f"{pages}{LESSON}.html"), answer_first, [])
    yield Door(EMPTY_LAB, lambda page: opened(page, lab, blank), run_a_cell, servers["lab"])
    yield Door(
        "JupyterLab", lambda page: opened(page, lab, f"notebooks/{LESSON}.ipynb"), answer_when_open, servers["lab"]
    )
    yield Door(
        "Notebook 7",
        lambda page: opened(page, notebook, f"notebooks/{LESSON}.ipynb"),
        answer_when_open,
        servers["notebook"],
    )
    for name, front in (("JupyterLab", lab), ("Notebook 7", notebook)):
        lesson = partial(opened, front=front, notebook=f"notebooks/{LESSON}.ipynb")
        yield Door(f"{name}, {ASKS}", lesson, shows_a_question, servers[front.name])
    other = browser.write_notebook(notebook, "blank.ipynb", "1")
    _title(notebook.course / other)
    yield Door(
        "  an empty Notebook 7", partial(opened, front=notebook, notebook=other), run_a_cell, servers[notebook.name]
    )
    yield Door(EMPTY, lambda page: in_lite(page, empty, "blank.ipynb"), run_a_cell, [])
    yield Door(
        "JupyterLite", lambda page: in_lite(page, f"{pages}{LITE}/", f"notebooks/{LESSON}.ipynb"), answer_when_open, []
    )


def opened(page: Page, front: browser.Front, notebook: str) -> None:
    page.goto(front.address + notebook + front.end)


def in_lite(page: Page, address: str, notebook: str) -> None:
    page.goto(f"{address}notebooks/index.html?path={notebook}")


def empty_lite(full: Path, to: Path) -> None:
    """The same build with one empty notebook, the kernel's packages loaded as JupyterLite does by itself, and none of the course's."""
    shutil.copytree(full, to, ignore=shutil.ignore_patterns("files"))
    (to / "files").mkdir()
    _title_alone(to / "files/blank.ipynb")
    listing = to / "api/contents"
    shutil.rmtree(listing)
    listing.mkdir()
    entry = {
        "name": "blank.ipynb",
        "path": "blank.ipynb",
        "type": "notebook",
        "format": None,
        "content": None,
        "writable": True,
        "mimetype": None,
        "size": 1,
        "created": "2026-01-01T00:00:00Z",
        "last_modified": "2026-01-01T00:00:00Z",
    }
    (listing / "all.json").write_text(
        json.dumps(
            {
                "name": "",
                "path": "",
                "type": "directory",
                "format": "json",
                "mimetype": None,
                "writable": True,
                "size": None,
                "created": "2026-01-01T00:00:00Z",
                "last_modified": "2026-01-01T00:00:00Z",
                "content": [entry],
            }
        )
    )
    settings = json.loads((to / "jupyter-lite.json").read_text())
    plugin = settings["jupyter-config-data"]["litePluginSettings"][f"{lite.KERNEL}:kernel"]
    plugin["loadPyodideOptions"] = {"packages": []}
    settings["jupyter-config-data"]["federated_extensions"] = [
        each for each in settings["jupyter-config-data"]["federated_extensions"] if each["name"] == lite.KERNEL
    ]
    (to / "jupyter-lite.json").write_text(json.dumps(settings))


def _title_alone(path: Path) -> None:
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")], metadata=browser.KERNEL), path)
    _title(path)


def _title(path: Path) -> None:
    """Give an empty notebook the first words that the lesson has, to be waited for alike."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(f"# {WORDS}"))
    nbformat.write(notebook, path)


def plain_html(to: Path) -> None:
    to.mkdir()
    subprocess.run(
        [
            sys.executable,
            "-m",
            "nbconvert",
            "--to",
            "html",
            "--output-dir",
            str(to),
            str(ROOT / f"notebooks/{LESSON}.ipynb"),
        ],
        check=True,
        capture_output=True,
    )


# --- to the first answer -------------------------------------------------------------------------------------------------


def answer_when_open(page: Page) -> None:
    """The course's cells run by themselves: the first question comes before the last cell."""
    answer_first(page)


def shows_a_question(page: Page) -> None:
    """Wait until a lesson that opens by itself shows its first question; the page is at its top then."""
    page.locator(".rr-item").first.wait_for()
    assert page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0


def run_a_cell(page: Page) -> None:
    _ready(page)
    browser.run_all(page)
    page.wait_for_selector(".jp-OutputArea-executeResult")


def _ready(page: Page) -> None:
    page.wait_for_function("() => window.jupyterapp && document.querySelector('.jp-Notebook .jp-Cell')")
    page.wait_for_function("() => window.jupyterapp.shell.currentWidget?.sessionContext?.session")


def answer_first(page: Page) -> None:
    """By keyboard: while other cells still run, the page moves under a pointer."""
    item = page.locator(".rr-item").first
    if (
        item.locator(".rr-main").text_content() == "Try again"
    ):  # the visit before has answered it; the text is there before it is drawn
        item.locator(".rr-main").press("Space")
    for control in (".rr-options input", ".rr-sure input", ".rr-main"):
        item.locator(control).first.press("Space")
    item.get_by_text("Right.").or_(item.get_by_text("Not right.")).first.wait_for()


if __name__ == "__main__":
    main()
