"""What a page sends a second time, because no answer came, is taken once and answered again."""

from __future__ import annotations

import json

import pytest
from jupyter_client.session import json_packer

from readingroom.learning.own_copy.store import FOLDER as COPY_FOLDER
from readingroom.learning.record import FOLDER, Record
from readingroom.parts.own_copy.own_copy import OwnCopy
from readingroom.parts.quiz.quiz import Quiz
from readingroom.parts.record.record import RecordWidget

NOTE = {"id": "a", "at": "2026-01-01T00:00:00.000Z", "what": "note", "paragraph": "opening-1", "text": "Why?"}


@pytest.fixture
def widget(record):
    return Quiz(record, {}, ("notes",))


def answers(widget: Quiz, content: object) -> list[dict]:
    """The traits that the widget sends, message by message, when `content` arrives as a message of its own."""
    sent = []
    widget._send = lambda message, buffers=None: sent.append(json.loads(json_packer(message)))
    widget._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})
    return [message["state"] for message in sent if message["method"] == "update"]


def test_what_never_arrived_is_saved_and_answered(tmp_path, widget):
    assert answers(widget, {"again": {"outbox": [NOTE]}})[-1]["saved"] == ["a"]
    assert NOTE["text"] in next((tmp_path / FOLDER).glob("*.jsonl")).read_text()


def test_what_had_arrived_is_answered_and_stands_once_on_the_disk(tmp_path, widget):
    widget.set_state({"outbox": [NOTE]})

    assert answers(widget, {"again": {"outbox": [NOTE]}})[-1]["saved"] == ["a"]
    assert next((tmp_path / FOLDER).glob("*.jsonl")).read_text().count("Why?") == 1


def test_a_record_to_restore_that_never_arrived_is_taken_and_answered(tmp_path, library):
    widget = RecordWidget(library, Record(tmp_path))

    answer = answers(widget, {"again": {"upload": json.dumps(NOTE)}})[-1]

    assert (answer["upload"], answer["says"]) == ("", widget.says)
    assert "1 new entry" in answer["says"]


def test_a_copy_is_removed_where_the_request_arrives_the_second_time(tmp_path, library):
    widget = OwnCopy(library)
    widget.root = tmp_path
    copy = tmp_path / COPY_FOLDER
    copy.mkdir()

    answer = answers(widget, {"again": {"removals": 1}})[-1]

    assert "was removed" in answer["answer"]["says"]
    assert not copy.exists()


@pytest.mark.parametrize("content", [None, "again", {}, {"again": None}, {"again": [1]}])
def test_a_message_of_another_form_changes_nothing(widget, content):
    assert answers(widget, content) == []
