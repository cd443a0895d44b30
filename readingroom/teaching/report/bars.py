"""Figures as rows of a table, each with a bar that nobody needs to see."""

from __future__ import annotations

from collections.abc import Iterable


def bars(head: tuple[str, str], rows: Iterable[tuple[str, int]], most: int) -> str:
    """Return a table of (name as HTML, count) with bars whose full length is `most`."""
    body = "".join(
        (
            f"<tr><th scope='row'>{name}</th><td class='number'>{count}</td><td class='barred' "
            "aria-hidden='true'><span class='bar' "
            f"style='width:{100 * count / max(most, 1):.0f}%'></span></td></tr>"
        )
        for name, count in rows
    )
    return (
        f"<table class='bars'><thead><tr><th scope='col'>{head[0]}</th><th scope='col' class='number'>{head[1]}</th>"
        f"<td class='barred' aria-hidden='true'></td></tr></thead><tbody>{body}</tbody></table>"
    )


def share(value: float | None) -> str:
    """Return a fraction in per cent, a dash where there is none."""
    return "\N{EN DASH}" if value is None else f"{100 * value:.0f}%"


def two(value: float | None) -> str:
    """Return a figure with two decimals, a dash where there is none."""
    return "\N{EN DASH}" if value is None else f"{value:.2f}".replace("-", "\N{MINUS SIGN}")
