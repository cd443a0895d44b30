"""The feedback page a student gets and the report on a class, for readers who see little, enlarge, recolour, or print."""

from __future__ import annotations

import audit
import pytest
from classroom import DUE, Class

from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.report.report import report

pytestmark = pytest.mark.browser
EXERCISE, SEED = "02-opening", "a seed that nobody knows"


@pytest.fixture(scope="module", params=["feedback", "report"])
def sheet(request, chrome, root, tmp_path_factory):
    """The page, of a class of eight."""
    folder = tmp_path_factory.mktemp("class")
    class_ = Class(root, EXERCISE, 8, SEED)
    (folder / "in").mkdir()
    for _, name, text in class_.hand_ins():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    mark(
        root,
        folder / "in",
        root / f"exercises/key/{EXERCISE}.toml",
        folder / "out",
        MarkingOptions(class_.roster(folder / "roster.csv"), SEED, DUE),
    )
    made = folder / "report.html"
    if request.param == "report":
        made.write_text(report(root, folder / "out", EXERCISE), encoding="utf-8")
    else:
        made = folder / f"out/feedback/{class_.students[0]}.html"
    page = chrome.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(made.as_uri())
    audit.begin(page)
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_teachers_page_stands_out_and_axe_finds_nothing(sheet, scheme):
    with audit.media(sheet, color_scheme=scheme):
        assert audit.faults(sheet, "texts", 30) == []
        assert audit.faults(sheet, "figures", 0) == []
        assert audit.axe(sheet)["violations"] == []


def test_a_teachers_page_can_be_enlarged_narrowed_and_set_wide(sheet):
    found = [audit.faults(sheet, "headings", 3), audit.faults(sheet, "targets", 0)]
    with audit.style(sheet, audit.WIDE_SET):
        found.append(audit.faults(sheet, "clipped", 30))
    sheet.evaluate("() => audit.enlarge()")
    found.append(audit.faults(sheet, "clipped", 30))
    sheet.evaluate("() => audit.shrink()")
    sheet.set_viewport_size({"width": 320, "height": 900})
    found += [audit.faults(sheet, "reflow", 30), audit.faults(sheet, "clipped", 30)]
    sheet.set_viewport_size({"width": 1280, "height": 900})

    assert found == [[]] * 6


def test_a_teachers_page_is_legible_in_forced_colours_and_whole_on_paper(sheet):
    for scheme in ("light", "dark"):
        with audit.media(sheet, forced_colors="active", color_scheme=scheme):
            assert audit.faults(sheet, "texts", 30) == []
            assert audit.faults(sheet, "figures", 0) == []
    with audit.media(sheet, media="print"):
        assert audit.faults(sheet, "printed", 30) == []
