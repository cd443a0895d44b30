"""What each door to a lesson costs: python tests/bench_doors.py [WORD …], only the doors whose name has one of these words.

With "first question" "empty JupyterLab" "empty Notebook" it takes about five minutes, and builds neither pages nor JupyterLite.
For each door, with an empty cache and again with a full one: seconds to the first words of the lesson and to its first answered question, megabytes over the wire
(as a host that packs sends them), and the memory of the browser and of whatever serves it; each the middle of three visits, printed as they come. A visit that is not through
after a minute and a half ends its door, and the others go on. Beside them stand the floors: an empty JupyterLab, an empty JupyterLite
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
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import nbformat
import psutil
from playwright.sync_api import BrowserContext, Page, Playwright, Request, sync_playwright
from playwright.sync_api import Error as PlaywrightError

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
EMPTY, EMPTY_LAB, EMPTY_NOTEBOOK = "  an empty JupyterLite", "  an empty JupyterLab", "  an empty Notebook 7"
ASKS = "first question"
# Each door with the one that is its floor, and how many times as long it may take.
AIMS = {
    "JupyterLite": (EMPTY, 1.3),
    f"JupyterLab, {ASKS}": (EMPTY_LAB, 1.25),
    f"Notebook 7, {ASKS}": (EMPTY_NOTEBOOK, 1.25),
}
PATIENCE = 90_000  # milliseconds for one step of a visit
T = TypeVar("T")
# Taken down in the page, frame by frame: Playwright looks every half second, and would be late by as much.
FIRST_SHOWN = """(words, selectors) => {
    window.firstShown = {};
    const isShown = (element) => element?.getClientRects().length > 0;
    const isTitle = (h1) => h1.textContent.includes(words) && isShown(h1);
    const title = () => [...document.querySelectorAll('h1')].find(isTitle);
    const waited = new Map([['words', title], ...selectors.map((each) => [each, () => document.querySelector(each)])]);
    const look = () => {
        for (const [name, find] of waited) {
            if (!isShown(find())) continue;
            window.firstShown[name] = performance.now() / 1000;
            waited.delete(name);
        }
        if (waited.size) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
QUESTION, RESULT = ".rr-item", ".jp-OutputArea-executeResult"


@dataclass
class Door:
    """A way to the lesson.

    `open` shows it, `answer` comes to the first answered question or to what `shows` selects: a question, a cell's result.
    """

    name: str
    open: Callable[[Page], None]
    answer: Callable[[Page], None] | None
    serves: list[int]
    shows: str | None = None


class Visit(NamedTuple):
    """Seconds to the first words and to the first answer, and the MB that the browser and the server then hold."""

    words: float
    answered: float
    browser: float
    server: float


Round = dict[str, list[Visit]]
"""The visits of one round: for each door with an empty cache, and with a full one."""


def main() -> None:
    chosen = [name for name in DOORS if not sys.argv[1:] or any(word in name for word in sys.argv[1:])]
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        servers = Servers(Path(folder), stack)
        doors = []
        for name in chosen:
            doors.append(DOORS[name](name, servers))
            print(f"{name.strip()}: stands ready", flush=True)
        with sync_playwright() as playwright:
            # Round by round: what else the machine does meanwhile then falls on all doors alike.
            rounds = [one_round(playwright, doors, number) for number in range(1, ROUNDS + 1)]
            moved = {door.name: visited(playwright, door, weighed) for door in doors}
    whole = [door for door in doors if moved[door.name] and all(visits[door.name] for visits in rounds)]
    print(f"\n{'':34}{'first words':>12}{'answered':>10}{'moved':>10}{'browser':>10}{'server':>10}")
    for door in whole:
        show(door, [visits[door.name] for visits in rounds], moved[door.name])
    for name, (floor, aim) in AIMS.items():
        if {name, floor} <= {door.name for door in whole}:
            beside_the_floor(name, floor, aim, rounds)


def one_round(playwright: Playwright, doors: list[Door], number: int) -> Round:
    """Visit each door once with an empty cache and once with a full one, and print how long it took."""
    found: Round = {}
    for door in doors:
        found[door.name] = visited(playwright, door, timed)
        times = ", ".join(
            f"{how} {visit.answered:.1f} s" for how, visit in zip(HOW, found[door.name], strict=bool(found[door.name]))
        )
        print(f"round {number}, {door.name.strip()}: {times or 'given up'}", flush=True)
    return found


def visited(playwright: Playwright, door: Door, visit: Callable[[BrowserContext, Door], T]) -> list[T]:
    """Return what the visits found, cold and warm; nothing where one did not come to its end."""
    try:
        with contextlib.closing(_contexts(playwright)) as contexts:
            return [visit(context, door) for context in contexts for _ in HOW]
    except PlaywrightError as error:
        print(f"{door.name.strip()}: {str(error).splitlines()[0]}", flush=True)
        return []


def beside_the_floor(name: str, floor: str, aim: float, rounds: list[Round]) -> None:
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


def _contexts(playwright: Playwright) -> Iterator[BrowserContext]:
    """Yield one reader's browser with an empty cache, and close it when it was used."""
    running = playwright.chromium.launch(executable_path=browser.chromium(), args=browser.CALM)
    try:
        context = running.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        context.add_init_script(f"({FIRST_SHOWN})({json.dumps(WORDS)}, {json.dumps([QUESTION, RESULT])})")
        yield context
    finally:
        running.close()


def timed(context: BrowserContext, door: Door) -> Visit:
    page = context.new_page()
    start = time.perf_counter()
    _open(page, door)
    if door.answer:
        door.answer(page)
    answered = time.perf_counter() - start
    words = _first_shown(page, "words")
    if door.shows:
        answered = _first_shown(page, door.shows)
    visit = Visit(words, answered, held(browser_processes()), held(door.serves))
    leave(page)
    return visit


def leave(page: Page) -> None:
    """Close the page, and end its kernel: the next visit is a first one too, and brings back no parts of this one."""
    page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")
    page.close()


def weighed(context: BrowserContext, door: Door) -> float:
    """Return the MB moved until the first answer: in a visit of its own, for listening to every request takes time."""
    finished: list[Request] = []
    context.on("requestfinished", lambda request: finished.append(request))
    page = context.new_page()
    _open(page, door)
    if door.answer:
        door.answer(page)
    moved = sum(max(0, request.sizes()["responseBodySize"]) for request in finished)
    leave(page)
    return moved / 1e6


def _open(page: Page, door: Door) -> None:
    """Open the lesson and wait for its first words."""
    door.open(page)
    _first_shown(page, "words")


def _first_shown(page: Page, name: str) -> float:
    """Wait until something was drawn; return the seconds from the start of the page until then."""
    return float(page.wait_for_function("(name) => window.firstShown[name]", arg=name).json_value())


def browser_processes() -> list[int]:
    return [child.pid for child in psutil.Process().children(recursive=True) if "chrom" in child.name().lower()]


def held(pids: list[int]) -> float:
    """The proportional set size, in MB, of these processes and all below them."""
    family = {
        each.pid: each for pid in pids for each in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    }
    return sum(each.memory_full_info().pss for each in family.values()) / 1e6


# --- the doors -----------------------------------------------------------------------------------------------------------


class Servers:
    """What serves the doors; each is made when the first of its doors asks for it."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        self.folder, self.stack = folder, stack

    @cached_property
    def pages(self) -> str:
        build(ROOT, self.folder / "site")
        return self._shown("site")

    @cached_property
    def lite(self) -> str:
        pages, tools, fetched = self.pages, install_apart(ROOT, "live"), Path(sys.prefix) / "live-fetched"
        lite.build_live(ROOT, self.folder / "site" / LITE, tools, pyodide(ROOT), fetched)
        return f"{pages}{LITE}/"

    @cached_property
    def empty_lite(self) -> str:
        assert self.lite
        empty_lite(self.folder / "site" / LITE, self.folder / "empty-lite")
        return self._shown("empty-lite")

    @cached_property
    def html(self) -> str:
        plain_html(self.folder / "html")
        return self._shown("html")

    @cached_property
    def lab(self) -> browser.Front:
        return self.stack.enter_context(browser.front("lab", self.folder / "lab"))

    @cached_property
    def notebook(self) -> browser.Front:
        return self.stack.enter_context(browser.front("notebook", self.folder / "notebook"))

    def _shown(self, name: str) -> str:
        return self.stack.enter_context(browser.answering(server(self.folder / name)))


def processes_of(front: browser.Front) -> list[int]:
    mark = f"--ServerApp.root_dir={front.course}"
    return [process.pid for process in psutil.Process().children() if mark in process.cmdline()]


def page_door(name: str, servers: Servers) -> Door:
    address = f"{servers.pages}{LESSON}.html"
    return Door(name, lambda page: page.goto(address), answer_first, [])


def html_door(name: str, servers: Servers) -> Door:
    address = f"{servers.html}{LESSON}.html"
    return Door(name, lambda page: page.goto(address), None, [])


def lite_door(name: str, servers: Servers) -> Door:
    address = servers.lite
    return Door(name, lambda page: in_lite(page, address, f"notebooks/{LESSON}.ipynb"), answer_when_open, [])


def empty_lite_door(name: str, servers: Servers) -> Door:
    address = servers.empty_lite
    return Door(name, lambda page: in_lite(page, address, "blank.ipynb"), run_a_cell, [], RESULT)


def lesson_door(front: str, answer: Callable[[Page], None], shows: str | None, name: str, servers: Servers) -> Door:
    running = getattr(servers, front)
    lesson = partial(opened, front=running, notebook=f"notebooks/{LESSON}.ipynb")
    return Door(name, lesson, answer, processes_of(running), shows)


def empty_door(front: str, name: str, servers: Servers) -> Door:
    running = getattr(servers, front)
    blank = browser.write_notebook(running, "blank.ipynb", "1")
    _title(running.course / blank)
    return Door(name, partial(opened, front=running, notebook=blank), run_a_cell, processes_of(running), RESULT)


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
    browser.put_on_top(path, f"# {WORDS}")


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
    _first_shown(page, QUESTION)
    assert page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0


def run_a_cell(page: Page) -> None:
    _ready(page)
    browser.run_all(page)
    _first_shown(page, RESULT)


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


DOORS: dict[str, Callable[[str, Servers], Door]] = {
    "  the same lesson, plain HTML": html_door,
    "plain page": page_door,
    EMPTY_LAB: partial(empty_door, "lab"),
    "JupyterLab": partial(lesson_door, "lab", answer_when_open, None),
    f"JupyterLab, {ASKS}": partial(lesson_door, "lab", shows_a_question, QUESTION),
    EMPTY_NOTEBOOK: partial(empty_door, "notebook"),
    "Notebook 7": partial(lesson_door, "notebook", answer_when_open, None),
    f"Notebook 7, {ASKS}": partial(lesson_door, "notebook", shows_a_question, QUESTION),
    EMPTY: empty_lite_door,
    "JupyterLite": lite_door,
}


if __name__ == "__main__":
    main()
