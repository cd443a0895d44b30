"""Keeps what was read once, and that it could not be read: a broken file is not read again for each mention of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from .errors import ContentError

Content = TypeVar("Content")


def kept(read: Callable[[str], Content]) -> Callable[[str], Content]:
    """Return `read` with its results and its ContentErrors kept by name."""
    contents: dict[str, Content] = {}
    errors: dict[str, ContentError] = {}

    def content(name: str) -> Content:
        if name in errors:
            raise errors[name].with_traceback(None)
        if name not in contents:
            try:
                contents[name] = read(name)
            except ContentError as error:
                errors[name] = error
                raise
        return contents[name]

    return content
