"""Checks of data/forecasts.toml and data/argument.toml."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models as m
from .collector import Collector
from .references import check_record


def check_forecasts(collector: Collector) -> None:
    """Check every forecast and the claim it belongs to."""
    file = "data/forecasts.toml"
    for forecast in collector.read(lambda: collector.library.forecasts, {}).values():
        label = f"forecast {forecast.id}"
        check_record(collector, file, label, forecast)
        if collector.all_claims_known:
            collector.unknown(file, label, "claim", [forecast.claim], collector.claims, "claim")


def check_argument(collector: Collector) -> None:
    """Check every node of the argument: what it supports and doubts exists, and no support runs in a circle."""
    file, nodes = "data/argument.toml", collector.read(lambda: collector.library.argument, {})
    for node in nodes.values():
        label = f"node {node.id}"
        check_record(collector, file, label, node)
        collector.unknown(file, label, "supports", node.supports, nodes, "node")
        collector.unknown(file, label, "doubts", node.doubts, nodes, "node")
        if node.id in _reachable(nodes, node.id):
            collector.add(file, label, "supports", "leads back to itself")


def _reachable(nodes: Mapping[str, m.ArgumentNode], start: str) -> set[str]:
    """The nodes that `start` supports, directly or through others."""
    reached: set[str] = set()
    pending = list(nodes[start].supports)
    while pending:
        name = pending.pop()
        if name in nodes and name not in reached:
            reached.add(name)
            pending += nodes[name].supports
    return reached
