"""What a plain page says in place of a reader's own copy."""

from __future__ import annotations

from ...content.library import Library
from ..base.static_html import StaticPart, unavailable


def copy(library: Library, section: str | None) -> StaticPart:
    """Return where a reader's own copy can be used."""
    return unavailable(
        "Your own copy needs the course itself",
        f"A plain page has no safe place for a copy of {library.course.text}, so it takes none. Read it beside this "
        f"page: the numbers after the sign {library.course.mark} are its paragraphs. In the notebooks, on your own "
        "machine, the course shows its words beside the notes.",
    )
