"""The ledger of a plain page by keyboard: a vote, the verdict, what hangs on the claim, and all of it there after a reload."""

from __future__ import annotations

import pytest
from test_browser_site import LESSON, NewReader, entries, ledger, served

__all__ = ["served"]
pytestmark = pytest.mark.browser
LAST_LESSON = "07-looking-back.html"


@pytest.fixture
def reader(chrome, served):
    with NewReader(chrome, served[0]) as made:
        yield made


def tab_to(page, selector: str) -> None:
    """Press Tab until the focus is on what the selector finds."""
    for _ in range(40):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector}")


def test_what_hangs_on_a_claim_is_judged_by_keyboard_after_the_vote_and_kept(reader, library):
    name, about = next((claim.id, claim) for claim in library.section_claims("bureaucrats") if claim.materiality)
    page = reader.open(LESSON)
    card = ledger(page).locator(f"[data-claim='{name}']")
    steps = card.get_by_role("group", name="Does it matter to the argument?")
    assert steps.count() == 0

    card.locator(".rr-ballot input").first.focus()
    page.keyboard.press("Space")
    tab_to(page, f"[data-claim='{name}'] .rr-main")
    page.keyboard.press("Enter")
    assert "The ledger says: " in card.locator(".rr-said").first.inner_text()
    assert about.materiality not in card.locator(".rr-weighing .rr-said").inner_text()
    tab_to(page, f"[data-claim='{name}'] .rr-weight-steps button:nth-child(2)")
    page.keyboard.press("Enter")

    said = card.locator(".rr-weighing .rr-said").inner_text()
    assert said.startswith("The ledger says: ") and about.materiality in said and "You said: changes a detail." in said
    assert page.evaluate("() => document.activeElement.textContent") == "changes a detail"
    assert [(entry["claim"], entry["materiality"]) for entry in entries(page) if entry["what"] == "weighing"] == [
        (name, "changes a detail")
    ]

    reader.again(page)
    ledger(page)

    assert card.locator(".rr-weighing .rr-said").inner_text() == said
    assert steps.get_by_role("button", name="changes a detail", pressed=True).count() == 1
    assert reader.troubles == []


def test_a_count_of_verdict_and_weight_opens_its_claims_and_leads_to_their_paragraphs(reader, library):
    claim = next(claim for claim in library.claims.values() if claim.verdict == "wrong")
    weighed = {"id": "w", "at": "2026-01-01T00:00:00Z", "what": "weighing", "claim": claim.id}
    page = reader.open(LAST_LESSON)
    page.evaluate(
        "async (entry) => (await loadModule('site/record-store.js')).openRecord().keep([entry])",
        weighed | {"materiality": claim.materiality},
    )
    reader.again(page)
    page.locator("[data-module='weighing/weighing.js']").scroll_into_view_if_needed()

    page.get_by_role("button", name=f"wrong, {claim.materiality}").press("Enter")

    assert page.locator(".rr-weighed li").count() == sum(
        (each.verdict, each.materiality) == ("wrong", claim.materiality) for each in library.claims.values()
    )
    assert f"You said: no vote; {claim.materiality}." in page.locator(".rr-weighed").inner_text()
    assert "you: 1 of 1" in page.locator(".rr-weight-grid").inner_text()
    number = f"paragraph {library.paragraphs[claim.paragraphs[0]].number}"
    page.locator(".rr-weighed").get_by_role("button", name=f"Go to {number}").first.click()
    page.wait_for_url(f"**#rr-p-{claim.paragraphs[0]}")
    assert (reader.troubles, reader.outside) == ([], [])
