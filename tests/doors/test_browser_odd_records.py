"""The plain pages over a record that holds anything, over questions since changed, and in a storage that is full or off."""

from __future__ import annotations

import json

import pytest
from keyboard import KINDS, answer_where_it_stands, one_of_each_kind
from odd_entries import AT, lines, one_odd_field, random_entries
from test_browser_quiz import QUIZ
from test_browser_site import LESSON, NewReader, entries, ledger, served

__all__ = ["served"]
pytestmark = pytest.mark.browser
NOTE = {"id": "sound", "at": AT, "what": "note", "paragraph": f"{QUIZ}-1", "text": "Kept."}
SWITCHED_OFF = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)
FILL = """left => {
    for (const size of [100000, 1000, 10]) {
        try { for (let i = 0; ; i += 1) localStorage.setItem(`other/${size}-${i}`, 'x'.repeat(size)); } catch {}
    }
    localStorage.removeItem('other/100000-0');
    localStorage.setItem('other/rest', 'x'.repeat(100000 - left));
}"""
FILL_UP = "() => { try { for (let i = 0; ; i += 1) localStorage.setItem(`other/more-${i}`, 'x'); } catch {} }"


@pytest.fixture
def reader(chrome, served):
    with NewReader(chrome, served[0]) as made:
        # The figures are not what is asked here.
        made.context.route(
            "**/plotly.min.js", lambda route: route.fulfill(body="globalThis.Plotly = { newPlot: async () => {} };")
        )
        yield made


def store(page, *found) -> None:
    """Put entries into the browser's storage, as an earlier visit left them there."""
    page.evaluate(
        """found => { const { id } = JSON.parse(document.getElementById('course').textContent);
            for (const entry of found) localStorage.setItem(`${id}/entry/${entry.id}`, JSON.stringify(entry)); }""",
        list(found),
    )


def draw_everything(page) -> None:
    page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")


def restore(page, tmp_path, text: str) -> None:
    (tmp_path / "record.jsonl").write_text(text, encoding="utf-8")
    page.get_by_label("Restore from a file").set_input_files(tmp_path / "record.jsonl")


def test_a_record_that_holds_anything_leaves_every_part_standing(reader, library, tmp_path):
    page = reader.open(LESSON)
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    names = {
        "paragraph": f"{QUIZ}-2",
        "claim": next(claim.id for claim in library.claims.values()),
        "chart": next(iter(library.charts)),
    }
    odd = []
    for item in one_of_each_kind(library, QUIZ).values():
        odd += [entry for entry in one_odd_field({**names, "item": item.id}) if entry.get("what") == "answer"]
    odd += [*one_odd_field(names), *random_entries(200)]
    # Long texts are many here; a browser has room for five million characters.
    numbered = [{**entry, "id": f"odd-{n}"} for n, entry in enumerate(odd) if "x" * 9000 not in str(entry)]

    restore(page, tmp_path, lines([*numbered, NOTE]))
    page.get_by_text("could not be read and are left out").wait_for()
    reader.again(page)
    draw_everything(page)

    assert page.locator(".rr-prose, [data-failed]").count() == 0
    assert page.locator(".rr-mine textarea").first.input_value() == "Kept."
    assert (reader.troubles, ran) == ([], [])


def test_an_answer_to_a_question_since_changed_is_said_and_given_anew(reader, library):
    page = reader.open(LESSON)
    items = one_of_each_kind(library, QUIZ)
    renamed = {"choices": ["since renamed"], "order": ["since renamed"], "match": {"a": "b"}, "sort": {"a": "b"}}
    renamed |= {kind: {"of": "another kind"} for kind in ("number", "short")}
    store(
        page,
        *(
            {"id": kind, "at": AT, "what": "answer", "quiz": QUIZ, "item": item.id, "fraction": 1, "certainty": 3}
            | {"response": renamed.get(kind, "since renamed")}
            for kind, item in items.items()
        ),
    )
    reader.again(page)
    for kind, item in items.items():
        said = page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()
        assert "answered before this question was changed" in said, kind

    for kind in KINDS:
        item = items[kind]
        answer_where_it_stands(page, library, item)
    reader.again(page)

    for item in items.values():
        assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()
    assert len(entries(page)) == 2 * len(items)
    assert reader.troubles == []


def test_an_answer_that_would_be_marked_differently_now_says_so(reader, library):
    page = reader.open(LESSON)
    item = one_of_each_kind(library, QUIZ)["choice"]
    wrong = next(option.id for option in item.option if option.id != item.answer)
    entry = {"id": "a", "at": AT, "what": "answer", "quiz": QUIZ, "item": item.id, "response": wrong, "fraction": 1}
    store(page, entry)

    reader.again(page)

    assert "would be marked differently now" in page.locator(f"#rr-item-{item.id} > [role=status]").inner_text()
    assert page.locator(f"#rr-item-{item.id}").get_by_role("button", name="Try again").is_enabled()


def test_a_vote_on_a_claim_since_changed_is_said_and_cast_anew(reader):
    page = reader.open(LESSON)
    claim = ledger(page).locator(".rr-claim[data-claim]").first
    name = claim.get_attribute("data-claim")
    store(page, {"id": "v", "at": AT, "what": "vote", "claim": name, "vote": "since renamed"})
    reader.again(page)
    ledger(page)
    assert "You voted before this claim was changed" in claim.inner_text()

    claim.locator("input").first.check()
    claim.get_by_role("button", name="Vote and see the verdict").click()
    reader.again(page)
    ledger(page)

    assert "You said: " in claim.inner_text() and "before this claim was changed" not in claim.inner_text()
    assert reader.troubles == []


BROKEN = (
    "moduleBodies['parts/reader/reader.js'] = (exports) => {"
    " exports.default = { render() { throw new Error('broken here'); } }; };"
)


@pytest.mark.parametrize(
    "script",
    [BROKEN, "no JavaScript", None],
    ids=["an error", "a damaged script", "a script that does not come"],
)
def test_a_part_that_fails_says_so_above_its_prose_and_the_others_live(reader, served, script):
    def whole(script: str) -> str:
        return (served[1] / "parts/reader.js").read_text(encoding="utf-8") + script if script == BROKEN else script

    reader.context.route(
        "**/parts/reader.js",
        lambda route: (
            route.abort() if script is None else route.fulfill(body=whole(script), content_type="text/javascript")
        ),
    )

    page = reader.open(LESSON)

    alert = page.locator("[data-module='reader/reader.js'] [role=alert]")
    assert "This part could not be shown (" in alert.inner_text() and "Reload the page" in alert.inner_text()
    assert page.locator("[data-module='reader/reader.js'] .rr-gist").count() > 0
    page.locator(".rr-quiz .rr-option input").first.check()
    ledger(page)
    assert page.locator(".rr-quiz, .rr-claim, .rr-chart-head, .rr-record").count() > 5
    assert page.locator("[data-failed]").count() == 1


def test_a_part_that_fails_while_it_is_drawn_says_so_and_the_others_live(reader):
    page = reader.open("index.html")
    page.add_init_script(
        "const { append } = Element.prototype; Element.prototype.append = function (...nodes) {"
        "if (nodes[0]?.className === 'rr-ledger') throw new Error('broken here'); append.apply(this, nodes); };"
    )

    page.goto(reader.address + LESSON)
    reader.wait(page)

    page.locator("[data-module='claims/claims.js']").scroll_into_view_if_needed()
    assert "(Error: broken here)" in page.locator("[data-module='claims/claims.js'] [role=alert]").inner_text()
    assert page.locator("[data-failed]").count() == 1
    assert page.locator(".rr-record").count() == 1


def test_a_record_too_large_is_not_restored_at_all_and_can_be_cleared(reader, tmp_path):
    page = reader.open(LESSON)
    store(page, NOTE)
    page.evaluate(FILL, 20_000)
    reader.again(page)
    vote = {"at": AT, "what": "vote", "claim": "c", "vote": "x" * 200}

    restore(page, tmp_path, lines({**vote, "id": f"v{n}"} for n in range(500)))
    page.get_by_text("There is no room in this browser for all of that record").wait_for()
    assert [entry["id"] for entry in entries(page)] == ["sound"]
    page.locator(".rr-mine textarea").nth(1).fill("There is room for this.")
    page.locator(".rr-mine textarea").nth(1).blur()
    assert len(entries(page)) == 2

    page.get_by_role("button", name="Clear my record in this browser").click()
    page.get_by_role("button", name="Keep it").click()
    assert len(entries(page)) == 2
    page.evaluate(FILL_UP)
    clear(page)

    reader.again(page)
    assert entries(page) == []
    assert page.locator(".rr-mine textarea").first.input_value() == ""
    assert page.evaluate("() => localStorage.getItem('other/rest') !== null"), "more than the course's was taken away"


def clear(page) -> None:
    page.get_by_role("button", name="Clear my record in this browser").click()
    page.get_by_role("button", name="Yes, take it all away").click()
    page.get_by_text("Your record in this browser was cleared.").wait_for()


def test_where_the_storage_is_switched_off_the_page_lives_and_says_so(reader, tmp_path):
    page = reader.open("index.html")
    page.add_init_script(SWITCHED_OFF)
    page.goto(reader.address + LESSON)
    reader.wait(page)

    restore(page, tmp_path, f"{json.dumps(NOTE)}\n")
    page.get_by_text("its storage is switched off").wait_for()
    page.get_by_role("button", name="Puzzling").first.click()
    page.get_by_text("This browser keeps nothing for this page").first.wait_for()
    clear(page)

    assert page.get_by_role("button", name="Puzzling").first.get_attribute("aria-pressed") == "false"
    assert reader.troubles == []


def test_an_address_cut_in_the_middle_of_a_letter_leads_to_the_page(reader):
    page = reader.open(f"{LESSON}#%E0%A4%A")

    assert page.locator(".rr-record").count() == 1
    assert reader.troubles == []
