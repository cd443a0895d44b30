"""A page that stands by itself: no script, no outside request, light and dark, on a phone and on paper."""

from __future__ import annotations

import html
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style sheet of every page a teacher or student gets."""
    return Path(__file__).with_name("webpage.css").read_text(encoding="utf-8")


def page(title: str, body: str) -> str:
    """Return a whole page of HTML around `body`."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{style()}</style></head>\n<body><main>{body}</main></body></html>\n"
    )
