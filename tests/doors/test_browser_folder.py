"""The plain pages with no server: a folder of them opened by double-click, in which browsers refuse modules and fetch."""

from __future__ import annotations

from pathlib import Path

import pytest
from dead_parts import DEAD_PARTS
from keyboard import answer_where_it_stands, one_of_each_kind
from test_browser_quiz import QUIZ
from test_browser_site import LESSON, NewReader

from readingroom.content.library import Library
from readingroom.site.build import build

pytestmark = pytest.mark.browser
NO_PLOTLY = "globalThis.Plotly = { newPlot: async () => {} };"
TINY = Path(__file__).resolve().parents[1] / "tiny"


@pytest.fixture(scope="module")
def folders(site, tmp_path_factory) -> list[Path]:
    """The site of this course, and that of a course on another text."""
    folder = tmp_path_factory.mktemp("folders")
    this, tiny = folder / "this", folder / "tiny"
    this.symlink_to(site)
    build(TINY, tiny)
    return [this, tiny]


@pytest.fixture
def reader(chrome, folders):
    """A browser of its own that reaches nothing but the folder."""
    with NewReader(chrome, f"{folders[0].parent.as_uri()}/") as made:
        yield made


def test_no_page_opened_as_a_file_has_a_dead_part(reader, folders):
    dead = {}
    paths = [path for folder in folders for path in sorted(folder.glob("*.html"))]
    for path in sorted(paths, key=lambda path: path.name != LESSON):
        if path.name != LESSON:  # plotly draws the figures of one lesson; of the others it is enough that they come
            reader.context.route("**/plotly.min.js", lambda route: route.fulfill(body=NO_PLOTLY))
        page = reader.open(f"{path.parent.name}/{path.name}")
        dead[path] = page.evaluate(DEAD_PARTS)
        page.close()

    assert {path.name: found for path, found in dead.items() if found} == {}
    assert len(dead) > 12
    assert reader.outside == []


def test_what_is_answered_on_a_page_opened_as_a_file_is_kept_and_known_to_the_other_pages(reader, library: Library):
    items = one_of_each_kind(library, QUIZ)
    page = reader.open(f"this/{LESSON}")
    for kind in ("choice", "order", "number"):
        answer_where_it_stands(page, library, items[kind])
    page.locator("[data-module='claims/claims.js']").scroll_into_view_if_needed()
    page.locator(".rr-ballot input").first.check()
    reader.again(page)
    said = [page.locator(f"#rr-item-{items[kind].id} > [role=status]").inner_text() for kind in ("choice", "order")]
    contents = reader.open("this/index.html")
    contents.keyboard.press("Control+k")
    contents.locator("dialog[open] input").wait_for()
    contents.keyboard.type("vanik jackson")
    contents.locator(".hits a").first.wait_for()

    assert all("Right." in each for each in said)
    assert "3 of 21" in contents.locator(".rr-record").inner_text()


def test_where_the_browser_keeps_nothing_for_files_the_page_says_so_and_answers_all_the_same(reader):
    reader.context.add_init_script(
        "Object.defineProperty(globalThis, 'localStorage', { get() { throw Error('no'); } })"
    )
    page = reader.open(f"this/{LESSON}")
    page.locator(".rr-mark").first.click()
    told = page.locator(".rr-reader .rr-kept[role=alert]").filter(has_text="keeps nothing for this page")
    told.first.wait_for()

    assert page.locator(".rr-mark[aria-pressed=true]").count() == 1


def test_a_folder_that_is_not_whole_is_told_in_a_sentence(reader, folders):
    reader.context.route(
        "**/site/**", lambda route: route.continue_() if "theme" in route.request.url else route.abort()
    )
    page = reader.open("this/index.html", ready=False)

    page.get_by_text("unpack all of the zip first").wait_for()
