"""What a page sends a second time, because no answer came, is taken once and answered again."""

from __future__ import annotations

import json

import pytest
from jupyter_client.session import json_packer

from readingroom.learning.record import FOLDER
from readingroom.parts.quiz.quiz import Quiz

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


@pytest.mark.parametrize("content", [None, "again", {}, {"again": None}, {"again": [1]}])
def test_a_message_of_another_form_changes_nothing(widget, content):
    assert answers(widget, content) == []
