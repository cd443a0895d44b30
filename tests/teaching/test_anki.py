"""The deck for Anki says what the bank says."""

from __future__ import annotations

import html
import json
import re
import sqlite3
import warnings
import zipfile

import item_types as i
import pytest

from readingroom.content.library import Library
from readingroom.learning.review.deck import deck
from readingroom.teaching.anki import write, write_deck

MADE = 1_760_000_000


def opened(path, folder):
    """What Anki would read: the notes by name, and the decks."""
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as db:
        rows = db.execute("SELECT guid, mid, tags, flds, mod FROM notes").fetchall()
        notes = {}
        for guid, model, tags, fields, changed in rows:
            name, about, front, back, where = fields.split("\x1f")
            notes[name] = {
                "guid": guid,
                "model": model,
                "tags": tags.split(),
                "about": about,
                "front": front,
                "back": back,
                "where": where,
                "changed": changed,
            }
        return (
            notes,
            json.loads(db.execute("SELECT decks FROM col").fetchone()[0]),
            len(rows),
            db.execute("SELECT count(*) FROM cards").fetchone()[0],
        )


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


@pytest.fixture(scope="module")
def package(library, tmp_path_factory):
    folder = tmp_path_factory.mktemp("anki")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # genanki warns of text that is not HTML
        write(library, folder / "one.apkg", MADE)
    return folder / "one.apkg"


@pytest.fixture(scope="module")
def notes(package):
    return opened(package, package.parent)[0]


def test_every_card_of_the_course_is_one_note_and_nothing_else(library, package, notes):
    cards = deck(library)
    assert set(notes) == {f"item:{item}" for item in cards.items} | set(cards.flashcards)
    assert opened(package, package.parent)[2:] == (len(notes), len(notes))


def test_no_two_notes_share_an_id(notes):
    assert len({note["guid"] for note in notes.values()}) == len(notes)


def test_an_item_asks_its_question_and_offers_all_its_options(library, notes):
    for _, item in deck(library).items.values():
        front = plain(notes[f"item:{item.id}"]["front"])
        offered = [
            item.prompt,
            *(o.text for o in getattr(item, "option", []) if not isinstance(o, i.Passage)),
            *(p.left for p in getattr(item, "pair", [])),
            *(c.text for c in getattr(item, "card", [])),
        ]
        for text in offered:
            assert plain(_html(library, text)) in front, item.id


def test_the_back_gives_every_reason_of_the_bank(library, notes):
    for _, item in deck(library).items.values():
        back = plain(notes[f"item:{item.id}"]["back"])
        reasons = [
            part.why for name in ("option", "pair", "decoy", "card", "mistake") for part in getattr(item, name, [])
        ]
        for why in [*reasons, getattr(item, "why", "")]:
            assert plain(_html(library, why)) in back, item.id


def test_the_right_option_and_no_other_is_ticked(library, notes):
    for _, item in deck(library).items.values():
        if isinstance(item, i.Choice):
            ticked = re.findall(r"<li>\N{CHECK MARK} <b>(.*?)</b>", notes[f"item:{item.id}"]["back"])
            assert [plain(t) for t in ticked] == [
                plain(_html(library, o.text)) for o in item.option if o.id == item.answer
            ]


def test_an_order_is_never_offered_solved(library, notes):
    for _, item in deck(library).items.values():
        if isinstance(item, i.Order):
            front = plain(notes[f"item:{item.id}"]["front"]).removeprefix(plain(_html(library, item.prompt)))
            places = [front.index(plain(_html(library, o.text))) for o in item.option]
            assert places != sorted(places), item.id


def test_figures_are_filled_in(notes):
    assert not [name for name, note in notes.items() if "{series:" in note["front"] + note["back"]]


def test_terms_and_dates_stand_in_decks_of_their_own(package):
    names = {found["name"] for found in opened(package, package.parent)[1].values()}
    assert {"Reading Room::Quiz items", "Reading Room::Terms", "Reading Room::Dates"} <= names


def test_the_same_files_give_the_same_bytes(library, package, tmp_path):
    write(library, tmp_path / "two.apkg", MADE)
    assert (tmp_path / "two.apkg").read_bytes() == package.read_bytes()


def test_a_changed_sentence_keeps_its_note_and_makes_it_newer(course, tmp_path, notes):
    path = course / "data/glossary.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "The view that states are guided by", "The belief that states are led by"
        ),
        encoding="utf-8",
    )
    write(Library(course), tmp_path / "new.apkg", MADE + 60)
    before, after = notes["term:realism"], opened(tmp_path / "new.apkg", tmp_path)[0]["term:realism"]
    assert (after["guid"], after["model"]) == (before["guid"], before["model"])
    assert after["back"] != before["back"] and after["changed"] > before["changed"]


def test_what_the_deck_leaves_out_is_said(library, tmp_path):
    says = write_deck(library, tmp_path / "deck.apkg")
    assert "written tasks" in says and "certainty" in says and f"{len(library.terms)} terms" in says


def _html(library, text: str) -> str:
    from readingroom.content.prose import inline

    return inline(library, text)
