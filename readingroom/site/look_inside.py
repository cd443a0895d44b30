"""A look inside the lessons, on the contents page: some charts, what each shows, and the lesson that it stands in."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from ..content import models as m
from ..content.library import Library
from ..parts.charts.figures import plotly_figure
from ..parts.charts.picture.drawn import WIDTHS, drawn
from ..parts.charts.selection import drawing
from .pages import Page

MOST = 4


def look_inside(library: Library, pages: Iterable[Page]) -> str:
    """Return the pictures as HTML, one for a lesson; nothing where no lesson has a chart that may be seen at once."""
    cards = [_card(library, *found) for found in _open_charts(library, pages)][:MOST]
    return f'<h2 id="a-look-inside">A look inside</h2>\n<ul class="inside">\n{"".join(cards)}</ul>' if cards else ""


def _open_charts(library: Library, pages: Iterable[Page]) -> Iterator[tuple[Page, m.Chart, str]]:
    """Find in each lesson the first chart that no earlier one has and that waits for no guess, with its finding."""
    seen = set()
    for page in pages:
        for part in page.parts:
            name = part.content.get("figure", "")
            if part.module == "charts/chart.js" and name not in seen and not part.content["head"]["guess"]:
                seen.add(name)
                yield page, library.charts[name], part.content["head"]["finding"]
                break


def _card(library: Library, page: Page, about: m.Chart, finding: str) -> str:
    words = re.sub("<[^>]*>", "", finding)  # no link within a link
    picture = drawn(plotly_figure(drawing(library, about)), WIDTHS["narrow"])
    return (
        f'<li><a href="{page.address}"><span class="inside-finding">{words}</span>\n{picture}\n'
        f'<span class="inside-lesson">{html.escape(page.title)}</span></a></li>\n'
    )
