"""A lesson where no widgets are shown: an export, a viewer of notebooks, a terminal; jupyter/nbconvert#920."""

from __future__ import annotations

import pytest

from readingroom.parts.base.widget import INSTEAD
from readingroom.parts.lesson import SectionLesson


@pytest.mark.parametrize("call", ["read", "claims", "timeline", "ways", "story", "chart"])
def test_each_part_says_in_a_sentence_where_it_is_to_be_seen(library, record, call):
    words = [next(iter(library.charts))] if call == "chart" else []

    bundle = getattr(SectionLesson(library, record, "realism"), call)(*words)._repr_mimebundle_()

    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert data["text/plain"] == INSTEAD
    assert "application/vnd.jupyter.widget-view+json" in data
