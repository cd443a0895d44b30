"""The words by which the course speaks of its text, for the front ends."""

from __future__ import annotations

from ...content.dates import written_date
from ...content.library import Library


def words_content(library: Library) -> dict[str, str]:
    """Return `text` ("the article"), `capitalised`, `noun`, `mark` and `date`, when the text was written."""
    course = library.course
    return {
        "text": course.text,
        "capitalised": course.text_capitalised,
        "noun": course.text_noun,
        "mark": course.mark,
        "date": written_date(library.article.date),
    }
