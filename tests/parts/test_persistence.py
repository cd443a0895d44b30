"""What a page is told about saving: it always hears, whatever was typed and whatever the disk does."""

from __future__ import annotations

import json
import os

import pytest
from jupyter_client.session import json_packer

from readingroom.learning.record import FOLDER, Record
from readingroom.parts.quiz.quiz import Quiz

HALF = "half an emoji \ud83d"


def note(id: str, text: str) -> dict:
    return {"id": id, "at": "2026-01-01T00:00:00.000Z", "what": "note", "paragraph": "opening-1", "text": text}


def part(record: Record) -> tuple[Quiz, list[dict]]:
    """A part that saves, and the messages that it sends as Jupyter packs them."""
    widget, sent = Quiz(record, {}, ("notes",)), []
    widget._send = lambda message, buffers=None: sent.append(json.loads(json_packer(message)))
    return widget, sent


def arrive(widget: Quiz, *entries: dict) -> None:
    latest = {entry["paragraph"]: entry for entry in entries}
    widget.set_state({"state": {"notes": latest}, "outbox": [*entries]})


def test_half_an_emoji_is_saved_as_it_is_and_so_is_what_comes_later(tmp_path, record):
    widget, sent = part(record)

    arrive(widget, note("a", HALF))
    arrive(widget, note("b", "later"))

    assert (widget.saved, widget.trouble) == (["b"], "")
    kept = [json.loads(line)["text"] for line in next((tmp_path / FOLDER).glob("*.jsonl")).read_text().splitlines()]
    assert kept == [HALF, "later"]
    assert "half an emoji \N{REPLACEMENT CHARACTER}" in json.dumps(sent, ensure_ascii=False)


def test_half_an_emoji_of_an_earlier_day_is_shown_and_downloaded(tmp_path, record):
    record.append([note("a", HALF)])
    again = Record(tmp_path)
    widget, sent = part(again)

    widget.send_state()
    widget.wanted = 1

    assert widget.state["notes"]["opening-1"]["text"] == "half an emoji \N{REPLACEMENT CHARACTER}"
    assert [json.loads(widget.download)["text"], len(sent) > 0] == [HALF, True]
    assert ["emoji cut in two" in sentence for sentence in again.damaged] == [True]


def test_a_page_that_is_opened_again_gets_the_state_after_half_an_emoji(record):
    widget, sent = part(record)
    arrive(widget, note("a", HALF))

    widget.send_state()

    assert sent[-1]["state"]["state"]["notes"]["opening-1"]["id"] == "a"


def test_what_cannot_be_kept_is_said_and_the_rest_is_saved(record, monkeypatch):
    monkeypatch.setattr("readingroom.learning.record.LONGEST_LINE", 4000)
    widget, _ = part(record)

    arrive(widget, note("a", "x" * 5000), note("b", "short"))

    assert (widget.saved, "cannot keep" in widget.trouble) == (["b"], True)
    assert [entry["id"] for entry in record.entries] == ["b"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_file_that_cannot_be_read_is_said_by_each_part_from_the_start(tmp_path, record):
    record.append([note("a", "kept")])
    os.mkfifo(tmp_path / FOLDER / "b.jsonl")

    widget, _ = part(Record(tmp_path))

    assert widget.trouble.startswith(
        "b.jsonl could not be read (it is not a file): what it holds is not shown, and is not lost."
    )
    assert widget.state["notes"]["opening-1"]["text"] == "kept"


def test_a_view_that_fails_keeps_no_part_from_hearing_that_it_is_saved(record):
    widget, _ = part(record)
    record.on_change.append(lambda entries: 1 / 0)

    arrive(widget, note("a", "why?"))

    assert (widget.saved, widget.trouble) == (["a"], "")


def test_a_record_that_is_wanted_twice_is_given_twice(record):
    widget = Quiz(record, {}, ())

    given = []
    for number in (1, 2):
        widget.wanted = number
        given.append((widget.given, widget.download))

    assert given == [(1, ""), (2, "")]
