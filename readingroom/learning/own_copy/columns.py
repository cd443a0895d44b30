"""Takes apart the two columns of a text that has them side by side on each line."""

from __future__ import annotations

import re
from collections import Counter

_GUTTER = re.compile(r"(?<=\S) {2,}(?=\S)")


def left_column_first(text: str) -> str:
    """Return `text`, which has two columns side by side on each line, with the left column before the right one."""
    return "\f".join("\n".join(_column_by_column(page.split("\n"))) for page in text.replace("\t", "    ").split("\f"))


def _column_by_column(lines: list[str]) -> list[str]:
    starts = Counter(gap.end() for line in lines for gap in _GUTTER.finditer(line))
    if not starts:
        return lines
    near = {at: sum(starts[at + d] for d in (-1, 0, 1)) for at in starts}
    at = max(near, key=lambda start: (near[start], starts[start]))
    if near[at] < 0.4 * sum(bool(line.strip()) for line in lines):
        return lines
    left, right = [], []
    for line in lines:
        gap = next((gap for gap in _GUTTER.finditer(line) if gap.start() < at + 2 and at <= gap.end() + 2), None)
        cut = gap.end() if gap else at - 2 if not line[: at - 2].strip() else len(line)
        left.append(line[:cut].rstrip())
        right.append(line[cut:])
    return _unpadded(left) + _unpadded(right)


def _unpadded(column: list[str]) -> list[str]:
    return "\n".join(column).strip("\n").split("\n")
