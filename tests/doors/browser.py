"""A real browser on a real JupyterLab or Notebook 7, over a copy of the course.

Where there is no Chromium these tests are skipped and say so; with READINGROOM_BROWSER=required that is a failure instead.
"""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.server import ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
CALM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FRONTS = {"lab": ("jupyterlab", "LabApp", "/lab/tree/"), "notebook": ("notebook", "JupyterNotebookApp", "/notebooks/")}


def chromium() -> str:
    """Return the path of a Chromium; skip the test, or fail where one is required, if there is none."""
    return installed("Chromium", "chromium", "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def firefox() -> str:
    """Return the path of a Firefox; skip the test, or fail where one is required, if there is none."""
    return installed("Firefox", "firefox-esr", "firefox-esr", "firefox")


def installed(engine: str, package: str, *programs: str) -> str:
    """Return the path of the first of `programs` that there is; skip the test, or fail where browsers are required, if there is none."""
    for name in programs:
        if path := shutil.which(name):
            return path
    says = f"no {engine} on this machine (install the package {package}): what a student sees in it was not tested"
    if os.environ.get("READINGROOM_BROWSER") == "required":
        pytest.fail(says)
    pytest.skip(says)


def copy_of_the_course(to: Path) -> Path:
    """Lay a copy of everything a learner opens into `to`, so that no test writes into the course."""
    for folder in ("data", "notebooks", "exercises"):
        shutil.copytree(ROOT / folder, to / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return to


@dataclass(frozen=True)
class Front:
    """A running front end: its name, the address to which a notebook's path is added, the course it shows, what ends the address."""

    name: str
    address: str
    course: Path
    end: str = "?reset"  # without it JupyterLab opens the tabs of the last page too


OPEN_FOLDS = """
const openFolds = () => {
  document.querySelectorAll("details.rr-fold:not([open])").forEach((fold) => fold.setAttribute("open", ""));
  document.querySelectorAll(".rr-cell-line").forEach((line) => line.click());
};
new MutationObserver(openFolds).observe(document, { childList: true, subtree: true, attributeFilter: ["open", "data-on"] });
"""
"""What is not on the usual way through a lesson folds in; most tests are about what a lesson has, on any way."""


@cache
def _one_reader(chrome):
    """The cookies and the cache that all pages of one run share, as in a reader's own browser: JupyterLab's scripts are fetched and translated once."""
    context = chrome.new_context()
    context.add_init_script(OPEN_FOLDS)
    return context


def new_page(chrome, width: int = 1280, height: int = 900):
    """Open a page that remembers in `troubles` what modules of ours threw: anywidget loads them from blobs."""
    page = _one_reader(chrome).new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.troubles = []
    page.set_default_timeout(60_000)  # a busy machine is slow, and nothing waits longer than it must
    page.on("pageerror", lambda error: page.troubles.append(str(error)) if "blob:" in (error.stack or "") else None)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def free_port() -> int:
    """A port that nothing listens on, of those that systems give to no connection: it stays free until a server stands."""
    while True:
        port = random.randrange(11_000, 20_000)
        with socket.socket() as trial, suppress(OSError):
            trial.bind(("127.0.0.1", port))
            return port


@contextmanager
def serving(course: Path, module: str = "jupyterlab", python: str | Path = sys.executable) -> Iterator[str]:
    """Run a server over `course` and return its address; where both are installed, each module serves the other's pages too."""
    port = free_port()
    command = [
        str(python),
        "-m",
        module,
        "--allow-root",
        "--no-browser",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
        f"--ServerApp.root_dir={course}",
        *(f"--{app}.expose_app_in_browser=True" for _, app, _ in FRONTS.values()),
        "--LabApp.news_url=",
        f"--ServerApp.runtime_dir={course}",
    ]
    log = (course / f"{module}.log").open("w")
    running = subprocess.Popen(
        command,
        cwd=course,
        stdout=log,
        stderr=subprocess.STDOUT,
        env={
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(course / "config"),
            "JUPYTER_RUNTIME_DIR": str(course / "runtime"),
            # As `readingroom open` has it; another environment has the extension installed.
            **({"JUPYTER_PATH": str(ROOT / "readingroom/lab")} if str(python) == sys.executable else {}),
        },
    )
    try:
        wait_for_server(f"http://127.0.0.1:{port}/api", running)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:  # kernels that start just then hold it up
            running.kill()
            running.wait()
        log.close()


@contextmanager
def front(name: str, folder: Path) -> Iterator[Front]:
    """Run the front end `name` over a copy of the course laid into `folder`."""
    course = copy_of_the_course(folder)
    module, _, path = FRONTS[name]
    with serving(course, module) as address:
        yield Front(name, address + path, course)


def wait_for_server(address: str, running: subprocess.Popen) -> None:
    """Wait until a server answers at `address`."""
    for _ in range(600):
        if running.poll() is not None:
            raise RuntimeError(
                f"the server stopped with status {running.returncode}; its log lies in the course's copy"
            )
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except urllib.error.HTTPError:
            return  # an answer too
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"no server answered at {address} within a minute")


@contextmanager
def answering(server: ThreadingHTTPServer) -> Iterator[str]:
    """Let `server` answer in a thread of its own, at the address given."""
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def open_notebook(page, running: Front, notebook: str) -> None:
    """Open `notebook` (a path in the course) and wait until its cells can be run."""
    page.goto(running.address + notebook + running.end)
    wait_until_ready(page)


def turn_to(page, notebook: str) -> None:
    """Open another notebook in the JupyterLab that `page` shows, in place of those that are open; their kernels end."""
    page.evaluate(
        """async (path) => { const { commands, serviceManager, shell } = window.jupyterapp;
        for (const open of shell.widgets('main')) if (open.context) open.context.model.dirty = false; // else it asks whether to save what ran
        await commands.execute('application:close-all');
        await commands.execute('docmanager:open', { path });
        const held = [...serviceManager.sessions.running()].filter((session) => session.path !== path);
        await Promise.all(held.map((session) => serviceManager.sessions.shutdown(session.id))); }""",
        notebook,
    )
    page.wait_for_function("(path) => window.jupyterapp.shell.currentWidget?.context?.path === path", arg=notebook)
    wait_until_ready(page)


def wait_until_ready(page) -> None:
    """Wait until the cells of the notebook in front can be run."""
    page.wait_for_function(
        "() => window.jupyterapp && document.querySelector('.jp-Notebook .jp-Cell')", timeout=120_000
    )
    page.evaluate("async () => { await window.jupyterapp.restored }")
    try:
        page.wait_for_function(
            """() => { const panel = window.jupyterapp.shell.currentWidget;
            return panel && panel.sessionContext && panel.sessionContext.isReady && panel.sessionContext.session; }""",
            timeout=120_000,
        )
    except playwright_timeout() as error:
        raise AssertionError(f"the kernel is not ready after two minutes: {page.evaluate(_KERNEL_STATE)}") from error


# What tells a kernel that died from a connection that never came and from a question that nobody answered.
_KERNEL_STATE = """async () => { const { shell, serviceManager } = window.jupyterapp;
    const context = shell.currentWidget?.sessionContext;
    const kernel = context?.session?.kernel;
    const models = async (path) => (await fetch(new URL(path, serviceManager.serverSettings.baseUrl))).text();
    return JSON.stringify({ path: context?.path, ready: context?.isReady, shown: context?.kernelDisplayStatus,
        session: context?.session?.id, kernel: kernel?.id, status: kernel?.status, connection: kernel?.connectionStatus,
        dialogs: [...document.querySelectorAll('.jp-Dialog')].map((dialog) => dialog.innerText),
        specs: Object.keys(serviceManager.kernelspecs.specs?.kernelspecs ?? {}),
        sessions: await models('api/sessions').catch(String) }); }"""


def playwright_timeout() -> type[Exception]:
    """Playwright's error for what did not come in time; Playwright is imported only where there is a browser."""
    from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

    return PlaywrightTimeoutError


KERNEL = {
    "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
    "language_info": {"name": "python"},
}


def write_notebook(running: Front, name: str, *cells: str) -> str:
    """Lay a notebook of code cells into the copy and return its path in the course."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells], metadata=KERNEL)
    nbformat.write(notebook, running.course / "notebooks" / name)
    return f"notebooks/{name}"


def put_on_top(path: Path, prose: str) -> None:
    """Put a cell of prose above the cells of a notebook."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(prose))
    nbformat.write(notebook, path)


def run_all(page) -> None:
    """Run every cell and wait for the last; those that a lesson has just run as it opened are not run a second time."""
    page.evaluate("""async () => {
        const { commands, shell } = window.jupyterapp;
        const isOpened = commands.hasCommand('readingroom:opened') && await commands.execute('readingroom:opened');
        const { content } = shell.currentWidget;
        const { sharedModel } = content.model;
        if (isOpened && !sharedModel.isCounted) {
            sharedModel.isCounted = true; // the next time they are to run again
            for (const [place, cell] of sharedModel.cells.entries()) {
                if (cell.cell_type !== 'code' || !cell.getSource().trim() || cell.execution_count) continue;
                content.activeCellIndex = place;
                content.deselectAll();
                if (await commands.execute('notebook:run-cell') === undefined) throw new Error(`Cell ${place} did not run`);
            }
            return;
        }
        for (let tries = 0; tries < 100; tries++) {
            // Until the notebook is known to be in front, the menu's entry does nothing and says so by answering nothing.
            if (await commands.execute('notebook:run-all-cells') !== undefined) return;
            await new Promise((done) => setTimeout(done, 200));
        }
        throw new Error('Run All Cells did nothing for twenty seconds');
    }""")


def scroll_to(page, selector: str) -> None:
    """Scroll to the cell that shows `selector`, as a reader does: some front ends draw only what is near."""
    page.evaluate(
        """async (selector) => { const notebook = window.jupyterapp.shell.currentWidget.content;
        const place = notebook.widgets.findIndex((cell) => cell.node.querySelector(selector));
        notebook.activeCellIndex = place;
        await notebook.scrollToItem(place, 'smart'); }""",
        selector,
    )
    page.locator(selector).first.wait_for()


def errors(page) -> list[str]:
    """The texts of the error outputs on the page."""
    return page.locator(
        "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
    ).all_inner_texts()


def unfinished(page) -> list[str]:
    """The code of the cells that did not run, or ended in an error."""
    return page.evaluate("""() => window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells
        .filter((cell) => cell.cell_type === 'code' && cell.getSource().trim()
                          && (!cell.execution_count || cell.outputs.some(({ output_type, name }) => output_type === 'error' || name === 'stderr')))
        .map((cell) => cell.getSource())""")


def hide_sidebars(page) -> None:
    """Give the notebook the page, as a reader on a small screen does."""
    page.evaluate("""async () => { const app = window.jupyterapp;
        if (app.shell.leftCollapsed === false) await app.commands.execute('application:toggle-left-area');
        if (app.shell.rightCollapsed === false) await app.commands.execute('application:toggle-right-area'); }""")
