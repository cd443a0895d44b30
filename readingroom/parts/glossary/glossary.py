"""Words and people, explained: lists to look things up in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import traitlets

from ...content.library import Library
from ..base.citations import citations, places, quoted
from ..base.frontend import module, styles
from ..base.prose import TermMarker, inline
from ..base.widget import Widget

STYLES = ("base/ledger.css", "glossary/glossary.css")


class Lookup(Widget):
    """A list of entries with a box to find them by."""

    _esm = module("glossary/glossary.js")
    _css = styles(*STYLES)
    content = traitlets.Dict().tag(sync=True)


def glossary(library: Library, section: str | None) -> Lookup:
    """Return the terms used in `section`, or all."""
    return Lookup(content=glossary_content(library, section))


def people(library: Library) -> Lookup:
    """Return the people of the article: who they were in 2003 and what became of them."""
    return Lookup(content=people_content(library))


def glossary_content(library: Library, section: str | None) -> dict[str, Any]:
    """Return the terms as glossary.js shows them, in the order of the alphabet."""
    used = terms_used(library, section) if section else set(library.terms)
    entries = sorted((library.terms[term] for term in used), key=lambda term: term.term.casefold())
    title = f"Words used in {quoted(library.sections[section].title)}" if section else "Words used in the course"
    return {
        "title": title,
        "one": "word",
        "many": "words",
        "find": "Find a word",
        "section": section or "",
        "entries": [
            {
                "id": term.id,
                "name": term.term,
                "also": list(term.aliases),
                "places": [],
                "sources": citations(library, term.sources),
                "parts": [{"label": "", "html": inline(library, term.meaning)}],
            }
            for term in entries
        ],
    }


def people_content(library: Library) -> dict[str, Any]:
    """Return the people as glossary.js shows them, in the order of their surnames."""
    entries = sorted(library.people.values(), key=lambda person: _surname_first(person.name))
    return {
        "title": "Who is who",
        "one": "person",
        "many": "people",
        "find": "Find a person",
        "section": "",
        "entries": [
            {
                "id": person.id,
                "name": person.name,
                "also": list(person.aliases),
                "places": places(library, person.paragraphs),
                "sources": citations(library, person.sources),
                "parts": [
                    {"label": label, "html": inline(library, text)}
                    for label, text in (
                        (f"In {library.article.date[:4]}", person.then),
                        ("Later", person.later),
                        ("Not verified", person.unverified),
                    )
                    if text
                ],
            }
            for person in entries
        ],
    }


def terms_used(library: Library, section: str) -> set[str]:
    """Return the ids of the terms that occur in the gists, notes and claims of `section`."""
    marker = TermMarker(library.terms.values())
    for text in _texts(library, section):
        marker.mark(inline(library, text))
    return marker.used


def _texts(library: Library, section: str) -> Iterable[str]:
    yield from (paragraph.gist for paragraph in library.of_section(section))
    yield from (note.text for note in library.notes(section))
    for claim in library.section_claims(section):
        yield from (claim.claim, claim.why, claim.evidence, claim.best_case, claim.materiality_why, claim.unverified)


def _surname_first(name: str) -> tuple[str, str]:
    words = name.casefold().split()
    return words[-1], name.casefold()
