"""A course on another text, as its readers meet it: in JupyterLab, and as plain pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import browser
import pytest
from keyboard import answer
from test_browser_site import NewReader

from readingroom.content.kinds import KINDS, kind_name
from readingroom.content.library import Library
from readingroom.site.build import build
from readingroom.site.serve import server

pytestmark = pytest.mark.browser
TINY = Path(__file__).resolve().parents[1] / "tiny"
LESSONS = [path.name for path in sorted((TINY / "notebooks").glob("*.ipynb"))]
FOREIGN = ["the article", "\N{PILCROW SIGN}", "Russia", "October 2003"]


@pytest.fixture(scope="module")
def tiny() -> Library:
    return Library(TINY)


@pytest.fixture(scope="module")
def reader(chrome, tmp_path_factory):
    out = tmp_path_factory.mktemp("tiny") / "site"
    build(TINY, out)
    with browser.answering(server(out, 0)) as address, NewReader(chrome, address) as reader:
        yield reader


def test_a_lesson_runs_to_its_end_in_jupyterlab(page, lab):
    if not (lab.course / "tiny").exists():
        shutil.copytree(TINY, lab.course / "tiny")
    browser.open_notebook(page, lab, f"tiny/notebooks/{LESSONS[1]}")

    browser.run_all(page)
    page.locator(".rr-record").wait_for()

    assert browser.errors(page) == []
    assert page.troubles == []


def test_an_item_of_every_kind_is_answered_on_a_plain_page(reader, tiny):
    answered = set()
    for path in LESSONS:
        page = reader.open(f"{path.removesuffix('.ipynb')}.html")
        for quiz in tiny.quizzes:
            for item in tiny.items(quiz):
                if page.locator(f"#rr-item-{item.id}").count() and not KINDS[kind_name(item)].marked_by_people:
                    answer(page, tiny, item)
                    page.locator(f"#rr-item-{item.id} .rr-sure input").last.check()
                    page.locator(f"#rr-item-{item.id} .rr-main").click()
                    assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").inner_text(), item.id
                    answered.add(kind_name(item))
        page.close()

    assert answered == {kind for kind in KINDS if KINDS[kind].item and not KINDS[kind].marked_by_people}
    assert reader.troubles == []


def test_what_scripts_draw_speaks_of_its_own_text_only(reader):
    shown = ""
    for path in LESSONS:
        page = reader.open(f"{path.removesuffix('.ipynb')}.html")
        page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")
        shown += page.locator("body").inner_text() + page.locator("body").inner_html()
        page.close()

    assert "the speech" in shown
    assert [word for word in FOREIGN if word in shown] == []
