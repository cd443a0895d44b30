"""How a source is shown to a reader, in one line."""

from __future__ import annotations

import pytest

from readingroom.content.models import Source
from readingroom.parts.base.citations import cite


def source(**fields: str) -> Source:
    return Source(**{"id": "s", "title": "T", "publisher": "P", "seen": "opened", **fields})


@pytest.mark.parametrize(
    ("kind", "says"), [("primary", "Primary source."), ("scholarly", "Research."), ("press", "Press.")]
)
def test_a_reader_sees_who_speaks_in_a_source(kind, says):
    assert cite(source(kind=kind)) == f"<cite>T</cite>, P. {says}"


@pytest.mark.parametrize("fields", [{}, {"kind": "other"}])
def test_of_a_source_of_no_such_kind_nothing_is_said(fields):
    assert cite(source(**fields)) == "<cite>T</cite>, P."


def test_who_speaks_stands_between_how_far_it_was_read_and_the_note():
    shown = cite(source(kind="press", seen="partly", note="In Spanish."))

    assert shown == "<cite>T</cite>, P. (seen in part) Press. In Spanish."
