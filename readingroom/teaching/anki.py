"""A deck for Anki from the course's own bank: quiz items, terms, dates.

Notes keep their ids, so a later deck updates the earlier one and leaves what Anki knows of a learner alone. The same files
give the same bytes.
"""

from __future__ import annotations

import hashlib
import html
import io
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from string import ascii_uppercase

import genanki

from ..content import models as m
from ..content.library import Library, section_of
from ..content.prose import blocks, inline
from ..learning.ordering import opening_sentence, out_of_order, shuffled
from ..learning.review.deck import Flashcard, deck

NAME = "Reading Room"
LEFT_OUT = (
    "Anki cannot carry the written tasks with their rubrics, the marks for certainty, or the scoring: you compare your answer "
    "with the one given and rate yourself. Figures are those of the day the deck was made. Every term and named date is in it, "
    "met or not; what you do in Anki does not reach your record, nor the other way round."
)
_PARTS = {"item": "Quiz items", "term": "Terms", "date": "Dates"}
_CSS = """
.card { font: 18px/1.45 Georgia, serif; color: #1c1b19; background: #fff; text-align: left; max-width: 42em; margin: 0 auto; padding: 12px; }
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
    cards, note_type = deck(library), _note_type()
    decks = {kind: genanki.Deck(_number(f"deck {kind}"), f"{NAME}::{part}", LEFT_OUT) for kind, part in _PARTS.items()}
    for quiz, item in cards.items.values():
        fields = [
            inline(library, item.prompt) + _offered(library, item),
            _answer(library, item),
            _where(library, item.paragraphs),
        ]
        decks["item"].add_note(
            _note(note_type, f"item:{item.id}", "Quiz item", fields, [quiz, m.kind_of(item), item.thinking])
        )
    for name, card in cards.flashcards.items():
        fields = [_front(library, card), _back(library, card), ""]
        decks[card.kind].add_note(
            _note(note_type, name, {"term": "Term", "date": "Date"}[card.kind], fields, list(card.sections))
        )
    _pack(genanki.Package(list(decks.values())), path, int(made))
    return Counter({kind: len(made_of.notes) for kind, made_of in decks.items()})


def _note_type() -> genanki.Model:
    head = '<p class="about">{{About}}</p>'
    template = {
        "name": "Card",
        "qfmt": head + '<div class="front">{{Front}}</div>',
        "afmt": '{{FrontSide}}<hr id="answer">{{Back}}<p class="about">{{Read again}}</p>',
    }
    # The first field is what Anki tells notes apart by.
    fields = [{"name": name} for name in ("Name", "About", "Front", "Back", "Read again")]
    return genanki.Model(_number("note type"), f"{NAME} card", fields=fields, templates=[template], css=_CSS)


def _note(note_type: genanki.Model, name: str, about: str, fields: list[str], tags: list[str]) -> genanki.Note:
    return genanki.Note(
        note_type,
        [name, about, *fields],
        tags=[f"reading-room::{tag}" for tag in tags],
        guid=genanki.guid_for("reading-room", name),
    )


def _number(name: str) -> int:
    """A number for `name` that stays the same for ever, in the range Anki uses."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(f"reading-room {name}".encode()).digest()[:4], "big") % (1 << 30)


def _pack(package: genanki.Package, path: Path, made: int) -> None:
    """Write the package with one date on everything in it: genanki dates the files inside by the clock."""
    loose = io.BytesIO()
    package.write_to_file(loose, timestamp=made)
    with zipfile.ZipFile(loose) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))


# --- terms and dates -----------------------------------------------------------------------------------------------


def _front(library: Library, card: Flashcard) -> str:
    return f"<p>{inline(library, card.front)}</p><p>{html.escape(card.ask)}</p>"


def _back(library: Library, card: Flashcard) -> str:
    return f"<p>{inline(library, card.answer)}</p>" + (blocks(library, card.more) if card.more else "")


# --- quiz items ----------------------------------------------------------------------------------------------------


def _offered(library: Library, item: m.QuizItem) -> str:
    """What stands below the question: options, cards and boxes, or the form of the answer."""

    def text(words: str) -> str:
        return inline(library, words)

    match item:
        case m.Choice():
            return _lettered(text(o.text) for o in shuffled(item.id, item.option))
        case m.Choices():
            return _lettered(text(o.text) for o in shuffled(item.id, item.option)) + "<p>One or more are right.</p>"
        case m.PassageItem():
            return _lettered(text(opening_sentence(library, p.id)) for p in item.option)
        case m.Order():
            return _lettered(text(o.text) for o in out_of_order(item.id, item.option)) + "<p>Put them in order.</p>"
        case m.Match():
            rights = shuffled(item.id, [library.text(x.right) for x in (*item.pair, *item.decoy)])
            return (
                _lettered(text(p.left) for p in item.pair)
                + "<p>To match with:</p>"
                + _list("ul", map(html.escape, rights))
            )
        case m.Sort():
            boxes = _list("ul", (html.escape(library.text(b.text)) for b in item.bin))
            return _lettered(text(c.text) for c in shuffled(item.id, item.card)) + "<p>To sort into:</p>" + boxes
        case m.Number():
            return f"<p>A number, in {html.escape(item.unit)}.</p>" if item.unit else "<p>A number.</p>"
        case m.Short():
            return "<p>A few words.</p>"
    raise TypeError(f"{item.id}: nothing known of the kind {m.kind_of(item)}")


def _answer(library: Library, item: m.QuizItem) -> str:
    """The right answer in full with its reasons, then what is said to the wrong ones."""

    def told(what: str, why: str) -> str:
        return f"<b>{what}</b> {inline(library, why)}"

    def text(words: str) -> str:
        return inline(library, words)

    match item:
        case m.Choice() | m.Choices() | m.PassageItem():
            right = {item.answer} if isinstance(item, m.Choice) else set(item.answer)
            said = [
                (
                    o.id in right,
                    told(text(opening_sentence(library, o.id) if isinstance(o, m.Passage) else o.text), o.why),
                )
                for o in item.option
            ]
            return _list("ul", (f"\N{CHECK MARK} {line}" for good, line in said if good)) + _wrong(
                line for good, line in said if not good
            )
        case m.Order():
            return _list("ol", (told(text(o.text), o.why) for o in item.option))
        case m.Match():
            pairs = _list(
                "ul",
                (
                    told(f"{text(p.left)} \N{RIGHTWARDS ARROW} {html.escape(library.text(p.right))}.", p.why)
                    for p in item.pair
                ),
            )
            return pairs + _wrong(told(html.escape(library.text(d.right)), d.why) for d in item.decoy)
        case m.Sort():
            boxes = {b.id: html.escape(library.text(b.text)) for b in item.bin}
            return _list("ul", (told(f"{text(c.text)} \N{RIGHTWARDS ARROW} {boxes[c.bin]}.", c.why) for c in item.card))
        case m.Number():
            near = f" (right within {item.tolerance:g})" if item.tolerance else ""
            line = told(f"{html.escape(library.text(item.answer))} {html.escape(item.unit)}{near}.", item.why)
            return f"<p>{line}</p>" + _wrong(
                told(f"{html.escape(library.text(x.value))}:", x.why) for x in item.mistake
            )
        case m.Short():
            line = told(html.escape(f"{'; or '.join(item.answer)}."), item.why)
            return f"<p>{line}</p>" + _wrong(told(html.escape(f"{'; '.join(x.answers)}:"), x.why) for x in item.mistake)
    raise TypeError(f"{item.id}: nothing known of the kind {m.kind_of(item)}")


def _wrong(lines: Iterable[str]) -> str:
    found = [f"\N{BALLOT X} {line}" for line in lines]
    return "<p>Not these:</p>" + _list("ul", found) if found else ""


def _lettered(lines: Iterable[str]) -> str:
    return "<p>" + "<br>".join(f"{letter}. {line}" for letter, line in zip(ascii_uppercase, lines)) + "</p>"


def _list(tag: str, lines: Iterable[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{tag}>"


def _where(library: Library, paragraphs: list[str]) -> str:
    places = [
        f"\N{PILCROW SIGN}{library.paragraphs[p].number} ({html.escape(library.sections[section_of(p)].title)})"
        for p in paragraphs
    ]
    return f"Read again: {', '.join(places)}." if places else ""
