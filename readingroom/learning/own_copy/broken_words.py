"""Joins the words that the end of a line or of a page breaks."""

from __future__ import annotations

import re
from collections import Counter

from ...content.fingerprints import letters

_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{NOT SIGN}"
# A pattern begins where a word or a blank begins and gives nothing back: else a megabyte of either is read anew
# from each of its signs.
_WORD = r"(?<![^\W\d_])([^\W\d_]++)"
_SPACES_TO_PAGE_END = r"[^\S\f]*+\f\s*+"
_BROKEN = re.compile(rf"{_WORD}[{_HYPHENS}][ \t]*+(?:\n[ \t]*+)++([^\W\d_]+)")
_BROKEN_BY_PAGE = re.compile(rf"{_WORD}{_SPACES_TO_PAGE_END}([^\W\d_]+)")
_HYPHENED = re.compile(rf"{_WORD}-(?=([^\W\d_]+))")
_HYPHEN_AT_PAGE_END = re.compile(rf"(?<=[{_HYPHENS}]){_SPACES_TO_PAGE_END}")
_PAGE_END = re.compile(rf"(?<!\s){_SPACES_TO_PAGE_END}")


def whole_words(text: str) -> str:
    """Join what line ends and page ends broke; a hyphen stays where the text has the word with it elsewhere."""
    known: Counter[str] = Counter()
    for word, count in Counter(re.findall(r"[^\W\d_]+", text)).items():
        known[letters(word)] += count
    hyphened = {f"{letters(first)}-{letters(second)}" for first, second in _HYPHENED.findall(text)}

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
    text = _BROKEN.sub(joined, _HYPHEN_AT_PAGE_END.sub("\n", text))
    return _PAGE_END.sub("\n", _BROKEN_BY_PAGE.sub(joined_over_pages, text))
