"""The argument as a map: which step supports which, and what is weakened when a step is doubted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...content.library import Library
from ...content.models import ArgumentNode
from ...learning.argument_doubts import dependents
from ...learning.record import Record
from ..base.citations import places
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import inline

STYLES = ("base/ledger.css", "argument/argument.css")

_HEADINGS = {"evidence": "Evidence", "premise": "Premises", "thesis": "Thesis", "prescription": "Advice"}


class ArgumentMap(SavingWidget):
    """The argument as a figure and as a list, with steps to doubt."""

    _esm = module("argument/argument.js")
    _css = styles(*STYLES)


def argument_map(library: Library, record: Record) -> ArgumentMap:
    """Return the map of the whole article's argument."""
    return ArgumentMap(record, argument_content(library), ("doubts",))


def argument_content(library: Library) -> dict[str, Any]:
    """Return what argument.js shows: nodes, columns of the figure, the tree of the list, and what leans on what."""
    nodes = list(library.argument.values())
    return {
        "title": f"The argument of {library.course.text}",
        "nodes": {
            node.id: {
                "id": node.id,
                "kind": node.kind,
                "label": library.text(node.label),
                "text": inline(library, node.text),
                "places": places(library, node.paragraphs),
                "supports": node.supports,
                "doubts": node.doubts,
            }
            for node in nodes
        },
        "columns": columns(nodes, library.course.groups, library.course.groups_and_others),
        "tree": tree(nodes),
        "leaning": dependents(nodes),
    }


def columns(nodes: Iterable[ArgumentNode], grouped: str = "", and_others: str = "") -> list[dict[str, Any]]:
    """Return the figure's columns from left to right: evidence first, then each step left of all that it supports.

    Within a column steps stand about level with what they support. A block is a step and the objections to it.
    `grouped` heads a column of steps that all belong to a group, `and_others` one where only some do.
    """
    nodes = list(nodes)
    depth = _depths(nodes)
    order: dict[int, list[ArgumentNode]] = {}
    height: dict[str, float] = {}
    for level in sorted(set(depth.values())):
        column = [node for node in nodes if depth.get(node.id) == level]
        # Equal heights keep the order of the file.
        column.sort(key=lambda node: _mean_height_of_supported(node, depth, height))
        height |= {node.id: (i + 0.5) / len(column) for i, node in enumerate(column)}
        order[level] = column
    return [
        {
            "heading": _heading(order[level], grouped, and_others),
            "blocks": [[node.id, *_objections(node, nodes)] for node in order[level]],
        }
        for level in sorted(order, reverse=True)
    ]


def tree(nodes: Iterable[ArgumentNode]) -> list[dict[str, Any]]:
    """Return the list's nesting: thesis and prescriptions, under each what supports it first, objections last."""
    nodes = list(nodes)
    roots = [node for node in nodes if node.kind == "thesis"]
    roots += [node for node in nodes if not node.supports and not node.doubts and node not in roots]

    def branch(node: ArgumentNode) -> dict[str, Any]:
        below = [other for other in nodes if other.supports and other.supports[0] == node.id and other not in roots]
        return {
            "id": node.id,
            "under": [branch(other) for other in below] + [{"id": id, "under": []} for id in _objections(node, nodes)],
        }

    return [branch(root) for root in roots]


def _depths(nodes: list[ArgumentNode]) -> dict[str, int]:
    """The number of steps from each node to the end of the argument, by the longest way; evidence stands outermost."""
    by_id = {node.id: node for node in nodes}
    known: dict[str, int] = {}

    def steps(id: str) -> int:
        if id not in known:
            known[id] = 0  # a circle in the data must not hang the map
            known[id] = max((1 + steps(above) for above in by_id[id].supports), default=0)
        return known[id]

    inner = {node.id: steps(node.id) for node in nodes if node.kind not in ("evidence", "objection")}
    outermost = max(inner.values(), default=0) + 1
    return inner | {node.id: outermost for node in nodes if node.kind == "evidence"}


def _mean_height_of_supported(node: ArgumentNode, depth: dict[str, int], height: dict[str, float]) -> float:
    above = [id for id in node.supports if id in height]
    nearest = max((depth[id] for id in above), default=0)
    heights = [height[id] for id in above if depth[id] == nearest]
    return sum(heights) / len(heights) if heights else 0.5


def _objections(node: ArgumentNode, nodes: list[ArgumentNode]) -> list[str]:
    return [other.id for other in nodes if other.doubts and other.doubts[0] == node.id]


def _heading(column: list[ArgumentNode], grouped: str, and_others: str) -> str:
    if any(node.group for node in column):
        return grouped if all(node.group for node in column) else and_others
    kinds = {node.kind for node in column}
    return next((_HEADINGS[kind] for kind in ("thesis", "prescription", "premise", "evidence") if kind in kinds), "")
