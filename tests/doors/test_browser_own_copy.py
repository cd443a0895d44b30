"""A copy that a browser printed is recognised as one from a text file is."""

from __future__ import annotations

import html

import copies

from readingroom.content.fingerprints import make, to_json
from readingroom.learning.own_copy.take import take_copy


def test_a_pdf_that_a_browser_prints_in_columns_gives_all_its_paragraphs(course, library, page):
    paragraphs = copies.article(library)
    (course / "data/fingerprints.json").write_text(to_json(make(copies.as_source(paragraphs))), encoding="utf-8")
    page.set_content(
        "<!doctype html><style>div { columns: 2; column-fill: auto; text-align: justify; font: 10pt serif }</style><div>"
        + "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs.values())
        + "</div>"
    )

    found = take_copy(course, "copy.pdf", page.pdf(format="Letter"))

    assert found.missing == []
