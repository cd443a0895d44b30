"""A call of a lesson that fails says so in its place, so that the cells below it run."""

from __future__ import annotations

import functools
import html
import logging
import os
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from ..content.errors import CourseError

RAISES = "READINGROOM_RAISES"
"""The variable in the environment with which the tests ask for the error itself."""
_LONGEST = 200
_TEXT = (
    "This part could not be shown ({reason}). The other cells work, and your record is kept. Run this cell again, or "
    "choose Run, then Run All Cells; if that does not help, tell whoever gave you the course what stands in brackets."
)

P = ParamSpec("P")
Shown = TypeVar("Shown")


class NotShown:
    """Stands where a part would stand, and says why it does not."""

    def __init__(self, error: Exception):
        self._text = _TEXT.format(reason=f"{type(error).__name__}: {error}"[:_LONGEST])

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return f'<p role="alert">{html.escape(self._text)}</p>'


def failing_in_place(call: Callable[P, Shown]) -> Callable[P, Shown]:
    """Return the call, which answers any error but one with advice of its own by a `NotShown`."""

    @functools.wraps(call)
    def shown(*words: P.args, **named: P.kwargs) -> Shown:
        try:
            return call(*words, **named)
        except CourseError:
            raise
        except Exception as error:
            if os.environ.get(RAISES):
                raise
            logging.getLogger(__name__).debug("a part could not be shown", exc_info=True)
            return cast(Shown, NotShown(error))

    return shown
