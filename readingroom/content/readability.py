"""Readability of prose: removes markup, stems words, and computes the Flesch-Kincaid grade."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

# Bounded, so that brackets without an end are not searched again from each of them.
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^)]{0,500}\)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'\N{RIGHT SINGLE QUOTATION MARK}]*(?:-[A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?]+[\"')]*(?=\s|$)")

# Function words: they give no answer away.
_EMPTY = frozenset(
    """
    a about above after again against all also although am an and another any anybody anything are as ask at
    author authors away be because become been before being best between both but by called can cannot case come
    could did do does done down each either else enough even ever every fact fewer find first for from further
    gave get give given gives go goes had has have he her here him his how if in into is it its itself just keep
    kept least less let like little made make makes many may might more most much must name need neither no none
    nor not nothing of off often on once one only or other others our out over own paragraph part place put
    rather read reader reading same say saying says see seen set shall she should show shown shows since so some
    somebody something still such take taken takes tell tells than that the their them then there these they
    thing things this those three through time to together too towards two under until up us use used very was
    way we well were what when where whether which while who whole whom whose why will with within without word
    words would year years yet you your
    """.split()  # noqa: SIM905 - a list of literals would fill two hundred lines
)
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion", "ies"),
    *("ers", "ors", "ed", "er", "or", "es", "ly", "al", "s", "e", "y"),
)


# A text is read by several rules, and again whenever a course is checked.
@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return `text` on one line without the marks of emphasis, code and links."""
    text = _LINK.sub(r"\1", " ".join(text.split()))
    return text.replace("*", "").replace("`", "")


def words(text: str) -> list[str]:
    """Return the words of `text`, without figures."""
    return _WORD.findall(plain(text))


def content_stems(text: str, common: Container[str] = ()) -> set[str]:
    """Return the stems of the words that carry meaning: four letters or more, no function words, none of `common`."""
    lower = (word.lower() for word in words(text))
    return {stem(word) for word in lower if len(word) > 3 and word not in _EMPTY and word not in common}


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return `word` without a common ending, so that forms of one word meet; at least four letters are left."""
    word = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade (years of schooling) of `texts`, each of which ends a sentence."""
    sentences = syllables = count = 0
    for text in texts:
        in_text = words(text)
        count += len(in_text)
        syllables += sum(map(_syllables, in_text))
        sentences += max(1, len(_SENTENCE_END.findall(plain(text)))) if in_text else 0
    return 0.39 * count / sentences + 11.8 * syllables / count - 15.59 if count else 0.0


@lru_cache(maxsize=20_000)
def _syllables(word: str) -> int:
    """An estimate: the groups of vowels, less a silent e."""
    word = word.lower()
    silent = (word.endswith("e") and not word.endswith(("le", "ee"))) or (
        word.endswith("ed") and not word.endswith(("ted", "ded"))
    )
    return max(1, len(re.findall(r"[aeiouy]+", word)) - silent)
