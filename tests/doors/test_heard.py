"""What a screen reader says: a lesson and a story are used by keys under Orca, and then read from top to bottom.

What it said is written into a folder, a phrase on each line, for somebody to read as one would hear it, before a release
and after a change of what is said: not by every run, since Orca leaves out what comes late on a busy machine. What is said
of each part is held by test_spoken.py. Heard anew by

    READINGROOM_HEARD=FOLDER python3 -m readingroom test tests/doors/test_heard.py

They need Debian's orca, at-spi2-core, dbus, xdotool, matchbox-window-manager, xvfb and firefox-esr, and a quiet machine.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import screen_reader
from test_browser_site import LESSON, served  # noqa: F401
from test_browser_story import SHOWN, unfold

pytestmark = pytest.mark.browser
FOLDER = Path(os.environ.get("READINGROOM_HEARD", "."))
STORY = "07-looking-back.html"
ALL_DRAWN = "async () => (await loadModule('site/when-near.js')).everything()"
ALONE = """(selector) => {
    const part = document.querySelector(selector).closest(".rr-part");
    document.querySelectorAll("main > *").forEach((each) => { each.hidden = !each.contains(part); });
}"""
END_OF_PAGE = ": what was tested, and what falls short."


@pytest.fixture(scope="module")
def ear(playwright, tmp_path_factory):
    """A Firefox, and somebody who hears it."""
    with screen_reader.listening(playwright, tmp_path_factory.mktemp("heard")) as (opened, listener):
        page = opened.new_page()
        listener.hear("document web")
        yield page, listener


class Reading:
    """A page that is heard: what is done on it, and what is said then, line by line."""

    def __init__(self, ear, address: str):
        self.page, self._listener = ear
        self.page.goto(address)
        self.page.wait_for_function("() => document.documentElement.dataset.ready")
        self.page.evaluate(ALL_DRAWN)
        self._listener.hear("Skip to the text")

    def on(self, selector: str, *keys: str) -> None:
        """Put the focus on what `selector` finds first, and press keys there."""
        self.page.locator(selector).first.focus()
        self._listener.hear()
        self._listener.send(*keys)
        self._listener.hear()

    def all(self, until: str = END_OF_PAGE) -> list[str]:
        """What is said when everything is read from the top."""
        for place in (".rr-main", "a"):  # the focus is moved, or Orca reads on from where it is
            self.page.locator(place).first.focus()
            self._listener.hear()
        self._listener.send("KP_Add")
        return self._listener.hear(until, quiet=2)


def write(said: list[str], name: str) -> None:
    """Keep what was said, for somebody to read."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text("\n".join(said) + "\n", "utf-8")


def test_a_lesson_is_heard_to_its_end(ear, served):  # noqa: F811
    lesson = Reading(ear, served[0] + LESSON)
    lesson.on(".rr-item .rr-options input", "space")
    lesson.on(".rr-item .rr-sure input", "space")
    lesson.on(".rr-item .rr-main", "Return")
    lesson.on(".rr-mark", "Return")
    lesson.on(".rr-term", "Return", "Escape")
    lesson.on(".rr-note:not([hidden]) summary", "Return")
    lesson.on(".rr-claim .rr-ballot input", "space")
    lesson.on(".rr-claim .rr-main", "Return")
    lesson.on(".rr-timeline svg [tabindex='0']", "Right", "Return")
    lesson.on(".rr-guess button:last-of-type", "Return")
    lesson.on(".rr-hand-in .rr-main", "Return")

    said = lesson.all()
    write(said, "heard-lesson.txt")
    assert END_OF_PAGE in said[-1]


def test_a_story_is_heard_to_its_end(ear, served):  # noqa: F811
    story = Reading(ear, served[0] + STORY)
    unfold(story.page)
    story.page.evaluate(ALONE, ".rr-story")
    story.on(f"{SHOWN} input[type=radio]", "space")
    story.on(f"{SHOWN} button.rr-main", "Return")

    said = story.all()
    write(said, "heard-story.txt")
    assert END_OF_PAGE in said[-1]
