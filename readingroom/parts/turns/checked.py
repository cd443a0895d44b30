"""What a check says, as a cell shows it: HTML that needs no script, and the same as text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

_COLOURS = {"right": "#1b8045", "wrong": "#b3541e", "waits": "#4d7fb3"}
_BOX = "border-left:4px solid {colour};padding:2px 0 2px 12px;margin:4px 0;max-width:46em;line-height:1.5"


class Checked:
    """A verdict, what is said to it, and lines of code: folded in under a title, or open where there is none."""

    def __init__(
        self,
        kind: str,
        verdict: str,
        said: Sequence[str],
        *,
        folded: str = "",
        code: str = "",
        trouble: str = "",
    ):
        self.kind, self.verdict, self.said = kind, verdict, [text for text in said if text]
        self.folded, self.code, self.trouble = folded, code, trouble

    def __repr__(self) -> str:
        lines = [self.verdict, *map(_plain, self.said), *([self.code] if self.code and not self.folded else [])]
        return "\n".join([*lines, *([self.trouble] if self.trouble else [])])

    def _repr_html_(self) -> str:
        paragraphs = "".join(f'<p style="margin:0 0 .5em">{text}</p>' for text in self.said)
        trouble = f'<p role="alert">{html.escape(self.trouble)}</p>' if self.trouble else ""
        return (
            f'<div class="rr" role="status" style="{_BOX.format(colour=_COLOURS[self.kind])}">'
            f'<p style="margin:0 0 .5em"><strong>{html.escape(self.verdict)}</strong></p>'
            f"{paragraphs}{self._code()}{trouble}</div>"
        )

    def _code(self) -> str:
        if not self.code:
            return ""
        lines = f'<pre style="white-space:pre-wrap;overflow-wrap:anywhere"><code>{html.escape(self.code)}</code></pre>'
        if not self.folded:
            return lines
        summary = f'<summary data-lm-suppress-shortcuts="true">{html.escape(self.folded)}</summary>'
        return f"<details>{summary}{lines}</details>"


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))
