"""Cleans a copy's text: undoes ligatures, running heads, page numbers, pull quotes, columns and hyphenation.

Form feeds separate pages where the kind of file has pages; without them all this works less reliably.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from ...content.fingerprints import letters, split

_REPLACEMENTS = {
    "\N{SOFT HYPHEN}": "",
    "\N{ZERO WIDTH SPACE}": "",
    "\ufeff": "",
    "\N{NO-BREAK SPACE}": " ",
    "\r\n": "\n",
    "\r": "\n",
    "\N{LATIN SMALL LIGATURE FF}": "ff",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
    "\N{LATIN SMALL LIGATURE FFI}": "ffi",
    "\N{LATIN SMALL LIGATURE FFL}": "ffl",
    "\N{LATIN SMALL LIGATURE LONG S T}": "st",
    "\N{LATIN SMALL LIGATURE ST}": "st",
}
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{NOT SIGN}"
_BROKEN = re.compile(rf"([^\W\d_]+)[{_HYPHENS}][ \t]*(?:\n[ \t]*)+([^\W\d_]+)")
_BROKEN_BY_PAGE = re.compile(r"([^\W\d_]+)\s*\f\s*([^\W\d_]+)")
_NUMBER_LINE = re.compile(r"[\W_]*(?:page\s*)?\d{1,4}[\W_]*", re.IGNORECASE)
_GUTTER = re.compile(r"(?<=\S) {2,}(?=\S)")
HEAD_WORDS = 12
PULL_WORDS = (12, 70)
LOOSE_WORDS = 5
SAME_LINE = 0.72


def clean_text(text: str) -> str:
    """Return `text` as one continuous page; empty lines stay where they were."""
    for character, plain in _REPLACEMENTS.items():
        text = text.replace(character, plain)
    pages = [page.split("\n") for page in text.split("\f")]
    text = "\n\f\n".join("\n".join(page) for page in _without_heads(pages))
    # Pull quotes go first: one that stands between the halves of a broken word keeps them from being joined.
    text = _whole_words("\n".join(_without_pull_quotes(text.split("\n"))))
    return re.sub(r"[ \t]+", " ", re.sub(r"\n(?:[ \t]*\n)+", "\n\n", text))


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


# --- running heads and page numbers ----------------------------------------------------------------------------------


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """Leave out lines of digits only, and repeated lines: at the same place of a page where pages are known."""
    without_numbers = [[line for line in page if not _NUMBER_LINE.fullmatch(line)] for page in pages]
    if len(pages) == 1:
        counts = Counter(_name(line) for line in without_numbers[0])
        # Where pages are not known a line must come three times, or it may be the text's own.
        heads = {name for name, n in counts.items() if name and n >= 3}
        return [[line for line in without_numbers[0] if not any(_alike(_name(line), head) for head in heads)]]
    dropped: set[tuple[int, int]] = set()
    for place in (0, 1, -2, -1):
        lines = {
            (number, at): _name(page[at])
            for number, page in enumerate(without_numbers)
            for at in _full(page)[place:][:1]
        }
        dropped |= {
            here
            for here, name in lines.items()
            if any(_alike(name, other) for there, other in lines.items() if there != here)
        }
    return [
        [line for at, line in enumerate(page) if (number, at) not in dropped]
        for number, page in enumerate(without_numbers)
    ]


def _full(page: list[str]) -> list[int]:
    return [at for at, line in enumerate(page) if line.strip()]


def _name(line: str) -> str:
    """A line by its letters alone, or nothing if it is too long or too short for a running head."""
    name = letters(line)
    return name if len(name) >= 6 and len(line.split()) <= HEAD_WORDS else ""


def _alike(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    if not one or not other or abs(len(one) - len(other)) > 4:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.real_quick_ratio() >= SAME_LINE and match.quick_ratio() >= SAME_LINE and match.ratio() >= SAME_LINE


# --- words that a line or a page breaks ------------------------------------------------------------------------------


def _whole_words(text: str) -> str:
    """Join what line ends and page ends broke; a hyphen stays where the text has the word with it elsewhere."""
    known = Counter(letters(word) for word in re.findall(r"[^\W\d_]+", text))
    hyphened = {letters(a) + "-" + letters(b) for a, b in re.findall(r"([^\W\d_]+)-(?=([^\W\d_]+))", text)}

    def joined(match: re.Match[str]) -> str:
        first, second = match.groups()
        whole = letters(first + second)
        keeps = second[0].isupper() or (f"{letters(first)}-{letters(second)}" in hyphened and not known[whole])
        return f"{first}-{second}" if keeps else first + second

    def joined_over_pages(match: re.Match[str]) -> str:
        first, second = match.groups()
        is_word = known[letters(first + second)] and not (known[letters(first)] > 1 and known[letters(second)] > 1)
        return first + second if is_word else f"{first}\n{second}"

    # A page's end is no end of a paragraph: it counts as a line end from here on.
    text = re.sub(rf"(?<=[{_HYPHENS}])\s*\f\s*", "\n", text)
    text = _BROKEN.sub(joined, text)
    return re.sub(r"\s*\f\s*", "\n", _BROKEN_BY_PAGE.sub(joined_over_pages, text))


# --- pull quotes -----------------------------------------------------------------------------------------------------


def _without_pull_quotes(lines: list[str]) -> list[str]:
    """Leave out whole lines whose words come again in the running text."""
    words = [(number, letters(word)) for number, line in enumerate(lines) for _, _, word in split(line)]
    line_of = [number for number, _ in words]
    dropped: set[int] = set()
    for repeat in _repeats([word for _, word in words]):
        (loose, block), (looser, _) = sorted((_as_lines(line_of, span) for span in repeat), key=lambda lines: lines[0])
        # The running text hardly ever begins and ends a repeated sentence just where its lines begin and end.
        if loose <= LOOSE_WORDS or loose <= 2 * LOOSE_WORDS <= looser:
            dropped |= set(block)
    return [line for number, line in enumerate(lines) if number not in dropped]


def _as_lines(line_of: list[int], span: tuple[int, int]) -> tuple[int, range]:
    """How many words the lines that hold `span` have besides it, and these lines."""
    start, end = span
    first, last = line_of[start], line_of[end - 1]
    return bisect_right(line_of, last) - bisect_left(line_of, first) - (end - start), range(first, last + 1)


def _repeats(words: list[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The pairs of places at which the same words stand, allowing for misread ones."""
    places = defaultdict(list)
    for i in range(len(words) - 2):
        places["".join(words[i : i + 3])].append(i)
    pairs = sorted((i, j) for starts in places.values() if len(starts) <= 4 for i in starts for j in starts if i < j)
    chains: list[list[tuple[int, int]]] = []
    for i, j in pairs:
        for chain in chains:
            last_i, last_j = chain[-1]
            if 0 < i - last_i <= 14 and abs((j - i) - (last_j - last_i)) <= 3:
                chain.append((i, j))
                break
        else:
            chains.append([(i, j)])
    spans = [_span(words, chain) for chain in chains]
    return [
        (one, other)
        for (one, other), chain in zip(spans, chains, strict=True)
        if PULL_WORDS[0] <= one[1] - one[0] <= PULL_WORDS[1]
        and one[1] <= other[0]
        and len(chain) >= 0.25 * (one[1] - one[0])
    ]


def _span(words: list[str], chain: list[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The two repeated spans of `chain`: without a chance match at an end, extended by equal words."""
    while len(chain) > 1 and chain[1][0] - chain[0][0] > 5:
        chain = chain[1:]
    while len(chain) > 1 and chain[-1][0] - chain[-2][0] > 5:
        chain = chain[:-1]
    (i, j), (k, m) = chain[0], (chain[-1][0] + 3, chain[-1][1] + 3)
    while i and words[i - 1] == words[j - 1]:
        i, j = i - 1, j - 1
    while m < len(words) and words[k] == words[m]:
        k, m = k + 1, m + 1
    return (i, k), (j, m)
