"""No bytes that a student hands in can stop or mislead the reading of a hand-in, and what does not fit is said."""

from __future__ import annotations

import hashlib
import json
import random

import pytest

from readingroom.learning.submission.format import ODD, Answer, Submission, file_name, read, receipt_of, serialize
from readingroom.learning.submission.validation import (
    DEEPEST,
    LONGEST_ANSWER,
    LONGEST_NAME,
    MOST_PARTS,
    summary,
)

HEADING = {
    "format": "reading-room hand-in",
    "version": 1,
    "exercise": "e",
    "student": "bob",
    "variant": "",
    "made": "2026-11-20T10:00:00Z",
    "tasks": 1,
}
SAID = Submission("e", "Anna", "2026-11-20T10:00:00Z", {"a": Answer("x", 2), "b": Answer({"r": {"k": "1"}})}, ("p-1",))


def hand_in(*lines: dict | str, **heading) -> str:
    """The text of a file whose checksum fits, whatever its lines hold."""
    body = "".join(
        f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in ({**HEADING, **heading}, *lines)
    )
    return body + json.dumps({"sum": hashlib.sha256(body.encode()).hexdigest()}) + "\n"


def nested(depth: int) -> str:
    return '{"task":"a","response":' + "[" * depth + "]" * depth + "}"


@pytest.mark.parametrize(
    "line, left, says",
    [
        (nested(100_000), None, "nested too deep"),
        (nested(DEEPEST + 2), ..., "nested too deep"),
        ('{"task":"a","response":NaN}', Answer(None), "a number in it is none"),
        ('{"task":"a","response":[-Infinity]}', Answer([None]), "a number in it is none"),
        ('{"task":"a","response":1e999}', Answer(None), "too large"),
        (f'{{"task":"a","response":1{"0" * 400}}}', Answer(None), "too large"),
        (f'{{"task":"a","response":{"9" * 5000}}}', None, "cannot be read"),
        ('{"task":"a","response":"\\ud800 text"}', Answer("\N{REPLACEMENT CHARACTER} text"), "half a letter"),
        ('{"task":"a","response":{"\\udfff":["\\ud83d"]}}', ..., "half a letter"),
        ('{"task":"a","response":"a\\u0000b\\u001bc"}', ..., "control characters"),
        ({"task": "a", "response": "x" * (LONGEST_ANSWER + 1)}, Answer("x" * LONGEST_ANSWER), "100,001 letters"),
        ({"task": "a", "response": {"x" * 300: "y"}}, Answer({"x" * LONGEST_NAME: "y"}), "300 letters"),
        ({"task": "a", "response": ["x"] * 2000}, Answer(["x"] * MOST_PARTS), "2,000 parts"),
        ({"task": "a", "response": {str(n): "x" for n in range(2000)}}, ..., "2,000 parts"),
        ({"task": "a", "response": "x", "sure": True}, Answer("x"), "how sure"),
        ({"task": "a", "response": "x", "sure": 2.0}, Answer("x"), "how sure"),
        ({"task": "a", "response": "x", "sure": [1]}, Answer("x"), "how sure"),
        ({"task": "a", "response": "x", "at": {"b": 1}}, Answer("x"), "the time of the answer is no text"),
        ({"task": 5, "response": "x"}, None, "none of a hand-in's lines"),
        ("[1]", None, "none of a hand-in's lines"),
        ("{", None, "cannot be read"),
        ({"puzzling": [["p"], "p-1"]}, None, "a paragraph's name is no text"),
    ],
)
def test_what_does_not_fit_is_said_with_its_line_and_the_rest_is_read(line, left, says):
    found = read(hand_in(line, {"task": "b", "response": "kept"}))

    assert (found.damage, found.submission.answers["b"]) == (ODD, Answer("kept"))
    assert left is ... or found.submission.answers.get("a") == left
    assert all(fault.startswith("line 2") for fault in found.faults) and says in found.faults[0]


def test_of_two_answers_to_one_task_the_later_counts_and_it_is_said():
    found = read(hand_in({"task": "a", "response": "x"}, {"task": "a", "response": "y"}))

    assert found.submission.answers["a"].response == "y" and "line 3, task a: another line" in found.faults[0]


@pytest.mark.parametrize("field", ["exercise", "student", "made", "variant"])
@pytest.mark.parametrize(
    "value", ["\ud800", "x" * 300, True, None, ["a"], {"a": 1}, "a\nb", "a\x00", "a\u2028b", 10**400, 1.5]
)
def test_a_heading_that_cannot_be_is_refused_and_the_field_is_named(field, value):
    found = read(hand_in({"task": "a", "response": "x"}, **{field: value}))

    assert (found.submission, found.damage) == (None, ODD) and f"the field {field}" in found.faults[0]


def test_a_number_as_the_id_of_a_student_is_a_name():
    assert read(hand_in(student=4711)).submission.student == "4711"


@pytest.mark.parametrize("checksum", ["\ud800", 5, None, ["a"], {"a": 1}, "x" * 100_000, True])
def test_a_checksum_that_is_none_is_an_edited_file(checksum):
    text = "".join(json.dumps(line) + "\n" for line in (HEADING, {"sum": checksum}))

    assert read(text).damage == "edited"


def test_more_lines_than_any_hand_in_has_are_not_read():
    assert "lines, far more" in read(hand_in(*['{"task":"a"}'] * 6_000)).faults[0]


def test_more_parts_than_any_hand_in_has_are_not_read():
    assert "commas, far more" in read(hand_in('{"task":"a","response":[' + "1," * 60_000 + "1]}")).faults[0]


def test_faults_are_counted_where_they_are_many():
    assert summary(["a", "a", "b", *map(str, range(5))]) == "A. B. 0. 1. 2. There are 2 more such faults."


def test_a_text_of_every_kind_of_blank_is_as_it_was_typed():
    text = "a\tb\n\nc\x0bd\x0ce\x85f\u2028g \N{NO-BREAK SPACE}h\u200di"

    assert read(hand_in({"task": "a", "response": text})).submission.answers["a"] == Answer(text)
    assert read(hand_in({"task": "a", "response": text})).damage == ""


def test_half_an_emoji_in_a_record_does_not_keep_anybody_from_handing_in():
    found = read(serialize(Submission("e", "a", "t", {"t": Answer("so \ud83d")})))

    assert (found.damage, found.submission.answers["t"].response) == ("", "so \N{REPLACEMENT CHARACTER}")


def test_a_very_long_name_makes_a_file_name_that_every_disk_takes():
    assert len(file_name(Submission("e", "A" * 300, "t", {}), "ABCD-EFGH")) < 200


def test_every_byte_changed_at_random_is_read_or_named():
    chance, data = random.Random(7), serialize(SAID).encode()
    for _ in range(1_500):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        text = bytes(changed).decode("utf-8", "replace")
        found = read(text)
        assert found.damage or found.submission == SAID, text


def test_fields_swapped_and_taken_out_never_raise():
    chance = random.Random(8)
    values = ["", 0, True, None, [], {}, "\udc00", 1e300, [[[]]], {"task": []}, "anna", "e"]
    for _ in range(800):
        lines = [{"task": "a", "response": "x", "sure": 1, "at": "t"}, {"puzzling": ["p"]}]
        changed = [dict(HEADING), *map(dict, lines)]
        for _ in range(chance.randint(1, 4)):
            line = chance.choice(changed)
            if line:
                line[chance.choice([*line, "sum", "task", "format"])] = chance.choice(values)
        text = "".join(json.dumps(line) + "\n" for line in changed)
        found = read(text + json.dumps({"sum": hashlib.sha256(text.encode()).hexdigest()}))
        if found.submission:
            receipt_of(text)
            serialize(found.submission).encode()
