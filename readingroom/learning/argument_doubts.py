"""What hangs on what in an argument: whoever doubts a step has to ask which later steps lean on it."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.models import ArgumentNode


def leaning_on(nodes: Iterable[ArgumentNode]) -> dict[str, list[str]]:
    """Return, for each node, the nodes that lean on it, directly or through others, in the order of `nodes`.

    Objections carry nothing, so nothing leans on them.
    """
    nodes = list(nodes)
    supports = {node.id: node.supports for node in nodes}
    return {node.id: _above(node.id, supports) for node in nodes}


def _above(start: str, supports: dict[str, list[str]]) -> list[str]:
    reached: set[str] = set()
    waiting = list(supports[start])
    while waiting:
        node = waiting.pop()
        if node not in reached and node != start:
            reached.add(node)
            waiting += supports.get(node, [])
    return [node for node in supports if node in reached]
