"""Checks of data/forecasts.toml and data/argument.toml."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models as m
from .collector import Collector
from .dates import check_date
from .references import check_record


def check_forecasts(collector: Collector) -> None:
    """Check every forecast and the claim it belongs to."""
    file = "data/forecasts.toml"
    # A file that cannot be read must not make every mention of its claims a fault.
    claims = collector.claim_ids
    for forecast in collector.rows("forecasts", "forecast", m.Forecast):
        label = f"forecast {forecast.id}"
        check_record(collector, file, label, forecast)
        check_date(collector, file, label, "by", forecast.by)
        collector.unknown(file, label, "claim", [forecast.claim], claims, "claim")
    _check_forecast_claims(collector)


def _check_forecast_claims(collector: Collector) -> None:
    """Check that each claim that was a forecast is scored as one."""
    rows = collector.read(lambda: collector.library.raw_rows("forecasts", "forecast"), None)
    scored = {str(row.get("claim")) for row in rows or ()}
    for claim in collector.claims.values() if rows is not None else ():
        if claim.verdict == "forecast" and claim.id not in scored:
            message = f"no forecast belongs to claim {claim.id!r}, whose verdict is that it was one"
            collector.add("data/forecasts.toml", "forecast", "claim", message)


def check_argument(collector: Collector) -> None:
    """Check every node of the argument: what it supports and doubts exists, and no support runs in a circle."""
    file, known = "data/argument.toml", collector.ids("argument", "node")
    nodes = {node.id: node for node in collector.rows("argument", "node", m.ArgumentNode)}
    for node in nodes.values():
        label = f"node {node.id}"
        check_record(collector, file, label, node)
        collector.unknown(file, label, "supports", node.supports, known, "node")
        collector.unknown(file, label, "doubts", node.doubts, known, "node")
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
