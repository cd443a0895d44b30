"""What lesson 7 says of the article's slips is what the claims themselves say."""

from __future__ import annotations

import nbformat
import pytest

SAYS = {
    "most slips of the article are harmless",
    "Two of these claims are figures for which the article names no source: America's share of Russia's trade, and the "
    "six billion dollars (¶25).",
}
HEAVY = "bears on the argument"


def test_every_claim_says_what_hangs_on_it(library):
    assert [claim.id for claim in library.claims.values() if not (claim.materiality and claim.materiality_why)] == []


@pytest.mark.parametrize("sentence", sorted(SAYS))
def test_the_lesson_says_it(root, sentence):
    cells = nbformat.read(root / "notebooks/07-looking-back.ipynb", as_version=4).cells

    assert any(sentence in cell.source for cell in cells)


def test_most_slips_are_harmless(library):
    slips = [claim for claim in library.claims.values() if claim.verdict in ("imprecise", "wrong")]
    harmless = [claim for claim in slips if claim.materiality != HEAVY]

    assert len(slips) > 10 and len(harmless) >= 2 * (len(slips) - len(harmless))


@pytest.mark.parametrize("name", ["us-share-under-5", "six-billion-fdi"])
def test_the_two_figures_without_a_source_are_slips_that_bear_on_the_argument(library, name):
    claim = library.claims[name]

    assert (claim.verdict, claim.materiality) == ("imprecise", HEAVY)
    assert [library.paragraph_label(paragraph) for paragraph in claim.paragraphs] == ["¶25"]
