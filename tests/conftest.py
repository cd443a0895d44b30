"""What tests share: the course's own content, and a small made-up course to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import outcomes
import pytest

from readingroom.content.library import Library
from readingroom.learning.record import Record

ROOT = Path(__file__).resolve().parent.parent
ENDED = outcomes.Ended(ROOT)


def pytest_addoption(parser):
    """Let the accessibility statement be made anew."""
    parser.addoption(
        "--write-outcomes", action="store_true", help="write how the tests ended that the accessibility statement names"
    )


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
