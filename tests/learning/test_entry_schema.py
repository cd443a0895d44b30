"""Which entries fit: tests/entry_cases.json says it, and the front end's twin must say the same of any entry."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from odd_entries import SOUND, lines, one_odd_field, random_entries

from readingroom.learning.entry_schema import RULES, count_unreadable, read, readable
from readingroom.learning.progress import fold

TESTS = Path(__file__).resolve().parents[1]
CASES = json.loads((TESTS / "entry_cases.json").read_text(encoding="utf-8"))
NOTE = {"id": "n", "at": "2026-01-01T00:00:00Z", "what": "note", "paragraph": "p", "text": "x"}
READ_IN_NODE = """
import { readEntry } from "./readingroom/parts/base/entry-schema.js";
import { readFileSync } from "node:fs";
for (const line of readFileSync(0, "utf8").split("\\n").slice(0, -1)) {
  console.log(JSON.stringify(readEntry(JSON.parse(line))));
}
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_entry_fits_as_the_table_says(case):
    assert (read(case["entry"]) is not None) is case["fits"]


def test_every_kind_has_a_sound_entry_in_the_tests():
    assert SOUND.keys() == RULES.keys()
    assert all(read({"id": "e", "at": NOTE["at"], "what": what, **fields}) for what, fields in SOUND.items())


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), 10**400, {1, 2}, b"x"], ids=repr)
def test_what_is_no_json_does_not_fit(odd):
    assert read({**NOTE, "more": odd}) is None


def test_half_a_character_is_replaced_wherever_it_stands():
    note = {**NOTE, "text": "\ud83d!", "more": {"\udc00": ["\U0001f600"]}}

    assert read(note) == {**NOTE, "text": "\ufffd!", "more": {"\ufffd": ["\U0001f600"]}}
    assert note["text"] == "\ud83d!", "the record itself was changed"


def test_what_does_not_fit_is_counted_and_the_rest_is_read():
    entries = [NOTE, {**NOTE, "paragraph": []}, {**NOTE, "what": "dance"}]

    assert (readable(entries), count_unreadable(entries)) == ([NOTE], 2)


def test_no_entry_whatever_keeps_the_others_from_being_read():
    answer = {"id": "a", "at": NOTE["at"], "what": "answer", "item": "q", "response": "a", "fraction": 1}

    progress = fold([NOTE, answer, *one_odd_field(), *random_entries(500)])

    assert (progress["notes"]["p"]["text"], progress["answers"]["q"]["tries"]) == ("x", 1)
    json.dumps(progress, allow_nan=False).encode()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("node"), reason="needs node to run the front end's schema")
def test_the_front_end_reads_any_entry_in_the_same_way():
    text = lines([*one_odd_field(), *random_entries(1000)])

    run = subprocess.run(
        ["node", "--input-type=module", "--eval", READ_IN_NODE],
        input=text,
        capture_output=True,
        text=True,
        cwd=TESTS.parent,
    )

    assert run.returncode == 0, run.stderr
    theirs = [json.loads(line) for line in run.stdout.splitlines()]
    ours = [read(json.loads(line)) for line in text.splitlines()]
    assert len(theirs) == len(ours) > 3000
    assert [pair for pair in zip(text.splitlines(), ours, theirs, strict=True) if pair[1] != pair[2]] == []
