"""The plain pages in a browser that reaches nothing but the folder they lie in: no kernel, no server of ours, no network."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
import time
from pathlib import Path

import browser
import pytest
from keyboard import KINDS, answer_where_it_stands, focused, one_of_each_kind, settle
from test_browser_quiz import QUIZ

from readingroom.learning.progress import fold
from readingroom.learning.submission import lesson_format
from readingroom.parts.record.record import record_content

pytestmark = pytest.mark.browser
LESSON = "05-bureaucrats.html"
NOT_LAID_OUT = "main > .rr-part:not(.laid-out), .rr-paragraph:not(.laid-out)"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server, and no more."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def served(site):
    """The address of the built site, which no other file's tests have been to, and the folder it lies in."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", site
    server.shutdown()


@pytest.fixture
def reader(chrome, served):
    """A browser of its own, empty, that notes and blocks every request to another place."""
    with NewReader(chrome, served[0]) as made:
        yield made


class NewReader:
    """A reader's browser: `open(page)` gives a page on which every part stands; `outside` and `troubles` must stay empty."""

    def __init__(self, chrome, address, **more):
        self.address, self.outside, self.troubles = address, [], []
        self.context = chrome.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True, **more)
        self.context.add_init_script(browser.OPEN_FOLDS)
        self.context.set_default_timeout(60_000)
        self.context.route(lambda url: not url.startswith((address, "data:", "blob:")), self._refuse)

    def _refuse(self, route):
        self.outside.append(route.request.url)
        route.abort()

    def open(self, name, ready=True):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"{name}: {error}"))
        page.on("console", lambda said: self.troubles.append(f"{name}: {said.text}") if said.type == "error" else None)
        page.on(
            "response",
            lambda answer: self.troubles.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
        )
        page.goto(self.address + name)
        if ready:
            self.wait(page)
        return page

    @staticmethod
    def wait(page):
        page.wait_for_function("() => document.documentElement.dataset.ready")

    def again(self, page):
        page.reload()
        self.wait(page)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def entries(page) -> list[dict]:
    return page.evaluate("async () => (await loadModule('site/record-store.js')).openRecord().entries()")


def ledger(page):
    """The claims of a lesson, which come when the reader does."""
    page.locator("[data-module='claims/claims.js']").scroll_into_view_if_needed()
    page.locator(".rr-claim").first.wait_for()
    return page.locator(".rr-ledger:has(.rr-claim)")


def downloaded(page) -> str:
    """The record's file, asked for once nothing near it is on its way: what comes above it moves the button."""
    page.get_by_role("button", name="Download my record").scroll_into_view_if_needed()
    page.evaluate("async () => (await loadModule('site/when-near.js')).underWay()")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download my record").click()
    return Path(coming.value.path()).read_text(encoding="utf-8")


def test_every_page_opens_and_draws_without_an_error_and_asks_nothing_of_the_network(reader, served):
    for path in sorted(served[1].glob("*.html"), key=lambda path: path.name != LESSON):
        if (
            path.name != LESSON
        ):  # plotly draws the figures of one lesson here; of the others it is enough that they come
            reader.context.route(
                "**/plotly.min.js",
                lambda route: route.fulfill(
                    body="globalThis.Plotly = { newPlot: async () => {} };", content_type="text/javascript"
                ),
            )
        page = reader.open(path.name)
        page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")
        assert page.locator(".rr-prose").count() == 0, f"a part of {path.name} was left as it stood"
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), (
            f"{path.name} is wider than the window"
        )
        page.close()

    assert (reader.troubles, reader.outside) == ([], [])


def test_what_is_still_on_its_way_is_waited_for_when_everything_is_wanted(reader):
    held = []
    reader.context.route("**/parts/ways-*.json", lambda route: held.append(route))
    page = reader.open("07-looking-back.html")  # the choice of the way is near: it is asked for, and does not come yet
    page.evaluate(
        "() => { loadModule('site/when-near.js').then((parts) => parts.everything()).then(() => { window.allThere = true; }); }"
    )
    page.wait_for_timeout(1000)
    early = page.evaluate("() => window.allThere")

    held[0].continue_()
    page.wait_for_function("() => window.allThere")

    assert (early, page.locator(".rr-prose").count()) == (None, 0)


def test_a_reader_without_scripts_has_the_lesson_as_prose_and_knows_why_nothing_can_be_answered(
    chrome, served, library
):
    with NewReader(chrome, served[0], java_script_enabled=False) as plain:
        page = plain.open(LESSON, ready=False)

        assert page.locator(".rr-gist:visible").count() == len(library.of_section(QUIZ))
        assert page.locator(".rr-note:visible").count() == len(library.notes(QUIZ))
        assert page.locator("button:visible:not(.rr-term)").count() == 0, "a button that answers nothing"
        assert page.get_by_text("No script of this page has run").is_visible()


def test_a_reader_whose_scripts_run_is_told_of_none(reader):
    page = reader.open(LESSON)

    assert page.locator(".no-scripts").count() == 1 and not page.locator(".no-scripts").is_visible()


def test_an_item_of_each_kind_is_answered_by_keyboard_and_there_after_a_reload(reader, library):
    page = reader.open(LESSON)
    items = one_of_each_kind(library, QUIZ)
    for kind in KINDS:
        item = items[kind]
        answer_where_it_stands(page, library, item)
        assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").inner_text(), kind
        assert focused(page, "on.className") == "rr-main"

    reader.again(page)

    for item in items.values():
        assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()
    assert f"{len(KINDS)} of" in page.locator(".beside .progress").inner_text()
    assert reader.troubles == []


def test_what_was_gained_compares_first_answers_of_both_quizzes(reader, library):
    asked, again = (
        next(i for i in library.items(quiz) if i.id.endswith("august-1998")) for quiz in ("start", "at-the-end")
    )
    page = reader.open("00-start-here.html")
    settle(page, library, asked)
    page = reader.open("08-a-new-text.html")
    assert "You answered 1 of 10 questions" in page.locator(".rr-gain").text_content()

    settle(page, library, again)
    page.locator(".rr-gain dl").wait_for()
    reader.again(page)

    row = page.locator(".rr-gain tbody tr", has_text="The crisis of 1998")
    assert row.locator("td").all_text_contents() == ["right", "right", "knew it, know it"]
    assert (reader.troubles, reader.outside) == ([], [])


def test_a_note_a_mark_a_vote_and_a_guess_are_there_after_a_reload(reader):
    page = reader.open(LESSON)
    page.locator(".rr-mine textarea").first.fill("Who says so?")
    page.get_by_role("button", name="Puzzling").first.click()
    page.locator("[data-module='claims/claims.js']").scroll_into_view_if_needed()
    page.locator(".rr-ballot input").first.check()
    page.locator(".rr-guess input").first.fill("3.7")
    page.route("**/plotly.min.js", lambda route: route.abort())  # the figure is not what is asked here
    page.get_by_role("button", name="Show guess and figure").first.click()

    reader.again(page)

    assert page.locator(".rr-mine textarea").first.input_value() == "Who says so?"
    assert page.get_by_role("button", name="Puzzling").first.get_attribute("aria-pressed") == "true"
    assert page.locator(".rr-guessed").first.inner_text().startswith("You said 3.7")
    assert {entry["what"] for entry in entries(page)} >= {"note", "mark", "guess"}


def test_a_lesson_is_handed_in_by_keyboard_without_the_notes_unless_they_are_ticked(reader):
    page = reader.open("01-opening.html")
    page.locator(".rr-mine textarea").first.fill("Between us.")
    page.get_by_role("button", name="Puzzling").first.click()
    page.locator("[data-module='hand_in/hand-in.js']").scroll_into_view_if_needed()
    part = page.locator(".rr-hand-in")
    part.get_by_label("Your name or number").fill("\u00c1ine")

    def made():
        part.get_by_role("button", name="Make my hand-in").press("Enter")
        with page.expect_download() as coming:
            part.get_by_role("button", name="Download the file").press("Enter")
        return lesson_format.read(Path(coming.value.path()).read_text(encoding="utf-8"))

    assert "1 of 4 (\u00b61 puzzling)" in part.inner_text()
    without = made()
    part.get_by_label("Send my notes too").press("Space")
    with_notes = made()
    reader.again(page)
    page.locator("[data-module='hand_in/hand-in.js']").scroll_into_view_if_needed()

    assert (without.damage, with_notes.damage) == ("", "")
    assert (without.hand_in.student, without.hand_in.marks) == ("\u00c1ine", {"opening-1": "puzzling"})
    assert (without.hand_in.notes, with_notes.hand_in.notes) == ({}, {"opening-1": "Between us."})
    part.get_by_text(with_notes.receipt).wait_for()
    assert reader.troubles == []


def test_a_written_line_is_kept_when_the_page_is_left_at_once(reader):
    page = reader.open(LESSON)
    page.locator(".rr-mine textarea").first.focus()
    page.keyboard.type("In haste")

    page.goto(reader.address + "index.html")
    reader.wait(page)

    assert [entry["text"] for entry in entries(page)] == ["In haste"]


def test_the_record_of_a_page_restores_in_the_notebooks(reader, library, record):
    page = reader.open(LESSON)
    do_a_little(page, library)

    assert record.restore(downloaded(page)) == (len(entries(page)), 0)
    assert fold(record.entries) == page.evaluate(
        "async () => (await loadModule('site/progress.js')).fold((await loadModule('site/record-store.js')).openRecord().entries())"
    )


def test_the_record_of_the_notebooks_restores_on_a_page_and_says_the_same(reader, library, record, tmp_path):
    item = one_of_each_kind(library, QUIZ)["choice"]
    written = next(i for i in library.items(QUIZ) if i.use == "write")
    record.append(
        [
            {
                "what": "answer",
                "at": "2026-01-01T10:00:00.000Z",
                "quiz": QUIZ,
                "item": item.id,
                "response": item.answer,
                "fraction": 1,
                "certainty": 3,
            },
            {
                "what": "answer",
                "at": "2026-01-01T10:05:00.000Z",
                "quiz": QUIZ,
                "item": item.id,
                "response": item.answer,
                "fraction": 0.5,
                "certainty": 2,
            },
            {"what": "answer", "quiz": QUIZ, "item": written.id, "response": {}, "fraction": 1, "text": "Trade."},
            {"what": "mark", "paragraph": f"{QUIZ}-1", "mark": "puzzling"},
            {"what": "note", "paragraph": f"{QUIZ}-2", "text": "  Hm. "},
            {"what": "draft", "item": written.id, "text": "Tr"},
            {"what": "of a later course"},
        ]
    )
    (tmp_path / "mine.jsonl").write_text(record.export() + "torn", encoding="utf-8")
    page = reader.open(LESSON)

    page.get_by_label("Restore from a file").set_input_files(tmp_path / "mine.jsonl")

    page.get_by_text("7 new entries were restored. 1 line of the file could not be read").wait_for()
    assert "partly" in page.locator(f"#rr-item-{item.id} > [role=status]").inner_text().lower()
    shown = page.evaluate("""async () => (await loadModule('site/mount-record.js')).recordContent(
        (await (await fetch('parts/record.json')).json()).content, '\u00b6', (await loadModule('site/record-store.js')).openRecord().entries())""")
    assert shown == json.loads(json.dumps(record_content(library, record)))


def test_a_file_that_is_no_record_is_named_as_such(reader, tmp_path):
    (tmp_path / "diary.txt").write_text("dear diary\n", encoding="utf-8")
    page = reader.open(LESSON)

    page.get_by_label("Restore from a file").set_input_files(tmp_path / "diary.txt")

    page.get_by_text("This is not a record of this program; nothing was changed.").wait_for()
    assert entries(page) == []


def test_two_pages_open_at_once_keep_both_readers_work(reader):
    one, two = reader.open(LESSON), reader.open(LESSON)
    one.get_by_role("button", name="Clear").nth(0).click()
    two.get_by_role("button", name="Puzzling").nth(1).click()

    one.wait_for_function("() => document.querySelectorAll('.rr-mark[aria-pressed=true]').length === 2")
    assert {entry["mark"] for entry in entries(two)} == {"clear", "puzzling"}


def test_a_browser_that_keeps_nothing_is_named_and_the_record_can_still_be_taken_along(reader):
    page = reader.open(LESSON)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )

    page.get_by_role("button", name="Clear").first.click()

    assert "keeps nothing" in page.locator(".rr-reader .rr-kept[role=alert]").inner_text()
    assert '"what":"mark"' in downloaded(page)


PLOTLY_CAME = "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('plotly.min')).length"


def test_a_chart_comes_as_its_picture_with_the_guess_marked_and_plotly_only_to_zoom(reader):
    page = reader.open(LESSON)
    chart = page.locator(".rr-chart:has(.rr-guess)").first
    assert chart.locator(".rr-still").count() == 0

    chart.locator(".rr-guess input").fill("2.5")
    chart.get_by_role("button", name="Show guess and figure").click()

    chart.locator(".rr-still:visible .rr-own-guess", has_text=re.compile(r"your guess:\s*2\.5")).wait_for()
    assert chart.locator(".rr-still:visible").count() == 1
    assert page.evaluate(PLOTLY_CAME) == 0
    chart.get_by_role("button", name="Zoom into this chart").press("Enter")
    chart.locator(".annotation", has_text=re.compile(r"your guess:\s*2\.5")).wait_for(state="attached")
    assert (page.evaluate(PLOTLY_CAME), chart.locator(".rr-still").count()) == (1, 0)
    assert "enlarge" in chart.locator(".rr-along [role=status]").inner_text()
    chart.get_by_role("button", name="Back to the picture").press("Enter")
    chart.locator(".rr-still:visible .rr-own-guess").wait_for()
    assert (reader.troubles, reader.outside) == ([], [])


def test_the_figures_of_a_date_are_read_off_a_picture_by_keyboard_and_by_pointer(reader):
    page = reader.open("06-check.html")
    chart = page.locator("[data-chart='share-since']")
    chart.scroll_into_view_if_needed()
    chart.locator(".rr-still:visible").wait_for()
    slider = chart.get_by_role("slider", name="Read along the chart")

    slider.press("Home")

    assert slider.get_attribute("aria-valuetext").startswith("2000: Both ways 0.49 per cent")
    assert chart.locator(".rr-along > div > p").inner_text() == slider.get_attribute("aria-valuetext")
    box = chart.locator(".rr-still:visible").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    assert not slider.get_attribute("aria-valuetext").startswith("2000")
    assert chart.locator(".rr-still:visible .rr-still-ruler").count() == 1
    chart.get_by_role("button", name="Copy the chart as a picture").press("Enter")
    chart.get_by_text(re.compile("picture is (copied|saved)")).wait_for()


def test_the_timeline_comes_with_its_figure_and_its_list_when_it_is_near(reader):
    page = reader.open("01-opening.html")
    assert page.locator(".rr-timeline").count() == 0

    page.locator("[data-module='timeline/timeline.js']").scroll_into_view_if_needed()

    page.locator(".rr-timeline svg.rr-figure").first.wait_for()
    assert page.locator(".rr-timeline li.rr-event:visible, .rr-timeline .rr-event:visible").count() > 10


@pytest.mark.parametrize("module", ["claims/claims.js", "timeline/timeline.js"])
def test_a_part_that_grows_by_screens_has_come_before_it_is_in_sight(reader, module):
    page = reader.open("01-opening.html")
    part = page.locator(f"[data-module='{module}']")
    part.evaluate("(part) => part.firstElementChild.setAttribute('data-prose', '')")

    # Again and again: what comes above it pushes it down.
    page.wait_for_function(
        """(part) => {
            scrollBy(0, part.getBoundingClientRect().top - innerHeight - 2500);
            return !part.querySelector("[data-prose]");
        }""",
        arg=part.element_handle(),
        polling=200,
    )

    assert part.bounding_box()["y"] > 900


def test_the_course_is_searched_by_keyboard(reader):
    page = reader.open("index.html")
    page.bring_to_front()  # `:focus` holds in the page in front alone, and other tests may have left theirs there
    page.keyboard.press("Control+k")
    page.wait_for_function("() => document.activeElement?.matches('dialog[open] input')")
    page.keyboard.type("vanik jackson")
    page.locator(".hits a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    reader.wait(page)

    assert page.locator("dialog[open]").count() == 0
    page.wait_for_function(
        "() => document.activeElement.id === decodeURIComponent(location.hash.slice(1)) && location.hash.length > 1"
    )


@pytest.mark.parametrize("kind", ["chart", "claim", "event"])
def test_what_the_search_finds_is_shown_where_it_stands_whatever_is_drawn_above_it(reader, served, kind):
    found = [
        entry["place"]
        for entry in json.loads((served[1] / "search.json").read_text(encoding="utf-8"))
        if entry["kind"] == kind and entry["place"].startswith(LESSON)
    ]
    page = reader.open(found[-1])
    anchor = found[-1].split("#")[1]
    page.wait_for_function("(id) => document.activeElement.id === id", arg=anchor)
    page.evaluate("async () => (await loadModule('site/when-near.js')).underWay()")

    top = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", anchor)
    assert 0 <= top < 450
    assert kind != "event" or page.locator(".rr-event-panel h4").count() == 1
    assert (reader.troubles, reader.outside) == ([], [])


@pytest.mark.parametrize("paragraph", [2, 4, 8])
def test_on_a_phone_an_address_leads_to_its_paragraph_however_busy_the_browser_is(reader, paragraph):
    anchor = f"rr-p-bureaucrats-{paragraph}"
    reader.context.add_init_script("window.requestIdleCallback = (act) => setTimeout(act, 300)")
    page = reader.open("index.html")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{reader.address}{LESSON}#{anchor}")
    reader.wait(page)
    page.wait_for_function("(pieces) => !document.querySelector(pieces)", arg=NOT_LAID_OUT)
    page.evaluate("async () => (await loadModule('site/when-near.js')).underWay()")

    assert 0 <= page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", anchor) < 450


def test_on_a_phone_a_lesson_is_laid_out_to_its_end_before_it_is_ready(reader):
    page = reader.open("index.html")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{reader.address}{LESSON}")
    early = page.locator(NOT_LAID_OUT).count()
    reader.wait(page)

    assert early > page.locator(NOT_LAID_OUT).count() == 0


def test_a_hit_is_cut_at_words_and_shows_no_words_of_the_index(reader, library):
    page = reader.open("index.html")
    term = next(term for term in library.terms.values() if term.aliases)
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input:focus").wait_for()
    page.keyboard.type(term.aliases[0])
    page.locator(".hits a", has_text=term.term).first.wait_for()
    index = page.evaluate("async () => (await fetch('search.json')).json()")

    for place, shown in page.locator(".hits a").evaluate_all(
        "(all) => all.map((a) => [a.getAttribute('href'), a.querySelector('.hit-text').textContent])"
    ):
        inner = shown.removeprefix("\N{HORIZONTAL ELLIPSIS} ").removesuffix(" \N{HORIZONTAL ELLIPSIS}")
        assert any(f" {inner.strip()} " in f" {entry['text']} " for entry in index if entry["place"] == place), place


def test_a_paragraph_of_another_lesson_is_one_step_away(reader):
    page = reader.open("07-looking-back.html")
    page.get_by_role("button", name="Go to paragraph 26").first.click()
    page.wait_for_url(f"**/{LESSON}#rr-p-bureaucrats-7")
    page.wait_for_function("() => document.activeElement?.id === 'rr-p-bureaucrats-7'")


def test_the_look_is_the_systems_until_the_reader_chooses_and_then_kept(chrome, served):
    with NewReader(chrome, served[0], color_scheme="dark") as reader:
        page = reader.open("index.html")
        paper = "() => getComputedStyle(document.body).backgroundColor"
        dark = page.evaluate(paper)
        page.get_by_role("button", name="Light look").click()
        light = page.evaluate(paper)
        reader.again(page)

        assert page.evaluate(paper) == light != dark
        page.emulate_media(media="print")
        assert page.evaluate(paper) == "rgb(255, 255, 255)"


def test_the_contents_say_where_a_reader_is(reader, library):
    page = reader.open(LESSON)
    page.get_by_role("button", name="Clear").first.click()
    page.goto(reader.address + "index.html")
    reader.wait(page)

    assert page.locator("#begin").inner_text() == "Go on with 5. Enter the Bureaucrats"
    assert page.locator(".lessons .progress:not(:empty)").all_inner_texts() == [
        f"1 of 8 paragraphs marked, 0 of {len(library.items(QUIZ))} items answered"
    ]


def test_how_fast_a_page_is(chrome, served, library, capsys):
    """Printed, not asserted: it depends on the machine."""
    lines = []
    for name in (LESSON, "01-opening.html"):
        with NewReader(chrome, served[0]) as reader:
            page = reader.open(name)
            words = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
            mounted = page.evaluate("() => performance.now()")
            began = time.perf_counter()
            button = page.locator(".rr-item .rr-main").first
            page.locator(".rr-sure input").first.check()
            option = page.locator(".rr-item").first.locator(".rr-options input")
            if option.count():
                option.first.check()
            button.click()
            page.locator(".rr-item > [role=status]:not(:empty)").first.wait_for()
            answered = mounted + 1000 * (time.perf_counter() - began)
            lines.append(
                f"\n{name}: first words after {words:.0f} ms, all parts answer after {mounted:.0f} ms, first item answered after {answered:.0f} ms (cold cache)"
            )
    with capsys.disabled():
        print("".join(lines))


def do_a_little(page, library) -> None:
    """A mark, a note, an answer, a reset."""
    page.get_by_role("button", name="Clear").first.click()
    page.locator(".rr-mine textarea").first.fill("Mine, \N{PILCROW SIGN} and \N{LINE SEPARATOR} all.")
    page.locator(".rr-mine textarea").first.blur()
    item = one_of_each_kind(library, QUIZ)["short"]
    page.locator(f"#rr-item-{item.id} .rr-typed input").fill(item.answer[0])
    page.locator(f"#rr-item-{item.id} .rr-sure input").first.check()
    page.locator(f"#rr-item-{item.id} .rr-main").click()
    page.get_by_role("button", name="Reset this quiz").click()
    page.get_by_role("button", name="Yes, start afresh").click()
