"""What can be searched: the lessons' prose, the readings with their notes, the glossary, the people."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.library import Library
from ..content.prose import inline
from .pages import Page, plain_texts

Entry = dict[str, str]


def entries(library: Library, pages: list[Page]) -> list[Entry]:
    """Return what search.js looks through: kind, title, text and the place to go to."""
    found = [_entry("lesson", f"{page.title}: {heading}" if heading != page.title else page.title, text, f"{page.address}#{anchor}")
             for page in pages for anchor, heading, text in page.prose]
    for section in library.sections.values():
        found += _reading(library, section.id, f"{section.lesson}.html")
    words = _page_with(pages, "Words used in the course")
    if words:
        found += [_entry("word", term.term, plain_texts([inline(library, term.meaning), *term.aliases]), f"{words}#rr-entry-{term.id}")
                  for term in library.terms.values()]
    people = _page_with(pages, "Who is who")
    if people:
        found += [_entry("person", person.name, plain_texts(inline(library, text) for text in (person.then, person.later) if text), f"{people}#rr-entry-{person.id}")
                  for person in library.people.values()]
    return found


def _reading(library: Library, section: str, address: str) -> Iterable[Entry]:
    notes = library.notes(section)
    for p in library.of_section(section):
        place, number = f"{address}#rr-p-{p.id}", f"\N{PILCROW SIGN}{p.number}"
        yield _entry("reading", f"{number}, {p.role}", plain_texts([inline(library, p.gist)]), place)
        for note in notes:
            if note.paragraph == p.id:
                yield _entry("note", f"{number}, {note.kind}", plain_texts([inline(library, note.text)]), place)


def _page_with(pages: list[Page], title: str) -> str:
    return next((page.address for page in pages for part in page.parts if part.content.get("title") == title), "")


def _entry(kind: str, title: str, text: str, place: str) -> Entry:
    return {"kind": kind, "title": title, "text": text, "place": place}
