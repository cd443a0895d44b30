"""A run of marking ends with what its teacher looks at next."""

from __future__ import annotations

import pytest

from readingroom.teaching.mark.triage_file import File, where_to_look

SOUND = File("a.jsonl", "ada", "", "", (), "", True)
CUT = File("b.jsonl", "ben", "", "", ("cut off",), "Ask for it again.")


@pytest.mark.parametrize(
    "files, says",
    [
        ([], "No file was handed in: is this the folder"),
        ([SOUND], "The one file is sound."),
        ([SOUND, SOUND], "All 2 files are sound."),
        ([SOUND, CUT], "files.csv says what to do about each."),
    ],
)
def test_the_last_sentence_leads_on_from_what_was_found(files, says):
    assert where_to_look(files).startswith(says)
