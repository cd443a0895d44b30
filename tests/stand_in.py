"""A stand-in for a library: a made-up course of one section and one paragraph, for tests of what a part shows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from readingroom.content import models as m

COURSE = m.Course(
    id="made-up",
    name="Made-up",
    subtitle="a course",
    description="A course.",
    invitation="Read it.",
    text="the speech",
    mark="§",
    rights="Free.",
    markers=["1991"],
    parties=["north", "south"],
)
SECTION = m.Section(id="opening", title="Opening", lesson="01-opening", in_article=False, summary="s")
PARAGRAPH = m.Paragraph(id="opening-1", number=1, role="setting", gist="g")
THEMES = [m.Theme(id="domestic", label="At home", sign="*"), m.Theme(id="abroad", label="Abroad", sign="+")]


def library(**content: Any) -> SimpleNamespace:
    """Return what a part asks of a library; `content` replaces or adds to it."""
    paragraphs = content.get("paragraphs", {"opening-1": PARAGRAPH})
    usual = {
        "text": lambda text: text,
        "course": COURSE,
        "article": SimpleNamespace(date="2003-10"),
        "sections": {"opening": SECTION},
        "paragraphs": paragraphs,
        "sources": {},
        "events": {},
        "themes": {theme.id: theme for theme in THEMES},
        "periods": [m.Period(start=1990, end=1999), m.Period(start=2000)],
        "paragraph_label": lambda paragraph: f"{COURSE.mark}{paragraphs[paragraph].number}",
    }
    return SimpleNamespace(**usual | content)
