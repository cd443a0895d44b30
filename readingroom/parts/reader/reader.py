"""The annotated reading of a section."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from ...content import models as m
from ...content.library import Library
from ...learning.own_copy.store import words_of
from ...learning.record import Record
from ..base.citations import citations
from ..base.frontend import module, source
from ..base.persistence import Keeping
from ..base.prose import Glosses, inline


class Reader(Keeping):
    """A section paragraph by paragraph, with notes to turn on and off and room for one's own."""

    _esm = module("reader/reader.js")
    _css = source("base/lesson.css") + source("own_copy/own_copy.css")


def reader(library: Library, record: Record, section: m.Section) -> Reader:
    """Return the widget that shows `section`."""
    shown = Reader(record, reader_content(library, section), ("notes", "marks", "settings"))
    # By message, not in a trait: traits may be saved in the notebook, and the words of the learner's own copy must not be.
    shown.on_msg(lambda widget, asked, _: widget.send({"words": words_of(library.root)}) if asked == "words" else None)
    return shown


def reader_content(library: Library, section: m.Section) -> dict[str, Any]:
    """Return what reader.js shows: plain values, prose as HTML."""
    glosses = Glosses(library.terms.values())
    notes = library.notes(section.id)
    paragraphs = [
        {
            "id": p.id,
            "number": p.number,
            "role": p.role,
            "gist": glosses.mark(inline(library, p.gist)),
            "notes": [_note(library, glosses, note) for note in notes if note.paragraph == p.id],
        }
        for p in library.of_section(section.id)
    ]
    counts = Counter(note.kind for note in notes)
    return {
        "title": f"{section.title}, paragraph by paragraph",
        "section": section.id,
        "paragraphs": paragraphs,
        "kinds": [kind for kind in get_args(m.NoteKind) if counts[kind]],
        "counts": dict(counts),
        "levels": list(get_args(m.Level)),
        "terms": {
            term: {"term": library.terms[term].term, "meaning": inline(library, library.terms[term].meaning)}
            for term in glosses.used
        },
    }


def _note(library: Library, glosses: Glosses, note: m.Note) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "level": note.level,
        "habit": note.habit or "",
        "html": glosses.mark(inline(library, note.text)),
        "sources": citations(library, note.sources),
    }
