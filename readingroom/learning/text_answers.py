"""Reads what a learner typed: normalises words, and parses numbers as people write them.

parts/quiz/text-answers.js does the same; tests/scoring_cases.json holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any


def normalise(text: str) -> str:
    """Return `text` in lower case without accents, punctuation, doubled spaces or a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")


def parse_number(text: Any) -> float | None:
    """Return the number a learner typed, or None.

    Understands a decimal comma, thousands separators, a sign, and a unit.
    """
    if not isinstance(text, (str, int, float)) or isinstance(text, bool):
        return None
    plain = str(text).strip().lower().replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-")
    plain = re.sub(r"^(about|around|ca\.?|circa|roughly|~|usd|us\$|\$)\s*", "", plain)
    plain = re.sub(r"\s*(%|percent|per cent|[a-z][a-z .]*)$", "", plain).strip()
    plain = re.sub(r"(?<=\d)[\s\N{NO-BREAK SPACE}'](?=\d{3}(\D|$))", "", plain)
    if "," in plain and "." in plain:
        plain = (
            plain.replace(",", "")
            if plain.rindex(".") > plain.rindex(",")
            else plain.replace(".", "").replace(",", ".")
        )
    elif re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", plain):
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".", 1)
    return float(plain) if _NUMBER.fullmatch(plain) else None
