"""Widgets that answer what a page sends a second time: the kernel's half of send-again.js."""

from __future__ import annotations

from typing import Any

from .widget import Widget


class AnsweringWidget(Widget):
    """Takes traits in a message `{"again": {name: value}}`, and then sends its `answers` as they stand.

    What had arrived the first time is no change and is not done twice; the answer to it may have been lost.
    """

    answers: tuple[str, ...] = ()

    def __init__(self, **state: Any):
        super().__init__(**state)
        self.on_msg(self._take_again)

    def _take_again(self, _: Any, content: Any, __: Any) -> None:
        again = content.get("again") if isinstance(content, dict) else None
        if isinstance(again, dict):
            self.set_state(again)
            self.send_state(self.answers)
