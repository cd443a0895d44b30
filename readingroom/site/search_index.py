"""What can be searched.

The lessons' prose, the readings with their notes, charts, claims, documents, events, the glossary, the people.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..content.library import Library, section_of
from ..content.prose import inline
from ..parts.timeline.timeline import in_words
from .pages import Page, plain_texts

Entry = dict[str, str]


def entries(library: Library, pages: list[Page]) -> list[Entry]:
    """Return what search.js looks through.

    Kind, title, text, the place to go to, and `also`, words that find a place and are not shown.
    """
    found = [
        _entry(
            "lesson",
            f"{page.title}: {heading}" if heading != page.title else page.title,
            text,
            f"{page.address}#{anchor}",
        )
        for page in pages
        for anchor, heading, text in page.prose
    ]
    for section in library.sections.values():
        found += _reading(library, section.id, f"{section.lesson}.html")
    found += [*_charts(pages), *_claims(library, pages), *_documents(library, pages), *_events(library, pages)]
    words = _page_with(pages, "Words used in the course")
    if words:
        found += [
            _entry(
                "word",
                term.term,
                plain_texts([inline(library, term.meaning)]),
                f"{words}#rr-entry-{term.id}",
                " ".join(term.aliases),
            )
            for term in library.terms.values()
        ]
    people = _page_with(pages, "Who is who")
    if people:
        found += [
            _entry(
                "person",
                person.name,
                plain_texts(inline(library, text) for text in (person.then, person.later) if text),
                f"{people}#rr-entry-{person.id}",
            )
            for person in library.people.values()
        ]
    return found


def _reading(library: Library, section: str, address: str) -> Iterable[Entry]:
    notes = library.notes(section)
    for p in library.of_section(section):
        place, number = f"{address}#rr-p-{p.id}", library.paragraph_label(p.id)
        yield _entry("reading", f"{number}, {p.role}", plain_texts([inline(library, p.gist)]), place)
        for note in notes:
            if note.paragraph == p.id:
                yield _entry("note", f"{number}, {note.kind}", plain_texts([inline(library, note.text)]), place)


def _charts(pages: list[Page]) -> Iterable[Entry]:
    """Charts, where they stand first; of one that waits for a guess, nothing is told that answers it."""
    seen: set[str] = set()
    heads = [(page, p.content["head"]) for page in pages for p in page.parts if p.module == "charts/chart.js"]
    for page, head in heads:
        if head["chart"] not in seen:
            seen.add(head["chart"])
            yield _entry(
                "chart",
                head["title"],
                plain_texts([head["claim"], *([] if head["guess"] else [head["shows"]])]),
                f"{page.address}#rr-chart-{head['chart']}",
            )


def _claims(library: Library, pages: list[Page]) -> Iterable[Entry]:
    """Claims, in their section's lesson. The verdict is for those who have voted."""
    for section in library.sections:
        address = _page_of(pages, "claims/claims.js", section)
        if address:
            yield from (
                _entry(
                    "claim",
                    f"Claim {i}, {library.sections[section].title}",
                    plain_texts([inline(library, claim.claim)]),
                    f"{address}#rr-claim-{claim.id}",
                )
                for i, claim in enumerate(library.section_claims(section), start=1)
            )


def _documents(library: Library, pages: list[Page]) -> Iterable[Entry]:
    """Documents, in the first lesson that shows them; nothing is told that answers their questions."""
    for document in library.documents.values():
        sections = dict.fromkeys([*map(section_of, document.paragraphs), ""])
        address = next(filter(None, (_page_of(pages, "documents/documents.js", each) for each in sections)), "")
        if address:
            texts = (document.author, document.about)
            yield _entry(
                "document",
                plain_texts([inline(library, document.title)]),
                plain_texts(inline(library, text) for text in texts),
                f"{address}#rr-document-{document.id}",
            )


def _events(library: Library, pages: list[Page]) -> Iterable[Entry]:
    """Events, on the first timeline that shows them unasked."""
    for event in library.events.values():
        address = next(
            filter(None, (_page_of(pages, "timeline/timeline.js", section) for section in (*event.sections, ""))), ""
        )
        if address:
            yield _entry(
                "event",
                f"{library.text(event.title)}, {in_words(event.start, event.end)}",
                plain_texts([inline(library, event.what)]),
                f"{address}#rr-event-{event.id}",
            )


def _page_of(pages: list[Page], module: str, section: str) -> str:
    return next(
        (
            page.address
            for page in pages
            for part in page.parts
            if part.module == module and part.content.get("section") == section
        ),
        "",
    )


def _page_with(pages: list[Page], title: str) -> str:
    return next((page.address for page in pages for part in page.parts if part.content.get("title") == title), "")


def _entry(kind: str, title: str, text: str, place: str, also: str = "") -> Entry:
    return {"kind": kind, "title": title, "text": text, "place": place, **({"also": also} if also else {})}
