"""What tests in real browsers and on real servers share. Every test of this folder carries the mark `door`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
# A screen reader takes four minutes over its two pages, and hears all that runs beside it: it is asked by itself.
collect_ignore = [] if os.environ.get("READINGROOM_HEARD") else ["test_heard.py"]


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder, so that the quick ring can leave them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("door")


@pytest.fixture(scope="session")
def playwright():
    """Playwright for the whole run: of its loops only one can run in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chrome(request):
    """A Chromium for the whole run."""
    import browser

    path = browser.chromium()
    running = request.getfixturevalue("playwright").chromium.launch(executable_path=path, args=browser.CALM)
    yield running
    running.close()


@pytest.fixture(scope="session")
def firefox(request):
    """A Firefox for the whole run, spoken to over WebDriver BiDi as Mozilla ships it."""
    import browser

    path = browser.firefox()
    running = request.getfixturevalue("playwright").firefox.launch(channel="moz-firefox", executable_path=path)
    yield running
    running.close()


@pytest.fixture(scope="session")
def site(root, tmp_path_factory):
    """The folder of the plain pages, built once for the whole run; whoever writes into it takes a copy."""
    from readingroom.site.build import build

    out = tmp_path_factory.mktemp("site")
    build(root, out)
    return out


@pytest.fixture
def page(chrome):
    """A page of its own for each test, with what our own modules threw in it."""
    import browser

    opened = browser.new_page(chrome)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def class_bin():
    """The programs of an environment with the course and the class's tools, which the students' accounts can read."""
    from environments import class_environment

    with tempfile.TemporaryDirectory(prefix="class-") as folder:
        Path(folder).chmod(0o755)
        yield class_environment(Path(folder))


@pytest.fixture(scope="session")
def lab(chrome, tmp_path_factory):
    """JupyterLab over a copy of the course that tests may write to."""
    import browser

    with browser.front("lab", tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="module")
def desk(lab, chrome):
    """A page with JupyterLab as a reader keeps it open, turning from one notebook to the next."""
    import browser

    page = browser.new_page(chrome)
    browser.open_notebook(page, lab, browser.write_notebook(lab, "desk.ipynb", "1"))
    yield page
    page.close()


@pytest.fixture(scope="session")
def notebook7(chrome, tmp_path_factory):
    """Notebook 7 over a copy of the course that tests may write to."""
    import browser

    with browser.front("notebook", tmp_path_factory.mktemp("notebook7")) as running:
        yield running
