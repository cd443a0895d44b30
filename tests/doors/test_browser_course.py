"""A learner with no mouse works through every part but the quiz, in JupyterLab and in Notebook 7, and comes back the next day.

The quiz has a file of its own, test_browser_quiz.py. What a learner does here is done once for each front end and remembered,
so that each test looks at it from its own side, alone or after the others.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import audit
import browser
import copies
import pytest

from readingroom.content.fingerprints import make, to_json

pytestmark = pytest.mark.browser
ARTICLE = os.environ.get("READINGROOM_ARTICLE", "")
"""A text of the article, where there is one; elsewhere a stand-in of the course's own words takes its place."""
CHART, THEME, STEP, NOTE = "oil-price", "economic", "pillar-economy", "Was it autumn in Moscow too?"
PARTS = {
    "reader": ".rr:has(> .rr-reader)",
    "claims": ".rr:has(> .rr-ledger .rr-claim)",
    "weighing": ".rr:has(> .rr-weights)",
    "forecasts": ".rr:has(> .rr-ledger .rr-forecast)",
    "map": ".rr:has(> .rr-argument)",
    "timeline": ".rr:has(> .rr-timeline)",
    "chart": ".rr-chart",
    "review": ".rr:has(> .rr-review)",
    "copy": ".rr:has(> .rr-own-copy)",
    "quiz": ".rr:has(> .rr-quiz)",
    "documents": ".rr:has(> .rr-documents)",
    "words": ".rr:has(> .rr-lookup)",
    "record": ".rr:has(> .rr-record)",
    "task": ".rr:has(> .rr-task)",
    "hand-in": ".rr:has(> .rr-handing)",
}
CELLS = (
    "from readingroom.notebook import open_course, open_exercise, open_section\nlesson, course, exercise = open_section('opening'), open_course(), open_exercise('02-opening')",
    "lesson.read()",
    "lesson.claims()",
    "course.weighing()",
    "course.forecasts()",
    "course.map()",
    "lesson.timeline()",
    f"lesson.chart('{CHART}', predict=True)",
    "course.review()",
    "course.copy()",
    "lesson.quiz()",
    "lesson.documents()",
    "lesson.glossary()",
    "lesson.record()",
    "exercise.task('in-order')",
    "exercise.hand_in()",
)
LONG_AGO = [
    {
        "id": "old-1",
        "at": "2021-03-01T10:00:00Z",
        "what": "answer",
        "quiz": "opening",
        "item": "opening-dating-the-text",
        "response": "coup",
        "fraction": 0,
        "certainty": 1,
    },
    {"id": "old-2", "at": "2021-03-02T10:00:00Z", "what": "review", "card": "term:duma", "rating": 3},
    {"id": "old-3", "at": "2021-03-02T10:00:00Z", "what": "mark", "paragraph": "opening-1", "mark": "clear"},
]
"""What makes a quiz item and some terms due today."""

ON_THE_PAGE = """window.desk = {
  part(where) { return document.querySelector(where); },
  controls(where) {
    const able = 'a[href], button, input, select, textarea, summary, [tabindex]';
    return [...this.part(where).querySelectorAll(able)].filter((each) => !each.disabled && each.checkVisibility());
  },
  name(element) { return (element.getAttribute('aria-label') ?? element.textContent).trim(); },
  isOn(selector, name, where) {
    const on = document.activeElement;
    if (!this.part(where).contains(on)) return 'outside';
    return on.matches(selector) && this.name(on).startsWith(name) ? 'there' : 'on the way';
  },
  notebook() {
    const panel = window.jupyterapp.shell.currentWidget;
    const cells = panel.content.model.toJSON().cells.map(({ id, cell_type, source }) => [id, cell_type, source]);
    return JSON.stringify([cells, panel.content.activeCellIndex, panel.content.mode]);
  },
  // One of each kind of control in a part; a control that was not made by h() counts as a kind of its own.
  kind(control) {
    const bare = control.dataset.lmSuppressShortcuts ? '' : 'bare';
    return [control.localName, control.type ?? '', control.getAttribute('class')?.split(' ').at(-1) ?? '', bare].join(' ').trim();
  },
  kinds(where) { return [...new Set(this.controls(where).map((each) => this.kind(each)))]; },
  focusKind(where, kind) {
    const control = this.controls(where).find((each) => this.kind(each) === kind);
    control.focus();
    return document.activeElement === control;
  },
  // What is wrong with how the focus is seen, or nothing. The page scrolls to it some frames after the key: two in Firefox,
  // more where other cells of a notebook are drawn just then, and many on a busy machine.
  async focusSeen() {
    let wrong = '';
    for (let frame = 0; frame < 300 && (frame < 2 || wrong); frame++) {
      await new Promise(requestAnimationFrame);
      wrong = this.focusFault();
    }
    return wrong;
  },
  focusFault() {
    const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const outlined = on.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const tall = on.matches('.rr-scroll') && box.bottom > 0 && box.top < innerHeight; // its middle may lie outside
    const within = box.width && box.height && (tall || (middle[0] > 0 && middle[1] > 0 && middle[0] < innerWidth && middle[1] < innerHeight));
    return outlined && within ? '' : `${on.localName}.${on.getAttribute('class')} ${this.name(on).slice(0, 40)}: ${outlined ? 'out of sight' : 'no outline'}`;
  },
  standing() {
    const all = (selector, tell) => [...document.querySelectorAll(selector)].map(tell);
    return {
      kinds: all('.rr-chooser input[type=checkbox]:checked', (each) => each.value),
      depth: all('.rr-chooser input[type=radio]', (each) => each.checked),
      notes: all('.rr-mine textarea', (each) => each.value).filter(Boolean),
      marks: all('.rr-mark[aria-pressed=true]', (each) => `${each.closest('article').id} ${each.dataset.mark}`),
      votes: all('.rr-claim[data-known=true]', (each) => `${each.dataset.claim} ${each.querySelector('.rr-said').textContent}`),
      weights: all('.rr-weighing:has([aria-pressed=true])', (each) => `${each.closest('.rr-claim').dataset.claim} ${each.textContent}`),
      counted: all('.rr-yours', (each) => each.textContent).filter(Boolean),
      chances: all('.rr-forecast', (each) => [each.dataset.forecast, each.querySelector('input').value, each.querySelector('.rr-said').textContent]).filter(([, value]) => value),
      doubts: all('.rr-map .rr-doubt[aria-pressed=true]', (each) => each.closest('.rr-node').dataset.node),
      guess: all('.rr-guessed', (each) => each.textContent),
      due: all('.rr-review .rr-score', (each) => each.textContent),
    };
  },
};"""


class Desk:
    """A page with every part on it, and a learner's two hands: one focus at the top of a part, then keys only."""

    KEYS = {"Tab", "Shift+Tab", "Space", "Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"}

    def __init__(self, chrome, front: browser.Front, path: str):
        self.page, self.front, self.path, self.part = browser.new_page(chrome), front, path, ""
        self.page.add_init_script(ON_THE_PAGE)
        self.ear = audit.Ear(self.page)
        self._done: dict[str, object] = {}
        self.open()

    def open(self) -> None:
        browser.open_notebook(self.page, self.front, self.path)
        browser.run_all(self.page)
        for where in PARTS.values():
            self.page.wait_for_selector(where)

    def once(self, deed: Callable[[Desk], object]):
        """What came of `deed`, which is done the first time only."""
        if deed.__name__ not in self._done:
            self._done[deed.__name__] = deed(self)
        return self._done[deed.__name__]

    def call(self, expression: str, *given):
        return self.page.evaluate(f"(given) => desk.{expression}", list(given))

    def top(self, part: str) -> None:
        """Put the focus on the first control of `part`, the one thing that is not done by a key."""
        self.part = PARTS[part]
        self.call("controls(given[0]).find((each) => each.tabIndex >= 0).focus()", self.part)

    def press(self, *keys: str) -> None:
        for key in keys:
            assert key in self.KEYS, key
            self.page.keyboard.press(key)

    def to(self, selector: str, name: str = "", back: bool = False) -> None:
        """Press Tab until the focus is on a control that fits `selector` and whose name begins with `name`."""
        for _ in range(250):
            where = self.call("isOn(given[0], given[1], given[2])", selector, name, self.part)
            if where == "there":
                return
            assert where == "on the way", f"Tab left the part before it came to {selector} {name}"
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab never came to {selector} {name}")

    def hears(self, *keys: str) -> str:
        """Press `keys` and return what a screen reader was then given to say, by Chromium's own tree of accessible things."""
        return self.ear.hears(lambda: self.press(*keys))

    def saved(self) -> None:
        """Wait until nothing is on its way to the disk."""
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.rr-kept[data-kind]')].every((each) => each.dataset.kind === 'saved')"
        )

    def count(self, selector: str) -> int:
        """How many elements fit and are shown."""
        return self.page.evaluate(
            "(selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility()).length",
            selector,
        )


@pytest.fixture(scope="module", params=["lab", "notebook"])
def room(request, chrome, tmp_path_factory, library):
    """A front end of its own: a learner who was here long ago, and fingerprints of a text that is at hand."""
    with browser.front(request.param, tmp_path_factory.mktemp(f"course-{request.param}")) as running:
        (running.course / "my-record").mkdir()
        (running.course / "my-record/old.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in LONG_AGO))
        if not ARTICLE:
            (running.course / "data/fingerprints.json").write_text(
                to_json(make(copies.as_source(words_at_hand(library)))), encoding="utf-8"
            )
        yield running


@pytest.fixture(scope="module")
def desk(room, chrome):
    """The page with all parts; the tests below share it as a learner would."""
    sat_down = Desk(chrome, room, browser.write_notebook(room, "parts.ipynb", *CELLS))
    yield sat_down
    sat_down.page.close()


def words_at_hand(library) -> dict[str, str]:
    """The article's paragraphs, or a stand-in that stands nowhere in the course: its gists with their words in reverse."""
    if ARTICLE:
        blocks = re.findall(
            r"^\[([a-z]+-\d+)\] \(¶\d+\)\n(.+)$", Path(ARTICLE).read_text(encoding="utf-8"), re.MULTILINE
        )
        return {name: " ".join(body.split()) for name, body in blocks}
    return {name: " ".join(reversed(gist.split())) for name, gist in copies.article(library).items()}


# --- what the learner does ----------------------------------------------------------------------------------------------


def turn_notes(desk: Desk) -> dict[str, object]:
    desk.top("reader")
    desk.to("button", "None")
    told = {"none": desk.hears("Enter"), "shown": [desk.count("[data-note]")]}
    desk.to("button", "All", back=True)
    told["all"] = desk.hears("Space")
    told["shown"].append(desk.count("[data-note]"))
    desk.to("input[type=radio]")
    told["deeper"] = desk.hears("ArrowDown")
    told["shown"].append(desk.count("[data-note]"))
    desk.to("input[value=context]", back=True)
    told["less"] = desk.hears("Space")
    told["shown"].append(desk.count("[data-note]"))
    return told


def look_up_a_term(desk: Desk) -> dict[str, object]:
    desk.top("reader")
    desk.to(".rr-term")
    told = {"opened": desk.hears("Enter"), "open": [desk.count(".rr-gloss")]}
    desk.press("Enter")
    told["open"].append(desk.count(".rr-gloss"))
    desk.press("Space")
    told["open"].append(desk.count(".rr-gloss"))
    desk.press("Escape")
    told["open"].append(desk.count(".rr-gloss"))
    return told


def write_and_mark(desk: Desk) -> None:
    desk.top("reader")
    desk.to("#rr-p-opening-2 textarea")
    desk.page.keyboard.type(NOTE)
    desk.to("#rr-p-opening-2 .rr-mark", "Puzzling", back=True)
    desk.press("Enter")
    desk.saved()


def vote(desk: Desk) -> list[str]:
    desk.top("claims")
    told = []
    for number, down in ((0, 0), (1, 2)):
        claim = f"[data-claim='{desk.page.locator('.rr-claim').nth(number).get_attribute('data-claim')}']"
        desk.to(f"{claim} .rr-ballot input")
        desk.press("Space", *["ArrowDown"] * down)
        desk.to(f"{claim} .rr-main", "Vote")
        told.append(desk.hears("Enter"))
        assert desk.count(f"{claim} .rr-details dl") == 1
    return told


def weigh(desk: Desk) -> str:
    """Judge what hangs on the first claim that was voted on."""
    desk.once(vote)
    desk.top("claims")
    desk.to(".rr-claim:first-of-type .rr-weight-steps button", "changes a detail")
    return desk.hears("Enter")


def set_probabilities(desk: Desk) -> list[str]:
    desk.top("forecasts")
    typed, slid = (
        f"[data-forecast='{desk.page.locator('.rr-forecast').nth(number).get_attribute('data-forecast')}']"
        for number in (0, 1)
    )
    desk.to(f"{typed} input[type=number]")
    desk.page.keyboard.type("70")
    told = [desk.hears("Enter")]
    desk.to(f"{slid} input[type=range]")
    desk.press("ArrowRight", "ArrowRight")
    desk.to(f"{slid} .rr-main", "Show how it ended")
    told.append(desk.hears("Enter"))
    assert desk.count(".rr-forecast .rr-details table") == 2
    return told


def doubt_a_step(desk: Desk) -> dict[str, object]:
    desk.top("map")
    desk.to("button", "As a list")
    desk.press("Enter")
    told: dict[str, object] = {"list": desk.count(".rr-steps .rr-step")}
    desk.to("button", "As a figure", back=True)
    desk.press("Enter")
    desk.to(f"[data-node={STEP}] .rr-node-label")
    desk.press("Enter")
    told["text"] = desk.count(f"[data-node={STEP}] .rr-node-text")
    desk.to(f"[data-node={STEP}] .rr-doubt")
    told["heard"] = desk.hears("Space")
    told["leaning"] = desk.page.locator(".rr-map [data-state=leans] .rr-node-state").all_inner_texts()
    return told


def walk_the_timeline(desk: Desk) -> dict[str, object]:
    desk.top("timeline")
    desk.to(f"input[value={THEME}]")
    told: dict[str, object] = {
        "theme": desk.hears("Space"),
        "of the theme": desk.count(f".rr-event-mark[data-theme={THEME}][data-event]"),
    }
    desk.press("Space")
    desk.to("input[type=number]")
    told["years"] = desk.hears("ArrowUp")
    desk.to("select", back=True)
    told["section"] = desk.hears("ArrowDown")
    desk.to("button", "Filters as at first")
    told["at first"] = desk.hears("Enter")
    desk.to(".rr-event-mark")
    here = desk.page.evaluate("() => document.activeElement.dataset.event")
    desk.press("ArrowRight")
    told["moved"] = here != desk.page.evaluate("() => document.activeElement.dataset.event")
    title = desk.page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    told["in the figure"] = (title, desk.hears("Enter"))
    desk.to("button", "Later event")
    told["later"] = desk.hears("Enter")
    desk.to(".rr-event-list .rr-event[aria-pressed=false]")
    title = desk.page.evaluate("() => document.activeElement.querySelector('.rr-event-title').textContent")
    told["in the list"] = (title, desk.hears("Enter"))
    return told


def guess(desk: Desk) -> dict[str, object]:
    desk.top("chart")
    told: dict[str, object] = {"before": desk.count(".rr-figure .js-plotly-plot")}
    desk.to(".rr-guess input")
    told["empty"] = desk.hears("Enter")
    desk.page.keyboard.type("50")
    told["heard"] = desk.hears("Enter")
    desk.page.wait_for_selector(".rr-figure .js-plotly-plot")
    desk.to("button", "Go to the figures as a table")
    desk.press("Enter")
    told["focus"] = desk.page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    told["rows"] = desk.count(".rr-figures tbody tr")
    return told


def review(desk: Desk) -> dict[str, object]:
    """Answer the quiz item that is due and rate the term that is due, in whichever order they come."""
    desk.top("review")
    told: dict[str, object] = {"due": [due(desk)]}
    for _ in range(2):
        if desk.count(".rr-review .rr-flash"):
            desk.to("button", "Show")
            desk.press("Enter")
            desk.to("[data-rating='3']")
            told["rated"] = desk.hears("Enter")
        else:
            desk.to(".rr-options input")
            desk.press("Space")
            desk.to(".rr-sure input")
            desk.press("Space")
            desk.to("button", "Check answer")
            told["answered"] = desk.hears("Enter")
            desk.to("button", "Next card")
            desk.press("Enter")
        told["due"].append(due(desk))
    desk.saved()
    return told


def due(desk: Desk) -> int:
    return int(desk.page.locator(".rr-review .rr-score").inner_text().split()[0])


DEEDS = (
    turn_notes,
    look_up_a_term,
    write_and_mark,
    vote,
    weigh,
    set_probabilities,
    doubt_a_step,
    walk_the_timeline,
    guess,
    review,
)


# --- by keyboard alone, and heard ---------------------------------------------------------------------------------------


def test_notes_go_off_and_on_and_deeper(desk, library):
    told = desk.once(turn_notes)
    none, usual, deep, without = told["shown"]

    assert "All notes are off." in told["none"]
    assert "Shown: context" in told["all"] and "level background" in told["all"]
    assert "level argument" in told["deeper"] and "context" not in told["less"]
    assert (
        none
        == 0
        < usual
        < deep
        == without
        + len([note for note in library.notes("opening") if note.kind == "context" and note.level != "sources"])
    )


def test_a_term_is_explained_in_place_and_folded_away_again(desk, library):
    told = desk.once(look_up_a_term)

    assert told["open"] == [1, 0, 1, 0]
    assert any(told["opened"].startswith(f"{term.term}: ") for term in library.terms.values())


def test_a_note_is_written_and_a_paragraph_marked(desk):
    desk.once(write_and_mark)

    stands = desk.call("standing()")
    assert stands["notes"] == [NOTE]
    assert "rr-p-opening-2 puzzling" in stands["marks"]


def test_votes_bring_the_verdicts(desk):
    for heard in desk.once(vote):
        assert "The ledger says: " in heard and "You said: " in heard
        assert "You voted on " not in heard, "the verdict alone is said"


def test_what_hangs_on_a_claim_is_judged_after_the_vote_and_counted_in_another_part(desk):
    heard = desk.once(weigh)

    assert "The ledger says: " in heard and "You said: changes a detail." in heard
    assert "You judged for 1 of " not in heard, "the verdict alone is said"
    desk.page.locator(".rr-weights").get_by_text("You judged for 1 of ").wait_for()


def test_a_probability_brings_how_it_ended(desk):
    typed, slid = desk.once(set_probabilities)

    assert "You said 70 per cent" in typed and "You said 52 per cent" in slid
    assert "2 of 11 opened" in slid


def test_a_doubted_step_shows_what_leans_on_it(desk, library):
    told = desk.once(doubt_a_step)

    assert told["list"] >= len(library.argument) and told["text"] == 1
    assert (
        f"If \N{LEFT DOUBLE QUOTATION MARK}{library.argument[STEP].label}\N{RIGHT DOUBLE QUOTATION MARK} does not hold"
        in told["heard"]
    )
    assert told["leaning"] and all("Leans on something you doubt" in says for says in told["leaning"])


def test_the_timeline_is_walked_and_filtered_in_figure_and_list(desk):
    told = desk.once(walk_the_timeline)
    (named, drawn), (title, listed) = told["in the figure"], told["in the list"]

    assert " shown, " in told["theme"] and told["of the theme"] == 0
    assert len({told["theme"], told["years"], told["section"]}) == 3 and told["at first"]
    assert told["moved"] and drawn[:12] in named
    assert told["later"] != drawn and title in listed


def test_a_guess_brings_the_chart_and_its_table(desk):
    told = desk.once(guess)

    assert told["before"] == 0 and "Type a number first" in told["empty"]
    assert "You said 50; the figure is " in told["heard"]
    assert told["focus"].startswith("Figures: ") and told["rows"] > 5


def test_cards_that_are_due_are_answered(desk):
    told = desk.once(review)
    first, second, third = told["due"]

    assert (first - second, second - third) == (1, 1)
    assert "Rated Good." in told["rated"]
    assert "right" in told["answered"].lower()


def test_a_new_kernel_and_a_new_page_keep_everything(desk):
    for deed in DEEDS:
        desk.once(deed)
    desk.saved()
    before = desk.call("standing()")
    assert all(before.values()), before

    desk.page.evaluate("async () => { await window.jupyterapp.shell.currentWidget.sessionContext.restartKernel() }")
    desk.open()

    assert desk.call("standing()") == before
    assert desk.count(".rr-figure .js-plotly-plot") == 1
    assert desk.page.troubles == []
    assert browser.errors(desk.page) == []


# --- the notebook is left alone, and the way out is open -----------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_tab_leaves_the_part_and_the_focus_is_seen_all_the_way(desk, part):
    desk.top(part)
    desk.press("Tab", "Shift+Tab")
    unseen, stops = [], 0
    while desk.page.evaluate("(where) => desk.part(where).contains(document.activeElement)", PARTS[part]):
        stops += 1
        assert stops < 400, "Tab never left the part"
        unseen += filter(None, [desk.call("focusSeen()")])
        desk.press("Tab")

    assert stops
    assert unseen == []

    desk.top(part)
    desk.press("Shift+Tab")
    assert not desk.page.evaluate("(where) => desk.part(where).contains(document.activeElement)", PARTS[part])


# What was typed into a field that filters a list would hide the controls that come next.
EMPTY = """() => { const on = document.activeElement;
    if (on.matches('input:is([type=text], [type=search], :not([type]))')) { on.value = ''; on.dispatchEvent(new Event('input', { bubbles: true })); } }"""

# The arrow keys have turned the reader's notes up or down, moved the timeline's years and closed its event: with each go
# some controls.
AS_AT_FIRST = """(where) => {
    const part = desk.part(where);
    [...part.querySelectorAll('fieldset')].find((set) => set.textContent.startsWith('How deep'))?.querySelector('label:last-of-type input').click();
    [...part.querySelectorAll('button')].find((button) => button.textContent === 'Filters as at first')?.click();
    if (!part.querySelector('.rr-event[aria-pressed=true]')) part.querySelector('.rr-event')?.click();
    part.querySelectorAll('details').forEach((each) => { each.open = true; }); }"""


@pytest.mark.parametrize("part", PARTS)
def test_letters_and_arrows_on_every_kind_of_control_leave_the_notebook_alone(desk, part):
    desk.page.evaluate(AS_AT_FIRST, PARTS[part])
    kinds = desk.call("kinds(given[0])", PARTS[part])
    harmed = []
    for kind in kinds:
        desk.page.evaluate(AS_AT_FIRST, PARTS[part])
        desk.page.wait_for_function("([where, kind]) => desk.kinds(where).includes(kind)", arg=[PARTS[part], kind])
        assert desk.call("focusKind(given[0], given[1])", PARTS[part], kind), kind
        before = desk.call("notebook()")
        for key in ("b", "x", "m", "d", "d", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"):
            desk.page.keyboard.press(key)
        if desk.call("notebook()") != before:
            harmed.append(kind)
        desk.page.evaluate(EMPTY)

    assert kinds
    assert harmed == []


# --- one's own copy ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def given_copy(room, chrome, library):
    """A page on which a copy was given through the file chooser, its words shown, the record downloaded, the notebook saved."""
    settings = room.course / "config/lab/user-settings/@jupyter-widgets/jupyterlab-manager"
    settings.mkdir(parents=True)
    # The worst case: a learner who has the notebook keep what its widgets hold.
    (settings / "plugin.jupyterlab-settings").write_text('{"saveState": true}')
    path = browser.write_notebook(room, "mine.ipynb", CELLS[0], "course.copy()", "lesson.read()", "lesson.record()")
    own = room.course.parent / f"{room.name}-copy.txt"
    own.write_text(copies.plain(words_at_hand(library)), encoding="utf-8")
    page = browser.new_page(chrome)
    browser.open_notebook(page, room, path)
    browser.run_all(page)
    with page.expect_file_chooser() as chooser:
        page.locator(".rr-own-copy input[type=file]").press("Enter")
    chooser.value.set_files(own)
    page.locator(".rr-own-copy").get_by_role("status").filter(
        has_text=f"All {len(library.paragraphs)} paragraphs were found."
    ).wait_for()
    browser.run_all(page)
    page.wait_for_selector(".rr-own:not([hidden])")
    page.locator("#rr-p-opening-3 textarea").fill("Beside her own words now.")
    page.wait_for_selector(".rr-kept[data-kind=saved]")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my record").click()
    page.taken = room.course.parent / f"{room.name}-taken.jsonl"
    download.value.save_as(page.taken)
    page.evaluate("async () => { await window.jupyterapp.commands.execute('docmanager:save') }")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    page.notebook = room.course / path
    yield page
    page.close()


def test_the_words_of_a_copy_stand_beside_the_notes(given_copy, library):
    words = words_at_hand(library)
    for paragraph in library.of_section("opening"):
        card = given_copy.locator(f"#rr-p-{paragraph.id}")
        shown = card.locator(".rr-own p").text_content()
        assert copies.letters(shown) == copies.letters(words[paragraph.id])
    first = given_copy.locator("#rr-p-opening-1")
    own, notes = first.locator(".rr-own").bounding_box(), first.locator(".rr-notes").bounding_box()
    assert (
        own["x"] + own["width"] <= notes["x"]
        and notes["y"] <= own["y"] + own["height"]
        and own["y"] <= notes["y"] + notes["height"]
    )
    assert given_copy.troubles == []


def test_nothing_of_a_copy_leaves_its_folder(given_copy, library, room):
    pieces = sample(words_at_hand(library))
    files = [path for path in room.course.rglob("*") if path.is_file()]
    holding = {path.relative_to(room.course).parts[0] for path in files if holds(path.read_bytes(), pieces)}

    assert "widgets" in json.loads(given_copy.notebook.read_text())["metadata"], (
        "the notebook keeps its widgets, or this proves little"
    )
    assert "Beside her own words now." in given_copy.taken.read_text()
    assert holding == {"my-copy"}
    assert not holds(given_copy.taken.read_bytes(), pieces)


def sample(words: dict[str, str]) -> list[str]:
    """Sixty letters from the middle of each paragraph: no course of ours says that by chance."""
    found = []
    for text in words.values():
        plain = copies.letters(text.encode("ascii", "ignore").decode()).lower()
        at = len(plain) // 2
        found.append(plain[at : at + 60])
    return found


def holds(data: bytes, pieces: list[str]) -> bool:
    """Whether a file holds one of the pieces: as text, or in base 64, as notebooks keep what is not text."""
    texts = [data.decode("utf-8", "ignore")]
    if data.lstrip()[:1] == b"{":
        texts += [
            decoded
            for word in texts[0].split('"')
            if len(word) > 200 and " " not in word and (decoded := _decoded(word))
        ]
    texts = [
        re.sub(r"\\(u[0-9a-fA-F]{4}|.)", "", text) for text in texts
    ]  # JSON writes line ends and curly quotes with letters
    plain = [copies.letters(text.encode("ascii", "ignore").decode()).lower() for text in texts]
    return any(piece in text for text in plain for piece in pieces)


def _decoded(word: str) -> str:
    try:
        return base64.b64decode(word, validate=True).decode("utf-8", "ignore")
    except ValueError:
        return ""
