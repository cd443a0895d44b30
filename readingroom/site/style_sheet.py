"""The style sheet of the pages: the sheets of all their parts in one file.

A page shows nothing before its style is there, and a slow line takes its time for each file: so there is one, which a
reader's browser keeps for all pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import TopologicalSorter
from itertools import pairwise

from ..parts.base.frontend import lean, source
from ..parts.base.static_html import StaticPart
from .bundles import PACKAGE

STYLE_SHEET = "site/pages.css"


def style_of(parts: Iterable[StaticPart], more: Iterable[str] = ()) -> str:
    """Return the style of pages with these parts; `more` are sheets of the package that come after theirs."""
    return "".join(lean(source(name, PACKAGE)) for name in [*sheets(parts), *more])


def sheets(parts: Iterable[StaticPart]) -> list[str]:
    """Return the sheets that pages with these parts need, each after those that it may overrule."""
    order: TopologicalSorter[str] = TopologicalSorter()
    for css in dict.fromkeys([("record/record.css",), *(part.css for part in parts)]):
        for before, after in pairwise(("base/lesson.css", *css)):
            order.add(after, before)
    of_parts = [f"parts/{name}" for name in order.static_order()]
    return [*of_parts, "site/still-picture.css", "site/site.css"]  # the page's own has the last word
