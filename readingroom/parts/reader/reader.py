"""The annotated reading of a section."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from ...content import models as m
from ...content.library import Library
from ...learning.own_copy.store import words_of
from ...learning.record import Record
from ..base.citations import citations
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import TermMarker, inline
from ..base.words import words_content

STYLES = ("reader/reader.css",)


class Reader(SavingWidget):
    """A section paragraph by paragraph, with notes that can be filtered and a place for the reader's own."""

    _esm = module("reader/reader.js")
    _css = styles(*STYLES, "own_copy/own_copy.css")


def reader(library: Library, record: Record, section: m.Section) -> Reader:
    """Return the widget that shows `section`."""
    widget = Reader(record, reader_content(library, section), ("notes", "marks", "settings"))
    # By message, not in a trait: traits may be saved in the notebook, and the learner's own copy must not be.
    widget.on_msg(
        lambda sender, message, _: sender.send({"words": words_of(library.root)}) if message == "words" else None
    )
    return widget


def reader_content(library: Library, section: m.Section) -> dict[str, Any]:
    """Return what reader.js shows: plain values, prose as HTML."""
    marker = TermMarker(library.terms.values())
    notes = library.notes(section.id)
    paragraphs = [
        {
            "id": p.id,
            "number": p.number,
            "role": p.role,
            "gist": marker.mark(inline(library, p.gist)),
            "notes": [_note(library, marker, note) for note in notes if note.paragraph == p.id],
        }
        for p in library.of_section(section.id)
    ]
    counts = Counter(note.kind for note in notes)
    return {
        "title": f"{section.title}, paragraph by paragraph",
        "section": section.id,
        "words": words_content(library),
        "paragraphs": paragraphs,
        "kinds": [kind for kind in get_args(m.NoteKind) if counts[kind]],
        "counts": dict(counts),
        "levels": list(get_args(m.Level)),
        **_depths(library),
        "terms": {
            term: {"term": library.terms[term].term, "meaning": inline(library, library.terms[term].meaning)}
            for term in sorted(marker.used)
        },
    }


def _depths(library: Library) -> dict[str, list[int]]:
    """How deep the notes go on each way, as the index of a level, -1 for none; nothing in a course without ways."""
    levels = get_args(m.Level)
    depths = [levels.index(way.notes) if way.notes else -1 for way in library.ways.values()]
    return {"depths": depths} if depths else {}


def _note(library: Library, marker: TermMarker, note: m.Note) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "level": note.level,
        "habit": note.habit or "",
        "html": marker.mark(inline(library, note.text)),
        "sources": citations(library, note.sources),
    }
