"""What passes between the course and the program that reads a copy for it: a request there, lines of answers back.

The answers are held to shape and size: the file they come from may have been made to do harm.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, BinaryIO

import msgspec

from ...content.fingerprints import Fingerprint
from .alignment import Alignment, Placed

MOST_ANSWER = 16_000_000  # bytes
LONGEST_SENTENCE = 1_000


class Request(msgspec.Struct, frozen=True):
    """A file to read, and how much memory there is for it; its bytes follow in `data`."""

    name: str
    prints: list[Fingerprint]
    memory: int
    data: bytes = b""


class _Paragraph(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: Annotated[int, msgspec.Meta(ge=0)]
    words: str
    whole: bool


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reading found, or `trouble`: why there is none or no further one; "memory" where that was the limit."""

    hits: Annotated[int, msgspec.Meta(ge=0)] = 0
    placed: list[_Paragraph] = []
    trouble: Annotated[str, msgspec.Meta(max_length=LONGEST_SENTENCE)] = ""


def write_request(file: BinaryIO, request: Request) -> None:
    """Write a request: a line, then the bytes as they are."""
    file.write(msgspec.json.encode(msgspec.structs.replace(request, data=b"")) + b"\n")
    file.write(request.data)


def read_heading(file: BinaryIO) -> Request:
    """Return a request without its bytes, which are what is left in `file`."""
    return msgspec.json.decode(file.readline(), type=Request)


def answer_of(alignment: Alignment) -> bytes:
    """Return an alignment as a line."""
    number = {name: at for at, name in enumerate(alignment.order)}
    placed = [_Paragraph(number[each.paragraph], each.words, each.whole) for each in alignment.placed]
    return msgspec.json.encode(Answer(alignment.hits, placed)) + b"\n"


def trouble_of(sentence: str) -> bytes:
    """Return why no (further) reading is there as a line."""
    return msgspec.json.encode(Answer(trouble=sentence[:LONGEST_SENTENCE])) + b"\n"


def read_answers(prints: list[Fingerprint], data: bytes) -> tuple[Alignment | None, str]:
    """Return the last reading in the answers and the trouble after it; what is no whole answer counts as none."""
    alignment, trouble = None, ""
    if len(data) > MOST_ANSWER:
        return None, ""
    for line in data.splitlines(keepends=True):
        answer = _fitting(line, len(prints)) if line.endswith(b"\n") else None
        if answer and answer.trouble:
            trouble = answer.trouble
        elif answer:
            order = [each.paragraph for each in prints]
            placed = [Placed(order[each.number], each.words, each.whole) for each in answer.placed]
            alignment = Alignment(order, placed, answer.hits)
    return alignment, trouble


def _fitting(line: bytes, paragraphs: int) -> Answer | None:
    try:
        answer = msgspec.json.decode(line, type=Answer)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    numbers = [each.number for each in answer.placed]
    is_in_order = all(one < other for one, other in pairwise(numbers))
    return answer if is_in_order and all(number < paragraphs for number in numbers) else None
