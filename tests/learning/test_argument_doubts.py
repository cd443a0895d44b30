"""Which steps of an argument fall with a step that is doubted."""

from __future__ import annotations

from readingroom.content.models import ArgumentNode
from readingroom.learning.argument_doubts import dependents


def node(id: str, *supports: str, kind: str = "premise") -> ArgumentNode:
    return ArgumentNode(id=id, kind=kind, label=id, text=id, paragraphs=[], supports=list(supports))


def test_all_that_rests_on_a_step_is_named_once_and_in_the_file_s_order():
    nodes = [node("thesis"), node("left", "thesis"), node("right", "thesis"), node("fact", "right", "left")]

    assert dependents(nodes) == {
        "thesis": [],
        "left": ["thesis"],
        "right": ["thesis"],
        "fact": ["thesis", "left", "right"],
    }


def test_a_circle_ends_and_a_step_does_not_rest_on_itself():
    assert dependents([node("a", "b"), node("b", "a", "gone")]) == {"a": ["b"], "b": ["a"]}
