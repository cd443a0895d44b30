"""What is said of a lesson and of a story after they were used by keys: all of it, in the order of the page.

A virtual screen reader reads a course on another text, which changes only when the engine does. What it says is kept in
`expected/` and compared; somebody reads it as one would hear it, whenever it changes. Written anew by

    READINGROOM_SPOKEN=write python3 -m readingroom test tests/doors/test_spoken.py
"""

from __future__ import annotations

import difflib
import os
import shutil
from pathlib import Path

import browser
import pytest
from keyboard import answer
from test_browser_site import NewReader

from readingroom.content.library import Library
from readingroom.site.build import build
from readingroom.site.serve import server

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests/tiny"
VIRTUAL_READER = ROOT / ".ci/javascript/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
EXPECTED = Path(__file__).with_name("expected")
ALL_DRAWN = "async () => (await loadModule('site/when-near.js')).everything()"
READ_ALOUD = """async () => {
    const { virtual } = await import('./virtual-reader.js');
    await virtual.start({ container: document.querySelector('main') });
    while ((await virtual.lastSpokenPhrase()) !== 'end of main') await virtual.next();
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    return said;
}"""
REDRAWN = 600  # milliseconds; the record is drawn anew some time after what was saved last
# Marks of the text's own form, which a screen reader may tell or not.
UNTOLD = {f"{end}{role}" for role in ("paragraph", "strong", "emphasis", "generic") for end in ("", "end of ")}


@pytest.fixture(scope="module")
def tiny() -> Library:
    return Library(TINY)


@pytest.fixture(scope="module")
def reader(chrome, tmp_path_factory):
    if not VIRTUAL_READER.is_file():
        if os.environ.get("READINGROOM_NODE") == "required":
            pytest.fail(f"{VIRTUAL_READER} is missing: run npm ci in .ci/javascript")
        pytest.skip("no virtual screen reader is installed (npm ci in .ci/javascript): nothing was heard")
    out = tmp_path_factory.mktemp("spoken") / "site"
    build(TINY, out)
    shutil.copy(VIRTUAL_READER, out / "virtual-reader.js")
    with browser.answering(server(out, 0)) as address, NewReader(chrome, address) as reader:
        yield reader


def spoken(page) -> list[str]:
    """What is said when the page is read from its top to its end."""
    page.evaluate(ALL_DRAWN)
    page.wait_for_timeout(REDRAWN)
    return [phrase for phrase in page.evaluate(READ_ALOUD) if phrase not in UNTOLD]


def compare(said: list[str], name: str) -> None:
    """Hold what was said to what is kept, or keep it where READINGROOM_SPOKEN says `write`."""
    kept = EXPECTED / name
    if os.environ.get("READINGROOM_SPOKEN") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("\n".join(said) + "\n", "utf-8")
    expected = kept.read_text("utf-8").splitlines()
    assert said == expected, "\n".join(difflib.unified_diff(expected, said, name, "said now", lineterm="", n=2))


def use(page, selector: str, *keys: str) -> None:
    """Put the focus on what `selector` finds first, and press keys there."""
    page.locator(selector).first.focus()
    for key in keys:
        page.keyboard.press(key)


def test_a_lesson_is_told_as_it_was_when_somebody_last_read_it(reader, tiny):
    page = reader.open("01-founding.html")
    page.evaluate(ALL_DRAWN)
    for item in tiny.items("founding"):
        if page.locator(f"#rr-item-{item.id} .rr-sure").count():
            answer(page, tiny, item)
            use(page, f"#rr-item-{item.id} .rr-sure input", "Space")
            use(page, f"#rr-item-{item.id} .rr-main", "Enter")
    use(page, ".rr-mark", "Enter")
    use(page, ".rr-note:not([hidden]) summary", "Enter")
    use(page, ".rr-claim .rr-ballot input", "Space")
    use(page, ".rr-claim .rr-main", "Enter")
    use(page, ".rr-timeline svg [tabindex='0']", "ArrowRight", "Enter")
    use(page, ".rr-guess button:last-of-type", "Enter")
    use(page, ".rr-hand-in .rr-main", "Enter")

    compare(spoken(page), "spoken-lesson.txt")


def test_a_story_is_told_as_it_was_when_somebody_last_read_it(reader):
    page = reader.open("03-last-look.html")
    page.evaluate(ALL_DRAWN)
    use(page, ".rr-stop:not([hidden]) input[type=radio]", "Space")
    use(page, ".rr-stop:not([hidden]) button.rr-main", "Enter")

    compare(spoken(page), "spoken-story.txt")
