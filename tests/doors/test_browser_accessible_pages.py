"""The plain pages for readers who use the keyboard alone, listen, enlarge, recolour, hold things still, or print.

Pages on which every part of a plain page stands are opened once, all unfolded, and looked at from every side; axe and the text's
contrast are asked of every page. data/accessibility.toml says which criterion each test answers for.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter

import audit
import pytest
from pypdf import PdfReader
from test_browser_site import LESSON, NewReader, ledger, served  # noqa: F401

pytestmark = pytest.mark.browser
FORECASTS = "07-looking-back.html"
EVERY_PART = ("index.html", "accessibility.html", "00-start-here.html", LESSON, FORECASTS)


@pytest.fixture(scope="module")
def shelf(chrome, served):  # noqa: F811
    """The pages that hold every part, each in a window of its own and unfolded, for a reader who wants nothing to move."""
    with NewReader(chrome, served[0], reduced_motion="reduce") as reader:
        yield {name: unfolded(reader.open(name)) for name in EVERY_PART}


@pytest.fixture
def reader(chrome, served):  # noqa: F811
    """A reader with nothing kept yet."""
    with NewReader(chrome, served[0], reduced_motion="reduce") as made:
        yield made


def unfolded(page):
    page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_function("() => !document.querySelector('.rr-waiting')")
    audit.begin(page)
    return page


def look(page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "(dark) => document.documentElement.classList.contains('rr-dark') === dark", arg=scheme == "dark"
    )


def wrong(shelf, check: str, least: int = 1) -> dict[str, list[str]]:
    """What `check` finds on each page, if anything."""
    return {name: found for name, page in shelf.items() if (found := audit.faults(page, check, least))}


def narrowed(page, width: int, height: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("() => new Promise(requestAnimationFrame)")


# --- seen ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_controls_and_figures_stand_out_from_the_page(shelf, scheme):
    for page in shelf.values():
        look(page, scheme)

    assert wrong(shelf, "texts", 30) == {}
    assert wrong(shelf, "edges") == {}
    assert wrong(shelf, "figures", 0) == {}
    assert shelf[LESSON].evaluate("() => audit.figures().looked") > 200


def test_axe_finds_nothing_on_any_page_in_either_look(reader, served):  # noqa: F811
    found = {}
    for name in (path.name for path in sorted(served[1].glob("*.html"))):
        page = reader.open(name)
        if page.locator("[data-module='claims/claims.js']").count():
            ledger(page)
        audit.begin(page)
        for scheme in ("light", "dark"):
            look(page, scheme)
            found[name, scheme] = audit.faults(page, "texts", 30)
            if name in EVERY_PART:  # axe's own reckoning of colours takes as long as all its other rules
                found[name, scheme, "colours"] = coloured(page)
        found[name] = audit.axe(page, without=["color-contrast"])["violations"]
        page.close()

    assert {where: violations for where, violations in found.items() if violations} == {}


def coloured(page) -> list[str]:
    seen = audit.axe(page, only=["color-contrast"])
    assert seen["coloured"] > 20, "axe looked at too little for its silence to mean much"
    return seen["violations"]


def test_headings_follow_one_another_and_every_page_has_its_title_and_language(shelf):
    titles = Counter(page.title() for page in shelf.values())

    assert wrong(shelf, "headings", 2) == {}
    assert wrong(shelf, "shared", 0) == {}
    assert [title for title, pages in titles.items() if pages > 1 or "Reading Room" not in title] == []
    assert {page.evaluate("() => document.documentElement.lang") for page in shelf.values()} == {"en-GB"}


def test_at_320_pixels_only_tables_and_figures_scroll_sideways_in_a_box_of_their_own(shelf):
    for page in shelf.values():
        narrowed(page, 320)

    found = wrong(shelf, "reflow", 50), wrong(shelf, "clipped", 10), wrong(shelf, "targets")

    for page in shelf.values():
        narrowed(page, 1280)
    assert found == ({}, {}, {})


def test_text_twice_as_large_is_neither_cut_off_nor_laid_over_other_text(shelf):
    before = {name: page.evaluate("() => audit.words()") for name, page in shelf.items()}
    assert all(page.evaluate("() => audit.enlarge()") > 50 for page in shelf.values())

    found = wrong(shelf, "clipped", 10)

    after = {
        name: page.evaluate("() => { const words = audit.words(); audit.shrink(); return words; }")
        for name, page in shelf.items()
    }
    assert (found, after) == ({}, before)


def test_text_set_wide_is_neither_cut_off_nor_laid_over_other_text(shelf):
    found = {}
    for name, page in shelf.items():
        with audit.style(page, audit.WIDE_SET):
            found[name] = audit.faults(page, "clipped", 10)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_controls_are_24_pixels_wide_and_high_or_stand_apart(shelf):
    assert wrong(shelf, "targets", 5) == {}


def test_nothing_moves_for_a_reader_who_wants_stillness(shelf):
    assert wrong(shelf, "motion", 50) == {}


@pytest.mark.parametrize("kept", ["light", "dark"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_states_differ_and_figures_are_legible_whatever_look_is_kept(shelf, scheme, kept):
    page = shelf[LESSON]
    look(page, scheme)
    wear = "(dark) => document.documentElement.classList.toggle('rr-dark', dark)"  # as site/theme.js does where a look is kept
    page.evaluate(wear, kept == "dark")

    with audit.media(page, forced_colors="active"):
        assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
        found = [audit.faults(page, "states", 40), audit.faults(page, "figures", 200), audit.faults(page, "texts", 200)]

    page.evaluate(wear, scheme == "dark")
    assert found == [[], [], []]


# --- by keyboard ---------------------------------------------------------------------------------------------------------


def walk(page) -> tuple[list[str], int]:
    """Press Tab from the top of the page until it is left; return where the focus was not seen, and how many stops there were."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    unseen, stops = [], 0
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate("() => audit.stop()")
        if stop["over"] or stop["seen"]:
            return unseen, stops
        stops += 1
        unseen += filter(None, [stop["fault"]])


@pytest.mark.parametrize("colours", ["none", "active"])
def test_tab_reaches_every_control_and_leaves_the_page_and_the_focus_is_seen_all_the_way(shelf, colours):
    pages = shelf if colours == "none" else {LESSON: shelf[LESSON]}
    found = {}
    for name, page in pages.items():
        page.bring_to_front()
        audit.begin(page)
        with audit.media(page, forced_colors=colours):
            unseen, stops = walk(page)
            found[name] = unseen + [f"never reached: {each}" for each in page.evaluate("() => audit.unreached()")]
        assert stops > 5

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", ["index.html", LESSON, FORECASTS])
def test_the_focus_stays_when_a_control_is_pressed(reader, name):
    page = unfolded(reader.open(name))
    names, tried = audit.lost(page)

    assert names == []
    assert tried >= {"index.html": 2, LESSON: 25, FORECASTS: 25}[name]


def test_the_search_holds_the_focus_while_it_is_open_and_gives_it_back(reader):
    page = reader.open("index.html")
    page.locator("#search").press("Enter")
    page.locator("dialog[open] input:focus").wait_for()
    page.keyboard.press("Escape")

    assert page.evaluate("() => document.activeElement.id") == "search"


def test_the_way_past_the_head_of_a_page_is_the_first_stop(reader):
    page = reader.open(LESSON)
    page.keyboard.press("Tab")
    box = page.locator(".skip:focus").bounding_box()
    page.keyboard.press("Enter")

    assert box["x"] >= 0 and box["y"] >= 0
    assert page.evaluate("() => document.activeElement.id") == "main"


def test_what_is_told_beside_a_mark_can_be_pointed_at_and_goes_with_escape(shelf):
    page = shelf[FORECASTS]
    page.bring_to_front()
    tip, mark = (
        page.locator("section.rr-timeline .rr-tip"),
        page.locator("section.rr-timeline svg .rr-event-mark[tabindex='0']"),
    )
    page.locator("section.rr-timeline .rr-filters input").last.focus()
    while not page.evaluate("() => document.activeElement.matches('.rr-event-mark')"):
        page.keyboard.press("Tab")
    assert tip.is_visible() and mark.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert tip.is_hidden() and page.evaluate("() => document.activeElement.matches('.rr-event-mark')")

    mark.hover()
    tip.hover()
    page.wait_for_timeout(400)  # longer than it stays when nothing points at it
    assert tip.is_visible()


# --- heard ---------------------------------------------------------------------------------------------------------------


def press(page, name: str, within: str = "main"):
    return lambda: page.locator(within).get_by_role("button", name=name, exact=True).first.press("Enter")


def test_what_a_lesson_answers_is_read_from_the_tree_of_accessible_things(reader):
    page = reader.open(LESSON)
    ear = audit.Ear(page)
    quiz = page.locator(".rr-quiz")

    assert "All notes are off." in ear.hears(press(page, "None"))
    assert "first" in ear.hears(press(page, "Check answer"))
    quiz.locator(".rr-options input").first.check()
    quiz.locator(".rr-sure input").first.check()
    assert re.search(r"[Rr]ight", ear.hears(press(page, "Check answer")))
    assert "Write a few sentences first" in ear.hears(press(page, "Compare with a model answer"))
    assert "Type a number first" in ear.hears(press(page, "Show guess and figure"))
    page.locator(".rr-guess input").first.fill("3")
    assert "You said 3" in ear.hears(press(page, "Show guess and figure"))
    ledger(page).locator(".rr-ballot input").first.check()
    assert "The ledger says" in ear.hears(press(page, "Vote and see the verdict"))
    assert "You said: changes a detail." in ear.hears(press(page, "changes a detail"))
    assert "downloaded" in ear.hears(press(page, "Download my record"))


def test_what_the_whole_course_answers_is_read_from_the_tree_of_accessible_things(reader):
    page = reader.open(FORECASTS)
    ear = audit.Ear(page)
    page.locator(".rr-forecast input[type=number]").first.fill("70")
    assert "You said 70 per cent" in ear.hears(press(page, "Show how it ended"))
    page.locator("[data-module='timeline/timeline.js']").scroll_into_view_if_needed()
    page.locator("section.rr-timeline").wait_for()
    assert " shown" in ear.hears(
        lambda: page.locator("section.rr-timeline .rr-filters input[type=checkbox]").first.press("Space")
    )
    page.locator("#search").press("Enter")
    page.locator("dialog[open] input:focus").wait_for()
    assert "place" in ear.hears(lambda: page.keyboard.type("treaty"))


# --- on paper ------------------------------------------------------------------------------------------------------------


def test_on_paper_nothing_is_cut_off_and_no_control_is_printed_in_vain(shelf):
    found = {}
    for name, page in shelf.items():
        with audit.media(page, media="print"):
            found[name] = audit.faults(page, "printed", 50)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_printed_lesson_has_its_words(shelf, library):
    document = PdfReader(io.BytesIO(shelf[LESSON].pdf(format="A4")))
    words = plain(" ".join(sheet.extract_text() for sheet in document.pages))

    assert len(document.pages) > 5
    for paragraph in library.of_section("bureaucrats"):
        gist = shelf[LESSON].locator(f"#rr-p-{paragraph.id} .rr-gist").text_content()
        assert plain(gist)[:80] in words, paragraph.id


def plain(text: str) -> str:
    """The letters of a text: where a PDF breaks its lines and words is its own affair."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).lower())
