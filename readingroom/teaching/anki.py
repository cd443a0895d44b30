"""A deck for Anki from the course's own bank: quiz items, terms, dates.

Notes keep their ids, so a later deck updates the earlier one and leaves what Anki knows of a learner alone. The same
files give the same bytes.
"""

from __future__ import annotations

import hashlib
import html
import io
import zipfile
from collections import Counter
from pathlib import Path

import genanki

from ..content.kinds import kind_name
from ..content.library import Library, section_of
from ..content.output_file import output_file
from ..content.prose import blocks, inline
from ..learning.review.deck import Flashcard, deck
from .kinds import KINDS

LEFT_OUT = (
    "Anki cannot carry the written tasks with their rubrics, the marks for certainty, or the "
    "scoring: you compare your answer "
    "with the one given and rate yourself. Figures are those of the day the deck was made. "
    "Every term and named date is in it, "
    "met or not; what you do in Anki does not reach your record, nor the other way round."
)
_PARTS = {"item": "Quiz items", "term": "Terms", "date": "Dates"}
_CSS = """
.card { font: 18px/1.45 Georgia, serif; color: #1c1b19; background: #fff; text-align: left;
  max-width: 42em; margin: 0 auto; padding: 12px; }
.nightMode.card, .nightMode .card { color: #eceae6; background: #222; }
.about { font: 600 13px/1.4 sans-serif; opacity: .75; } .front { font-weight: 600; }
li { margin-bottom: .35em; }
"""


def write_deck(library: Library, path: Path) -> str:
    """Write the deck to `path` and return what it holds and what it leaves out."""
    # Anki takes a note up again only if it is newer, so the deck is as new as the newest file it is made from.
    notes = write(
        library, path, max(file.stat().st_mtime for file in (library.root / "data").rglob("*") if file.is_file())
    )
    held = ", ".join(f"{notes[kind]} {part.lower()}" for kind, part in _PARTS.items())
    return f"{path}: {held}. {LEFT_OUT}"


def write(library: Library, path: Path, made: float) -> Counter[str]:
    """Write the deck as of `made` (seconds since 1970) and return how many notes of each kind it holds."""
    course, name = library.course.id, library.course.name
    cards, note_type = deck(library), _note_type(course, name)
    decks = {
        kind: genanki.Deck(_number(course, f"deck {kind}"), f"{name}::{part}", LEFT_OUT)
        for kind, part in _PARTS.items()
    }
    for quiz, item in cards.items.values():
        kind = KINDS[kind_name(item)]
        fields = [
            inline(library, item.prompt) + kind.card_front(library, item),
            kind.card_back(library, item),
            _where(library, item.paragraphs),
        ]
        decks["item"].add_note(
            _note(course, note_type, f"item:{item.id}", "Quiz item", fields, [quiz, kind_name(item), item.thinking])
        )
    for card_name, card in cards.flashcards.items():
        fields = [_front(library, card), _back(library, card), ""]
        decks[card.kind].add_note(
            _note(
                course, note_type, card_name, {"term": "Term", "date": "Date"}[card.kind], fields, list(card.sections)
            )
        )
    _pack(genanki.Package(list(decks.values())), path, int(made))
    return Counter({kind: len(made_of.notes) for kind, made_of in decks.items()})


def _note_type(course: str, name: str) -> genanki.Model:
    head = '<p class="about">{{About}}</p>'
    template = {
        "name": "Card",
        "qfmt": head + '<div class="front">{{Front}}</div>',
        "afmt": '{{FrontSide}}<hr id="answer">{{Back}}<p class="about">{{Read again}}</p>',
    }
    # The first field is what Anki tells notes apart by.
    fields = [{"name": field} for field in ("Name", "About", "Front", "Back", "Read again")]
    return genanki.Model(_number(course, "note type"), f"{name} card", fields=fields, templates=[template], css=_CSS)


def _note(
    course: str, note_type: genanki.Model, name: str, about: str, fields: list[str], tags: list[str]
) -> genanki.Note:
    return genanki.Note(
        note_type,
        [name, about, *fields],
        tags=[f"{course}::{tag}" for tag in tags],
        guid=genanki.guid_for(course, name),
    )


def _number(course: str, name: str) -> int:
    """A number for `name` that stays the same for ever, in the range Anki uses."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(f"{course} {name}".encode()).digest()[:4], "big") % (1 << 30)


def _pack(package: genanki.Package, path: Path, made: int) -> None:
    """Write the package with one date on everything in it: genanki dates the files inside by the clock."""
    loose = io.BytesIO()
    package.write_to_file(loose, timestamp=made)
    with zipfile.ZipFile(loose) as before, output_file(path) as fresh, zipfile.ZipFile(fresh, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))


# --- terms and dates -----------------------------------------------------------------------------------------------


def _front(library: Library, card: Flashcard) -> str:
    return f"<p>{inline(library, card.front)}</p><p>{html.escape(card.ask)}</p>"


def _back(library: Library, card: Flashcard) -> str:
    return f"<p>{inline(library, card.answer)}</p>" + (blocks(library, card.more) if card.more else "")


def _where(library: Library, paragraphs: list[str]) -> str:
    places = [
        f"{library.paragraph_label(p)} ({html.escape(library.sections[section_of(p)].title)})" for p in paragraphs
    ]
    return f"Read again: {', '.join(places)}." if places else ""
