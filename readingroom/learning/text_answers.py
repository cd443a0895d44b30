"""Reads what a learner typed: words without their spelling's accidents, numbers as people write them.

The rule, the same in the browser (parts/quiz/text-answers.js); characters.py has its tables, tests/scoring_cases.json
and test_scorers_agree.py hold both to it.

**Words.** The first 10,000 characters are read. Digits of every script become 0 to 9. Capitals, accents and all
combining marks, apostrophes and invisible characters (a soft hyphen, a joiner, a sign of direction) do not count.
Whatever is left that is no plain letter a to z and no digit, white space and dashes and quotes of every kind and half
a character too, parts words. A first word *the*, *a* or *an* is left out, unless it is all there is. An answer is
right if it equals a right one so read; what stands in brackets may be left out, and an invisible character may stand
for a space.

**Numbers.** A text of more than 1,000 characters is none. Digits of every script, full-width signs and every dash are
read as their plain forms; white space of every kind is a space; marks and invisible characters do not count. Before
the number may stand words of doubt (*about*, *ca.*, ~) and a currency; after it a percent sign, a currency, words
without digits, and a full stop or the like. Then a space or an apostrophe before three digits parts thousands. Where
point and comma both stand, the last one is the decimal sign. A comma alone parts thousands in `1,234` and `1,234,567`
and is the decimal sign elsewhere, in `0,125` and `1234,567` too; points alone part thousands where there are two of
them. A raised point is a point; `3 ½` is 3.5. A number that is no text is itself. Truth values, lists, tables,
nothing, and what is too large for 64 bits of floating point are no number.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

from .characters import first_characters, in_plain_letters, in_plain_signs, with_spaces_for_unseen

_LONGEST_TEXT, _LONGEST_NUMBER = 10_000, 1_000
_ARTICLES = ("the", "a", "an")


def normalise(text: str) -> str:
    """Return `text` in lower case without accents, punctuation, doubled spaces or a leading article."""
    words = re.sub(r"[^a-z0-9]+", " ", in_plain_letters(first_characters(text, _LONGEST_TEXT))).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def forms(text: str) -> set[str]:
    """Return the ways in which a short answer may be read: with and without what stands in brackets."""
    first = first_characters(text, _LONGEST_TEXT)
    written = (first, _without_brackets(first))
    return {normalise(each) for form in written for each in (form, with_spaces_for_unseen(form))} - {""}


def _without_brackets(text: str) -> str:
    # By hand: a pattern would look for a closing bracket anew from every opening one.
    left, start = "", 0
    while (opening := text.find("(", start)) >= 0 and (closing := text.find(")", opening)) >= 0:
        left += text[start:opening] + " "
        start = closing + 1
    return left + text[start:]


_OPENING = re.compile(
    r"^([-+]?)(?:about|around|approx(?:imately|\.)?|ca\.?|circa|roughly|~|us ?\$|usd|[$\u20ac\xa3\xa5\u20bd]) *"
)
_MOST_OPENINGS = 3  # "about US$ 5" has two
_UP_TO_THE_LAST_DIGIT = re.compile(r".*[0-9\xbc-\xbe\u2150-\u215e]", re.DOTALL)
_CLOSING = re.compile(r"(?:[%$\u20ac\xa3\xa5\u20bd] *)?(?:[a-z][a-z .]*)?")
_STOPS = " .,;:!?"


def parse_number(text: Any) -> float | None:
    """Return the number a learner typed, or None.

    Understands a decimal comma, thousands separators, a sign, and a unit.
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _finite(text)
    if not isinstance(text, str) or len(first_characters(text, _LONGEST_NUMBER + 1)) > _LONGEST_NUMBER:
        return None
    return _typed_number(first_characters(text, _LONGEST_NUMBER))


@lru_cache(maxsize=1024)  # a class types the same few numbers
def _typed_number(text: str) -> float | None:
    plain = in_plain_signs(text).strip(" ")
    for _ in range(_MOST_OPENINGS):
        plain = _OPENING.sub(r"\1", plain)
    number = _UP_TO_THE_LAST_DIGIT.match(plain)
    if not number:
        return None
    figures, after = number[0], plain[number.end() :]
    if after.startswith(","):
        figures, after = f"{figures},", after[1:]
    if not _CLOSING.fullmatch(after.strip(_STOPS)):
        return None
    return _finite(_with_fraction(figures) if figures[-1] in _FRACTIONS else _decimal(figures))


def _finite(value: float | None) -> float | None:
    try:
        return float(value) if value is not None and math.isfinite(value) else None
    except OverflowError:
        return None


_FRACTION_SIGNS = "\xbc\xbd\xbe" + "".join(map(chr, range(0x2150, 0x215F)))
_FRACTION_VALUES = "1/4 1/2 3/4 1/7 1/9 1/10 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8"
_FRACTIONS = dict(zip(_FRACTION_SIGNS, map(float, map(Fraction, _FRACTION_VALUES.split())), strict=True))
_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_WHOLE = re.compile(r"[-+]?[0-9]*")


def _with_fraction(figures: str) -> float | None:
    whole = _with_decimal_point(figures[:-1].rstrip(" "))
    if not _WHOLE.fullmatch(whole):
        return None
    size = float(whole.lstrip("+-") or 0) + _FRACTIONS[figures[-1]]
    return -size if whole.startswith("-") else size


def _decimal(figures: str) -> float | None:
    plain = _with_decimal_point(figures)
    return float(plain) if _NUMBER.fullmatch(plain) else None


def _with_decimal_point(figures: str) -> str:
    """Return figures without marks between thousands, their decimal sign a point."""
    plain = re.sub(r"(?<=[0-9])[ '](?=[0-9]{3}(?![0-9]))", "", figures)
    if "," in plain and "." in plain:
        is_comma = plain.rindex(".") < plain.rindex(",")
        return plain.replace(".", "").replace(",", ".") if is_comma else plain.replace(",", "")
    if re.fullmatch(r"[-+]?[1-9][0-9]{0,2}((,[0-9]{3})+|(\.[0-9]{3}){2,})", plain):
        return plain.replace(",", "").replace(".", "")
    return plain.replace(",", ".", 1)
