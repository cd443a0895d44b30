"""The ledger of a plain page by keyboard: a vote, the verdict, what hangs on the claim, and all of it there after a reload."""

from __future__ import annotations

import pytest
from test_browser_site import LESSON, NewReader, entries, ledger, served

__all__ = ["served"]
pytestmark = pytest.mark.browser


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
