"""What each door to a lesson costs: python tests/bench_doors.py

For each door, with an empty cache and again with a full one: seconds to the first words of the lesson and to its first answered question, megabytes over the wire
(as a host that packs sends them), and the memory of the browser and of whatever serves it. Beside them stand the floors: an empty JupyterLab, an empty JupyterLite
with the same kernel, and the same lesson as nbconvert's plain HTML. Nothing here fails.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import browser
import nbformat
import psutil
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from readingroom.doors import LITE, pyodide
from readingroom.environment import beside
from readingroom.site.building import build
from readingroom.site.live import building as lite
from readingroom.site.serving import server

ROOT = Path(__file__).resolve().parent.parent
LESSON = "05-bureaucrats"
WORDS = "Enter the Bureaucrats"
PATIENCE = 240_000


@dataclass
class Door:
    """A way to the lesson: `open` shows it, `answer` comes to the first answered question (or, where there is none, to the first cell run)."""

    name: str
    open: Callable[[Page], None]
    answer: Callable[[Page], None] | None
    serves: list[int]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        doors = list(all_doors(Path(folder), stack))
        print(f"{'':34}{'first words':>12}{'answered':>10}{'moved':>10}{'browser':>10}{'server':>9}")
        found = {}
        with sync_playwright() as playwright:
            for door in doors:
                found[door.name] = measured(playwright, door)
    ours, empty = found["JupyterLite"][0], found["  an empty JupyterLite"][0]
    print(f"\nJupyterLite: first quiz answered in {ours / empty:.2f} times what an empty one needs to its first cell (aim: 1.3 or less)")


def measured(playwright, door: Door) -> list[float]:
    """Print a cold and a warm row and return the seconds to the first answer (or words) of each."""
    running = playwright.chromium.launch(executable_path=browser.chromium(), args=browser.CALM)
    context = running.new_context(viewport={"width": 1280, "height": 900})
    seconds = [visit(running, context, door, how) for how in ("cold", "warm")]
    running.close()
    return seconds


def visit(running: Browser, context: BrowserContext, door: Door, how: str) -> float:
    moved: list[int] = []
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    count = lambda request: moved.append(max(0, request.sizes()["responseBodySize"]))  # noqa: E731
    context.on("requestfinished", count)
    start = time.perf_counter()
    door.open(page)
    page.locator("h1:visible", has_text=WORDS).first.wait_for()
    words = answered = time.perf_counter() - start
    if door.answer:
        door.answer(page)
        answered = time.perf_counter() - start
    said = f"{answered:8.1f} s" if door.answer else f"{'–':>10}"
    memory = [f"{held(pids):7.0f} MB" if pids else f"{'–':>10}" for pids in (browser_processes(), door.serves)]
    print(f"{door.name if how == 'cold' else '':28}{how:6}{words:10.1f} s{said}{sum(moved) / 1e6:7.1f} MB{memory[0]}{memory[1]:>10}", flush=True)
    context.remove_listener("requestfinished", count)
    page.close()
    return answered


def browser_processes() -> list[int]:
    return [child.pid for child in psutil.Process().children(recursive=True) if "chrom" in child.name().lower()]


def held(pids: list[int]) -> float:
    """The proportional set size, in MB, of these processes and all below them."""
    family = {each.pid: each for pid in pids for each in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]}
    return sum(each.memory_full_info().pss for each in family.values()) / 1e6


# --- the doors -----------------------------------------------------------------------------------------------------------

def all_doors(folder: Path, stack: contextlib.ExitStack) -> Iterator[Door]:
    site = folder / "site"
    build(ROOT, site)
    tools, fetched = beside(ROOT, "live"), Path(sys.prefix) / "live-fetched"
    lite.build_live(ROOT, site / LITE, tools, pyodide(ROOT), fetched)
    empty_lite(site / LITE, folder / "empty-lite")
    plain_html(folder / "html")
    pages, empty, html = (stack.enter_context(browser.answering(server(each))) for each in (site, folder / "empty-lite", folder / "html"))
    lab = stack.enter_context(browser.front("lab", folder / "lab"))
    notebook = stack.enter_context(browser.front("notebook", folder / "notebook"))
    blank = browser.write_notebook(lab, "blank.ipynb", "1")
    _title(lab.course / blank)
    servers = {front.name: [p.pid for p in psutil.Process().children() if f"--ServerApp.root_dir={front.course}" in p.cmdline()] for front in (lab, notebook)}

    yield Door("  the same lesson, plain HTML", lambda page: page.goto(f"{html}{LESSON}.html"), None, [])
    yield Door("plain page", lambda page: page.goto(f"{pages}{LESSON}.html"), answer_first, [])
    yield Door("  an empty JupyterLab", lambda page: opened(page, lab, blank), run_a_cell, servers["lab"])
    yield Door("JupyterLab", lambda page: opened(page, lab, f"notebooks/{LESSON}.ipynb"), run_and_answer, servers["lab"])
    yield Door("Notebook 7", lambda page: opened(page, notebook, f"notebooks/{LESSON}.ipynb"), run_and_answer, servers["notebook"])
    yield Door("  an empty JupyterLite", lambda page: in_lite(page, empty, "blank.ipynb"), run_a_cell, [])
    yield Door("JupyterLite", lambda page: in_lite(page, f"{pages}{LITE}/", f"notebooks/{LESSON}.ipynb"), run_and_answer, [])


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
    entry = {"name": "blank.ipynb", "path": "blank.ipynb", "type": "notebook", "format": None, "content": None, "writable": True, "mimetype": None,
             "size": 1, "created": "2026-01-01T00:00:00Z", "last_modified": "2026-01-01T00:00:00Z"}
    (listing / "all.json").write_text(json.dumps({"name": "", "path": "", "type": "directory", "format": "json", "mimetype": None, "writable": True, "size": None,
                                                  "created": "2026-01-01T00:00:00Z", "last_modified": "2026-01-01T00:00:00Z", "content": [entry]}))
    settings = json.loads((to / "jupyter-lite.json").read_text())
    plugin = settings["jupyter-config-data"]["litePluginSettings"][f"{lite.KERNEL}:kernel"]
    plugin["loadPyodideOptions"] = {"packages": []}
    settings["jupyter-config-data"]["federated_extensions"] = [each for each in settings["jupyter-config-data"]["federated_extensions"] if each["name"] == lite.KERNEL]
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
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", "--output-dir", str(to), str(ROOT / f"notebooks/{LESSON}.ipynb")], check=True, capture_output=True)


# --- to the first answer -------------------------------------------------------------------------------------------------

def run_and_answer(page: Page) -> None:
    _ready(page)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")  # not awaited: the first question comes before the last cell
    answer_first(page)


def run_a_cell(page: Page) -> None:
    _ready(page)
    browser.run_all(page)
    page.wait_for_selector(".jp-OutputArea-executeResult")


def _ready(page: Page) -> None:
    page.wait_for_function("() => window.jupyterapp && document.querySelector('.jp-Notebook .jp-Cell')")
    page.wait_for_function("() => window.jupyterapp.shell.currentWidget?.sessionContext?.session")


def answer_first(page: Page) -> None:
    item = page.locator(".rr-item").first
    if item.locator(".rr-main").inner_text() == "Try again":  # the visit before has answered it
        item.locator(".rr-main").click()
    item.locator(".rr-options input").first.check()
    item.locator(".rr-sure input").first.check()
    item.locator(".rr-main").click()
    item.get_by_text("Right.").or_(item.get_by_text("Not right.")).first.wait_for()


if __name__ == "__main__":
    main()
