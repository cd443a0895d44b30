"""Dependence in an argument: which later steps rest on a step that a reader doubts."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.models import ArgumentNode


def dependents(nodes: Iterable[ArgumentNode]) -> dict[str, list[str]]:
    """Return, for each node, the nodes that depend on it, directly or through others, in the order of `nodes`.

    Objections support nothing, so nothing depends on them.
    """
    nodes = list(nodes)
    supports = {node.id: node.supports for node in nodes}
    return {node.id: _supported_by(node.id, supports) for node in nodes}


def _supported_by(start: str, supports: dict[str, list[str]]) -> list[str]:
    reached: set[str] = set()
    pending = list(supports[start])
    while pending:
        node = pending.pop()
        if node not in reached and node != start:
            reached.add(node)
            pending += supports.get(node, [])
    return [node for node in supports if node in reached]
