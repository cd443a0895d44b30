"""How the tests that the accessibility statement names ended, in which door: written down with --write-outcomes, else compared.

A test that fails ends the run anyway. What is caught here is the rest: an outcome that was written down and came out otherwise.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from readingroom.site.accessibility import OUTCOMES, Statement

PARAMETERS = {"lab": "JupyterLab", "notebook": "Notebook 7", "notebook7": "Notebook 7"}
OF_A_FILE = {
    **dict.fromkeys(
        (
            "test_browser_accessible_pages.py",
            "test_browser_charts.py",
            "test_browser_claims.py",
            "test_browser_folder.py",
            "test_browser_offline.py",
            "test_browser_own_size.py",
            "test_browser_site.py",
            "test_browser_states.py",
            "test_browser_story.py",
            "test_browser_teachers_pages.py",
            "test_browser_timeline.py",
            "test_browser_ways.py",
        ),
        "plain pages",
    ),
    "test_browser_live.py": "JupyterLite",
    **dict.fromkeys(("test_firefox_pages.py", "test_firefox_states.py"), "plain pages in Firefox"),
    **dict.fromkeys(("test_webkit_pages.py", "test_webkit_states.py"), "plain pages in WebKit"),
}
ENGINE_OF_A_FILE = {"test_firefox_notebooks.py": " in Firefox", "test_webkit_notebooks.py": " in WebKit"}
Found = dict[str, dict[str, str]]


def place(nodeid: str) -> tuple[str, str]:
    """The test's name, file::function, and the door that it looked at."""
    name, _, parameters = nodeid.rpartition("/")[2].partition("[")
    named = [door for word in re.split(r"[-\]]", parameters) if (door := PARAMETERS.get(word))]
    file, _, test = name.partition("::")
    if "voila" in test:
        return name, "Voila"
    if test.endswith("_in_firefox"):
        return name, f"{OF_A_FILE[file]} in Firefox"
    # A test that names no door of the two runs in JupyterLab, unless its file is about another.
    return name, OF_A_FILE.get(file) or (named[0] if named else "JupyterLab") + ENGINE_OF_A_FILE.get(file, "")


class Ended:
    """What came of a run; of a test with many parameters the worst."""

    def __init__(self, root: Path):
        self.root = root
        self.found: Found = {}

    def note(self, nodeid: str, outcome: str) -> None:
        """Take down how one test ended: "passed", or "failed" as was foreseen; what was skipped says nothing."""
        said = {"passed": "passes", "failed": "fails"}.get(outcome)
        if said:
            name, door = place(nodeid)
            doors = self.found.setdefault(name, {})
            doors[door] = "fails" if "fails" in (said, doors.get(door)) else said

    def named(self) -> Found:
        """What was found of the tests that the statement names, in its order."""
        return {test: self.found[test] for test in Statement(self.root).tests if test in self.found}

    def differing(self) -> list[str]:
        """Where this run and what is written down say different things."""
        written = Statement(self.root).outcomes
        return [
            f"{test} in {door}: {outcome}, but written is {written.get(test, {}).get(door, 'nothing')}"
            for test, doors in self.named().items()
            for door, outcome in doors.items()
            if written.get(test, {}).get(door) != outcome
        ]

    def write(self) -> None:
        """Write down what was found; of a test that did not run now, what was written stays."""
        statement = Statement(self.root)
        kept = {test: {**statement.outcomes.get(test, {}), **self.found.get(test, {})} for test in statement.tests}
        text = json.dumps({test: dict(sorted(doors.items())) for test, doors in kept.items() if doors}, indent=1)
        (self.root / OUTCOMES).write_text(text + "\n", encoding="utf-8")
