"""What tests share: the course's own content, and a small made-up course to break."""

from __future__ import annotations

import functools
import gc
import os
import pickle
import shutil
import tomllib
from pathlib import Path
from types import SimpleNamespace

import outcomes
import pytest
from xdist.scheduler import LoadFileScheduling

from readingroom.content import loading
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.parts.failure import RAISES

os.environ.setdefault(RAISES, "1")  # a part that fails must fail its test
ROOT = Path(__file__).resolve().parent.parent
ENDED = outcomes.Ended(ROOT)
LONGEST = [
    "test_browser_live.py",
    "test_firefox_notebooks.py",
    "test_browser_accessible_pages.py",
    "test_browser_course.py",
    "test_front_ends.py",
    "test_browser_lessons.py",
    "test_firefox_pages.py",
    "test_browser_opening.py",
    "test_jupyterhub.py",
    "test_browser_accessible_notebooks.py",
    "test_binder.py",
    "test_browser_site.py",
    "test_browser_scorm.py",
    "test_nbgrader.py",
    "test_browser_exercises.py",
    "test_mark.py",
    "test_assign.py",
    "test_check.py",
    "test_alignment.py",
    "test_check_subjects.py",
    "test_export.py",
]

# Files whose tests share what only one worker can make for them.
TOGETHER = {"tests/doors/test_jupyterhub.py": "class", "tests/doors/test_nbgrader.py": "class"}


class FilesTogether(LoadFileScheduling):
    """A file is run by one worker, and so are the files that share an environment."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return TOGETHER.get(file, file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give the workers file by file, for `--dist loadfile`."""
    return FilesTogether(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_addoption(parser):
    """Let the accessibility statement be made anew."""
    parser.addoption(
        "--write-outcomes", action="store_true", help="write how the tests ended that the accessibility statement names"
    )


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest: else one worker is busy with the last while the other has nothing left."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def pytest_collection_finish():
    """Spare the collector of garbage the thousands of tests: to walk them again and again took a twentieth of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def pytest_runtest_logreport(report):
    """Take down how each test ended, for the accessibility statement."""
    if report.when == "call" or report.failed:
        ENDED.note(report.nodeid, "failed" if report.failed or hasattr(report, "wasxfail") else report.outcome)


def pytest_sessionfinish(session):
    """Write the outcomes down, or end in failure where they are not as written."""
    if session.config.getoption("--write-outcomes"):
        ENDED.write()
    elif not session.exitstatus and ENDED.differing():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    """Say where the outcomes are not as written."""
    if differing := ENDED.differing():
        terminalreporter.section(
            "the accessibility statement says otherwise (python3 -m readingroom test --write-outcomes writes it anew)"
        )
        terminalreporter.write_line("\n".join(differing))


@pytest.fixture(scope="session", autouse=True)
def toml_read_once():
    """Each text is read as TOML once in a run: tests read the same files a hundred times, which took half their time."""
    pickled = functools.lru_cache(maxsize=None)(lambda text: pickle.dumps(tomllib.loads(text)))
    reader = SimpleNamespace(loads=lambda text: pickle.loads(pickled(text)), TOMLDecodeError=tomllib.TOMLDecodeError)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "tomllib", reader)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The course's folder."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The course's content."""
    return Library(ROOT)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the course's content that a test may break."""
    for folder in ("data", "exercises"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """An empty record."""
    return Record(tmp_path)
